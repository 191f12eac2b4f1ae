//! The person's file: its pages, in both languages and two sizes, and moving in them.

use jalon::domain::id::PersonId;
use jalon::i18n::Language;
use jalon::ui::action::Action;

use super::file_people::{Known, empty, long, many, typical};
use super::forms_station::Station;
use crate::support::harness::Harness;

const PAGES: [&str; 4] = ["summary", "interviews", "steps", "events"];

fn station_of(known: Known) -> (Station, PersonId) {
    let station = Station::new();
    let person = station.add(known.0, known.1);
    (station, person)
}

fn opened(station: &Station, language: Language, (width, height): (u16, u16)) -> Harness {
    let mut h = station.harness().language(language).size(width, height).start();
    h.act(Action::ListOpen);
    h
}

fn snapshot_pages(name: &str, known: Known, languages: &[Language]) {
    let (station, _) = station_of(known);
    for language in languages {
        for size in [(80, 24), (120, 40)] {
            let mut h = opened(&station, *language, size);
            for page in PAGES {
                let id = format!("file-{page}-{name}-{}-{}", language.tag(), size.0);
                insta::with_settings!({ snapshot_path => "snapshots/file", prepend_module_to_snapshot => false }, {
                    insta::assert_snapshot!(id, h.screen());
                });
                h.act(Action::PageNext);
            }
        }
    }
}

#[test]
fn pages_of_a_typical_file() {
    snapshot_pages("typical", typical(), &[Language::French, Language::English]);
}

#[test]
fn pages_of_an_empty_file() {
    snapshot_pages("empty", empty(), &[Language::French, Language::English]);
}

#[test]
fn pages_of_long_names() {
    snapshot_pages("long", long(), &[Language::French]);
}

#[test]
fn pages_of_three_hundred_interviews() {
    snapshot_pages("many", many(), &[Language::French]);
}
