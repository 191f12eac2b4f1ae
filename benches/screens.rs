//! From a key to the bytes that repaint the window: for a counsellor, for the whole programme over
//! seven years, and for two hundred programmes at once.
//!
//! The application is the real one, drawing through the real backend into a counter of bytes; what
//! the worker does apart is not counted, what its answer makes the screens do is. Beside it, in the
//! same run, the floor (the frame and the comparison of two windows that ratatui cannot do without)
//! and a peer (ratatui's own table with the same rows).
//!
//! Times are the processor's for the one thread that there is: what passes by the clock on the wall
//! stands beside them, and says as much of what else the machine does.
//!
//! Numbers as arguments say how many people, each in a process of its own: 200, 2,700 and 200,000
//! unless said otherwise.

mod desk;
mod measure;
#[path = "measure/memory.rs"]
mod memory;

use std::process::{Command, ExitCode};
use std::time::Duration;

use jalon::clock::now;
use jalon::domain::now::Now;
use ratatui::Frame;
use ratatui::layout::Constraint;
use ratatui::text::Line;
use ratatui::widgets::{Paragraph, Row, Table, TableState};

use desk::people;
use desk::{Clock, Cost, Desk, Window};
use measure::{milliseconds, percentile, say};
use memory::memory_mib;

/// How many people, and within what time a key is answered, ninety-nine times in a hundred.
const SIZES: &[(usize, Duration)] = &[
    (200, Duration::from_millis(10)),
    (2_700, Duration::from_millis(10)),
    (200_000, Duration::from_millis(25)),
];
/// Keys of each kind, where they are cheap.
const KEYS: usize = 400;
/// Keys of each kind, where getting back takes others.
const TIMES: usize = 100;

const HOME: &str = "Aujourd’hui  ";
const CASELOAD: &str = "File active";
const DUE: &str = "Échéances";
/// On whatever page it opens: a candidate’s is on *Candidature*, everybody else’s on *Résumé*.
const FILE: &str = "Emploi Pièces";

/// Lines, and whether each stayed within the budget.
struct Report {
    budget: Duration,
    is_within: bool,
}

impl Report {
    fn line(&mut self, name: &str, costs: Vec<Cost>) {
        self.is_within &= line(name, costs, Some(self.budget)) <= self.budget;
    }
}

/// Prints a line; the time that the slowest key but one in a hundred took.
fn line(name: &str, costs: Vec<Cost>, budget: Option<Duration>) -> Duration {
    let mut times: Vec<Duration> = costs.iter().map(|cost| cost.time).collect();
    let mut sizes: Vec<usize> = costs.iter().map(|cost| cost.bytes).collect();
    times.sort_unstable();
    sizes.sort_unstable();
    let mut passed: Vec<Duration> = costs.iter().map(|cost| cost.passed).collect();
    passed.sort_unstable();
    let [p50, p99, worst] = [50, 99, 100].map(|share| percentile(&times, share));
    let is_over = budget.is_some_and(|budget| p99 > budget);
    say(&format!(
        "{name:<44} {:>7.3} {:>7.3} {:>7.3} {:>7.1}  {:>6} {:>6}{}",
        milliseconds(p50),
        milliseconds(p99),
        milliseconds(worst),
        milliseconds(percentile(&passed, 99)),
        percentile(&sizes, 50),
        percentile(&sizes, 100),
        if is_over { "  OVER" } else { "" },
    ));
    p99
}

/// Presses the keys in turn until there were enough of them.
fn cycle(desk: &mut Desk, keys: &[&str]) -> Vec<Cost> {
    (0..KEYS).map(|rank| desk.press(keys[rank % keys.len()])).collect()
}

/// Presses keys of which the last is measured, then others that bring back.
fn again(desk: &mut Desk, keys: &str, shown: &str, back: &str, times: usize) -> Vec<Cost> {
    let (before, key) = keys.rsplit_once(' ').unwrap_or(("", keys));
    (0..times)
        .map(|rank| {
            desk.press_all(before);
            let cost = desk.press(key);
            if rank == 0 {
                desk.check(keys, shown);
            }
            desk.press_all(back);
            cost
        })
        .collect()
}

