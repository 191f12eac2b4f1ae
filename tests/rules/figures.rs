//! Figures: a table of small caseloads that a person can count, targets on their line, delays.

use chrono::NaiveDate;
use jalon::domain::codes::{Lot, PrescriberKind};
use jalon::domain::figures::case::{Case, Dimension};
use jalon::domain::figures::delay::{DelayKey, Waits};
use jalon::domain::figures::target::{Aim, Target, Targets, gauges};
use jalon::domain::figures::{FigureKey, Stretch, by, of_all, rate};
use jalon::domain::file::File;

use super::facts::{date, file_of};
use super::tables::{each_line, expect};

fn files(facts: &str) -> Vec<File> {
    facts.split(" | ").map(file_of).collect()
}

fn stretch(from: &str, to: &str) -> Stretch {
    Stretch { from: date(from), to: date(to) }
}

fn cases(files: &[File], of: Stretch) -> Vec<Case<'_>> {
    files.iter().map(|file| Case::of(file, of)).collect()
}

#[test]
fn figures_are_those_of_the_table() {
    each_line("figures.tsv", include_str!("figures.tsv"), 5, |cells| {
        let [_, facts, from, to, expected] = cells else { return Err("cells".into()) };
        let files = files(facts);
        let cases = cases(&files, stretch(from, to));
        let told = FigureKey::ALL.iter().filter_map(|key| {
            let figure = of_all(&cases, *key);
            let among = figure.among.map_or(String::new(), |among| format!("/{among}"));
            (figure.value() > 0).then(|| format!("{}={}{among}", key.code(), figure.value()))
        });
        expect(expected, &told.collect::<Vec<_>>().join(" "))
    });
}

#[test]
fn groups_add_up_to_everybody_and_name_the_same_people() {
    let files = files("adhésion 05/02/2025 ; lot L3 | adhésion 05/03/2025 ; lot L4 | adhésion 05/03/2025");
    let cases = cases(&files, stretch("01/01/2025", "30/06/2025"));
    for dimension in [Dimension::Public, Dimension::Sex, Dimension::Lot, Dimension::Commune] {
        let figures = by(&cases, FigureKey::Supported, dimension);
        assert_eq!(figures.iter().map(|it| it.value()).sum::<usize>(), 3, "{dimension:?}");
    }
    let lots = by(&cases, FigureKey::Supported, Dimension::Lot);
    let codes: Vec<_> = lots.iter().map(|it| it.group.code).collect();
    assert_eq!(codes, [None, Some("L3"), Some("L4")]);
}

#[test]
fn a_share_is_rounded_half_up_and_nobody_has_none() {
    assert_eq!(rate(1, 3), Some(33_33));
    assert_eq!(rate(2, 3), Some(66_67));
    assert_eq!(rate(1, 20_000), Some(1));
    assert_eq!(rate(0, 5), Some(0));
    assert_eq!(rate(0, 0), None);
}

#[test]
fn a_lot_stands_against_a_straight_line_to_its_next_target() {
    let behind = |people: usize, on: NaiveDate| {
        let line = "adhésion 05/01/2021 ; lot L3 | ".repeat(people);
        let files = files(line.trim_end_matches(" | "));
        let cases = cases(&files, Stretch { from: date("01/01/2021"), to: on });
        let found = gauges(&cases, &Targets::default(), &[Lot::L3, Lot::M1], on);
        let lots: Vec<_> = found.into_iter().filter(|it| it.lot.is_some()).collect();
        let [gauge] = lots.as_slice() else { unreachable!("the lots of the Métropole have no target") };
        (gauge.expected, gauge.is_behind(), gauge.months_left, gauge.target.at_least)
    };
    assert_eq!(behind(107, date("31/12/2023")), (108, true, 0, 108));
    assert_eq!(behind(108, date("31/12/2023")), (108, false, 0, 108));
    // Half of the way, 547 days of 1 094: 54 people.
    assert_eq!(behind(53, date("02/07/2022")), (54, true, 17, 108));
    assert_eq!(behind(54, date("02/07/2022")), (54, false, 17, 108));
    // The day after, the line to the next target: one more person is awaited.
    assert_eq!(behind(108, date("01/01/2024")), (109, true, 35, 183));
    // After the programme, its last target.
    assert_eq!(behind(196, date("01/06/2028")), (197, true, 0, 197));
}

#[test]
fn a_target_that_was_revised_holds_from_its_day() {
    let target = |at_least, valid_from| Target {
        aim: Aim::Rsa,
        by: date("31/12/2025"),
        at_least,
        at_most: None,
        valid_from: date(valid_from),
        rule: "R6-05".to_owned(),
    };
    let targets = Targets::new("2", vec![target(900, "01/07/2024"), target(1_004, "01/01/2021")]);
    let on = |day| targets.in_force(Aim::Rsa, date(day)).iter().map(|it| it.at_least).collect::<Vec<_>>();
    assert_eq!((on("30/06/2024"), on("01/07/2024")), (vec![1_004], vec![900]));
}

#[test]
fn the_sums_of_the_forecast_are_those_of_the_article() {
    let years = Targets::default();
    let years = years.in_force(Aim::YearEntries, date("01/01/2021"));
    let sum = |first: usize, last: usize| {
        let of = &years[first..=last];
        let most: u32 = of.iter().filter_map(|it| it.at_most).sum();
        (of.iter().map(|it| it.at_least).sum::<u32>(), most)
    };
    assert_eq!((sum(0, 4), sum(0, 6)), ((2_008, 2_165), (2_500, 2_700)));
}

#[test]
fn delays_run_from_the_referral_and_refusals_are_counted_by_prescriber() {
    let files = files(
        "orientation 06/01/2025 ; accueil 16/01/2025 ; prescripteur PE ; commission 03/02/2025 entree refus | \
         orientation 06/01/2025 ; accueil 09/01/2025 ; prescripteur PE ; commission 03/03/2025 entree integration | \
         orientation 06/01/2025 ; accueil 02/01/2025 ; prescripteur CMS ; commission 03/02/2025 entree ajournement | \
         orientation 06/06/2025 ; accueil 01/07/2025 ; prescripteur CMS",
    );
    let waits = Waits::of(&files, stretch("01/01/2025", "30/06/2025"));
    let told = |key| {
        let it = waits.delay(key);
        (it.people.len(), it.median_half_days, it.longest_days)
    };
    assert_eq!(told(DelayKey::Reception), (2, Some(13), Some(10)), "the third one precedes its referral");
    assert_eq!(told(DelayKey::Decision), (2, Some(28 + 56), Some(56)), "an adjournment decides nothing");
    let of = |kind| {
        let it = &waits.by_prescriber[&Some(kind)];
        (it.referred.len(), it.examined.len(), it.refused.len())
    };
    assert_eq!((of(PrescriberKind::FranceTravail), of(PrescriberKind::Cms)), ((2, 2, 1), (2, 0, 0)));
}
