//! From a text to the terminal: what anybody wrote in a file, in every field, comes out of the
//! screens as printable characters between the few sequences that Jalon sends, and nothing else.

use std::io;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use jalon::domain::body::Body;
use jalon::domain::contact::Contact;
use jalon::domain::interview::Interview;
use jalon::domain::person::Person;
use jalon::domain::text::{Lines, first_unprintable};
use jalon::i18n::{Language, Words};
use jalon::journal::entry::{Entry, Head};
use jalon::journal::fold::{Caseload, Fold};
use jalon::journal::payload::{self, Said};
use jalon::ui::app::{App, Settings};
use jalon::ui::effect::Effect;
use jalon::ui::event::Event;
use jalon::ui::keymap::Keymap;
use jalon::ui::keymap::key::Key;
use jalon::ui::start;
use jalon::ui::terminal::wiping::Wiping;
use jalon::ui::theme::Theme;
use jalon::ui::theme::depth::Depth;
use jalon::usecase::outcome::{Opened, Outcome, UndoState};
use jalon::usecase::request::Request;
use ratatui::Terminal;
use ratatui::layout::Size;

use super::super::programme::{day, draft, now};
use super::mode;

/// What is pressed, one after the other: home, a file and its pages, the caseload, what is due,
/// search, the quick line, help.
const KEYS: [&str; 4] =
    ["enter tab tab tab tab esc f enter", "d tab enter esc", "/ a b enter esc", "e a space 3 esc"];

/// 0: texts, separated by U+001E, for the fields of one file. 1: lines of a kind, a space and a
/// body, which are folded as they are.
pub fn render(input: &[u8]) {
    let (mode, rest) = mode(input);
    if rest.len() > 16 << 10 {
        return;
    }
    let text = String::from_utf8_lossy(rest);
    let bodies = if mode & 1 == 0 { bodies_of_texts(&text) } else { bodies_of_lines(&text) };
    let language = if mode & 2 == 0 { Language::French } else { Language::English };
    let size = [(80, 24), (120, 40), (40, 12), (60, 24)][usize::from(mode >> 2 & 3)];
    let keys = KEYS[usize::from(mode >> 4 & 3)];
    show(&caseload(bodies), language, Size { width: size.0, height: size.1 }, keys);
}

fn bodies_of_texts(text: &str) -> Vec<Body> {
    let mut texts = text.split('\u{1E}').cycle().map(str::to_owned);
    let mut next = || texts.next().unwrap_or_default();
    let mut person = Person::new(&next(), &next(), day("1994-02-11"));
    person.reference = Some(next());
    person.birth_name = Some(next());
    person.address = Some(next());
    person.commune = Some(next());
    person.phone = Some(next());
    person.email = Some(next());
    let mut interview = Interview::new(day("2026-11-19"), jalon::domain::codes::Outcome::Held);
    (interview.record, interview.place) = (next(), Some(next()));
    let planned = Interview::new(day("2026-11-22"), jalon::domain::codes::Outcome::Planned);
    let contact =
        Contact { date: day("2026-11-20"), kind: jalon::domain::codes::ContactKind::Call, result: next() };
    vec![Body::Person(person), Body::Interview(interview), Body::Interview(planned), Body::Contact(contact)]
}

fn bodies_of_lines(text: &str) -> Vec<Body> {
    let line = |line: &str| line.split_once(' ').and_then(|(kind, body)| payload::body_from(kind, body));
    let person = Body::Person(Person::new("Lefèvre", "Maëlle", day("1994-02-11")));
    std::iter::once(person).chain(text.lines().take(40).filter_map(line)).collect()
}

fn caseload(bodies: Vec<Body>) -> Caseload {
    let mut fold = Fold::default();
    let mut head = Head::EMPTY;
    for (index, body) in bodies.into_iter().enumerate() {
        let mut draft = draft(0);
        draft.kind = body.kind().to_owned();
        draft.object.0[15] = u8::try_from(index).expect("a few bodies");
        let station = jalon::domain::id::StationId([0x7A; 16]);
        let entry = Entry::following(head, station, now().at, draft);
        head = entry.head();
        fold.apply_said(&entry, Some(Said::Is(body)));
    }
    fold.caseload
}

/// A place to write that can be read again.
#[derive(Clone, Default)]
struct Wire(Arc<Mutex<Vec<u8>>>);

