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
mod questions;
mod stats;
mod verify;
mod video;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Parser, Subcommand};
use domain::catalog::ChapterId;
use domain::unit::MediaMs;
use token::calendar::{JstDate, UnixSeconds};
use token::identifier::{CourseId, SessionId};
use tool::author::form;
use tool::exchange::Format;
use tool::language::Language;
use tool::workshop::captions::Fit;
use tool::workshop::engine::{Order, Part};
use tool::workshop::recording::{Motion, RecordingError, Request};

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
    /// Bring questions in from other programs, or hand them over.
    #[command(subcommand)]
    Questions(QuestionsCommand),
    /// Make an organisation's keys.
    #[command(subcommand)]
    Keys(KeysCommand),
    /// Sign the list of keys and courses that verifiers go by.
    #[command(subcommand)]
    Trust(TrustCommand),
    /// Make enrolment tickets.
    #[command(subcommand)]
    Ticket(TicketCommand),
    /// Make chapter videos from narration and slides, or from a recording.
    #[command(subcommand)]
    Video(VideoCommand),
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
    /// List every problem with file, line and the rule's own sentence; ends with 1 when there is an error.
    Check {
        /// The content folder (with site.toml), or the folder of one course.
        dir: PathBuf,
        /// How to print the findings; json goes to the standard output.
        #[arg(long, value_enum, default_value_t = content::Format::Text)]
        format: content::Format,
        /// Also write a page for people: minutes, coverage and findings of each course.
        #[arg(long, value_name = "FILE.html")]
        report: Option<PathBuf>,
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
    /// Merge learners' anonymous item results: difficulty and discrimination of each question, and what to look at.
    Stats(stats::Request),
}

#[derive(Subcommand)]
enum VideoCommand {
    /// Make the films, captions and posters of a course from its narrations and slides; only what changed.
    Build {
        /// The course's folder; its sources are in `video/`.
        course: PathBuf,
        /// Only these chapters, such as 02-bls.
        chapters: Vec<String>,
        /// Only the captions, for the seconds of the questions.
        #[arg(long, group = "part")]
        captions: bool,
        /// Only the pictures of the slides, to look at them.
        #[arg(long, group = "part")]
        slides: bool,
        /// Only print how every sentence will sound, in katakana.
        #[arg(long, group = "part")]
        readings: bool,
    },
    /// Make a chapter from a recording: re-encoded, levelled to −16 LUFS, with a still and checked captions.
    Import {
        /// The recording.
        file: PathBuf,
        /// The course's folder.
        #[arg(long)]
        course: PathBuf,
        /// The chapter it becomes, such as 03-topic.
        #[arg(long)]
        chapter: String,
        /// Captions (WebVTT or SRT); those beside the recording under its name if not given.
        #[arg(long)]
        captions: Option<PathBuf>,
        /// Move all captions by so many seconds.
        #[arg(long, value_name = "SECONDS", allow_hyphen_values = true, default_value_t = 0.0)]
        shift_captions: f64,
        /// Stretch the captions so that the last one ends with the film.
        #[arg(long)]
        stretch_captions: bool,
        /// Take the still here, such as 1:05.
        #[arg(long, value_name = "POSITION", value_parser = position)]
        poster_at: Option<MediaMs>,
        /// What moves in the picture.
        #[arg(long, value_enum, default_value_t = Moving::Camera)]
        motion: Moving,
        /// Replace the film that the chapter has.
        #[arg(long)]
        replace: bool,
    },
}

/// What moves in a recording.
#[derive(Clone, Copy, clap::ValueEnum)]
enum Moving {
    /// People.
    Camera,
    /// Slides with a voice: a tenth of the weight.
    Slides,
}

fn position(text: &str) -> Result<MediaMs, String> {
    form::position(text).ok_or_else(|| format!("`{text}` is no position: write 1:05"))
}

fn video(command: VideoCommand, lang: Language) -> Result<(), Failure> {
    match command {
        VideoCommand::Build { course, chapters, captions, slides, readings } => {
            let part = match (captions, slides, readings) {
                (true, ..) => Part::Captions,
                (_, true, _) => Part::Slides,
                (.., true) => Part::Readings,
                _ => Part::All,
            };
            video::build(&Order { course, chapters, part }, lang)
        }
        VideoCommand::Import {
            file,
            course,
            chapter,
            captions,
            shift_captions,
            stretch_captions,
            poster_at,
            motion,
            replace,
        } => {
            let id = ChapterId::new(&chapter).ok_or_else(|| {
                Failure::Because(RecordingError::ChapterName(chapter).sentence(lang))
            })?;
            // safe: a float becomes the nearest whole number there is
            let fit = Fit {
                shift_ms: (shift_captions * 1000.0).round() as i64,
                stretch: stretch_captions,
            };
            let motion = match motion {
                Moving::Camera => Motion::Camera,
                Moving::Slides => Motion::Slides,
            };
            let request =
                Request { file, course, chapter: id, captions, fit, poster_at, motion, replace };
            video::import(&request, lang)
        }
    }
}

#[derive(Subcommand)]
enum QuestionsCommand {
    /// Add the questions of GIFT, Moodle XML, QTI 2.x or CSV files to a course; every dropped or changed field is told.
    Import {
        /// The files; nothing is taken unless all of them are understood.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The course's folder.
        #[arg(long)]
        course: PathBuf,
        /// The form, when the file's name does not tell it.
        #[arg(long, value_enum)]
        format: Option<Format>,
        /// The topic of questions whose own is not one of the course's.
        #[arg(long)]
        topic: Option<String>,
        /// Only tell what would be done.
        #[arg(long)]
        dry_run: bool,
    },
    /// Write a course's questions for another program.
    Export {
        /// The course's folder.
        course: PathBuf,
        /// The form.
        #[arg(long, value_enum)]
        format: Format,
        /// The folder to write into.
        #[arg(long)]
        out: PathBuf,
        /// Replace the files there that hold something else.
        #[arg(long)]
        replace: bool,
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
        Command::Content(ContentCommand::Check { dir, format, report }) => {
            content::check(&dir, format, report.as_deref(), now, lang)
        }
        Command::Content(ContentCommand::Build { dir, out, keep_old }) => {
            content::build(&dir, &out, keep_old, lang)
        }
        Command::Questions(QuestionsCommand::Import { files, course, format, topic, dry_run }) => {
            let import = questions::Import { files, course, format, topic, dry_run };
            questions::import(&import, lang)
        }
        Command::Questions(QuestionsCommand::Export { course, format, out, replace }) => {
            let export = questions::Export { course, format, out, replace };
            questions::export(&export, lang)
        }
        Command::Content(ContentCommand::Stats(request)) => stats::run(&request, lang),
        Command::Keys(KeysCommand::New { out }) => organisation::make_keys(&out, now, lang),
        Command::Trust(TrustCommand::Sign { content, keys, days }) => {
            organisation::sign(&content, &keys, days, now, lang)
        }
        Command::Ticket(TicketCommand::New { course, keys, session, days, count }) => {
            organisation::tickets(&course, session.as_ref(), days, count, &keys, now, lang)
        }
        Command::Video(command) => video(command, lang),
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
