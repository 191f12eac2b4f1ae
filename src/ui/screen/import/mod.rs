//! Taking files in: the path of a file or folder, then everything that would be taken and everything
//! that is wrong with it, then two strokes. Undo names it.
//!
//! The worker reads; keys are never held meanwhile. What was shown is what is taken: the preview
//! comes back with the request.

mod draw;
mod rows;

use std::sync::Arc;

use fluent_bundle::FluentArgs;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::Screen;
use super::path::{self, PathField};
use crate::domain::id::PersonId;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::keymap::key::Key;
use crate::ui::layer::{Layer, Why};
use crate::ui::message::Message;
use crate::ui::overlay::Reply;
use crate::ui::overlay::confirm::Confirm;
use crate::ui::overlay::notice::Notice;
use crate::ui::saved;
use crate::ui::step::Step;
use crate::ui::widget::window::Window;
use crate::usecase::import::screen::{ImportAsked, ImportRequest, Imported, refused_files};
use crate::usecase::import::{Other, Preview};
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;
use rows::Row;

/// What the path may become.
const WAYS: Slot = Slot(1);
/// What the files hold.
const SEEN: Slot = Slot(2);
/// The second stroke before everything is taken.
const WHOLE: Slot = Slot(3);
/// The second stroke before the right lines are taken.
const PARTIAL: Slot = Slot(4);
/// It was taken.
const TAKEN: Slot = Slot(5);
/// The mapping was written.
const MAPPED: Slot = Slot(6);
/// A preference is kept, or a message was read.
const TOLD: Slot = Slot(7);
/// Preference: the path that was read last.
const PATH_KEPT: &str = "import-path";

/// Where the import stands.
enum Stage {
    /// The path is being typed.
    Typing,
    /// The files are being read.
    Reading(ImportAsked),
    /// What they hold is shown.
    Seen,
    /// It is being taken in.
    Taking,
    /// It was taken in: what is said of it waits to be read.
    Over,
}

/// What was read, as it is shown.
struct Shown {
    preview: Arc<Preview>,
    rows: Vec<Row>,
    window: Window,
}

/// The import screen.
pub struct ImportScreen {
    stage: Stage,
    path: PathField,
    shown: Option<Shown>,
    /// References said to be those of people of the caseload.
    same: Vec<(String, PersonId)>,
}

impl ImportScreen {
    /// Asks for the path, that of the last time if there is one.
    pub fn new(cx: &Cx<'_>) -> Self {
        let kept = cx.model.remembered.get(PATH_KEPT).and_then(|bytes| std::str::from_utf8(bytes).ok());
        Self {
            stage: Stage::Typing,
            path: PathField::new(kept.unwrap_or("~/")),
            shown: None,
            same: Vec::new(),
        }
    }

    fn ask_ways(&self) -> Step {
        Step::stay().ask(WAYS, Request::Import(ImportRequest::Ways(self.path.text())))
    }

    /// Reads what the path names.
    fn read(&mut self) -> Step {
        let path = self.path.text().trim().to_owned();
        let asked = ImportAsked { path: path.clone(), same: self.same.clone() };
        self.stage = Stage::Reading(asked.clone());
        Step::stay()
            .ask(SEEN, Request::Import(ImportRequest::Look(asked)))
            .ask(TOLD, Request::Remember { name: PATH_KEPT.to_owned(), value: path.into_bytes() })
    }

    fn see(&mut self, preview: Arc<Preview>, cx: &Cx<'_>) {
        let rows = rows::gather(&preview, cx);
        let before = self.shown.as_ref().map_or(0, |shown| shown.window.selected());
        let mut window = Window::default();
        window.go_to(before, rows.len(), Self::page(cx));
        self.shown = Some(Shown { preview, rows, window });
        self.stage = Stage::Seen;
    }

    fn page(cx: &Cx<'_>) -> usize {
        draw::list_rows(body_of(cx.size))
    }

    fn seen(&self) -> Option<&Shown> {
        self.shown.as_ref().filter(|_| matches!(self.stage, Stage::Seen))
    }

    /// The reference of the selected line, and who it seems to be.
    fn twin(&self) -> Option<(String, PersonId)> {
        let shown = self.seen()?;
        let Row::Twin(rank) = shown.rows.get(shown.window.selected())? else { return None };
        let twin = shown.preview.twins.get(*rank)?;
        match twin.other {
            Other::Known(person) => Some((twin.reference.clone(), person)),
            Other::Line { .. } => None,
        }
    }

