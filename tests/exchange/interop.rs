//! Bundles that stock tools write, right and wrong, read by Jalon and by stock tools: who
//! accepts, who refuses, and where Jalon is the stricter of the two.

use jalon::exchange::bundle::code::Code;
use jalon::exchange::signing::SigningKey;
use serde_json::json;

use super::forge::{Forge, line};
use super::programme::{journal, stranger};
use super::stock_tools::{Bench, has_tools, recipe, say};

/// A way to write a bundle: what is replaced in the recipe, and what is done after it.
struct Row {
    name: &'static str,
    /// Replacements in the recipe.
    edits: &'static [(&'static str, &'static str)],
    /// Commands that follow it.
    after: &'static str,
}

const fn row(name: &'static str, edits: &'static [(&'static str, &'static str)], after: &'static str) -> Row {
    Row { name, edits, after }
}

const SIGN: &str = "ssh-keygen -q -Y sign -f poste.key -n jalon-bundle@v1 manifest.json";
const ENTRIES: &str = "zstd -q -3 ecritures.jsonl -o entries/000000.jsonl.zst";
const TAR: &str = "-cf lot.tar manifest.json manifest.json.sig entries/000000.jsonl.zst";
const AGE: &str = "jq -r '.to[]' manifest.json | age -R - -o lot.age lot.tar";

/// Both accept.
const GOOD: &[Row] = &[
    row("as it is printed", &[], ""),
    row("compressed the least", &[("zstd -q -3", "zstd -q -1")], ""),
    row("compressed the most", &[("zstd -q -3", "zstd -q -19")], ""),
    row("without checksum of the frame", &[("zstd -q -3", "zstd -q --no-check")], ""),
    row("with long distance matching", &[("zstd -q -3", "zstd -q --long=27")], ""),
    row(
        "recipients one by one",
        &[(AGE, "age $(jq -r '\"-r \" + .to[]' manifest.json) -o lot.age lot.tar")],
        "",
    ),
    row(
        "encrypted from a pipe",
        &[(AGE, "jq -r '.to[]' manifest.json > qui; age -R qui < lot.tar > lot.age")],
        "",
    ),
];

