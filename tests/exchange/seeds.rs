//! Writes the seeds of the fuzz targets, from the generators of the hostile corpus:
//! `cargo test --test main exchange::seeds -- --ignored`. What fuzzing found stays beside them.

use std::collections::BTreeSet;
use std::path::Path;

use jalon::crypto::{Key, seal};
use jalon::domain::text::Lines;
use jalon::exchange::join::JoinRequest;
use jalon::exchange::trust::Place;
use jalon::journal::canonical;
use jalon::journal::payload::{self, Payload, Said};
use jalon::tabular::Table;
use secrecy::ExposeSecret as _;
use serde_json::json;

use super::corpus;
use super::forge::{Forge, decrypt, line, sha256};
use super::programme::{EPOCH, Programme, journal, now};
use crate::support::workbook::{Book, Sheet};

/// Longest seed, in bytes.
const LONGEST: usize = 5 << 10;

/// Puts a seed in the corpus of a target, under a name that its bytes give.
fn put(target: &str, input: &[u8]) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    std::fs::create_dir_all(&folder).unwrap();
    if input.len() <= LONGEST {
        std::fs::write(folder.join(format!("seed-{}", &sha256(input)[..12])), input).unwrap();
    }
}

#[test]
#[ignore = "writes into the repository"]
fn write_seeds() {
    let programme = Programme::new();
    outside(&programme);
    inside(&programme);
    entries(&programme);
    keys(&programme);
    screens();
    tables();
}

fn outside(programme: &Programme) {
    put("header_gate", &Forge::good(programme).encrypt(b"Bonjour"));
    let mut codes = BTreeSet::new();
    for case in corpus::all(programme) {
        let is_outside = ["B1", "B3", "B4", "B10"].contains(&case.class);
        if is_outside && (case.class == "B4" || codes.insert((case.class, case.expected))) {
            put("header_gate", &case.file[..case.file.len().min(2_000)]);
        }
    }
}

fn inside(programme: &Programme) {
    let forge = Forge::of(programme, &journal(programme.first.station, 2));
    put("inner_container", &[&[0], &forge.inner()[..]].concat());
    // Between the manifest and the padding, what follows the signature.
    let after = |forge: &Forge, inner: &[u8]| {
        let start = 512 + forge.manifest_bytes().len().next_multiple_of(512) + 1024;
        inner[start..].to_vec()
    };
    let signed = |manifest: &[u8], rest: &[u8]| {
        let length = u16::try_from(manifest.len()).unwrap().to_be_bytes();
        put("inner_container", &[&[1], &length[..], manifest, rest].concat());
    };
    signed(&forge.manifest_bytes(), &after(&forge, &forge.inner()));
    put("manifest", forge.manifest_bytes().trim_ascii_end());
    let raw: Vec<u8> = journal(programme.first.station, 6).iter().flat_map(line).collect();
    put("inner_container", &[&[2], &raw[..]].concat());

    let (identity, mut manifests, mut frames) = (programme.import().remove(0), BTreeSet::new(), 0);
    for case in corpus::all(programme) {
        if !["B11", "B12", "B13", "B15", "B16", "B19", "B20"].contains(&case.class) {
            continue;
        }
        let inner = decrypt(&case.file, identity.to_text().expose_secret());
        let size = |at: usize| {
            let digits = std::str::from_utf8(&inner[at + 124..at + 135]).unwrap();
            usize::from_str_radix(digits, 8).unwrap()
        };
        if size(0) > LONGEST {
            continue;
        }
        let manifest = &inner[512..512 + size(0)];
        let rest = &inner[512 + size(0).next_multiple_of(512)..];
        let part = rest.get(512 + 512..).filter(|part| part.len() > 1024 && part[0] == b'e');
        if manifests.insert((case.class, case.expected)) {
            put("manifest", manifest);
            let start = part.unwrap_or_default();
            signed(manifest, &start[..start.len().min(512)]);
        }
        if let (Some(part), "B11") = (part, case.class) {
            let digits = std::str::from_utf8(&part[124..135]).unwrap();
            let length = usize::from_str_radix(digits, 8).unwrap();
            let announced: serde_json::Value = serde_json::from_slice(manifest).unwrap();
            let raw = u32::try_from(announced["parts"][0]["raw"].as_u64().unwrap()).unwrap();
            put("segment", &[&raw.to_be_bytes()[..], &part[512..512 + length]].concat());
            frames += 1;
        }
    }
    assert!(frames > 5);
}

