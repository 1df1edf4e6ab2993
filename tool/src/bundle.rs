//! Writing the built content: what the portal reads below its `content/`. Everything is named by what it contains, so a
//! reader of an older `catalog.json` keeps what it refers to until the new one stands; `catalog.json` is written last.

use std::collections::BTreeSet;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use domain::catalog::{CATALOG_VERSION, Catalog, CatalogEntry, Site};
use domain::search::directory::SearchName;
use serde::Serialize;
use sha2::{Digest, Sha256};
use token::identifier::ContentHash;

use crate::catalogue;
use crate::check::Checked;
use crate::content::Content;
use crate::disk::{self, DiskError};
use crate::language::Language;

/// Why nothing, or not everything, was written.
#[derive(Debug)]
pub enum BuildError {
    /// The content has errors, or no `site.toml`.
    NotSound,
    /// The disk refused.
    Disk {
        /// The file or folder.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// A folder stands where one file is to be written.
    Folder(PathBuf),
    /// A value has no JSON form.
    Json(serde_json::Error),
    /// `site.json` of an earlier build is damaged; it holds the root keys, so it is not simply replaced.
    OldSite(PathBuf),
}

impl BuildError {
    /// What is wrong, and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match (self, language) {
            (Self::NotSound, Language::Ja) => {
                "教材に誤りがあるため、何も書き出していません。上の指摘を直してください".to_string()
            }
            (Self::NotSound, Language::En) => {
                "nothing was written: mend the errors above first".to_string()
            }
            (Self::Disk { path, error }, Language::Ja) => {
                format!(
                    "「{}」に書き込めません（{error}）。フォルダー、空き容量、権限を確かめてください",
                    path.display()
                )
            }
            (Self::Disk { path, error }, Language::En) => {
                format!(
                    "cannot write {} ({error}): check the folder, free space and permissions",
                    path.display()
                )
            }
            (Self::Folder(path), Language::Ja) => format!(
                "「{}」はフォルダーです。書き出すファイルの名前まで指定してください（例: {}）",
                path.display(),
                path.join("report.html").display()
            ),
            (Self::Folder(path), Language::En) => format!(
                "{} is a folder: name the file to write, such as {}",
                path.display(),
                path.join("report.html").display()
            ),
            (Self::Json(error), Language::Ja) => format!("JSON にできません（{error}）"),
            (Self::Json(error), Language::En) => format!("no JSON form ({error})"),
            (Self::OldSite(path), Language::Ja) => format!(
                "前に作った「{}」が壊れています。消してからもう一度実行し、yoshu trust sign で署名し直してください",
                path.display()
            ),
            (Self::OldSite(path), Language::En) => {
                format!(
                    "{} of an earlier build is damaged: delete it, build again and run yoshu trust sign",
                    path.display()
                )
            }
        }
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.sentence(Language::En))
    }
}

impl std::error::Error for BuildError {}

impl From<DiskError> for BuildError {
    fn from(DiskError { path, error }: DiskError) -> Self {
        Self::Disk { path, error }
    }
}

impl From<serde_json::Error> for BuildError {
    fn from(error: serde_json::Error) -> Self {
        Self::Json(error)
    }
}

/// What a build did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Built {
    /// Course ids with their content hashes.
    pub courses: Vec<(String, ContentHash)>,
    /// Media copied.
    pub copied: usize,
    /// Media that stood there already.
    pub kept: usize,
    /// Files of older versions removed.
    pub removed: usize,
}

/// A course's two files as bytes, and the hash over both.
pub struct CourseBytes {
    /// `course.json`.
    pub course: Vec<u8>,
    /// `questions.json`, when there is a test.
    pub questions: Option<Vec<u8>>,
    /// The hash of both.
    pub content: ContentHash,
}

/// The files of a course. The same course always gives the same bytes.
pub fn course_bytes(checked: &Checked) -> Result<CourseBytes, BuildError> {
    let course = serde_json::to_vec(&checked.course)?;
    let questions = checked.pool.as_ref().map(serde_json::to_vec).transpose()?;
    let content = content_hash(&course, questions.as_deref());
    Ok(CourseBytes { course, questions, content })
}

