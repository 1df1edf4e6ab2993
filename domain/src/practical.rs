//! The instructor's side: what was read at the door of a practical session, and what was decided.
//! A journal of its own, of the same kind as the learner's.

mod archive;
mod check_in;
mod csv;

pub use archive::{CheckInsImported, export, import, line, parse_line};
pub use check_in::{
    CheckInEvent, CheckInLog, Decision, LateReason, Outcome, Reading, Row, Ruling, Seen, SessionKey,
};
pub use csv::{csv, unguarded};
