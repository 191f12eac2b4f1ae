//! Without colours nothing is told less: two lines with the same words that colours tell apart
//! are told apart by bold, underline or reverse video too.

use std::collections::{BTreeMap, BTreeSet};

use jalon::ui::theme::depth::Depth;

use super::file_people::with_evidence;
use super::forms_station::Station;
use super::screens::setup;
use super::screens_people::fill;
use crate::support::harness::Harness;

/// What one goes through: a screen or a state after each group of keys. `~` types what follows.
const WALKS: &[&[&str]] = &[
    &["down", "down", "p", "esc", "v", "enter", "u", "n", "u", "?", "esc", ":", "down", "~ver", "esc esc"],
    &["e", "~mar", "~ 45", "~pd", "tab", "ctrl-s", "esc"],
    &["f", "down", "t", "t", "t", "l", "down", "enter", "esc", "/", "~tra", "esc", "f9", "f9"],
    &["r", "down", "down", "p", "esc", "+", "+", "+", "-", "d", "~12/5", "enter", "=", "down", "+"],
    &["f", "enter", "tab", "down", "down", "space", "esc", "tab", "down", "tab", "down", "tab", "down"],
    &["f", "enter", "tab", "down", "delete", "esc", "delete", "enter", "u", "ctrl-r"],
    &[
        "f", "enter", "i", "~zz", "tab", "ctrl-u", "~1/1/30", "tab", "tab", "tab", "~999", "tab", "ctrl-s",
        "esc", "esc", "a",
    ],
    &["f", "enter", "i", "tab tab tab", "f4", "down", "esc", "ctrl-s", "ctrl-s", "u"],
    &[
        "f",
        "enter",
        "s",
        "tab",
        "ctrl-s",
        "esc",
        "k",
        "ctrl-s",
        "esc",
        "m",
        "~1850101123456",
        "esc",
        "h",
        "esc",
    ],
    &["f", "enter", "d", "tab", "esc", "y", "esc", "j", "ctrl-s", "ctrl-q", "down"],
    &["f", "space", "down", "space", "c", "k", "~a", "ctrl-s", "esc", "/", "~mar", "tab", "esc", "esc"],
    &["f", "v", "down", "down", "~Mes", "enter", "v", "ctrl-e", "esc", "ctrl-d", "ctrl-d", "esc"],
    &["f", "enter", "x", "down", "tab", "page-down", "esc"],
    &["f", "enter", "tab tab tab", "down", "b", "~g", "tab", "esc", "tab", "y", "tab", "esc"],
    &[
        "f",
        "enter",
        "tab tab tab tab tab",
        "c",
        "tab",
        "esc",
        "w",
        "tab",
        "esc",
        "down",
        "tab",
        "down",
        "y",
        "f4",
        "esc",
        "esc",
    ],
    &["f", "enter", "tab tab tab tab tab tab", "down", "enter", "esc", "delete", "esc"],
    &["f", "space", "w", "tab", "down", "esc", "esc"],
    &["g i", "~", "ctrl-u", REPRISE, "enter", "down", "tab", "down", "page-down", "esc", "esc"],
    &["ctrl-l"],
];

/// Files of an existing caseload, some of them wrong.
const REPRISE: &str = concat!("~", env!("CARGO_MANIFEST_DIR"), "/tests/ui/import-mono");

/// Every stop of the guided tour, which only a demonstration has.
const TOUR: &[&str] =
    &["f", "enter", "tab", "e", "~45 p d Atelier CV", "enter", "u", "r", "p", "esc", "down"];

/// A row: its words, what colours it, what marks it without colours.
type Rows = BTreeMap<String, Vec<(String, String, String)>>;

/// The rows of a screen, each with its styles.
fn rows(styled: &str) -> Vec<(String, String)> {
    let rows = styled.split('│').skip(1);
    // A row may hold that line too: what has no style after it belongs to the row before.
    let mut whole: Vec<String> = Vec::new();
    for piece in rows {
        match whole.last_mut() {
            Some(last) if !last.ends_with('\n') => {
                last.push('│');
                last.push_str(piece);
            }
            _ => whole.push(piece.to_owned()),
        }
    }
    whole
        .iter()
        .map(|row| row.split_once('\n').expect("a row"))
        .map(|(text, styles)| (text.trim().to_owned(), styles.to_owned()))
        .collect()
}

fn walk(coloured: &mut Harness, plain: &mut Harness, name: &str, keys: &[&str], seen: &mut Rows) -> usize {
    for step in keys {
        for h in [&mut *coloured, &mut *plain] {
            match step.strip_prefix('~') {
                Some(text) => h.type_text(text),
                None => h.press(step),
            };
        }
        // The code that ties a paper to a record is drawn by lot.
        let words =
            |h: &Harness| h.screen().lines().filter(|row| !row.starts_with("Code")).collect::<String>();
        assert_eq!(words(coloured), words(plain), "{name}, {step}");
        for ((text, colours), (_, marks)) in rows(&coloured.styled()).into_iter().zip(rows(&plain.styled())) {
            seen.entry(text).or_default().push((colours, marks, format!("{name}, {step}")));
        }
    }
    keys.len()
}

#[test]
fn what_colours_tell_apart_words_or_attributes_tell_apart() {
    let mut seen = Rows::new();
    let mut states = 0;
    for (rank, keys) in WALKS.iter().chain([&TOUR]).enumerate() {
        let start = |depth| {
            let station = Station::new();
            fill(&station);
            let (person, rest) = with_evidence();
            station.add(person, rest);
            let setup = setup(&station).theme("dark", depth);
            if *keys == TOUR { setup.first_demo().start() } else { setup.start() }
        };
        let (mut coloured, mut plain) = (start(Depth::Sixteen), start(Depth::Monochrome));
        states += walk(&mut coloured, &mut plain, &format!("walk {rank}"), keys, &mut seen);
    }
    let mut problems = Vec::new();
    let mut told_by_attribute = 0;
    for (text, looks) in &seen {
        let of_colours: BTreeSet<&String> = looks.iter().map(|(colours, _, _)| colours).collect();
        told_by_attribute += usize::from(of_colours.len() > 1);
        for (rank, (colours, marks, place)) in looks.iter().enumerate() {
            let twin = looks[..rank].iter().find(|(c, m, _)| c != colours && m == marks);
            if let Some((other, _, elsewhere)) = twin {
                problems.push(format!("« {text} »\n{place}:\n{colours}{elsewhere}:\n{other}"));
            }
        }
    }
    problems.dedup();
    assert!(states > 100 && seen.len() > 300, "{states} states, {} rows", seen.len());
    // The walks went where they say.
    for place in
        ["Visite, 8 sur 8", "À créer", "Sortie", "Diagnostic", "[Pièces", "Sortir la liste", "[Emploi"]
    {
        assert!(seen.keys().any(|row| row.contains(place)), "no walk saw {place}");
    }
    assert!(told_by_attribute > 3, "fields that are wrong, letters that were found: {told_by_attribute}");
    assert!(problems.is_empty(), "{} of {} rows:\n{}", problems.len(), seen.len(), problems.join("\n"));
}
