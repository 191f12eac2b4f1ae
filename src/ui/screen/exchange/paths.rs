//! The two paths of exchanges: the folder that bundles are written to, what is taken in.

use fluent_bundle::FluentArgs;

use super::{ExchangeScreen, FOLDER, written};
use crate::ui::cx::Cx;
use crate::ui::effect::Slot;
use crate::ui::message::Message;
use crate::ui::screen::ask_path::{AskPath, PathPurpose};
use crate::ui::step::{Step, Turn};
use crate::usecase::exchanges::{ExchangeRequest, Exchanged, TakenFile};
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;

/// The folder is kept.
const KEPT: Slot = Slot(3);

/// Writing into another folder, which is the usual one from then on.
pub(super) struct SendTo;

impl SendTo {
    pub(super) fn screen(usual: &str) -> AskPath<Self> {
        AskPath::new(Self, usual)
    }
}

/// Exchanges again, as they are now.
fn back() -> Step {
    Step::stay().then(Turn::Place(Box::new(ExchangeScreen::new())))
}

impl PathPurpose for SendTo {
    const WORDS: [&'static str; 3] = ["exchange-folder-question", "exchange-folder-how", "exchange-no-way"];

    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("exchange-folder-title").into_owned()
    }

    fn ways(&self, typed: String) -> Request {
        Request::Exchange(ExchangeRequest::Ways(typed))
    }

    fn request(&self, path: String, _cx: &Cx<'_>) -> Request {
        Request::Exchange(ExchangeRequest::Send(path))
    }

    fn done(&self, path: &str, outcome: &Outcome, cx: &Cx<'_>) -> Option<Step> {
        let Outcome::Exchanged(Exchanged::Sent(files, _)) = outcome else { return None };
        let value = path.trim().as_bytes().to_vec();
        let keeping = Request::Remember { name: FOLDER.to_owned(), value };
        Some(back().ask(KEPT, keeping).saying(written(files, cx)))
    }
}

/// Taking in a return, or what stations have sent.
pub(super) struct ReceiveFrom;

impl ReceiveFrom {
    pub(super) fn screen() -> AskPath<Self> {
        AskPath::new(Self, "~/")
    }
}

impl PathPurpose for ReceiveFrom {
    const WORDS: [&'static str; 3] = ["exchange-receive-question", "exchange-receive-how", "exchange-no-way"];

    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("exchange-receive-title").into_owned()
    }

    fn ways(&self, typed: String) -> Request {
        Request::Exchange(ExchangeRequest::Ways(typed))
    }

    fn request(&self, path: String, _cx: &Cx<'_>) -> Request {
        Request::Exchange(ExchangeRequest::Receive(path))
    }

    fn done(&self, _path: &str, outcome: &Outcome, cx: &Cx<'_>) -> Option<Step> {
        let Outcome::Exchanged(Exchanged::Received(files, _)) = outcome else { return None };
        Some(back().saying(taken(files, cx)))
    }
}

/// What is said of files that were read: the first that was refused, else a receipt, else how much is new.
fn taken(files: &[TakenFile], cx: &Cx<'_>) -> Message {
    if let Some(refused) = files.iter().find(|it| !it.is_in) {
        let why = cx.words.get(&format!("bundle-{}", refused.code));
        return Message::refusal(format!("{} : {why}", refused.name));
    }
    let mut args = FluentArgs::new();
    if let Some((seq, to)) = files.iter().rev().find_map(|it| it.receipt) {
        args.set("number", seq.to_string());
        args.set("entry", to.to_string());
        return Message::done(cx.words.with("exchange-receipt-came", &args));
    }
    args.set("count", files.len());
    args.set("entries", files.iter().map(|it| it.entries_new).sum::<u64>());
    Message::done(cx.words.with("exchange-taken", &args))
}