fn entries(programme: &Programme) {
    for entry in journal(programme.first.station, 3) {
        let line = line(&entry);
        put("entry_line", &[&[0], &line[..line.len() - 1]].concat());
    }
    for (kind, body) in golden() {
        let said = Said::Is(payload::body_from(kind, body).unwrap());
        let payload =
            Payload { salt: [7; 16], batch: None, undoes: None, imported: false, origin: None, said };
        let encoded = String::from_utf8(payload::encode(&payload)).unwrap();
        put("entry_line", format!("\u{1}{kind} {encoded}").as_bytes());
    }
}

/// A body of each kind, in its bytes.
fn golden() -> impl Iterator<Item = (&'static str, &'static str)> {
    include_str!("../journal/golden-v1.tsv").lines().filter_map(|line| line.split_once('\t'))
}

fn keys(programme: &Programme) {
    // As the target stretches: the salt, then zeros.
    let key = Key::from_slice(&[[9; 16], [0; 16]].concat()).unwrap();
    for (memory, passes, lanes) in [(262_144, 3, 4), (65_536, 3, 4), (1, 1, 1), (u32::MAX, 10, 8)] {
        let salt = "09".repeat(16);
        let line = format!("jalon-slot/1 argon2id v=19 m={memory} t={passes} p={lanes} salt={salt}\n");
        let sealed = seal(&key, line.as_bytes(), &[5; 32]).unwrap();
        let text = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, sealed);
        put("slot_file", format!("{line}{text}\n").as_bytes());
    }
    put("slot_file", b"jalon-slot/2 argon2id\nAAAA\n");

    let trust = &programme.trust;
    put("trust_json", &[&[0], &trust.sign(&programme.keys.root).unwrap()[..]].concat());
    let mut lists = vec![serde_json::to_value(trust).unwrap()];
    for (place, value) in [
        ("/demo", json!(true)),
        ("/format", json!("jalon-trust/2")),
        ("/stations", json!([])),
        ("/expires", json!("9999-12-31")),
        ("/policy", json!({"lock_after_minutes": 5, "nested": [[1], {"a": null}]})),
    ] {
        let mut list = lists[0].clone();
        *list.pointer_mut(place).unwrap() = value;
        lists.push(list);
    }
    for list in lists {
        put("trust_json", &[&[1], &canonical::to_bytes(&list).unwrap()[..]].concat());
    }

    let request = JoinRequest::new(&programme.second, EPOCH, Place::Work, now());
    put("join", &[&[0], &request.sign(&programme.second).unwrap()[..]].concat());
    put("join", &[&[1], &canonical::to_bytes(&request).unwrap()[..]].concat());
    let other = JoinRequest { demo: true, ..request };
    put("join", &[&[1], &canonical::to_bytes(&other).unwrap()[..]].concat());
}

fn screens() {
    let odd = [
        "\u{1B}[2J",
        "\u{1B}]52;c;eA==\u{7}",
        "\u{9B}31m",
        "\u{202E}gpj",
        "a\u{200B}b",
        "\u{E0041}",
        "\u{2028}",
        "Nguye\u{302}\u{303}n",
        "محمد",
        "שָׁלוֹם",
        "Zoé 👍🏽",
        "👨\u{200D}👩\u{200D}👧",
        "ﷺ",
        "漢字",
        "e\u{301}\u{301}\u{301}",
        "\t",
        "\r\n",
        "ligne\nligne",
        "",
        " ",
        "œÆ",
    ];
    for mode in [0_u8, 4, 8, 16, 32, 48, 50] {
        put("render", &[&[mode], odd.join("\u{1E}").as_bytes()].concat());
    }
    let lines: String = golden().map(|(kind, body)| format!("{kind} {body}\n")).collect();
    for mode in [1_u8, 5, 17, 33] {
        put("render", &[&[mode], lines.as_bytes()].concat());
    }
    assert!(odd.iter().any(|text| jalon::domain::text::first_unprintable(text, Lines::Many).is_some()));
}