fn measure_home_and_caseload(desk: &mut Desk, report: &mut Report) {
    desk.go("down up", HOME);
    report.line("home, one line down", cycle(desk, &["down"]));
    report.line("home, one page down and up", cycle(desk, &["page-down", "page-down", "page-up"]));
    report.line("home opens again", again(desk, "f esc", HOME, "down", TIMES));
    report.line("the caseload opens", again(desk, "f", CASELOAD, "esc", TIMES));
    desk.go("f", CASELOAD);
    report.line("caseload, one line down", cycle(desk, &["down"]));
    report.line("caseload, one page down and up", cycle(desk, &["page-down", "page-down", "page-up"]));
    report.line("caseload, end and beginning", cycle(desk, &["end", "home"]));
    let columns = ["silence", "name", "alerts", "next", "months", "age", "lot", "commune", "state"];
    for (rank, column) in columns.iter().enumerate() {
        let keys = format!("t home{} enter", " down".repeat(rank));
        let name = format!("caseload, sorted by {column}");
        report.line(&name, again(desk, &keys, CASELOAD, "home", TIMES / 5));
    }
    // By name again, which is the ninth sort of all and not the tenth: not reversed.
    desk.go("t home down enter", CASELOAD);
    report.line("caseload, what it can be narrowed to", again(desk, "l", "Filtrer", "esc", TIMES / 2));
    let narrowed = again(desk, "l home down down down enter", CASELOAD, "l home enter", TIMES / 2);
    report.line("caseload, narrowed", narrowed);
}

fn measure_search_and_file(desk: &mut Desk, report: &mut Report) {
    desk.go("/", "Chercher");
    let name = ["b", "e", "n", "a", "l", "i"];
    report.line("search, one letter", cycle(desk, &[&name[..], &["backspace"; 6]].concat()));
    let misspelt = ["b", "e", "n", "n", "a", "l", "i", "backspace", "backspace", "w", "x"];
    report.line("search, misspelt", cycle(desk, &[&misspelt[..], &["backspace"; 7]].concat()));
    let two = ["d", "a", "space", "s", "i", "l", "v", "a", "space", "m"];
    report.line("search, two words", cycle(desk, &[&two[..], &["backspace"; 10]].concat()));
    desk.go("esc esc a", HOME);
    desk.go("f home", CASELOAD);
    report.line("a file opens", again(desk, "enter", FILE, "esc down", TIMES));
    desk.go("enter", FILE);
    report.line("file, next page", cycle(desk, &["tab"]));
    // Whatever page that ends on, the file is read again from its first.
    desk.go("esc", CASELOAD);
    desk.go("enter", FILE);
    desk.go("i", "› Date");
    report.line("interview form, next field", cycle(desk, &["tab"]));
    desk.go("esc i", "› Date");
    desk.go("tab tab tab tab tab tab tab", "› Compte rendu");
    let words = ["v", "u", "space", "à", "space", "l", "a", "space", "P", "M", "I", ",", "space"];
    report.line("interview form, one letter of the record", cycle(desk, &words));
    desk.go("f2", FILE);
    report.line("an interview is saved, and its file shown", again(desk, "i f2", FILE, "", TIMES / 2));
    desk.go("esc a", HOME);
    desk.go("e", "Saisie rapide");
    let typed = ["n", "a", "d", "i", "a", "space", "4", "5", "p", "d"];
    report.line("quick line, one key", cycle(desk, &[&typed[..], &["backspace"; 10]].concat()));
    desk.go("esc", HOME);
}

fn measure_due(desk: &mut Desk, report: &mut Report) {
    report.line("due opens", again(desk, "r", DUE, "esc", TIMES));
    desk.go("r", DUE);
    report.line("due, one line down", cycle(desk, &["down"]));
    report.line("due, the first day ahead", again(desk, "+", DUE, "=", TIMES / 2));
    let mut whole = Duration::ZERO;
    for (key, name) in [("+", "due, judged one day later"), ("-", "due, judged one day earlier")] {
        let mut costs = Vec::new();
        for _ in 0..90 {
            costs.push(desk.press(key));
            whole = whole.max(desk.whole_work());
        }
        report.line(name, costs);
    }
    if !whole.is_zero() {
        say(&format!("{:<44} {:>7.3} at most", "… all its pieces, everybody there", milliseconds(whole)));
    }
}

