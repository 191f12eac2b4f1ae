//! The keymap of vim, chosen in the configuration: lists answer to it, hints and help follow, text
//! is typed as everywhere.

use super::kit;

#[test]
fn vim_is_chosen_in_the_configuration_and_said_everywhere() {
    let station = kit::station();
    station.write(".config/jalon/config.toml", "keymap = \"vim\"\n");
    let mut pty = kit::unlocked(&station);
    pty.press("f").wait_for("20 personnes").settle();
    let selected = |screen: &str| screen.lines().find(|line| line.starts_with('›')).map(str::to_owned);
    let first = selected(&pty.screen()).expect("a selection");
    pty.press("j j k").wait_until("the second line", |screen| selected(screen).is_some_and(|it| it != first));
    pty.press("G")
        .wait_until("the last line", |screen| selected(screen).is_some_and(|it| it.contains("YILMAZ")));
    pty.press("g")
        .wait_for("g g")
        .press("g")
        .wait_until("the first line", |screen| selected(screen).as_deref() == Some(first.as_str()));
    pty.press("?")
        .wait_for("Les touches d’ici")
        .wait_until("the other key of Esc", |help| help.contains("h, Échap") || help.contains("Échap, h"));
    pty.press("esc /").type_text("jkhld").wait_for("jkhld").press("esc l").wait_for("[Résumé]");
    pty.press("l")
        .wait_for("[Entretiens")
        .press("h")
        .wait_for("[Résumé]")
        .press("Z Z")
        .wait_for("Avant de fermer");
}