/// The hash of what a learner sees and is graded by: the first 8 bytes of SHA-256 over `course.json`, a zero byte, and
/// `questions.json` where there is one.
pub fn content_hash(course: &[u8], questions: Option<&[u8]>) -> ContentHash {
    let digest = Sha256::new()
        .chain_update(course)
        .chain_update([0])
        .chain_update(questions.unwrap_or_default())
        .finalize();
    let mut hash = [0; 8];
    hash.copy_from_slice(&digest[..8]);
    ContentHash(hash)
}

/// Writes sound content to `out`, telling `progress` of each step. With `keep_old`, older versions stay.
pub fn build(
    content: &Content,
    out: &Path,
    keep_old: bool,
    progress: &mut dyn FnMut(&str),
) -> Result<Built, BuildError> {
    let Some(site) =
        content.site.as_ref().filter(|_| content.count(crate::finding::Severity::Error) == 0)
    else {
        return Err(BuildError::NotSound);
    };
    let site = Site {
        version: CATALOG_VERSION,
        title: site.title.clone(),
        organisation: site.organisation.clone(),
        contact: site.contact.clone(),
        roots: read_site(out)?.map(|site| site.roots).unwrap_or_default(),
    };
    let mut built = Built::default();
    let mut catalog = Catalog { version: CATALOG_VERSION, courses: Vec::new(), directory: None };
    let mut wanted = BTreeSet::new();
    for checked in &content.courses {
        copy_media(checked, out, &mut wanted, &mut built)?;
        let outline = &checked.course.outline;
        let bytes = course_bytes(checked)?;
        let folder = out.join("courses").join(outline.id.as_str()).join(bytes.content.to_string());
        write_course(&folder, &bytes)?;
        wanted.insert(folder);
        progress(&format!("{} {} ({})", outline.id, bytes.content, outline.title.ja));
        built.courses.push((outline.id.to_string(), bytes.content));
        catalog.courses.push(CatalogEntry { content: bytes.content, outline: outline.clone() });
    }
    write_rules(content, out, &mut wanted)?;
    catalog.directory = write_search(content, out, &mut wanted)?;
    write_json(&out.join("site.json"), &site)?;
    write_json(&out.join("catalog.json"), &catalog)?;
    if !keep_old {
        built.removed = remove_old(out, &wanted)?;
    }
    Ok(built)
}

