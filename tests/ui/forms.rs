//! The form engine, on a form that is not Jalon's.

use jalon::domain::codes::{Modality, Purpose};
use jalon::domain::violation::{Severity, Violation};
use jalon::ui::action::{Action, Scope};
use jalon::ui::cx::Cx;
use jalon::ui::doors::Doors;
use jalon::ui::effect::Slot;
use jalon::ui::form::parse::date::Look;
use jalon::ui::form::spec::{Default, FieldSpec, FormSpec, Kind};
use jalon::ui::form::value::Value;
use jalon::ui::form::{Asked, Form, LIST, choice};
use jalon::ui::keymap::key::Key;
use jalon::ui::layer::{Layer, Unkept};
use jalon::ui::message::Message;
use jalon::ui::overlay::Reply;
use jalon::ui::quick::parse::modality_letter;
use jalon::ui::screen::Screen;
use jalon::ui::step::Step;
use jalon::usecase::outcome::Outcome;
use jalon::usecase::request::{DraftKey, Request, Save};
use ratatui::Frame;
use ratatui::layout::Rect;

use super::kit;
use crate::support::harness::Harness;

static SPEC: FormSpec = FormSpec {
    id: "kit",
    fields: &[
        FieldSpec::new("date", Kind::Date(Look::Past)).required().default(Default::Today).constraint(
            |value, _, today| match value {
                Value::Date(date) if *date > today => Some((Severity::Refusal, "kit-future")),
                Value::Date(date) if (today - *date).num_days() > 365 => Some((Severity::Doubt, "kit-old")),
                _ => None,
            },
        ),
        FieldSpec::new("minutes", Kind::Minutes(600)),
        FieldSpec::new("modality", Kind::Choice(|words| choice::lettered(words, modality_letter))),
        FieldSpec::new("place", Kind::Text(20)).relevant(|values| {
            values.coded::<Modality>("modality").is_some_and(|modality| modality == Modality::Outreach)
        }),
        FieldSpec::new("purposes", Kind::Choices(choice::coded::<Purpose>)),
        FieldSpec::new("commune", Kind::Commune),
        FieldSpec::new("phone", Kind::Phone),
        FieldSpec::new("urgent", Kind::YesNo).default(Default::No),
        FieldSpec::new("record", Kind::LongText(3)),
        FieldSpec::new("start", Kind::Time),
    ],
};

fn key() -> DraftKey {
    DraftKey { form: "kit".to_owned(), person: None, object: None }
}

/// A screen around the form: what a real one does, and nothing else.
struct Page(Form);

const SAVE: Slot = Slot(1);

impl Page {
    fn turn(&mut self, asked: Asked) -> Step {
        match asked {
            Asked::Step(step) | Asked::Leave(step) => step,
            Asked::Save { confirmed } => {
                let save = Save { changes: Vec::new(), draft: Some(key()), confirmed };
                Step::stay().ask_and_wait(SAVE, Request::Save(Box::new(save)))
            }
        }
    }
}

impl Layer for Page {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Form]
    }

    fn refresh(&mut self, cx: &Cx<'_>) {
        self.0.refresh(cx);
    }

    fn act(&mut self, action: Action, cx: &Cx<'_>) -> Step {
        let asked = self.0.act(action, cx);
        self.turn(asked)
    }

    fn wants(&self, key: Key) -> bool {
        self.0.wants(key)
    }

    fn type_key(&mut self, key: Key, cx: &Cx<'_>) -> Step {
        self.0.type_key(key, cx)
    }

    fn paste(&mut self, text: &str, cx: &Cx<'_>) -> Step {
        self.0.paste(text, cx)
    }

    fn done(&mut self, _slot: Slot, outcome: Outcome, cx: &Cx<'_>) -> Step {
        if let Outcome::Refused(violations) = outcome {
            return Step::say(self.0.refuse(&violations, cx));
        }
        let remember = self.0.remember(cx);
        self.0.saved();
        Step::pop().saying(Message::done("enregistré")).ask(SAVE, remember)
    }

    fn replied(&mut self, slot: Slot, reply: Reply, cx: &Cx<'_>) -> Step {
        if slot == LIST { self.0.picked(&reply, cx) } else { Step::stay() }
    }

    fn unkept(&self) -> Option<Unkept> {
        self.0.unkept()
    }

    fn keep(&mut self) -> Option<(DraftKey, Vec<u8>)> {
        self.0.keep()
    }

    fn hints(&self, _cx: &Cx<'_>) -> Vec<Action> {
        self.0.hints()
    }

    fn draw(&self, frame: &mut Frame<'_>, body: Rect, cx: &Cx<'_>) {
        self.0.draw(frame, body, cx);
    }
}

impl Screen for Page {
    fn title(&self, _cx: &Cx<'_>) -> String {
        "Formulaire".to_owned()
    }
}

