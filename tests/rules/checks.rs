//! What is refused, what is doubted, and what is left alone.

use chrono::{NaiveDate, NaiveTime};
use jalon::domain::body::Body;
use jalon::domain::check::{self, has_social_security_number, social_security_number};
use jalon::domain::codes::{
    Business, ContactKind, Criterion, ExitReason, Lot, Modality, Outcome, Public, Ruling, Sector,
    StepCategory, StepStatus,
};
use jalon::domain::contact::Contact;
use jalon::domain::decision::Decision;
use jalon::domain::enrolment::Enrolment;
use jalon::domain::file::File;
use jalon::domain::interview::{Interview, Signature};
use jalon::domain::person::Person;
use jalon::domain::step::Step;
use jalon::domain::violation::Severity;

use super::facts::{FileOf, date, file_of};

/// The day on which everything here is typed.
fn today() -> NaiveDate {
    date("10/06/2025")
}

/// Field and code of every violation, doubts with a question mark.
fn found(body: &Body, file: Option<&File>) -> Vec<String> {
    let mark = |severity| match severity {
        Severity::Refusal => "",
        Severity::Doubt => "?",
    };
    let violations = check::body(body, file, today());
    violations.iter().map(|it| format!("{} {}{}", it.field, it.code, mark(it.severity))).collect()
}

fn expect(expected: &[&str], body: &Body, file: Option<&File>) {
    assert_eq!(found(body, file), expected, "{body:?}");
}

fn person(change: impl Fn(&mut Person)) -> Body {
    let mut it = Person::new("Lefèvre", "Karim", date("12/05/1988"));
    change(&mut it);
    Body::Person(it)
}

#[test]
fn a_person() {
    let some = |text: &str| Some(text.to_owned());
    expect(&[], &person(|_| {}), None);
    expect(&["family_name name-missing"], &person(|it| it.family_name = " ".into()), None);
    expect(&["birth_date date-in-future"], &person(|it| it.birth_date = date("11/06/2025")), None);
    expect(&["birth_date age-unlikely?"], &person(|it| it.birth_date = date("11/06/2009")), None);
    expect(&[], &person(|it| it.birth_date = date("10/06/2009")), None);
    expect(&["birth_date age-unlikely?"], &person(|it| it.birth_date = date("10/06/1945")), None);
    expect(&["postal_code postal-code-shape"], &person(|it| it.postal_code = some("7600")), None);
    expect(&["postal_code postal-code-shape"], &person(|it| it.postal_code = some("7600O")), None);
    expect(&["commune commune-unknown"], &person(|it| it.commune = some("Rouen")), None);
    expect(&["commune commune-outside?"], &person(|it| it.commune = some("27229")), None);
    expect(&["commune commune-outside?"], &person(|it| it.commune = some("2A004")), None);
    let elsewhere = |it: &mut Person| (it.commune, it.postal_code) = (some("76540"), some("76500"));
    expect(&["postal_code postal-code-elsewhere?"], &person(elsewhere), None);
    let sector = |it: &mut Person| (it.commune, it.sector) = (some("76231"), Some(Sector::LeftBank));
    expect(&["sector sector-outside-rouen?"], &person(sector), None);
    expect(&["phone phone-shape?"], &person(|it| it.phone = some("0235")), None);
    expect(&[], &person(|it| it.phone = some("02 35 00 00 00")), None);
    for wrong in ["karim", "karim@", "@exemple.fr", "karim@exemple", "ka rim@exemple.fr"] {
        expect(&["email email-shape?"], &person(|it| it.email = some(wrong)), None);
    }
    expect(&[], &person(|it| it.email = some("karim@exemple.fr")), None);
    let number = person(|it| it.france_travail_id = some("1 88 05 76 540 123"));
    expect(&["france_travail_id social-security-number"], &number, None);
}

fn interview(on: &str, outcome: Outcome, change: impl Fn(&mut Interview)) -> Body {
    let mut it = Interview::new(date(on), outcome);
    it.modality = Some(Modality::OnSite);
    it.start = NaiveTime::from_hms_opt(14, 30, 0);
    change(&mut it);
    Body::Interview(it)
}