    /// Names what is about to be taken, and waits for the second stroke.
    fn confirm(&self, slot: Slot, cx: &Cx<'_>) -> Step {
        let Some(shown) = self.seen() else { return Step::stay() };
        let mut said = vec![self.path.text(), rows::counts(&shown.preview, "import-plan", cx)];
        if slot == PARTIAL {
            said.push(cx.words.get("importing-partial-said").into_owned());
        }
        Step::open(slot, Confirm::new(cx.words.get("importing-confirm").into_owned(), said))
    }

    fn take(&mut self, slot: Slot, cx: &Cx<'_>) -> Step {
        let Some(shown) = self.seen() else { return Step::stay() };
        let refused = if slot == PARTIAL {
            refused_files(&shown.preview, |refusal| cx.words.import_reason(refusal))
        } else {
            Vec::new()
        };
        let (path, preview) = (self.path.text().trim().to_owned(), Arc::clone(&shown.preview));
        self.stage = Stage::Taking;
        Step::stay().ask(TAKEN, Request::Import(ImportRequest::TakeIn { path, preview, refused }))
    }

    /// Says what was taken, and leaves; where the refused lines are waits to be read.
    fn taken(&mut self, imported: &Imported, cx: &Cx<'_>) -> Step {
        self.stage = Stage::Over;
        if imported.refused_files.is_empty() {
            let said = if imported.patch.is_some() {
                saved::message(cx)
            } else {
                Message::note(cx.words.get("importing-nothing-new"))
            };
            return Step::pop().saying(said);
        }
        let said = |path: &std::path::PathBuf| {
            let path = path.display().to_string();
            cx.words.filled("import-refused-file", [("path", path.as_str())])
        };
        let mut paragraphs = vec![saved::message(cx).text];
        paragraphs.extend(imported.refused_files.iter().map(said));
        let title = cx.words.get("importing-partial-done").into_owned();
        Step::open(TOLD, Notice::new(title, paragraphs))
    }

    fn leave(&mut self) -> Step {
        match self.stage {
            Stage::Seen | Stage::Reading(_) => {
                self.stage = Stage::Typing;
                self.ask_ways()
            }
            Stage::Typing | Stage::Taking | Stage::Over => Step::pop(),
        }
    }
}

