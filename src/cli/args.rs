//! The command line's grammar: the one source of `--help`, the man page and the completions.
//! Its words come from the catalogue, under `cli-…`.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgGroup, Command, value_parser};
use clap_complete::Shell;

use crate::domain::erasure::ErasureReason;
use crate::domain::figures::case::Dimension;
use crate::domain::legal_hold::HoldReason;
use crate::domain::rules::FARTHEST_DAYS;
use crate::i18n::{Language, Words};
use crate::ui::{keymap, theme};

/// Names of the commands, in the order in which help lists them.
pub const COMMANDS: &[&str] = &[
    "demo",
    "init",
    "import",
    "list",
    "show",
    "due",
    "why",
    "exit",
    "report",
    "print",
    "evidence",
    "office",
    "person",
    "export",
    "inspect",
    "receive",
    "status",
    "transfer",
    "key",
    "passphrase",
    "backup",
    "restore",
    "doctor",
    "rules",
    "keymap",
    "theme",
    "completions",
    "man",
];

/// The language asked for by `--lang` or else by the machine; French when neither is spoken.
pub fn language(args: &[OsString]) -> Language {
    let asked = args.iter().enumerate().find_map(|(rank, arg)| {
        let arg = arg.to_str()?;
        match arg.strip_prefix("--lang=") {
            Some(tag) => Language::from_tag(tag),
            None if arg == "--lang" => Language::from_tag(args.get(rank + 1)?.to_str()?),
            None => None,
        }
    });
    asked.or_else(|| Language::from_tag(&sys_locale::get_locale()?)).unwrap_or(Language::French)
}

/// The whole grammar, in the language of `words`.
pub fn command(words: &Words) -> Command {
    let commands = COMMANDS.iter().map(|name| one(&Speech { words, command: name }));
    localised(Command::new("jalon").version(env!("CARGO_PKG_VERSION")), words)
        .about(words.get("cli-about").into_owned())
        .after_help(words.get("cli-exit-codes").into_owned())
        .disable_help_subcommand(true)
        .next_help_heading(words.get("cli-heading-common").into_owned())
        .args(common(words))
        .arg(plain(words))
        .subcommands(commands)
}

/// Replaces what clap says in English of its own, in a command that has no argument yet.
fn localised(command: Command, words: &Words) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
        words.get("cli-heading-usage")
    );
    command
        .help_template(template)
        .disable_help_flag(true)
        .disable_version_flag(true)
        .subcommand_help_heading(words.get("cli-heading-commands").into_owned())
        .subcommand_value_name(words.get("cli-value-command").into_owned())
        .next_help_heading(words.get("cli-heading-options").into_owned())
}

fn common(words: &Words) -> Vec<Arg> {
    let opt = |name: &'static str| {
        Arg::new(name).long(name).global(true).help(words.get(&format!("cli-opt-{name}")).into_owned())
    };
    let value = |name: &str| words.get(&format!("cli-value-{name}")).into_owned();
    vec![
        path(opt("data-dir").value_name(value("dir"))),
        choice(opt("lang").value_name("fr|en"), &["fr", "en"]),
        choice(opt("format").value_name("table|json|csv"), &["table", "json", "csv"]),
        path(opt("passphrase-file").value_name(value("file"))),
        opt("as-of").value_name(value("date")),
        opt("no-names").action(ArgAction::SetTrue),
        opt("help").short('h').action(ArgAction::Help),
        opt("version").short('V').action(ArgAction::Version).global(false),
    ]
}

/// Without a command, or with the demonstration: questions and answers in place of screens.
fn plain(words: &Words) -> Arg {
    let help = words.get("cli-opt-plain").into_owned();
    Arg::new("plain").long("plain").help(help).action(ArgAction::SetTrue)
}

fn path(arg: Arg) -> Arg {
    arg.value_parser(value_parser!(PathBuf))
}

fn number(arg: Arg) -> Arg {
    arg.value_parser(value_parser!(u64))
}

/// One of these values: they are told by the words of the argument.
fn choice(arg: Arg, values: &[&'static str]) -> Arg {
    arg.value_parser(PossibleValuesParser::new(values)).hide_possible_values(true)
}

/// The words of one command: `cli-<command>`, and `cli-<command>-<argument>` for its arguments.
#[derive(Clone, Copy)]
struct Speech<'a> {
    words: &'a Words,
    command: &'static str,
}

