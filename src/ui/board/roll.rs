//! Who is who, in the order of their names: what differs is to be shown of people who bear the same.
//!
//! Everyone has a seat, a small number that stays theirs while they are in the caseload.

use std::collections::HashMap;

use chrono::NaiveDate;

use crate::domain::id::PersonId;
use crate::domain::person::Person;
use crate::search::fold;
use crate::ui::widget::clip::width;

/// Somebody's place on the board.
pub(super) type Seat = u32;

/// What lists need to know of somebody.
#[derive(Debug)]
struct Known {
    id: PersonId,
    /// Words of the name without case or accents, each ended: shorter words come first.
    name: String,
    birth_date: NaiveDate,
    /// Columns of the name.
    columns: usize,
}

impl Known {
    fn of(id: PersonId, person: &Person) -> Self {
        let shown = person.display_name();
        let name = fold::words(&shown).into_iter().flat_map(|word| [word, "\0".to_owned()]).collect();
        Self { id, name, birth_date: person.birth_date, columns: width(&shown) }
    }

    fn key(&self) -> (&str, NaiveDate, PersonId) {
        (&self.name, self.birth_date, self.id)
    }
}

/// Everyone, by identity and by name.
#[derive(Debug, Default)]
pub(super) struct Roll {
    seats: HashMap<PersonId, Seat>,
    known: Vec<Option<Known>>,
    free: Vec<Seat>,
    /// Seats in the order of names, of people of the same name the older one first.
    by_name: Vec<Seat>,
    /// Where each seat is in `by_name`.
    ranks: Vec<u32>,
}

impl Roll {
    /// Everyone at once, seated by name.
    pub(super) fn of<'a>(people: impl Iterator<Item = (PersonId, &'a Person)>) -> Self {
        let mut known: Vec<Known> = people.map(|(id, person)| Known::of(id, person)).collect();
        known.sort_unstable_by(|one, other| one.key().cmp(&other.key()));
        let by_name: Vec<Seat> = (0..).take(known.len()).collect();
        let seats = known.iter().zip(&by_name).map(|(it, seat)| (it.id, *seat)).collect();
        let ranks = by_name.clone();
        Self { seats, known: known.into_iter().map(Some).collect(), free: Vec::new(), by_name, ranks }
    }

    /// Seats somebody, where they sat if they did.
    pub(super) fn put(&mut self, id: PersonId, person: &Person) -> Seat {
        let before = self.take_out(id);
        let seat = before.or_else(|| self.free.pop()).unwrap_or_else(|| {
            self.known.push(None);
            self.ranks.push(0);
            Seat::try_from(self.known.len() - 1).expect("fewer than four thousand million people")
        });
        let known = Known::of(id, person);
        let at = self.by_name.partition_point(|other| self.is_before(*other, &known));
        self.known[seat as usize] = Some(known);
        self.seats.insert(id, seat);
        self.by_name.insert(at, seat);
        self.rank_from(at);
        seat
    }

    /// Takes somebody off; the seat is free for the next one.
    pub(super) fn remove(&mut self, id: PersonId) {
        let seat = self.take_out(id);
        self.free.extend(seat);
    }

    fn take_out(&mut self, id: PersonId) -> Option<Seat> {
        let seat = self.seats.remove(&id)?;
        let at = self.rank(seat) as usize;
        self.by_name.remove(at);
        self.rank_from(at);
        self.known[seat as usize] = None;
        Some(seat)
    }

    fn rank_from(&mut self, at: usize) {
        for (rank, seat) in (0..).zip(&self.by_name).skip(at) {
            self.ranks[*seat as usize] = rank;
        }
    }

    fn is_before(&self, seat: Seat, known: &Known) -> bool {
        self.known[seat as usize].as_ref().is_some_and(|it| it.key() < known.key())
    }

    pub(super) fn seat(&self, id: PersonId) -> Option<Seat> {
        self.seats.get(&id).copied()
    }

    /// Who sits there.
    pub(super) fn person(&self, seat: Seat) -> Option<PersonId> {
        self.known.get(seat as usize)?.as_ref().map(|it| it.id)
    }

    /// How many seats there are, taken or free.
    pub(super) const fn size(&self) -> usize {
        self.known.len()
    }

    /// Where somebody comes in the order of names.
    pub(super) fn rank(&self, seat: Seat) -> u32 {
        self.ranks[seat as usize]
    }

    /// Everyone, by name.
    pub(super) fn by_name(&self) -> &[Seat] {
        &self.by_name
    }

    /// Columns of somebody's name.
    pub(super) fn columns(&self, seat: Seat) -> usize {
        self.known[seat as usize].as_ref().map_or(0, |it| it.columns)
    }

    /// Whether somebody else bears the same name, whatever its accents.
    pub(super) fn has_namesake(&self, seat: Seat) -> bool {
        let name = |seat: Seat| self.known[seat as usize].as_ref().map(|it| &it.name);
        let at = self.rank(seat) as usize;
        let beside = [at.checked_sub(1), Some(at + 1)];
        beside.into_iter().flatten().filter_map(|at| self.by_name.get(at)).any(|it| name(*it) == name(seat))
    }
}