#[test]
fn an_interview() {
    let file = file_of("orientation 06/01/2025 ; adhésion 03/02/2025 ; sortie 02/06/2025");
    let plain = |_: &mut Interview| {};
    expect(&[], &interview("10/06/2025", Outcome::Held, plain), None);
    expect(&["date interview-in-future"], &interview("11/06/2025", Outcome::Held, plain), None);
    expect(&["date interview-in-future"], &interview("11/06/2025", Outcome::NoShow, plain), None);
    expect(&[], &interview("11/06/2025", Outcome::Excused, plain), None);
    expect(&[], &interview("10/06/2025", Outcome::Planned, plain), None);
    expect(&["date appointment-in-past?"], &interview("09/06/2025", Outcome::Planned, plain), None);
    for (minutes, is_right) in [(0, false), (1, true), (600, true), (601, false)] {
        let body = interview("09/06/2025", Outcome::Held, |it| it.duration_min = Some(minutes));
        let expected: &[&str] = if is_right { &[] } else { &["duration_min duration-impossible"] };
        expect(expected, &body, None);
    }
    expect(&[], &interview("06/01/2025", Outcome::Held, plain), Some(&file));
    expect(&["date interview-before-adhesion?"], &interview("05/01/2025", Outcome::Held, plain), Some(&file));
    expect(&["date interview-after-exit?"], &interview("03/06/2025", Outcome::Held, plain), Some(&file));
    let adhesion_only = file_of("adhésion 03/02/2025");
    let before = interview("02/02/2025", Outcome::Held, plain);
    expect(&["date interview-before-adhesion?"], &before, Some(&adhesion_only));
}

#[test]
fn the_signatures_of_an_interview() {
    let signed = |outcome, on: &'static str| {
        interview("09/06/2025", outcome, move |it| {
            it.participant_signature = Signature::Paper { on: date(on) }
        })
    };
    expect(&[], &signed(Outcome::Held, "09/06/2025"), None);
    expect(&["participant_signature date-in-future"], &signed(Outcome::Held, "11/06/2025"), None);
    let early = signed(Outcome::Held, "08/06/2025");
    expect(&["participant_signature signed-before-interview?"], &early, None);
    let absent = signed(Outcome::NoShow, "09/06/2025");
    expect(&["participant_signature signed-but-not-held?"], &absent, None);
    let refusal = interview("09/06/2025", Outcome::Held, |it| {
        let reason = "n° 1880576540123".to_owned();
        it.counsellor_signature = Signature::Refused { on: Some(date("11/06/2025")), reason };
    });
    let both = ["counsellor_signature date-in-future", "counsellor_signature social-security-number"];
    expect(&both, &refusal, None);
    let record = interview("09/06/2025", Outcome::Held, |it| it.record = "NIR 1880576540123 noté".into());
    expect(&["record social-security-number"], &record, None);
}

#[test]
fn a_period_of_adhesion() {
    let body = |change: &dyn Fn(&mut Enrolment)| {
        let mut it = Enrolment { enrolled_on: Some(date("03/02/2025")), ..Enrolment::default() };
        change(&mut it);
        Body::Enrolment(it)
    };
    let on = |text| Some(date(text));
    expect(&[], &body(&|_| {}), None);
    expect(&["enrolled_on dates-out-of-order?"], &body(&|it| it.referred_on = on("04/02/2025")), None);
    expect(&["enrolled_on date-in-future"], &body(&|it| it.enrolled_on = on("11/06/2025")), None);
    expect(&["deed_signed_on dates-out-of-order?"], &body(&|it| it.deed_signed_on = on("02/02/2025")), None);
    for (level, is_right) in [(0, false), (1, true), (8, true), (9, false)] {
        let expected: &[&str] = if is_right { &[] } else { &["level level-unknown"] };
        expect(expected, &body(&|it| it.level = Some(level)), None);
    }
    let foreign = body(&|it| {
        (it.criteria, it.main_criterion) = (vec![Criterion::Rsa], Some(Criterion::LongTermJobseeker));
    });
    expect(&["main_criterion main-criterion-not-held"], &foreign, None);
    let undated = body(&|it| it.exit_reason = Some(ExitReason::Moved));
    expect(&["exited_on exit-date-missing"], &undated, None);
    let unexplained = body(&|it| it.exited_on = on("02/06/2025"));
    expect(&["exit_reason exit-reason-missing?"], &unexplained, None);
    let early = body(&|it| (it.exited_on, it.exit_reason) = (on("02/02/2025"), Some(ExitReason::Moved)));
    expect(&["exited_on exit-before-adhesion"], &early, None);
    let announced = body(&|it| (it.exited_on, it.exit_reason) = (on("11/06/2025"), Some(ExitReason::Moved)));
    expect(&["exited_on exit-in-future?"], &announced, None);
}

