//! What a quick line means: `nadia 45 p d CV à jour` is a person, minutes, a modality, who signed,
//! and the record. Pure: people come in as a question, and nothing is saved here.
//!
//! Position decides. Words name the person as long as they lead to somebody; then come, each at
//! most once and in this order, the duration, the modality and the signatures, apart or glued
//! (`45pd`); the rest is the record. A letter that could be two things is the first that is still
//! to come: `d` is *domicile*, a second `d` is *les deux*. Codes are lower-case letters, and a comma
//! ends them, so that `CV`, `A rappelé` and `p, a rappelé` stay text.

use crate::domain::codes::Modality;
use crate::domain::interview::LONGEST_MINUTES;
use crate::domain::signing::Signing;

/// Pairs of letters that a record may well begin with: codes only when glued to a duration.
const WORDS_NOT_CODES: &[&str] = &["en", "va", "ta"];
/// The unshifted digit row of an AZERTY keyboard, from 0.
const AZERTY_DIGITS: [char; 10] = ['à', '&', 'é', '"', '\'', '(', '-', 'è', '_', 'ç'];
/// A number before `h` is hours up to this, and minutes of a modality *hors les murs* above.
const MOST_HOURS: u16 = LONGEST_MINUTES / 60;

/// Whom the line is about.
#[derive(Clone, Copy)]
pub enum Subject<'a> {
    /// Whoever its first words name; the question says whether words lead to somebody.
    Named(&'a dyn Fn(&str) -> bool),
    /// The person whose file is open: the line begins with the duration.
    Open,
}

/// What a line means. What it does not say is `None`, and takes the usual value.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Understood {
    /// Words that name the person.
    pub person: String,
    /// Duration, in minutes.
    pub duration_min: Option<u16>,
    /// How it took place.
    pub modality: Option<Modality>,
    /// Who signed.
    pub signing: Option<Signing>,
    /// The written record.
    pub record: String,
}

impl std::fmt::Debug for Understood {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Understood({:?}, {:?}, {:?} […])", self.duration_min, self.modality, self.signing)
    }
}

/// The letter of a modality on the quick line and in forms.
pub const fn modality_letter(modality: Modality) -> char {
    match modality {
        Modality::OnSite => 'p',
        Modality::Outreach => 'h',
        Modality::AtEmployer => 'e',
        Modality::AtHome => 'd',
        Modality::Video => 'v',
        Modality::Phone => 't',
    }
}

/// The letter of a word on signatures on the quick line and in forms.
pub const fn signing_letter(signing: Signing) -> char {
    match signing {
        Signing::Both => 'd',
        Signing::Participant => 'a',
        Signing::Counsellor => 'c',
        Signing::Nobody => 'n',
        Signing::Refused => 'r',
    }
}

/// What `line` means.
pub fn parse(line: &str, subject: Subject<'_>) -> Understood {
    let mut understood = Understood::default();
    let mut rest = line.trim();
    let mut has_codes = true;
    if let Subject::Named(leads_to_somebody) = subject {
        (rest, has_codes) = take_person(rest, leads_to_somebody, &mut understood);
    }
    while has_codes {
        let (word, after) = split_word(rest);
        let (code, is_last) = without_stop(word);
        if code.is_empty() || !take_code(code, after, &mut understood) {
            // A mark that stands alone only separates the codes from the record.
            rest = if code.is_empty() && is_last { after } else { rest };
            break;
        }
        rest = after;
        has_codes = !is_last;
    }
    understood.record = rest.trim().to_owned();
    understood
}

/// The first word, and what follows it.
fn split_word(text: &str) -> (&str, &str) {
    let text = text.trim_start();
    text.find(char::is_whitespace).map_or((text, ""), |end| (&text[..end], &text[end..]))
}

/// A word without the mark that ends it, and whether it had one.
fn without_stop(word: &str) -> (&str, bool) {
    let bare = word.trim_end_matches([',', ';', ':']);
    (bare, bare.len() != word.len())
}

