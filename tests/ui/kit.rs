//! Two screens that are not Jalon's, to test the kit without depending on any of its screens.

use jalon::journal::fold::Caseload;
use jalon::ui::action::{Action, Scope};
use jalon::ui::cx::Cx;
use jalon::ui::doors::Doors;
use jalon::ui::effect::Slot;
use jalon::ui::keymap::key::Key;
use jalon::ui::layer::{Layer, Unkept, Why};
use jalon::ui::message::Message;
use jalon::ui::overlay::Reply;
use jalon::ui::screen::Screen;
use jalon::ui::step::Step;
use jalon::ui::theme::Role;
use jalon::ui::widget::editor::Editor;
use jalon::usecase::outcome::{Found, Opened, Outcome, UndoState};
use jalon::usecase::request::{DraftKey, Request};
use ratatui::Frame;
use ratatui::layout::Rect;

const OPENING: Slot = Slot(0);

/// The locked station: any `Enter` opens it.
struct Door;

impl Layer for Door {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Locked]
    }

    fn act(&mut self, action: Action, _cx: &Cx<'_>) -> Step {
        match action {
            Action::LockedAccept => {
                Step::stay().ask_and_wait(OPENING, Request::Unlock("mot".to_owned().into()))
            }
            _ => Step::stay(),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::LockedAccept]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, _cx: &Cx<'_>) {
        frame.render_widget("verrouillé", body);
    }
}

impl Screen for Door {
    fn title(&self, _cx: &Cx<'_>) -> String {
        "Jalon".to_owned()
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        Step::stay().ask(OPENING, Request::Look)
    }
}

/// The first screen: a list of nothing.
struct Home;

impl Layer for Home {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn act(&mut self, action: Action, _cx: &Cx<'_>) -> Step {
        match action {
            Action::ListOpen => Step::push(Notepad::new("")),
            Action::Why => Step::say(Message::doubt("peu probable")),
            _ => Step::stay(),
        }
    }

    fn available(&self, action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        if action == Action::ListFacet { Err(Why("why-elsewhere")) } else { Ok(()) }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ListOpen, Action::ListFacet, Action::QuickOpen]
    }

    fn replied(&mut self, _slot: Slot, reply: Reply, _cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Closed => Step::say(Message::note("fermé")),
            Reply::Confirmed | Reply::Picked(_) | Reply::Day(_) | Reply::Text(_) => Step::stay(),
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        frame.render_widget(format!("{} dossiers", cx.model.caseload.files.len()), body);
    }
}

impl Screen for Home {
    fn title(&self, _cx: &Cx<'_>) -> String {
        "Aujourd’hui".to_owned()
    }
}

/// A screen in which one types.
pub struct Notepad {
    editor: Editor,
    unkept: Option<Unkept>,
}

impl Notepad {
    pub fn new(text: &str) -> Self {
        Self { editor: Editor::lines(text), unkept: None }
    }

    pub fn key() -> DraftKey {
        DraftKey { form: "notepad".to_owned(), person: None, object: None }
    }
}

impl Layer for Notepad {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Form]
    }

    fn act(&mut self, action: Action, _cx: &Cx<'_>) -> Step {
        match action {
            Action::FormNext => {
                self.unkept = Some(Unkept::FieldLeft);
                Step::stay()
            }
            Action::FormLeave => Step::pop().saying(Message::note("brouillon gardé")),
            Action::FormSave => {
                self.unkept = None;
                Step::pop()
            }
            _ => Step::stay(),
        }
    }

    fn wants(&self, key: Key) -> bool {
        self.editor.wants(key)
    }

    fn type_key(&mut self, key: Key, _cx: &Cx<'_>) -> Step {
        if self.editor.type_key(key) {
            self.unkept = Some(Unkept::Typing);
        }
        Step::stay()
    }

    fn paste(&mut self, text: &str, _cx: &Cx<'_>) -> Step {
        self.editor.paste(text);
        self.unkept = Some(Unkept::Typing);
        Step::stay()
    }

    fn unkept(&self) -> Option<Unkept> {
        self.unkept
    }

    fn keep(&mut self) -> Option<(DraftKey, Vec<u8>)> {
        self.unkept.take().map(|_| (Self::key(), self.editor.text().into_bytes()))
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::FormSave, Action::FormLeave]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        self.editor.draw(frame, body, cx.theme.style(Role::Field), true);
    }
}

impl Screen for Notepad {
    fn title(&self, _cx: &Cx<'_>) -> String {
        "Bloc-notes".to_owned()
    }
}

/// The doors of the kit's own tests.
pub fn doors() -> Doors {
    Doors {
        locked: |_| Box::new(Door),
        home: |_| Box::new(Home),
        resume: |draft, _| {
            let text = String::from_utf8(draft.bytes.clone()).expect("text");
            Some(Step::push(Notepad::new(&text)))
        },
        file: |person, _| Box::new(jalon::ui::screen::file::FileScreen::open(person)),
        closing: |_| None,
        act: |action, _| match action {
            Action::CaseloadOpen | Action::QuickOpen => Step::push(Notepad::new("")),
            _ => Step::stay(),
        },
        available: |action, _| match action {
            Action::DueOpen => Err(Why("why-elsewhere")),
            _ => Ok(()),
        },
    }
}

/// A station that opens on an empty caseload and keeps drafts, as the real one would.
pub fn station() -> impl FnMut(Request) -> Outcome {
    let mut drafts: Vec<jalon::usecase::outcome::KeptDraft> = Vec::new();
    move |request| match request {
        Request::Look => Outcome::Found(Found::Locked),
        Request::Unlock(_) | Request::SetUp(_) => Outcome::Opened(Box::new(Opened {
            caseload: Caseload::default(),
            drafts: drafts.clone(),
            undo: UndoState::default(),
            unsent: 3,
            remembered: std::collections::BTreeMap::default(),
            notices: Vec::new(),
            is_demo: false,
        })),
        Request::Lock => Outcome::Locked,
        Request::KeepDraft { key, bytes } => {
            let kept_at = chrono::DateTime::UNIX_EPOCH;
            drafts.retain(|draft| draft.key != key);
            drafts.push(jalon::usecase::outcome::KeptDraft { key: key.clone(), kept_at, bytes });
            Outcome::DraftKept(key)
        }
        Request::DropDraft(key) => {
            drafts.retain(|draft| draft.key != key);
            Outcome::DraftDropped(key)
        }
        Request::Remember { .. } => Outcome::Remembered,
        other => unreachable!("not expected: {other:?}"),
    }
}
