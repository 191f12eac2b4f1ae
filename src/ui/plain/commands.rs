//! What is typed at the question "what now?": the letter of an action, with what it is about behind
//! it; the name of an action; a number of the last list; or words that name a person.

use fluent_bundle::FluentArgs;

use super::{Plain, Stop, Target, Told};
use crate::i18n::{Language, Words};
use crate::ui::act_name;
use crate::ui::action::{Action, Scope};
use crate::ui::keymap::Resolved;
use crate::ui::keymap::key::Key;
use crate::ui::screen::form::{FormScreen, open};
use crate::usecase::outcome::Outcome;
use crate::usecase::request::Request;

/// What can be done line by line, in the order of the help.
const COMMANDS: [Action; 31] = [
    Action::HomeOpen,
    Action::CaseloadOpen,
    Action::DueOpen,
    Action::SearchOpen,
    Action::QuickOpen,
    Action::InterviewNew,
    Action::AppointmentNew,
    Action::StepNew,
    Action::ContactNew,
    Action::EmploymentNew,
    Action::TrainingNew,
    Action::PositioningNew,
    Action::SkillNew,
    Action::EsfEdit,
    Action::ReferralNew,
    Action::CandidatureTick,
    Action::DiagnosisEdit,
    Action::EntryNew,
    Action::SubmissionNew,
    Action::DecisionNew,
    Action::ExitOpen,
    Action::EnrolmentEdit,
    Action::PersonEdit,
    Action::PersonNew,
    Action::Why,
    Action::Undo,
    Action::Redo,
    Action::Lock,
    Action::Language,
    Action::Help,
    Action::Quit,
];

/// Letters of actions whose keys no line can hold.
const LETTERS: [(char, Action); 4] =
    [('/', Action::SearchOpen), ('l', Action::Lock), ('q', Action::Quit), ('z', Action::Redo)];

/// Where the letters are looked up.
const SCOPES: [Scope; 3] = [Scope::Caseload, Scope::List, Scope::File];