/// Both refuse.
const WRONG: &[(Row, Code)] = &[
    (row("signed by nobody", &[("poste.key", "inconnu.key")], ""), Code::UnknownSigner),
    (row("signed by the other station", &[("poste.key", "second.key")], ""), Code::WrongSender),
    (row("signed for another purpose", &[("-n jalon-bundle@v1", "-n file")], ""), Code::SignatureNamespace),
    (row("signed with RSA", &[("poste.key", "rsa.key")], ""), Code::SignatureKind),
    (row("signed with ECDSA", &[("poste.key", "ecdsa.key")], ""), Code::SignatureForm),
    (
        row(
            "signed before a change",
            &[(
                SIGN,
                "ssh-keygen -q -Y sign -f poste.key -n jalon-bundle@v1 manifest.json; jq -cS '.gen = 9' manifest.json > m; mv m manifest.json",
            )],
            "",
        ),
        Code::SignatureWrong,
    ),
    (
        row(
            "another text signed",
            &[(
                SIGN,
                "echo > m; ssh-keygen -q -Y sign -f poste.key -n jalon-bundle@v1 m; mv m.sig manifest.json.sig",
            )],
            "",
        ),
        Code::SignatureWrong,
    ),
    (
        row(
            "part altered",
            &[(
                SIGN,
                "ssh-keygen -q -Y sign -f poste.key -n jalon-bundle@v1 manifest.json; printf x | dd of=entries/000000.jsonl.zst bs=1 seek=40 conv=notrunc status=none",
            )],
            "",
        ),
        Code::PartDigest,
    ),
    (row("part left out", &[(TAR, "-cf lot.tar manifest.json manifest.json.sig")], ""), Code::PartHeader),
    (
        row("signature left out", &[(TAR, "-cf lot.tar manifest.json entries/000000.jsonl.zst")], ""),
        Code::SignatureMissing,
    ),
    (
        row(
            "last entry left out",
            &[(
                ENTRIES,
                "sed -i '$d' ecritures.jsonl; zstd -q -3 ecritures.jsonl -o entries/000000.jsonl.zst",
            )],
            "",
        ),
        Code::EntryCount,
    ),
    (
        row(
            "entries swapped",
            &[(
                ENTRIES,
                "sed -i '2{h;d};3G' ecritures.jsonl; zstd -q -3 ecritures.jsonl -o entries/000000.jsonl.zst",
            )],
            "",
        ),
        Code::EntryChain,
    ),
    (
        row(
            "a text changed",
            &[(
                ENTRIES,
                "sed -i 's/rendez-vous/Rendez-vous/' ecritures.jsonl; zstd -q -3 ecritures.jsonl -o entries/000000.jsonl.zst",
            )],
            "",
        ),
        Code::EntryPayload,
    ),
    (row("not a frame", &[(ENTRIES, "cp ecritures.jsonl entries/000000.jsonl.zst")], ""), Code::PartFrame),
    (
        row(
            "frame cut",
            &[(ENTRIES, "zstd -q -3 ecritures.jsonl -o f; head -c -4 f > entries/000000.jsonl.zst")],
            "",
        ),
        Code::PartFrame,
    ),
    (
        row("for someone else", &[(AGE, "age -r $(age-keygen -y stranger.key) -o lot.age lot.tar")], ""),
        Code::NotForUs,
    ),
    (
        row(
            "not addressed to us",
            &[
                (
                    SIGN,
                    "jq -cS --arg to \"$(age-keygen -y stranger.key)\" '.to = [$to]' manifest.json > m; mv m manifest.json; ssh-keygen -q -Y sign -f poste.key -n jalon-bundle@v1 manifest.json",
                ),
                (AGE, "age -r $(age-keygen -y import.key) -o lot.age lot.tar"),
            ],
            "",
        ),
        Code::NotAddressed,
    ),
    (row("file cut", &[], "truncate -s -1 lot.age"), Code::Damaged),
    (row("file longer", &[], "echo >> lot.age"), Code::Damaged),
    (
        row("header altered", &[], "LC_ALL=C sed -i '0,/^--- /s//-> extra\\n\\n--- /' lot.age"),
        Code::HeaderAltered,
    ),
    (row("nothing at all", &[], ": > lot.age"), Code::Empty),
    (row("archive in clear", &[], "cp lot.tar lot.age"), Code::NotAge),
];

