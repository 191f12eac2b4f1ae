//! A day at a station in which every field holds a watched word, played key by key.

use super::canary::{MARK, PASSPHRASE, WRONG, sentence, word};
use crate::support::pty::Pty;

/// The first thing a locked station says.
pub const LOCKED: &str = "Phrase de passe, puis Entrée";

/// The name of the field that has the focus.
fn focused(screen: &str) -> Option<String> {
    let line = screen.lines().find_map(|line| line.strip_prefix("› "))?;
    line.split("  ").next().map(|name| name.trim_end().to_owned())
}

/// Fills fields of the form that is open, each by the words in front of it, from top to bottom.
fn fill(pty: &mut Pty, fields: &[(&str, &str)]) {
    for (label, text) in fields {
        let is_there = |screen: &str| focused(screen).is_some_and(|field| field.starts_with(label));
        while !is_there(&pty.screen()) {
            let before = focused(&pty.screen());
            pty.press("tab").wait_until("another field", |screen| focused(screen) != before);
        }
        pty.type_text(text);
        if text.contains(&MARK[1..]) {
            pty.wait_for(text);
        }
    }
}

/// Saves the form that is open; the words say what was saved.
fn save(pty: &mut Pty, said: &str) {
    pty.press("ctrl-s").wait_until(said, |screen| screen.contains("Enregistré") && screen.contains(said));
}

/// Sets the station up on the screen, with a passphrase of one's own.
pub fn set_up(pty: &mut Pty) {
    pty.wait_for("Ce terminal montre-t-il")
        .press("enter")
        .wait_for("Bienvenue dans Jalon")
        .press("enter")
        .wait_for("Qui travaille sur ce poste");
    pty.type_text(word("counsellor")).press("enter").wait_for("À quoi sert ce poste").press("enter");
    pty.wait_for("Quels lots").type_text("L3").press("enter").wait_for("une phrase à vous");
    pty.press("down enter").wait_for("Votre phrase").type_text(PASSPHRASE).press("enter");
    pty.wait_for("Retapez votre phrase").type_text(PASSPHRASE).press("enter");
    pty.wait_for("Tout est prêt").press("enter").wait_for("Il n’y a encore personne sur ce poste.");
}

/// Opens the station, of which something is always still to be sent.
pub fn unlock(pty: &mut Pty) {
    pty.wait_for(LOCKED).type_text(PASSPHRASE).press("enter").wait_for("à envoyer");
}

/// Locks it.
pub fn lock(pty: &mut Pty) {
    pty.press("ctrl-l").wait_for(LOCKED).settle();
}

/// Tries a passphrase that does not open it.
pub fn try_wrong(pty: &mut Pty) {
    pty.wait_for(LOCKED).type_text(WRONG).press("enter").wait_for("Ce n’est pas la bonne phrase de passe.");
}

/// Leaves, past the page that says what was not sent.
pub fn leave(pty: &mut Pty) {
    pty.press("ctrl-q").wait_for("Avant de fermer").press("ctrl-q");
    assert_eq!(pty.end(), 0);
}

/// A new file, with a word in every field of every form.
pub fn write_a_file(pty: &mut Pty) {
    pty.press("f").wait_for("File active").press("n").wait_for("› Nom");
    let email = format!("{}@exemple.fr", word("email"));
    let identity = [
        ("Nom", word("family name")),
        ("Prénom", word("given name")),
        ("Naissance", "02/05/1990"),
        ("Nom de naissance", word("birth name")),
        ("Courriel", &email),
        ("Adresse", word("address")),
        ("Lieu de naissance", word("birth place")),
        ("Identifiant", word("France Travail")),
        ("Référence", word("reference")),
    ];
    fill(pty, &identity);
    save(pty, "identité");
    pty.press("h").wait_for("› Orientation");
    fill(
        pty,
        &[("Orientation", "12/01/2026"), ("Nom du presc", word("prescriber")), ("Adhésion", "02/02/2026")],
    );
    save(pty, "adhésion");
    pty.press("i").wait_for("› Date");
    let record = sentence("record");
    let interview = [
        ("Durée", "45"),
        ("Lieu", word("place")),
        ("Compte rendu", &record),
        ("Signatures", "r"),
        ("Motif du refus", word("refusal")),
    ];
    fill(pty, &interview);
    save(pty, "entretien");
    pty.press("s").wait_for("› Catégorie");
    fill(pty, &[("Catégorie", "f"), ("Intitulé", word("step")), ("Partenaire", word("partner"))]);
    save(pty, "étape");
    pty.press("k").wait_for("› Nature");
    fill(pty, &[("Nature", "a"), ("Résultat", &sentence("contact"))]);
    save(pty, "évènement");
    pty.press("d").wait_for("› Séance");
    fill(pty, &[("Objet", "e"), ("Décision", "i"), ("Motif", &sentence("decision"))]);
    save(pty, "décision");
}

/// Every page of the file that is open, somebody found, and what is typed in passing.
pub fn look_around(pty: &mut Pty) {
    let pages = [
        "[Entretiens",
        "[Étapes",
        "[Diagnostic",
        "[Objectifs",
        "[Emploi",
        "[Pièces",
        "[Candidature",
        "[Commission",
        "[Évènements",
        "[Historique",
    ];
    for page in pages {
        pty.press("tab").wait_for(page);
    }
    pty.press("u").wait_for("Annulé").press("ctrl-r").wait_for("Rétabli");
    pty.press("r").wait_for("Échéances").press("f").wait_for("File active");
    pty.press("/").type_text(word("search")).wait_for(word("search")).press("esc");
    pty.wait_until("everybody again", |screen| !screen.contains(word("search")));
    // The name of a view is kept as preferences are.
    pty.press("v").wait_for("Vues").type_text(word("view")).press("enter").wait_for("Vue gardée");
    pty.press("f9").wait_for("discret").press("f9").wait_until("everybody", |it| !it.contains("discret"));
}

/// An interview of the person on the screen, in one line.
pub fn write_one_line(pty: &mut Pty, person: &str) {
    let line = format!("{person} 45pd {}", sentence("quick line"));
    pty.press("e").wait_for("Saisie rapide").type_text(&line).wait_for("et rien de plus");
    pty.press("enter").wait_for("Enregistré");
}

/// A record that is not saved, of the person selected: typed, then pasted.
pub fn begin_a_record(pty: &mut Pty) {
    pty.press("f").wait_for("File active").press("i").wait_for("› Date");
    fill(pty, &[("Compte rendu", &sentence("draft"))]);
    pty.paste(&sentence("pasted")).wait_for(word("pasted"));
}

/// Opens the station line by line, says a file, begins an interview and leaves it as a draft.
pub fn work_line_by_line(pty: &mut Pty) {
    pty.wait_for("Phrase de passe").type_text(PASSPHRASE).press("enter").wait_for("jalon> ");
    let prompt = format!("{} ", word("family name").to_uppercase());
    pty.type_text(word("family name")).press("enter").wait_until("the file", |screen| {
        screen.trim_end().lines().last().is_some_and(|line| line.starts_with(&prompt))
    });
    pty.type_text("i").press("enter").wait_for("Entrée accepte");
    for question in ["Date", "Heure", "Issue", "Durée", "Modalité"] {
        pty.wait_until(question, |screen| {
            screen.trim_end().lines().last().is_some_and(|line| line.starts_with(question))
        });
        pty.press("enter");
    }
    pty.wait_for("Lieu").type_text(word("draft")).press("enter").wait_for("Motifs");
    pty.type_text(".").press("enter").wait_for("Brouillon gardé");
}
