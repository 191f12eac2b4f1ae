//! A station that is there already, with watched words in it, opened in a moment; and the program
//! with a bomb, which stops where the real one never does.

use chrono::TimeDelta;
use jalon::clock;
use jalon::crypto::KdfCost;
use jalon::domain::codes::StationRole;
use jalon::hardening::{harden_process, wipe_stack};
use jalon::i18n::{Language, Words};
use jalon::tabular::Sheet;
use jalon::ui::action::{Action, Scope};
use jalon::ui::app::{App, Settings};
use jalon::ui::cx::Cx;
use jalon::ui::keymap::Keymap;
use jalon::ui::layer::{Layer, Why};
use jalon::ui::screen::Screen;
use jalon::ui::step::Step;
use jalon::ui::terminal::ability::Ability;
use jalon::ui::theme::Theme;
use jalon::ui::theme::depth::Depth;
use jalon::ui::{run, start, terminal};
use jalon::usecase::request::Request;
use jalon::usecase::worker::{Place, Worker};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::canary::{sentence, word};
use super::scene::LOCKED;
use crate::support::pty::Pty;
use crate::support::station::{PASSPHRASE, Station};

/// The name that stands on the screens of this station, as they write it.
pub const NAME: &str = "KERZOVIMPORT Kerzovrepris";
/// What tells the test program to be the one with a bomb.
pub const BOMB: &str = "JALON_BOMB";

/// Somebody's file, as tables to import.
pub fn tables() -> [(&'static str, String); 4] {
    let (name, given, street) =
        (word("imported name"), word("imported given name"), word("imported address"));
    let record = sentence("imported record");
    let title = word("imported step");
    [
        (
            "personnes",
            format!(
                "ref;nom;prenom;naissance;commune;adresse\nP1;{name};{given};12/04/1980;Cléon;3 rue {street}\n"
            ),
        ),
        ("adhesions", "ref;orientation;adhesion;lot\nP1;01/02/2026;01/03/2026;L3\n".to_owned()),
        (
            "entretiens",
            format!(
                "ref;date;issue;duree_min;modalite;compte_rendu\nP1;02/04/2026;tenu;45;presentiel;{record}\n"
            ),
        ),
        (
            "etapes",
            format!("ref;categorie;intitule;statut;debut\nP1;formation;{title};en_cours;03/04/2026\n"),
        ),
    ]
}

/// The station, closed.
pub fn station() -> Station {
    let station = Station::new(StationRole::Counsellor);
    let now = clock::now();
    let mut session = station.open(now);
    let tables = tables();
    let sheets: Vec<Sheet<'_>> =
        tables.iter().map(|(name, text)| Sheet::new(name, text.as_bytes())).collect();
    let reading = session.read_import(&sheets, now);
    assert!(reading.refusals.is_empty(), "{} refusals", reading.refusals.len());
    session.import(&reading, now).expect("imported");
    session.close(now).expect("closed");
    station
}

/// Opens the station, and somebody's file there.
pub fn open_a_file(pty: &mut Pty) {
    pty.wait_for(LOCKED).type_text(PASSPHRASE).press("enter").wait_for("à envoyer");
    pty.press("f").wait_for("File active").press("enter").wait_for("[Résumé]").wait_for(NAME);
}

/// The words that run the program with a bomb.
pub fn words_with_a_bomb() -> Vec<String> {
    let program = std::env::current_exe().expect("a program").to_string_lossy().into_owned();
    let test = "leaks::staged::the_program_with_a_bomb";
    [&program, "--exact", test, "--nocapture"].map(str::to_owned).to_vec()
}

/// A screen that quotes somebody, and panics instead of being drawn.
struct Bomb;

impl Layer for Bomb {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Global]
    }

    fn act(&mut self, _action: Action, _cx: &Cx<'_>) -> Step {
        Step::stay()
    }

    #[expect(clippy::panic, reason = "this is what is tested")]
    fn draw(&self, _frame: &mut Frame<'_>, _body: Rect, cx: &Cx<'_>) {
        let someone = cx.model.caseload.files.values().next().map(|file| &file.person.value.family_name);
        panic!("{someone:?} cannot be drawn, {}", sentence("record"));
    }
}

impl Screen for Bomb {
    fn title(&self, _cx: &Cx<'_>) -> String {
        String::new()
    }
}

fn act(action: Action, cx: &Cx<'_>) -> Step {
    if action == Action::QuickOpen { Step::push(Bomb) } else { (start::doors().act)(action, cx) }
}

fn available(_action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
    Ok(())
}

/// Run by other tests, in a process and a terminal of its own: the quick line panics when it is
/// drawn, and undoing panics in the worker.
#[test]
fn the_program_with_a_bomb() {
    if std::env::var_os(BOMB).is_none() {
        return;
    }
    harden_process();
    jalon::cli::tell_where_panics_happen();
    let place = Place { data: "station".into(), state: "station.state".into() };
    let mut worker = Worker::new(place, || Ok(KdfCost::floor_for_tests()));
    let answer = move |request| {
        if matches!(request, Request::Undo) {
            panic!("{}", sentence("record"));
        }
        let outcome = worker.answer(request, clock::now());
        wipe_stack();
        outcome
    };
    let settings = Settings {
        words: Words::new(Language::French),
        theme: Theme::embedded("dark", Depth::Sixteen),
        keymap: Keymap::embedded(),
        lock_after: TimeDelta::minutes(5),
        doors: jalon::ui::doors::Doors { act, available, ..start::doors() },
        is_demo: false,
        size: terminal::window().expect("a terminal"),
    };
    run::run(App::new(settings), Box::new(answer), Ability::FULL, Box::new(|_| {})).expect("a terminal");
}