fn doors() -> Doors {
    Doors {
        act: |_, cx| Step::push(Page(Form::new(&SPEC, key(), &[("minutes", Value::Minutes(60))], cx))),
        resume: |draft, cx| {
            Some(Step::push(Page(Form::resume(&SPEC, key(), &[], &draft.bytes, cx).expect("a draft"))))
        },
        ..kit::doors()
    }
}

/// The answers to saves, in order; then everything is saved.
fn open(refusals: Vec<Outcome>) -> Harness {
    let mut refusals = refusals.into_iter();
    let mut station = kit::station();
    let worker = move |request| match request {
        Request::Save(_) => refusals.next().unwrap_or(Outcome::Remembered),
        other => station(other),
    };
    let mut h = Harness::new(doors()).worker(worker).start();
    h.press("enter e").take_requests();
    h
}

fn saves(h: &mut Harness) -> Vec<bool> {
    let requests = h.take_requests();
    let confirmed = requests.iter().filter_map(|request| match request {
        Request::Save(save) => Some(save.confirmed),
        _ => None,
    });
    confirmed.collect()
}

fn row_of(h: &Harness, field: &str) -> String {
    let mark = format!("form-kit-{field}");
    h.screen().lines().find(|line| line.contains(&mark)).unwrap_or_default().to_owned()
}

#[test]
fn defaults_are_values_and_the_first_letter_replaces_them() {
    let mut h = open(Vec::new());
    assert!(row_of(&h, "date").contains("12/03/2026"), "{}", h.screen());
    assert!(row_of(&h, "date").contains("jeu. 12/03/2026"));
    assert!(row_of(&h, "minutes").contains("1 h"));
    h.type_text("h").press("enter");
    assert!(row_of(&h, "date").contains("11/03/2026"), "{}", h.screen());
    h.type_text("'(").press("enter");
    assert!(row_of(&h, "minutes").contains("45 min"), "{}", h.screen());
}

#[test]
fn a_choice_is_a_letter_and_decides_what_is_asked_next() {
    let mut h = open(Vec::new());
    h.press("enter enter").type_text("h");
    assert!(row_of(&h, "modality").contains("hors les murs"), "{}", h.screen());
    assert!(!row_of(&h, "place").is_empty());
    h.type_text("p");
    assert!(row_of(&h, "place").is_empty());
    h.press("right");
    assert!(row_of(&h, "modality").contains("hors les murs"));
}

/// A word chooses what it names, whatever its letters stand for one by one.
#[test]
fn a_choice_is_also_the_word_that_names_it() {
    let words = [
        ("visio", "visio"),
        ("visioconférence", "visio"),
        ("téléphone", "téléphone"),
        ("tel", "téléphone"),
        ("presence", "en présence"),
        ("domicile", "domicile"),
        ("hors les murs", "hors les murs"),
        ("ph", "hors les murs"),
        ("vpt", "téléphone"),
    ];
    for (word, expected) in words {
        let mut h = open(Vec::new());
        h.press("enter enter").type_text(word);
        assert!(row_of(&h, "modality").contains(expected), "{word}\n{}", h.screen());
        h.press("backspace").type_text("e");
        assert!(row_of(&h, "modality").contains("entreprise"), "{word}\n{}", h.screen());
    }
}

#[test]
fn what_is_impossible_keeps_the_focus_and_says_what_is_expected() {
    let mut h = open(Vec::new());
    h.type_text("lundi prochain").press("enter");
    assert!(h.screen().contains("un jour, par exemple 12/3"), "{}", h.screen());
    assert!(row_of(&h, "date").starts_with('›'));
    h.press("f2");
    assert!(saves(&mut h).is_empty());
}

#[test]
fn a_day_that_its_month_does_not_have_says_so() {
    let mut h = open(Vec::new());
    h.type_text("31/02").press("enter");
    assert!(h.row(22).contains("ce jour n’existe pas, février 2026 a 28\u{a0}jours."), "{}", h.screen());
    h.type_text("310626").press("f2");
    assert!(h.row(22).contains("juin a 30\u{a0}jours."), "{}", h.screen());
    assert!(saves(&mut h).is_empty());
}

#[test]
fn the_first_letter_typed_after_a_refusal_replaces_what_was_refused() {
    let mut h = open(Vec::new());
    h.type_text("31/02").press("enter").type_text("9/3").press("enter");
    assert!(row_of(&h, "date").contains("09/03/2026"), "{}", h.screen());
    h.press("up").type_text("31/02").press("f2 backspace").type_text("1").press("enter");
    assert!(row_of(&h, "date").contains("31/01/2026"), "{}", h.screen());
}

#[test]
fn what_is_unlikely_is_kept_by_the_same_key_again() {
    let mut h = open(Vec::new());
    h.type_text("1/1/2020").press("enter");
    assert!(h.row(22).starts_with("Alerte"), "{}", h.screen());
    assert!(row_of(&h, "date").starts_with('›'));
    h.press("enter");
    assert!(row_of(&h, "minutes").starts_with('›'), "{}", h.screen());
    h.press("f2");
    assert_eq!(saves(&mut h), [false]);
}

