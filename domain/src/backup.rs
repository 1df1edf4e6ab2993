//! Everything that a device keeps as one text: the learner's journal ([`crate::archive`]), then the instructor's
//! check-ins ([`crate::practical`]) where there are any. Each part begins with a first line of its own, which says what
//! it is and of which version; so a file of an early program, a journal alone, is read too, and so are several files
//! one after the other.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;

use crate::archive::{self, About, ArchiveError, Damage, Damaged, Header};
use crate::journal::Event;
use crate::practical::{self, CheckInEvent, CheckInLog};

/// What was read from such a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// The learner's events, in the order of the lines.
    pub events: Vec<Event>,
    /// The instructor's, in the order of the lines.
    pub check_ins: Vec<CheckInEvent>,
    /// The lines that cannot be read, numbered through the whole text. Those of parts that only a newer program
    /// knows are among them.
    pub set_aside: Vec<Damaged>,
    /// How many facts the first lines of its parts promise and the others lack.
    pub missing: usize,
}

/// Everything as one text.
#[must_use]
pub fn export(events: &[Event], check_ins: &CheckInLog, about: &About) -> String {
    let mut text = archive::export(events, about);
    if check_ins.events().next().is_some() {
        text.push_str(&practical::export(check_ins.events(), about));
    }
    text
}

/// Reads what [`export`] of this or an older version wrote.
///
/// # Errors
/// When no part of the text is one of these, or one is of a newer version. Damaged lines are no error: see
/// [`Backup::set_aside`].
pub fn import(text: &str) -> Result<Backup, ArchiveError> {
    let mut backup = Backup::default();
    let mut stranger = None;
    let mut knows_any = false;
    for part in parts(text) {
        match backup.take(&part) {
            Ok(()) => knows_any = true,
            Err(ArchiveError::OtherKind(kind)) => {
                backup.set_aside.extend(part.lines());
                stranger = stranger.or(Some(kind));
            }
            Err(fault) => return Err(fault),
        }
    }
    match stranger {
        _ if knows_any => Ok(backup),
        Some(kind) => Err(ArchiveError::OtherKind(kind)),
        None => Err(ArchiveError::Empty),
    }
}

impl Backup {
    fn take(&mut self, part: &Part<'_>) -> Result<(), ArchiveError> {
        let (set_aside, missing) = match archive::import(part.text) {
            Ok(journal) => {
                self.events.extend(journal.events);
                (journal.set_aside, journal.missing)
            }
            Err(ArchiveError::OtherKind(_)) => {
                let log = practical::import(part.text)?;
                self.check_ins.extend(log.events);
                (log.set_aside, log.missing)
            }
            Err(fault) => return Err(fault),
        };
        let placed = set_aside
            .into_iter()
            .map(|damaged| Damaged { line: damaged.line + part.lines_before, ..damaged });
        self.set_aside.extend(placed);
        self.missing = self.missing.saturating_add(missing);
        Ok(())
    }
}

/// From one first line to the next.
struct Part<'t> {
    lines_before: usize,
    text: &'t str,
}

impl Part<'_> {
    /// Every line, as something that cannot be read.
    fn lines(&self) -> impl Iterator<Item = Damaged> {
        let lines = (self.lines_before + 1..).zip(self.text.lines());
        lines.filter(|(_, line)| !line.trim().is_empty()).map(|(line, text)| Damaged {
            line,
            reason: Damage::NotAnEvent,
            text: text.trim().to_owned(),
        })
    }
}

/// Cuts a text before each line that is a first line; what stands before the first of them is a part too.
fn parts(text: &str) -> Vec<Part<'_>> {
    let mut starts = Vec::from([(0, 0)]);
    let mut at = 0;
    for (index, line) in text.split_inclusive('\n').enumerate() {
        if Header::is(line) {
            starts.push((index, at));
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).map(|(_, at)| *at).chain([text.len()]);
    let part = |(&(lines_before, at), end)| Part { lines_before, text: &text[at..end] };
    let all = starts.iter().zip(ends).map(part);
    all.filter(|part| !part.text.trim_matches(['\u{feff}', ' ', '\r', '\n', '\t']).is_empty())
        .collect()
}