/// Stock tools accept, as they are made for more than bundles; Jalon does not.
const STRICTER: &[(Row, Code)] = &[
    (row("text form", &[("age -R -", "age -a -R -")], ""), Code::Armored),
    (
        row(
            "17 recipients",
            &[(
                AGE,
                "for i in $(seq 17); do age-keygen -y import.key; done > qui; age -R qui -o lot.age lot.tar",
            )],
            "",
        ),
        Code::HeaderTooLong,
    ),
    (row("GNU archive", &[("--format=ustar", "--format=gnu")], ""), Code::ManifestMissing),
    (row("pax archive", &[("--format=ustar", "--format=posix")], ""), Code::ManifestMissing),
    (row("another mode", &[("--mode=0600", "--mode=0644")], ""), Code::ManifestMissing),
    (row("another owner", &[("--owner=0", "--owner=1000")], ""), Code::ManifestMissing),
    (row("another date", &[("--mtime=@0", "--mtime=@1")], ""), Code::ManifestMissing),
    (
        row("folder said", &[(TAR, "-cf lot.tar manifest.json manifest.json.sig entries")], ""),
        Code::PartHeader,
    ),
    (
        row(
            "names from here",
            &[(TAR, "-cf lot.tar ./manifest.json ./manifest.json.sig ./entries/000000.jsonl.zst")],
            "",
        ),
        Code::ManifestMissing,
    ),
    (
        row(
            "manifest last",
            &[(TAR, "-cf lot.tar entries/000000.jsonl.zst manifest.json.sig manifest.json")],
            "",
        ),
        Code::ManifestMissing,
    ),
    (
        row(
            "a file more",
            &[(TAR, "-cf lot.tar manifest.json manifest.json.sig entries/000000.jsonl.zst ecritures.jsonl")],
            "",
        ),
        Code::ArchiveEnd,
    ),
    (row("a block less", &[("/ pas * pas))", "/ pas * pas - 512))")], ""), Code::ArchiveEnd),
    // By more than a pipe holds: what is read only up to the end of the archive stops its writer.
    (
        row(
            "padded with more",
            &[("truncate -s $(((taille + pas - 1) / pas * pas)) lot.tar", "truncate -s 1M lot.tar")],
            "",
        ),
        Code::ArchiveEnd,
    ),
    (row("manifest with spaces", &[("jq -cS", "jq -S")], ""), Code::ManifestForm),
    (
        row(
            "frame without size",
            &[(ENTRIES, "zstd -q -3 < ecritures.jsonl > entries/000000.jsonl.zst")],
            "",
        ),
        Code::PartFrame,
    ),
    (
        row(
            "two frames",
            &[(
                ENTRIES,
                "head -4 ecritures.jsonl > a; tail -n +5 ecritures.jsonl > b; zstd -q a b; cat a.zst b.zst > entries/000000.jsonl.zst",
            )],
            "",
        ),
        Code::PartFrame,
    ),
    (
        row(
            "newer format",
            &[(
                SIGN,
                "jq -cS '.format = \"jalon-bundle/2\"' manifest.json > m; mv m manifest.json; ssh-keygen -q -Y sign -f poste.key -n jalon-bundle@v1 manifest.json",
            )],
            "",
        ),
        Code::NewerFormat,
    ),
];

/// Where bundles are written and read.
struct Matrix {
    bench: Bench,
    write: String,
    read: String,
}

impl Matrix {
    fn new() -> Self {
        let bench = Bench::new();
        let first = &bench.programme.first;
        let entries = journal(first.station, 9);
        bench.put("source.jsonl", &entries.iter().flat_map(line).collect::<Vec<_>>());
        let mut forge = Forge::of(&bench.programme, &entries);
        forge.manifest["parts"] = json!([]);
        bench.put("sommaire.json", &serde_json::to_vec_pretty(&forge.manifest).unwrap());
        bench.put("poste.key", first.signing.to_openssh().as_bytes());
        bench.put("second.key", bench.programme.second.signing.to_openssh().as_bytes());
        bench.put("inconnu.key", SigningKey::from_seed(&[99; 32]).to_openssh().as_bytes());
        bench.identity("stranger.key", &stranger().identity);
        bench.succeeds(
            "chmod 600 *.key
             ssh-keygen -q -t rsa -b 2048 -N '' -C '' -f rsa.key
             ssh-keygen -q -t ecdsa -N '' -C '' -f ecdsa.key",
        );
        let read = [recipe("ouvrir"), recipe("verifier-la-chaine")].join("\n");
        Self { bench, write: recipe("ecrire"), read }
    }

    /// Writes the bundle of a row.
    fn write(&self, row: &Row) {
        let mut recipe = self.write.clone();
        for (from, to) in row.edits {
            assert!(recipe.contains(from), "{}: {from:?} is not in the recipe", row.name);
            recipe = recipe.replace(from, to);
        }
        let clean = "rm -rf entries manifest.json* lot.* a b f m qui *.zst; cp source.jsonl ecritures.jsonl";
        self.bench.succeeds(&format!("{clean}\n{recipe}\n{}", row.after));
    }

    /// What Jalon says of it.
    fn code(&self) -> Code {
        self.bench.programme.inspect(&self.bench.get("lot.age")).code
    }

    /// Whether the printed commands, in a folder with nothing else, accept it.
    fn stock_tools_accept(&self) -> bool {
        let desk = "rm -rf lecture; mkdir lecture; cp lot.age import.key allowed_signers lecture; cd lecture";
        self.bench.run(&format!("{desk}\n{}", self.read)).status.success()
    }
}