#[test]
fn the_lot_and_the_public_of_a_period() {
    let mut made = FileOf::person(1);
    made.identity(|it| (it.birth_date, it.commune) = (date("15/03/1999"), Some("76231".to_owned())));
    let file = made.build();
    let body = |lot, public, referred_on: &str| {
        let referred_on = Some(date(referred_on));
        Body::Enrolment(Enrolment {
            lot: Some(lot),
            public: Some(public),
            referred_on,
            ..Enrolment::default()
        })
    };
    expect(&[], &body(Lot::L1, Public::Youth, "14/03/2025"), Some(&file));
    expect(&["public public-not-of-age?"], &body(Lot::L1, Public::Youth, "15/03/2025"), Some(&file));
    expect(&[], &body(Lot::M1, Public::Adult, "15/03/2025"), Some(&file));
    expect(&["lot lot-elsewhere?"], &body(Lot::L1, Public::Adult, "15/03/2025"), Some(&file));
}

#[test]
fn a_step() {
    let body = |status, change: &dyn Fn(&mut Step)| {
        let mut it = Step::new(StepCategory::Training, "Remise à niveau", status);
        change(&mut it);
        Body::Step(it)
    };
    let on = |text| Some(date(text));
    expect(&[], &body(StepStatus::Considered, &|_| {}), None);
    expect(&["title title-missing"], &body(StepStatus::Considered, &|it| it.title.clear()), None);
    expect(&["starts_on start-missing?"], &body(StepStatus::Running, &|_| {}), None);
    let future = body(StepStatus::Running, &|it| it.starts_on = on("11/06/2025"));
    expect(&["starts_on running-not-started?"], &future, None);
    let over =
        body(StepStatus::Running, &|it| (it.starts_on, it.ends_on) = (on("02/06/2025"), on("09/06/2025")));
    expect(&["ends_on running-but-over?"], &over, None);
    let upside =
        body(StepStatus::Done, &|it| (it.starts_on, it.ends_on) = (on("09/06/2025"), on("02/06/2025")));
    expect(&["ends_on ends-before-start"], &upside, None);
    expect(&["ends_on end-missing?"], &body(StepStatus::Done, &|_| {}), None);
    let early =
        body(StepStatus::Done, &|it| (it.starts_on, it.ends_on) = (on("02/06/2025"), on("11/06/2025")));
    expect(&["ends_on done-not-over?"], &early, None);
    let unstarted = body(StepStatus::Abandoned, &|it| it.starts_on = on("11/06/2025"));
    expect(&["starts_on abandoned-not-started?"], &unstarted, None);
    expect(&["proposed_on proposal-date-missing?"], &body(StepStatus::Declined, &|_| {}), None);
    let proposed = body(StepStatus::Proposed, &|it| it.proposed_on = on("11/06/2025"));
    expect(&["proposed_on date-in-future"], &proposed, None);
    let late =
        body(StepStatus::Done, &|it| (it.proposed_on, it.starts_on) = (on("03/06/2025"), on("02/06/2025")));
    expect(&["proposed_on proposed-after-start?"], &late, None);
}

