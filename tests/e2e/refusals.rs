//! What goes wrong is said with what to do about it; nothing changes and nothing is lost.

use jalon::clock;

use super::kit;
use crate::support::pty::Pty;
use crate::support::station::PASSPHRASE;

#[test]
fn a_wrong_passphrase_is_said_and_the_right_one_opens() {
    let station = kit::station();
    let mut pty = kit::locked(&station);
    pty.type_text("un chemin court").press("enter").wait_for("Ce n’est pas la bonne phrase de passe.");
    pty.wait_for("Essayez de nouveau. Rien n’est effacé");
    assert!(!pty.screen().contains("chemin"), "{}", pty.screen());
    kit::unlock(&mut pty);
    pty.press("f").wait_for("20 personnes");
}

#[test]
fn a_station_in_use_says_by_whom_and_keeps_working_there() {
    let station = kit::station();
    let mut first = kit::unlocked(&station);
    let mut second = kit::locked(&station);
    kit::type_passphrase(&mut second);
    second.wait_for("Le poste est déjà ouvert (processus ");
    second.wait_for("Fermez l’autre fenêtre de Jalon");
    second.press("ctrl-q");
    assert_eq!(second.end(), 0);

    first.press("v enter").wait_for("Enregistré");
    first.kill();
    assert_eq!(kit::file(&station.open(clock::now()), "Lefèvre").interviews.len(), 2);
}

#[test]
fn a_broken_keymap_and_a_broken_theme_are_said_and_ours_serve() {
    let station = kit::station();
    let keymap = "[global]\n\"ctrl-q\" = \"app.fly\"\n[nowhere]\n";
    // Latin-1, as an old editor writes it.
    let theme = b"[roles]\ntext = \"fonc\xe9\"\n";
    station.write(".config/jalon/keymaps/default.toml", keymap);
    station.write(".config/jalon/themes/dark.toml", theme);
    let mut pty = kit::locked(&station);
    kit::type_passphrase(&mut pty);
    pty.wait_for("Votre configuration, votre clavier ou votre thème");
    pty.wait_for("jalon doctor");
    pty.press("enter").wait_for("Rendez-vous du").press("f").wait_for("20 personnes");
    pty.press("ctrl-q").wait_for("Avant de fermer").press("ctrl-q");
    assert_eq!(pty.end(), 0);
    let left = |name: &str| std::fs::read(station.path(name)).expect("still there");
    assert_eq!(left(".config/jalon/keymaps/default.toml"), keymap.as_bytes());
    assert_eq!(left(".config/jalon/themes/dark.toml"), theme);
}

#[test]
fn a_window_of_30_by_8_says_so_and_shows_everything_again_when_it_grows() {
    let station = kit::station();
    let mut pty = Pty::open_with(&station.path(""), kit::ON_STATION, &[], (30, 8));
    pty.wait_for("La fenêtre est trop petite");
    pty.wait_for("Rien n’est perdu.");
    // Nobody types a passphrase blindly: these keys do nothing.
    pty.type_text(PASSPHRASE).press("enter").settle();
    pty.resize(80, 24).wait_for("Phrase de passe, puis Entrée");
    kit::unlock(&mut pty);
    pty.resize(30, 8).wait_for("La fenêtre est trop petite").resize(80, 24).wait_for("Rendez-vous");
}

#[test]
fn a_form_outlives_a_resize_in_the_middle_of_a_word() {
    let station = kit::station();
    let mut pty = kit::record_of(&station);
    pty.type_text("Elle a rap").wait_for("Elle a rap");
    pty.resize(30, 8).wait_for("La fenêtre est trop petite");
    // Letters are kept; nothing is decided in the dark.
    pty.type_text("pe").press("ctrl-s tab").settle();
    pty.resize(120, 40).wait_for("Elle a rappe").type_text("lé").wait_for("Elle a rappelé");
    pty.resize(60, 20).wait_for("Elle a rappelé").press("ctrl-s").wait_for("Enregistré");
    pty.kill();
    let file = kit::file(&station.open(clock::now()), "Lefèvre");
    assert_eq!(file.interviews.last().expect("an interview").value.record, "Elle a rappelé");
}
