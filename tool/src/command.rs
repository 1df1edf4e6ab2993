//! The command line.

/// Prints a line. A reader that has gone away (`| head`) is no reason to panic, as `println!` would.
macro_rules! say {
    ($($words:tt)*) => { $crate::command::say_all(&(format!($($words)*) + "\n")) };
}

/// Prints a line beside the output proper.
macro_rules! complain {
    ($($words:tt)*) => { $crate::command::complain_all(&(format!($($words)*) + "\n")) };
}

mod content;
mod organisation;
mod verify;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Parser, Subcommand};
use token::calendar::{JstDate, UnixSeconds};
use token::identifier::{CourseId, SessionId};
use tool::language::Language;

/// Yoshu for organisers: check and build courses, keep keys, sign the trust list, verify codes in batches.
#[derive(Parser)]
#[command(name = "yoshu", version, about, propagate_version = true)]
struct Arguments {
    /// Language of everything printed.
    #[arg(long, global = true, value_enum, default_value_t = Language::Ja)]
    lang: Language,
    /// Take this as the time now (seconds since 1970) instead of the clock's.
    #[arg(long, global = true, value_name = "SECONDS")]
    now: Option<u64>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check what authors wrote, and build it for the portal.
    #[command(subcommand)]
    Content(ContentCommand),
    /// Make an organisation's keys.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Sign the list of keys and courses that verifiers go by.
    #[command(subcommand)]
    Trust(TrustCommand),
    /// Make enrolment tickets.
    #[command(subcommand)]
    Ticket(TicketCommand),
    /// Verify completion codes: text with one code a line, or .yoshu files. Ends with 1 when any is refused.
    Verify {
        /// The files.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The trust list.
        #[arg(long, value_name = "trust.cose")]
        trust: PathBuf,
        /// The root public key, 33 bytes as hex; may be given twice.
        #[arg(long, value_name = "HEX", required = true)]
        root: Vec<String>,
        /// The date of the practical session; today in Japan if not given.
        #[arg(long, value_name = "YYYY-MM-DD")]
        date: Option<JstDate>,
        /// Print CSV for a spreadsheet.
        #[arg(long)]
        csv: bool,
    },
}

#[derive(Subcommand)]
enum ContentCommand {
    /// List every problem with file and line; ends with 1 when there is an error.
    Check {
        /// The content folder (with site.toml), or the folder of one course.
        dir: PathBuf,
    },
    /// Check, then write the immutable files that the portal reads.
    Build {
        /// The content folder (with site.toml).
        dir: PathBuf,
        /// Where to write.
        #[arg(long)]
        out: PathBuf,
        /// Keep the files of older versions too.
        #[arg(long)]
        keep_old: bool,
    },
}

#[derive(Subcommand)]
enum KeysCommand {
    /// Make the keys that are not there yet; those that are stay as they are.
    New {
        /// The folder of the keys.
        #[arg(long)]
        out: PathBuf,
    },
}

#[derive(Subcommand)]
enum TrustCommand {
    /// Sign a list for the built content; the old one stays when it says the same and lasts.
    Sign {
        /// The built content.
        #[arg(long)]
        content: PathBuf,
        /// The folder of the keys.
        #[arg(long)]
        keys: PathBuf,
        /// For how many days it is good.
        #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u16).range(1..=400))]
        days: u16,
    },
}

#[derive(Subcommand)]
enum TicketCommand {
    /// Make tickets; prints a line for each: id, QR string, text form, with tabs between.
    New {
        /// The course.
        #[arg(long)]
        course: CourseId,
        /// The folder of the keys.
        #[arg(long)]
        keys: PathBuf,
        /// The practical session they are for.
        #[arg(long)]
        session: Option<SessionId>,
        /// For how many days completions may use them.
        #[arg(long, default_value_t = 60, value_parser = clap::value_parser!(u16).range(1..=1000))]
        days: u16,
        /// How many.
        #[arg(short = 'n', long, default_value_t = 1, value_parser = clap::value_parser!(u16).range(1..))]
        count: u16,
    },
}

/// Runs the command of the process's arguments.
pub(crate) fn run() -> ExitCode {
    let Arguments { lang, now, command } = Arguments::parse();
    let now = now.map_or_else(clock, UnixSeconds);
    let done = match command {
        Command::Content(ContentCommand::Check { dir }) => content::check(&dir, lang),
        Command::Content(ContentCommand::Build { dir, out, keep_old }) => {
            content::build(&dir, &out, keep_old, lang)
        }
        Command::Keys(KeysCommand::New { out }) => organisation::make_keys(&out, now, lang),
        Command::Trust(TrustCommand::Sign { content, keys, days }) => {
            organisation::sign(&content, &keys, days, now, lang)
        }
        Command::Ticket(TicketCommand::New { course, keys, session, days, count }) => {
            organisation::tickets(&course, session.as_ref(), days, count, &keys, now, lang)
        }
        Command::Verify { files, trust, root, date, csv } => {
            let request = verify::Request {
                files,
                trust,
                root,
                date: date.unwrap_or_else(|| now.jst_date()),
                csv,
            };
            verify::run(&request, now, lang)
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Told) => ExitCode::FAILURE,
        Err(Failure::Because(sentence)) => {
            complain!("yoshu: {sentence}");
            ExitCode::FAILURE
        }
    }
}

fn say_all(text: &str) {
    let _ = std::io::stdout().write_all(text.as_bytes());
}

fn complain_all(text: &str) {
    let _ = std::io::stderr().write_all(text.as_bytes());
}

/// Why a command ends with 1.
enum Failure {
    /// What was printed says it.
    Told,
    /// This sentence is still to be printed.
    Because(String),
}

fn clock() -> UnixSeconds {
    UnixSeconds(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()))
}
