//! Quality, coherence and continuity of what is written of people (art. 10, R10-02): what the team points
//! out, and what a counsellor would rather find first. It shows; somebody decides whether it is an error.

use chrono::NaiveDate;

use super::body::Body;
use super::check;
use super::codes::{StepCategory, code_list};
use super::dates::{add_days, add_months};
use super::file::{Current, File};
use super::id::PersonId;
use super::parameters::{Pack, ParameterKey};
use super::recorded::Recorded;
use super::state::State;
use super::state::activity::CarriedOut;
use super::step::Step;

/// Share of people with an incomplete record, in hundredths of a percent, above which a provider risks a
/// correction of the funding (R10-02, FSE: 35 %).
pub const INCOMPLETE_LIMIT: u32 = 35_00;

code_list! {
    /// What may be wrong.
    FlawKey {
        /// A field that the entry asks for is empty.
        Missing = "missing",
        /// More time than the rule allows between two steps that follow each other.
        Gap = "gap",
        /// Two trainings, or a training and a job, on the same days.
        Overlap = "overlap",
        /// Somebody of the file active without any step carried out since the adhesion, past the same time.
        NoStep = "no_step",
        /// An interview that was held and is not justified, past the time to sign it.
        Unsigned = "unsigned",
        /// Dates that exclude each other, or are too unlikely.
        Date = "date",
        /// Written later after its day than the time left to sign allows.
        Late = "late",
    }
}

/// One thing to look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flaw {
    /// What it is.
    pub key: FlawKey,
    /// About whom.
    pub person: PersonId,
    /// The day that it is about.
    pub on: Option<NaiveDate>,
    /// How long, in days: of a gap, an overlap, a delay.
    pub days: Option<i64>,
    /// The field, when it is one field.
    pub field: Option<&'static str>,
}

/// Everything to look at in a file as it stood on `on`, by kind, then by day.
pub fn flaws(file: &File, pack: &Pack, on: NaiveDate) -> Vec<Flaw> {
    let state = State::of(file, on);
    let parameters = pack.at(on);
    let signing_days = parameters.get(ParameterKey::SigningTime);
    let step_months = parameters.get(ParameterKey::StepGap);
    let flaw = |key, on, days, field| Flaw { key, person: file.id, on, days, field };
    let mut found: Vec<Flaw> = Vec::new();
    if state.is_in_file_active() {
        found.extend(missing(file, &state).map(|field| flaw(FlawKey::Missing, None, None, Some(field))));
    }
    found.extend(rhythm(&state, step_months, &flaw));
    found.extend(overlaps(file, on).map(|(on, days)| flaw(FlawKey::Overlap, Some(on), Some(days), None)));
    for it in state.interviews().filter(|it| it.value.is_held_by(on) && !state.is_justified(it)) {
        if add_days(it.value.date, signing_days) < on {
            let days = (on - it.value.date).num_days();
            found.push(flaw(FlawKey::Unsigned, Some(it.value.date), Some(days), None));
        }
    }
    found.extend(unlikely_dates(file, on).map(|(day, field)| flaw(FlawKey::Date, day, None, Some(field))));
    let known_since = first_written(file);
    let days_written = file
        .interviews
        .iter()
        .filter(|it| it.value.is_held_by(on))
        .map(|it| (it.value.date, it.written_at.date_naive()))
        .chain(file.decisions.iter().map(|it| (it.value.session_on, it.written_at.date_naive())));
    for (day, written) in days_written {
        // What came before the file did was taken over from elsewhere: nobody was late.
        if day >= known_since && day <= on && written > add_days(day, signing_days) {
            found.push(flaw(FlawKey::Late, Some(day), Some((written - day).num_days()), None));
        }
    }
    found.sort_by_key(|it| (it.key, it.on, it.field));
    found.dedup();
    found
}

/// Whether nothing that the entry asks for is missing.
pub fn is_complete(file: &File, on: NaiveDate) -> bool {
    missing(file, &State::of(file, on)).next().is_none()
}

