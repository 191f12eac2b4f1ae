//! The quick line: every line, and what is understood of it.

use jalon::domain::codes::Coded as _;
use jalon::ui::quick::parse::{Subject, Understood, parse};

/// People whom words lead to, as a search by prefix would.
const PEOPLE: &[&str] = &["benali nadia", "nguyen nadia", "delacroix jean pierre", "petit paul", "ta david"];

fn leads_to_somebody(words: &str) -> bool {
    let leads = |person: &str| {
        words.split(' ').all(|word| person.split(' ').any(|name| name.starts_with(&word.to_lowercase())))
    };
    PEOPLE.iter().any(|person| leads(person))
}

fn told(understood: &Understood) -> String {
    let minutes = understood.duration_min.map(|it| it.to_string());
    let modality = understood.modality.map(|it| it.stable_code().to_owned());
    let signing = understood.signing.map(|it| it.stable_code().to_owned());
    let words = [minutes, modality, signing].map(|it| it.unwrap_or_else(|| "–".to_owned()));
    format!("{} | {} | {}", understood.person, words.join(" "), understood.record)
}

#[test]
fn each_line_is_understood() {
    let cases = [
        ("nadia 45 p d CV à jour, revoir lundi", "nadia | 45 presentiel deux | CV à jour, revoir lundi"),
        ("nad 45pd", "nad | 45 presentiel deux | "),
        ("nad pd", "nad | – presentiel deux | "),
        ("nad 45 pd", "nad | 45 presentiel deux | "),
        // The first free position takes the letter.
        ("nad 45 d", "nad | 45 domicile – | "),
        ("nad 45 d d", "nad | 45 domicile deux | "),
        ("nad d", "nad | – domicile – | "),
        ("nad 45 c", "nad | 45 – conseiller | "),
        ("nad 45 t n rappeler", "nad | 45 telephone aucune | rappeler"),
        ("nad 45 e r", "nad | 45 entreprise refus | "),
        ("nad v a", "nad | – visio adherent | "),
        // Durations.
        ("nad 1h15 h", "nad | 75 hors_les_murs – | "),
        ("nad 1h", "nad | 60 – – | "),
        ("nad 2hpd", "nad | 120 presentiel deux | "),
        ("nad 45h", "nad | 45 hors_les_murs – | "),
        ("nad 45min t", "nad | 45 telephone – | "),
        ("nad '(pd", "nad | 45 presentiel deux | "),
        ("nad -à", "nad | 60 – – | "),
        ("nad 0", "nad | – – – | 0"),
        ("nad 601", "nad | – – – | 601"),
        ("nad 2026 sera mieux", "nad | – – – | 2026 sera mieux"),
        ("nad 12/03 absente", "nad | – – – | 12/03 absente"),
        // A second number is text.
        ("nad 45 30 minutes de retard", "nad | 45 – – | 30 minutes de retard"),
        // Several words name somebody as long as they lead somewhere.
        ("nadia ben 30 p", "nadia ben | 30 presentiel – | "),
        ("jean pierre del 30", "jean pierre del | 30 – – | "),
        ("nadia rappelle demain", "nadia | – – – | rappelle demain"),
        ("inconnue 45", "inconnue | 45 – – | "),
        ("inconnue autre 45", "inconnue | – – – | autre 45"),
        // What looks like codes but is how a record begins.
        ("nadia a trouvé un CDD", "nadia | – – – | a trouvé un CDD"),
        ("nadia 45 a", "nadia | 45 – adherent | "),
        ("nadia 45 va mieux", "nadia | 45 – – | va mieux"),
        ("nadia 45 en retard", "nadia | 45 – – | en retard"),
        ("nadia 45en", "nadia | 45 entreprise aucune | "),
        ("nadia 45 CV à jour", "nadia | 45 – – | CV à jour"),
        ("nadia 45 p A rappelé", "nadia | 45 presentiel – | A rappelé"),
        ("nadia 45 p, a rappelé le CMS", "nadia | 45 presentiel – | a rappelé le CMS"),
        ("nadia, pd", "nadia | – – – | pd"),
        ("nadia : pd", "nadia | – – – | pd"),
        ("nadia 45 à revoir", "nadia | 45 – – | à revoir"),
        ("nadia 45 d’accord pour le stage", "nadia | 45 – – | d’accord pour le stage"),
        ("nadia 45 px", "nadia | 45 – – | px"),
        ("nadia 45 p d d", "nadia | 45 presentiel deux | d"),
        // Nothing, or hardly anything.
        ("", " | – – – | "),
        ("  nadia  ", "nadia | – – – | "),
        ("nadia   45   p   d   vue  hier", "nadia | 45 presentiel deux | vue  hier"),
        ("É", "É | – – – | "),
    ];
    for (line, expected) in cases {
        assert_eq!(told(&parse(line, Subject::Named(&leads_to_somebody))), expected, "line: {line}");
    }
}

#[test]
fn the_open_file_needs_no_name() {
    let cases = [
        ("45 p d vue avec sa fille", " | 45 presentiel deux | vue avec sa fille"),
        ("45pd", " | 45 presentiel deux | "),
        ("d", " | – domicile – | "),
        ("d d", " | – domicile deux | "),
        ("nadia 45", " | – – – | nadia 45"),
        ("", " | – – – | "),
    ];
    for (line, expected) in cases {
        assert_eq!(told(&parse(line, Subject::Open)), expected, "line: {line}");
    }
}

#[test]
fn no_line_breaks_it() {
    let pieces = ["é", "'", "(", "1h", "d", " ", ",", "😀", "-", "600", "ç", "\u{a0}", "pd"];
    for first in pieces {
        for second in pieces {
            for third in pieces {
                let line = format!("{first}{second}{third}");
                let _ = parse(&line, Subject::Named(&|_| true));
                let _ = parse(&line, Subject::Open);
            }
        }
    }
}
