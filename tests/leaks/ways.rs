//! What somebody else of the machine may have put in the way: a link, a pipe, a folder of his own, a
//! home that is looked into. Nothing is written through it, and nothing is opened that is not ours.

use std::os::unix::fs::{MetadataExt as _, symlink};
use std::path::{Path, PathBuf};

use jalon::domain::codes::StationRole;

use super::eyes::all_under;
use super::{modes, sees_all, staged};
use crate::support::station::{Answer, Station, answer};

/// What stood there before, and must stand there afterwards.
const VICTIM: &str = "the file of somebody else";

/// What is planted under a name.
#[derive(Debug, Clone, Copy)]
enum Plant {
    Symlink,
    Dangling,
    ToAFolder,
    HardLink,
    Pipe,
    Folder,
}

const PLANTS: [Plant; 6] =
    [Plant::Symlink, Plant::Dangling, Plant::ToAFolder, Plant::HardLink, Plant::Pipe, Plant::Folder];

impl Plant {
    /// Plants it; the folder `elsewhere` holds what must not change.
    fn at(self, path: &Path, elsewhere: &Path) {
        let _left_by_the_last = std::fs::remove_dir_all(elsewhere);
        std::fs::create_dir(elsewhere).expect("a folder");
        let victim = elsewhere.join("victim");
        std::fs::write(&victim, VICTIM).expect("a file");
        modes(&victim, 0o640);
        match self {
            Self::Symlink => symlink(victim, path),
            Self::Dangling => symlink(elsewhere.join("nothing"), path),
            Self::ToAFolder => symlink(elsewhere, path),
            Self::HardLink => std::fs::hard_link(victim, path),
            Self::Pipe => {
                let mode = rustix::fs::Mode::from_raw_mode(0o600);
                rustix::fs::mknodat(rustix::fs::CWD, path, rustix::fs::FileType::Fifo, mode, 0)
                    .map_err(std::io::Error::from)
            }
            Self::Folder => std::fs::create_dir(path),
        }
        .expect("planted");
    }
}

#[track_caller]
fn assert_untouched(elsewhere: &Path, what: &str) {
    let victim = elsewhere.join("victim");
    assert_eq!(all_under(elsewhere), std::slice::from_ref(&victim), "{what}");
    assert_eq!(std::fs::read_to_string(&victim).expect("a file"), VICTIM, "{what}");
    assert_eq!(victim.metadata().expect("a file").mode() & 0o777, 0o640, "{what}");
}

/// Runs the program under this mask of modes.
fn run_under(station: &Station, mask: &str, args: &[&str]) -> Answer {
    let script = format!("umask {mask}; exec \"$0\" \"$@\"");
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &script, env!("CARGO_BIN_EXE_jalon")]);
    command.args(["--data-dir", "station", "--passphrase-file", "passphrase"]).args(args);
    command.current_dir(station.path("")).env_clear().env("HOME", station.path(""));
    command.env("LANG", "fr_FR.UTF-8").stdin(std::process::Stdio::null());
    answer(&command.output().expect("the program runs"))
}

#[track_caller]
fn assert_private(folder: &Path) {
    for path in all_under(folder).into_iter().chain([folder.to_owned()]) {
        let found = std::fs::symlink_metadata(&path).expect("still there");
        let wanted = if found.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(found.mode() & 0o7777, wanted, "{}", path.display());
    }
}

#[test]
fn the_mask_of_whoever_starts_it_changes_nothing() {
    for mask in ["000", "077", "027"] {
        let station = Station::nowhere();
        modes(&station.path(""), 0o711);
        std::fs::create_dir(station.path("usb")).expect("a folder");
        modes(&station.path("usb"), 0o755);
        let init = ["init", "--role", "counsellor", "--name", "Claire Morin", "--lot", "L3", "--demo-trust"];
        assert_eq!(run_under(&station, mask, &init).code, 0);
        for (name, text) in staged::tables() {
            station.write(&format!("reprise/{name}.csv"), text);
        }
        for args in ["import reprise", "export --out usb", "backup --to usb", "list"] {
            let answer = run_under(&station, mask, &args.split(' ').collect::<Vec<_>>());
            assert_eq!(answer.code, 0, "{mask} {args}: {}", answer.err);
        }
        assert_private(&station.path("station"));
        assert_private(&station.path("station.state"));
        let sent = std::fs::read_dir(station.path("usb")).expect("a folder");
        for path in sent.map(|entry| entry.expect("an entry").path()) {
            if path.is_dir() {
                assert_private(&path);
            } else {
                assert_eq!(path.metadata().expect("a file").mode() & 0o777, 0o600, "{}", path.display());
            }
        }
    }
}

#[test]
fn what_is_planted_where_a_bundle_goes_is_not_written_through() {
    let station = staged::station();
    let team = Station::new(StationRole::Team);
    let root = team.run(&["key", "show", "--format", "json"]).json()["root_words"].clone();
    let trust = team.path("trust.json").to_string_lossy().into_owned();
    let taken = station.run(&["key", "trust", &trust, "--words", root.as_str().expect("words")]);
    assert_eq!(taken.code, 0, "{}", taken.err);
    let out = station.path("usb");
    std::fs::create_dir(&out).expect("a folder");
    let export = || station.run(&["export", "--out", "usb", "--format", "json"]);
    let file = |answer: &Answer| PathBuf::from(answer.json()["file"].as_str().expect("a file"));
    let mut last = station.path(&file(&export()).to_string_lossy());

    for name in ["age", "part"] {
        for plant in PLANTS {
            let seq = last.file_stem().expect("a name").to_string_lossy().into_owned();
            let (start, number) = seq.rsplit_once('-').expect("a number");
            let next = format!("{start}-{:06}", number.parse::<u64>().expect("a number") + 1);
            let planted = out.join(next).with_extension(name);
            plant.at(&planted, &station.path("elsewhere"));
            let answer = export();
            let what = format!("{plant:?} as .{name}: {}", answer.err);
            assert_untouched(&station.path("elsewhere"), &what);
            assert!([0, 1].contains(&answer.code), "{what}");
            // What stood there under the name of a bundle is left there, whatever it is.
            assert!(name == "part" || answer.code == 1, "{what}");
            if answer.code == 0 {
                last = station.path(&file(&answer).to_string_lossy());
                let found = std::fs::symlink_metadata(&last).expect("a bundle");
                assert!(found.is_file() && found.nlink() == 1 && found.mode() & 0o777 == 0o600, "{what}");
            }
            let _used_up = std::fs::remove_file(&planted).or_else(|_| std::fs::remove_dir(&planted));
        }
    }
}

