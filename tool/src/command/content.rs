//! `yoshu content check` and `yoshu content build`.

use std::path::Path;

use token::calendar::UnixSeconds;
use tool::bundle::{self, BuildError};
use tool::citation::Citation;
use tool::content::{self, Content};
use tool::finding::{Finding, Severity};
use tool::language::Language;
use tool::report::{self, Counts};

use super::Failure;

/// How findings are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Format {
    /// For people, one finding after the other.
    Text,
    /// For programs.
    Json,
}

fn read(dir: &Path, language: Language) -> Result<Content, Failure> {
    content::read(dir).map_err(|error| Failure::Because(error.sentence(language)))
}

/// Prints findings of at least this weight, the heaviest first, and how many there are of each.
fn tell(content: &Content, dir: &Path, least: Severity, language: Language) {
    let told = content.findings.iter().filter(|finding| finding.severity() <= least);
    let mut told: Vec<&Finding> = told.collect();
    told.sort_by_key(|finding| finding.severity());
    let mut before: &[Citation] = &[];
    for finding in told {
        complain!("{}", finding.lines_after(before, dir, language));
        before = &finding.citations;
    }
    let Counts { error, warning, note } = Counts::of(&content.findings);
    if error + warning + note > 0 {
        match language {
            Language::Ja => complain!("エラー {error} 件、注意 {warning} 件、お知らせ {note} 件"),
            Language::En => complain!("errors: {error}, warnings: {warning}, notes: {note}"),
        }
    }
}

pub(super) fn check(
    dir: &Path,
    format: Format,
    report: Option<&Path>,
    now: UnixSeconds,
    language: Language,
) -> Result<(), Failure> {
    let refused = |error: BuildError| Failure::Because(error.sentence(language));
    // Before the check: nobody should read through all of it to learn that its report went nowhere.
    report.map_or(Ok(()), bundle::place_of_file).map_err(refused)?;
    let content = read(dir, language)?;
    match format {
        Format::Text => tell(&content, dir, Severity::Note, language),
        Format::Json => match report::json::write(&content, language) {
            Ok(json) => say!("{json}"),
            Err(error) => return Err(Failure::Because(error.to_string())),
        },
    }
    if let Some(file) = report {
        let page = report::page::write(&content, now.jst_date());
        bundle::write_into(file, page.as_bytes()).map_err(refused)?;
        match language {
            Language::Ja => complain!("{} に報告を書き出しました", file.display()),
            Language::En => complain!("wrote the report to {}", file.display()),
        }
    }
    if content.count(Severity::Error) > 0 {
        return Err(Failure::Told);
    }
    let count = content.courses.len();
    match (format, language) {
        (Format::Json, _) => {}
        (Format::Text, Language::Ja) => say!("誤りはありません（講習 {count} 件）"),
        (Format::Text, Language::En) => say!("no errors (courses: {count})"),
    }
    Ok(())
}

pub(super) fn build(
    dir: &Path,
    out: &Path,
    keep_old: bool,
    language: Language,
) -> Result<(), Failure> {
    let content = read(dir, language)?;
    tell(&content, dir, Severity::Warning, language);
    let built = bundle::build(&content, out, keep_old, &mut |step| say!("  {step}"));
    let built = built.map_err(|error| Failure::Because(error.sentence(language)))?;
    let (courses, copied, kept, removed) =
        (built.courses.len(), built.copied, built.kept, built.removed);
    let out = out.display();
    match language {
        Language::Ja => say!(
            "{out} に講習 {courses} 件を書き出しました（メディア: 新しく {copied}、そのまま {kept}。古い版 {removed} 件を削除）"
        ),
        Language::En => {
            say!(
                "wrote {courses} courses to {out} (media: {copied} new, {kept} unchanged; old versions removed: {removed})"
            );
        }
    }
    Ok(())
}
