//! The journal: what the learner did, as events, and what they amount to.
//!
//! Applying an event never fails, and the outcome depends only on the set of events: their order,
//! repetition, and the splitting of played stretches change nothing. So two tabs, two devices or a
//! backup are joined by applying the events of both.

mod event;
mod record;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use token::identifier::{ContentHash, CourseId};

pub use event::{AttemptId, Event, Preference, ProfileField};
pub use record::{Attempt, HandedIn, Note, SealedToken, Stop};

use crate::catalog::{ChapterId, MediaName};
use crate::coverage::Coverage;
use crate::unit::{MediaMs, UnixMs};
use record::{AttemptRecord, ChapterRecord, CourseRecord, Latest, Start, VideoRecord, earliest};

/// What the learner's events amount to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Journal {
    courses: BTreeMap<CourseId, CourseRecord>,
    attempts: BTreeMap<AttemptId, AttemptRecord>,
    profile: BTreeMap<ProfileField, Latest<String>>,
    preferences: BTreeMap<Preference, Latest<String>>,
    unknown: BTreeSet<String>,
}

static NOTHING_PLAYED: Coverage = Coverage::new();

impl Journal {
    /// An empty journal.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether it holds anything that a person would miss; a preference is soon set again.
    #[must_use]
    pub fn has_more_than_preferences(&self) -> bool {
        let is_bare = self.courses.is_empty()
            && self.attempts.is_empty()
            && self.profile.is_empty()
            && self.unknown.is_empty();
        !is_bare
    }

    /// Takes a fact.
    pub fn apply(&mut self, event: &Event) {
        self.learn(event);
    }

    /// Takes a fact, and tells whether it says anything that was not known.
    pub fn learn(&mut self, event: &Event) -> bool {
        match event {
            Event::Watched { course, chapter, video, span, at } => {
                self.video(course, chapter, video).watch(*span, *at)
            }
            Event::Stopped { course, chapter, video, position, at } => {
                Latest::offer(&mut self.video(course, chapter, video).stopped, *at, position)
            }
            Event::AttemptStarted { attempt, course, content, seed, questions, at } => {
                let (course, questions) = (course.clone(), questions.clone());
                let start = Start { at: *at, course, content: *content, seed: *seed, questions };
                earliest(&mut self.attempts.entry(*attempt).or_default().start, start)
            }
            Event::Answered { attempt, question, answer, at } => {
                let record = self.attempts.entry(*attempt).or_default();
                let given = record.answers.entry(question.clone()).or_default();
                given.insert((*at, answer.clone()))
            }
            Event::HandedIn { attempt, correct, total, passed, missed, at } => {
                let (correct, total, passed) = (*correct, *total, *passed);
                let handed_in =
                    HandedIn { at: *at, correct, total, passed, missed: missed.clone() };
                earliest(&mut self.attempts.entry(*attempt).or_default().handed_in, handed_in)
            }
            Event::Completed { course, content, at } => {
                let completed = &mut entry(&mut self.courses, course).completed;
                let is_earlier = completed.get(content).is_none_or(|first| at < first);
                if is_earlier {
                    completed.insert(*content, *at);
                }
                is_earlier
            }
            Event::Sealed { course, content, cti, token, at } => {
                let sealed =
                    SealedToken { at: *at, content: *content, cti: *cti, token: token.clone() };
                entry(&mut self.courses, course).tokens.insert(sealed)
            }
            Event::ProfileSet { field, value, at } => {
                Latest::offer_in(&mut self.profile, *field, *at, value)
            }
            Event::PreferenceSet { preference, value, at } => {
                Latest::offer_in(&mut self.preferences, *preference, *at, value)
            }
            Event::NoteWritten { course, chapter, position, text, at } => {
                Latest::offer_in(&mut self.chapter(course, chapter).notes, *position, *at, text)
            }
            Event::Unknown { text } => self.unknown.insert(text.clone()),
        }
    }

    /// The fact as it is to be recorded: not before those it comes after. Where the clock was set back between two
    /// answers, between an answer and handing in, or between two settings of one thing, the later would be outweighed
    /// by the earlier, or be as if it had never been given.
    #[must_use]
    pub fn in_order(&self, mut event: Event) -> Event {
        let before = self.moment_before(&event);
        if let (Some(before), Some(at)) = (before, event.at_mut()) {
            *at = (*at).max(before.saturating_add_ms(1));
        }
        event
    }

