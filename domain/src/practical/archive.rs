//! The check-ins as text, in the form of [`crate::archive`]: a header line
//! `{"yoshu":"check-ins","version":1,…}`, then one array a line, the moment last.
//!
//! ```text
//! ["scanned","als-pre","2026-12-05","00112233aabbccdd","OK",0,0,"長谷川 健太郎",[8,10],"2026-12-20","7K2M-9QXD",null,1795100000000]
//! ["decided","als-pre","2026-12-05","00112233aabbccdd",true,"about-one-month","",1795100000000]
//! ["identity","als-pre","2026-12-05","00112233aabbccdd",true,1795100000000]
//! ```
//!
//! Early lines of `scanned` lack the receipt number and the device's clock, the two fields before the moment.

use alloc::borrow::ToOwned;
use alloc::string::String;
use alloc::vec::Vec;
use core::str::FromStr;

use serde::Deserialize;
use serde_json::Value;

use super::check_in::{CheckInEvent, Decision, LateReason, Reading, Ruling, SessionKey};
use crate::archive::{About, ArchiveError, Damage, Damaged, Header, Line};
use crate::unit::UnixMs;

/// The version of the archive of check-ins this program writes.
const VERSION: u32 = 1;
const KIND: &str = "check-ins";
/// The fields of a line of `scanned` before it held the receipt number and the device's clock.
const EARLY_SCANNED: usize = 11;

/// What was read from an archive of check-ins.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CheckInsImported {
    /// What it says of itself.
    pub about: About,
    /// The events, in the order of the lines.
    pub events: Vec<CheckInEvent>,
    /// The lines that cannot be read.
    pub set_aside: Vec<Damaged>,
    /// How many events its first line promises and its other lines lack.
    pub missing: usize,
}

/// An event as one line, without its end.
#[must_use]
pub fn line(event: &CheckInEvent) -> String {
    let begin = |name: &str, session: &SessionKey| {
        Line::new(name).text(session.course.as_str()).plain(session.date)
    };
    match event {
        CheckInEvent::Scanned { session, cti8, reading, at } => {
            let line = match cti8 {
                Some(cti8) => begin("scanned", session).plain(cti8),
                None => begin("scanned", session).null(),
            };
            push_reading(line.text(&reading.verdict), reading).end(*at)
        }
        CheckInEvent::Decided { session, cti8, ruling, at } => begin("decided", session)
            .plain(cti8)
            .number(ruling.decision == Decision::Accept)
            .plain(ruling.reason.as_str())
            .text(&ruling.note)
            .end(*at),
        CheckInEvent::IdentityConfirmed { session, cti8, confirmed, at } => {
            begin("identity", session).plain(cti8).number(confirmed).end(*at)
        }
        CheckInEvent::Unknown { text } => text.replace(['\n', '\r'], " "),
    }
}

fn push_reading(line: Line, reading: &Reading) -> Line {
    let line = match reading.level {
        Some(level) => line.number(level),
        None => line.null(),
    };
    let line = match &reading.name {
        Some(name) => line.number(reading.holder).text(name),
        None => line.number(reading.holder).null(),
    };
    let line = match reading.score {
        Some((correct, total)) => line.number(format_args!("[{correct},{total}]")),
        None => line.null(),
    };
    let line = match reading.due {
        Some(due) => line.plain(due),
        None => line.null(),
    };
    let line = match &reading.receipt {
        Some(receipt) => line.text(receipt),
        None => line.null(),
    };
    match reading.clock {
        Some(clock) => line.number(clock.0),
        None => line.null(),
    }
}

/// Reads one line.
///
/// # Errors
/// The line itself with the reason, numbered 1.
pub fn parse_line(text: &str) -> Result<CheckInEvent, Damaged> {
    let text = text.trim();
    read(text).map_err(|reason| Damaged { line: 1, reason, text: text.to_owned() })
}

/// An archive of these events.
#[must_use]
pub fn export<'a>(events: impl IntoIterator<Item = &'a CheckInEvent>, about: &About) -> String {
    let lines: Vec<String> = events.into_iter().map(line).collect();
    let mut text = Header::new(KIND, VERSION, about, lines.len()).line();
    text.push('\n');
    for line in &lines {
        text.push_str(line);
        text.push('\n');
    }
    text
}

