//! The journal as text: one of the project's three wire formats, and the only form in which a
//! learner's data is stored or exported.
//!
//! An archive is UTF-8, one JSON value a line. The first line says what it is:
//!
//! ```text
//! {"yoshu":"journal","version":1,"program":"0.1.0","made_at":1795100000000,"events":2}
//! ["watched","als-pre","01-chain","0f3a2b1c4d5e6f70.mp4",0,4250,1795100000000]
//! ["completed","als-pre","00112233aabbccdd",1795100360000]
//! ```
//!
//! Answers are named by what was done: `answered` (choices: `true`, `2`, `[0,2]`, `null` for one taken
//! back), `ordered` (`[2,0,1]`), `matched` (`[1,null,0]`), `typed` (`"１１０"`), `pointed` (`3050,4200`).
//!
//! Events are arrays that begin with their name: a journal of a hundred thousand lines is read at
//! every start, and names of fields would be two thirds of it. Times are milliseconds, the moment
//! last. A line whose name is not known, or that has more fields than are known, is from a newer
//! program: kept as it is. A damaged line is set aside with its number and the reason; the others
//! are read.

mod reader;
mod writer;

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

pub(crate) use writer::Line;
pub use writer::line;

use crate::journal::Event;
use crate::unit::UnixMs;

/// The version of the archive this program writes. It reads all versions up to this one.
pub const VERSION: u32 = 1;

/// What an archive says of itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// The version of the program that wrote it.
    pub program: String,
    /// When it was written.
    pub made_at: UnixMs,
}

/// A line that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// The number of the line, from 1; of a single line, 1.
    pub line: usize,
    /// What is wrong with it.
    pub reason: Damage,
    /// The line as it is.
    pub text: String,
}

/// What is wrong with a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// Not a JSON value: cut off, or changed by hand.
    NotJson,
    /// A JSON value, but not an array that begins with a name.
    NotAnEvent,
    /// An event of this name does not have such fields.
    WrongFields,
}

impl fmt::Display for Damaged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let reason = match self.reason {
            Damage::NotJson => "not JSON",
            Damage::NotAnEvent => "not an event",
            Damage::WrongFields => "fields that do not belong to this event",
        };
        write!(f, "line {}: {reason}", self.line)
    }
}

/// What was read from an archive.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// What it says of itself.
    pub about: About,
    /// The events, in the order of the lines, those of newer programs among them.
    pub events: Vec<Event>,
    /// The lines that cannot be read.
    pub set_aside: Vec<Damaged>,
    /// How many events its first line promises and its other lines lack: the end of the file is
    /// missing.
    pub missing: usize,
}

/// Why a text cannot be read as a journal at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchiveError {
    /// There is nothing in it.
    Empty,
    /// Its first line is not that of an archive of Yoshu's.
    NotAnArchive,
    /// An archive of something else, such as `check-ins`.
    OtherKind(String),
    /// Written by a newer program, in a form this one cannot read.
    NewerVersion(u32),
    /// A version there never was.
    UnknownVersion(u32),
}

impl fmt::Display for ArchiveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the file is empty"),
            Self::NotAnArchive => f.write_str("not an archive of Yoshu's"),
            Self::OtherKind(kind) => write!(f, "an archive of another kind: {kind}"),
            Self::NewerVersion(version) => {
                write!(f, "archive version {version}; this program reads up to {VERSION}")
            }
            Self::UnknownVersion(version) => write!(f, "there is no archive version {version}"),
        }
    }
}

impl core::error::Error for ArchiveError {}

/// The first line of an archive.
#[derive(Serialize, Deserialize)]
pub(crate) struct Header {
    pub(crate) yoshu: String,
    pub(crate) version: u32,
    #[serde(default)]
    pub(crate) program: String,
    #[serde(default)]
    pub(crate) made_at: UnixMs,
    #[serde(default)]
    pub(crate) events: usize,
}

impl Header {
    pub(crate) fn new(kind: &str, version: u32, about: &About, events: usize) -> Self {
        let About { program, made_at } = about.clone();
        Self { yoshu: kind.into(), version, program, made_at, events }
    }

