//! Everything a key can do: one table from which the keymap validator, the help, the palette,
//! the bottom line and the documentation are made.
//!
//! Words of an action are in `ui.ftl` under `action-<its id with dashes>`.

/// Where keys are looked up. Innermost scopes win; [`Scope::Global`] comes last.
macro_rules! scopes {
    ($($(#[$doc:meta])* $name:ident = $id:literal,)+) => {
        /// Where keys are looked up.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Scope { $($(#[$doc])* $name,)+ }

        impl Scope {
            /// Every scope.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its table in a keymap file, and `scope-<id>` in the words.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// The scope of that table.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|scope| scope.id() == id)
            }
        }
    };
}

scopes! {
    /// Everywhere, except where an overlay or a text field comes first.
    Global = "global",
    /// Any list.
    List = "list",
    /// A list of dated appointments.
    Appointments = "appointments",
    /// Lists computed for a day that can be moved.
    AsOf = "as-of",
    /// The agenda.
    Agenda = "agenda",
    /// The caseload.
    Caseload = "caseload",
    /// A person's file.
    File = "file",
    /// The commission.
    Commission = "commission",
    /// The figures.
    Figures = "figures",
    /// The station’s own side.
    Office = "office",
    /// Exchanges with the team.
    Exchange = "exchange",
    /// The page of the candidature.
    Candidature = "candidature",
    /// A form.
    Form = "form",
    /// Typing a filter above a list.
    Search = "search",
    /// The locked station and the first run.
    Locked = "locked",
    /// The terminal being tried out.
    Terminal = "terminal",
    /// Any overlay.
    Overlay = "overlay",
    /// The quick line.
    Quick = "quick",
    /// The exits of a person.
    Exit = "exit",
    /// Choosing a view of the caseload.
    Views = "views",
    /// Choosing a day.
    Day = "day",
    /// Taking files in.
    Import = "import",
}

/// How the help groups actions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Category {
    /// Going somewhere.
    Places,
    /// Recording what happened.
    Entry,
    /// Looking for people, sorting, filtering.
    Lists,
    /// Filling in a form.
    Forms,
    /// The program itself.
    Program,
}

impl Category {
    /// Every category, in the order of the help.
    pub const ALL: &'static [Self] = &[Self::Places, Self::Entry, Self::Lists, Self::Forms, Self::Program];

    /// `category-<id>` in the words.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Places => "places",
            Self::Entry => "entry",
            Self::Lists => "lists",
            Self::Forms => "forms",
            Self::Program => "program",
        }
    }
}

/// Declares the actions: stable id, scopes in which a key may be bound to it, category.
macro_rules! actions {
    ($($name:ident = $id:literal in [$($scope:ident),+], $category:ident;)+) => {
        /// Something that a key, the palette or a test can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $(#[doc = concat!("`", $id, "`")] $name,)+ }

        impl Action {
            /// Every action, in the order of the help.
            pub const ALL: &'static [Self] = &[$(Self::$name,)+];

            /// Its stable id, as keymap files write it.
            pub const fn id(self) -> &'static str {
                match self { $(Self::$name => $id,)+ }
            }

            /// Where a key may be bound to it.
            pub const fn scopes(self) -> &'static [Scope] {
                match self { $(Self::$name => &[$(Scope::$scope),+],)+ }
            }

            /// How the help groups it.
            pub const fn category(self) -> Category {
                match self { $(Self::$name => Category::$category,)+ }
            }
        }
    };
}

