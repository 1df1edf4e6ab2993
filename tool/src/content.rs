//! The authors' content as a whole: a root with `site.toml` and `courses/`, or one course's folder alone.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::author::site::{self, SiteFile};
use crate::check::{self, Checked};
use crate::finding::{Finding, Findings, Severity};
use crate::language::Language;
use crate::lint;
use crate::mistake::Mistake;
use crate::rule_book::RuleBook;
use crate::source::{Place, Source};

/// What was read below a folder.
#[derive(Debug)]
pub struct Content {
    /// The site; absent for one course's folder alone, or when it could not be read.
    pub site: Option<SiteFile>,
    /// The rule tables: the built-in ones and the site's own.
    pub rules: RuleBook,
    /// The courses in the order of their folders' names.
    pub courses: Vec<Checked>,
    /// Everything found, by file and line.
    pub findings: Vec<Finding>,
}

impl Content {
    /// How many findings have this weight.
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity() == severity).count()
    }
}

/// Why a folder could not be looked at at all.
#[derive(Debug)]
pub enum ContentError {
    /// There is no such folder.
    NoFolder(PathBuf),
    /// The folder holds neither `site.toml` nor `course.toml` nor `courses/`.
    NotContent {
        /// The folder.
        dir: PathBuf,
        /// One beside it that does: the folder above, or the only one in it.
        meant: Option<PathBuf>,
    },
}

impl ContentError {
    /// What is wrong, and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match (self, language) {
            (Self::NoFolder(path), Language::Ja) => {
                format!("フォルダー「{}」がありません。名前を確かめてください", path.display())
            }
            (Self::NoFolder(path), Language::En) => {
                format!("there is no folder {}: check its name", path.display())
            }
            (Self::NotContent { dir, meant: Some(meant) }, Language::Ja) => format!(
                "「{}」に site.toml も course.toml もありません。「{}」にあります。そちらを指定してください",
                dir.display(),
                meant.display()
            ),
            (Self::NotContent { dir, meant: Some(meant) }, Language::En) => format!(
                "{} holds neither site.toml nor course.toml, but {} does: name that folder",
                dir.display(),
                meant.display()
            ),
            (Self::NotContent { dir, meant: None }, Language::Ja) => format!(
                "「{}」に site.toml も course.toml もありません。教材のフォルダー、または講習1つのフォルダーを指定してください",
                dir.display()
            ),
            (Self::NotContent { dir, meant: None }, Language::En) => format!(
                "{} holds neither site.toml nor course.toml: name the content folder, or the folder of one course",
                dir.display()
            ),
        }
    }
}

impl fmt::Display for ContentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for ContentError {}

/// Reads a content root or one course's folder, and finds everything that is wrong.
pub fn read(dir: &Path) -> Result<Content, ContentError> {
    if !dir.is_dir() {
        return Err(ContentError::NoFolder(dir.to_path_buf()));
    }
    let findings = Findings::default();
    if dir.join("course.toml").exists() {
        let rules = rules_of(dir);
        let courses = check::course_folder(dir, "", &rules, &findings).into_iter().collect();
        return Ok(finished(None, rules, courses, findings));
    }
    if !dir.join("site.toml").exists() && !dir.join("courses").is_dir() {
        return Err(ContentError::NotContent { dir: dir.to_path_buf(), meant: meant_by(dir) });
    }
    let source = Source::read(dir, "site.toml", &findings);
    let site = source.as_ref().map(|source| site::read(source, &findings));
    let rules = RuleBook::read(dir, &findings);
    let mut courses: Vec<(String, Checked)> = Vec::new();
    for name in folders(&dir.join("courses")) {
        let below = format!("courses/{name}");
        let Some(course) = check::course_folder(dir, &below, &rules, &findings) else { continue };
        let id = &course.course.outline.id;
        if let Some((first, _)) =
            courses.iter().find(|(_, other)| other.course.outline.id == *id && id.as_str() != "_")
        {
            let first = Place::start(&format!("{first}/course.toml"));
            let place = Place::start(&format!("{below}/course.toml"));
            findings.add(place, Mistake::DuplicateId { id: id.to_string(), first });
        }
        courses.push((below, course));
    }
    if courses.is_empty() && findings.errors() == 0 {
        findings.add(Place::start("site.toml"), Mistake::NoCourses {});
    }
    let courses = courses.into_iter().map(|(_, course)| course).collect();
    Ok(finished(site, rules, courses, findings))
}

/// The folder that somebody means who names one without content: the one above that has some, or the only one inside that
/// has a site.
fn meant_by(dir: &Path) -> Option<PathBuf> {
    let above = match dir.parent() {
        // `.` and `..` have a folder above, but their names do not tell it.
        _ if dir.file_name().is_none() => dir.canonicalize().ok()?.parent()?.to_path_buf(),
        Some(above) if above.as_os_str().is_empty() => PathBuf::from("."),
        above => above?.to_path_buf(),
    };
    if ["site.toml", "course.toml"].iter().any(|name| above.join(name).is_file()) {
        return Some(above);
    }
    let inside = folders(dir).into_iter().map(|name| dir.join(name));
    let sites: Vec<PathBuf> = inside.filter(|inside| inside.join("site.toml").is_file()).collect();
    <[PathBuf; 1]>::try_from(sites).ok().map(|[site]| site)
}

fn finished(
    site: Option<SiteFile>,
    rules: RuleBook,
    courses: Vec<Checked>,
    findings: Findings,
) -> Content {
    let mut findings = findings.sorted();
    lint::cite_mistakes(&mut findings, rules.tables());
    Content { site, rules, courses, findings }
}

/// The rules for one course's folder: those of the site that it stands in, so that it is judged as the site would judge it.
/// What is wrong in them is told when the site is checked.
fn rules_of(course: &Path) -> RuleBook {
    let course = course.canonicalize().unwrap_or_else(|_| course.to_path_buf());
    let root = course.ancestors().nth(2).filter(|root| root.join("site.toml").exists());
    root.map_or_else(RuleBook::built_in, |root| RuleBook::read(root, &Findings::default()))
}

/// Names of the folders inside a folder, sorted; no hidden ones.
fn folders(dir: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(dir).into_iter().flatten().flatten();
    let folders = entries.filter(|entry| entry.path().is_dir());
    let mut names: Vec<String> =
        folders.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    names
}
