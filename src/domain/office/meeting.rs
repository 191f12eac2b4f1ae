//! A meeting or a training of the counsellor's own (R9.2-06, R10-04, R10-05): what the activity report
//! counts, attended or missed.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::domain::codes::code_list;

code_list! {
    /// What it was.
    MeetingKind {
        /// The monthly meeting of the counsellors (R10-04).
        Monthly = "reunion_mensuelle",
        /// A session of the commission.
        Commission = "commission",
        /// A coordination meeting.
        Coordination = "coordination",
        /// A thematic day.
        Thematic = "journee_thematique",
        /// A communal platform of partners (R10-06).
        Platform = "plateforme",
        /// A training on the mission (R9.2-06).
        MissionTraining = "formation_mission",
        /// A training on the software (R9.2-06).
        SoftwareTraining = "formation_logiciel",
        /// The activity report was sent (R11-03, R11-04, R11-05).
        ReportSent = "bilan_remis",
        /// The activity report was discussed with the provider's coordination (R11-06).
        ReportTalk = "bilan_echange",
        /// Anything else.
        Other = "autre",
    }
}

code_list! {
    /// Whether the counsellor was there.
    MeetingPresence {
        /// Was there.
        Present = "present",
        /// Excused.
        Excused = "excuse",
        /// Was not there.
        Absent = "absent",
    }
}

/// A whole version of a meeting or a training attended.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meeting {
    /// What it was.
    pub kind: MeetingKind,
    /// Its day.
    pub date: NaiveDate,
    /// How long it lasted, in minutes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duration_min: Option<u16>,
    /// What it was about, or who held it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Whether the counsellor was there.
    pub presence: MeetingPresence,
    /// Anything else.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl std::fmt::Debug for Meeting {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Meeting({:?} {} […])", self.kind, self.date)
    }
}