impl Speech<'_> {
    fn command(&self) -> Command {
        let name = self.command.rsplit_once('-').map_or(self.command, |(_, leaf)| leaf);
        localised(Command::new(name), self.words).about(self.said(&format!("cli-{}", self.command)))
    }

    fn flag(&self, name: &'static str) -> Arg {
        let help = self.said(&format!("cli-{}-{name}", self.command));
        Arg::new(name).long(name).help(help).action(ArgAction::SetTrue)
    }

    /// An option and what its value is: `cli-value-<value>`.
    fn option(&self, name: &'static str, value: &str) -> Arg {
        self.flag(name).action(ArgAction::Set).value_name(self.said(&format!("cli-value-{value}")))
    }

    /// An argument that is told by its place.
    fn given(&self, name: &'static str, value: &str) -> Arg {
        let help = self.said(&format!("cli-{}-{name}", self.command));
        let heading = self.said("cli-heading-arguments");
        Arg::new(name).value_name(self.said(&format!("cli-value-{value}"))).help(help).help_heading(heading)
    }

    fn said(&self, id: &str) -> String {
        self.words.get(id).into_owned()
    }
}

fn one(says: &Speech<'_>) -> Command {
    let command = says.command();
    match says.command {
        "demo" => {
            let count = |name, default| {
                number(says.option(name, "number")).default_value(default).hide_default_value(true)
            };
            command
                .args([count("people", "80"), count("seed", "1"), count("years", "3")])
                .arg(plain(says.words))
        }
        "init" => command.args([
            choice(says.option("role", "role"), &["counsellor", "manager", "team"])
                .default_value("counsellor")
                .hide_default_value(true),
            says.option("name", "name").required(true),
            says.option("lot", "lot").action(ArgAction::Append),
            path(says.option("trust", "file")).conflicts_with("demo-trust"),
            says.option("words", "words").requires("trust"),
            says.flag("demo-trust"),
            path(says.option("out", "dir")),
        ]),
        "import" => command.args([
            path(says.given("files", "files")).num_args(1..).required(true),
            says.option("table", "table"),
            says.flag("dry-run"),
            path(says.option("accept-partial", "file")),
            path(says.option("map", "file")),
            path(says.option("map-out", "file")),
            says.option("same", "reference").action(ArgAction::Append),
        ]),
        "list" => command.args(list(says)),
        "show" => command.arg(says.given("person", "person").required(true)),
        "due" => command.args([
            says.option("code", "code").action(ArgAction::Append),
            says.option("horizon", "days")
                .value_parser(value_parser!(u32).range(..=i64::from(FARTHEST_DAYS))),
        ]),
        "why" => command.args([
            says.given("person", "person").required(true),
            says.option("code", "code").action(ArgAction::Append),
        ]),
        "exit" => command.args([says.given("person", "person").required(true), says.option("on", "date")]),
        "report" => command.subcommand_required(true).subcommands(report(says.words)),
        "print" => command.subcommand_required(true).subcommands(print(says.words)),
        "export" => command.args([path(says.option("out", "dir")), number(says.option("since", "number"))]),
        "inspect" => command
            .args([path(says.given("file", "file")).required(true), path(says.option("trust", "file"))]),
        "receive" => command.arg(path(says.given("files", "files")).num_args(1..).required(true)),
        "transfer" => command.args(transfer(says)),
        "evidence" => command.subcommand_required(true).subcommands(evidence(says.words)),
        "person" => command.subcommand_required(true).subcommands(person(says.words)),
        "key" => command.subcommand_required(true).subcommands(key(says.words)),
        "passphrase" => {
            command.args([path(says.option("new-passphrase-file", "file")), says.flag("generate")])
        }
        "backup" => command.arg(path(says.option("to", "dir")).required(true)),
        "restore" => command.arg(path(says.option("from", "dir")).required(true)),
        "doctor" => command.arg(says.flag("terminal")),
        "rules" => command.arg(says.given("rule", "rule").num_args(0..)),
        "keymap" => look(command, says, keymap::EMBEDDED),
        "theme" => look(command, says, theme::EMBEDDED),
        "completions" => command.arg(
            says.given("shell", "shell")
                .required(true)
                .value_parser(value_parser!(Shell))
                .hide_possible_values(true),
        ),
        _ => command,
    }
}

/// Shows an embedded file by its name, or checks one of the user's.
fn look(command: Command, says: &Speech<'_>, embedded: &[(&'static str, &str)]) -> Command {
    let names: Vec<&'static str> = embedded.iter().map(|(name, _)| *name).collect();
    let name = choice(says.given("name", "name"), &names);
    command.args([name.conflicts_with("check"), path(says.option("check", "file"))])
}

