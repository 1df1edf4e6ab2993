//! Taking in the files of many learners: each is checked against the questions it names, and what looks counted twice is told.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use domain::catalog::{Question, QuestionId};
use domain::item_result::{
    self, AttemptResult, ItemResult, ItemResults, ItemResultsError, Outcome,
};
use token::identifier::{ContentHash, CourseId};

use super::edition::{Edition, asks_the_same, choices};
use super::measure::Response;
use crate::language::Language;

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It is not there.
    Missing,
    /// It cannot be read from the disk.
    Unreadable(String),
    /// It is not UTF-8.
    NotUtf8,
    /// It is not such a file.
    Form(ItemResultsError),
    /// It is about another course.
    OtherCourse(CourseId),
    /// It is about a version whose questions are not at hand.
    UnknownVersion(ContentHash),
    /// It names a question that its version does not have.
    UnknownQuestion(QuestionId),
    /// It names a choice, from 1, that the question does not have, or none where one must be taken.
    NoSuchChoice(QuestionId),
    /// The choices taken say otherwise than the outcome.
    Contradiction(QuestionId),
}

impl FileFault {
    /// What is wrong, and what to do.
    pub fn sentence(&self, language: Language) -> String {
        harmless(&match language {
            Language::Ja => self.japanese(),
            Language::En => self.english(),
        })
    }

    fn japanese(&self) -> String {
        match self {
            Self::Missing => "このファイルはありません。名前を確かめてください".into(),
            Self::Unreadable(reason) => {
                format!("読めません（{reason}）。名前と権限を確かめてください")
            }
            Self::NotUtf8 => {
                "UTF-8 の文字ではありません。ポータルが書き出したままのファイルを使ってください"
                    .into()
            }
            Self::Form(error) => form_in_japanese(error),
            Self::OtherCourse(course) => {
                format!("別の講習「{course}」の結果です。講習ごとに分けて集計してください")
            }
            Self::UnknownVersion(content) => format!(
                "教材の版 {content} の問題が手元にありません。その版の教材のフォルダーを --content で足してください（--content は何度でも書けます）"
            ),
            Self::UnknownQuestion(question) => {
                format!("この版にない問題「{question}」があります。手で書きかえられたファイルです")
            }
            Self::NoSuchChoice(question) => format!(
                "問題「{question}」にない選択肢が選ばれています。手で書きかえられたファイルです"
            ),
            Self::Contradiction(question) => format!(
                "問題「{question}」で、選んだ選択肢と正誤が合いません。手で書きかえられたファイルです"
            ),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Missing => "there is no such file: check its name".into(),
            Self::Unreadable(reason) => {
                format!("cannot be read ({reason}): check its name and permissions")
            }
            Self::NotUtf8 => "not UTF-8: use the file as the portal exported it".into(),
            Self::Form(error) => form_in_english(error),
            Self::OtherCourse(course) => {
                format!("results of another course, {course}: count each course by itself")
            }
            Self::UnknownVersion(content) => format!(
                "the questions of version {content} are not at hand: add the folder of that version with another --content"
            ),
            Self::UnknownQuestion(question) => {
                format!("question {question} is not in this version: the file was changed by hand")
            }
            Self::NoSuchChoice(question) => {
                format!("question {question} has no such choice: the file was changed by hand")
            }
            Self::Contradiction(question) => {
                format!(
                    "question {question}: the choices taken and the outcome disagree: the file was changed by hand"
                )
            }
        }
    }
}

/// Words of a stranger's file for a terminal, which obeys control characters.
pub fn harmless(text: &str) -> String {
    text.chars().map(|one| if one.is_control() { '\u{fffd}' } else { one }).collect()
}

fn form_in_japanese(error: &ItemResultsError) -> String {
    match error {
        ItemResultsError::Empty => "空のファイルです。もう一度書き出してもらってください".into(),
        ItemResultsError::NotJson { line, column } => {
            format!("{line}行{column}字目から JSON として読めません。途中で切れていないか確かめてください")
        }
        ItemResultsError::NotItemResults => {
            "解答結果のファイルではありません。設定の「解答結果を書き出す」で作ったファイル（yoshu-items-….json）を使ってください".into()
        }
        ItemResultsError::UnknownVersion(version) => format!(
            "形式の第{version}版は、このプログラムでは読めません（第{}版を読めます）。新しい yoshu を使ってください",
            item_result::VERSION
        ),
        ItemResultsError::WrongField { line, reason } => {
            format!("{line}行目の項目が違います（{reason}）。書き出したままのファイルを使ってください")
        }
        ItemResultsError::NothingAsked => "解答が一つも入っていません".into(),
        ItemResultsError::Repeated(question) => {
            format!("1回の中に問題「{question}」が二度あります。手で書きかえられたファイルです")
        }
        ItemResultsError::Contradiction(question) => {
            format!("問題「{question}」の選択肢の並びか、未解答なのに選択肢があるのが誤りです。手で書きかえられたファイルです")
        }
        ItemResultsError::NotOneDevice => {
            "最初の回や教材の版が重なっていて、1台の端末が書き出したものではありません。ファイルをつなげずに、別々に渡してください".into()
        }
    }
}

