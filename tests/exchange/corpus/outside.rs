//! What the outside shows: the age header and its stream.

use jalon::exchange::bundle::code::Code;

use super::super::forge::{Forge, encrypt, sha256, tar_header};
use super::super::programme::stranger;
use super::Corpus;

/// Length of the last line of an age header: `--- `, the code and its line feed.
const MAC_LINE: usize = 4 + 43 + 1;

pub(super) fn add(corpus: &mut Corpus<'_>) {
    cut_and_altered(corpus);
    for_someone_else(corpus);
    not_a_bundle(corpus);
    breaking_the_grammar(corpus);
    exploding(corpus);
}

/// A bundle of a little more than one chunk of age, so that its cuts fall before, at and after it.
fn two_chunks(corpus: &Corpus<'_>) -> Vec<u8> {
    let mut forge = Forge::good(corpus.programme);
    let noise: Vec<u8> = (0..70_000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    forge.part(&format!("blobs/{}", sha256(&noise)), noise.clone(), noise.len() as u64);
    forge.seal()
}

/// Where the header of an age file ends.
fn header_of(file: &[u8]) -> usize {
    file.windows(4).position(|four| four == b"\n---").unwrap() + 1 + MAC_LINE
}

fn cut_and_altered(corpus: &mut Corpus<'_>) {
    let file = two_chunks(corpus);
    let header = header_of(&file);
    let chunk = header + 16 + (64 << 10) + 16;
    corpus.class("B1");
    for at in [1, 21, 22, header - 1, header, header + 1, header + 15, header + 16, header + 17, header + 32]
        .into_iter()
        .chain([chunk - 17, chunk - 16, chunk - 1, chunk, chunk + 1, file.len() - 17, file.len() - 1])
    {
        corpus.file(&format!("cut at {at}"), &file[..at], Code::Damaged);
    }
    for longer in [1, 16, 17, 70_000] {
        corpus.file(&format!("+{longer} bytes"), [&file[..], &vec![0; longer]].concat(), Code::Damaged);
    }
    let swapped = [&file[..header + 16], &file[chunk..], &file[header + 16..chunk]].concat();
    corpus.file("chunks swapped", swapped, Code::Damaged);
    let twice = [&file[..chunk], &file[header + 16..chunk], &file[chunk..]].concat();
    corpus.file("chunk doubled", twice, Code::Damaged);

    corpus.class("B2");
    let mac = header - MAC_LINE + 4;
    let flipped = |at: usize| {
        let mut altered = file.clone();
        altered[at] = match altered[at] {
            b'A' => b'B',
            b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' | b'+' | b'/' => b'A',
            other => other ^ 1,
        };
        altered
    };
    corpus.file("code of the header", flipped(mac), Code::HeaderAltered);
    let one_more = [&file[..mac - 4], b"-> extra\n\n", &file[mac - 4..]].concat();
    corpus.file("one recipient more", one_more, Code::HeaderAltered);
    corpus.file("first line", flipped(3), Code::NotAge);
    for (name, at) in [("nonce", header), ("first chunk", header + 16), ("tag", chunk - 1), ("last", chunk)] {
        corpus.file(name, flipped(at), Code::Damaged);
    }
    corpus.file("last byte", flipped(file.len() - 1), Code::Damaged);
}

fn for_someone_else(corpus: &mut Corpus<'_>) {
    corpus.class("B3");
    let other = stranger().identity.recipient().to_string();
    corpus.changed("for a stranger", Code::NotForUs, |forge, _| forge.recipients = vec![other.clone()]);
    corpus.changed("for fifteen strangers", Code::NotForUs, |forge, _| forge.recipients = vec![other; 15]);
    corpus.changed("for the sender only", Code::NotForUs, |forge, programme| {
        forge.recipients = vec![programme.first.identity.recipient().to_string()];
    });
}

fn not_a_bundle(corpus: &mut Corpus<'_>) {
    corpus.class("B4");
    let header = |stanza: &str| format!("age-encryption.org/v1\n{stanza}--- {}\n", "A".repeat(43));
    let scrypt = header(&format!("-> scrypt {} 18\n{}\n", "A".repeat(22), "A".repeat(43)));
    let cases: [(&str, &[u8], Code); 10] = [
        ("empty", b"", Code::Empty),
        ("one word", b"age-encryption.org", Code::Damaged),
        ("one line", b"age-encryption.org/v1", Code::Damaged),
        ("next version", b"age-encryption.org/v2\n", Code::NotAge),
        ("text form", b"-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n", Code::Armored),
        ("archive of another kind", b"PK\x03\x04", Code::NotAge),
        ("zeros", &[0; 4096], Code::NotAge),
        ("passphrase", scrypt.as_bytes(), Code::Passphrase),
        ("archive in clear", &tar_header("manifest.json", 3), Code::NotAge),
        ("signature in clear", b"-----BEGIN SSH SIGNATURE-----\n", Code::NotAge),
    ];
    for (name, file, expected) in cases {
        corpus.file(name, file, expected);
    }
    let recipients: Vec<String> = corpus.programme.recipients().iter().map(ToString::to_string).collect();
    for (name, inside) in [("nothing inside", &b""[..]), ("zeros inside", &[0; 512]), ("text inside", b"Oui")]
    {
        corpus.file(name, encrypt(inside, &recipients), Code::ManifestMissing);
    }
    let file = encrypt(b"", &recipients);
    corpus.file("no chunk", &file[..header_of(&file) + 16], Code::Damaged);
}

fn breaking_the_grammar(corpus: &mut Corpus<'_>) {
    let (mac, body) = ("A".repeat(43), "A".repeat(43));
    let header = |stanzas: &str| format!("age-encryption.org/v1\n{stanzas}--- {mac}\n{}", "x".repeat(99));
    let plain = header(&format!("-> X25519 {body}\n{body}\n"));
    for (name, file) in [
        ("no recipient", header("")),
        ("no kind", header("-> \n\n")),
        ("no space", header("->\n\n")),
        ("two spaces", header(&format!("-> X25519  {body}\n{body}\n"))),
        ("space at the end", header(&format!("-> X25519 {body} \n{body}\n"))),
        ("accent", header(&format!("-> X25519 é\n{body}\n"))),
        ("padding", header(&format!("-> X25519 {body}\n{body}=\n"))),
        ("bits after the end", header(&format!("-> X25519 {body}\n{}B\n", "A".repeat(42)))),
        ("carriage return", header(&format!("-> X25519 {body}\n{body}\r\n"))),
        ("65 columns", header(&format!("-> X25519 {body}\n{}\n", "A".repeat(65)))),
        ("no short line", header(&format!("-> X25519 {body}\n{}\n", "A".repeat(64)))),
        ("no body", header(&format!("-> X25519 {body}\n"))),
        ("empty line more", header(&format!("-> X25519 {body}\n{body}\n\n"))),
        ("two spaces before the code", plain.replace("--- A", "---  ")),
        ("short code", plain.replace("--- A", "--- ")),
        ("padded code", plain.replace("--- A", "--- =A")),
    ] {
        corpus.file(name, file, Code::HeaderForm);
    }
}

fn exploding(corpus: &mut Corpus<'_>) {
    corpus.class("B10");
    let (argument, mac) = (format!("C{}", "A".repeat(42)), "A".repeat(43));
    let stanzas = |count: usize| format!("-> X25519 {argument}\n{argument}\n").repeat(count);
    let file =
        |count: usize| format!("age-encryption.org/v1\n{}--- {mac}\n{}", stanzas(count), "x".repeat(64));
    corpus.file("16 recipients", file(16), Code::NotForUs);
    for count in [17, 2_000, 20_000] {
        corpus.file(&format!("{count} recipients"), file(count), Code::HeaderTooLong);
    }
    let endless = format!("age-encryption.org/v1\n-> {}", "A".repeat(4 << 20));
    corpus.file("endless line", endless, Code::HeaderTooLong);
    let body = format!("age-encryption.org/v1\n-> X25519\n{}", format!("{}\n", "A".repeat(64)).repeat(4_000));
    corpus.file("endless body", body, Code::HeaderTooLong);
    for (length, expected) in [(16 << 10, Code::NotForUs), ((16 << 10) + 1, Code::HeaderTooLong)] {
        let end = format!("--- {mac}\n");
        let begin = "age-encryption.org/v1\n-> grease ";
        let filler = "a".repeat(length - begin.len() - end.len() - 2);
        let exact = format!("{begin}{filler}\n\n{end}{}", "x".repeat(64));
        corpus.file(&format!("header of {length} bytes"), exact, expected);
    }
}
