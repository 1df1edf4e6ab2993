//! Completion: from what a learner did to the claims of a token (R144–R146, token spec §4), and the
//! due date as a calendar file.

mod calendar_file;
mod evidence;

use alloc::vec::Vec;

use token::claims::{
    Completion, Confirmation, EARLIEST_ISSUED, Missed, Name, NameError, Score, Watched,
};
use token::identifier::{Cti, EvidenceDigest};
use token::key::CompressedPoint;
use token::text::PrintableNfc;

pub use calendar_file::{DueEntry, calendar_file};
pub use evidence::evidence;

use crate::catalog::{CatalogEntry, Pool};
use crate::journal::{Attempt, Journal, ProfileField};
use crate::progress::{Missing, Progress, TestState, progress};
use crate::unit::UnixMs;

/// The public half of the key of the learner's device.
pub type DeviceKey = CompressedPoint;

/// Does the learner want the name in the code?
#[derive(Clone, Copy, Debug)]
pub enum NameChoice {
    /// No name: whoever has a roster needs none.
    LeaveOut,
    /// The name of the profile, normalised to NFC when it was set; checked once more by this function.
    Include(PrintableNfc),
}

/// Why no claims can be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotComplete {
    /// Something is missing: all of it.
    Missing(Vec<Missing>),
    /// Nothing is missing, but the moment of completion was not recorded: record
    /// [`crate::progress::completion_event`] first.
    NotRecorded,
    /// The moment of completion, or the time now, is before 2023: the device's clock is wrong.
    Clock,
    /// The course has a test, and its questions were not given or are not those of the attempt.
    Questions,
    /// The course puts no names into its codes.
    NameNotAllowed,
    /// The profile's name cannot be put into a code.
    Name(NameError),
    /// A score beyond what a token can hold: 255 questions.
    Score,
}

/// The claims of a completion token: what was watched, the score of the attempt that passed first, and
/// until when it may be used. Made again, a token has another id, and the same `iat` and `exp`.
///
/// `pool` is the version's own pool, `None` for a course without a test. The bitmap of missed
/// questions counts in the order of the pool: bit 0 is its first question, so that an instructor with
/// the course at hand sees which one it was.
///
/// # Errors
/// See [`NotComplete`].
pub fn claims(
    entry: &CatalogEntry,
    pool: Option<&Pool>,
    journal: &Journal,
    name: NameChoice,
    cti: Cti,
    key: DeviceKey,
    now: UnixMs,
) -> Result<Completion, NotComplete> {
    let outline = &entry.outline;
    let standing = progress(entry, journal, now);
    if !standing.missing.is_empty() {
        return Err(NotComplete::Missing(standing.missing));
    }
    let unrecorded =
        if now.seconds() < EARLIEST_ISSUED { NotComplete::Clock } else { NotComplete::NotRecorded };
    let completed_at = journal.completed_at(&outline.id, entry.content).ok_or(unrecorded)?;
    let issued = completed_at.seconds();
    if issued < EARLIEST_ISSUED {
        return Err(NotComplete::Clock);
    }
    let test = test_claims(&standing.test, entry, pool, journal)?;
    let evidence = evidence(entry, test.attempt.as_ref().zip(pool), journal, cti);
    Ok(Completion {
        expires: completed_at.jst_date().due(outline.completion.validity.into()).end(),
        issued,
        cti,
        confirmation: Some(Confirmation::Key(key)),
        course: outline.id.clone(),
        content: entry.content,
        score: test.score,
        checks: None,
        watched: Some(watched(&standing)),
        evidence: Some(EvidenceDigest::of(&evidence)),
        missed: test.missed,
        name: chosen_name(entry, journal, name)?,
        enrolment: None,
        codes: Vec::new(),
    })
}

/// What a token says of the self-assessment.
struct TestClaims<'a> {
    attempt: Option<Attempt<'a>>,
    score: Score,
    missed: Option<Missed>,
}

fn test_claims<'a>(
    test: &TestState,
    entry: &CatalogEntry,
    pool: Option<&Pool>,
    journal: &'a Journal,
) -> Result<TestClaims<'a>, NotComplete> {
    let TestState::Passed { attempt, correct, total } = *test else {
        let score = Score::new(0, 0).ok_or(NotComplete::Score)?;
        return Ok(TestClaims { attempt: None, score, missed: None });
    };
    let pool = pool.ok_or(NotComplete::Questions)?;
    let attempt = journal.attempt(attempt).ok_or(NotComplete::Questions)?;
    let (correct, total) = (u8::try_from(correct).ok(), u8::try_from(total).ok());
    let score = correct.zip(total).and_then(|(correct, total)| Score::new(correct, total));
    let missed = attempt.handed_in.into_iter().flat_map(|handed_in| &handed_in.missed);
    let wrong: Option<Vec<usize>> = missed.map(|id| pool.position(id)).collect();
    let wrong = wrong.ok_or(NotComplete::Questions)?;
    let missed = if entry.outline.completion.missed_in_token && !wrong.is_empty() {
        Some(Missed::new(pool.questions.len(), wrong).ok_or(NotComplete::Questions)?)
    } else {
        None
    };
    Ok(TestClaims { attempt: Some(attempt), score: score.ok_or(NotComplete::Score)?, missed })
}

/// The chapters watched, and the seconds of all that was covered. A token can name 32 chapters.
fn watched(standing: &Progress) -> Watched {
    let chapters = (0u32..).zip(&standing.chapters);
    let indexes = chapters.filter(|(_, chapter)| chapter.watched).map(|(index, _)| index);
    let ms: u64 = standing.chapters.iter().map(|chapter| u64::from(chapter.covered.0)).sum();
    Watched::new(indexes, u32::try_from(ms / 1000).unwrap_or(u32::MAX))
}

fn chosen_name(
    entry: &CatalogEntry,
    journal: &Journal,
    choice: NameChoice,
) -> Result<Option<Name>, NotComplete> {
    let NameChoice::Include(printable_nfc) = choice else { return Ok(None) };
    if !entry.outline.completion.name_in_token {
        return Err(NotComplete::NameNotAllowed);
    }
    let name = journal.profile(ProfileField::Name).unwrap_or_default();
    Name::new(name, printable_nfc).map(Some).map_err(NotComplete::Name)
}