#[test]
fn a_required_field_refuses_only_the_save() {
    let mut h = open(Vec::new());
    h.press("backspace enter");
    assert!(row_of(&h, "minutes").starts_with('›'), "{}", h.screen());
    h.press("ctrl-s");
    assert!(row_of(&h, "date").starts_with('›'));
    assert!(saves(&mut h).is_empty());
}

#[test]
fn saving_from_anywhere_and_repeating_the_last_values() {
    let mut h = open(Vec::new());
    h.press("tab").type_text("1h15").press("f2");
    assert_eq!(h.row(22), "enregistré");
    h.press("e tab").type_text("=").press("tab");
    assert!(row_of(&h, "minutes").contains("1 h 15"), "{}", h.screen());
}

#[test]
fn enter_on_the_last_field_saves_and_tab_does_not() {
    let mut h = open(Vec::new());
    h.press("tab tab tab tab tab tab tab tab tab");
    assert!(h.row(22).contains("dernier champ"), "{}", h.screen());
    h.press("enter");
    assert_eq!(saves(&mut h), [false]);
}

#[test]
fn the_domain_refuses_and_doubts_at_the_field() {
    let wrong = |severity| Outcome::Refused(vec![Violation { field: "phone", code: "kit-phone", severity }]);
    let mut h = open(vec![wrong(Severity::Refusal), wrong(Severity::Doubt)]);
    h.press("f2");
    assert!(h.row(22).starts_with("Refus"), "{}", h.screen());
    assert!(row_of(&h, "phone").starts_with('›'));
    h.press("f2");
    assert!(h.row(22).starts_with("Alerte"));
    h.press("f2");
    assert_eq!(h.row(22), "enregistré");
    assert_eq!(saves(&mut h), [false, false, true]);
}

#[test]
fn a_change_after_a_doubt_asks_again() {
    let doubt =
        Outcome::Refused(vec![Violation { field: "minutes", code: "kit-long", severity: Severity::Doubt }]);
    let mut h = open(vec![doubt]);
    h.press("f2").type_text("50").press("f2");
    assert_eq!(saves(&mut h), [false, false]);
}

#[test]
fn leaving_keeps_the_draft_and_says_so() {
    let mut h = open(Vec::new());
    h.press("esc");
    assert_eq!(h.row(22), "");
    assert!(h.take_requests().is_empty());
    h.press("e").type_text("h").press("esc");
    assert!(h.row(22).contains("Brouillon"), "{}", h.screen());
    assert!(matches!(h.take_requests()[..], [Request::KeepDraft { .. }]));
}

#[test]
fn a_draft_is_taken_up_where_it_was() {
    let mut h = open(Vec::new());
    h.press("tab").type_text("50").press("tab tab tab");
    h.type_text("elb");
    h.press("ctrl-l enter");
    assert!(row_of(&h, "minutes").contains("50 min"), "{}", h.screen());
    assert!(row_of(&h, "commune").starts_with('›'));
    assert!(row_of(&h, "commune").contains("elb"));
}

#[test]
fn a_long_list_shrinks_as_one_types() {
    let mut h = open(Vec::new());
    h.press("tab tab tab tab").type_text("elbe").press("enter");
    assert!(row_of(&h, "commune").contains("Elbeuf"), "{}", h.screen());
    h.press("up f4").type_text("dar").press("enter");
    assert!(row_of(&h, "commune").contains("Darnétal"), "{}", h.screen());
}

#[test]
fn a_social_security_number_is_told_then_removed() {
    let mut h = open(Vec::new());
    h.press("tab tab tab tab tab tab tab").type_text("NIR 2 84 07 76 540 123 12 fin").press("tab");
    assert!(h.screen().contains("Alerte\u{a0}:"), "{}", h.screen());
    h.press("tab");
    assert!(!row_of(&h, "record").contains("84 07"), "{}", h.screen());
    assert!(row_of(&h, "start").starts_with('›'), "{}", h.screen());
}

#[test]
fn several_answers_are_ticked_by_their_letters() {
    let mut h = open(Vec::new());
    h.press("tab tab tab").type_text("as");
    assert!(row_of(&h, "purposes").contains(", "), "{}", h.screen());
    h.type_text("a");
    assert!(!row_of(&h, "purposes").contains(", "), "{}", h.screen());
}

#[test]
fn the_form_in_a_window() {
    let mut h = open(Vec::new());
    h.press("tab tab").type_text("h").press("tab");
    insta::assert_snapshot!("form_80x24", h.styled());
    h.resize(60, 14).press("tab tab tab tab tab");
    insta::assert_snapshot!("form_60x14", h.screen());
}