    pub(crate) fn line(&self) -> String {
        // safe: a struct of texts and numbers always has a JSON form
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether a line is the first of an archive, of whatever kind.
    pub(crate) fn is(line: &str) -> bool {
        let line = line.trim_start_matches('\u{feff}').trim();
        line.starts_with('{') && serde_json::from_str::<Self>(line).is_ok()
    }

    /// Splits a text into its header, if it is one of this kind, and the numbered lines after it.
    pub(crate) fn split<'t>(
        text: &'t str,
        kind: &str,
        newest: u32,
    ) -> Result<(Self, impl Iterator<Item = (usize, &'t str)> + use<'t>), ArchiveError> {
        // Windows' Notepad puts a byte order mark before a file it saves.
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut lines = numbered_lines(text);
        let (_, first) = lines.next().ok_or(ArchiveError::Empty)?;
        let header: Self = serde_json::from_str(first).map_err(|_| ArchiveError::NotAnArchive)?;
        if header.yoshu != kind {
            return Err(ArchiveError::OtherKind(header.yoshu));
        }
        if header.version > newest {
            return Err(ArchiveError::NewerVersion(header.version));
        }
        if header.version == 0 {
            return Err(ArchiveError::UnknownVersion(0));
        }
        Ok((header, lines))
    }
}

/// The lines that are not blank, with their numbers from 1.
fn numbered_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate();
    lines.map(|(index, line)| (index + 1, line.trim())).filter(|(_, line)| !line.is_empty())
}

const KIND: &str = "journal";

/// Reads one line of the newest version.
///
/// # Errors
/// The line itself with the reason, numbered 1.
pub fn parse_line(text: &str) -> Result<Event, Damaged> {
    let text = text.trim();
    reader::read(text).map_err(|reason| Damaged { line: 1, reason, text: text.to_owned() })
}

/// An archive of these events.
#[must_use]
pub fn export(events: &[Event], about: &About) -> String {
    let mut text = Header::new(KIND, VERSION, about, events.len()).line();
    text.push('\n');
    for event in events {
        text.push_str(&line(event));
        text.push('\n');
    }
    text
}

/// Reads an archive of this or an older version.
///
/// # Errors
/// When the text is no such archive. Damaged lines are no error: see [`Imported::set_aside`].
pub fn import(text: &str) -> Result<Imported, ArchiveError> {
    let (header, lines) = Header::split(text, KIND, VERSION)?;
    let about = About { program: header.program, made_at: header.made_at };
    let mut imported = Imported { about, ..Imported::default() };
    for (number, text) in lines {
        match read_version(header.version, text) {
            Ok(event) => imported.events.push(event),
            Err(reason) => {
                let damaged = Damaged { line: number, reason, text: text.to_owned() };
                imported.set_aside.push(damaged);
            }
        }
    }
    let read = imported.events.len() + imported.set_aside.len();
    imported.missing = header.events.saturating_sub(read);
    Ok(imported)
}

/// Takes a line of one version to the next.
type Migration = fn(&str) -> String;

/// From version 1 to 2, from 2 to 3, … Version 1 is the first, so there is nothing here yet.
const MIGRATIONS: &[Migration] = &[];

const _: () =
    assert!(MIGRATIONS.len() + 1 == VERSION as usize, "each version but the first has a migration");

/// Reads a line of any version there was.
fn read_version(version: u32, text: &str) -> Result<Event, Damage> {
    match forward(version, text, MIGRATIONS) {
        None => reader::read(text),
        Some(newest) => reader::read(&newest),
    }
}

/// Takes a line forward through all versions after its own; `None` when it is of the newest.
fn forward(version: u32, text: &str, migrations: &[Migration]) -> Option<String> {
    let due = migrations.get(version.saturating_sub(1) as usize..)?;
    due.iter().fold(None, |line, step| Some(step(line.as_deref().unwrap_or(text))))
}

#[cfg(test)]
mod tests {
    use super::*;
    use alloc::format;

    #[test]
    fn a_line_is_taken_through_every_version_after_its_own() {
        let chain: &[Migration] = &[|line| format!("{line} to 2"), |line| format!("{line} to 3")];
        assert_eq!(forward(1, "from 1", chain).as_deref(), Some("from 1 to 2 to 3"));
        assert_eq!(forward(2, "from 2", chain).as_deref(), Some("from 2 to 3"));
        assert_eq!(forward(3, "newest", chain), None);
    }
}
