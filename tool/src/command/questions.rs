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
/// How many of a list are shown.
const FEW: usize = 5;

/// What the questions of a course are wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    /// More of them come in.
    Import,
    /// They are handed over.
    Export,
}

/// A course whose questions can be worked with.
struct Opened {
    checked: Checked,
    /// What is wrong with it and stands in nobody's way here.
    errors: Vec<Finding>,
}

/// The course of this folder. Questions are often there before the films: only what is needed of the course must be sound.
fn course(dir: &Path, wanted: Wanted, language: Language) -> Result<Opened, Failure> {
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
    let errors = errors(&content);
    let checked = content.courses.into_iter().next();
    let topics = checked.as_ref().map_or(0, |checked| checked.course.topics.len());
    let is_unknown = checked.is_none() || (wanted == Wanted::Import && topics == 0);
    let in_the_way: Vec<&Finding> = errors
        .iter()
        .filter(|finding| match &*finding.place.file {
            "course.toml" => is_unknown || leaves_questions_out(finding),
            QUESTIONS => hides_questions(finding, wanted),
            _ => false,
        })
        .collect();
    let (Some(checked), true) = (checked, in_the_way.is_empty()) else {
        for finding in in_the_way {
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
    if !errors.is_empty() {
        complain!("{}", other_errors(errors.len(), language));
    }
    Ok(Opened { checked, errors })
}

/// Whether a course says that it has no test while its questions stand there: none of them is looked at then.
fn leaves_questions_out(finding: &Finding) -> bool {
    matches!(finding.said, Said::Mistake(Mistake::TestOffWithQuestions {}))
}

/// Whether the questions of a course are not known because of what is wrong in their file. New ones need no more than that
/// it can be read; but one that is wrong itself would be handed over as another.
fn hides_questions(finding: &Finding, wanted: Wanted) -> bool {
    let Said::Mistake(mistake) = &finding.said else { return false };
    match wanted {
        Wanted::Import => matches!(
            mistake,
            Mistake::Unreadable { .. }
                | Mistake::NotUtf8 {}
                | Mistake::FileOutside { .. }
                | Mistake::TomlSyntax { .. }
        ),
        Wanted::Export => !matches!(
            mistake,
            Mistake::UnknownTopic { .. }
                | Mistake::UnknownChapter { .. }
                | Mistake::PassageBeyondEnd { .. }
        ),
    }
}

fn other_errors(count: usize, language: Language) -> String {
    match language {
        Language::Ja => {
            format!("講習にはほかに誤りが {count} 件あります（yoshu content check で見られます）")
        }
        Language::En => {
            format!("errors elsewhere in the course: {count} (yoshu content check shows them)")
        }
    }
}

/// What is wrong with a course and not mended by more questions, or by the words that an import left to be written.
fn errors(content: &Content) -> Vec<Finding> {
    let is_unfinished = |finding: &Finding| match &finding.said {
        Said::Mistake(Mistake::FileMissing { name }) => name.ends_with(QUESTIONS),
        Said::Mistake(Mistake::EmptyFile {}) => finding.place.file.ends_with(QUESTIONS),
        Said::Mistake(mistake) => matches!(
            mistake,
            Mistake::Unwritten { .. }
                | Mistake::NoQuestions {}
                | Mistake::DrawAbovePool { .. }
                | Mistake::TopicTooSmall { .. }
        ),
        Said::Breach(_) => false,
    };
    let errors = content.findings.iter().filter(|finding| finding.severity() == Severity::Error);
    errors.filter(|finding| !is_unfinished(finding)).cloned().collect()
}

/// Names of which a list may have hundreds: the first few, and how many more there are.
fn few<T: ToString>(all: &[T], mark: &str, language: Language) -> String {
    let first: Vec<String> = all.iter().take(FEW).map(ToString::to_string).collect();
    let (first, more) = (first.join(mark), all.len().saturating_sub(FEW));
    match (more, language) {
        (0, _) => first,
        (_, Language::Ja) => format!("{first} ほか{more}"),
        (_, Language::En) => format!("{first} and {more} more"),
    }
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
    if error.kind() == std::io::ErrorKind::NotFound {
        return Failure::Because(match language {
            Language::Ja => format!("「{path}」がありません。名前を確かめてください"),
            Language::En => format!("there is no {path}: check its name"),
        });
    }
    Failure::Because(match language {
        Language::Ja => format!(
            "「{path}」を読み書きできません（{error}）。名前、空き容量、権限を確かめてください"
        ),
        Language::En => format!(
            "{path} cannot be read or written ({error}): check its name, free space and permissions"
        ),
    })
}
