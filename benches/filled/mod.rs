//! Stations that are filled as by years of work, and how long it takes to open them.

use std::fs;
use std::path::Path;
use std::time::Duration;

use chrono::{Days, NaiveDate, TimeDelta};
use jalon::clock::{instant, now};
use jalon::crypto::{Argon2id, KdfCost, Passphrase, Stretch as _};
use jalon::domain::codes::{Lot, StationRole};
use jalon::i18n::{Language, Words};
use jalon::tabular::Sheet;
use jalon::ui::app::{App, Settings};
use jalon::ui::effect::{Effect, Ticket};
use jalon::ui::event::Event;
use jalon::ui::keymap::Keymap;
use jalon::ui::start;
use jalon::ui::theme::Theme;
use jalon::ui::theme::depth::Depth;
use jalon::usecase::request::{Request, SetUp};
use jalon::usecase::session::Session;
use jalon::usecase::worker::{Place, Worker};
use ratatui::layout::Size;
use rustix::time::{ClockId, clock_gettime};
use secrecy::SecretString;

use super::measure::{milliseconds, say};
use super::memory::memory_mib;

/// That of every station here.
pub const PASSPHRASE: &str = "le tram 7 sent le pain chaud";
/// People taken in at once.
pub const PEOPLE_AT_ONCE: usize = 50;

/// What all threads of this process took of the processors so far.
pub fn processor_time() -> Duration {
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or(0))
}

pub fn timed<T>(act: impl FnOnce() -> T) -> (T, Duration) {
    let start = instant();
    let made = act();
    (made, start.elapsed())
}

pub fn line(what: &str, time: Duration, beside: &str) {
    say(&format!("{what:<44} {:>9.1} ms   {beside}", milliseconds(time)));
}

/// A record as they are written, about 500 bytes.
fn record(number: usize) -> String {
    let text = "Point sur la recherche d’emploi. CV à jour. Revoir la garde d’enfants avec la mairie. ";
    format!("{} {number}", text.repeat(6))
}

/// Takes in so many entries, so many interviews a person, some people at a time. `ward` sets the people of one
/// station apart from those of others.
pub fn fill(session: &mut Session, ward: usize, entries: usize, interviews: usize, today: NaiveDate) {
    let people = entries / (interviews + 2);
    for first in (0..people).step_by(PEOPLE_AT_ONCE) {
        let mut tables = [
            ("personnes", "ref;nom;prenom;naissance;commune;telephone\n".to_owned()),
            ("adhesions", "ref;orientation;adhesion;lot\n".to_owned()),
            (
                "entretiens",
                "ref;date;issue;duree_min;modalite;compte_rendu;signature_adherent;signature_conseiller\n"
                    .to_owned(),
            ),
        ];
        for person in first..(first + PEOPLE_AT_ONCE).min(people) {
            let before = |days: usize| today - Days::new(days as u64);
            let name = format!("Lefebvre{};Marie-Noëlle", letters(ward * 10_000 + person));
            tables[0].1 += &format!("P{person};{name};12/04/1985;Cléon;06 00 00 00 00\n");
            tables[1].1 += &format!("P{person};{};{};L3\n", before(2_600), before(2_560));
            for rank in 0..interviews {
                let day = before(2_520 * (interviews - rank) / interviews);
                let record = record(person * interviews + rank);
                tables[2].1 += &format!("P{person};{day};tenu;45;presentiel;{record};{day};{day}\n");
            }
        }
        let sheets = tables.iter().map(|(name, text)| Sheet::new(name, text.as_bytes()));
        let sheets: Vec<Sheet<'_>> = sheets.collect();
        let reading = session.read_import(&sheets, now());
        assert!(reading.refusals.is_empty(), "the tables are right");
        session.import(&reading, now()).expect("taken in");
    }
}

/// A number as letters, since names have no digits.
pub fn letters(number: usize) -> String {
    number.to_string().bytes().map(|digit| char::from(digit - b'0' + b'a')).collect()
}

pub fn size_of(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.map(|path| if path.is_dir() { size_of(&path) } else { read(&path).len() as u64 }).sum()
}

pub fn read(path: &Path) -> Vec<u8> {
    fs::read(path).expect("a file")
}

/// An unlocking as people wait for it: the passphrase is tried, everything is read, home is there.
/// The quickest of three, by the clock on the wall and by what it took of the processors.
pub fn measure_opening(place: &Place) -> (Duration, Duration) {
    let (mut best, mut least) = (Duration::MAX, Duration::MAX);
    let (bytes, floor) = timed(|| size_of(&place.data));
    line("floor: the station’s files read", floor, &format!("{:.1} MB", bytes as f64 / 1e6));
    for turn in ["first", "second", "third"] {
        let before = processor_time();
        let key = stretch(KdfCost::floor_for_tests());
        let key_processor = processor_time().saturating_sub(before);
        let mut worker = Worker::new(place.clone(), || Ok(KdfCost::floor_for_tests()));
        let request = Request::Unlock(SecretString::from(PASSPHRASE));
        let before = processor_time();
        let (outcome, unlocking) = timed(|| worker.answer(request, now()));
        let mut app = application();
        let effects = app.start(now());
        let look = effects.into_iter().find_map(|effect| match effect {
            Effect::Run(ticket, _) => Some(ticket),
            Effect::Write(_) | Effect::Learn(_) | Effect::Quit => None,
        });
        let (_, home) = timed(|| app.update(Event::Done(look.unwrap_or(Ticket(0)), outcome), now()));
        assert!(app.cx(now()).model.is_open);
        let rest = unlocking.saturating_sub(key) + home;
        let processor = processor_time().saturating_sub(before).saturating_sub(key_processor);
        best = best.min(rest);
        least = least.min(processor);
        let beside = format!(
            "of which home {:.1} ms; processor {:.1} ms; peak {:.0} MiB",
            milliseconds(home),
            milliseconds(processor),
            memory_mib("VmHWM:")
        );
        line(&format!("{turn} opening, beside the key"), rest, &beside);
        worker.answer(Request::Lock, now());
    }
    (best, least)
}

/// What a key of this cost takes.
pub fn stretch(cost: KdfCost) -> Duration {
    let (key, time) = timed(|| Argon2id.stretch(&Passphrase::new(PASSPHRASE), &[7; 16], cost));
    key.expect("memory");
    time
}

fn application() -> App {
    App::new(Settings {
        words: Words::new(Language::French),
        theme: Theme::embedded("dark", Depth::Sixteen),
        keymap: Keymap::embedded(),
        lock_after: TimeDelta::minutes(5),
        doors: start::doors(),
        is_demo: false,
        size: Size { width: 80, height: 24 },
    })
}

/// A station, opened.
pub fn unlocked(place: &Place) -> Session {
    Session::unlock(place, &SecretString::from(PASSPHRASE), now()).expect("a station").0
}

/// A station with the cheapest key that is accepted.
pub fn set_up(place: &Place, role: StationRole, name: &str) -> Session {
    let passphrase = SecretString::from(PASSPHRASE);
    let set_up = SetUp { role, name: name.to_owned(), lots: vec![Lot::L3], passphrase };
    Session::set_up(place, set_up, KdfCost::floor_for_tests(), now()).expect("a station")
}