/// Reads an archive of check-ins.
///
/// # Errors
/// When the text is no such archive. Damaged lines are set aside.
pub fn import(text: &str) -> Result<CheckInsImported, ArchiveError> {
    let (header, lines) = Header::split(text, KIND, VERSION)?;
    let about = About { program: header.program, made_at: header.made_at };
    let mut imported = CheckInsImported { about, ..CheckInsImported::default() };
    for (number, text) in lines {
        match parse_line(text) {
            Ok(event) => imported.events.push(event),
            Err(damaged) => imported.set_aside.push(Damaged { line: number, ..damaged }),
        }
    }
    let read = imported.events.len() + imported.set_aside.len();
    imported.missing = header.events.saturating_sub(read);
    Ok(imported)
}

/// A session has some dozens of lines, so a JSON tree is fast enough here.
fn read(text: &str) -> Result<CheckInEvent, Damage> {
    let value: Value = serde_json::from_str(text).map_err(|_| Damage::NotJson)?;
    let fields = value.as_array().ok_or(Damage::NotAnEvent)?;
    let name = fields.first().and_then(Value::as_str).ok_or(Damage::NotAnEvent)?;
    let lengths: &[usize] = match name {
        "scanned" => &[EARLY_SCANNED, 13],
        "decided" => &[8],
        "identity" => &[6],
        _ => &[],
    };
    // A name that is not known, or more fields than are known: a newer program's.
    if lengths.iter().all(|length| fields.len() > *length) {
        return Ok(CheckInEvent::Unknown { text: text.to_owned() });
    }
    if !lengths.contains(&fields.len()) {
        return Err(Damage::WrongFields);
    }
    Fields(&fields[1..]).event(name).ok_or(Damage::WrongFields)
}

struct Fields<'a>(&'a [Value]);

impl Fields<'_> {
    fn event(&self, name: &str) -> Option<CheckInEvent> {
        let session = SessionKey { course: self.parsed(0)?, date: self.parsed(1)? };
        let at: UnixMs = self.read(self.0.len() - 1)?;
        Some(match name {
            "scanned" => {
                let cti8 = if self.0[2].is_null() { None } else { Some(self.parsed(2)?) };
                CheckInEvent::Scanned { session, cti8, reading: self.reading()?, at }
            }
            "decided" => {
                CheckInEvent::Decided { session, cti8: self.parsed(2)?, ruling: self.ruling()?, at }
            }
            _ => {
                let (cti8, confirmed) = (self.parsed(2)?, self.read(3)?);
                CheckInEvent::IdentityConfirmed { session, cti8, confirmed, at }
            }
        })
    }

    fn reading(&self) -> Option<Reading> {
        let due = if self.0[8].is_null() { None } else { Some(self.parsed(8)?) };
        // Without the name of the event, which stands before these fields.
        let is_early = self.0.len() < EARLY_SCANNED;
        let (receipt, clock) =
            if is_early { (None, None) } else { (self.read(9)?, self.read(10)?) };
        Some(Reading {
            verdict: self.read(3)?,
            level: self.read(4)?,
            holder: self.read(5)?,
            name: self.read(6)?,
            score: self.read(7)?,
            due,
            receipt,
            clock,
        })
    }

    fn ruling(&self) -> Option<Ruling> {
        let accepted: bool = self.read(3)?;
        let decision = if accepted { Decision::Accept } else { Decision::Refuse };
        let reason = LateReason::from_name(self.0.get(4)?.as_str()?)?;
        Some(Ruling { decision, reason, note: self.read(5)? })
    }

    fn parsed<T: FromStr>(&self, index: usize) -> Option<T> {
        self.0.get(index)?.as_str()?.parse().ok()
    }

    fn read<'de, T: Deserialize<'de>>(&'de self, index: usize) -> Option<T> {
        T::deserialize(self.0.get(index)?).ok()
    }
}