    /// The newest moment of those facts that this one comes after.
    fn moment_before(&self, event: &Event) -> Option<UnixMs> {
        match event {
            Event::Answered { attempt, .. } | Event::HandedIn { attempt, .. } => {
                Some(self.attempt(*attempt)?.last_moment())
            }
            Event::ProfileSet { field, .. } => Some(self.profile.get(field)?.at),
            Event::PreferenceSet { preference, .. } => Some(self.preferences.get(preference)?.at),
            Event::Stopped { course, chapter, video, .. } => {
                Some(self.find(course, chapter, video)?.stopped.as_ref()?.at)
            }
            Event::NoteWritten { course, chapter, position, .. } => {
                let chapter = self.courses.get(course)?.chapters.get(chapter)?;
                Some(chapter.notes.get(position)?.at)
            }
            // The earliest of these counts, or each for itself.
            Event::Watched { .. }
            | Event::AttemptStarted { .. }
            | Event::Completed { .. }
            | Event::Sealed { .. }
            | Event::Unknown { .. } => None,
        }
    }

    /// Takes all facts of another journal.
    pub fn merge(&mut self, other: &Self) {
        other.events().iter().for_each(|event| self.apply(event));
    }

    /// Events that amount to this journal. Fewer than those it was made of: stretches that were
    /// joined stay joined, and what was outweighed is gone.
    #[must_use]
    pub fn events(&self) -> Vec<Event> {
        let mut events = Vec::new();
        self.courses.iter().for_each(|(course, record)| record.events(course, &mut events));
        self.attempts.iter().for_each(|(attempt, record)| record.events(*attempt, &mut events));
        events.extend(self.profile.iter().map(|(field, latest)| Event::ProfileSet {
            field: *field,
            value: latest.value.clone(),
            at: latest.at,
        }));
        events.extend(self.preferences.iter().map(|(preference, latest)| Event::PreferenceSet {
            preference: *preference,
            value: latest.value.clone(),
            at: latest.at,
        }));
        events.extend(self.unknown.iter().map(|text| Event::Unknown { text: text.clone() }));
        events
    }

    /// What was played of this recording.
    #[must_use]
    pub fn coverage(&self, course: &CourseId, chapter: &ChapterId, video: &MediaName) -> &Coverage {
        self.find(course, chapter, video).map_or(&NOTHING_PLAYED, |record| &record.coverage)
    }

    /// When this recording was first and last played.
    #[must_use]
    pub fn played_between(
        &self,
        course: &CourseId,
        chapter: &ChapterId,
        video: &MediaName,
    ) -> Option<(UnixMs, UnixMs)> {
        self.find(course, chapter, video)?.played
    }

    /// Where the learner stopped in this recording.
    #[must_use]
    pub fn resume(
        &self,
        course: &CourseId,
        chapter: &ChapterId,
        video: &MediaName,
    ) -> Option<MediaMs> {
        Some(self.find(course, chapter, video)?.stopped.as_ref()?.value)
    }