#[test]
fn what_is_planted_where_a_backup_or_a_list_goes_is_not_written_through() {
    let team = Station::new(StationRole::Team);
    let counsellor = Station::new(StationRole::Counsellor);
    let now = jalon::clock::now();
    let mut session = counsellor.open(now);
    let (request, words) = session.join_request(now).expect("a request");
    session.close(now).expect("closed");
    team.write("enrol.json", request);
    let words = words.words().join(" ");
    let elsewhere = team.path("elsewhere");
    for plant in PLANTS {
        let name = format!("{plant:?}");
        let folder = team.path(&name);
        std::fs::create_dir(&folder).expect("a folder");
        plant.at(&folder.join("trust.part"), &elsewhere);
        let answer = team.run(&["key", "enrol", "enrol.json", "--words", &words, "--out", &name]);
        assert_untouched(&elsewhere, &format!("{plant:?}: {}", answer.err));

        let copied = team.run(&["backup", "--to", &name, "--format", "json"]);
        assert_eq!(copied.code, 0, "{}", copied.err);
        let path = copied.json()["path"].as_str().expect("a path").to_owned();
        std::fs::remove_dir_all(&path).expect("a backup");
        plant.at(Path::new(&format!("{path}.part")), &elsewhere);
        let answer = team.run(&["backup", "--to", &name]);
        assert_untouched(&elsewhere, &format!("{plant:?}: {}", answer.err));
        assert!([0, 1].contains(&answer.code), "{plant:?}: {}", answer.err);

        plant.at(&folder.join("refused.csv"), &elsewhere);
        team.write("personnes.csv", "ref;nom;prenom;naissance\nP1;Roy;Léa;hier\nP2;Roy;Léa;01/01/1990\n");
        let refused = format!("{name}/refused.csv");
        let answer = team.run(&["import", "personnes.csv", "--accept-partial", &refused]);
        assert_untouched(&elsewhere, &format!("{plant:?}: {}", answer.err));
        assert_eq!(answer.code, 1, "{plant:?}: {}", answer.err);
    }
}

#[test]
fn what_is_planted_in_the_station_is_refused_or_taken_away() {
    let station = staged::station();
    let elsewhere = station.path("elsewhere");
    let names = ["keyring.part", "station.json.part", "slots/00-passphrase.slot.part", "segments/9.part"];
    let names = names.into_iter().map(|name| format!("station/{name}"));
    let names = ["station.state/anchor.part".to_owned()].into_iter().chain(names);
    for name in names.take(if sees_all() { 5 } else { 2 }) {
        for plant in PLANTS {
            let planted = station.path(&name);
            plant.at(&planted, &elsewhere);
            if matches!(plant, Plant::Folder) {
                modes(&planted, 0o700);
            }
            let answer = station.run(&["list"]);
            let what = format!("{plant:?} as {name}: {}", answer.err);
            // Told, when it is in the way of closing.
            assert!([0, 1].contains(&answer.code) || (answer.code == 3 && !answer.err.is_empty()), "{what}");
            assert_untouched(&elsewhere, &what);
            let _taken_away = std::fs::remove_file(&planted).or_else(|_| std::fs::remove_dir(&planted));
        }
    }
    assert_eq!(station.run(&["list"]).code, 0);
}

#[test]
fn a_station_of_another_account_or_behind_a_link_is_refused_and_left_as_it_is() {
    let station = staged::station();
    let bytes = |station: &Station| -> Vec<(PathBuf, Vec<u8>)> {
        let files = all_under(&station.path("station")).into_iter().filter(|path| path.is_file());
        files.map(|path| (path.clone(), std::fs::read(path).expect("a file"))).collect()
    };
    let before = bytes(&station);
    std::fs::create_dir(station.path("somewhere")).expect("a folder");
    std::fs::rename(station.path("station"), station.path("somewhere/station")).expect("moved");
    symlink("somewhere", station.path("link")).expect("a link");
    let mut through = station.command();
    let answer = answer(&through.args(["--data-dir", "link/station", "list"]).output().expect("it runs"));
    assert_ne!(answer.code, 0, "{}", answer.out);
    std::fs::rename(station.path("somewhere/station"), station.path("station")).expect("moved back");

    let owner = |id: u32| {
        let id = Some(rustix::fs::Uid::from_raw(id));
        rustix::fs::chown(station.path("station"), id, None)
    };
    // Only an administrator can give a folder away; elsewhere there is nothing to try.
    if owner(12_345).is_ok() {
        let answer = station.run(&["list"]);
        assert_eq!((answer.code, answer.out.as_str()), (1, ""), "{}", answer.err);
        owner(rustix::process::geteuid().as_raw()).expect("taken back");
    }
    assert_eq!(bytes(&station), before);
    assert_eq!(station.run(&["list"]).code, 0);
}
