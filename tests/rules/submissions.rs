//! Files before the commission: what each lacks, how far each is, which dates each ruling cannot be without.

use chrono::NaiveDate;
use jalon::domain::body::Body;
use jalon::domain::check;
use jalon::domain::codes::{Business, ExitReason, Ruling};
use jalon::domain::decision::Decision;
use jalon::domain::file::{Current, File};
use jalon::domain::parameters::Pack;
use jalon::domain::submission::{
    Missing, Opinion, ReviewGround, Submission, SubmissionState, adjournments, missing, state_of,
};
use jalon::domain::violation::Severity;

use super::facts::{date, file_of};

/// A re-examination that lacks nothing.
fn whole() -> Submission {
    let text = || "dit".to_owned();
    Submission {
        ground: Some(ReviewGround::ThreeYears),
        updated_on: Some(date("01/06/2025")),
        relation: text(),
        difficulties: text(),
        partners: text(),
        prepared_on: Some(date("01/06/2025")),
        verified_by: Some(text()),
        verified_on: Some(date("02/06/2025")),
        opinion: Some(Opinion::Favourable),
        opinion_text: text(),
        ..Submission::new(Business::Review, date("12/06/2025"))
    }
}

fn told(missing: Missing) -> String {
    let what = match missing {
        Missing::Gap(it) => it.code(),
        Missing::InDiagnosis(it) => it.code(),
        Missing::Document(_) => "document",
    };
    format!("{what} {}", missing.rule())
}

fn lacks(file: &File, it: &Submission) -> Vec<String> {
    let mut found: Vec<_> =
        missing(file, it, &Pack::default().at(it.session_on)).into_iter().map(told).collect();
    found.dedup();
    found
}

/// R7-13 to R7-15, R7-23, R7-24.
#[test]
fn a_review_lacks_what_is_not_said() {
    type Change = fn(&mut Submission);
    let rows: [(Change, &[&str]); 9] = [
        (|_| {}, &[]),
        (|it| it.ground = None, &["categorie R7-13"]),
        (|it| it.updated_on = None, &["donnees_a_jour R7-15"]),
        (|it| it.relation = "  ".to_owned(), &["lien_maintenu R7-15"]),
        (|it| it.difficulties.clear(), &["difficultes R7-15"]),
        (|it| it.partners.clear(), &["partenaires R7-15"]),
        (|it| it.verified_by = None, &["verification R7-23"]),
        (|it| it.opinion = None, &["avis R7-23"]),
        (|it| it.opinion_text.clear(), &["avis_motive R7-23"]),
    ];
    let file = file_of("adhésion 15/01/2022");
    for (change, expected) in rows {
        let mut it = whole();
        change(&mut it);
        assert_eq!(lacks(&file, &it), expected);
    }
}

/// R2-03, R7-18 to R7-20.
#[test]
fn an_exit_lacks_its_proofs_and_its_criterion() {
    let exit = |reason, on: &str| Submission {
        exit_reason: Some(reason),
        exit_on: Some(date(on)),
        ..Submission { business: Business::Exit, ..whole() }
    };
    let hired = file_of("adhésion 15/01/2024 ; emploi CDI 01/12/2024 35h");
    assert_eq!(lacks(&hired, &exit(ExitReason::Permanent, "01/06/2025")), ["document R7-20"]);
    let early = lacks(&hired, &exit(ExitReason::Permanent, "01/03/2025"));
    assert_eq!(early[0], "sortie_non_qualifiee R7-19");
    assert_eq!(lacks(&hired, &exit(ExitReason::Withdrawal, "01/06/2025")), ["document R7-20"]);
    let none = Submission { business: Business::Exit, ..whole() };
    assert_eq!(lacks(&hired, &none), ["motif_sortie R7-18", "date_sortie R7-18"]);
}

#[test]
fn somebody_without_a_diagnosis_is_not_put_on_an_agenda() {
    let file = file_of("orientation 15/04/2025");
    let entry = Submission { business: Business::Entry, ground: None, ..whole() };
    assert_eq!(lacks(&file, &entry), ["diagnostic R7-06"]);
    let listed = Submission { listed_on: Some(date("03/06/2025")), ..entry.clone() };
    assert_eq!(refused(&Body::Submission(listed.clone()), &file), ["listed_on incomplete-on-agenda"]);
    let because = Submission { override_because: "Urgence".to_owned(), ..listed };
    assert_eq!(
        refused(&Body::Submission(because.clone()), &file),
        ["override_because override-without-author"]
    );
    let answered = Submission { override_by: Some("Claire Morel".to_owned()), ..because };
    assert_eq!(refused(&Body::Submission(answered), &file), [""; 0]);
}

fn refused(body: &Body, file: &File) -> Vec<String> {
    let found = check::body(body, Some(file), date("12/06/2025"));
    let refusals = found.into_iter().filter(|it| it.severity == Severity::Refusal);
    refusals.map(|it| format!("{} {}", it.field, it.code)).collect()
}

