//! A counsellor's station with twenty people, and the program opened on it.

use chrono::{Days, NaiveDate};
use jalon::clock;
use jalon::domain::codes::StationRole;
use jalon::domain::file::File;
use jalon::domain::now::Now;
use jalon::tabular::Sheet;
use jalon::usecase::session::Session;

use crate::support::pty::Pty;
use crate::support::station::{PASSPHRASE, Station};

/// Where the program finds the station, from the folder of the test.
pub const ON_STATION: &[&str] = &["--data-dir", "station"];

/// Twenty people, of whom Nadia Benali alone is found by `nad`.
const PEOPLE: &[(&str, &str)] = &[
    ("Benali", "Nadia"),
    ("Lefèvre", "Jean-Noël"),
    ("Diallo", "Aïssatou"),
    ("Morel", "Sylvie"),
    ("Haddad", "Karim"),
    ("Petit", "Lucie"),
    ("Traoré", "Moussa"),
    ("Lecoq", "Bruno"),
    ("Nguyen", "Thi Mai"),
    ("Dubois", "Françoise"),
    ("Fontaine", "Hugo"),
    ("Roussel", "Émilie"),
    ("Sow", "Mariama"),
    ("Caron", "Patrice"),
    ("Da Silva", "Teresa"),
    ("Martel", "Corinne"),
    ("Yilmaz", "Emre"),
    ("Bouvier", "Solène"),
    ("Kaboré", "Idrissa"),
    ("Auber", "Denis"),
];

/// A station in which everybody is followed for a year, has been seen within the month, and the
/// second person of the list has an appointment today.
pub fn station() -> Station {
    let station = Station::new(StationRole::Counsellor);
    let now = clock::now();
    let mut session = station.open(now);
    take_in(&mut session, now);
    session.close(now).expect("closed");
    station
}

fn take_in(session: &mut Session, now: Now) {
    let day = |days: u64| now.today.checked_sub_days(Days::new(days)).expect("a day").to_string();
    let mut people = "ref;nom;prenom;naissance;commune\n".to_owned();
    let mut enrolments = "ref;orientation;adhesion;lot\n".to_owned();
    let mut interviews =
        "ref;date;heure;issue;duree_min;modalite;compte_rendu;signature_adherent;signature_conseiller\n"
            .to_owned();
    for (rank, (family, given)) in PEOPLE.iter().enumerate() {
        people.push_str(
            &format!("P{rank};{family};{given};{};Cléon\n", 1970 + rank).replace(";19", ";12/04/19"),
        );
        enrolments.push_str(&format!("P{rank};{};{};L3\n", day(400), day(365)));
        let seen = day(20);
        interviews.push_str(&format!("P{rank};{seen};10:00;tenu;45;presentiel;CV à jour;{seen};{seen}\n"));
    }
    interviews.push_str(&format!("P1;{};09:30;planifie;;presentiel;;;\n", now.today));
    let tables = [("personnes", people), ("adhesions", enrolments), ("entretiens", interviews)];
    let sheets: Vec<Sheet<'_>> =
        tables.iter().map(|(name, text)| Sheet::new(name, text.as_bytes())).collect();
    let reading = session.read_import(&sheets, now);
    assert!(reading.refusals.is_empty(), "{} refusals", reading.refusals.len());
    let (count, _) = session.import(&reading, now).expect("imported");
    assert_eq!(count.new, 61);
}

/// The program on the station, locked.
pub fn locked(station: &Station) -> Pty {
    let mut pty = Pty::open(&station.path(""), ON_STATION);
    pty.wait_for("Phrase de passe, puis Entrée");
    pty
}

/// The program on the station, unlocked, on home.
pub fn unlocked(station: &Station) -> Pty {
    let mut pty = locked(station);
    unlock(&mut pty);
    pty
}

/// Types the passphrase, and waits for home.
pub fn unlock(pty: &mut Pty) {
    type_passphrase(pty);
    pty.wait_for("Rendez-vous du");
    pty.take_keys();
}

/// The interview form of the person who comes today, in its written record.
pub fn record_of(station: &Station) -> Pty {
    let mut pty = unlocked(station);
    go_to_record(&mut pty);
    pty
}

/// From home to the written record of an interview with the person who comes today.
pub fn go_to_record(pty: &mut Pty) {
    pty.press("enter").wait_for("LEFÈVRE Jean-Noël ·");
    pty.press("i").wait_for("› Date");
    // Date, start, outcome, duration, modality, place, purposes.
    pty.press("tab tab tab tab tab tab tab").wait_for("› Compte rendu");
}

/// Types the passphrase.
pub fn type_passphrase(pty: &mut Pty) {
    pty.type_text(PASSPHRASE).press("enter");
}

/// The demonstration on home, in a folder of its own, which the second value keeps. It is not the
/// first: no tour is offered.
pub fn demo(people: &str, env: &[(&str, &str)]) -> (Pty, Station) {
    let folder = Station::nowhere();
    std::fs::create_dir_all(folder.path("station.state")).expect("a folder");
    std::fs::write(folder.path("station.state/demo-opened"), "").expect("a mark");
    let args = ["--data-dir", "station", "demo", "--people", people];
    let mut pty = Pty::open_with(&folder.path(""), &args, env, (80, 24));
    pty.wait_for("Rendez-vous du").settle();
    (pty, folder)
}

/// The record of the last interview with the person who comes today, as another process reads it.
pub fn last_record(station: &Station) -> String {
    file(&station.open(clock::now()), "Lefèvre").interviews.last().expect("an interview").value.record.clone()
}

/// What was being typed, once the program is gone: there is one draft, which comes back in place.
pub fn saved_from_draft(station: &Station) -> String {
    let session = station.open(clock::now());
    assert_eq!(session.drafts().expect("drafts").len(), 1);
    session.close(clock::now()).expect("closed");
    let mut pty = locked(station);
    type_passphrase(&mut pty);
    pty.wait_for("› Compte rendu").press("ctrl-s").wait_for("Enregistré");
    pty.kill();
    last_record(station)
}

/// Somebody's file in the store, read by another process than the one that wrote it.
pub fn file(session: &Session, family_name: &str) -> std::sync::Arc<File> {
    let mut files = session.caseload().files.values();
    files.find(|file| file.person.value.family_name == family_name).expect("a file").clone()
}

/// The day that the program is living.
pub fn today() -> NaiveDate {
    clock::now().today
}

/// Says a figure, for whoever runs the tests with `--nocapture`.
#[expect(clippy::print_stdout, reason = "figures that are promised are shown, not only compared")]
pub fn show(what: &str, figure: impl std::fmt::Display) {
    println!("{what}: {figure}");
}