fn form_in_english(error: &ItemResultsError) -> String {
    let advice = match error {
        ItemResultsError::Empty | ItemResultsError::NotJson { .. } => {
            "was it cut short? Ask for it again"
        }
        ItemResultsError::NotItemResults => {
            "use what “Export item results” of the portal’s settings saves (yoshu-items-….json)"
        }
        ItemResultsError::UnknownVersion(_) => "use a newer yoshu",
        ItemResultsError::NotOneDevice => "give each device’s file by itself, not joined",
        ItemResultsError::WrongField { .. }
        | ItemResultsError::NothingAsked
        | ItemResultsError::Repeated(_)
        | ItemResultsError::Contradiction(_) => "use the file as it was exported",
    };
    format!("{error}: {advice}")
}

/// A file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BadFile {
    /// Which.
    pub path: PathBuf,
    /// Why.
    pub fault: FileFault,
}

/// Something worth knowing of a file that is used, or left out without harm.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remark {
    /// They hold the very same results: one file given twice, or people who answered alike, which nobody can tell apart.
    Same {
        /// All of them, in the order given.
        paths: Vec<PathBuf>,
        /// Was only the first counted?
        once: bool,
    },
    /// Another begins with all its results: likely a later export of the same device. Both are counted.
    ContinuedBy {
        /// This one.
        path: PathBuf,
        /// The longer one.
        longer: PathBuf,
    },
}

impl Remark {
    /// What was seen, what was done, and what one may do.
    pub fn sentence(&self, language: Language) -> String {
        harmless(&self.plain(language))
    }

    fn plain(&self, language: Language) -> String {
        match (self, language) {
            (Self::Same { paths, once }, Language::Ja) => {
                let names = joined(paths, "」「");
                if *once {
                    format!("「{names}」は同じ内容なので、1件だけ数えました")
                } else {
                    format!(
                        "「{names}」は同じ内容です。全問正解のように、別の人でも同じになることがあるので、すべて数えました。同じ人のファイルが重なっているなら --once を付けてください"
                    )
                }
            }
            (Self::Same { paths, once }, Language::En) => {
                let names = joined(paths, ", ");
                if *once {
                    format!("{names} hold the same: counted once")
                } else {
                    format!(
                        "{names} hold the same, as those of different people may when all is right: all are counted; if one person’s file is there twice, add --once"
                    )
                }
            }
            (Self::ContinuedBy { path, longer }, Language::Ja) => format!(
                "「{}」の結果はすべて「{}」の初めにもあります。同じ人があとで書き出したものなら、短いほうを外してください（今は両方を数えています）",
                path.display(),
                longer.display()
            ),
            (Self::ContinuedBy { path, longer }, Language::En) => format!(
                "{} begins {}: if the same person exported it later, leave the shorter out (both are counted now)",
                path.display(),
                longer.display()
            ),
        }
    }
}

fn joined(paths: &[PathBuf], between: &str) -> String {
    let names: Vec<String> = paths.iter().map(|path| path.display().to_string()).collect();
    names.join(between)
}

/// A question that is measured: one wording of it.
#[derive(Clone, Debug)]
pub struct Item {
    /// The question.
    pub question: Question,
    /// The versions that ask it in these words.
    pub contents: Vec<ContentHash>,
}

/// What to count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choosing {
    /// Later attempts too; else only those before which nothing was handed in.
    pub later: bool,
    /// Files that hold the same only once; else all of them.
    pub once: bool,
}

/// Everything taken in.
#[derive(Clone, Debug, Default)]
pub struct Intake {
    /// The files that are counted.
    pub used: usize,
    /// Those that cannot be.
    pub bad: Vec<BadFile>,
    /// What is worth knowing.
    pub remarks: Vec<Remark>,
    /// The questions, in the order of the first version, then what only others ask.
    pub items: Vec<Item>,
    /// The attempts that count.
    pub attempts: Vec<Vec<Response>>,
    /// How many later attempts were left out.
    pub left_out: usize,
    /// The versions that the counted attempts are of.
    pub contents: BTreeSet<[u8; 8]>,
}

/// A file with what it said, or why it could not be read.
pub type Given = (PathBuf, Result<Vec<u8>, FileFault>);

/// Takes in the files of a course. `editions` are the versions of that course alone.
pub fn take_in(
    given: Vec<Given>,
    course: &CourseId,
    editions: &[Edition],
    choosing: Choosing,
) -> Intake {
    let mut intake = Intake { items: items(editions), ..Intake::default() };
    let mut known: BTreeMap<String, usize> = BTreeMap::new();
    let mut alike: Vec<Vec<PathBuf>> = Vec::new();
    let mut good: Vec<(PathBuf, ItemResults)> = Vec::new();
    for (path, bytes) in given {
        let results = match read(bytes).and_then(|results| check(results, course, editions)) {
            Ok(results) => results,
            Err(fault) => {
                intake.bad.push(BadFile { path, fault });
                continue;
            }
        };
        let next = alike.len();
        let group = *known.entry(item_result::write(&results)).or_insert(next);
        if group == next {
            alike.push(Vec::new());
        }
        alike[group].push(path.clone());
        if alike[group].len() == 1 || !choosing.once {
            good.push((path, results));
        }
    }
    let same = alike.into_iter().filter(|paths| paths.len() > 1);
    intake.remarks.extend(same.map(|paths| Remark::Same { paths, once: choosing.once }));
    intake.remarks.extend(continued(&good));
    intake.used = good.len();
    for (_, results) in &good {
        intake.count(results, choosing);
    }
    intake
}

