//! Who follows a person from now on: the team chooses among the stations that it enrolled, and asks the one that
//! has the file for it, or gives what it received if that one is lost. The rest follows with the exchanges.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

use super::{Screen, ways};
use crate::domain::assignment;
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::layer::{Layer, Why};
use crate::ui::message::Message;
use crate::ui::overlay::Reply;
use crate::ui::overlay::pick::Pick;
use crate::ui::step::Step;
use crate::ui::theme::Role;
use crate::ui::widget::cells::{self, Cell};
use crate::ui::widget::clip::wrap;
use crate::ui::widget::window::Window;
use crate::usecase::exchanges::{EnrolledStation, ExchangeRequest, Exchanged};
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;
use crate::usecase::transferring::Transfer;

/// The stations.
const STATIONS: Slot = Slot(1);
/// Which way.
const WAY: Slot = Slot(2);
/// It is asked, or given.
const ASKED: Slot = Slot(3);
/// Columns of the table of stations: code, name, files.
const COLUMNS: [usize; 3] = [6, 34, 8];
/// Rows of the table before its lines: one empty, the titles.
const ABOVE: usize = 2;

/// The station that follows one person, and those that may.
pub struct TransferScreen {
    person: PersonId,
    stations: Option<Vec<EnrolledStation>>,
    window: Window,
}

impl TransferScreen {
    /// Of this person.
    pub fn of(person: PersonId) -> Self {
        Self { person, stations: None, window: Window::default() }
    }

    /// Every station but the one that has the file.
    fn others(&self, cx: &Cx<'_>) -> Vec<&EnrolledStation> {
        let owner = cx.file(self.person).and_then(|file| file.owner);
        self.stations.iter().flatten().filter(|it| Some(it.id) != owner).collect()
    }

    /// Whether a station has the file, and not the team itself.
    fn is_elsewhere(&self, cx: &Cx<'_>) -> bool {
        let owner = cx.file(self.person).and_then(|file| file.owner);
        self.stations.iter().flatten().any(|it| Some(it.id) == owner)
    }

    fn rows(&self, cx: &Cx<'_>) -> usize {
        let body = body_of(cx.size);
        let above = self.told(usize::from(body.width), cx).len() + ABOVE;
        usize::from(body.height).saturating_sub(above).max(1)
    }

    /// Asks which way, where there are two.
    fn choose(&self, cx: &Cx<'_>) -> Step {
        let Some(to) = self.others(cx).get(self.window.selected()).copied() else { return Step::stay() };
        if !self.is_elsewhere(cx) {
            return self.ask(false, cx);
        }
        let title = cx.words.filled("transfer-to", [("to", called(to))]);
        let ways = ["transfer-way-asked", "transfer-way-lost"].map(|id| cx.words.get(id).into_owned());
        Step::open(WAY, Pick::new(title, ways.into(), cx))
    }

    fn ask(&self, is_lost: bool, cx: &Cx<'_>) -> Step {
        let Some(to) = self.others(cx).get(self.window.selected()).map(|it| it.id) else {
            return Step::stay();
        };
        let asked = Transfer { person: self.person, to, until: None, reason: String::new(), is_lost };
        Step::stay().ask_and_wait(ASKED, Request::Exchange(ExchangeRequest::Transfer(asked)))
    }

    /// Who has the file, and where its change of hands stands.
    fn told(&self, columns: usize, cx: &Cx<'_>) -> Vec<(String, Role)> {
        let Some(file) = cx.file(self.person) else { return Vec::new() };
        let owner = self.stations.iter().flatten().find(|it| Some(it.id) == file.owner);
        let followed = match owner {
            Some(owner) => cx.words.filled("transfer-followed", [("who", called(owner))]),
            None => cx.words.get("transfer-own").into_owned(),
        };
        let mut said = vec![(followed, Role::Title)];
        if assignment::is_underway(file) {
            said.extend(standing(file, cx).map(|text| (text, Role::Soon)));
        }
        said.push((cx.words.get("transfer-how").into_owned(), Role::TextDim));
        let lines = |(text, role): (String, Role)| {
            wrap(&text, columns.max(1)).into_iter().map(move |line| (line, role))
        };
        said.into_iter().flat_map(lines).collect()
    }

