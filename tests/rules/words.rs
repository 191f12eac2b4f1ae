//! Every finding and every violation can be said, in both languages.

use std::collections::BTreeSet;
use std::path::Path;

use jalon::domain::codes::Coded;
use jalon::domain::parameters::{Pack, ParameterKey, Unit};
use jalon::domain::rules::{AlertCode, Cause, Clearing, Severity, Status, Weight, findings};
use jalon::domain::state::FactKind;
use jalon::domain::violation::Violation;
use jalon::i18n::{Language, Words};

use super::facts::{date, file_of};
use super::tables::{each_line, expect};

#[test]
fn reasons_are_those_of_the_table() {
    let (pack, words) = (Pack::default(), Words::new(Language::French));
    each_line("reasons.tsv", include_str!("reasons.tsv"), 4, |cells| {
        let [code, facts, on, expected] = cells else { return Err("cells".into()) };
        let code = AlertCode::from_code(code).ok_or("unknown alert")?;
        let found = findings(&file_of(facts), &pack, date(on));
        let finding = found.iter().find(|it| it.code == code).ok_or("no such finding")?;
        // The table is typed with plain spaces.
        let reason = words.explain(finding).reason.replace(['\u{a0}', '\u{202f}'], " ");
        expect(expected, &reason)
    });
}

#[test]
fn an_explanation_names_article_event_limit_and_days() {
    let file = file_of("adhésion 10/01/2024 ; entretien 31/12/2024");
    let found = findings(&file, &Pack::default(), date("05/03/2025"));
    let finding = found.iter().find(|it| it.code == AlertCode::InterviewGap).expect("a finding");
    let said = Words::new(Language::French).explain(finding);
    assert_eq!(said.title, "Sans entretien individuel");
    assert_eq!(
        said.why.replace(['\u{a0}', '\u{202f}'], " "),
        "Article 7 (R7-13b) : pas plus de 2 mois sans entretien individuel, quelle qu’en soit la modalité. \
         Le délai part de l’entretien du 31/12/2024 ; dernier jour permis : 28/02/2025. \
         L’alerte tient depuis le 01/03/2025, soit 4 jours."
    );
    assert_eq!(said.clears, ["un entretien individuel tenu, quelle qu’en soit la modalité"]);
    let said = Words::new(Language::English).explain(finding);
    assert!(said.why.ends_with("The alert has held since 01/03/2025, 4\u{a0}days ago."), "{}", said.why);
}

#[test]
fn every_case_of_the_tables_can_be_said_whole() {
    let pack = Pack::default();
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        each_line("alerts.tsv", include_str!("alerts.tsv"), 8, |cells| {
            for finding in findings(&file_of(cells[1]), &pack, date(cells[2])) {
                let said = words.explain(&finding);
                for text in [&said.title, &said.reason, &said.why].into_iter().chain(&said.clears) {
                    if text.is_empty() || text.contains(['⟦', '{', '$']) {
                        return Err(format!("{text:?}"));
                    }
                }
                if said.clears.is_empty() || said.reason.chars().count() > 90 {
                    return Err(said.reason);
                }
            }
            Ok(())
        });
    }
}

fn missing_labels<C: Coded>(words: &Words) -> Vec<String> {
    C::VALUES.iter().map(|it| words.label(*it).into_owned()).filter(|it| it.starts_with('⟦')).collect()
}

#[test]
fn every_code_of_the_rules_has_its_words() {
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        let mut missing = missing_labels::<AlertCode>(&words);
        let counts = AlertCode::ALL.iter().map(|code| format!("alert-count-{}", code.code()));
        missing.extend(counts.filter(|id| !words.has(id)));
        missing.extend(missing_labels::<Severity>(&words));
        missing.extend(missing_labels::<Status>(&words));
        missing.extend(missing_labels::<Cause>(&words));
        missing.extend(missing_labels::<Weight>(&words));
        missing.extend(missing_labels::<FactKind>(&words));
        missing.extend(missing_labels::<Unit>(&words));
        missing.extend(missing_labels::<ParameterKey>(&words));
        missing.extend(Clearing::ALL.iter().map(|it| words.clearing(*it)).filter(|it| it.starts_with('⟦')));
        assert!(missing.is_empty(), "{missing:?}");
    }
}

/// Codes of violations that the checks name: kebab-case texts of their sources.
fn violation_codes() -> BTreeSet<&'static str> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/domain/check");
    let mut codes = BTreeSet::new();
    for entry in std::fs::read_dir(folder).expect("the checks") {
        let text = std::fs::read_to_string(entry.expect("an entry").path()).expect("text");
        let literals: Vec<String> = text.split('"').skip(1).step_by(2).map(str::to_owned).collect();
        let is_code =
            |it: &String| it.contains('-') && it.chars().all(|c| c.is_ascii_lowercase() || c == '-');
        codes.extend(literals.into_iter().filter(is_code).map(|it| &*it.leak()));
    }
    codes
}

#[test]
fn every_violation_says_what_is_wrong_and_what_to_do() {
    let codes = violation_codes();
    assert!(codes.len() > 40, "{codes:?}");
    for language in [Language::French, Language::English] {
        let words = Words::new(language);
        for code in &codes {
            let severity = jalon::domain::violation::Severity::Doubt;
            let remark = words.remark(&Violation { field: "date", code, severity });
            assert!(!remark.what.starts_with('⟦') && !remark.remedy.starts_with('⟦'), "{code}");
        }
    }
}

#[test]
fn dates_durations_and_numbers_are_written_as_each_language_does() {
    let (french, english) = (Words::new(Language::French), Words::new(Language::English));
    let day = date("12/03/2026");
    assert_eq!(french.date(day), "12/03/2026");
    assert_eq!(french.long_date(day), "jeu. 12/03/2026");
    assert_eq!(english.long_date(day), "Thu 12/03/2026");
    assert_eq!(french.month(day), "mars 2026");
    assert_eq!(english.month(day), "March 2026");
    assert_eq!(french.duration(45), "45\u{a0}min");
    assert_eq!(french.duration(60), "1\u{a0}h");
    assert_eq!(french.duration(65), "1\u{a0}h\u{a0}05");
    assert_eq!(french.count(2_700), "2\u{202f}700");
    assert_eq!(english.count(1_234_567), "1,234,567");
    assert_eq!(french.count(999), "999");
    assert_eq!(french.days(0), "0\u{a0}jour");
    assert_eq!(french.days(-1), "1\u{a0}jour");
    assert_eq!(french.days(1_200), "1\u{202f}200\u{a0}jours");
    assert_eq!(english.days(0), "0\u{a0}days");
    assert_eq!(french.months(2), "2\u{a0}mois");
    assert_eq!(french.threshold(ParameterKey::MonthlySoonDay, 20), "le 20 du mois");
}