    /// Where the learner last stopped in this course.
    #[must_use]
    pub fn last_stop(&self, course: &CourseId) -> Option<Stop<'_>> {
        let record = self.courses.get(course)?;
        let chapters = record.chapters.iter();
        let stops = chapters.flat_map(|(chapter, record)| {
            record.videos.iter().filter_map(move |(video, record)| {
                let stopped = record.stopped.as_ref()?;
                Some(Stop { at: stopped.at, chapter, video, position: stopped.value })
            })
        });
        stops.max_by_key(|stop| stop.at)
    }

    /// When the learner last did anything in this course.
    #[must_use]
    pub fn last_activity(&self, course: &CourseId) -> Option<UnixMs> {
        let record = self.courses.get(course);
        let watched = record.into_iter().flat_map(CourseRecord::moments);
        let answered = self.attempts(course).into_iter().map(|attempt| attempt.last_moment());
        watched.chain(answered).max()
    }

    /// All attempts at this course's self-assessment, the oldest first.
    #[must_use]
    pub fn attempts(&self, course: &CourseId) -> Vec<Attempt<'_>> {
        let all = self.attempts.iter().filter_map(|(id, record)| record.view(*id));
        let mut attempts: Vec<Attempt<'_>> = Vec::new();
        // They are few: a sort weighs more in the portal than it saves.
        for attempt in all.filter(|attempt| attempt.course == course) {
            let moment = |attempt: &Attempt<'_>| (attempt.started_at, attempt.id);
            let place = attempts.partition_point(|earlier| moment(earlier) < moment(&attempt));
            attempts.insert(place, attempt);
        }
        attempts
    }

    /// One attempt, if its start is known.
    #[must_use]
    pub fn attempt(&self, id: AttemptId) -> Option<Attempt<'_>> {
        self.attempts.get(&id)?.view(id)
    }

    /// The newest attempt at this version of the course that is not handed in.
    #[must_use]
    pub fn open_attempt(&self, course: &CourseId, content: ContentHash) -> Option<Attempt<'_>> {
        let newest =
            self.attempts(course).into_iter().rfind(|attempt| attempt.content == content)?;
        newest.handed_in.is_none().then_some(newest)
    }

    /// When this version of the course was completed.
    #[must_use]
    pub fn completed_at(&self, course: &CourseId, content: ContentHash) -> Option<UnixMs> {
        self.courses.get(course)?.completed.get(&content).copied()
    }

    /// The completions of this course, one for each version that was completed.
    pub fn completions(&self, course: &CourseId) -> impl Iterator<Item = (ContentHash, UnixMs)> {
        let record = self.courses.get(course);
        record
            .into_iter()
            .flat_map(|record| record.completed.iter().map(|(content, at)| (*content, *at)))
    }

    /// All tokens of this course, the oldest first.
    pub fn tokens(&self, course: &CourseId) -> impl DoubleEndedIterator<Item = &SealedToken> {
        self.courses.get(course).into_iter().flat_map(|record| &record.tokens)
    }

    /// A field of the profile; `None` when never set or taken away.
    #[must_use]
    pub fn profile(&self, field: ProfileField) -> Option<&str> {
        self.profile
            .get(&field)
            .map(|latest| latest.value.as_str())
            .filter(|value| !value.is_empty())
    }

    /// A preference; `None` when never set.
    #[must_use]
    pub fn preference(&self, preference: Preference) -> Option<&str> {
        self.preferences.get(&preference).map(|latest| latest.value.as_str())
    }

    /// The notes of a chapter, in the order of the video.
    pub fn notes(&self, course: &CourseId, chapter: &ChapterId) -> impl Iterator<Item = Note<'_>> {
        let record = self.courses.get(course).and_then(|record| record.chapters.get(chapter));
        let notes = record.into_iter().flat_map(|record| &record.notes);
        notes.filter(|(_, latest)| !latest.value.is_empty()).map(|(position, latest)| Note {
            position: *position,
            text: &latest.value,
            at: latest.at,
        })
    }

    /// The first place from a position on where no note was ever written: of two notes at one place only
    /// the newer is there, so that each needs a place of its own.
    #[must_use]
    pub fn free_note_position(
        &self,
        course: &CourseId,
        chapter: &ChapterId,
        from: MediaMs,
    ) -> MediaMs {
        let record = self.courses.get(course).and_then(|record| record.chapters.get(chapter));
        let taken = record.into_iter().flat_map(|record| record.notes.range(from..));
        taken.fold(
            from,
            |free, (position, _)| {
                if *position == free { free.saturating_add(MediaMs(1)) } else { free }
            },
        )
    }

    /// How many facts of newer versions are kept.
    #[must_use]
    pub fn unknown_count(&self) -> usize {
        self.unknown.len()
    }

    fn find(
        &self,
        course: &CourseId,
        chapter: &ChapterId,
        video: &MediaName,
    ) -> Option<&VideoRecord> {
        self.courses.get(course)?.chapters.get(chapter)?.videos.get(video)
    }

    fn chapter(&mut self, course: &CourseId, chapter: &ChapterId) -> &mut ChapterRecord {
        entry(&mut entry(&mut self.courses, course).chapters, chapter)
    }

    fn video(
        &mut self,
        course: &CourseId,
        chapter: &ChapterId,
        video: &MediaName,
    ) -> &mut VideoRecord {
        entry(&mut self.chapter(course, chapter).videos, video)
    }
}

/// The value of a key, made if it is not there. Unlike `BTreeMap::entry` it copies the key only then:
/// nearly every event is about a video already known.
fn entry<'a, K: Ord + Clone, V: Default>(map: &'a mut BTreeMap<K, V>, key: &K) -> &'a mut V {
    if !map.contains_key(key) {
        map.insert(key.clone(), V::default());
    }
    // safe: inserted just now if it was not there
    map.get_mut(key).unwrap_or_else(|| unreachable!())
}