impl io::Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("nobody panics while holding it").extend(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Answers as a station would that is open and saves nothing.
fn answer(request: Request, caseload: &Caseload) -> Option<Outcome> {
    Some(match request {
        Request::Look | Request::Unlock(_) => Outcome::Opened(Box::new(Opened {
            caseload: caseload.clone(),
            drafts: Vec::new(),
            undo: UndoState::default(),
            unsent: 3,
            remembered: std::collections::BTreeMap::new(),
            notices: Vec::new(),
            is_demo: false,
        })),
        Request::Lock => Outcome::Locked,
        Request::KeepDraft { key, .. } => Outcome::DraftKept(key),
        Request::DropDraft(key) => Outcome::DraftDropped(key),
        Request::Remember { .. } => Outcome::Remembered,
        Request::History(person) => Outcome::History(person, Vec::new()),
        Request::SetUp(_)
        | Request::ProposePassphrase
        | Request::JudgePassphrase { .. }
        | Request::ChangePassphrase { .. }
        | Request::Save(_)
        | Request::Undo
        | Request::Redo
        | Request::Import(_)
        | Request::AttachableWays(_)
        | Request::OfficeHistory
        | Request::WriteList(_)
        | Request::WriteDocument(_)
        | Request::Rights(_)
        | Request::RecordWorkshop(_)
        | Request::Attach(_)
        | Request::Exchange(_) => return None,
    })
}

fn show(caseload: &Caseload, language: Language, size: Size, keys: &str) {
    // The backend asks for the size with a function, which holds nothing.
    let measure: fn() -> io::Result<Size> = match size.width {
        120 => || Ok(Size { width: 120, height: 40 }),
        40 => || Ok(Size { width: 40, height: 12 }),
        60 => || Ok(Size { width: 60, height: 24 }),
        _ => || Ok(Size { width: 80, height: 24 }),
    };
    let wire = Wire::default();
    let mut terminal = Terminal::new(Wiping::new(wire.clone(), measure)).expect("memory");
    let mut app = App::new(Settings {
        words: Words::new(language),
        theme: Theme::embedded("dark", Depth::Sixteen),
        keymap: Keymap::embedded(),
        lock_after: TimeDelta::minutes(5),
        doors: start::doors(),
        is_demo: false,
        size,
    });
    let mut waiting = app.start(now());
    let mut keys = keys.split(' ');
    loop {
        while let Some(effect) = waiting.pop() {
            if let Effect::Run(ticket, request) = effect
                && let Some(outcome) = answer(request, caseload)
            {
                waiting.extend(app.update(Event::Done(ticket, outcome), now()));
            }
        }
        if app.take_redraw() {
            terminal.draw(|frame| app.draw(frame, now())).expect("memory");
        }
        let Some(key) = keys.next() else { break };
        waiting = app.update(Event::Key(key.parse::<Key>().expect("a key")), now());
    }
    let sent = wire.0.lock().expect("nobody panics while holding it");
    vte::Parser::new().advance(&mut Allowed, &sent);
}

/// Receives what a terminal would, and accepts what Jalon sends only.
struct Allowed;

impl vte::Perform for Allowed {
    fn print(&mut self, c: char) {
        let text = c.to_string();
        assert_eq!(first_unprintable(&text, Lines::One), None, "{c:?} was printed");
    }

    fn execute(&mut self, byte: u8) {
        unreachable!("control character {byte:#04x}");
    }

    fn hook(&mut self, _: &vte::Params, _: &[u8], _: bool, action: char) {
        unreachable!("device control string {action:?}");
    }

    fn osc_dispatch(&mut self, params: &[&[u8]], _: bool) {
        unreachable!("operating system command {params:?}");
    }

    fn csi_dispatch(&mut self, params: &vte::Params, intermediates: &[u8], ignore: bool, action: char) {
        let numbers: Vec<u16> = params.iter().flatten().copied().collect();
        let known = match (action, intermediates) {
            ('H', []) => numbers.len() <= 2,
            ('K', []) => numbers == [2],
            ('m', []) => true,
            ('h' | 'l', b"?") => matches!(numbers[..], [25 | 1049 | 2004]),
            _ => false,
        };
        assert!(known && !ignore, "sequence {intermediates:?} {numbers:?} {action:?}");
    }

    fn esc_dispatch(&mut self, intermediates: &[u8], _: bool, byte: u8) {
        unreachable!("escape {intermediates:?} {byte:#04x}");
    }
}
