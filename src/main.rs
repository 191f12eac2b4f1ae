//! The `jalon` program: hands its arguments to [`jalon::cli`] and ends with its exit code.

fn main() -> std::process::ExitCode {
    jalon::cli::main()
}