/// Fields that the entry asks for and that are empty, by their names in the forms.
fn missing(file: &File, state: &State<'_>) -> impl Iterator<Item = &'static str> + use<> {
    let person = &file.person.value;
    let record = state.period.enrolment.map(|it| &it.value);
    let lacks = |is_filled: bool| !is_filled;
    [
        ("sex", lacks(person.sex.is_some())),
        ("commune", lacks(person.commune.is_some())),
        ("qpv", lacks(person.qpv.is_some())),
        ("referred_on", lacks(record.is_some_and(|it| it.referred_on.is_some()))),
        ("prescriber_kind", lacks(record.is_some_and(|it| it.prescriber_kind.is_some()))),
        ("lot", lacks(record.is_some_and(|it| it.lot.is_some()))),
        ("criteria", lacks(record.is_some_and(|it| !it.criteria.is_empty()))),
        ("level", lacks(record.is_some_and(|it| it.level.is_some()))),
    ]
    .into_iter()
    .filter_map(|(field, is_missing)| is_missing.then_some(field))
}

/// Gaps between the steps that were carried out since the adhesion, or that there was none.
fn rhythm(
    state: &State<'_>,
    months: u32,
    flaw: &impl Fn(FlawKey, Option<NaiveDate>, Option<i64>, Option<&'static str>) -> Flaw,
) -> Vec<Flaw> {
    let (Some(enrolled_on), on) = (state.enrolled_on(), state.on()) else { return Vec::new() };
    let steps = state.file.steps.iter().filter_map(|it| CarriedOut::of(&it.value));
    let work = state.file.employments.iter().map(|it| CarriedOut::of_employment(&it.value));
    let mut days: Vec<CarriedOut> = steps.chain(work).filter(|it| it.from <= on).collect();
    days.retain(|it| it.until.is_none_or(|until| until >= enrolled_on));
    days.sort_by_key(|it| it.from);
    if days.is_empty() {
        let is_late = state.is_followed() && add_months(enrolled_on, months) < on;
        let waited = (on - enrolled_on).num_days();
        return Vec::from_iter(is_late.then(|| flaw(FlawKey::NoStep, Some(enrolled_on), Some(waited), None)));
    }
    let mut found = Vec::new();
    let mut busy_until = enrolled_on;
    for it in days {
        let is_suspended = state
            .suspensions
            .iter()
            .any(|of| of.from <= it.from && of.until.is_none_or(|day| day >= busy_until));
        if it.from > add_months(busy_until, months) && !is_suspended {
            let days = (it.from - busy_until).num_days();
            found.push(flaw(FlawKey::Gap, Some(busy_until), Some(days), None));
        }
        busy_until = busy_until.max(it.until.unwrap_or(on));
    }
    found
}

/// First day in common and number of days, of steps that can hardly be followed together.
fn overlaps(file: &File, on: NaiveDate) -> impl Iterator<Item = (NaiveDate, i64)> + use<> {
    let kept: Vec<(&Step, CarriedOut)> =
        file.steps.iter().filter_map(|it| Some((&it.value, CarriedOut::of(&it.value)?))).collect();
    let mut found = Vec::new();
    for (rank, (one, days)) in kept.iter().enumerate() {
        for (other, others) in &kept[rank + 1..] {
            let last = |it: &CarriedOut| it.until.unwrap_or(on).min(on);
            let (from, to) = (days.from.max(others.from), last(days).min(last(others)));
            if excludes(one.category, other.category) && from <= to {
                found.push((from, (to - from).num_days() + 1));
            }
        }
    }
    found.into_iter()
}

/// A training takes the days of another one, and those of a job.
const fn excludes(one: StepCategory, other: StepCategory) -> bool {
    matches!(
        (one, other),
        (StepCategory::Training, StepCategory::Training | StepCategory::Employment)
            | (StepCategory::Employment, StepCategory::Training)
    )
}

/// Dates that would be refused or doubted if they were typed today.
fn unlikely_dates(
    file: &File,
    on: NaiveDate,
) -> impl Iterator<Item = (Option<NaiveDate>, &'static str)> + use<> {
    fn among<T: Recorded>(
        list: &[Current<T>],
        file: &File,
        on: NaiveDate,
        found: &mut Vec<(Option<NaiveDate>, &'static str)>,
    ) {
        for it in list {
            let violations = check::body(&it.value.clone().into_body(), Some(file), on);
            // A day that was never given contradicts nothing.
            let given = violations.iter().filter(|it| !it.code.ends_with("-missing"));
            let fields = given.map(|it| it.field).filter(|field| is_of_date(field));
            found.extend(fields.map(|field| (it.value.day(), field)));
        }
    }
    let mut found = Vec::new();
    let identity = check::body(&Body::Person(file.person.value.clone()), Some(file), on);
    found.extend(identity.iter().map(|it| (None, it.field)).filter(|it| is_of_date(it.1)));
    among(&file.enrolments, file, on, &mut found);
    among(&file.interviews, file, on, &mut found);
    among(&file.steps, file, on, &mut found);
    among(&file.decisions, file, on, &mut found);
    among(&file.employments, file, on, &mut found);
    among(&file.trainings, file, on, &mut found);
    found.into_iter()
}

fn is_of_date(field: &str) -> bool {
    field == "date" || field.ends_with("_on") || field.ends_with("_until") || field.ends_with("_date")
}

/// The day on which the first thing of the file that is still there was written.
fn first_written(file: &File) -> NaiveDate {
    let written = file.enrolments.iter().map(|it| it.written_at);
    let written = written.chain(file.interviews.iter().map(|it| it.written_at));
    written.chain([file.person.written_at]).min().unwrap_or(file.person.written_at).date_naive()
}
