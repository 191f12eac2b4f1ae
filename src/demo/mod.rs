//! An invented caseload, as large as one likes, that looks like a real one: pathways of several
//! years, everything late that can be late, appointments today.
//!
//! Pure: a [`Recipe`] in, bodies of the domain out, in the order in which they would have been
//! written. The same recipe gives the same bytes. Nobody in it exists; telephone numbers and
//! addresses lead nowhere. It must never be mixed with a real caseload.

mod agenda;
mod application;
mod calendar;
mod candidacy;
mod chronicle;
mod commission;
mod course;
mod departure;
pub mod dice;
mod fund;
mod interviews;
mod names;
mod needs;
mod office;
mod pathway;
mod phrases;
mod places;
mod portrait;
mod steps;
mod story;
mod submissions;
mod work;

use chrono::{DateTime, NaiveDate, Utc};

pub use self::office::{Post, post};

use self::chronicle::Chronicle;
use self::dice::Dice;
use crate::domain::body::Body;
use crate::domain::codes::Lot;
use crate::domain::id::{ObjectId, PersonId};

/// What to invent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recipe {
    /// How many people, candidates and people who left included: about two thirds are followed.
    pub people: usize,
    /// The same seed gives the same people.
    pub seed: u64,
    /// How many years of history.
    pub years: u32,
    /// The day on which it is looked at.
    pub today: NaiveDate,
    /// The lot of the station, which tells where its people live and how old they are; `None` for
    /// the whole territory, as the centre sees it.
    pub lot: Option<Lot>,
}

impl Recipe {
    /// One counsellor's caseload: some 80 people followed, three years of history.
    pub const fn one_counsellor(today: NaiveDate) -> Self {
        Self { people: 120, seed: 1, years: 3, today, lot: Some(Lot::L6) }
    }
}

/// One version of one thing, and when it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// When: never after the morning of the recipe's day.
    pub at: DateTime<Utc>,
    /// Whose file.
    pub person: PersonId,
    /// The thing; several versions of it may follow one another.
    pub object: ObjectId,
    /// For the payload, so that the journal is the same every time too.
    pub salt: [u8; 16],
    /// The version.
    pub body: Body,
}

/// Where the parts of the seed begin that needs are drawn from: far above those of the people.
const NEEDS: u64 = 1 << 32;
/// The same, for what goes to the commission.
const COMMISSION: u64 = 1 << 33;

/// Everything that the counsellors of this recipe would have written, oldest first. A person's
/// identity page comes before anything said of them.
pub fn population(recipe: &Recipe) -> Vec<Written> {
    let mut dice = Dice::new(recipe.seed, 0);
    let stories = story::stories(&mut dice, recipe.people);
    let mut chronicles: Vec<Chronicle> = (1..)
        .zip(stories)
        .map(|(part, story)| pathway::live(Dice::new(recipe.seed, part), story, recipe))
        .collect();
    agenda::make_appointments(&mut dice, &mut chronicles);
    for (part, chronicle) in (NEEDS..).zip(&mut chronicles) {
        chronicle.share_needs(Dice::new(recipe.seed, part));
        chronicle.answer_the_fund(Dice::new(recipe.seed ^ 0x20, part));
    }
    for (part, chronicle) in (COMMISSION..).zip(&mut chronicles) {
        chronicle.go_to_the_commission(Dice::new(recipe.seed, part));
    }
    let mut written: Vec<Written> = chronicles.into_iter().flat_map(Chronicle::into_written).collect();
    written.sort_by_key(|it| it.at);
    written
}
