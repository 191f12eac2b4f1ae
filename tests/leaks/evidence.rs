//! A document with a watched word in every field, in its name and in its bytes: once its original is
//! gone, nothing beside the station, in its backups or in a bundle says any of them.

use std::path::Path;

use jalon::domain::codes::StationRole;
use jalon::domain::evidence::{Evidence, EvidenceKind};
use jalon::usecase::attachments::Attaching;

use super::canary::{MARK, sentence};
use crate::support::station::{Station, at};

/// Files under a folder in which the mark stands, whole, whatever its case, or in their name.
fn telling(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(telling(&path));
            continue;
        }
        let bytes = std::fs::read(&path).expect("a file").to_ascii_lowercase();
        let name = path.display().to_string().to_lowercase();
        if name.contains(MARK) || bytes.windows(MARK.len()).any(|it| it == MARK.as_bytes()) {
            found.push(name);
        }
    }
    found
}

#[test]
fn a_sealed_document_tells_nothing_of_its_name_its_bytes_or_its_fields() {
    let station = Station::new(StationRole::Counsellor);
    station.write(
        "personnes.csv",
        "reference;nom;prenom;date_naissance;code_insee\nR1;Belkacem;Nadia;12/03/1988;76540\n",
    );
    assert_eq!(station.run(&["import", "personnes.csv"]).code, 0);
    let text = sentence("record").repeat(30_000);
    let source = station.write(&format!("{MARK}-fichier.txt"), &text);
    let now = at("2026-03-01");
    let mut session = station.open(now);
    let person = *session.caseload().files.keys().next().expect("somebody");
    let mut evidence = Evidence::new(EvidenceKind::Other);
    (evidence.note, evidence.checked_by) = (sentence("record"), Some(sentence("counsellor")));
    (evidence.checked_on, evidence.refused_because) = (Some(now.today), Some(sentence("refusal")));
    let path = source.display().to_string();
    session.attach(Attaching { person, replaces: None, evidence, path }, now).expect("attached");
    let id = session.file(person).expect("a file").evidence[0].id;
    session.close(now).expect("closed");
    std::fs::remove_file(&source).expect("removed");
    assert_eq!(station.run(&["backup", "--to", "."]).code, 0);
    assert_eq!(telling(&station.path("")), Vec::<String>::new());

    // What looks for it finds it where it is in plain.
    let session = station.open(now);
    let back = station.path("rendu.txt");
    session.extract(person, id, &back).expect("extracted");
    assert_eq!(std::fs::read_to_string(&back).expect("text"), text);
    assert_eq!(telling(&station.path("")).len(), 1);
}
