//! `yoshu content check` and `yoshu content build`.

use std::path::Path;

use tool::bundle;
use tool::content::{self, Content};
use tool::finding::Severity;
use tool::language::Language;

use super::Failure;

fn read(dir: &Path, language: Language) -> Result<Content, Failure> {
    let content = content::read(dir).map_err(|error| Failure::Because(error.sentence(language)))?;
    for finding in &content.findings {
        complain!("{}", finding.line(dir, language));
    }
    let (errors, warnings) = (content.count(Severity::Error), content.count(Severity::Warning));
    if errors + warnings > 0 {
        match language {
            Language::Ja => complain!("エラー {errors} 件、注意 {warnings} 件"),
            Language::En => complain!("errors: {errors}, warnings: {warnings}"),
        }
    }
    Ok(content)
}

pub(super) fn check(dir: &Path, language: Language) -> Result<(), Failure> {
    let content = read(dir, language)?;
    if content.count(Severity::Error) > 0 {
        return Err(Failure::Told);
    }
    let count = content.courses.len();
    match language {
        Language::Ja => say!("誤りはありません（講習 {count} 件）"),
        Language::En => say!("no errors (courses: {count})"),
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
