//! What a journal remembers. Every part is a union, a smallest or a greatest, so that the order of
//! facts cannot matter.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use token::identifier::{ContentHash, CourseId, Cti};

use super::event::{AttemptId, Event};
use crate::assessment::Answer;
use crate::catalog::{ChapterId, MediaName, QuestionId};
use crate::coverage::{Coverage, Span};
use crate::unit::{MediaMs, UnixMs};

/// A value of which the newest counts; of two of the same moment, the greater. What takes an offer tells whether it did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Latest<T> {
    pub(super) at: UnixMs,
    pub(super) value: T,
}

impl<T: Ord + Clone> Latest<T> {
    pub(super) fn offer(slot: &mut Option<Self>, at: UnixMs, value: &T) -> bool {
        let is_newer = slot.as_ref().is_none_or(|old| (old.at, &old.value) < (at, value));
        if is_newer {
            *slot = Some(Self { at, value: value.clone() });
        }
        is_newer
    }

    pub(super) fn offer_in<K: Ord>(
        map: &mut BTreeMap<K, Self>,
        key: K,
        at: UnixMs,
        value: &T,
    ) -> bool {
        let is_newer = map.get(&key).is_none_or(|old| (old.at, &old.value) < (at, value));
        if is_newer {
            map.insert(key, Self { at, value: value.clone() });
        }
        is_newer
    }
}

