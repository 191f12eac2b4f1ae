//! `report`: the figures of an activity report on a cut-off, by what was known on a day (R11-07).
//!
//! The fingerprint covers every number and every person behind it: two reports that have the same one say
//! the same thing.

use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate};
use clap::ArgMatches;
use serde_json::{Value, json};

use super::call::{Call, Format, day};
use super::fail::{Exit, Fail, message};
use super::{output, people, quality, report_table};
use crate::domain::figures::bilan::{Bilan, Reach};
use crate::domain::figures::case::Dimension;
use crate::domain::figures::delay::DelayKey;
use crate::domain::figures::target::{Gauge, Targets};
use crate::domain::figures::{Figure, FigureKey, Group, Stretch, rate};
use crate::domain::id::PersonId;
use crate::domain::parameters::Pack;
use crate::journal::entry::Digest;
use crate::journal::fold::Caseload;
use crate::usecase::session::Session;

/// What a fingerprint is of.
const FINGERPRINT: &[u8] = b"jalon-report-v1\0";

/// What a report is asked for.
pub(super) struct Asked {
    pub(super) stretch: Stretch,
    pub(super) known_on: NaiveDate,
    pub(super) beside: Option<NaiveDate>,
    dimensions: Vec<Dimension>,
    targets: Targets,
}

/// Figures by what they count and among whom, as they were known on another day.
pub(super) type Beside<'a> = BTreeMap<(FigureKey, Group<'a>), Figure<'a>>;

/// Writes a report.
///
/// # Errors
/// A day that is none, or a period that ends before it begins; the store's.
pub fn run(session: &mut Session, matches: &ArgMatches, call: &Call) -> Result<(), Fail> {
    let matches = match matches.subcommand() {
        Some(("bilan", matches)) => matches,
        Some(("qualite", _)) => {
            quality::run(session.caseload(), call);
            return Ok(());
        }
        Some(_) | None => return Ok(()),
    };
    let asked = Asked::read(matches, call)?;
    let known = |session: &mut Session, on: NaiveDate| {
        if on < call.now.today { session.caseload_known_on(on) } else { Ok(session.caseload().clone()) }
    };
    let before = asked.beside.map(|on| known(session, on)).transpose()?;
    let caseload = known(session, asked.known_on)?;
    let bilan = asked.bilan(&caseload);
    let before = before.as_ref().map(|caseload| asked.bilan(caseload));
    let beside: Option<Beside<'_>> = before
        .map(|bilan| bilan.figures.into_iter().map(|figure| ((figure.key, figure.group), figure)).collect());
    match call.format {
        Format::Json => output::json(&in_full(&asked, &caseload, &bilan, beside.as_ref(), call)),
        Format::Csv => report_table::csv(&asked, &bilan, beside.as_ref(), call),
        Format::Table => {
            let words = [
                ("from", call.date(asked.stretch.from)),
                ("to", call.date(asked.stretch.to)),
                ("known", call.date(asked.known_on)),
                ("rules", Pack::default().version().to_owned()),
                ("targets", asked.targets.version().to_owned()),
            ];
            output::line(&message("report-title", &words, &call.words));
            let count = caseload.files.len().to_string();
            output::line(&call.words.filled("report-people", [("count", count.as_str())]));
            let full = in_full(&asked, &caseload, &bilan, beside.as_ref(), call);
            let digest = full["fingerprint"].as_str().unwrap_or_default();
            output::line(&call.words.filled("report-fingerprint", [("digest", digest)]));
            report_table::tables(&asked, &bilan, beside.as_ref(), call);
        }
    }
    let limited = caseload.files.values().filter(|file| people::is_limited(file, call)).count();
    people::tell_left_out(if call.format == Format::Json { limited } else { 0 }, call);
    Ok(())
}

impl Asked {
    fn read(matches: &ArgMatches, call: &Call) -> Result<Self, Fail> {
        let option = |name: &str| matches.get_one::<String>(name).map(|text| day(text)).transpose();
        let to = call.as_of;
        let from = option("from")?.or_else(|| to.with_ordinal(1)).unwrap_or(to);
        if to < from {
            let from = call.date(from);
            return Err(Fail::new(Exit::Usage, "report-backwards", &[("from", from)]));
        }
        let asked = matches.get_many::<String>("by").into_iter().flatten();
        let mut dimensions: Vec<_> = asked.filter_map(|code| Dimension::from_code(code)).collect();
        if dimensions.is_empty() {
            dimensions = vec![Dimension::Public, Dimension::Sex, Dimension::Lot];
        }
        Ok(Self {
            stretch: Stretch { from, to },
            known_on: option("known-on")?.unwrap_or(call.now.today),
            beside: option("beside")?,
            dimensions,
            targets: Targets::default(),
        })
    }