/// The `site.json` of an earlier build, if there is one.
pub fn read_site(out: &Path) -> Result<Option<Site>, BuildError> {
    let path = out.join("site.json");
    match std::fs::read(&path) {
        Ok(bytes) => {
            serde_json::from_slice(&bytes).map(Some).map_err(|_| BuildError::OldSite(path))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(BuildError::Disk { path, error }),
    }
}

/// Writes the catalogue's files and gives the name of the directory, which names the others.
fn write_search(
    content: &Content,
    out: &Path,
    wanted: &mut BTreeSet<PathBuf>,
) -> Result<Option<SearchName>, BuildError> {
    let mut directory = None;
    for file in catalogue::files(content)? {
        let path = out.join("search").join(file.name.as_str());
        write(&path, &file.bytes)?;
        wanted.insert(path);
        // The directory comes last.
        directory = Some(file.name);
    }
    Ok(directory)
}

/// Every rule table, and the list of them.
fn write_rules(
    content: &Content,
    out: &Path,
    wanted: &mut BTreeSet<PathBuf>,
) -> Result<(), BuildError> {
    for table in content.rules.tables() {
        let path = out.join("rules").join(format!("{}.json", table.id));
        write_json(&path, table)?;
        wanted.insert(path);
    }
    write_json(&out.join("rules.json"), &content.rules.list())
}

fn copy_media(
    checked: &Checked,
    out: &Path,
    wanted: &mut BTreeSet<PathBuf>,
    built: &mut Built,
) -> Result<(), BuildError> {
    for (name, from) in &checked.media {
        let to = out.join("media").join(name.as_str());
        let length = |path: &Path| std::fs::metadata(path).ok().map(|metadata| metadata.len());
        if wanted.insert(to.clone()) {
            // The name is the hash of the bytes: the same length under the same name is the same file.
            if length(&to).is_some() && length(&to) == length(from) {
                built.kept += 1;
            } else {
                let bytes = at(from, std::fs::read(from))?;
                write(&to, &bytes)?;
                built.copied += 1;
            }
        }
    }
    Ok(())
}

/// A course's folder appears whole or not at all.
fn write_course(folder: &Path, bytes: &CourseBytes) -> Result<(), BuildError> {
    let complete = std::fs::read(folder.join("course.json"))
        .is_ok_and(|course| course == bytes.course)
        && std::fs::read(folder.join("questions.json")).ok() == bytes.questions;
    if complete {
        return Ok(());
    }
    let parent = folder.parent().unwrap_or(folder);
    let temporary = parent.join(format!(".{}-{}", bytes.content, std::process::id()));
    at(&temporary, std::fs::create_dir_all(&temporary))?;
    write(&temporary.join("course.json"), &bytes.course)?;
    if let Some(questions) = &bytes.questions {
        write(&temporary.join("questions.json"), questions)?;
    }
    if folder.exists() {
        at(folder, std::fs::remove_dir_all(folder))?;
    }
    at(folder, std::fs::rename(&temporary, folder))
}

/// Writes JSON as one line that ends in a line feed.
pub fn write_json(path: &Path, value: &impl Serialize) -> Result<(), BuildError> {
    let mut bytes = serde_json::to_vec(value)?;
    bytes.push(b'\n');
    write(path, &bytes)
}

/// Writes a file whole, with the folders that it needs.
pub fn write(path: &Path, bytes: &[u8]) -> Result<(), BuildError> {
    Ok(disk::write(path, bytes)?)
}

/// Whether a file can stand here: not where a folder stands.
///
/// # Errors
/// [`BuildError::Folder`].
pub fn place_of_file(path: &Path) -> Result<(), BuildError> {
    if path.is_dir() { Err(BuildError::Folder(path.to_path_buf())) } else { Ok(()) }
}

/// Writes a file whole into a folder that is there.
pub fn write_into(path: &Path, bytes: &[u8]) -> Result<(), BuildError> {
    place_of_file(path)?;
    Ok(disk::write_into(path, bytes)?)
}

fn at<T>(path: &Path, result: io::Result<T>) -> Result<T, BuildError> {
    result.map_err(|error| BuildError::Disk { path: path.to_path_buf(), error })
}

/// Removes media, course versions, rule tables and files of the search that the new catalog does not name; nothing else
/// below `out`, whatever lies there.
fn remove_old(out: &Path, wanted: &BTreeSet<PathBuf>) -> Result<usize, BuildError> {
    let mut removed = 0;
    let files = children(&out.join("media")).chain(children(&out.join("search")));
    for path in files.filter(|path| is_hashed(path) && !wanted.contains(path)) {
        at(&path, std::fs::remove_file(&path))?;
        removed += 1;
    }
    let is_table = |path: &PathBuf| path.extension().is_some_and(|extension| extension == "json");
    for path in children(&out.join("rules")).filter(|path| is_table(path) && !wanted.contains(path))
    {
        at(&path, std::fs::remove_file(&path))?;
        removed += 1;
    }
    for course in children(&out.join("courses")) {
        for path in children(&course).filter(|path| is_hashed(path) && !wanted.contains(path)) {
            at(&path, std::fs::remove_dir_all(&path))?;
            removed += 1;
        }
        // Fails, and should, while something is left in it.
        let _ = std::fs::remove_dir(&course);
    }
    Ok(removed)
}

fn children(dir: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    std::fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path())
}

/// Whether a name begins with 16 hex digits, as everything this program writes there does.
fn is_hashed(path: &Path) -> bool {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    stem.len() == 16 && stem.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}