actions! {
    HomeOpen = "home.open" in [Global], Places;
    CaseloadOpen = "caseload.open" in [Global], Places;
    DueOpen = "due.open" in [Global], Places;
    AgendaOpen = "agenda.open" in [Global], Places;
    OfficeOpen = "office.open" in [Global], Places;
    CommissionOpen = "commission.open" in [Global], Places;
    BilanOpen = "bilan.open" in [Global], Places;
    QualityOpen = "quality.open" in [Global], Places;
    ExchangeOpen = "exchange.open" in [Global], Places;
    ImportOpen = "import.open" in [Global], Places;
    ExitOpen = "exit.open" in [File, Caseload], Places;
    RightsOpen = "rights.open" in [File], Places;
    TransferOpen = "transfer.open" in [File], Places;
    RetentionOpen = "retention.open" in [Global], Places;
    ScreenBack = "screen.back" in [Global, List], Places;

    QuickOpen = "quick.open" in [Global], Entry;
    QuickSave = "quick.save" in [Quick], Entry;
    QuickForm = "quick.form" in [Quick], Entry;
    InterviewNew = "interview.new" in [File, Caseload], Entry;
    AppointmentCame = "appointment.came" in [Appointments, File], Entry;
    AppointmentNoShow = "appointment.no-show" in [Appointments, File], Entry;
    AppointmentAccept = "appointment.accept" in [Appointments, File], Entry;
    AppointmentNew = "appointment.new" in [Appointments, File, Caseload], Entry;
    StepNew = "step.new" in [File, Caseload], Entry;
    EmploymentNew = "employment.new" in [File], Entry;
    TrainingNew = "training.new" in [File], Entry;
    ContactNew = "contact.new" in [File, Caseload], Entry;
    WorkshopNew = "workshop.new" in [Caseload], Entry;
    PresenceExcuse = "presence.excuse" in [Office], Entry;
    PersonNew = "person.new" in [Caseload], Entry;
    ReferralNew = "referral.new" in [Global, Caseload], Entry;
    CandidatureTick = "candidature.tick" in [Candidature], Entry;
    PersonEdit = "person.edit" in [File], Entry;
    EnrolmentEdit = "enrolment.edit" in [File], Entry;
    DecisionNew = "decision.new" in [File], Entry;
    SubmissionNew = "submission.new" in [File], Entry;
    SessionNew = "session.new" in [Commission], Entry;
    DocumentPrint = "document.print" in [Commission, File], Entry;
    PrescriberMail = "prescriber.mail" in [File], Entry;
    RecommendationNew = "recommendation.new" in [File], Entry;
    ReferentNew = "referent.new" in [File], Entry;
    DiagnosisEdit = "diagnosis.edit" in [File], Entry;
    PositioningNew = "positioning.new" in [File], Entry;
    SkillNew = "skill.new" in [File], Entry;
    EsfEdit = "esf.edit" in [File], Entry;
    CaseEdit = "case.edit" in [Exit], Entry;
    EvidenceAttach = "evidence.attach" in [File], Entry;
    EntryNew = "entry.new" in [File, Office], Entry;
    EntryEdit = "entry.edit" in [File, Office, Agenda], Entry;
    EntryRead = "entry.read" in [File, Office], Entry;
    EntryWithdraw = "entry.withdraw" in [File, Office], Entry;
    EntryDuplicate = "entry.duplicate" in [Form, File], Entry;
    Undo = "entry.undo" in [Global], Entry;
    Redo = "entry.redo" in [Global], Entry;

    SearchOpen = "search.open" in [Global], Lists;
    ListUp = "list.up" in [List, Overlay, Search], Lists;
    ListDown = "list.down" in [List, Overlay, Search], Lists;
    ListPageUp = "list.page-up" in [List, Overlay, Search], Lists;
    ListPageDown = "list.page-down" in [List, Overlay, Search], Lists;
    ListFirst = "list.first" in [List, Overlay], Lists;
    ListLast = "list.last" in [List, Overlay], Lists;
    ListOpen = "list.open" in [List, Search], Lists;
    ListSearch = "list.search" in [List], Lists;
    ListSort = "list.sort" in [List], Lists;
    ListFacet = "list.facet" in [List], Lists;
    ViewOpen = "view.open" in [Caseload, Search], Lists;
    ViewRename = "view.rename" in [Views], Lists;
    ViewRemove = "view.remove" in [Views], Lists;
    PeopleMark = "people.mark" in [Caseload, Search], Lists;
    PeopleMarkAll = "people.mark-all" in [Caseload], Lists;
    ListOut = "people.list-out" in [Caseload], Lists;
    Why = "due.why" in [List, File], Lists;
    AsOfLater = "as-of.later" in [AsOf, Day], Lists;
    AsOfEarlier = "as-of.earlier" in [AsOf, Day], Lists;
    AsOfDay = "as-of.day" in [AsOf], Lists;
    AsOfToday = "as-of.today" in [AsOf, Day], Lists;
    FiguresPeriod = "figures.period" in [Figures], Lists;
    AgendaSpan = "agenda.span" in [Agenda], Lists;
    ExchangeSend = "exchange.send" in [Exchange], Entry;
    ExchangeFolder = "exchange.folder" in [Exchange], Lists;
    ExchangeReceive = "exchange.receive" in [Exchange], Entry;
    PageNext = "page.next" in [File, Office], Lists;
    PagePrevious = "page.previous" in [File, Office], Lists;

    ImportComplete = "import.complete" in [Import], Lists;
    ImportTake = "import.take" in [Import], Entry;
    ImportPartial = "import.partial" in [Import], Entry;
    ImportSame = "import.same" in [Import], Entry;
    ImportMapping = "import.mapping" in [Import], Entry;
    ImportAgain = "import.again" in [Import], Entry;
    ImportLeave = "import.leave" in [Import], Lists;

    FormAccept = "form.accept" in [Form, Locked], Forms;
    LockedAccept = "locked.accept" in [Locked], Forms;
    FormNext = "form.next" in [Form, Locked], Forms;
    FormBack = "form.back" in [Form, Locked], Forms;
    FormSave = "form.save" in [Form, Locked], Forms;
    FormList = "form.list" in [Form], Forms;
    FormLeave = "form.leave" in [Form], Forms;
    SearchLeave = "search.leave" in [Search], Lists;
    FormDrop = "form.drop" in [Form], Forms;
    OverlayAccept = "overlay.accept" in [Overlay], Forms;
    OverlayClose = "overlay.close" in [Overlay], Forms;

    Help = "app.help" in [Global], Program;
    Palette = "app.palette" in [Global], Program;
    Lock = "app.lock" in [Global], Program;
    Discreet = "app.discreet" in [Global], Program;
    Language = "app.language" in [Global, Locked], Program;
    TerminalSigns = "terminal.signs" in [Terminal], Program;
    Tour = "app.tour" in [Global], Program;
    Quit = "app.quit" in [Global], Program;
}

impl Action {
    /// The action that has this id.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.id() == id)
    }

    /// The id of its words: `action-interview-new`.
    pub fn message_id(self) -> String {
        format!("action-{}", self.id().replace('.', "-"))
    }

    /// Whether it only moves in a list or a form: nobody looks for it by name.
    pub const fn is_move(self) -> bool {
        matches!(
            self,
            Self::ListUp
                | Self::ListDown
                | Self::ListPageUp
                | Self::ListPageDown
                | Self::ListFirst
                | Self::ListLast
                | Self::FormNext
                | Self::FormBack
        )
    }

    /// Whether an overlay lets it through, and whether a keymap must keep a key for it.
    pub const fn is_essential(self) -> bool {
        matches!(self, Self::Help | Self::Lock | Self::Quit | Self::Discreet)
    }
}
