//! Another implementation, in another language, reads a store: `docs/lire_poste.py`.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};

use super::{PASSPHRASE, Place, at, draft, person};

/// A Python that has what the reader needs; the system's may have it where another has not.
fn python() -> Option<&'static str> {
    ["python3", "/usr/bin/python3"].into_iter().find(|python| {
        let tried = Command::new(python).args(["-c", "import argon2, nacl"]).stderr(Stdio::null()).status();
        tried.is_ok_and(|status| status.success())
    })
}

fn read(python: &str, root: &Path, passphrase: &str) -> std::process::Output {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/lire_poste.py");
    let mut child = Command::new(python)
        .arg(script)
        .arg(root)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("Python");
    writeln!(child.stdin.take().expect("its input"), "{passphrase}").expect("a line");
    child.wait_with_output().expect("an end")
}

#[test]
fn another_implementation_reads_the_store() {
    let Some(python) = python() else {
        assert!(
            std::env::var_os("JALON_REQUIRE_TOOLS").is_none(),
            "python3-nacl and python3-argon2 are needed"
        );
        return;
    };
    let place = Place::new();
    let mut store = place.create();
    let mut saved = Vec::new();
    for number in 0..20_u8 {
        let who = (number % 3 != 0).then(|| person(number % 3));
        let drafts = vec![draft(who, &format!("entretien n° {number}")), draft(None, "poste")];
        saved.extend(store.append(drafts, at(number.into())).unwrap());
    }
    store.close(at(60)).unwrap();
    let output = read(python, &place.root, PASSPHRASE);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let lines: Vec<serde_json::Value> = String::from_utf8(output.stdout)
        .unwrap()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), saved.len());
    for (line, entry) in lines.iter().zip(&saved) {
        assert_eq!(line["header"], serde_json::to_value(&entry.header).unwrap());
        let payload: serde_json::Value = serde_json::from_slice(entry.payload.as_ref().unwrap()).unwrap();
        assert_eq!(line["payload"], payload);
    }
    assert!(!read(python, &place.root, "ce n’est pas la bonne").status.success());
}
