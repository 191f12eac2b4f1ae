//! Entry: how many keys it takes, and that what is said to be saved is.

use jalon::clock;
use jalon::domain::codes::{Modality, Outcome};

use super::kit;

#[test]
fn an_interview_from_home_takes_ten_keys_and_outlives_a_kill() {
    let station = kit::station();
    let mut pty = kit::unlocked(&station);
    pty.press("e").type_text("nad 45pd").press("enter").wait_for("Enregistré");
    pty.kill();

    let keys = pty.take_keys();
    kit::show("interview from home, person found by three letters, in keys (at most 10)", keys);
    assert!(keys <= 10, "{keys} keys");
    let file = kit::file(&station.open(clock::now()), "Benali");
    let saved = &file.interviews.last().expect("an interview").value;
    assert_eq!((file.interviews.len(), saved.date, saved.outcome), (2, kit::today(), Outcome::Held));
    assert_eq!((saved.duration_min, saved.modality), (Some(45), Some(Modality::OnSite)));
    assert!(saved.participant_signature.is_signed_by(kit::today()));
    assert!(saved.counsellor_signature.is_signed_by(kit::today()));
}

#[test]
fn an_interview_as_usual_takes_eight_keys() {
    let station = kit::station();
    let mut pty = kit::unlocked(&station);
    pty.press("e").type_text("nad pd").press("enter").wait_for("Enregistré");
    let keys = pty.take_keys();
    kit::show("interview from home, usual duration, in keys (at most 8)", keys);
    assert!(keys <= 8, "{keys} keys");
}

#[test]
fn an_appointment_of_today_takes_three_keys_and_outlives_a_kill() {
    let station = kit::station();
    let mut pty = kit::unlocked(&station);
    pty.press("v enter").wait_for("Enregistré");
    pty.kill();

    let keys = pty.take_keys();
    kit::show("today’s appointment: came, both signed, saved, in keys (at most 3)", keys);
    assert!(keys <= 3, "{keys} keys");
    let file = kit::file(&station.open(clock::now()), "Lefèvre");
    let saved = &file.interviews.last().expect("an interview").value;
    assert_eq!((file.interviews.len(), saved.outcome), (2, Outcome::Held));
    assert_eq!(saved.duration_min, Some(45));
    assert!(saved.participant_signature.is_signed_by(kit::today()));
    assert!(saved.counsellor_signature.is_signed_by(kit::today()));
}
