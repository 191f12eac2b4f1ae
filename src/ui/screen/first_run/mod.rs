//! The first run: a few questions, then the station exists.
//!
//! One question a page, the answer already there where one can be guessed, Enter to go on and ↑ to
//! go back. The passphrase is proposed, shown once and proved by typing it again.

mod answers;
mod draw;

use ratatui::Frame;
use ratatui::layout::Rect;
use secrecy::{ExposeSecret as _, SecretString};

use super::Screen;
use crate::domain::codes::StationRole;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::form::parse::azerty::digit;
use crate::ui::keymap::key::{Code, Key};
use crate::ui::layer::Layer;
use crate::ui::message::Message;
use crate::ui::step::Step;
use crate::ui::widget::editor::Editor;
use crate::ui::widget::secret::Secret;
use crate::usecase::outcome::{Failure, Outcome};
use crate::usecase::request::Request;
use answers::{Answers, Question, read_lots};

/// Eight words were asked for.
const PROPOSED: Slot = Slot(1);
/// One's own passphrase is judged.
const JUDGED: Slot = Slot(2);
/// The station is being made.
const MADE: Slot = Slot(3);

/// The first run.
pub struct FirstRun {
    question: Question,
    answers: Answers,
    /// Where the station will be.
    place: String,
    text: Editor,
    secret: Secret,
    /// One's own passphrase while it is judged and typed again.
    first: Option<SecretString>,
    is_making: bool,
    failure: Option<Failure>,
}

impl FirstRun {
    /// The first run of a station that will be in the folder `place`.
    pub fn new(place: String) -> Self {
        Self {
            question: Question::Language,
            answers: Answers::default(),
            place,
            text: Editor::line(""),
            secret: Secret::default(),
            first: None,
            is_making: false,
            failure: None,
        }
    }

    /// Goes to a question, with what was answered to it before.
    fn ask(&mut self, question: Question) -> Step {
        self.question = question;
        self.secret.clear();
        match question {
            Question::Name => self.text.set_text(&self.answers.name),
            Question::Lots => {
                let codes: Vec<&str> = self.answers.lots.iter().map(|lot| lot.code()).collect();
                self.text.set_text(&codes.join(" "));
            }
            Question::Kind => self.answers.passphrase = None,
            Question::Words => return Step::stay().ask_and_wait(PROPOSED, Request::ProposePassphrase),
            Question::Language
            | Question::Role
            | Question::Proof
            | Question::Own
            | Question::OwnAgain
            | Question::Summary => {}
        }
        Step::stay()
    }

    fn go_on(&mut self) -> Step {
        self.failure = None;
        self.ask(self.answers.next(self.question))
    }

    fn go_back(&mut self) -> Step {
        self.failure = None;
        self.first = None;
        self.ask(self.answers.before(self.question))
    }

    /// Takes the answer of the page, or says what is wrong with it.
    fn accept(&mut self, cx: &Cx<'_>) -> Step {
        let refuse = |id: &str| Step::say(Message::refusal(cx.words.get(id)));
        match self.question {
            Question::Language | Question::Role | Question::Kind => self.go_on(),
            Question::Words if self.answers.passphrase.is_none() => self.ask(Question::Words),
            Question::Words => self.go_on(),
            Question::Name => {
                let name = self.text.text().trim().to_owned();
                if name.is_empty() {
                    return refuse("first-name-empty");
                }
                self.answers.name = name;
                self.go_on()
            }
            Question::Lots => match read_lots(&self.text.text()) {
                Some(lots) => {
                    self.answers.lots = lots;
                    self.go_on()
                }
                None => refuse("first-lots-unknown"),
            },
            Question::Proof => {
                let words = self.answers.passphrase.as_ref();
                if words.is_some_and(|words| self.secret.says(words.expose_secret())) {
                    self.go_on()
                } else {
                    self.secret.clear();
                    refuse("first-proof-differs")
                }
            }
            Question::Own if self.secret.is_empty() => refuse("first-own-empty"),
            Question::Own => {
                let passphrase = self.secret.take();
                self.first = Some(passphrase.clone());
                let name = self.answers.name.clone();
                Step::stay().ask_and_wait(JUDGED, Request::JudgePassphrase { passphrase, name })
            }
            Question::OwnAgain => {
                let first = self.first.take();
                if first.as_ref().is_some_and(|first| self.secret.is(first.expose_secret())) {
                    self.answers.passphrase = first;
                    self.go_on()
                } else {
                    let asked = self.ask(Question::Own);
                    asked.saying(Message::refusal(cx.words.get("first-own-differs")))
                }
            }
            Question::Summary => self.make(),
        }
    }