/// What ratatui itself takes to compare and write a window of which two lines change.
fn measure_floor() {
    measure_drawing("floor: 24 lines of plain text, one mark moves", |frame, rank| {
        let area = frame.area();
        let rows = (0..area.height).map(|row| {
            let mark = if usize::from(row) == rank % 24 { "› " } else { "  " };
            Line::raw(format!("{mark}{:<60}", "a line"))
        });
        frame.render_widget(Paragraph::new(rows.collect::<Vec<_>>()), area);
    });
}

/// The same list as ratatui offers it: a table of every row, of which it shows a few.
fn measure_peer(people: usize) {
    let times = if people > 10_000 { 5 } else { KEYS };
    measure_drawing_times("peer: ratatui’s table of everybody, one line", times, move |frame, rank| {
        let rows = (0..people).map(|row| {
            Row::new(["BENALI Nadia", "12/03/2026", "en parcours", "14"].map(|it| format!("{it} {row}")))
        });
        let table = Table::new(rows, [Constraint::Length(28); 4]).highlight_symbol("› ");
        let mut state = TableState::default().with_selected(rank);
        frame.render_stateful_widget(table, frame.area(), &mut state);
    });
}

fn measure_drawing(name: &str, draw: impl Fn(&mut Frame<'_>, usize)) {
    measure_drawing_times(name, KEYS, draw);
}

fn measure_drawing_times(name: &str, times: usize, draw: impl Fn(&mut Frame<'_>, usize)) {
    let mut window = Window::new();
    let cost = |rank| {
        let before = window.bytes();
        let clock = Clock::start();
        window.draw(|frame| draw(frame, rank));
        let (time, passed) = clock.read();
        Cost { time, passed, bytes: window.bytes() - before }
    };
    line(name, (0..times).map(cost).collect(), None);
}

/// One size, in this process.
fn measure(people: usize, budget: Duration) -> bool {
    let noon = Now { at: now().today.and_hms_opt(12, 0, 0).expect("noon").and_utc(), today: now().today };
    let caseload = people::caseload(people, noon.today);
    let told: Vec<String> =
        people::size_of(&caseload).iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    let before = memory_mib("VmRSS:");
    let (mut desk, opening) = Desk::open(caseload, noon);
    say(&format!(
        "\n{}; {before:.0} MiB of files, {:.0} more to show them, home in {:.0} ms; window of 80 × 24",
        told.join(", "),
        memory_mib("VmRSS:") - before,
        milliseconds(opening),
    ));
    let titles = ["p50 ms", "p99 ms", "worst", "wall 99", "bytes", "most"];
    let [p50, p99, worst, wall, bytes, most] = titles;
    say(&format!("{:<44} {p50:>7} {p99:>7} {worst:>7} {wall:>7}  {bytes:>6} {most:>6}", ""));
    measure_floor();
    measure_peer(people);
    let mut report = Report { budget, is_within: true };
    measure_home_and_caseload(&mut desk, &mut report);
    measure_search_and_file(&mut desk, &mut report);
    measure_due(&mut desk, &mut report);
    let verdict = if report.is_within { "yes" } else { "NO" };
    say(&format!("every p99 within {} ms: {verdict}", milliseconds(budget)));
    report.is_within
}

/// The budget of the smallest size that has as many people.
fn budget_of(people: usize) -> Duration {
    let fitting = SIZES.iter().find(|(most, _)| people <= *most);
    fitting.or(SIZES.last()).expect("there are sizes").1
}

/// Measures a size in a process of its own, so that the memory told is that of this size; whether all
/// stayed within the budget.
fn apart(people: usize) -> bool {
    let program = std::env::current_exe().expect("a program");
    let mut alone = Command::new(program);
    alone.args(["--bench", "--alone", &people.to_string()]).status().expect("it runs").success()
}

fn main() -> ExitCode {
    if !measure::is_asked_for() {
        return ExitCode::SUCCESS;
    }
    let sizes: Vec<usize> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    if std::env::args().any(|argument| argument == "--alone") {
        let is_within = sizes.iter().all(|people| measure(*people, budget_of(*people)));
        return if is_within { ExitCode::SUCCESS } else { ExitCode::FAILURE };
    }
    let sizes = if sizes.is_empty() { SIZES.iter().map(|(people, _)| *people).collect() } else { sizes };
    let are_within: Vec<bool> = sizes.into_iter().map(apart).collect();
    if are_within.iter().all(|is_within| *is_within) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
