//! The questions that results are held against: the versions of one course, from authors' folders or from built content.

use std::fs;
use std::path::{Path, PathBuf};

use domain::catalog::{Catalog, Course, Pool, Question, QuestionKind};
use domain::unit::Localized;
use token::identifier::{ContentHash, CourseId};

use crate::bundle;
use crate::content::{self, Content};
use crate::finding::Severity;
use crate::language::Language;

/// One version of a course that has a test.
#[derive(Clone, Debug)]
pub struct Edition {
    /// Its hash, as results name it.
    pub content: ContentHash,
    /// The course's id.
    pub id: CourseId,
    /// The authors' own version.
    pub version: String,
    /// The title.
    pub title: Localized,
    /// Its questions.
    pub pool: Pool,
}

/// Why a folder gives no questions.
#[derive(Debug)]
pub enum EditionError {
    /// It cannot be looked at, or holds no content.
    Content(content::ContentError),
    /// What authors wrote there has errors; then it has no hash, and nobody was ever asked these questions.
    NotSound(Box<Content>),
    /// A built file cannot be read, or is not what its name says.
    Damaged(PathBuf),
}

impl EditionError {
    /// What is wrong, and what to do.
    pub fn sentence(&self, dir: &Path, language: Language) -> String {
        let dir = dir.display();
        match (self, language) {
            (Self::Content(error), _) => error.sentence(language),
            (Self::NotSound(content), Language::Ja) => format!(
                "「{dir}」の教材に誤りが{}件あり、問題を読めません。yoshu content check {dir} で確かめてください",
                content.count(Severity::Error)
            ),
            (Self::NotSound(content), Language::En) => format!(
                "the content in {dir} has {} errors: run yoshu content check {dir}",
                content.count(Severity::Error)
            ),
            (Self::Damaged(path), Language::Ja) => format!(
                "公開用の「{}」が壊れています。yoshu content build で作り直すか、教材のフォルダーを指定してください",
                path.display()
            ),
            (Self::Damaged(path), Language::En) => format!(
                "the built {} is damaged: build it again, or name the authors’ folder",
                path.display()
            ),
        }
    }
}

/// The courses with a test in an authors' folder (a whole site's or one course's), or in built content with all the
/// versions that were kept there.
///
/// # Errors
/// When anything in it is not sound: numbers beside wrong questions would mislead.
pub fn load(dir: &Path) -> Result<Vec<Edition>, EditionError> {
    if dir.join("catalog.json").is_file() {
        return built(dir);
    }
    let content = content::read(dir).map_err(EditionError::Content)?;
    if content.count(Severity::Error) > 0 {
        return Err(EditionError::NotSound(Box::new(content)));
    }
    let mut editions = Vec::new();
    for checked in &content.courses {
        let bytes = bundle::course_bytes(checked);
        let Ok(bytes) = bytes else { return Err(EditionError::Damaged(dir.to_path_buf())) };
        let Some(pool) = &checked.pool else { continue };
        editions.push(edition(bytes.content, &checked.course, pool.clone()));
    }
    Ok(editions)
}

fn edition(content: ContentHash, course: &Course, pool: Pool) -> Edition {
    let outline = &course.outline;
    let (id, version, title) = (outline.id.clone(), outline.version.clone(), outline.title.clone());
    Edition { content, id, version, title, pool }
}

fn built(dir: &Path) -> Result<Vec<Edition>, EditionError> {
    let path = dir.join("catalog.json");
    let catalog: Option<Catalog> =
        fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let catalog = catalog.ok_or(EditionError::Damaged(path))?;
    let mut editions = Vec::new();
    for entry in &catalog.courses {
        let folder = dir.join("courses").join(entry.outline.id.as_str());
        let versions = fs::read_dir(&folder).into_iter().flatten().flatten();
        let mut versions: Vec<PathBuf> = versions.map(|version| version.path()).collect();
        // The version of now first: the report goes by its order.
        let now = entry.content.to_string();
        versions.sort_by_key(|path| (!path.ends_with(&now), path.clone()));
        for version in versions.iter().filter(|path| path.join("questions.json").is_file()) {
            editions.push(built_version(version)?);
        }
    }
    Ok(editions)
}

fn built_version(folder: &Path) -> Result<Edition, EditionError> {
    let damaged = || EditionError::Damaged(folder.to_path_buf());
    let read = |name: &str| fs::read(folder.join(name)).map_err(|_| damaged());
    let (course, questions) = (read("course.json")?, read("questions.json")?);
    let content = bundle::content_hash(&course, Some(&questions));
    if !folder.ends_with(content.to_string()) {
        return Err(damaged());
    }
    let pool = serde_json::from_slice(&questions).map_err(|_| damaged())?;
    let course: Course = serde_json::from_slice(&course).map_err(|_| damaged())?;
    Ok(edition(content, &course, pool))
}

/// One choice of a question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What it says.
    pub text: Localized,
    /// Does it belong to the right answer?
    pub is_right: bool,
}

/// The choices that results name by their numbers; of true and false, true is the first. None where there are none.
pub fn choices(question: &Question) -> Vec<Choice> {
    let texts = question.choices.iter().enumerate();
    match &question.kind {
        QuestionKind::TrueFalse { right } => vec![
            Choice { text: Localized::both("正しい", "True"), is_right: *right },
            Choice { text: Localized::both("誤り", "False"), is_right: !right },
        ],
        QuestionKind::Single { right } => {
            texts.map(|(at, text)| Choice { text: text.clone(), is_right: at == *right }).collect()
        }
        QuestionKind::Multiple { right } => texts
            .map(|(at, text)| Choice { text: text.clone(), is_right: right.contains(&at) })
            .collect(),
        QuestionKind::Order { .. }
        | QuestionKind::Match { .. }
        | QuestionKind::Numeric { .. }
        | QuestionKind::Hotspot { .. } => Vec::new(),
    }
}

/// Whether two versions of a question ask the same: the same words, the same choices, the same key, after the same scene.
/// Only then are their answers counted together.
pub fn asks_the_same(one: &Question, other: &Question) -> bool {
    one.id == other.id
        && one.kind == other.kind
        && one.text == other.text
        && one.choices == other.choices
        && one.scene == other.scene
}