#[test]
fn a_decision() {
    let body = |ruling, change: &dyn Fn(&mut Decision)| {
        let mut it = Decision {
            review_on: Some(date("01/12/2025")),
            ..Decision::new(date("02/06/2025"), Business::Review, ruling)
        };
        change(&mut it);
        Body::Decision(it)
    };
    let on = |text| Some(date(text));
    expect(&[], &body(Ruling::Continued, &|_| {}), None);
    expect(
        &["session_on date-in-future"],
        &body(Ruling::Continued, &|it| it.session_on = date("11/06/2025")),
        None,
    );
    for ruling in [Ruling::Resumed, Ruling::Continued] {
        expect(&["review_on review-date-missing?"], &body(ruling, &|it| it.review_on = None), None);
    }
    expect(&[], &body(Ruling::Adjourned, &|it| it.review_on = None), None);
    expect(&["suspended_until suspension-end-missing"], &body(Ruling::Suspended, &|_| {}), None);
    expect(&[], &body(Ruling::Suspended, &|it| it.suspended_until = on("30/09/2025")), None);
    let backwards = body(Ruling::Suspended, &|it| it.suspended_until = on("01/06/2025"));
    expect(&["suspended_until suspension-ends-before-session"], &backwards, None);
    let pointless = body(Ruling::Continued, &|it| it.suspended_until = on("30/09/2025"));
    expect(&["suspended_until suspension-not-decided?"], &pointless, None);
    let at_once = body(Ruling::Continued, &|it| it.review_on = on("02/06/2025"));
    expect(&["review_on review-before-session"], &at_once, None);
    let foreign = body(Ruling::Admitted, &|it| it.review_on = None);
    expect(&["ruling ruling-not-of-business?"], &foreign, None);
}

#[test]
fn a_contact() {
    let body = |on: &str, result: &str| {
        Body::Contact(Contact { date: date(on), kind: ContactKind::Call, result: result.to_owned() })
    };
    expect(&[], &body("10/06/2025", "rappellera lundi"), None);
    expect(&["date date-in-future"], &body("11/06/2025", ""), None);
    expect(&["result social-security-number"], &body("10/06/2025", "dit 1880576540123"), None);
}

/// An invented number with its key: the thirteen digits, then 97 less their remainder.
fn with_key(digits: &str) -> String {
    let value: u64 = digits.replace("2A", "19").replace("2B", "18").parse().expect("digits");
    format!("{digits}{:02}", 97 - value % 97)
}

#[test]
fn a_social_security_number_is_seen_however_it_is_written() {
    let number = with_key("1880576540123");
    let spaced = "2 91 12 2A 004 087";
    for text in [
        "1880576540123",
        &number,
        spaced,
        "n°1 88 05 76 540 123.",
        "NIR : 1 88 05 76 540 123",
        "1\u{a0}88\u{a0}05\u{a0}76\u{a0}540\u{a0}123",
        "1-88-05-76-540-123",
        "appelé le 06 le 12, 1 88 05 76 540 123",
        &format!("({} {} {})", &number[..5], &number[5..10], &number[10..]),
        &with_key("2991299123456"),
    ] {
        assert!(has_social_security_number(text), "{text}");
    }
    for text in [
        "",
        "06 12 34 56 78",
        "02 35 00 00 00 / 06 12 34 56 78",
        "18805765401234",
        "188057654012",
        "12345678900012",
        "FR76 3000 6000 0112 3456 7890 189",
        "du 12/03/2024 au 14/06/2024, 35 h",
        "1 200,50 € puis 1 350,75 €",
        "1880076540123",
        "1881376540123",
        "A1880576540123B",
        "18 80 57 65 40 12 3",
    ] {
        assert!(!has_social_security_number(text), "{text}");
    }
    let text = "noté 1 88 05 76 540 123 hier";
    let place = social_security_number(text).expect("a number");
    assert_eq!(&text[place], "1 88 05 76 540 123");
}
