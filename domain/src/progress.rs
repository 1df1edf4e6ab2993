//! Where a learner stands in a course: what is watched, what is missing, what comes next, until
//! when. All that the home and course pages show follows from here.

use alloc::vec::Vec;

use token::calendar::{JstDate, UnixSeconds};
use token::claims::EARLIEST_ISSUED;
use token::identifier::ContentHash;

use crate::assessment::passes;
use crate::catalog::{CatalogEntry, Chapter, ChapterId, Outline, TestPolicy};
use crate::coverage::Span;
use crate::journal::{Attempt, AttemptId, Event, Journal};
use crate::unit::{MediaMs, Percent, UnixMs};

/// Where a learner stands in a version of a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The chapters, in the course's order.
    pub chapters: Vec<ChapterProgress>,
    /// The self-assessment.
    pub test: TestState,
    /// What is still missing for completion, all of it (R17, R18).
    pub missing: Vec<Missing>,
    /// The one thing to do next.
    pub next: NextStep,
    /// When this version was completed; of an older version only while its token is still of use.
    pub completed_at: Option<UnixMs>,
    /// The version that was completed: the current one, or an older one.
    pub completed_content: Option<ContentHash>,
    /// Until when the practical session may be, once completed.
    pub due: Option<DueState>,
}

impl Progress {
    /// How many chapters are watched.
    #[must_use]
    pub fn watched_chapters(&self) -> usize {
        self.chapters.iter().filter(|chapter| chapter.watched).count()
    }

    /// How much of all chapters is not watched.
    #[must_use]
    pub fn remaining(&self) -> MediaMs {
        self.chapters.iter().fold(MediaMs::ZERO, |sum, c| sum.saturating_add(c.remaining))
    }

    /// Has the learner done anything here?
    #[must_use]
    pub fn has_begun(&self) -> bool {
        self.completed_at.is_some()
            || self.chapters.iter().any(|c| c.covered > MediaMs::ZERO || c.position.is_some())
    }
}

/// Where a learner stands in a chapter (R16).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChapterProgress {
    /// The chapter.
    pub id: ChapterId,
    /// How much is watched, rounded down.
    pub percent: Percent,
    /// How much is watched.
    pub covered: MediaMs,
    /// How much is not, all gaps together.
    pub remaining: MediaMs,
    /// What is not watched.
    pub gaps: Vec<Span>,
    /// 受講済: what remains is within the course's tolerance.
    pub watched: bool,
    /// Where to go on: where the learner stopped, or, from the end, the first gap.
    pub position: Option<MediaMs>,
}

/// Where a learner stands in the self-assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TestState {
    /// The course has none (R62, R80).
    NotRequired,
    /// Chapters are to be watched first (R18).
    Locked {
        /// Which ones.
        missing: Vec<ChapterId>,
    },
    /// The last attempt failed a short while ago.
    CoolingDown {
        /// From when on the next one may begin.
        until: UnixMs,
    },
    /// An attempt may begin.
    Open,
    /// An attempt is not handed in yet.
    InProgress(AttemptId),
    /// Passed; the earliest attempt that did.
    Passed {
        /// The attempt.
        attempt: AttemptId,
        /// Right answers.
        correct: u16,
        /// Questions asked.
        total: u16,
    },
}

/// Something missing for completion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A chapter, of which so much is not watched.
    Chapter(ChapterId, MediaMs),
    /// The self-assessment is not passed.
    Test,
}

/// The one thing to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NextStep {
    /// Watch this chapter from here.
    Watch {
        /// The chapter.
        chapter: ChapterId,
        /// From where.
        position: MediaMs,
    },
    /// Begin the self-assessment.
    TakeTest,
    /// Go on with the self-assessment.
    ResumeTest(AttemptId),
    /// Wait until the self-assessment may be taken again.
    WaitForTest {
        /// Until when.
        until: UnixMs,
    },
    /// Make the completion token.
    Seal,
    /// Show the completion token.
    ShowToken,
}

/// Until when a completion may be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueState {
    /// The last day of the practical session (token spec §14).
    pub due: JstDate,
    /// From today in Japan to the due date; negative after it.
    pub days_left: i64,
    /// The token's `exp`: 24:00 JST of the due date.
    pub exp: UnixSeconds,
    /// Where today lies.
    pub window: Window,
}

/// Where a day lies in the period in which a completion may be used (R147).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// 期限内.
    Within,
    /// おおむね: after the due date, within the grace; the instructor decides.
    About,
    /// 期限切れ.
    Over,
}