    fn make(&mut self) -> Step {
        let Some(set_up) = self.answers.set_up() else { return self.ask(Question::Kind) };
        self.is_making = true;
        self.failure = None;
        Step::stay().ask_and_wait(MADE, Request::SetUp(Box::new(set_up)))
    }

    /// Which choice of the page is marked, and how many there are.
    fn marked(&self) -> (usize, usize) {
        match self.question {
            Question::Role => {
                let at = StationRole::ALL.iter().position(|role| *role == self.answers.role);
                (at.unwrap_or(0), StationRole::ALL.len())
            }
            Question::Kind => (usize::from(self.answers.is_own), 2),
            Question::Language
            | Question::Name
            | Question::Lots
            | Question::Words
            | Question::Proof
            | Question::Own
            | Question::OwnAgain
            | Question::Summary => (0, 0),
        }
    }

    /// A key on a page of two or three choices: the rank of one, or the one beside.
    fn choose(&mut self, key: Key) {
        let (at, count) = self.marked();
        let chosen = match (rank_of(key), key.code) {
            (Some(rank), _) => rank.checked_sub(1).filter(|at| *at < count).unwrap_or(at),
            (None, Code::Up) => at.saturating_sub(1),
            (None, Code::Down) => (at + 1).min(count.saturating_sub(1)),
            (None, _) => (at + 1) % count.max(1),
        };
        match self.question {
            Question::Role => {
                self.answers.role = StationRole::ALL.get(chosen).copied().unwrap_or(self.answers.role);
            }
            Question::Kind => self.answers.is_own = chosen == 1,
            Question::Language
            | Question::Name
            | Question::Lots
            | Question::Words
            | Question::Proof
            | Question::Own
            | Question::OwnAgain
            | Question::Summary => {}
        }
    }
}

/// The digit of a key, on the unshifted row too.
fn rank_of(key: Key) -> Option<usize> {
    key.typed().and_then(|c| digit(c).to_digit(10)).map(|digit| digit as usize)
}

impl Layer for FirstRun {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Locked]
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            _ if self.is_making => Step::stay(),
            Action::LockedAccept | Action::FormNext | Action::FormSave => self.accept(cx),
            Action::FormBack => self.go_back(),
            _ => Step::stay(),
        }
    }

    fn wants(&self, key: Key) -> bool {
        match self.question {
            Question::Name | Question::Lots => self.text.wants(key),
            // From the first choice, ↑ goes back to the question before.
            Question::Role | Question::Kind => match key.code {
                Code::Up => self.marked().0 > 0,
                Code::Down | Code::Right => true,
                _ => key.typed() == Some(' ') || rank_of(key).is_some(),
            },
            Question::Proof | Question::Own | Question::OwnAgain => Secret::wants(key),
            Question::Language | Question::Words | Question::Summary => false,
        }
    }

    fn type_key(&mut self, key: Key, _cx: &Cx<'_>) -> Step {
        match self.question {
            Question::Name | Question::Lots => {
                self.text.type_key(key);
            }
            Question::Role | Question::Kind => self.choose(key),
            Question::Proof | Question::Own | Question::OwnAgain => self.secret.type_key(key),
            Question::Language | Question::Words | Question::Summary => {}
        }
        Step::stay()
    }

    fn paste(&mut self, text: &str, _cx: &Cx<'_>) -> Step {
        match self.question {
            Question::Name | Question::Lots => {
                self.text.paste(text);
            }
            Question::Proof | Question::Own | Question::OwnAgain => self.secret.paste(text),
            Question::Language | Question::Role | Question::Kind | Question::Words | Question::Summary => {}
        }
        Step::stay()
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, _cx: &Cx<'_>) -> Step {
        self.is_making = false;
        match outcome {
            Outcome::ProposedPassphrase(words) => self.answers.passphrase = Some(words),
            Outcome::PassphraseAccepted => return self.go_on(),
            Outcome::Failed(failure) => {
                self.failure = Some(failure);
                if slot == JUDGED {
                    self.first = None;
                }
            }
            _ => {}
        }
        Step::stay().told()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        match self.question {
            Question::Language => vec![Action::LockedAccept, Action::Language],
            Question::Name
            | Question::Role
            | Question::Lots
            | Question::Kind
            | Question::Words
            | Question::Proof
            | Question::Own
            | Question::OwnAgain
            | Question::Summary => vec![Action::LockedAccept, Action::FormBack, Action::Language],
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        self.draw_page(frame, body, cx);
    }
}

impl Screen for FirstRun {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("first-title").into_owned()
    }
}
