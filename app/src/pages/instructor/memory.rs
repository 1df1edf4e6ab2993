//! What the desk remembers from one visit to the next: which session was chosen, whether tones are off, whether names
//! are kept.

use token::calendar::JstDate;
use token::identifier::CourseId;

use crate::session::Session;

/// Names in the session's memory.
const CHOICE: &str = "desk-choice";
const MUTED: &str = "desk-muted";
const NAMES: &str = "desk-names";

/// A choice of session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Choice {
    /// The course; any if none.
    pub(super) course: Option<CourseId>,
    /// The session's date.
    pub(super) date: JstDate,
    /// The day on which it was chosen.
    pub(super) chosen_on: JstDate,
}

impl Choice {
    /// The last visit's.
    pub(super) async fn recalled(session: Session) -> Option<Self> {
        Self::parse(&session.recalled(CHOICE).await?)
    }

    /// Keeps it for the next visit.
    pub(super) fn remember(&self, session: Session) {
        session.remember(CHOICE, &self.text());
    }

    /// The course id comes last, since it may hold spaces.
    fn text(&self) -> String {
        let Self { course, date, chosen_on } = self;
        let course = course.as_ref().map(ToString::to_string).unwrap_or_default();
        format!("{date} {chosen_on} {course}")
    }

    /// None if it is damaged or of a newer program.
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.splitn(3, ' ');
        let mut next = || parts.next();
        let (date, chosen_on) = (next()?.parse().ok()?, next()?.parse().ok()?);
        let course = next().and_then(|course| course.parse().ok());
        Some(Self { course, date, chosen_on })
    }
}

/// Whether tones were off at the last visit.
pub(super) async fn was_muted(session: Session) -> bool {
    session.recalled(MUTED).await.is_some_and(|text| text == "true")
}

/// Keeps for the next visit whether tones are off.
pub(super) fn remember_mute(session: Session, is_muted: bool) {
    session.remember(MUTED, &is_muted.to_string());
}

/// Whether names were kept at the last visit. Not unless somebody said so (token spec §12).
pub(super) async fn kept_names(session: Session) -> bool {
    session.recalled(NAMES).await.is_some_and(|text| text == "true")
}

/// Keeps for the next visit whether names are kept.
pub(super) fn remember_names(session: Session, keeps_names: bool) {
    session.remember(NAMES, &keeps_names.to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_is_read_back_as_it_was_written() {
        let (date, chosen_on) = ("2026-12-05".parse().unwrap(), "2026-12-01".parse().unwrap());
        for course in ["als-pre", "first aid"].map(|id| id.parse().ok()).into_iter().chain([None]) {
            let choice = Choice { course, date, chosen_on };
            assert_eq!(Choice::parse(&choice.text()), Some(choice));
        }
        assert_eq!(Choice::parse("als-pre 2026-12-05"), None);
    }
}
