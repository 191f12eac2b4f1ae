//! Where things are: the station, what tells of a rolled-back one, the user's own files.

use std::path::PathBuf;

use directories::ProjectDirs;

/// The folders of one station and of its user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// The station's own folder (storage.md §2).
    pub data: PathBuf,
    /// Where its anchor is kept, apart from it.
    pub state: PathBuf,
    /// The user's configuration, keymaps and themes. Jalon reads it and never writes there.
    pub config: PathBuf,
}

impl Paths {
    /// The folders of this machine, or those that go with `data` when it is given. `None` on an
    /// account without a home.
    pub fn find(data: Option<PathBuf>) -> Option<Self> {
        let machine = ProjectDirs::from("fr", "", "jalon")?;
        let config = machine.config_dir().to_owned();
        let state = machine.state_dir().unwrap_or_else(|| machine.data_local_dir()).to_owned();
        match data {
            Some(data) => {
                // A station elsewhere keeps its anchor beside it: two stations never share one.
                let mut beside = data.clone().into_os_string();
                beside.push(".state");
                Some(Self { data, state: beside.into(), config })
            }
            None => Some(Self { data: machine.data_dir().to_owned(), state, config }),
        }
    }
}
