//! The command line's grammar: the one source of `--help`, the man page and the completions.
//! Its words come from the catalogue, under `cli-…`.

use std::ffi::OsString;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};

use crate::i18n::{Language, Words};

/// Names of the commands, in the order in which help lists them.
pub const COMMANDS: &[&str] = &[
    "demo",
    "init",
    "import",
    "list",
    "show",
    "due",
    "why",
    "export",
    "inspect",
    "key",
    "passphrase",
    "backup",
    "restore",
    "doctor",
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
    let mut root = Command::new("jalon")
        .version(env!("CARGO_PKG_VERSION"))
        .about(words.get("cli-about").into_owned())
        .after_help(words.get("cli-exit-codes").into_owned())
        .disable_help_subcommand(true)
        .subcommand_help_heading(words.get("cli-heading-commands").into_owned())
        .next_help_heading(words.get("cli-heading-options").into_owned())
        .args(common(words));
    for name in COMMANDS {
        root = root.subcommand(one(name, words));
    }
    localised(root, words)
}

/// Replaces what clap says in English of its own.
fn localised(command: Command, words: &Words) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}\n",
        words.get("cli-heading-usage")
    );
    let help = Arg::new("help")
        .long("help")
        .short('h')
        .action(ArgAction::Help)
        .global(true)
        .help(words.get("cli-opt-help").into_owned());
    command.help_template(template.clone()).disable_help_flag(true).arg(help).mut_subcommands(move |sub| {
        let sub = sub.help_template(template.clone()).disable_help_flag(true);
        let inner = template.clone();
        sub.mut_subcommands(move |leaf| leaf.help_template(inner.clone()).disable_help_flag(true))
    })
}

fn common(words: &Words) -> Vec<Arg> {
    let opt = |name: &'static str| {
        Arg::new(name).long(name).global(true).help(words.get(&format!("cli-opt-{name}")).into_owned())
    };
    vec![
        opt("data-dir").value_name("DIR").value_parser(value_parser!(std::path::PathBuf)),
        opt("lang").value_name("fr|en").value_parser(PossibleValuesParser::new(["fr", "en"])),
        opt("format")
            .value_name("table|json|csv")
            .value_parser(PossibleValuesParser::new(["table", "json", "csv"])),
        opt("passphrase-file").value_name("FILE").value_parser(value_parser!(std::path::PathBuf)),
        opt("as-of").value_name("DATE"),
        opt("no-names").action(ArgAction::SetTrue),
    ]
}

/// A command, its arguments, and their words `cli-<command>` and `cli-<command>-<argument>`.
fn one(name: &'static str, words: &Words) -> Command {
    let option = |arg: &'static str| {
        Arg::new(arg).long(arg).help(words.get(&format!("cli-{name}-{arg}")).into_owned())
    };
    let flag = |arg: &'static str| option(arg).action(ArgAction::SetTrue);
    let given = |arg: &'static str| {
        Arg::new(arg)
            .value_name(arg.to_uppercase())
            .help(words.get(&format!("cli-{name}-{arg}")).into_owned())
    };
    let path = |arg: Arg| arg.value_parser(value_parser!(std::path::PathBuf));
    let number = |arg: Arg| arg.value_parser(value_parser!(u64));
    let command = Command::new(name).about(words.get(&format!("cli-{name}")).into_owned());
    match name {
        "demo" => command.args([
            number(option("people").value_name("N")).default_value("80"),
            number(option("seed").value_name("S")).default_value("1"),
            number(option("years").value_name("Y")).default_value("3"),
        ]),
        "init" => command.args([
            option("role")
                .value_name("ROLE")
                .default_value("counsellor")
                .value_parser(PossibleValuesParser::new(["counsellor", "manager", "team"])),
            option("name").value_name("NAME").required(true),
            option("lot").value_name("LOT").action(ArgAction::Append),
            path(option("trust").value_name("FILE")),
            option("words").value_name("WORDS"),
            flag("demo-trust"),
            path(option("out").value_name("DIR")),
        ]),
        "import" => command.args([
            path(given("files")).num_args(1..).required(true),
            option("table").value_name("TABLE"),
            flag("dry-run"),
            path(option("accept-partial").value_name("FILE")),
        ]),
        "show" | "why" => {
            let command = command.arg(given("person").required(true));
            if name == "why" { command.arg(option("code").action(ArgAction::Append)) } else { command }
        }
        "due" => command.args([
            option("code").value_name("AL-02").action(ArgAction::Append),
            number(option("horizon").value_name("DAYS")),
        ]),
        "export" => {
            command.args([path(option("out").value_name("DIR")), number(option("since").value_name("N"))])
        }
        "inspect" => {
            command.args([path(given("file")).required(true), path(option("trust").value_name("FILE"))])
        }
        "key" => key(command, words),
        "passphrase" => {
            command.args([path(option("new-passphrase-file").value_name("FILE")), flag("generate")])
        }
        "backup" => command.arg(path(option("to").value_name("DIR")).required(true)),
        "restore" => command.arg(path(option("from").value_name("DIR")).required(true)),
        "keymap" | "theme" => command.arg(path(option("check").value_name("FILE"))),
        "completions" => {
            command.arg(given("shell").required(true).value_parser(value_parser!(clap_complete::Shell)))
        }
        "list" => command.arg(given("query").num_args(0..)),
        _ => command,
    }
}

fn key(command: Command, words: &Words) -> Command {
    let sub =
        |name: &'static str| Command::new(name).about(words.get(&format!("cli-key-{name}")).into_owned());
    let said = |arg: Arg, id: &str| arg.help(words.get(id).into_owned());
    let file =
        Arg::new("file").value_name("FILE").required(true).value_parser(value_parser!(std::path::PathBuf));
    let heard = said(Arg::new("words").long("words").value_name("WORDS"), "cli-key-words");
    let out = Arg::new("out").long("out").value_name("DIR").value_parser(value_parser!(std::path::PathBuf));
    command.subcommand_required(true).subcommands([
        sub("show"),
        sub("enrol").args([
            said(file.clone(), "cli-key-enrol-file"),
            heard.clone().required(true),
            said(out, "cli-key-enrol-out"),
        ]),
        sub("trust").args([said(file, "cli-key-trust-file"), heard]),
    ])
}
