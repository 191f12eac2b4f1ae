//! What an import leaves for the next one, sealed like everything else: mappings by the titles of
//! their files, and what was taken beside refused lines.

use std::collections::{HashMap, HashSet};

use super::known::Known;
use crate::domain::id::{ObjectId, PersonId, from_hex, to_hex};
use crate::tabular::mapping::file::{self, Proposals};
use crate::tabular::mapping::{SheetMapping, fingerprint};
use crate::tabular::plan::{Plan, Planned};
use crate::tabular::{Corrected, Reading};
use crate::usecase::error::Error;
use crate::usecase::session::Session;

/// Before the fingerprint of a header.
const MAPPING: &str = "import-mapping/";
/// Before the mark of an import.
const BESIDE: &str = "import-beside/";
/// The mark of the last import that refused lines.
const LAST: &str = "import-beside-last";

/// People who have other references in other files: reference, then whose.
pub(in crate::usecase) const SAME: &str = "import-same";

/// The things that imports took while they refused lines about the same people, and on which line
/// each stood, by the marks of these imports.
#[derive(Default)]
pub(super) struct Beside {
    imports: HashMap<String, HashMap<ObjectId, u64>>,
    last: String,
}

impl Beside {
    /// What taking the reading in adds to it.
    pub(super) fn of(reading: &Reading, known: &Known, plan: &Plan<'_>) -> Self {
        let mut refused = HashSet::new();
        for sheet in &reading.sheets {
            refused.extend(sheet.refused.iter().map(|line| (sheet.table, sheet.reference(line))));
        }
        let mut beside = Self { imports: HashMap::new(), last: reading.mark.clone() };
        let is_near = |line: &Planned<'_>| {
            let table = Some(line.row.table);
            // Whose line it is may be what is wrong with it.
            refused.contains(&(table, line.row.reference.as_str())) || refused.contains(&(table, ""))
        };
        for line in plan.all().filter(is_near) {
            let (import, at) = match &line.row.corrected {
                Corrected::Of(mark) => (mark.import.clone(), mark.line),
                Corrected::No | Corrected::Unmarked => (reading.mark.clone(), line.row.line),
            };
            let things = beside.imports.entry(import).or_default();
            things.insert(known.object(line.row, line.rank), at);
        }
        beside
    }

    /// Whether a thing was taken from another line of the file that left this one.
    pub(super) fn was_beside(&self, corrected: &Corrected, object: ObjectId) -> bool {
        let taken = |import: &str| self.imports.get(import).and_then(|things| things.get(&object)).copied();
        match corrected {
            Corrected::No => false,
            Corrected::Of(mark) => taken(&mark.import).is_some_and(|line| line != mark.line),
            Corrected::Unmarked => taken(&self.last).is_some(),
        }
    }
}

impl Session {
    /// The mapping kept for files with these titles.
    pub(super) fn kept_mapping(&self, header: &[String]) -> Option<SheetMapping> {
        let kept = self.store().local(&format!("{MAPPING}{}", fingerprint(header))).ok()??;
        // One that an older Jalon wrote otherwise is as good as none.
        file::read(std::str::from_utf8(&kept).ok()?).ok()?.sheets.pop()
    }

    pub(super) fn keep_mapping(&mut self, fingerprint: &str, mapping: &SheetMapping) -> Result<(), Error> {
        let text = file::write(&[(mapping.clone(), Proposals::default())]);
        Ok(self.store_mut().put_local(&format!("{MAPPING}{fingerprint}"), text.as_bytes())?)
    }

    /// What was taken beside the lines that come back corrected in the reading.
    pub(super) fn taken_beside(&self, reading: &Reading) -> Result<Beside, Error> {
        let last = self.store().local(LAST)?.unwrap_or_default();
        let mut beside = Beside { last: String::from_utf8(last).unwrap_or_default(), ..Beside::default() };
        let mut imports = HashSet::new();
        for row in &reading.rows {
            match &row.corrected {
                Corrected::No => {}
                Corrected::Of(mark) => drop(imports.insert(mark.import.clone())),
                Corrected::Unmarked => drop(imports.insert(beside.last.clone())),
            }
        }
        for import in imports {
            let things = self.beside_of(&import)?;
            beside.imports.insert(import, things);
        }
        Ok(beside)
    }

    /// Adds what is taken beside the lines that are refused now.
    pub(super) fn keep_beside(&mut self, beside: Beside) -> Result<(), Error> {
        for (import, added) in beside.imports {
            let mut things = self.beside_of(&import)?;
            things.extend(added);
            let lines: Vec<String> =
                things.iter().map(|(object, line)| format!("{} {line}", to_hex(&object.0))).collect();
            self.store_mut().put_local(&format!("{BESIDE}{import}"), lines.join("\n").as_bytes())?;
            self.store_mut().put_local(LAST, beside.last.as_bytes())?;
        }
        Ok(())
    }

    /// The people who were said to be somebody of the caseload under another reference.
    pub(super) fn same_people(&self) -> Vec<(String, PersonId)> {
        let kept = self.store().local(SAME).ok().flatten().unwrap_or_default();
        let kept = String::from_utf8(kept).unwrap_or_default();
        let same = |line: &str| {
            let (person, reference) = line.split_once(' ')?;
            Some((reference.to_owned(), PersonId(from_hex(person)?)))
        };
        kept.lines().filter_map(same).collect()
    }

    /// Keeps that the references are those of people of the caseload: lines about them go to their
    /// files from now on, and their own pages stay as they are.
    ///
    /// # Errors
    /// The store's.
    pub fn keep_same(&mut self, same: &[(String, PersonId)]) -> Result<(), Error> {
        let mut all = self.same_people();
        all.retain(|(reference, _)| !same.iter().any(|(it, _)| it == reference));
        all.extend(same.iter().cloned());
        let lines: Vec<String> =
            all.iter().map(|(reference, person)| format!("{} {reference}", to_hex(&person.0))).collect();
        Ok(self.store_mut().put_local(SAME, lines.join("\n").as_bytes())?)
    }

    fn beside_of(&self, import: &str) -> Result<HashMap<ObjectId, u64>, Error> {
        let kept = self.store().local(&format!("{BESIDE}{import}"))?.unwrap_or_default();
        let kept = String::from_utf8(kept).unwrap_or_default();
        let thing = |line: &str| {
            let (object, line) = line.split_once(' ')?;
            Some((ObjectId(from_hex(object)?), line.parse().ok()?))
        };
        Ok(kept.lines().filter_map(thing).collect())
    }
}