/// R7-09, R7-10, R7-16, R7-25: each ruling, what it cannot be without, and the last day allowed.
#[test]
fn each_ruling_has_its_mandatory_dates() {
    let file = file_of("adhésion 15/01/2024");
    let on = |text: &str| Some(date(text));
    type Change = fn(&mut Decision, Option<NaiveDate>);
    let review: Change = |it, day| it.review_on = day;
    let suspension: Change = |it, day| {
        it.suspended_until = day;
        it.review_on = Some(date("01/12/2025"));
    };
    let diagnosis: Change = |it, day| it.diagnosis_until = day;
    let rows = [
        (Ruling::Resumed, review, None, "review_on review-date-missing"),
        (Ruling::Resumed, review, on("02/06/2025"), "review_on review-before-session"),
        (Ruling::Resumed, review, on("03/06/2025"), ""),
        (Ruling::Continued, review, None, "review_on review-date-missing"),
        (Ruling::Continued, review, on("01/12/2025"), ""),
        (Ruling::Suspended, suspension, None, "suspended_until suspension-end-missing"),
        (Ruling::Suspended, suspension, on("01/06/2025"), "suspended_until suspension-ends-before-session"),
        (Ruling::Suspended, suspension, on("02/06/2025"), ""),
        (Ruling::ReinforcedDiagnosis, diagnosis, None, "diagnosis_until diagnosis-end-missing"),
        (
            Ruling::ReinforcedDiagnosis,
            diagnosis,
            on("01/06/2025"),
            "diagnosis_until diagnosis-ends-before-session",
        ),
        (Ruling::ReinforcedDiagnosis, diagnosis, on("30/06/2025"), ""),
        (Ruling::ReinforcedDiagnosis, diagnosis, on("01/07/2025"), "diagnosis_until diagnosis-too-long"),
    ];
    for (ruling, change, day, expected) in rows {
        let business = Business::ALL.iter().copied().find(|it| ruling.is_of(*it)).expect("a business");
        let mut it = Decision::new(date("02/06/2025"), business, ruling);
        change(&mut it, day);
        assert_eq!(refused(&Body::Decision(it), &file).join(" "), expected, "{ruling:?} {day:?}");
    }
    let refusal = |support: &str| {
        let it = Decision::new(date("02/06/2025"), Business::Entry, Ruling::Refused);
        refused(&Body::Decision(Decision { other_support: support.to_owned(), ..it }), &file)
    };
    assert_eq!(refusal(" "), ["other_support other-support-missing"]);
    assert_eq!(refusal("Cap emploi"), [""; 0]);
    // The edge of the rule itself: 3 February 2025 and four weeks is 3 March.
    let edge = |until: &str| {
        let it = Decision::new(date("03/02/2025"), Business::Entry, Ruling::ReinforcedDiagnosis);
        refused(&Body::Decision(Decision { diagnosis_until: on(until), ..it }), &file).is_empty()
    };
    assert!(edge("03/03/2025") && !edge("04/03/2025"));
}

/// R7-25 and domain.md §5.18: how far a file is.
#[test]
fn a_file_goes_from_draft_to_decided() {
    let state = |file: &File, it: &Submission| state_of(file, it, &Pack::default().at(it.session_on));
    let file = file_of("adhésion 15/01/2022");
    let draft = Submission { prepared_on: None, ..whole() };
    assert_eq!(state(&file, &draft), SubmissionState::Draft);
    let incomplete = Submission { partners: String::new(), ..whole() };
    assert_eq!(state(&file, &incomplete), SubmissionState::Incomplete);
    let complete = Submission { opinion: None, ..whole() };
    assert_eq!(state(&file, &complete), SubmissionState::Complete);
    assert_eq!(state(&file, &whole()), SubmissionState::Verified);
    let listed = Submission { listed_on: Some(date("03/06/2025")), ..whole() };
    assert_eq!(state(&file, &listed), SubmissionState::Listed);
    let adjourned = file_of(
        "adhésion 15/01/2022 ; commission 03/04/2025 reexamen ajournement ; commission 12/06/2025 reexamen ajournement",
    );
    assert_eq!(state(&adjourned, &listed), SubmissionState::Adjourned);
    assert_eq!(adjournments(&adjourned, Business::Review), 2);
    let later = listed.carried_to(date("03/07/2025"));
    assert_eq!(state(&adjourned, &later), SubmissionState::Verified, "its place is to be taken again");
    let decided =
        file_of("adhésion 15/01/2022 ; commission 12/06/2025 reexamen maintien réexamen 12/12/2025");
    assert_eq!(state(&decided, &listed), SubmissionState::Decided);
    assert_eq!(adjournments(&decided, Business::Review), 0);
}

/// the day of the fact, never before the last interview that was held.
#[test]
fn an_exit_never_precedes_the_last_interview() {
    let file = file_of("adhésion 15/01/2024 ; entretien 02/06/2025");
    let exit = |on: &str| {
        let it = Submission { business: Business::Exit, ..whole() };
        let it = Submission { exit_reason: Some(ExitReason::Moved), exit_on: Some(date(on)), ..it };
        refused(&Body::Submission(it), &file)
    };
    assert_eq!(exit("01/06/2025"), ["exit_on exit-before-last-interview"]);
    assert_eq!(exit("02/06/2025"), [""; 0]);
}

/// A file submitted to anything stops and starts no clock: only what the commission decides does.
#[test]
fn submitting_a_file_changes_no_clock() {
    let pack = Pack::default();
    let before =
        file_of("adhésion 15/01/2022 ; entretien 02/06/2024 ; étape realisee du 01/02/2024 au 01/03/2024");
    let mut after = before.clone();
    let person = &before.person;
    let (id, entry, written_at) = (person.id, person.entry, person.written_at);
    after.submissions.push(Current { id, entry, written_at, value: whole() });
    for days in 0..900 {
        let on = date("01/01/2024") + chrono::Days::new(days);
        let of = |file: &File| {
            let mut found = jalon::domain::rules::findings(file, &pack, on);
            found.retain(|it| it.code.code() != "AL-19");
            found
        };
        assert_eq!(of(&before), of(&after), "{on}");
    }
}
