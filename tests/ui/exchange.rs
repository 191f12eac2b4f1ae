//! The screen of exchanges: a bundle leaves in two keys, what the team answers is shown, stations are listed.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use jalon::crypto::KdfCost;
use jalon::i18n::Language;
use jalon::ui::start;
use jalon::usecase::worker::Worker;

use super::forms_station::{Station, TODAY};
use super::screens::setup;
use crate::exchange::network::{Member, network};
use crate::support::harness::{Harness, Setup};
use crate::support::station;
use crate::support::stretch::ground;

/// A station of a network, for as many applications as one wants.
struct Desk {
    station: station::Station,
    worker: Rc<RefCell<Worker>>,
}

impl Desk {
    fn of(member: Member) -> Self {
        let Member { station, session, .. } = member;
        let worker =
            Worker::with_session(station.place(), || Ok(KdfCost::floor_for_tests()), session).on(ground());
        Self { station, worker: Rc::new(RefCell::new(worker)) }
    }

    fn setup(&self) -> Setup {
        let (worker, now) = (Rc::clone(&self.worker), crate::exchange::network::today());
        Harness::new(start::doors())
            .worker(move |request| worker.borrow_mut().answer(request, now))
            .today(TODAY)
    }
}

/// The screen with plain spaces.
fn seen(h: &Harness) -> String {
    h.screen().replace(['\u{a0}', '\u{202f}'], " ")
}

fn bundles(folder: &Path) -> usize {
    let files = std::fs::read_dir(folder).expect("a folder").map(|it| it.expect("an entry").path());
    files.filter(|path| path.extension().is_some_and(|it| it == "age")).count()
}

#[test]
fn a_bundle_leaves_in_two_keys_where_the_last_one_went() {
    let (_team, mut members) = network(1);
    let mut member = members.pop().expect("one");
    let who = member.add("Lefèvre");
    member.call(who, "Rappelée");
    let desk = Desk::of(member);
    let out = desk.station.path("clé");
    std::fs::create_dir(&out).expect("a folder");
    let mut h = desk.setup().start();
    // The first time says where.
    h.press("x");
    assert!(
        seen(&h).contains("Lot n° 1 à écrire : 3 écritures, du n° 1 au n° 3, une personne"),
        "{}",
        seen(&h)
    );
    h.press("d ctrl-u").paste(&out.display().to_string()).press("enter");
    assert!(seen(&h).contains("Écrit et relu"), "{}", h.screen());
    assert!(seen(&h).contains("Dernier lot écrit : n° 1, jusqu’à l’écriture n° 3."), "{}", h.screen());
    // From then on, two keys from home.
    h.press("a x enter");
    assert!(seen(&h).contains("Dernier lot écrit : n° 2"), "{}", h.screen());
    assert_eq!(bundles(&out), 2);
}

#[test]
fn what_the_team_answers_is_taken_in_and_shown() {
    let (mut team, mut members) = network(1);
    let mut member = members.pop().expect("one");
    member.add("Lefèvre");
    let bundle = member.send();
    team.take(&bundle);
    let answer = team.answer()[0].path.clone();
    let desk = Desk::of(member);
    for language in [Language::French, Language::English] {
        let mut h = desk.setup().language(language).start();
        h.press("x o ctrl-u").paste(&answer.display().to_string()).press("enter");
        let name = format!("exchange-acknowledged-{}-80", language.tag());
        insta::with_settings!({ snapshot_path => "snapshots/exchange", prepend_module_to_snapshot => false }, {
            insta::assert_snapshot!(name, h.screen());
        });
    }
}

#[test]
fn how_it_looks_before_anything_was_exchanged() {
    let alone = Station::new();
    let (_team, mut members) = network(1);
    let desk = Desk::of(members.pop().expect("one"));
    for language in [Language::French, Language::English] {
        for (columns, rows) in [(80, 24), (120, 40)] {
            for (state, start) in [("alone", setup(&alone)), ("trusted", desk.setup())] {
                let mut h = start.language(language).size(columns, rows).start();
                h.press("g x");
                let name = format!("exchange-{state}-{}-{columns}", language.tag());
                insta::with_settings!({ snapshot_path => "snapshots/exchange", prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(name, h.screen());
                });
            }
        }
    }
    // Nothing can leave, and the key says why.
    let mut h = setup(&alone).start();
    h.press("x enter");
    assert!(seen(&h).contains("Ce poste ne connaît pas encore l’équipe"), "{}", h.screen());
}