impl Layer for ImportScreen {
    fn scopes(&self) -> &'static [Scope] {
        match self.stage {
            Stage::Typing => &[Scope::Import, Scope::Search],
            Stage::Reading(_) | Stage::Seen | Stage::Taking | Stage::Over => &[Scope::Import, Scope::List],
        }
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        if let Some(shown) = &mut self.shown {
            let selected = shown.window.selected();
            shown.window.go_to(selected, shown.rows.len(), Self::page(cx));
        }
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if matches!(self.stage, Stage::Typing) {
            return match action {
                Action::ImportComplete if self.path.complete() => self.ask_ways(),
                // A folder that was chosen in the list is looked into first.
                Action::ListOpen if self.path.enter() => self.ask_ways(),
                Action::ListOpen => self.read(),
                Action::ImportLeave => self.leave(),
                other => {
                    self.path.choose(other, path::rows(body_of(cx.size)));
                    Step::stay()
                }
            };
        }
        if let Some(shown) = &mut self.shown
            && shown.window.act(action, shown.rows.len(), Self::page(cx))
        {
            return Step::stay();
        }
        match action {
            Action::ImportLeave => self.leave(),
            Action::ImportTake => self.confirm(WHOLE, cx),
            Action::ImportPartial => self.confirm(PARTIAL, cx),
            Action::ImportAgain => self.read(),
            Action::ImportSame => {
                self.same.extend(self.twin());
                self.read()
            }
            Action::ImportMapping => {
                let Some(shown) = self.seen() else { return Step::stay() };
                let (path, preview) = (self.path.text().trim().to_owned(), Arc::clone(&shown.preview));
                Step::stay().ask(MAPPED, Request::Import(ImportRequest::WriteMapping { path, preview }))
            }
            _ => Step::stay(),
        }
    }

    fn wants(&self, key: Key) -> bool {
        matches!(self.stage, Stage::Typing) && self.path.wants(key)
    }

    fn type_key(&mut self, key: Key, _cx: &Cx<'_>) -> Step {
        if self.path.type_key(key) { self.ask_ways() } else { Step::stay() }
    }

    fn paste(&mut self, text: &str, _cx: &Cx<'_>) -> Step {
        if matches!(self.stage, Stage::Typing) && self.path.paste(text) {
            self.ask_ways()
        } else {
            Step::stay()
        }
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        match outcome {
            Outcome::ImportWays { typed, ways } => self.path.offer(&typed, ways),
            // An answer about something else than what is awaited concerns nobody any more.
            Outcome::ImportSeen(asked, preview) => {
                if matches!(&self.stage, Stage::Reading(awaited) if *awaited == asked) {
                    self.see(preview, cx);
                }
            }
            Outcome::Imported(imported) => return self.taken(&imported, cx),
            Outcome::MappingWritten(path) => {
                let path = path.display().to_string();
                let said = cx.words.filled("importing-mapped", [("path", path.as_str())]);
                return Step::open(
                    TOLD,
                    Notice::new(cx.words.get("importing-mapping").into_owned(), vec![said]),
                );
            }
            Outcome::Failed(_) => match (slot, &self.shown) {
                (SEEN, _) => self.stage = Stage::Typing,
                (TAKEN, Some(_)) => self.stage = Stage::Seen,
                _ => {}
            },
            _ => {}
        }
        Step::stay()
    }

    fn replied(&mut self, slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Confirmed => self.take(slot, cx),
            _ if matches!(self.stage, Stage::Over) => Step::pop(),
            _ => Step::stay(),
        }
    }

    fn available(&self, action: Action, _cx: &Cx<'_>) -> Result<(), Why> {
        let refuse_unless = |is_right: bool, why| if is_right { Ok(()) } else { Err(Why(why)) };
        let has_some = |shown: &Shown| shown.preview.count.new + shown.preview.count.changed > 0;
        match action {
            Action::ImportTake
            | Action::ImportPartial
            | Action::ImportSame
            | Action::ImportMapping
            | Action::ImportAgain => {}
            _ => return Ok(()),
        }
        let Some(shown) = self.seen() else { return Err(Why("why-import-not-read")) };
        match action {
            Action::ImportTake => {
                refuse_unless(shown.preview.is_right(), "why-import-errors")?;
                refuse_unless(has_some(shown), "why-import-nothing")
            }
            Action::ImportPartial => {
                refuse_unless(!shown.preview.is_right(), "why-import-no-error")?;
                refuse_unless(shown.preview.reading.may_be_partial(), "why-import-unreadable")?;
                refuse_unless(has_some(shown), "why-import-nothing")
            }
            Action::ImportSame => refuse_unless(self.twin().is_some(), "why-import-no-twin"),
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        match self.stage {
            Stage::Typing => {
                vec![Action::ListOpen, Action::ImportComplete, Action::ListDown, Action::ImportLeave]
            }
            Stage::Reading(_) | Stage::Taking | Stage::Over => vec![Action::ImportLeave],
            Stage::Seen => vec![
                Action::ImportTake,
                Action::ImportPartial,
                Action::ImportSame,
                Action::ImportAgain,
                Action::ImportMapping,
                Action::ImportLeave,
                Action::ListDown,
            ],
        }
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        match (&self.stage, &self.shown) {
            (Stage::Seen | Stage::Over, Some(shown)) => draw::seen(frame, body, &self.path.text(), shown, cx),
            (Stage::Typing, _) | (Stage::Seen | Stage::Over, None) => path::draw(
                frame,
                body,
                &self.path,
                ["importing-question", "importing-how", "importing-no-way"],
                cx,
            ),
            (Stage::Reading(_), _) => draw::waiting(frame, body, "importing-reading", &self.path.text(), cx),
            (Stage::Taking, _) => draw::waiting(frame, body, "importing-taking", &self.path.text(), cx),
        }
    }
}

impl Screen for ImportScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("importing-title").into_owned()
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        self.ask_ways()
    }
}

/// A message with one figure.
fn counted(id: &str, count: usize, cx: &Cx<'_>) -> String {
    let mut args = FluentArgs::new();
    args.set("count", count);
    cx.words.with(id, &args).into_owned()
}
