//! `print`: documents to new files, private, with a line in the journal, never over another one.

use std::os::unix::fs::PermissionsExt as _;

use jalon::domain::list_export::ListFormat;

use super::agenda::station;
use crate::support::station::at;

#[test]
fn a_document_is_a_private_file_that_is_never_written_over_and_the_journal_says_that_it_left() {
    let station = station();
    for (asked, file, says) in [
        (vec!["print", "agenda", "11/06/2026"], "ordre.txt", "BELKACEM"),
        (vec!["print", "session", "11/06/2026"], "seance.txt", "BELKACEM"),
        (vec!["print", "attendance", "2026-06-11"], "presence.txt", "France Travail"),
        (vec!["print", "dossier", "Lefèvre"], "dossier.txt", "LEFÈVRE"),
    ] {
        let asked = [asked.as_slice(), &["--out", file, "--lang", "fr"]].concat();
        let printed = station.run(&asked);
        assert_eq!(printed.code, 0, "{asked:?}: {}", printed.err);
        let path = station.path(file);
        let text = std::fs::read_to_string(&path).expect("a file");
        assert!(text.contains(says) && text.contains("Cofinancé par l’Union européenne"), "{text}");
        let mode = std::fs::metadata(&path).expect("a file").permissions().mode();
        assert_eq!(mode & 0o777, 0o600, "{file}");
        assert_eq!(station.run(&asked).code, 1, "{file} is never written over");
        assert_eq!(std::fs::read_to_string(&path).expect("a file"), text);
    }
    let session = station.open(at("2026-03-12"));
    let exports = &session.caseload().office.list_exports;
    let told: Vec<_> = exports.iter().map(|it| (it.value.people, it.value.format)).collect();
    let text = ListFormat::Text;
    assert_eq!(told, [(1, text), (1, text), (0, text), (1, text)], "one line a document");
}

#[test]
fn what_cannot_be_printed_is_said_and_leaves_no_file() {
    let station = station();
    for (asked, code, says) in [
        (vec!["print", "dossier", "Morel"], 1, "n’est pas présentée"),
        (vec!["print", "email", "Morel"], 1, "rien à annoncer"),
        (vec!["print", "agenda", "--as-of", "2027-01-01"], 1, "Aucune séance"),
        (vec!["print", "agenda", "pas un jour"], 2, "pas un jour"),
        (vec!["print", "agenda", "11/06/2026", "--no-names"], 2, "--no-names"),
    ] {
        let asked = [asked.as_slice(), &["--out", "rien.txt", "--lang", "fr"]].concat();
        let refused = station.run(&asked);
        assert_eq!(refused.code, code, "{asked:?}: {}", refused.err);
        assert!(refused.err.contains(says), "{asked:?}: {}", refused.err);
        assert!(!station.path("rien.txt").exists(), "{asked:?}");
    }
}
