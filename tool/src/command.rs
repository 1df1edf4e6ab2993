//! The command line.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use tool::bundle;
use tool::content::{self, Content};
use tool::finding::Severity;
use tool::language::Language;

/// Yoshu for organisers: build and check courses, keep keys, sign the trust list.
#[derive(Parser)]
#[command(name = "yoshu", version, about, propagate_version = true)]
struct Arguments {
    /// Language of everything printed.
    #[arg(long, global = true, value_enum, default_value_t = Language::Ja)]
    lang: Language,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check what authors wrote, and build it for the portal.
    #[command(subcommand)]
    Content(ContentCommand),
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

/// Runs the command of the process's arguments.
pub(crate) fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let language = arguments.lang;
    let done = match arguments.command {
        Command::Content(ContentCommand::Check { dir }) => check(&dir, language),
        Command::Content(ContentCommand::Build { dir, out, keep_old }) => {
            build(&dir, &out, keep_old, language)
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            if !sentence.is_empty() {
                eprintln!("yoshu: {sentence}");
            }
            ExitCode::FAILURE
        }
    }
}

fn read(dir: &std::path::Path, language: Language) -> Result<Content, String> {
    let content = content::read(dir).map_err(|error| error.sentence(language))?;
    for finding in &content.findings {
        eprintln!("{}", finding.line(dir, language));
    }
    let (errors, warnings) = (content.count(Severity::Error), content.count(Severity::Warning));
    if errors + warnings > 0 {
        match language {
            Language::Ja => eprintln!("エラー {errors} 件、注意 {warnings} 件"),
            Language::En => eprintln!("{errors} errors, {warnings} warnings"),
        }
    }
    Ok(content)
}

fn check(dir: &std::path::Path, language: Language) -> Result<(), String> {
    let content = read(dir, language)?;
    if content.count(Severity::Error) > 0 {
        return Err(String::new());
    }
    let count = content.courses.len();
    println!(
        "{}",
        match language {
            Language::Ja => format!("講習 {count} 件に誤りはありません"),
            Language::En => format!("{count} courses, no errors"),
        }
    );
    Ok(())
}

fn build(
    dir: &std::path::Path,
    out: &std::path::Path,
    keep_old: bool,
    language: Language,
) -> Result<(), String> {
    let content = read(dir, language)?;
    let built = bundle::build(&content, out, keep_old, &mut |step| println!("  {step}"));
    let built = built.map_err(|error| error.sentence(language))?;
    let (courses, copied, kept, removed) =
        (built.courses.len(), built.copied, built.kept, built.removed);
    println!(
        "{}",
        match language {
            Language::Ja => format!(
                "{} に講習 {courses} 件を書き出しました（メディア: 新しく {copied}、そのまま {kept}。古い版 {removed} 件を削除）",
                out.display()
            ),
            Language::En => {
                format!(
                    "wrote {courses} courses to {} (media: {copied} new, {kept} unchanged; {removed} old removed)",
                    out.display()
                )
            }
        }
    );
    Ok(())
}
