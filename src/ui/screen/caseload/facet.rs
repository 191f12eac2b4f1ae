//! What the caseload is narrowed to: state, lot, commune, alert. Each facet counts the people it
//! would show.

use std::collections::BTreeMap;

use fluent_bundle::FluentArgs;
use serde::{Deserialize, Serialize};

use crate::domain::candidature::CandidatureStage;
use crate::domain::codes::{Lot, PathwayState};
use crate::domain::rules::AlertCode;
use crate::ui::board::Standing;
use crate::ui::cx::Cx;

/// Which people by state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Followed {
    /// Candidates and the file active: who is worked with.
    #[default]
    Now,
    /// Everyone, those who left included.
    Everyone,
    /// One state.
    In(PathwayState),
}

/// What the list is narrowed to.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Facets {
    /// By state.
    pub followed: Followed,
    /// By where the candidature stands.
    pub candidature: Option<CandidatureStage>,
    /// By lot.
    pub lot: Option<Lot>,
    /// By commune, an INSEE code.
    pub commune: Option<String>,
    /// By who follows the person; empty for the counsellor of the station.
    pub referent: Option<String>,
    /// By alert, due or soon.
    pub alert: Option<AlertCode>,
}

/// One thing to narrow to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Facet {
    /// Nothing: everyone who is worked with.
    None,
    /// A state.
    Followed(Followed),
    /// Where a candidature stands.
    Candidature(CandidatureStage),
    /// A lot.
    Lot(Lot),
    /// A commune.
    Commune(String),
    /// Who follows the person; empty for the counsellor of the station.
    Referent(String),
    /// An alert.
    Alert(AlertCode),
}

impl Facets {
    /// Whether the person is shown.
    pub fn show(&self, standing: &Standing) -> bool {
        let is_followed = match self.followed {
            Followed::Now => !standing.is_over(),
            Followed::Everyone => true,
            Followed::In(state) => standing.pathway == state,
        };
        is_followed
            && self.candidature.is_none_or(|stage| standing.candidature == Some(stage))
            && self.lot.is_none_or(|lot| standing.lot == Some(lot))
            && self.commune.as_deref().is_none_or(|commune| standing.commune.as_deref() == Some(commune))
            && self
                .referent
                .as_deref()
                .is_none_or(|name| standing.referent.as_deref().unwrap_or_default() == name)
            && self.alert.is_none_or(|alert| standing.alerts.has(alert))
    }

    /// Narrows further, or drops a facet that was chosen already.
    pub fn toggle(&mut self, facet: Facet) {
        fn flip<T: PartialEq>(chosen: &mut Option<T>, value: T) {
            *chosen = if chosen.as_ref() == Some(&value) { None } else { Some(value) };
        }
        match facet {
            Facet::None => *self = Self::default(),
            Facet::Followed(followed) if self.followed == followed => self.followed = Followed::Now,
            Facet::Followed(followed) => self.followed = followed,
            Facet::Candidature(stage) => flip(&mut self.candidature, stage),
            Facet::Lot(lot) => flip(&mut self.lot, lot),
            Facet::Commune(commune) => flip(&mut self.commune, commune),
            Facet::Referent(name) => flip(&mut self.referent, name),
            Facet::Alert(alert) => flip(&mut self.alert, alert),
        }
    }

    /// What the list is narrowed to, in words; empty when it is not.
    pub fn in_words(&self, cx: &Cx<'_>) -> String {
        let followed = (self.followed != Followed::Now).then(|| followed_in_words(self.followed, cx));
        let candidature = self
            .candidature
            .map(|stage| format!("{} {}", cx.words.get("facet-candidature"), cx.words.label(stage)));
        let lot = self.lot.map(|lot| cx.words.label(lot).into_owned());
        let commune = self.commune.as_deref().map(|code| cx.commune(code));
        let referent = self.referent.as_deref().map(|name| {
            let name = referent_in_words(name, cx);
            format!("{} {name}", cx.words.get("facet-referent"))
        });
        let alert = self.alert.map(|alert| cx.words.label(alert).into_owned());
        let chosen = [followed, candidature, lot, commune, referent, alert];
        chosen.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }

    /// Whether the list is narrowed to this already.
    fn has(&self, facet: &Facet) -> bool {
        match facet {
            Facet::None => false,
            Facet::Followed(followed) => self.followed == *followed,
            Facet::Candidature(stage) => self.candidature == Some(*stage),
            Facet::Lot(lot) => self.lot == Some(*lot),
            Facet::Commune(commune) => self.commune.as_ref() == Some(commune),
            Facet::Referent(name) => self.referent.as_ref() == Some(name),
            Facet::Alert(alert) => self.alert == Some(*alert),
        }
    }

    /// Everything that the list can be narrowed to, each with how many people have it. What is
    /// chosen already is marked.
    pub fn choices(&self, cx: &Cx<'_>) -> Vec<(Facet, String)> {
        let mut choices = all(cx);
        for (facet, label) in &mut choices {
            let mark = if self.has(facet) { "✓ " } else { "  " };
            label.insert_str(0, mark);
        }
        choices
    }
}

fn all(cx: &Cx<'_>) -> Vec<(Facet, String)> {
    let mut states: BTreeMap<PathwayState, usize> = BTreeMap::new();
    let mut candidatures: BTreeMap<CandidatureStage, usize> = BTreeMap::new();
    let mut lots: BTreeMap<Lot, usize> = BTreeMap::new();
    let mut communes: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut referents, mut own): (BTreeMap<&str, usize>, usize) = (BTreeMap::new(), 0);
    let mut alerts: BTreeMap<AlertCode, usize> = BTreeMap::new();
    for (_, standing) in cx.model.board.people() {
        *states.entry(standing.pathway).or_default() += 1;
        standing.candidature.into_iter().for_each(|it| *candidatures.entry(it).or_default() += 1);
        standing.alerts.each().for_each(|code| *alerts.entry(code).or_default() += 1);
        if !standing.is_over() {
            match standing.referent.as_deref() {
                Some(name) => *referents.entry(name).or_default() += 1,
                None => own += 1,
            }
            standing.lot.into_iter().for_each(|lot| *lots.entry(lot).or_default() += 1);
            standing.commune.as_deref().into_iter().for_each(|code| *communes.entry(code).or_default() += 1);
        }
    }
    if own > 0 {
        referents.insert("", own);
    }
    let has_several = referents.len() > 1;
    let labelled = |kind: &str, label: String, count: usize| {
        let mut args = FluentArgs::new();
        args.set("kind", cx.words.get(kind).into_owned());
        args.set("label", label);
        args.set("count", count);
        cx.words.with("facet-choice", &args).into_owned()
    };
    let mut choices = vec![
        (Facet::None, cx.words.get("facet-none").into_owned()),
        (Facet::Followed(Followed::Everyone), followed_in_words(Followed::Everyone, cx)),
    ];
    choices.extend(alerts.into_iter().map(|(alert, count)| {
        (Facet::Alert(alert), labelled("facet-alert", cx.words.label(alert).into_owned(), count))
    }));
    choices.extend(states.into_iter().map(|(state, count)| {
        let label = cx.words.label(state).into_owned();
        (Facet::Followed(Followed::In(state)), labelled("facet-state", label, count))
    }));
    choices.extend(candidatures.into_iter().map(|(stage, count)| {
        let label = cx.words.label(stage).into_owned();
        (Facet::Candidature(stage), labelled("facet-candidature", label, count))
    }));
    choices.extend(lots.into_iter().map(|(lot, count)| {
        (Facet::Lot(lot), labelled("facet-lot", cx.words.label(lot).into_owned(), count))
    }));
    choices.extend(communes.into_iter().map(|(code, count)| {
        (Facet::Commune(code.to_owned()), labelled("facet-commune", cx.commune(code), count))
    }));
    // One counsellor alone is no choice.
    let several = referents.into_iter().filter(|_| has_several);
    choices.extend(several.map(|(name, count)| {
        let label = referent_in_words(name, cx);
        (Facet::Referent(name.to_owned()), labelled("facet-referent", label, count))
    }));
    choices
}

/// The counsellor of the station has no name of their own in a facet.
fn referent_in_words(name: &str, cx: &Cx<'_>) -> String {
    let own = || cx.station().map_or_else(String::new, |it| it.name.clone());
    if name.is_empty() { own() } else { name.to_owned() }
}

fn followed_in_words(followed: Followed, cx: &Cx<'_>) -> String {
    match followed {
        Followed::Now => cx.words.get("facet-now").into_owned(),
        Followed::Everyone => cx.words.get("facet-everyone").into_owned(),
        Followed::In(state) => cx.words.label(state).into_owned(),
    }
}