#[test]
fn what_stock_tools_write_is_read_by_both_or_refused_by_both() {
    if !has_tools() {
        return;
    }
    let matrix = Matrix::new();
    let mut problems = Vec::new();
    let mut judge = |row: &Row, expected: Code, stock: bool| {
        matrix.write(row);
        let (code, accept) = (matrix.code(), matrix.stock_tools_accept());
        if (code, accept) != (expected, stock) {
            problems.push(format!("{}: {code:?}, stock tools {accept}", row.name));
        }
    };
    GOOD.iter().for_each(|row| judge(row, Code::Verified, true));
    WRONG.iter().for_each(|(row, code)| judge(row, *code, false));
    STRICTER.iter().for_each(|(row, code)| judge(row, *code, true));
    assert!(problems.is_empty(), "\n{}", problems.join("\n"));
    let counts = [GOOD.len(), WRONG.len(), STRICTER.len()];
    say(&format!("written by stock tools: accepted by both, refused by both, by Jalon alone: {counts:?}"));
}

/// What Jalon writes opens with each key of its recipients, and stops when a key is no longer listed.
#[test]
fn what_jalon_writes_opens_with_each_key() {
    if !has_tools() {
        return;
    }
    let matrix = Matrix::new();
    let (bench, programme) = (&matrix.bench, &matrix.bench.programme);
    let entries = journal(programme.first.station, 30);
    let (file, _) = programme.bundle(&programme.cover(), jalon::journal::entry::Head::EMPTY, &entries);
    bench.put("lot.age", &file);
    assert!(matrix.stock_tools_accept());
    bench.identity("import.key", &programme.keys.rescue);
    assert!(matrix.stock_tools_accept(), "the rescue key");
    for (who, identity) in [
        ("recovery", &programme.keys.recovery),
        ("the sender itself", &programme.first.identity),
        ("a stranger", &stranger().identity),
    ] {
        bench.identity("import.key", identity);
        assert!(!matrix.stock_tools_accept(), "{who}");
    }
    bench.identity("import.key", &programme.import()[0]);
    let trust = programme.trust.revoke(programme.first.station, 0).unwrap();
    let signers = jalon::exchange::allowed_signers::allowed_signers(&trust);
    bench.put("allowed_signers", signers.as_bytes());
    assert!(!matrix.stock_tools_accept(), "its signer was revoked");
    assert_eq!(bench.run("test -e lecture/manifest.json").status.code(), Some(0), "it was opened");
}

/// `ssh-keygen` and Jalon judge one signature alike, whoever made it.
#[test]
fn signatures_are_judged_alike() {
    if !has_tools() {
        return;
    }
    let matrix = Matrix::new();
    let bench = &matrix.bench;
    bench.put("message", b"Bonjour.\n");
    let station = bench.programme.first.station;
    let verify = |namespace: &str, signature: &str| {
        let check = format!("ssh-keygen -Y verify -f allowed_signers -I {station}");
        bench.run(&format!("{check} -n {namespace} -s {signature} < message")).status.success()
    };
    use jalon::exchange::signing::{Namespace, Signature};
    let ours = bench.programme.first.signing.sign(Namespace::Bundle, b"Bonjour.\n");
    bench.put("ours.sig", ours.as_bytes());
    bench.succeeds("ssh-keygen -q -Y sign -f poste.key -n jalon-bundle@v1 message");
    assert_eq!(bench.get("message.sig"), ours.as_bytes(), "the same bytes");
    assert!(verify("jalon-bundle@v1", "ours.sig"));
    assert!(!verify("jalon-trust@v1", "ours.sig") && !verify("file", "ours.sig"));
    bench.put("message", b"Bonsoir.\n");
    assert!(!verify("jalon-bundle@v1", "ours.sig"));
    let signature = Signature::parse(ours.as_bytes(), Namespace::Bundle).unwrap();
    assert!(signature.check(b"Bonjour.\n").is_ok() && signature.check(b"Bonsoir.\n").is_err());
    assert!(Signature::parse(ours.as_bytes(), Namespace::Trust).is_err());
}