    fn bilan<'a>(&self, caseload: &'a Caseload) -> Bilan<'a> {
        let files = caseload.files.values().map(AsRef::as_ref);
        Bilan::of(files, self.stretch, &self.dimensions, &self.targets, &Reach::of(caseload.station.as_ref()))
    }
}

fn in_full(
    asked: &Asked,
    caseload: &Caseload,
    bilan: &Bilan<'_>,
    beside: Option<&Beside<'_>>,
    call: &Call,
) -> Value {
    let ids = |of: &[PersonId]| named(of, caseload, call);
    let figures: Vec<Value> = bilan.figures.iter().map(|it| figure(it, beside, &ids)).collect();
    let delays: Vec<Value> = DelayKey::ALL
        .iter()
        .map(|key| {
            let it = bilan.waits.delay(*key);
            let median = it.median_half_days.map(|halves| json!(halves as f64 / 2.0));
            json!({
                "code": key.code(), "count": it.people.len(), "median_days": median,
                "longest_days": it.longest_days, "rules": ["R1-06"], "people": ids(&it.people),
            })
        })
        .collect();
    let referrals: Vec<Value> = bilan
        .waits
        .by_prescriber
        .iter()
        .map(|(kind, it)| {
            json!({
                "prescriber": kind.map(|kind| kind.code()), "referred": it.referred.len(),
                "examined": it.examined.len(), "refused": it.refused.len(),
                "refused_share": share(rate(it.refused.len(), it.examined.len())),
                "rules": ["R1-06", "R9.3.1-04"],
            })
        })
        .collect();
    let mut report = json!({
        "report": "bilan",
        "from": asked.stretch.from, "as_of": asked.stretch.to,
        "known_on": asked.known_on, "beside": asked.beside,
        "rules_version": Pack::default().version(), "targets_version": asked.targets.version(),
        "files": caseload.files.len(),
        "figures": figures,
        "targets": bilan.gauges.iter().map(gauge).collect::<Vec<_>>(),
        "delays": delays, "referrals": referrals,
    });
    let digest = Digest::of(FINGERPRINT, report.to_string().as_bytes());
    report["fingerprint"] = json!(digest);
    report
}

/// Identities, without those of people whose processing is limited: they are counted, not listed.
fn named(of: &[PersonId], caseload: &Caseload, call: &Call) -> Vec<String> {
    let is_listed =
        |person: &&PersonId| !caseload.files.get(*person).is_some_and(|file| people::is_limited(file, call));
    of.iter().filter(is_listed).map(ToString::to_string).collect()
}

fn figure(it: &Figure<'_>, beside: Option<&Beside<'_>>, ids: &impl Fn(&[PersonId]) -> Vec<String>) -> Value {
    let mut value = json!({
        "code": it.key.code(), "by": it.group.dimension.code(), "group": it.group.code,
        "value": it.value(), "among": it.among, "share": share(it.rate()),
        "reference": share(it.reference()),
        "rules": it.key.rules(), "people": ids(&it.people),
    });
    if let Some(beside) = beside {
        let known = beside.get(&(it.key, it.group));
        value["beside"] = json!({
            "value": known.map_or(0, Figure::value), "among": known.and_then(|it| it.among),
            "share": share(known.and_then(Figure::rate)),
        });
    }
    value
}

fn gauge(it: &Gauge) -> Value {
    json!({
        "aim": it.target.aim.code(), "lot": it.lot, "by": it.target.by,
        "at_least": it.target.at_least, "at_most": it.target.at_most,
        "actual": it.actual, "expected": it.expected, "behind": it.is_behind(),
        "months_left": it.months_left, "valid_from": it.target.valid_from, "rule": it.target.rule,
    })
}

/// A percentage with its two decimals.
fn share(hundredths: Option<u32>) -> Option<f64> {
    hundredths.map(|it| f64::from(it) / 100.0)
}