/// Takes the words that name the person; says what follows, and whether codes may.
fn take_person<'a>(
    line: &'a str,
    leads_to_somebody: &dyn Fn(&str) -> bool,
    understood: &mut Understood,
) -> (&'a str, bool) {
    let (first, mut rest) = split_word(line);
    let (name, mut is_last) = without_stop(first);
    understood.person = name.to_owned();
    while !is_last {
        let (word, after) = split_word(rest);
        let (name, ends) = without_stop(word);
        let longer = format!("{} {name}", understood.person);
        let is_code = take_code(name, after, &mut Understood::default());
        if name.is_empty() || is_code || !leads_to_somebody(&longer) {
            break;
        }
        understood.person = longer;
        rest = after;
        is_last = ends;
    }
    (rest, !is_last)
}

/// Takes one word as codes, all of it or nothing.
fn take_code(word: &str, after: &str, understood: &mut Understood) -> bool {
    let mut taken = understood.clone();
    let mut letters = word;
    let may_have_duration =
        taken.duration_min.is_none() && taken.modality.is_none() && taken.signing.is_none();
    if may_have_duration && let Some((minutes, rest)) = duration(word) {
        taken.duration_min = Some(minutes);
        letters = rest;
    }
    let is_glued = letters.len() < word.len();
    if !is_glued && is_text(word, after, &taken) {
        return false;
    }
    let is_code = (is_glued || !letters.is_empty()) && letters.chars().all(|c| take_letter(c, &mut taken));
    if is_code {
        *understood = taken;
    }
    is_code
}

/// Whether a word that could be codes is rather the first word of a record: `a rappelé`.
fn is_text(word: &str, after: &str, understood: &Understood) -> bool {
    let is_verb = word == "a" && understood.modality.is_none() && !after.trim().is_empty();
    is_verb || WORDS_NOT_CODES.contains(&word)
}

/// Takes one letter at the first position that is still free.
fn take_letter(letter: char, understood: &mut Understood) -> bool {
    if understood.signing.is_some() {
        return false;
    }
    if understood.modality.is_none() {
        understood.modality = Modality::ALL.iter().copied().find(|it| modality_letter(*it) == letter);
        if understood.modality.is_some() {
            return true;
        }
    }
    understood.signing = Signing::ALL.iter().copied().find(|it| signing_letter(*it) == letter);
    understood.signing.is_some()
}

/// The duration that a word begins with, in minutes, and the letters glued to it.
fn duration(word: &str) -> Option<(u16, &str)> {
    let (number, rest) = number(word)?;
    let minutes = match rest.strip_prefix('h') {
        Some(after) if number <= MOST_HOURS => {
            let (past, rest) = self::number(after).unwrap_or((0, after));
            return believed(number.checked_mul(60)?.checked_add(past)?, rest);
        }
        Some(_) | None => number,
    };
    let rest = ["min", "mn", "m"].iter().find_map(|unit| rest.strip_prefix(unit)).unwrap_or(rest);
    believed(minutes, rest)
}

fn believed(minutes: u16, rest: &str) -> Option<(u16, &str)> {
    (1..=LONGEST_MINUTES).contains(&minutes).then_some((minutes, rest))
}

/// The number that a word begins with: digits, or at least two keys of the AZERTY digit row typed
/// without shift.
fn number(word: &str) -> Option<(u16, &str)> {
    let plain = word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len());
    if plain > 0 {
        return Some((word[..plain].parse().ok()?, &word[plain..]));
    }
    let digit = |c: char| AZERTY_DIGITS.iter().position(|it| *it == c);
    let typed = word.chars().take_while(|c| digit(*c).is_some());
    let (count, length) = typed.clone().fold((0, 0), |(count, length), c| (count + 1, length + c.len_utf8()));
    if count < 2 {
        return None;
    }
    let digits: String = typed.filter_map(digit).map(|it| it.to_string()).collect();
    Some((digits.parse().ok()?, &word[length..]))
}
