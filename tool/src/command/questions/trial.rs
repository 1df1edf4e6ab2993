//! An import is tried out in a copy of the course, so that one that would break it changes nothing.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use tempfile::TempDir;
use tool::content;
use tool::disk::{self, DiskError};
use tool::finding::Finding;
use tool::language::Language;

use super::picture::Pictures;
use super::{QUESTIONS, errors, refused};
use crate::command::Failure;

/// What would be wrong with the course; places are those of the copy's files, below the course's folder.
pub(super) fn try_out(
    course: &Path,
    questions: &str,
    pictures: &Pictures<'_>,
    language: Language,
) -> Result<Vec<Finding>, Failure> {
    let copy = folder(course).map_err(|error| refused(error, language))?;
    let place = copy.path().join("courses/course");
    let linked = link_all(course, &place).and_then(|()| link_site(course, copy.path()));
    linked.map_err(|error| refused(error, language))?;
    // A file that is written whole takes the place of a link; nothing is written through it.
    let mut files = pictures.below(&place);
    files.push((place.join(QUESTIONS), questions.as_bytes()));
    disk::write_all(&files).map_err(|error| refused(error, language))?;
    let content =
        content::read(&place).map_err(|error| Failure::Because(error.sentence(language)))?;
    Ok(errors(&content))
}

/// A hidden folder for the copy, gone when it is dropped. It stands in the course's own, because only on the same disk a film
/// can have a second name; where nothing may be written, as before a trial alone, it stands elsewhere.
fn folder(course: &Path) -> Result<TempDir, DiskError> {
    let hidden = tempfile::Builder::new().prefix(".yoshu-trial-").tempdir_in(course);
    at(course, hidden.or_else(|_| tempfile::tempdir()))
}

/// The site that the course stands in, as far as it is judged by it: its own rule tables.
fn link_site(course: &Path, to: &Path) -> Result<(), DiskError> {
    let course = at(course, course.canonicalize())?;
    let Some(root) = course.ancestors().nth(2).filter(|root| root.join("site.toml").exists())
    else {
        return Ok(());
    };
    link(&root.join("site.toml"), &to.join("site.toml"))?;
    let rules = root.join("rules");
    if rules.is_dir() { link_all(&rules, &to.join("rules")) } else { Ok(()) }
}

/// All that the check looks at: nothing hidden, no link that leads nowhere, and folders once.
fn link_all(from: &Path, to: &Path) -> Result<(), DiskError> {
    let root = at(from, from.canonicalize())?;
    let mut open: Vec<PathBuf> = vec![PathBuf::new()];
    while let Some(below) = open.pop() {
        let (folder, target) = (root.join(&below), to.join(&below));
        at(&target, fs::create_dir_all(&target))?;
        for entry in at(&folder, fs::read_dir(&folder))? {
            let entry = at(&folder, entry)?;
            let (path, name) = (entry.path(), entry.file_name());
            if name.to_string_lossy().starts_with('.') {
                continue;
            }
            if at(&path, entry.file_type())?.is_dir() {
                open.push(below.join(name));
            } else if path.is_dir() {
                link_again(&root, &path, to, &target.join(name))?;
            } else if path.is_file() {
                link(&path, &target.join(name))?;
            }
        }
    }
    Ok(())
}

/// A link to a folder of the same course is one in the copy; it is not gone through, because it may lead back to itself.
#[cfg(unix)]
fn link_again(root: &Path, path: &Path, to: &Path, target: &Path) -> Result<(), DiskError> {
    let led = at(path, path.canonicalize())?;
    let Ok(inside) = led.strip_prefix(root) else { return Ok(()) };
    at(target, std::os::unix::fs::symlink(to.join(inside), target))
}

/// Links to folders are rare elsewhere, and need rights of their own.
#[cfg(not(unix))]
fn link_again(_: &Path, _: &Path, _: &Path, _: &Path) -> Result<(), DiskError> {
    Ok(())
}

/// Films are heavy: where the disk can, they are not copied.
fn link(from: &Path, to: &Path) -> Result<(), DiskError> {
    let is_own = fs::symlink_metadata(from).is_ok_and(|file| file.is_file());
    if is_own && fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    at(from, fs::copy(from, to).map(drop))
}

fn at<T>(path: &Path, result: io::Result<T>) -> Result<T, DiskError> {
    result.map_err(|error| DiskError { path: path.to_path_buf(), error })
}