/// Where a day lies in the period that ends on the due date.
#[must_use]
pub fn window(due: JstDate, grace_days: u16, day: JstDate) -> Window {
    if day <= due {
        Window::Within
    } else if day <= due.plus_days(i32::from(grace_days)) {
        Window::About
    } else {
        Window::Over
    }
}

/// Until when what was completed at this moment may be used.
#[must_use]
pub fn due_state(outline: &Outline, completed_at: UnixMs, now: UnixMs) -> DueState {
    let policy = &outline.completion;
    DueState::of(completed_at.jst_date().due(policy.validity.into()), policy.grace_days, now)
}

impl DueState {
    /// Where today lies before or after a due date.
    #[must_use]
    pub fn of(due: JstDate, grace_days: u16, now: UnixMs) -> Self {
        let today = now.jst_date();
        Self {
            due,
            days_left: i64::from(due.days_since(today)),
            exp: due.end(),
            window: window(due, grace_days, today),
        }
    }

    /// Until when a token that was made may be used: its own `exp` says so, whatever the course's validity is by now.
    #[must_use]
    pub fn of_token(outline: &Outline, expires: UnixSeconds, now: UnixMs) -> Self {
        // 24:00 of the due date is no part of it.
        let due = UnixSeconds(expires.0.saturating_sub(1)).jst_date();
        Self::of(due, outline.completion.grace_days, now)
    }
}

/// Where the learner stands in this version of the course. What was watched of a recording counts in
/// every version that shows it; attempts and completion count for their own version only, for a token
/// names what was seen and asked.
#[must_use]
pub fn progress(entry: &CatalogEntry, journal: &Journal, now: UnixMs) -> Progress {
    let outline = &entry.outline;
    let chapters: Vec<_> = outline
        .chapters
        .iter()
        .map(|chapter| chapter_progress(outline, chapter, journal))
        .collect();
    let test = test_state(entry, &chapters, journal, now);
    let missing = missing(&chapters, &test);
    let completed = completed(entry, journal, now);
    let next = match completed {
        Some((content, _)) if journal.tokens(&outline.id).any(|token| token.content == content) => {
            NextStep::ShowToken
        }
        _ => next_step(outline, &chapters, &test, journal),
    };
    Progress {
        next,
        completed_at: completed.map(|(_, at)| at),
        completed_content: completed.map(|(content, _)| content),
        due: completed
            .filter(|_| outline.completion.practical_required)
            .map(|(_, at)| due_state(outline, at, now)),
        chapters,
        test,
        missing,
    }
}

/// The event to record at the moment nothing is missing any more: completion is a fact with a time,
/// and its time is the token's `iat`. A clock that stands before any token could be (token spec §4) is
/// wrong: it is waited for, or the earliest moment, which outweighs all others, would be a wrong one for
/// ever.
#[must_use]
pub fn completion_event(entry: &CatalogEntry, journal: &Journal, now: UnixMs) -> Option<Event> {
    let (course, content) = (entry.outline.id.clone(), entry.content);
    let due = now.seconds() >= EARLIEST_ISSUED
        && journal.completed_at(&course, content).is_none()
        && progress(entry, journal, now).missing.is_empty();
    due.then_some(Event::Completed { course, content, at: now })
}

/// How far before the end a stop counts as the end.
const END_MS: MediaMs = MediaMs(1_000);

fn chapter_progress(outline: &Outline, chapter: &Chapter, journal: &Journal) -> ChapterProgress {
    let coverage = journal.coverage(&outline.id, &chapter.id, &chapter.video);
    let duration = chapter.duration;
    let gaps = coverage.gaps(duration);
    let first_gap = gaps.first().map(|gap| gap.start()).filter(|_| !coverage.is_empty());
    let position = match journal.resume(&outline.id, &chapter.id, &chapter.video) {
        Some(stop) if stop.saturating_add(END_MS) < duration => Some(stop),
        _ => first_gap,
    };
    ChapterProgress {
        id: chapter.id.clone(),
        percent: coverage.percent(duration),
        covered: coverage.covered_within(duration),
        remaining: coverage.remaining(duration),
        watched: coverage.is_watched(duration, outline.watching.tolerance),
        gaps,
        position,
    }
}

