//! `yoshu questions import` and `yoshu questions export`.

mod export;
mod import;
mod picture;
mod trial;

pub(super) use export::{Export, export};
pub(super) use import::{Import, import};

use std::collections::BTreeMap;
use std::path::Path;

use tool::check::Checked;
use tool::content::{self, Content};
use tool::disk::DiskError;
use tool::exchange::Remark;
use tool::finding::{Finding, Said, Severity};
use tool::language::Language;
use tool::mistake::Mistake;
use tool::statistics::intake::harmless;

use super::Failure;

const QUESTIONS: &str = "questions.toml";

/// The course of this folder; one that has errors is neither written into nor handed over.
fn course(dir: &Path, language: Language) -> Result<Checked, Failure> {
    if dir.is_dir() && !dir.join("course.toml").is_file() {
        let dir = dir.display();
        return Err(Failure::Because(match language {
            Language::Ja => format!(
                "「{dir}」に course.toml がありません。講習1つのフォルダー（courses/ の下）を指定してください"
            ),
            Language::En => format!(
                "{dir} holds no course.toml: name the folder of one course (below courses/)"
            ),
        }));
    }
    let content = content::read(dir).map_err(|error| Failure::Because(error.sentence(language)))?;
    let found = errors(&content);
    let checked = content.courses.into_iter().next();
    let (Some(checked), true) = (checked, found.is_empty()) else {
        for finding in &found {
            complain!("{}", finding.lines(dir, language));
        }
        return Err(Failure::Because(
            language
                .pick(
                    "講習に誤りがあります。先に直してください",
                    "the course has errors: mend them first",
                )
                .to_string(),
        ));
    };
    Ok(checked)
}

/// What is wrong with a course and not mended by more questions, or by the words that an import left to be written: such
/// a course can be built only later, but questions may come into it.
fn errors(content: &Content) -> Vec<Finding> {
    let is_unfinished = |finding: &Finding| match &finding.said {
        Said::Mistake(Mistake::FileMissing { name }) => name.ends_with(QUESTIONS),
        Said::Mistake(mistake) => matches!(
            mistake,
            Mistake::Unwritten { .. }
                | Mistake::NoQuestions {}
                | Mistake::EmptyFile {}
                | Mistake::DrawAbovePool { .. }
                | Mistake::TopicTooSmall { .. }
        ),
        Said::Breach(_) => false,
    };
    let errors = content.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    errors.filter(|finding| !is_unfinished(finding)).cloned().collect()
}

/// What was lost: each kind of loss once, with all its lines.
fn tell(remarks: &[Remark], place: impl Fn(&[u32]) -> String, language: Language) {
    let mut lines: BTreeMap<String, Vec<u32>> = BTreeMap::new();
    for remark in remarks {
        lines.entry(remark.loss.sentence(language)).or_default().push(remark.line);
    }
    let mut told: Vec<_> = lines.into_iter().collect();
    told.sort_by_key(|(_, lines)| lines.first().copied());
    for (sentence, lines) in told {
        complain!("{}", harmless(&format!("{}: {sentence}", place(&lines))));
    }
}

fn refused(DiskError { path, error }: DiskError, language: Language) -> Failure {
    let path = path.display();
    Failure::Because(match language {
        Language::Ja => format!(
            "「{path}」を読み書きできません（{error}）。名前、空き容量、権限を確かめてください"
        ),
        Language::En => format!(
            "{path} cannot be read or written ({error}): check its name, free space and permissions"
        ),
    })
}
