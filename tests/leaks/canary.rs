//! Words that must be nowhere but on the screen.
//!
//! Every one begins with [`MARK`], so that one search finds them all, whole or cut, whatever field
//! they were typed in; what follows the mark says which.

/// Begins every word that is watched.
pub const MARK: &str = "kerzov";

/// A field, and the word typed or imported there.
const WORDS: &[(&str, &str)] = &[
    ("counsellor", "Kerzovposte"),
    ("family name", "Kerzovnom"),
    ("given name", "Kerzovprenom"),
    ("birth name", "Kerzovnaissance"),
    ("email", "kerzovcourriel"),
    ("address", "Kerzovadresse"),
    ("birth place", "Kerzovnatal"),
    ("France Travail", "Kerzovidentifiant"),
    ("reference", "Kerzovreference"),
    ("prescriber", "Kerzovprescripteur"),
    ("place", "Kerzovlieu"),
    ("record", "Kerzovrecord"),
    ("refusal", "Kerzovrefus"),
    ("step", "Kerzovetape"),
    ("partner", "Kerzovpartenaire"),
    ("contact", "Kerzovcontact"),
    ("decision", "Kerzovdecision"),
    ("quick line", "Kerzovrapide"),
    ("search", "kerzovcherche"),
    ("view", "Kerzovvue"),
    ("draft", "Kerzovbrouillon"),
    ("pasted", "Kerzovcolle"),
    ("imported name", "Kerzovimport"),
    ("imported given name", "Kerzovrepris"),
    ("imported address", "Kerzovrue"),
    ("imported record", "Kerzovtexte"),
    ("imported step", "Kerzovaction"),
];

/// What opens the station of the scene: its first word is watched, and so are the last ones.
pub const PASSPHRASE: &str = "kerzovphrase fougère 91 tricycles de velours";
/// What does not open it.
pub const WRONG: &str = "kerzovfausse piste 17 tricycles de velours";
/// The end of both: the start of a text may be overwritten where its end is not.
pub const END_OF_PASSPHRASE: &str = "tricycles de velours";

/// The word of a field.
#[track_caller]
pub fn word(field: &str) -> &'static str {
    WORDS.iter().find(|(name, _)| *name == field).expect("a field that has a word").1
}

/// A sentence with the word of a field, not at its beginning.
pub fn sentence(field: &str) -> String {
    format!("Vu. {} et rien de plus", word(field))
}