#[test]
fn the_team_takes_a_folder_in_sees_what_is_missing_and_answers() {
    let (team, mut members) = network(2);
    let inbox = team.station.path("arrivées");
    std::fs::create_dir(&inbox).expect("a folder");
    for (rank, member) in members.iter_mut().enumerate() {
        member.add("Lefèvre");
        let first = member.send();
        let second = member.send();
        // The first one of the first station never comes.
        let kept = if rank == 0 { vec![second] } else { vec![first, second] };
        for path in kept {
            std::fs::rename(&path, inbox.join(path.file_name().expect("a name"))).expect("brought");
        }
    }
    let desk = Desk::of(team);
    let out = desk.station.path("retours");
    std::fs::create_dir(&out).expect("a folder");
    let mut h = desk.setup().start();
    h.press("x");
    assert!(seen(&h).contains("Aucun lot n’est encore arrivé."), "{}", h.screen());
    h.press("o ctrl-u").paste(&inbox.display().to_string()).press("enter");
    assert!(seen(&h).contains("3 lots lus"), "{}", h.screen());
    let lines: Vec<String> =
        seen(&h).lines().skip(2).filter(|line| line.contains("Claire Morin")).map(str::to_owned).collect();
    assert_eq!(lines.len(), 2, "{}", h.screen());
    assert_eq!(lines.iter().filter(|line| line.trim_end().ends_with(" 1")).count(), 1, "{lines:?}");
    // Their people are there at once.
    h.press("f");
    assert!(seen(&h).contains("LEFÈVRE Nadia"), "{}", h.screen());
    h.press("g x d ctrl-u").paste(&out.display().to_string()).press("enter");
    assert!(seen(&h).contains("2 retours écrits et relus"), "{}", h.screen());
    assert_eq!(bundles(&out), 2);
    // What is not a bundle is said so.
    let strange = desk.station.write("strange.age", "rien");
    h.press("o ctrl-u").paste(&strange.display().to_string()).press("enter");
    assert!(seen(&h).contains("Ce n’est pas un lot d’envoi"), "{}", h.screen());
}

#[test]
fn the_team_gives_a_file_to_another_station_in_three_keys() {
    let (mut team, mut members) = network(2);
    for (member, name) in members.iter_mut().zip(["Lefèvre", "Sow"]) {
        member.add(name);
        let bundle = member.send();
        team.take(&bundle);
    }
    let who = *team.session.caseload().files.keys().next().expect("somebody");
    let name = team.session.file(who).expect("a file").person.value.family_name.to_uppercase();
    let desk = Desk::of(team);
    let mut h = desk.setup().language(Language::English).size(140, 40).start();
    h.press("f enter T");
    assert!(seen(&h).contains("The station of Claire Morin follows this person."), "{}", h.screen());
    let mut h = desk.setup().start();
    h.press("/").type_text(&name).press("enter T");
    assert!(seen(&h).contains("Le poste de Claire Morin suit cette personne."), "{}", h.screen());
    h.press("enter");
    assert!(seen(&h).contains("demander : son poste le remet au prochain échange"), "{}", h.screen());
    h.press("enter");
    assert!(seen(&h).contains("demandé au poste de Claire Morin"), "{}", h.screen());
    h.press("g x");
    assert!(seen(&h).contains(&format!("{name} Nadia : demandé au poste de")), "{}", h.screen());
    // Its station is lost: the other one gets it at once.
    h.press("/").type_text(&name).press("enter T enter down enter");
    assert!(seen(&h).contains("confié au poste de Claire Morin"), "{}", h.screen());
    h.press("g x");
    assert!(!seen(&h).contains("demandé au poste de"), "{}", h.screen());
}

#[test]
fn a_station_gives_no_file_away_by_itself() {
    let (_team, mut members) = network(1);
    let mut member = members.pop().expect("one");
    member.add("Lefèvre");
    let mut h = Desk::of(member).setup().start();
    h.press("f enter T");
    assert!(seen(&h).contains("L’équipe opérationnelle confie les dossiers"), "{}", h.screen());
}
