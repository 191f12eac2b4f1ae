//! `docs/guide.md`, replayed to the letter: its commands typed to a shell, its keys in the
//! application, its files written, in one terminal that is cut where it says so.

use std::path::{Path, PathBuf};

use jalon::domain::codes::StationRole;

use rustix::fs::{FlockOperation, flock};

use crate::support::pty::Pty;
use crate::support::station::Station;

/// What stands for the passphrase in the guide, and for the words of the card.
const WORDS: &str = "les huit mots";
const CARD: &str = "les huit mots de la carte";
/// What asks for the passphrase of a command.
const ASKED: &str = "Phrase de passe :";

/// One fenced block: what follows the fence, and its lines.
struct Block {
    kind: String,
    lines: Vec<String>,
}

fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        if let Some(kind) = line.strip_prefix("```") {
            let inside = lines.by_ref().take_while(|line| *line != "```").map(str::to_owned).collect();
            found.push(Block { kind: kind.to_owned(), lines: inside });
        }
    }
    found
}

/// Whoever follows the guide.
struct Reader {
    home: Station,
    pty: Pty,
    /// Number of the command that the shell waits for.
    command: usize,
    passphrase: String,
    card: String,
    /// What the commands said.
    said: String,
}

impl Reader {
    fn new(card: String) -> Self {
        let home = Station::nowhere();
        let pty = shell(&home);
        let mut reader = Self { home, pty, command: 1, passphrase: String::new(), card, said: String::new() };
        reader.wait_for_shell();
        reader
    }

    /// Waits for the shell's next question, answering those about the passphrase.
    fn wait_for_shell(&mut self) {
        let prompt = format!("{}$", self.command);
        loop {
            let is_there = |screen: &str| last_line(screen) == prompt;
            self.pty.wait_until(&prompt, |screen| is_there(screen) || last_line(screen) == ASKED);
            if is_there(&self.pty.screen()) {
                return;
            }
            let passphrase = self.passphrase.clone();
            self.pty.type_text(&passphrase).press("enter");
            self.pty.wait_until("an answer", |screen| last_line(screen) != ASKED);
        }
    }

    fn play(&mut self, block: &Block) {
        match block.kind.split_once(' ').unwrap_or((&block.kind, "")) {
            ("sh", _) => block.lines.iter().for_each(|line| self.run(line)),
            ("touches", _) => block.lines.iter().for_each(|line| self.press(line)),
            ("csv", name) => {
                self.home.write(name, block.lines.join("\n") + "\n");
            }
            ("coupure", _) => self.cut(),
            (other, _) => assert_eq!(other, "sh", "a block of an unknown kind"),
        }
    }

    /// Types a command; the application itself is waited for by the keys that follow.
    fn run(&mut self, line: &str) {
        self.pty.type_text(&line.replace(CARD, &self.card)).press("enter");
        self.command += 1;
        if line != "jalon" {
            self.wait_for_shell();
            self.said.push_str(&self.pty.screen());
        }
    }

    /// Presses the keys on the left, waits for what is on the right.
    fn press(&mut self, line: &str) {
        let (keys, shown) = line.split_once('→').expect("an arrow");
        let mut rest = keys.trim();
        while !rest.is_empty() {
            rest = match rest.strip_prefix('«') {
                Some(quoted) => {
                    let (text, after) = quoted.split_once('»').expect("a closing quote");
                    let text = text.trim().replace(WORDS, &self.passphrase);
                    self.pty.type_text(&text);
                    after
                }
                None => {
                    let (key, after) = rest.split_once(' ').unwrap_or((rest, ""));
                    self.pty.press(&notation(key));
                    after
                }
            }
            .trim_start();
        }
        match shown.trim() {
            "$" => self.wait_for_shell(),
            shown => {
                self.pty.wait_until(shown, |screen| with_plain_spaces(screen).contains(shown));
            }
        }
        if shown.trim() == "8." {
            self.passphrase = words_shown(&self.pty.settle().screen());
        }
    }

    /// The connection dies in the middle of a word; another one comes once the station is let go of.
    fn cut(&mut self) {
        let again = shell(&self.home);
        std::mem::replace(&mut self.pty, again).hang_up_after("s");
        let lock = std::fs::File::open(self.home.path(".local/share/jalon/lock")).expect("a station");
        flock(&lock, FlockOperation::LockExclusive).expect("it is let go of");
        flock(&lock, FlockOperation::Unlock).expect("it is free");
        self.command = 1;
        self.wait_for_shell();
    }
}

fn shell(home: &Station) -> Pty {
    let words = ["bash", "--norc", "--noprofile", "-i"];
    Pty::open_words(&home.path(""), &words, &[("PS1", "\\#$ "), ("PATH", "/usr/bin:/bin")], (80, 24))
}

fn last_line(screen: &str) -> String {
    with_plain_spaces(screen.trim_end().lines().last().unwrap_or_default().trim())
}

/// Whoever writes a guide types no other spaces.
fn with_plain_spaces(text: &str) -> String {
    text.replace(['\u{a0}', '\u{202f}'], " ")
}

/// A key as the guide names it, in the notation of keymaps.
fn notation(key: &str) -> String {
    match key {
        "Entrée" => "enter".to_owned(),
        "Échap" => "esc".to_owned(),
        "Tab" => "tab".to_owned(),
        other => other.to_lowercase(),
    }
}

/// The eight words on the screen, in order.
fn words_shown(screen: &str) -> String {
    let pieces: Vec<&str> = screen.split_whitespace().collect();
    let number = |text: &str| text.strip_suffix('.').and_then(|number| number.parse::<u32>().ok());
    let mut words: Vec<(u32, &str)> =
        pieces.windows(2).filter_map(|pair| Some((number(pair[0])?, pair[1]))).collect();
    words.sort_unstable();
    assert_eq!(words.len(), 8, "{screen}");
    words.into_iter().map(|(_, word)| word).collect::<Vec<_>>().join(" ")
}

#[test]
fn the_guide_leads_to_its_end() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/guide.md");
    let page = std::fs::read_to_string(page).expect("the guide");
    let team = Station::new(StationRole::Team);
    let card = team.run(&["key", "show", "--format", "json"]).json()["root_words"].clone();
    let mut reader = Reader::new(card.as_str().expect("words").to_owned());
    std::fs::copy(team.path("trust.json"), reader.home.path("trust.json")).expect("the team's list");
    std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_jalon"), reader.home.path("jalon")).expect("the program");

    let blocks = blocks(&page);
    assert!(blocks.len() > 15);
    blocks.iter().for_each(|block| reader.play(block));

    // What the guide sends, the team enrols and believes.
    let written = |start: &str| {
        let files = std::fs::read_dir(reader.home.path("")).expect("a folder");
        let mut paths = files.map(|file| file.expect("a file").path());
        let is_it =
            |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(start));
        paths.find(is_it).expect(start).to_string_lossy().into_owned()
    };
    let (request, bundle) = (written("enrol-"), written("jalon-"));
    let said = with_plain_spaces(&reader.said);
    let words = said.split("mots à lui dire :").nth(1).expect("the words").split_whitespace().skip(1);
    let words = words.take(8).collect::<Vec<_>>().join(" ");
    let enrolled = team.run(&["key", "enrol", &request, "--words", &words, "--out", "."]);
    assert_eq!(enrolled.code, 0, "{}", enrolled.err);
    let seen = team.run(&["inspect", &bundle, "--format", "json"]).json();
    assert_eq!((&seen["code"], &seen["seq"]), (&"verified".into(), &1.into()), "{seen}");
}
