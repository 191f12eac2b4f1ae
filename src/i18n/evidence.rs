//! Words for what the commission asks to see, and where it stands.

use super::Words;
use crate::domain::evidence::{Demand, Gate, Lack, Standing, Wanted};

impl Words {
    /// What is asked for, without where it stands: « contrat de travail, du 01/03/2025 au 31/08/2025 ».
    pub fn wanted(&self, demand: &Demand) -> String {
        let what = match demand.wanted {
            Wanted::Claim(claim) => self.label(claim),
            Wanted::Proof(proof) => self.label(proof),
        };
        let what = what.into_owned();
        match demand.period {
            None => what,
            Some((from, None)) => {
                self.filled("evidence-since", [("what", what.as_str()), ("from", &self.date(from))])
            }
            Some((from, Some(to))) => {
                let (from, to) = (self.date(from), self.date(to));
                self.filled("evidence-between", [("what", what.as_str()), ("from", &from), ("to", &to)])
            }
        }
    }

    /// Where it stands, in a word or two.
    pub fn standing(&self, standing: Standing) -> String {
        match standing {
            Standing::Met(_) => self.get("evidence-met").into_owned(),
            Standing::Lacking(lack, _) => self.label(lack).into_owned(),
        }
    }

    /// Both, as one line.
    pub fn demand(&self, demand: &Demand) -> String {
        let sign = match demand.standing {
            Standing::Met(_) => "+",
            Standing::Lacking(Lack::Unchecked, _) => "~",
            Standing::Lacking(_, _) => "-",
        };
        let (what, standing) = (self.wanted(demand), self.standing(demand.standing));
        self.filled("evidence-demand", [("sign", sign), ("what", &what), ("standing", &standing)])
    }

    /// Before which business it is asked for.
    pub fn gate(&self, gate: Gate) -> String {
        match gate {
            Gate::Entry => self.get("evidence-gate-entry").into_owned(),
            Gate::Exit(reason) => self.filled("evidence-gate-exit", [("reason", &*self.label(reason))]),
        }
    }
}
