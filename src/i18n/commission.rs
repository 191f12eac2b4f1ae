//! Words for what a file submitted to the commission lacks.

use super::Words;
use crate::domain::submission::Missing;

impl Words {
    /// What is missing, with the article that asks for it: « l’avis motivé (art. 7) ».
    pub fn missing(&self, missing: Missing) -> String {
        let what = match missing {
            Missing::Gap(gap) => self.label(gap).into_owned(),
            Missing::InDiagnosis(lack) => self.filled("missing-in-diagnosis", [("what", &*self.label(lack))]),
            Missing::Document(demand) => {
                let (what, standing) = (self.wanted(&demand), self.standing(demand.standing));
                self.filled("missing-document", [("what", what.as_str()), ("standing", &standing)])
            }
        };
        self.filled("missing-article", [("what", what.as_str()), ("article", missing.article())])
    }
}
