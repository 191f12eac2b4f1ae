//! The counsellor's agenda: what is planned with everybody, and on which days and at which hours one
//! more person can be received. Derived from the files and from the absences, never stored.

use std::collections::{BTreeSet, HashMap};

use chrono::{Days, NaiveDate, NaiveTime};

use super::codes::Outcome;
use super::file::{Current, File};
use super::habits::FIRST_DURATION_MIN;
use super::holidays;
use super::id::PersonId;
use super::office::Absence;

/// How many days after the usual one a free one is looked for: beyond, the usual one is proposed all the
/// same, for who is proposed a day a month away would not be met within the month (R9.3.6-02).
const FARTHEST_DAYS: u64 = 14;

/// What is planned with everybody, by day and hour.
#[derive(Debug, Clone, Default)]
pub struct Agenda {
    planned: BTreeSet<(NaiveDate, Option<NaiveTime>, PersonId)>,
    of: HashMap<PersonId, Vec<(NaiveDate, Option<NaiveTime>)>>,
}

impl Agenda {
    /// What is planned in these files.
    pub fn of<'a>(files: impl IntoIterator<Item = &'a File>) -> Self {
        let mut agenda = Self::default();
        for file in files {
            agenda.put(file.id, Some(file));
        }
        agenda
    }

    /// Takes in a file as it is now; `None` for one that is no longer there.
    pub fn put(&mut self, person: PersonId, file: Option<&File>) {
        for (date, start) in self.of.remove(&person).unwrap_or_default() {
            self.planned.remove(&(date, start, person));
        }
        let interviews = file.into_iter().flat_map(|file| &file.interviews);
        let planned = interviews.filter(|it| it.value.outcome == Outcome::Planned);
        let planned: Vec<_> = planned.map(|it| (it.value.date, it.value.start)).collect();
        self.planned.extend(planned.iter().map(|(date, start)| (*date, *start, person)));
        if !planned.is_empty() {
            self.of.insert(person, planned);
        }
    }

    /// Who has an appointment before that day whose outcome nobody has told, the oldest first.
    pub fn without_outcome(&self, before: NaiveDate) -> impl Iterator<Item = (NaiveDate, PersonId)> {
        let all = self.planned.iter();
        all.take_while(move |(date, ..)| *date < before).map(|(date, _, person)| (*date, *person))
    }

    /// Whether nobody else is expected within a usual interview's length of that hour.
    pub fn is_free(&self, date: NaiveDate, start: NaiveTime, whom: PersonId) -> bool {
        let first = PersonId([0; 16]);
        let of_day = self.planned.range((date, None, first)..).take_while(|(day, ..)| *day == date);
        let is_near = |other: NaiveTime| (other - start).num_minutes().abs() < i64::from(FIRST_DURATION_MIN);
        !of_day.filter(|(.., person)| *person != whom).filter_map(|(_, start, _)| *start).any(is_near)
    }
}

/// The agenda beside what closes it: holidays and the counsellor's absences.
#[derive(Clone, Copy)]
pub struct Diary<'a> {
    agenda: &'a Agenda,
    absences: &'a [Current<Absence>],
}

impl<'a> Diary<'a> {
    /// What is planned, and when the counsellor is away.
    pub const fn new(agenda: &'a Agenda, absences: &'a [Current<Absence>]) -> Self {
        Self { agenda, absences }
    }

    /// The absence of that day, if there is one.
    pub fn absence_on(&self, day: NaiveDate) -> Option<&'a Absence> {
        self.absences.iter().map(|it| &it.value).find(|it| it.has(day))
    }

    /// Whether people are received on that day: neither a week-end, nor a holiday, nor an absence.
    pub fn receives_on(&self, day: NaiveDate) -> bool {
        holidays::is_open(day) && self.absence_on(day).is_none()
    }

    /// The first day from `from` on, that day included, on which the person can be received at that hour.
    /// An hour that is not known is free on any day. When there is none for two weeks, the first day on which
    /// anybody is received.
    pub fn free_from(&self, from: NaiveDate, start: Option<NaiveTime>, whom: PersonId) -> NaiveDate {
        let until = from.checked_add_days(Days::new(FARTHEST_DAYS)).unwrap_or(NaiveDate::MAX);
        let mut received =
            from.iter_days().take_while(|day| *day <= until).filter(|day| self.receives_on(*day));
        let is_free = |day: &NaiveDate| start.is_none_or(|start| self.agenda.is_free(*day, start, whom));
        let first = received.next();
        let free = first.into_iter().chain(received).find(is_free);
        // A long absence is no reason to propose nothing: the day is then the first that is not a holiday.
        free.or(first).unwrap_or_else(|| self.first_received(from))
    }

    /// The first day from `from` on that is no holiday, after an absence whose last day is known.
    fn first_received(&self, from: NaiveDate) -> NaiveDate {
        let back = self.absence_on(from).and_then(|it| it.ends_on).and_then(|last| last.succ_opt());
        holidays::open_from(back.map_or(from, |day| day.max(from)))
    }
}
