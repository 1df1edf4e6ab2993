//! The length that a chapter's settings name, kept true to its film.

use std::fs;
use std::path::Path;

use domain::unit::MediaMs;

use crate::author::chapter;
use crate::disk::{self, DiskError};
use crate::video;

/// Sets the length in the settings of the chapter of this id, when they name its film and another length. Gives the length
/// that was set.
///
/// # Errors
/// The disk refused; the chapter is as it was.
pub fn amend(course: &Path, id: &str) -> Result<Option<MediaMs>, DiskError> {
    let (text, film) = (course.join(format!("{id}.md")), format!("{id}.mp4"));
    // A film may be there before its chapter is, and what cannot be read is told by the check.
    let read = || {
        let length = video::read(&fs::read(course.join(&film)).ok()?).ok()?.length;
        let amended = chapter::with_length(&fs::read_to_string(&text).ok()?, &film, length)?;
        Some((amended, length))
    };
    let Some((amended, length)) = read() else { return Ok(None) };
    disk::write_into(&text, amended.as_bytes())?;
    Ok(Some(length))
}
