//! An import is tried out in a copy of the course, so that one that would break it changes nothing.

use std::fs;
use std::io;
use std::path::Path;

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
    let failed = |error| refused(DiskError { path: course.to_path_buf(), error }, language);
    let copy = tempfile::tempdir().map_err(failed)?;
    let place = copy.path().join("courses/course");
    link_folder(course, &place).map_err(failed)?;
    link_site(course, copy.path()).map_err(failed)?;
    // A file that is written whole takes the place of a link; nothing is written through it.
    let mut files = pictures.below(&place);
    files.push((place.join(QUESTIONS), questions.as_bytes()));
    disk::write_all(&files).map_err(|error| refused(error, language))?;
    let content =
        content::read(&place).map_err(|error| Failure::Because(error.sentence(language)))?;
    Ok(errors(&content))
}

/// The site that the course stands in, as far as it is judged by it: its own rule tables.
fn link_site(course: &Path, to: &Path) -> io::Result<()> {
    let course = course.canonicalize()?;
    let Some(root) = course.ancestors().nth(2).filter(|root| root.join("site.toml").exists())
    else {
        return Ok(());
    };
    link(&root.join("site.toml"), &to.join("site.toml"))?;
    let rules = root.join("rules");
    if rules.is_dir() { link_folder(&rules, &to.join("rules")) } else { Ok(()) }
}

fn link_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (path, target) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() { link_folder(&path, &target) } else { link(&path, &target) }?;
    }
    Ok(())
}

/// Films are heavy: where the disk can, they are not copied.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    if fs::symlink_metadata(from)?.is_file() && fs::hard_link(from, to).is_ok() {
        return Ok(());
    }
    fs::copy(from, to).map(drop)
}