/// Keeps the smaller of two: types whose first field is the moment keep the earliest. Tells whether it is the offered.
pub(super) fn earliest<T: Ord>(slot: &mut Option<T>, offered: T) -> bool {
    let is_earlier = slot.as_ref().is_none_or(|old| offered < *old);
    if is_earlier {
        *slot = Some(offered);
    }
    is_earlier
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct CourseRecord {
    pub(super) chapters: BTreeMap<ChapterId, ChapterRecord>,
    pub(super) completed: BTreeMap<ContentHash, UnixMs>,
    pub(super) tokens: BTreeSet<SealedToken>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ChapterRecord {
    pub(super) videos: BTreeMap<MediaName, VideoRecord>,
    pub(super) notes: BTreeMap<MediaMs, Latest<String>>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct VideoRecord {
    pub(super) coverage: Coverage,
    pub(super) played: Option<(UnixMs, UnixMs)>,
    pub(super) stopped: Option<Latest<MediaMs>>,
}

impl VideoRecord {
    pub(super) fn watch(&mut self, span: Span, at: UnixMs) -> bool {
        let is_new = !self.coverage.includes(span);
        self.coverage.insert(span);
        let (first, last) = self.played.unwrap_or((at, at));
        let played = Some((first.min(at), last.max(at)));
        core::mem::replace(&mut self.played, played) != played || is_new
    }
}

impl CourseRecord {
    /// The moments at which something happened in this course, but for attempts.
    pub(super) fn moments(&self) -> impl Iterator<Item = UnixMs> {
        let videos = self.chapters.values().flat_map(|chapter| chapter.videos.values());
        let played = videos.clone().filter_map(|video| Some(video.played?.1));
        let stopped = videos.filter_map(|video| Some(video.stopped.as_ref()?.at));
        let sealed = self.tokens.iter().map(|token| token.at);
        played.chain(stopped).chain(self.completed.values().copied()).chain(sealed)
    }

    pub(super) fn events(&self, course: &CourseId, events: &mut Vec<Event>) {
        for (chapter, record) in &self.chapters {
            record.events(course, chapter, events);
        }
        events.extend(self.completed.iter().map(|(content, at)| Event::Completed {
            course: course.clone(),
            content: *content,
            at: *at,
        }));
        events.extend(self.tokens.iter().map(|sealed| Event::Sealed {
            course: course.clone(),
            content: sealed.content,
            cti: sealed.cti,
            token: sealed.token.clone(),
            at: sealed.at,
        }));
    }
}

impl ChapterRecord {
    fn events(&self, course: &CourseId, chapter: &ChapterId, events: &mut Vec<Event>) {
        for (video, record) in &self.videos {
            let watched = |span: Span, at: UnixMs| Event::Watched {
                course: course.clone(),
                chapter: chapter.clone(),
                video: video.clone(),
                span,
                at,
            };
            if let Some((first, last)) = record.played {
                let spans = record.coverage.spans();
                // One stretch stands twice, so that both moments are kept.
                events.extend(spans.iter().map(|span| watched(*span, first)));
                events
                    .extend(spans.last().filter(|_| first < last).map(|span| watched(*span, last)));
            }
            events.extend(record.stopped.as_ref().map(|stopped| Event::Stopped {
                course: course.clone(),
                chapter: chapter.clone(),
                video: video.clone(),
                position: stopped.value,
                at: stopped.at,
            }));
        }
        events.extend(self.notes.iter().map(|(position, note)| Event::NoteWritten {
            course: course.clone(),
            chapter: chapter.clone(),
            position: *position,
            text: note.value.clone(),
            at: note.at,
        }));
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct AttemptRecord {
    pub(super) start: Option<Start>,
    pub(super) answers: BTreeMap<QuestionId, BTreeSet<(UnixMs, Option<Answer>)>>,
    pub(super) handed_in: Option<HandedIn>,
}

#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Start {
    pub(super) at: UnixMs,
    pub(super) course: CourseId,
    pub(super) content: ContentHash,
    pub(super) seed: u64,
    pub(super) questions: Vec<QuestionId>,
}

impl AttemptRecord {
    pub(super) fn view(&self, id: AttemptId) -> Option<Attempt<'_>> {
        let start = self.start.as_ref()?;
        Some(Attempt {
            id,
            course: &start.course,
            content: start.content,
            seed: start.seed,
            questions: &start.questions,
            started_at: start.at,
            handed_in: self.handed_in.as_ref(),
            answers: &self.answers,
        })
    }

    pub(super) fn events(&self, attempt: AttemptId, events: &mut Vec<Event>) {
        events.extend(self.start.as_ref().map(|start| Event::AttemptStarted {
            attempt,
            course: start.course.clone(),
            content: start.content,
            seed: start.seed,
            questions: start.questions.clone(),
            at: start.at,
        }));
        for (question, given) in &self.answers {
            events.extend(given.iter().map(|(at, answer)| Event::Answered {
                attempt,
                question: question.clone(),
                answer: answer.clone(),
                at: *at,
            }));
        }
        events.extend(self.handed_in.as_ref().map(|handed_in| Event::HandedIn {
            attempt,
            correct: handed_in.correct,
            total: handed_in.total,
            passed: handed_in.passed,
            missed: handed_in.missed.clone(),
            at: handed_in.at,
        }));
    }
}

/// An attempt at a self-assessment.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// Its id.
    pub id: AttemptId,
    /// The course.
    pub course: &'a CourseId,
    /// The version of the course.
    pub content: ContentHash,
    /// What its questions were drawn and its choices are shuffled with.
    pub seed: u64,
    /// Its questions, in the order in which they are asked.
    pub questions: &'a [QuestionId],
    /// When it began.
    pub started_at: UnixMs,
    /// Its result, once it is handed in.
    pub handed_in: Option<&'a HandedIn>,
    answers: &'a BTreeMap<QuestionId, BTreeSet<(UnixMs, Option<Answer>)>>,
}

impl Attempt<'_> {
    /// The answer to a question: the newest, but none from after the attempt was handed in.
    #[must_use]
    pub fn answer(&self, question: &QuestionId) -> Option<&Answer> {
        let closed = self.handed_in.map_or(UnixMs(i64::MAX), |handed_in| handed_in.at);
        let given = self.answers.get(question)?;
        given.iter().rfind(|(at, _)| *at <= closed)?.1.as_ref()
    }

    /// All answers, by question.
    #[must_use]
    pub fn answers(&self) -> BTreeMap<QuestionId, Answer> {
        let mut answers = BTreeMap::new();
        for id in self.questions {
            if let Some(answer) = self.answer(id) {
                answers.insert(id.clone(), answer.clone());
            }
        }
        answers
    }

    /// When something last happened in this attempt.
    pub(super) fn last_moment(&self) -> UnixMs {
        let given = self.answers.values().filter_map(|given| Some(given.last()?.0));
        let handed_in = self.handed_in.map(|handed_in| handed_in.at);
        given.chain(handed_in).fold(self.started_at, UnixMs::max)
    }
}

/// The result of an attempt, as it was when it was handed in.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct HandedIn {
    /// When.
    pub at: UnixMs,
    /// Right answers.
    pub correct: u16,
    /// Questions asked.
    pub total: u16,
    /// Was that enough?
    pub passed: bool,
    /// The questions missed.
    pub missed: Vec<QuestionId>,
}

/// A completion token that was made on this or another device of the learner's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SealedToken {
    /// When it was made.
    pub at: UnixMs,
    /// The version of the course it is about.
    pub content: ContentHash,
    /// Its id.
    pub cti: Cti,
    /// Its bytes.
    pub token: Vec<u8>,
}

/// A place at which the learner stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stop<'a> {
    /// When.
    pub at: UnixMs,
    /// The chapter.
    pub chapter: &'a ChapterId,
    /// The recording.
    pub video: &'a MediaName,
    /// Where.
    pub position: MediaMs,
}

/// A note of the learner's at a position of a video.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Note<'a> {
    /// Where in the video.
    pub position: MediaMs,
    /// The note.
    pub text: &'a str,
    /// When it was written.
    pub at: UnixMs,
}