impl Plain<'_> {
    /// Asks what to do and does it, until the user leaves.
    pub(super) fn obey_commands(&mut self) -> Told<()> {
        let mut next = None;
        loop {
            let line = match next.take() {
                Some(line) => line,
                None => {
                    let prompt = self.prompt();
                    self.ask(&prompt)?
                }
            };
            self.obey(line.trim())?;
            next = self.rest_of_list()?;
        }
    }

    /// Whose file is open, and that something may be typed.
    fn prompt(&self) -> String {
        let cx = self.cx();
        let name =
            self.subject.and_then(|person| cx.file(person)).map(|file| file.person.value.display_name());
        format!("{}> ", name.unwrap_or_else(|| "jalon".to_owned()))
    }

    fn obey(&mut self, line: &str) -> Told<()> {
        if line.is_empty() {
            self.say("plain-hint");
            return Ok(());
        }
        if let Ok(number) = line.parse::<usize>() {
            return self.choose(number);
        }
        let (first, rest) = line.split_at(line.chars().next().map_or(0, char::len_utf8));
        let is_alone = rest.is_empty() || rest.starts_with(char::is_whitespace) || first == "/";
        let by_letter = first.chars().next().filter(|_| is_alone).and_then(|letter| self.action_of(letter));
        match by_letter.or_else(|| self.action_named(line)) {
            Some(action) if by_letter.is_some() => self.act(action, rest.trim()),
            Some(action) => self.act(action, ""),
            None if is_alone => {
                self.say("plain-not-understood");
                Ok(())
            }
            None => self.search(line),
        }
    }

    /// What a letter does: what only lines need, else as on the screens, a capital first as it is.
    fn action_of(&self, letter: char) -> Option<Action> {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        if let Some((_, action)) = LETTERS.iter().find(|(known, _)| *known == small) {
            return Some(*action);
        }
        let bound = |(letter, scope): (char, Scope)| match self.keymap.resolve(&[scope], &[Key::char(letter)])
        {
            Resolved::Action(action) => Some(action).filter(|it| COMMANDS.contains(it)),
            Resolved::Pending | Resolved::Nothing => None,
        };
        let everywhere = |letter: char| SCOPES.into_iter().map(move |scope| (letter, scope));
        everywhere(letter).chain(everywhere(small)).find_map(bound)
    }

    fn action_named(&self, name: &str) -> Option<Action> {
        let name = name.to_lowercase();
        COMMANDS.into_iter().find(|action| self.words.get(&action.message_id()).to_lowercase() == name)
    }

    fn act(&mut self, action: Action, about: &str) -> Told<()> {
        match action {
            Action::HomeOpen => {
                self.subject = None;
                self.today()?;
            }
            Action::CaseloadOpen => self.caseload(),
            Action::DueOpen => self.due(),
            Action::SearchOpen => return self.search(about),
            Action::QuickOpen => return self.quick(about),
            Action::InterviewNew
            | Action::AppointmentNew
            | Action::StepNew
            | Action::ContactNew
            | Action::EmploymentNew
            | Action::TrainingNew
            | Action::PositioningNew
            | Action::SkillNew
            | Action::EsfEdit
            | Action::CandidatureTick
            | Action::DiagnosisEdit
            | Action::SubmissionNew
            | Action::DecisionNew
            | Action::EnrolmentEdit
            | Action::PersonEdit => return self.open_in_file(action, about),
            Action::EntryNew => return self.add(about),
            Action::ExitOpen => return self.say_exits(about),
            Action::ReferralNew => {
                let form = open::new_referral(&self.cx());
                return self.new_person(form);
            }
            Action::PersonNew => {
                let form = open::new_person(&self.cx());
                return self.new_person(form);
            }
            Action::Why => return self.explain(about),
            Action::Undo => self.take_back(Request::Undo),
            Action::Redo => self.take_back(Request::Redo),
            Action::Lock => return Err(Stop::Lock),
            Action::Language => {
                self.words = Words::new(match self.words.language() {
                    Language::French => Language::English,
                    Language::English => Language::French,
                });
                self.say("plain-hint");
            }
            Action::Quit => return Err(Stop::End),
            _ => self.help(),
        }
        Ok(())
    }

    /// Opens what a number of the last list stands for.
    fn choose(&mut self, number: usize) -> Told<()> {
        match number.checked_sub(1).and_then(|rank| self.listed.get(rank)).cloned() {
            Some(Target::Person(person)) => self.show(person),
            Some(Target::Record(person, interview)) => {
                self.subject = Some(person);
                let cx = self.cx();
                let form = cx.file(person).and_then(|file| open::edit(file, interview, &cx));
                return form.map_or(Ok(()), |form| self.fill_in(form));
            }
            Some(Target::Draft(key)) => {
                let draft = self.model.drafts.iter().find(|draft| draft.key == key).cloned();
                return draft.map_or(Ok(()), |draft| self.take_up(&draft));
            }
            None => self.say("plain-no-such-number"),
        }
        Ok(())
    }

    /// The form of somebody new, whose file is open afterwards.
    fn new_person(&mut self, form: FormScreen) -> Told<()> {
        self.subject = None;
        let before: Vec<_> = self.model.caseload.files.keys().copied().collect();
        self.fill_in(form)?;
        self.subject = self.model.caseload.files.keys().copied().find(|id| !before.contains(id));
        Ok(())
    }

    fn take_back(&mut self, request: Request) {
        let id = match self.request(request) {
            Outcome::Undone(act, _) => ("done-undone", act),
            Outcome::Redone(act, _) => ("done-redone", act),
            Outcome::Failed(failure) => return self.say_failure(&failure),
            _ => return,
        };
        let mut args = FluentArgs::new();
        args.set("act", act_name::describe(&id.1, &self.cx()));
        self.say_with(id.0, &args);
        if self.subject.is_some_and(|person| !self.model.caseload.files.contains_key(&person)) {
            self.subject = None;
        }
    }

    /// Every command, with its letter.
    fn help(&mut self) {
        let lines: Vec<String> = {
            let cx = self.cx();
            // The letter that is obeyed: one that the screens give to something else is not said.
            let letters = || "/?".chars().chain('a'..='z').chain('A'..='Z');
            let line = |action: Action| {
                let letter = letters().find(|letter| self.action_of(*letter) == Some(action));
                format!("{}  {}", letter.unwrap_or(' '), cx.words.get(&action.message_id()))
            };
            COMMANDS.into_iter().map(line).collect()
        };
        self.say("plain-help");
        lines.iter().for_each(|line| self.dialogue.say(line));
        self.say("plain-help-more");
    }
}
