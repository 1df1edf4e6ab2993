//! Where in the authors' files a logical problem of the catalog stands. The rules are `domain::catalog::check`; this is
//! only the way back from them to a line.

use domain::catalog::{ChapterId, Course, Passage, Pool, Problem, Question, QuestionId};

use crate::author::course::CourseFile;
use crate::author::form;
use crate::author::question::QuestionEntry;
use crate::finding::Findings;
use crate::mistake::Mistake;
use crate::source::Place;

/// Reports every logical problem at the line that causes it.
pub fn check(
    course: &Course,
    pool: Option<&Pool>,
    file: &CourseFile,
    entries: &[QuestionEntry],
    findings: &Findings,
) {
    let locator = Locator { course, file, entries };
    // Without a question there is a finding for that, and every count would be wrong.
    let counted = pool.filter(|pool| !pool.questions.is_empty());
    let mut course = course.clone();
    course.outline.completion.test = course.outline.completion.test.filter(|_| counted.is_some());
    for problem in domain::catalog::check(&course, counted) {
        if let Some((place, mistake)) =
            locator.locate(problem).filter(|(place, _)| !findings.is_wrong_at(place))
        {
            findings.add(place, mistake);
        }
    }
    if file.completion.test.is_some() {
        locator.topics(findings);
    }
}

struct Locator<'a> {
    course: &'a Course,
    file: &'a CourseFile,
    entries: &'a [QuestionEntry],
}

impl Locator<'_> {
    /// Topics that no question has, and tests without topics.
    fn topics(&self, findings: &Findings) {
        if self.file.topics.is_empty() {
            findings.add(self.file.place("topics"), Mistake::NoTopics {});
        }
        let least = self.file.completion.test.map_or(0, |test| test.per_topic_min);
        for topic in self.file.topics.iter().filter(|_| least == 0) {
            if self.entries.iter().all(|entry| entry.question.topic != topic.value.id) {
                findings.add(
                    topic.place.clone(),
                    Mistake::TopicUnused { topic: topic.value.id.to_string() },
                );
            }
        }
    }

    fn entry(&self, id: &QuestionId, place: fn(&QuestionEntry) -> &Place) -> Place {
        let entry = self.entries.iter().find(|entry| entry.question.id == *id);
        entry.map_or_else(|| self.file.place(""), |entry| place(entry).clone())
    }

    fn length(&self, chapter: &ChapterId) -> String {
        self.course
            .outline
            .chapter(chapter)
            .map_or_else(String::new, |chapter| form::show_position(chapter.duration))
    }

    fn choices(&self, id: &QuestionId) -> usize {
        self.entries
            .iter()
            .find(|entry| entry.question.id == *id)
            .map_or(0, |entry| entry.question.choices.len())
    }

    fn unknown_chapter(&self, chapter: &ChapterId) -> Mistake {
        let chapters = self.course.outline.chapters.iter();
        let known: Vec<&str> = chapters.map(|chapter| chapter.id.as_str()).collect();
        Mistake::UnknownChapter { chapter: chapter.to_string(), known: known.join(", ") }
    }

    fn beyond_end(&self, id: &QuestionId, passage: fn(&Question) -> Option<&Passage>) -> Mistake {
        let entry = self.entries.iter().find(|entry| entry.question.id == *id);
        let chapter = entry.and_then(|entry| Some(&passage(&entry.question)?.chapter));
        let end = chapter.map_or_else(String::new, |chapter| self.length(chapter));
        let chapter = chapter.map_or_else(String::new, ToString::to_string);
        Mistake::PassageBeyondEnd { chapter, end }
    }

    fn locate(&self, problem: Problem) -> Option<(Place, Mistake)> {
        let at = |key: &str| self.file.place(key);
        Some(match problem {
            Problem::ChapterWithinTolerance(chapter) => (
                at("watching.tolerance_s"),
                Mistake::ChapterWithinTolerance { chapter: chapter.to_string() },
            ),
            Problem::Minutes { .. } => {
                (at("minutes.inperson"), Mistake::PracticalWithoutMinutes {})
            }
            Problem::Validity(validity) => (
                at("completion.validity"),
                Mistake::ValidityForm { found: form::show_validity(validity) },
            ),
            Problem::PracticalMissing => {
                (at("completion.practical_required"), Mistake::PracticalMissing {})
            }
            Problem::DrawBeyondPool { draw, pool } => {
                (at("completion.draw"), Mistake::DrawAbovePool { draw: draw.into(), pool })
            }
            Problem::TooManyQuestions(found) => {
                (at("completion.draw"), Mistake::TooManyQuestions { found })
            }
            Problem::TopicsBeyondDraw { wanted, draw } => (
                at("completion.per_topic_min"),
                Mistake::TopicsAboveDraw { needs: wanted, draw: draw.into() },
            ),
            Problem::TopicSmall { topic, has, wants } => {
                let place = self.file.topics.iter().find(|known| known.value.id == topic);
                let place = place.map_or_else(|| at("topics"), |topic| topic.place.clone());
                (
                    place,
                    Mistake::TopicTooSmall { topic: topic.to_string(), has, needs: wants.into() },
                )
            }
            other => return self.locate_question(other),
        })
    }

    fn locate_question(&self, problem: Problem) -> Option<(Place, Mistake)> {
        Some(match problem {
            Problem::TopicUnknown(id, topic) => {
                let known: Vec<&str> =
                    self.file.topics.iter().map(|topic| topic.value.id.as_str()).collect();
                let (topic, known) = (topic.to_string(), known.join(", "));
                (self.entry(&id, |entry| &entry.topic), Mistake::UnknownTopic { topic, known })
            }
            Problem::RightOutOfRange(id, index) => {
                let (right, choices) = (index as i64 + 1, self.choices(&id));
                (self.entry(&id, |entry| &entry.right), Mistake::RightOutOfRange { right, choices })
            }
            Problem::NothingRight(id) => {
                (self.entry(&id, |entry| &entry.right), Mistake::RightNone {})
            }
            Problem::TooFewChoices(id) => {
                let found = self.choices(&id);
                (self.entry(&id, |entry| &entry.choices), Mistake::ChoiceCount { found })
            }
            Problem::PassageUnknown(id, chapter) => {
                (self.entry(&id, |entry| &entry.teaches), self.unknown_chapter(&chapter))
            }
            Problem::SceneUnknown(id, chapter) => {
                (self.entry(&id, |entry| &entry.scene), self.unknown_chapter(&chapter))
            }
            Problem::PassageOutside(id) => {
                let mistake = self.beyond_end(&id, |question| question.teaches.as_ref());
                (self.entry(&id, |entry| &entry.teaches), mistake)
            }
            Problem::SceneOutside(id) => {
                let mistake = self.beyond_end(&id, |question| question.scene.as_ref());
                (self.entry(&id, |entry| &entry.scene), mistake)
            }
            // The readers of the files have reported these, each at its own line.
            Problem::NoChapters
            | Problem::TopicTwice(_)
            | Problem::QuestionTwice(_)
            | Problem::ChoicesOfTrueFalse(_)
            | Problem::ChoiceTwice(_)
            | Problem::RightTwice(_)
            | Problem::ItemCount(..)
            | Problem::ItemTwice(_)
            | Problem::PairCount(..)
            | Problem::PairTwice(_)
            | Problem::RegionOutside(..) => return None,
            other => (self.file.place(""), Mistake::Inconsistent { problem: format!("{other:?}") }),
        })
    }
}
