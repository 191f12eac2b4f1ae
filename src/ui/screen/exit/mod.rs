//! The exit (*sortie*): which positive exits of article 2 a person qualifies for on a day, the line of
//! contracts against the months looked back at, and what is missing. It computes nothing: it shows
//! what [`exit::review`] finds, as the command line does, and leads to the decision.

mod draw;

use chrono::{Days, NaiveDate};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::domain::codes::{Business, Coded as _};
use crate::domain::exit::{self, Criterion, ExitReview};
use crate::domain::file::File;
use crate::domain::id::PersonId;
use crate::domain::state::State;
use crate::domain::submission::is_waiting_for;
use crate::ui::action::{Action, Scope};
use crate::ui::cx::Cx;
use crate::ui::draw::body_of;
use crate::ui::effect::Slot;
use crate::ui::form::parse::date::Look;
use crate::ui::form::specs::{DECISION, SPECIAL_CASE, SUBMISSION};
use crate::ui::form::value::Value;
use crate::ui::layer::{Layer, Why};
use crate::ui::overlay::Reply;
use crate::ui::overlay::day::Day;
use crate::ui::overlay::reading::Reading;
use crate::ui::screen::Screen;
use crate::ui::screen::form::open;
use crate::ui::step::Step;
use crate::ui::widget::window::Window;

/// The day that is asked for.
const DAY: Slot = Slot(1);
/// A panel that replies nothing.
const TOLD: Slot = Slot(2);

/// The exits of a person.
pub struct ExitScreen {
    person: PersonId,
    /// The day that is looked at; `None` follows today.
    on: Option<NaiveDate>,
    review: Option<ExitReview>,
    window: Window,
}

impl ExitScreen {
    /// The exits of that person today.
    pub fn open(person: PersonId) -> Self {
        Self { person, on: None, review: None, window: Window::default() }
    }

    fn day(&self, cx: &Cx<'_>) -> NaiveDate {
        self.on.unwrap_or(cx.now.today)
    }

    fn count(&self) -> usize {
        self.review.as_ref().map_or(0, |it| it.criteria.len())
    }

    /// How many criteria show at once.
    fn page(&self, cx: &Cx<'_>) -> usize {
        let shown = cx.file(self.person).zip(self.review.as_ref());
        shown.map_or(1, |shown| draw::criteria_shown(shown, body_of(cx.size), cx))
    }

    /// Whether the person is out already.
    fn is_over(&self, cx: &Cx<'_>) -> bool {
        cx.file(self.person).is_some_and(|file| State::of(file, cx.now.today).period.exited_on.is_some())
    }

    fn selected(&self) -> Option<&Criterion> {
        self.review.as_ref()?.criteria.get(self.window.selected())
    }

    fn look_at(&mut self, day: NaiveDate, cx: &Cx<'_>) -> Step {
        self.on = (day != cx.now.today).then_some(day);
        let kept = self.selected().map(|it| it.exit);
        let pack = cx.model.board.pack();
        self.review = cx.file(self.person).map(|file| exit::review(file, &pack.at(day), day));
        let criteria = self.review.iter().flat_map(|it| &it.criteria);
        let same = criteria.map(|it| it.exit).position(|exit| Some(exit) == kept);
        let row = same.unwrap_or(self.window.selected());
        self.window.go_to(row, self.count(), self.page(cx));
        Step::stay()
    }

    /// Everything about the criterion: article, what is asked, measured and missing, who decides.
    fn explain(&self, cx: &Cx<'_>) -> Step {
        let Some((criterion, file)) = self.selected().zip(cx.file(self.person)) else { return Step::stay() };
        let title = format!("{} {}", criterion.exit.code(), cx.words.label(criterion.exit));
        Step::open(TOLD, Reading::new(title, draw::in_full(criterion, file, self.day(cx), cx)))
    }

    /// What comes next: the exit is proposed to the commission, or decided once it was.
    fn go_on(&self, cx: &Cx<'_>) -> Step {
        let Some(file) = cx.file(self.person) else { return Step::pop() };
        if is_waiting_for(file, Business::Exit) { self.decide(file, cx) } else { self.propose(file, cx) }
    }