    fn row(&self, rank: usize, to: &EnrolledStation, cx: &Cx<'_>) -> Line<'static> {
        let files = cx.model.caseload.files.values().filter(|file| file.owner == Some(to.id)).count();
        let cells = vec![
            Cell::new(to.short.clone(), COLUMNS[0]),
            Cell::new(to.name.clone(), COLUMNS[1]),
            Cell::end(files.to_string(), COLUMNS[2]),
        ];
        cells::line(cells, rank == self.window.selected(), cx)
    }
}

/// Where the last change of hands of a file stands, in words.
pub fn standing(file: &File, cx: &Cx<'_>) -> Option<String> {
    let it = &assignment::last(file)?.value;
    let (who, date) = (cx.name(file.id, &file.person.value), cx.words.date(it.on));
    let told = [("who", who.as_str()), ("from", &it.from_name), ("to", &it.to_name), ("date", &date)];
    Some(cx.words.filled(&format!("transfer-{}", it.phase.code()), told))
}

/// How a station is called: by whose it is or, before anything came of it, by its short code.
fn called(station: &EnrolledStation) -> &str {
    if station.name.is_empty() { &station.short } else { &station.name }
}

impl Layer for TransferScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.window.go_to(self.window.selected(), self.others(cx).len(), self.rows(cx));
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        match action {
            Action::ListOpen => return self.choose(cx),
            Action::ListSearch => return ways::search(cx),
            other => self.window.act(other, self.others(cx).len(), self.rows(cx)),
        };
        Step::stay()
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            _ if cx.file(self.person).is_none() => Err(Why("why-file-gone")),
            Action::ListOpen if self.others(cx).is_empty() => Err(Why("why-no-other-station")),
            Action::ListSort | Action::ListFacet | Action::Why => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn done(&mut self, slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        match outcome {
            Outcome::Exchanged(Exchanged::Stations(stations)) if slot == STATIONS => {
                self.stations = Some(stations);
                self.refresh(cx);
                Step::stay()
            }
            Outcome::Saved(_) if slot == ASKED => {
                self.refresh(cx);
                let said = cx.file(self.person).and_then(|file| standing(file, cx)).unwrap_or_default();
                Step::say(Message::done(said))
            }
            _ => Step::stay(),
        }
    }

    fn replied(&mut self, slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        match (slot, reply) {
            (WAY, Reply::Picked(rank)) => self.ask(rank == 1, cx),
            _ => Step::stay(),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![Action::ListOpen, Action::ListDown, Action::ScreenBack]
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        if self.stations.is_none() {
            return;
        }
        let told = self.told(usize::from(body.width), cx);
        let mut lines: Vec<Line<'_>> =
            told.into_iter().map(|(text, role)| Line::styled(text, cx.theme.style(role))).collect();
        lines.push(Line::default());
        let others = self.others(cx);
        if others.is_empty() {
            lines.push(Line::styled(cx.words.get("why-no-other-station"), cx.theme.style(Role::Text)));
        } else {
            let titles = ["exchange-station", "exchange-name", "transfer-files"].map(|id| cx.words.get(id));
            let [code, name, files] = titles.map(std::borrow::Cow::into_owned);
            let cells = vec![
                Cell::new(code, COLUMNS[0]).role(Role::TextDim),
                Cell::new(name, COLUMNS[1]).role(Role::TextDim),
                Cell::end(files, COLUMNS[2]).role(Role::TextDim),
            ];
            lines.push(cells::line(cells, false, cx));
            let visible = self.window.visible(others.len(), self.rows(cx));
            lines.extend(visible.map(|rank| self.row(rank, others[rank], cx)));
        }
        frame.render_widget(Paragraph::new(lines), body);
    }
}

impl Screen for TransferScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("transfer-title").into_owned()
    }

    fn subject(&self) -> Option<PersonId> {
        Some(self.person)
    }

    fn enter(&mut self, _cx: &Cx<'_>) -> Step {
        Step::stay().ask(STATIONS, Request::Exchange(ExchangeRequest::Stations))
    }
}
