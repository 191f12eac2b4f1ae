//! What trying terminals out has taught: kept beside the station's anchor, one entry a terminal.
//!
//! Nothing about anybody stands there, so it is not sealed: the question of the passphrase is
//! already shown with it. A file that cannot be read is one that says nothing.

use std::collections::BTreeMap;
use std::io::{self, IsTerminal as _};
use std::path::PathBuf;

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

use super::appearance::{self, Appearance};
use super::call::Call;
use super::fail::{Exit, Fail};
use super::files;
use crate::ui::app::{App, Settings};
use crate::ui::screen::terminal_check::TerminalCheck;
use crate::ui::terminal::ability::Ability;
use crate::ui::terminal::learnt::{Learnt, Shown};
use crate::ui::terminal::signs::Signs;
use crate::ui::{run, start, terminal};
use crate::usecase::outcome::{Failure, Outcome};

/// The whole file.
#[derive(Default, Serialize, Deserialize)]
struct File {
    /// What was learnt, by the name of the terminal.
    #[serde(default)]
    terminals: BTreeMap<String, Entry>,
}

/// What was learnt about one.
#[derive(Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Entry {
    signs: String,
    function_keys: bool,
    ctrl_s: bool,
}

/// The terminal that the program runs in.
pub struct Here {
    name: String,
    path: PathBuf,
    /// What it does, by its name, the locale, and what was learnt.
    pub ability: Ability,
    /// What screens know of it.
    pub shown: Shown,
}

impl Here {
    /// The terminal of this call.
    ///
    /// # Errors
    /// There is none, or it shows no screen.
    pub fn find(call: &Call) -> Result<Self, Fail> {
        if !io::stdin().is_terminal() || !io::stdout().is_terminal() {
            return Err(Fail::new(Exit::Failed, "no-screen", &[]));
        }
        let surroundings = appearance::surroundings();
        let name = surroundings.term.clone();
        let Some(mut ability) = Ability::of(&surroundings) else {
            let id = if name.is_empty() { "terminal-unnamed" } else { "dumb-terminal" };
            return Err(Fail::new(Exit::Failed, id, &[("term", name)]));
        };
        let path = path(call);
        let known = read(&path).terminals.remove(&name);
        if let Some(signs) = known.as_ref().and_then(|entry| Signs::from_id(&entry.signs)) {
            ability.signs = signs;
        }
        let shown = Shown { signs: ability.signs, is_tried: known.is_some() };
        Ok(Self { name, path, ability, shown })
    }

    /// Keeps what was learnt. A disk that refuses it only has it tried again another day.
    pub fn learner(&self) -> run::Learn {
        let (name, path) = (self.name.clone(), self.path.clone());
        Box::new(move |learnt: Learnt| {
            let Learnt { signs, has_function_keys: function_keys, has_ctrl_s: ctrl_s } = learnt;
            let mut file = read(&path);
            file.terminals
                .insert(name.clone(), Entry { signs: signs.id().to_owned(), function_keys, ctrl_s });
            let folder = path.parent().map(std::fs::create_dir_all);
            if let (Some(Ok(())), Ok(text)) = (folder, toml::to_string(&file)) {
                let _tried_again_another_day = files::replace(&path, text.as_bytes());
            }
        })
    }
}

/// What was learnt about the terminal of that name: the signs it shows.
pub fn learnt_signs(call: &Call, name: &str) -> Option<Signs> {
    read(&path(call)).terminals.get(name).and_then(|entry| Signs::from_id(&entry.signs))
}

fn path(call: &Call) -> PathBuf {
    call.paths.state.join("terminals.toml")
}

fn read(path: &std::path::Path) -> File {
    std::fs::read_to_string(path).ok().and_then(|text| toml::from_str(&text).ok()).unwrap_or_default()
}

/// Tries the terminal out on a screen of its own, and nothing else.
///
/// # Errors
/// There is none, or it shows no screen.
pub fn try_out(call: &Call) -> Result<(), Fail> {
    let here = Here::find(call)?;
    let appearance = Appearance::read(&call.paths.config, here.ability.depth);
    let no_terminal = |_| Fail::new(Exit::Failed, "no-screen", &[]);
    let mut doors = start::doors();
    doors.locked = |_| Box::new(TerminalCheck::alone());
    let settings = Settings {
        words: crate::i18n::Words::new(call.words.language()),
        theme: appearance.theme,
        keymap: appearance.keymap,
        lock_after: TimeDelta::minutes(i64::from(appearance.config.lock_minutes)),
        doors,
        is_demo: false,
        size: terminal::window().map_err(no_terminal)?,
    };
    // Nothing is asked of a station here.
    let worker = |_| Outcome::Failed(Failure { id: "worker-stopped", args: Vec::new() });
    let app = App::new(settings).on(here.shown);
    run::run(app, Box::new(worker), here.ability, here.learner()).map_err(no_terminal)
}