/// The course that a file names, when it is such a file.
pub fn course_of(bytes: &Result<Vec<u8>, FileFault>) -> Option<CourseId> {
    read(bytes.clone()).ok().map(|results| results.course)
}

fn read(bytes: Result<Vec<u8>, FileFault>) -> Result<ItemResults, FileFault> {
    let text = String::from_utf8(bytes?).map_err(|_| FileFault::NotUtf8)?;
    item_result::read(&text).map_err(FileFault::Form)
}

fn check(
    results: ItemResults,
    course: &CourseId,
    editions: &[Edition],
) -> Result<ItemResults, FileFault> {
    if results.course != *course {
        return Err(FileFault::OtherCourse(results.course));
    }
    for content in &results.contents {
        let edition = editions.iter().find(|edition| edition.content == content.content);
        let edition = edition.ok_or(FileFault::UnknownVersion(content.content))?;
        for item in content.attempts.iter().flat_map(|attempt| &attempt.items) {
            let question = edition.pool.question(&item.question);
            let question =
                question.ok_or_else(|| FileFault::UnknownQuestion(item.question.clone()))?;
            check_item(item, question)?;
        }
    }
    Ok(results)
}

fn check_item(item: &ItemResult, question: &Question) -> Result<(), FileFault> {
    let choices = choices(question);
    let is_there = |choice: &u16| usize::from(*choice) < choices.len();
    let must_take = !choices.is_empty() && item.outcome != Outcome::Unanswered;
    if !item.taken.iter().all(is_there) || must_take == item.taken.is_empty() {
        return Err(FileFault::NoSuchChoice(item.question.clone()));
    }
    let is_taken = |at: usize| item.taken.iter().any(|choice| usize::from(*choice) == at);
    let is_right = choices.iter().enumerate().all(|(at, choice)| choice.is_right == is_taken(at));
    if must_take && is_right != (item.outcome == Outcome::Right) {
        return Err(FileFault::Contradiction(item.question.clone()));
    }
    Ok(())
}

/// The questions of all versions; those that ask the same stand once.
fn items(editions: &[Edition]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for edition in editions {
        for question in &edition.pool.questions {
            match items.iter_mut().find(|item| asks_the_same(&item.question, question)) {
                Some(item) => item.contents.push(edition.content),
                None => {
                    items.push(Item { question: question.clone(), contents: vec![edition.content] })
                }
            }
        }
    }
    items
}

impl Intake {
    fn count(&mut self, results: &ItemResults, choosing: Choosing) {
        for content in &results.contents {
            for attempt in &content.attempts {
                if attempt.first || choosing.later {
                    self.contents.insert(content.content.0);
                    let responses = self.responses(attempt, content.content);
                    self.attempts.push(responses);
                } else {
                    self.left_out += 1;
                }
            }
        }
    }

    fn responses(&self, attempt: &AttemptResult, content: ContentHash) -> Vec<Response> {
        let place = |question: &QuestionId| {
            self.items
                .iter()
                .position(|item| item.question.id == *question && item.contents.contains(&content))
        };
        let response = |item: &ItemResult| {
            let (outcome, taken) = (item.outcome, item.taken.clone());
            Some(Response { item: place(&item.question)?, outcome, taken })
        };
        attempt.items.iter().filter_map(response).collect()
    }
}

/// How a file begins: its first content, and the first attempt at it.
type Beginning<'a> = (&'a [u8; 8], &'a AttemptResult);

/// The files whose results another file begins with.
fn continued(good: &[(PathBuf, ItemResults)]) -> Vec<Remark> {
    // Only files that begin alike can continue one another.
    let mut alike: BTreeMap<Beginning<'_>, Vec<(&Path, &ItemResults)>> = BTreeMap::new();
    for (path, results) in good {
        let Some(content) = results.contents.first() else { continue };
        let Some(attempt) = content.attempts.first() else { continue };
        alike.entry((&content.content.0, attempt)).or_default().push((path, results));
    }
    let mut remarks = Vec::new();
    for files in alike.values() {
        for (path, results) in files {
            let longer = files.iter().find(|(_, other)| begins(results, other));
            if let Some((longer, _)) = longer {
                let (path, longer) = (path.to_path_buf(), longer.to_path_buf());
                remarks.push(Remark::ContinuedBy { path, longer });
            }
        }
    }
    remarks
}

fn begins(shorter: &ItemResults, longer: &ItemResults) -> bool {
    shorter.attempts() < longer.attempts()
        && shorter.contents.iter().all(|content| {
            let other = longer.contents.iter().find(|other| other.content == content.content);
            other.is_some_and(|other| other.attempts.starts_with(&content.attempts))
        })
}