fn test_state(
    entry: &CatalogEntry,
    chapters: &[ChapterProgress],
    journal: &Journal,
    now: UnixMs,
) -> TestState {
    let Some(policy) = &entry.outline.completion.test else { return TestState::NotRequired };
    if let Some(passed) = passed_attempt(entry, journal) {
        return passed;
    }
    let unwatched = chapters.iter().filter(|chapter| !chapter.watched);
    let missing: Vec<_> = unwatched.map(|chapter| chapter.id.clone()).collect();
    if !missing.is_empty() {
        return TestState::Locked { missing };
    }
    let course = &entry.outline.id;
    if let Some(open) = journal.open_attempt(course, entry.content) {
        return TestState::InProgress(open.id);
    }
    let attempts = journal.attempts(course);
    let failed = attempts.iter().filter_map(|attempt| attempt.handed_in).map(|of| of.at);
    match cooling_down(failed, policy, now) {
        Some(until) => TestState::CoolingDown { until },
        None => TestState::Open,
    }
}

/// Until when the next attempt has to wait; at most the cool-down from now on. An attempt that seems to lie further ahead
/// than the cool-down was handed in under a wrong clock, and tells nothing: it must not lock the test until then.
fn cooling_down(
    failed: impl Iterator<Item = UnixMs>,
    policy: &TestPolicy,
    now: UnixMs,
) -> Option<UnixMs> {
    let cooldown_ms = i64::from(policy.cooldown_minutes) * 60_000;
    let latest = now.saturating_add_ms(cooldown_ms);
    let last = failed.filter(|at| *at <= latest).max()?;
    let until = last.saturating_add_ms(cooldown_ms).min(latest);
    (now < until).then_some(until)
}

/// The earliest attempt at this version that passed. Its result is judged by the version's own pass
/// mark, not by what was noted with it.
fn passed_attempt(entry: &CatalogEntry, journal: &Journal) -> Option<TestState> {
    let policy = entry.outline.completion.test.as_ref()?;
    let attempts = journal.attempts(&entry.outline.id);
    let passed = |attempt: &Attempt<'_>| {
        let handed_in = attempt.handed_in.filter(|_| attempt.content == entry.content)?;
        let enough = passes(handed_in.correct, handed_in.total, policy.pass)
            && usize::from(handed_in.total) == attempt.questions.len();
        enough.then_some((handed_in.at, attempt.id, handed_in.correct, handed_in.total))
    };
    let (_, attempt, correct, total) = attempts.iter().filter_map(passed).min()?;
    Some(TestState::Passed { attempt, correct, total })
}

fn missing(chapters: &[ChapterProgress], test: &TestState) -> Vec<Missing> {
    let unwatched = chapters.iter().filter(|chapter| !chapter.watched);
    let mut missing: Vec<_> =
        unwatched.map(|chapter| Missing::Chapter(chapter.id.clone(), chapter.remaining)).collect();
    if !matches!(test, TestState::NotRequired | TestState::Passed { .. }) {
        missing.push(Missing::Test);
    }
    missing
}

/// The completion of this version, or else the newest of an older version that has a token which an
/// instructor could still accept.
fn completed(
    entry: &CatalogEntry,
    journal: &Journal,
    now: UnixMs,
) -> Option<(ContentHash, UnixMs)> {
    let course = &entry.outline.id;
    if let Some(at) = journal.completed_at(course, entry.content) {
        return Some((entry.content, at));
    }
    let of_use = |(content, at): &(ContentHash, UnixMs)| {
        due_state(&entry.outline, *at, now).window != Window::Over
            && journal.tokens(course).any(|token| token.content == *content)
    };
    journal.completions(course).filter(of_use).max_by_key(|(_, at)| *at)
}

fn next_step(
    outline: &Outline,
    chapters: &[ChapterProgress],
    test: &TestState,
    journal: &Journal,
) -> NextStep {
    let unwatched = || chapters.iter().filter(|chapter| !chapter.watched);
    let last = journal.last_stop(&outline.id).map(|stop| stop.chapter);
    let here = unwatched().find(|chapter| Some(&chapter.id) == last);
    if let Some(chapter) = here.or_else(|| unwatched().next()) {
        let position = chapter.position.unwrap_or(MediaMs::ZERO);
        return NextStep::Watch { chapter: chapter.id.clone(), position };
    }
    match test {
        TestState::NotRequired | TestState::Passed { .. } => NextStep::Seal,
        TestState::InProgress(attempt) => NextStep::ResumeTest(*attempt),
        TestState::CoolingDown { until } => NextStep::WaitForTest { until: *until },
        TestState::Open | TestState::Locked { .. } => NextStep::TakeTest,
    }
}