    /// The file for the commission, begun with the exit that is selected, on the day looked at.
    fn propose(&self, file: &File, cx: &Cx<'_>) -> Step {
        let code = |code: &str| Value::Code(code.to_owned());
        let mut known = vec![("business", code(Business::Exit.stable_code()))];
        known.push(("exit_on", Value::Date(self.day(cx))));
        known.extend(self.selected().map(|it| ("exit_reason", code(it.exit.code()))));
        Step::push(open::begun(&SUBMISSION, known, file, cx).starting_at("session_on"))
    }

    /// The decision of the commission on the exit.
    fn decide(&self, file: &File, cx: &Cx<'_>) -> Step {
        let business = Value::Code(Business::Exit.stable_code().to_owned());
        let mut known = vec![("business", business)];
        if let Some(criterion) = self.selected() {
            known.push(("reason", Value::Text(draw::in_short(criterion, cx))));
        }
        Step::push(open::begun(&DECISION, known, file, cx).starting_at("ruling"))
    }
}

impl ExitScreen {
    /// The case for the *Comité technique*: the one begun last, unless it was ruled on, or a new one.
    fn argue(&self, cx: &Cx<'_>) -> Step {
        let Some(file) = cx.file(self.person) else { return Step::pop() };
        let begun = file.special_cases.last().filter(|it| it.value.ruled_on.is_none());
        let form = begun.and_then(|it| open::edit(file, it.id, cx));
        Step::push(form.unwrap_or_else(|| open::new(&SPECIAL_CASE, file, cx)))
    }
}

impl Layer for ExitScreen {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Exit, Scope::AsOf, Scope::List]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.look_at(self.day(cx), cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        if self.window.act(action, self.count(), self.page(cx)) {
            return Step::stay();
        }
        let day = self.day(cx);
        match action {
            Action::AsOfLater => self.look_at(day + Days::new(1), cx),
            Action::AsOfEarlier => self.look_at(day - Days::new(1), cx),
            Action::AsOfToday => self.look_at(cx.now.today, cx),
            Action::AsOfDay => Step::open(DAY, Day::new(day, Look::Future)),
            Action::Why => self.explain(cx),
            Action::ListOpen => self.go_on(cx),
            Action::CaseEdit => self.argue(cx),
            _ => Step::stay(),
        }
    }

    fn replied(&mut self, _slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        match reply {
            Reply::Day(day) => self.look_at(day, cx),
            Reply::Confirmed | Reply::Picked(_) | Reply::Text(_) | Reply::Closed => Step::stay(),
        }
    }

    fn available(&self, action: Action, cx: &Cx<'_>) -> Result<(), Why> {
        match action {
            _ if cx.file(self.person).is_none() => Err(Why("why-file-gone")),
            Action::Why if self.count() == 0 => Err(Why("why-nothing-selected")),
            Action::ListOpen | Action::CaseEdit if self.is_over(cx) => Err(Why("why-exit-decided")),
            Action::ListSort | Action::ListFacet | Action::ListSearch => Err(Why("why-elsewhere")),
            _ => Ok(()),
        }
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        vec![
            Action::Why,
            Action::AsOfLater,
            Action::AsOfEarlier,
            Action::AsOfDay,
            Action::AsOfToday,
            Action::ListOpen,
            Action::CaseEdit,
        ]
    }

    fn signs(&self, cx: &Cx<'_>) -> Vec<(&'static str, String)> {
        let signs = [
            ("├─┤", "sign-exit-window"),
            ("━ ╌", "sign-exit-work"),
            ("●", "sign-exit-award"),
            ("■", "sign-exit-valid"),
        ];
        signs.map(|(sign, id)| (sign, cx.words.get(id).into_owned())).into()
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        match cx.file(self.person).zip(self.review.as_ref()) {
            Some((file, review)) => draw::page(frame, body, (file, review), self.window, cx),
            None => frame.render_widget(cx.words.get("why-file-gone").into_owned(), body),
        }
    }
}

impl Screen for ExitScreen {
    fn title(&self, cx: &Cx<'_>) -> String {
        cx.words.get("exit-title").into_owned()
    }

    fn subject(&self) -> Option<PersonId> {
        Some(self.person)
    }

    fn enter(&mut self, cx: &Cx<'_>) -> Step {
        self.look_at(self.day(cx), cx)
    }
}