/// The content of an ODS workbook: a covered cell, a repeated one, a figure.
const ODS: &str = "<office:body><office:spreadsheet><table:table table:name=\"personnes\"><table:table-row>\
    <table:table-cell office:value-type=\"string\"><text:p>nom</text:p></table:table-cell>\
    <table:table-cell table:number-columns-repeated=\"3\" office:value-type=\"float\" office:value=\"1.5\"/>\
    <table:covered-table-cell/></table:table-row></table:table></office:spreadsheet></office:body>";
/// The sheet of an XLSX workbook: shared, inline, figure, formula, merged.
const SHEET: &str = "<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"inlineStr\">\
    <is><t>nom</t></is></c><c r=\"C1\" s=\"1\"><v>41000.5</v></c><c r=\"D1\"><f>A1</f><v>2</v></c></row></sheetData>\
    <mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></worksheet>";
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"dd/mm/yyyy\"/></numFmts><cellXfs>\
    <xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";

fn tables() {
    for (mode, table) in (0_u8..).zip(Table::ALL) {
        let columns: Vec<&str> = table.spec().columns.iter().map(|column| column.name).collect();
        let cell = |name: &&str| match *name {
            name if name.contains("date") || name.ends_with("_le") => "12/03/2025",
            name if name.contains("duree") || name.contains("minutes") => "45",
            _ => "A-17",
        };
        let cells: Vec<&str> = columns.iter().map(cell).collect();
        let header = columns.join(";");
        let text = format!("{header}\r\n{}\r\n\"=1+1\";\"deux\nlignes\"\r\n", cells.join(";"));
        put("import_table", &[&[mode], text.as_bytes()].concat());
        put("import_table", &[&[200], text.replace(';', ",").as_bytes()].concat());
    }
    put("import_table", b"\0\xEF\xBB\xBFreference;nom;prenom\n1;Lef\xC3\xA8vre;Ma\xC3\xABlle\n");
    put("import_table", b"\0reference\tnom\tprenom\n1\tLef\xE8vre\tMa\xEBlle\n");
    put("import_table", b"\0\"reference;nom\n");

    let people = "ref;nom;prenom;naissance\n1;Belkacem;Nadia;12/03/1985\n2;Lefèvre;Maëlle;41000";
    let book = Book::new(vec![Sheet::of_texts("personnes", people)]);
    put("workbook", &[&[9], &book.xlsx()[..]].concat());
    put("workbook", &[&[9], &book.ods()[..]].concat());
    put("workbook", &[&[0], ODS.as_bytes()].concat());
    put("workbook", &[&[1], SHEET.as_bytes()].concat());
    let parts = [SHEET, "<sst><si><t>nom</t></si><si><r><t>A</t></r></si></sst>", STYLES].join("\u{1C}");
    put("workbook", &[&[2], parts.as_bytes()].concat());
    for text in [
        "[[feuille]]\ntable = \"personnes\"\n",
        "[[feuille]]\nnom = \"personnes\"\ntable = \"personnes\"\ndates = \"jj/mm/aaaa\"\n[feuille.colonnes]\nnom = \"nom\"\n",
        "[[feuille]]\n[feuille.constantes]\nlot = \"L3\"\n[feuille.valeurs.sexe]\n\"Mme\" = \"F\"\n",
    ] {
        put("mapping", text.as_bytes());
    }
}
