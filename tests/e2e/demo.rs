//! The demonstration: there at once, marked, and gone without a trace.

use jalon::clock;

use super::kit;
use crate::support::pty::Pty;
use crate::support::station::Station;

#[test]
fn a_demonstration_opens_marked_and_leaves_nothing_behind() {
    let nowhere = Station::nowhere();
    let start = clock::instant();
    let mut pty =
        Pty::open(&nowhere.path(""), &["--data-dir", "station", "demo", "--people", "80", "--seed", "7"]);
    pty.wait_for("Rendez-vous du");
    kit::show("demonstration of 80 people on its home, in ms", start.elapsed().as_millis());
    assert!(pty.row(0).contains("DÉMO"), "{}", pty.screen());
    let folders = || std::fs::read_dir(nowhere.path("station.state/demo")).expect("a folder").count();
    assert_eq!(folders(), 1);
    pty.press("ctrl-q").wait_for("Avant de fermer");
    assert!(pty.row(0).contains("DÉMO"), "{}", pty.screen());
    pty.press("ctrl-q");
    assert_eq!(pty.end(), 0);
    assert_eq!(folders(), 0);
}

#[test]
fn the_first_demonstration_offers_a_tour_that_is_followed_to_its_end() {
    let nowhere = Station::nowhere();
    let open = |args: &[&str]| {
        let args: Vec<&str> =
            ["--data-dir", "station", "--lang", "fr", "demo"].iter().chain(args).copied().collect();
        let mut pty = Pty::open(&nowhere.path(""), &args);
        pty.wait_for("Rendez-vous du");
        pty
    };
    let mut pty = open(&["--people", "80", "--seed", "7"]);
    pty.wait_for("Visite, 1 sur 8");
    for (stop, keys) in ["f", "enter", "tab", "e"].into_iter().enumerate() {
        pty.press(keys).wait_for(&format!("Visite, {} sur 8", stop + 2));
    }
    pty.type_text("45 p d Atelier CV").press("enter").wait_for("Visite, 6 sur 8");
    pty.press("u").wait_for("Visite, 7 sur 8");
    pty.press("r").wait_for("Visite, 8 sur 8");
    pty.press("p").wait_for("La visite est finie");
    pty.press("esc g v").wait_for("Visite, 1 sur 8");
    pty.press("esc").wait_for("Visite quittée");
    pty.kill();
    let mut again = open(&["--people", "6", "--years", "1"]);
    again.settle();
    assert!(!again.screen().contains("Visite"), "{}", again.screen());
}

#[test]
fn a_demonstration_that_was_killed_is_cleaned_up_by_the_next() {
    let nowhere = Station::nowhere();
    let args = ["--data-dir", "station", "demo", "--people", "6", "--years", "1"];
    let open = || {
        let mut pty = Pty::open(&nowhere.path(""), &args);
        pty.wait_for("DÉMO");
        pty
    };
    open().kill();
    let folders = || std::fs::read_dir(nowhere.path("station.state/demo")).expect("a folder").count();
    assert_eq!(folders(), 1);
    let mut beside = open();
    let next = open();
    assert_eq!(folders(), 2, "the killed one is gone, the one that runs is not");
    beside.press("down").settle();
    drop((beside, next));
}