fn list(says: &Speech<'_>) -> [Arg; 3] {
    [
        says.given("query", "query").num_args(0..),
        says.flag("agenda").conflicts_with_all(["query", "reorientation"]),
        says.flag("reorientation").conflicts_with("query"),
    ]
}

fn transfer(says: &Speech<'_>) -> [Arg; 4] {
    [
        says.given("person", "person").required(true),
        says.option("to", "station").required(true),
        says.option("until", "date"),
        says.flag("lost"),
    ]
}

fn evidence(words: &Words) -> [Command; 3] {
    let says = |command| Speech { words, command };
    let (list, attach, extract) = (says("evidence-list"), says("evidence-attach"), says("evidence-extract"));
    let person = |of: Speech<'_>| of.given("person", "person").required(true);
    [
        list.command().args([person(list), list.option("for", "gate")]),
        attach.command().args([
            person(attach),
            path(attach.given("file", "file")).required(true),
            attach.option("kind", "kind").required_unless_present("to"),
            attach.option("to", "id").conflicts_with("kind"),
            attach.option("dated", "date"),
        ]),
        extract.command().args([
            person(extract),
            extract.given("id", "id").required(true),
            path(extract.option("out", "file")).required(true),
        ]),
    ]
}

fn report(words: &Words) -> [Command; 2] {
    let bilan = Speech { words, command: "report-bilan" };
    let dimensions: Vec<&'static str> = Dimension::ALL.iter().map(|it| it.code()).collect();
    [
        bilan.command().args([
            bilan.option("from", "date"),
            bilan.option("known-on", "date"),
            bilan.option("beside", "date"),
            choice(bilan.option("by", "dimension"), &dimensions).action(ArgAction::Append),
        ]),
        Speech { words, command: "report-qualite" }.command(),
    ]
}

fn print(words: &Words) -> [Command; 6] {
    let says = |command| Speech { words, command };
    let out = |of: Speech<'_>| path(of.option("out", "file")).required(true);
    let of_person =
        |of: Speech<'_>| of.command().args([of.given("person", "person").required(true), out(of)]);
    let of_session = |of: Speech<'_>| of.command().args([of.given("session", "date"), out(of)]);
    [
        of_person(says("print-dossier")),
        of_session(says("print-agenda")),
        of_session(says("print-attendance")),
        of_person(says("print-email")),
        of_session(says("print-session")),
        of_session(says("print-minutes")),
    ]
}

fn person(words: &Words) -> [Command; 5] {
    let says = |command| Speech { words, command };
    let hold = says("person-hold");
    let (erase, certificate) = (says("person-erase"), says("person-certificate"));
    let export = says("person-export");
    let holds: Vec<&'static str> = HoldReason::ALL.iter().map(|it| it.code()).collect();
    let reasons: Vec<&'static str> = ErasureReason::ALL.iter().map(|it| it.code()).collect();
    [
        erase.command().args([
            erase.given("person", "person").required(true),
            choice(erase.option("reason", "reason"), &reasons).required(true),
            erase.flag("dry-run").conflicts_with("yes"),
            erase.flag("yes"),
        ]),
        says("person-due").command(),
        hold.command().args([
            hold.given("person", "person").required(true),
            choice(hold.option("reason", "reason"), &holds),
            hold.option("until", "date"),
            hold.flag("lift").conflicts_with("until"),
        ]),
        export.command().args([
            export.given("person", "person").required(true),
            path(export.option("out", "dir")).required(true),
        ]),
        certificate.command().arg(certificate.given("number", "id")),
    ]
}

fn key(words: &Words) -> [Command; 5] {
    let says = |command| Speech { words, command };
    let (show, enrol, trust) = (says("key-show"), says("key-enrol"), says("key-trust"));
    let (join, export) = (says("key-join"), says("key-export"));
    let files = ["signers", "trust", "import-key"];
    [
        show.command(),
        join.command().arg(path(join.option("out", "dir"))),
        enrol.command().args([
            path(enrol.given("file", "file")).required(true),
            enrol.option("words", "words").required(true),
            path(enrol.option("out", "dir")),
        ]),
        trust
            .command()
            .args([path(trust.given("file", "file")).required(true), trust.option("words", "words")]),
        export
            .command()
            .args(files.map(|name| path(export.option(name, "file"))))
            .arg(export.flag("yes").requires("import-key"))
            .group(ArgGroup::new("files").args(files).multiple(true).required(true)),
    ]
}
