//! What the desk remembers on this device beside the log: its choices, the receipt numbers of the tokens (the log
//! holds only their hashes), and the dates that were typed in place of the device's.

use std::collections::BTreeMap;

use domain::unit::UnixMs;
use leptos::prelude::*;
use leptos::task::spawn_local;
use token::calendar::JstDate;
use token::identifier::CtiHash;

use crate::browser::store::{Durability, Shelf, Store};
use crate::session::DESK_DATABASE;

/// What was noted on this device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Notes {
    /// The receipt number of each token that was read.
    pub(super) receipts: BTreeMap<CtiHash, String>,
    /// The typed dates, by the moment (as typed) from which each was used.
    pub(super) typed_dates: BTreeMap<UnixMs, JstDate>,
    /// The last choice of session.
    pub(super) choice: Option<Choice>,
    /// Whether tones are off.
    pub(super) is_muted: bool,
}

/// A choice of session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// The course; any if none.
    pub(super) course: Option<token::identifier::CourseId>,
    /// The session's date.
    pub(super) date: JstDate,
    /// The day on which it was chosen.
    pub(super) chosen_on: JstDate,
}

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Note {
    Receipt(CtiHash, String),
    TypedDate(UnixMs, JstDate),
    Chosen(Choice),
    Muted(bool),
}

impl Note {
    /// One line: the kind, then its parts. A course id comes last, since it may hold spaces.
    fn line(&self) -> String {
        match self {
            Self::Receipt(token, number) => format!("receipt {token} {number}"),
            Self::TypedDate(at, date) => format!("typed-date {} {date}", at.0),
            Self::Chosen(Choice { course, date, chosen_on }) => {
                let course = course.as_ref().map(ToString::to_string).unwrap_or_default();
                format!("chosen {date} {chosen_on} {course}")
            }
            Self::Muted(is_muted) => format!("muted {is_muted}"),
        }
    }

    /// Reads a line; none if it is damaged or of a newer program.
    fn parse(line: &str) -> Option<Self> {
        let mut parts = line.splitn(4, ' ');
        let mut next = || parts.next();
        match next()? {
            "receipt" => Some(Self::Receipt(next()?.parse().ok()?, next()?.to_owned())),
            "typed-date" => {
                Some(Self::TypedDate(UnixMs(next()?.parse().ok()?), next()?.parse().ok()?))
            }
            "chosen" => {
                let (date, chosen_on) = (next()?.parse().ok()?, next()?.parse().ok()?);
                let course = next().and_then(|course| course.parse().ok());
                Some(Self::Chosen(Choice { course, date, chosen_on }))
            }
            "muted" => Some(Self::Muted(next()?.parse().ok()?)),
            _ => None,
        }
    }
}

impl Notes {
    /// Takes a note; of choices and the switch the last one counts.
    fn take(&mut self, note: Note) {
        match note {
            Note::Receipt(token, number) => {
                self.receipts.insert(token, number);
            }
            Note::TypedDate(at, date) => {
                self.typed_dates.insert(at, date);
            }
            Note::Chosen(choice) => self.choice = Some(choice),
            Note::Muted(is_muted) => self.is_muted = is_muted,
        }
    }
}

/// The notes, and where they are kept.
#[derive(Clone, Copy)]
pub(super) struct Memory {
    notes: RwSignal<Notes>,
}

impl Memory {
    /// Empty notes; [`Memory::recall`] fills them.
    pub(super) fn new() -> Self {
        Self { notes: RwSignal::default() }
    }

    /// The notes (tracked).
    pub(super) fn notes(self) -> Signal<Notes> {
        self.notes.into()
    }

    /// Reads what was noted on earlier days. What was noted meanwhile stays.
    pub(super) async fn recall(self) {
        let Ok(store) = Store::open(DESK_DATABASE).await else { return };
        let Ok(lines) = store.lines(Shelf::CheckIns, None).await else { return };
        self.notes.try_update(|notes| {
            let newer = std::mem::take(notes);
            lines
                .iter()
                .filter_map(|kept| Note::parse(&kept.line))
                .for_each(|note| notes.take(note));
            notes.receipts.extend(newer.receipts);
            notes.typed_dates.extend(newer.typed_dates);
            notes.choice = newer.choice.or(notes.choice.take());
        });
    }

    /// Takes a note and keeps it. Unkept, by a full or forbidden store, it holds for this visit.
    pub(super) fn note(self, note: Note) {
        let line = note.line();
        let is_known = match &note {
            Note::Receipt(token, _) => {
                self.notes.with_untracked(|notes| notes.receipts.contains_key(token))
            }
            _ => false,
        };
        if is_known {
            return;
        }
        self.notes.update(|notes| notes.take(note));
        spawn_local(async move {
            if let Ok(store) = Store::open(DESK_DATABASE).await {
                let _ = store.append(Shelf::CheckIns, &[line], Durability::Relaxed).await;
            }
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_read_back_as_written() {
        let date = "2026-12-05".parse().unwrap();
        let notes = [
            Note::Receipt("0011223344556677".parse().unwrap(), "7K2M-9QXD".into()),
            Note::TypedDate(UnixMs(1_796_428_800_000), date),
            Note::Chosen(Choice { course: "als-pre".parse().ok(), date, chosen_on: date }),
            Note::Chosen(Choice { course: None, date, chosen_on: date }),
            Note::Muted(true),
        ];
        for note in notes {
            assert_eq!(Note::parse(&note.line()), Some(note));
        }
        assert_eq!(Note::parse("later-kind 1"), None);
    }

    #[test]
    fn the_last_choice_counts() {
        let mut notes = Notes::default();
        notes.take(Note::Muted(true));
        notes.take(Note::Muted(false));
        assert!(!notes.is_muted);
    }
}
