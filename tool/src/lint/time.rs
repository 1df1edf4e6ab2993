//! Minutes: how the total is divided (R148), and what really fills the e-learning part (R149).

use domain::catalog::ChapterText;
use domain::rules::{RuleTable, Split, TableBody, Together, Training};

use super::{Inspector, cite, cite_supposed};
use crate::breach::Breach;
use crate::citation::Citation;

/// What fills the minutes of the e-learning part. Reading and test are estimates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Time {
    /// All videos together, in seconds.
    pub video_s: u32,
    /// Characters of all lecture texts, without spaces.
    pub characters: u32,
    /// How many of them are supposed to be read in a minute.
    pub characters_per_minute: u16,
    /// Questions of an attempt; none without a test.
    pub questions: u16,
    /// How many seconds one is supposed to take.
    pub seconds_per_question: u16,
    /// 座学相当, as the course says: minutes.
    pub wanted: u16,
}

impl Time {
    /// Reading, in seconds.
    pub fn reading_s(self) -> u32 {
        (self.characters * 60).div_ceil(u32::from(self.characters_per_minute.max(1)))
    }

    /// The test, in seconds.
    pub fn test_s(self) -> u32 {
        u32::from(self.questions) * u32::from(self.seconds_per_question)
    }

    /// All of it, in seconds.
    pub fn total_s(self) -> u32 {
        self.video_s + self.reading_s() + self.test_s()
    }

    /// 座学相当, in seconds.
    pub fn wanted_s(self) -> u32 {
        u32::from(self.wanted) * 60
    }
}

/// Measures videos, texts and test. Nothing comes back when a video could not be read.
pub(super) fn measure(inspector: &Inspector<'_>) -> Option<Time> {
    let (_, estimate) = inspector.estimate()?;
    let course = inspector.subject.course;
    let timed = inspector.subject.chapters.iter().all(|chapter| chapter.timed);
    if !timed || inspector.subject.chapters.is_empty() {
        return None;
    }
    Some(Time {
        video_s: course.outline.video_length().0 / 1000,
        characters: course.chapters.iter().map(characters).sum(),
        characters_per_minute: estimate.characters_per_minute.value,
        questions: course.outline.completion.test.as_ref().map_or(0, |test| test.draw),
        seconds_per_question: estimate.seconds_per_question.value,
        wanted: course.outline.minutes.elearning,
    })
}

/// Characters of a lecture text that are read: no tags, no spaces; an entity is one.
fn characters(text: &ChapterText) -> u32 {
    let (mut count, mut tag, mut entity) = (0, false, false);
    for character in text.html.chars() {
        match character {
            '<' => tag = true,
            '>' if tag => tag = false,
            '&' if !tag => (entity, count) = (true, count + 1),
            ';' if entity => entity = false,
            _ if tag || entity || character.is_whitespace() => {}
            _ => count += 1,
        }
    }
    count
}

/// Is what there is as long as what it stands for (R149)?
pub(super) fn check(inspector: &Inspector<'_>, table: Option<&RuleTable>, time: &Time) {
    let short = time.wanted_s().saturating_sub(time.total_s());
    // Where no e-learning is offered, nothing is to be filled.
    let offered = |table: &RuleTable| match &table.body {
        TableBody::Training(training) => !training.splits.is_empty(),
        _ => true,
    };
    if short == 0 || !table.is_none_or(offered) {
        return;
    }
    let minutes = |seconds: u32| format!("{}:{:02}", seconds / 60, seconds % 60);
    let breach = Breach::MinutesShort {
        video: minutes(time.video_s),
        reading: minutes(time.reading_s()),
        characters: time.characters,
        per_minute: time.characters_per_minute,
        test: minutes(time.test_s()),
        questions: time.questions,
        seconds: time.seconds_per_question,
        sum: minutes(time.total_s()),
        wanted: time.wanted,
        short: minutes(short),
    };
    let mut cited = match table.map(|table| (table, &table.body)) {
        Some((table, TableBody::Training(training))) => {
            let split = training.split_of(time.wanted);
            cite(table, split.map(|split| &split.statement))
        }
        _ => Vec::new(),
    };
    if let Some((own, estimate)) = inspector.estimate() {
        cited.extend(cite_supposed(own, &estimate.characters_per_minute));
        cited.extend(cite_supposed(own, &estimate.seconds_per_question));
    }
    inspector.find("minutes.elearning", breach, cited);
}

/// Is the total divided as the table divides it (R148)? `false` when the table offers no e-learning at all.
pub(super) fn split(inspector: &Inspector<'_>, table: &RuleTable, training: &Training) -> bool {
    let minutes = inspector.subject.file.minutes;
    if training.splits.is_empty() {
        let title = table.title.ja.clone();
        let mut cited = cite(table, training.delivery.as_ref());
        cited.extend(cite(table, training.without_elearning.as_ref()));
        let elearning = minutes.elearning;
        inspector.find("minutes.elearning", Breach::NotOffered { title, elearning }, cited);
        return false;
    }
    let Some(split) = training.splits.iter().find(|of| of.elearning == minutes.elearning) else {
        let size = |of: &Split| format!("{} + {} = {}", of.elearning, of.inperson, of.total());
        let sizes: Vec<String> = training.splits.iter().map(size).collect();
        let mut cited: Vec<Citation> = Vec::new();
        for of in &training.splits {
            cited.extend(cite(table, Some(&of.statement)));
        }
        cited.dedup();
        let elearning = minutes.elearning;
        let sizes = sizes.join(" / ");
        inspector.find("minutes.elearning", Breach::ElearningMinutes { elearning, sizes }, cited);
        return true;
    };
    let (elearning, inperson, sum) = (minutes.elearning, minutes.inperson, minutes.total());
    let (total, wanted) = (training.total, split.inperson);
    if inperson == 0 && !inspector.subject.file.completion.practical_required {
        // That there is no practical session at all is said where it should be required.
        return true;
    }
    match training.together(elearning, inperson) {
        Together::Short { .. } => {
            let mut cited = cite(table, Some(&split.statement));
            cited.extend(cite(table, training.may_shorten.as_ref()));
            let breach = Breach::TimeShortened { elearning, inperson, sum, total, wanted };
            inspector.find("minutes.inperson", breach, cited);
        }
        Together::Enough { spare } if spare > 0 => {
            let breach = Breach::TimeLong { elearning, inperson, sum, total, wanted };
            inspector.find("minutes.inperson", breach, cite(table, Some(&split.statement)));
        }
        Together::Enough { .. } | Together::NoSplit => {}
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(html: &str) -> u32 {
        let id = domain::catalog::ChapterId::new("01-a").unwrap();
        let (objectives, sources, covers) = (Vec::new(), Vec::new(), Vec::new());
        characters(&ChapterText { id, objectives, sources, covers, html: html.to_string() })
    }

    #[test]
    fn what_is_read_is_counted_and_nothing_else() {
        assert_eq!(
            text("<p>胸骨圧迫は <b>5 cm</b>。</p>\n<img src=\"media:a.svg\" alt=\"図\">"),
            9
        );
        assert_eq!(text("<p>a &amp; b &lt; c</p>"), 5);
        assert_eq!(text(""), 0);
    }

    #[test]
    fn reading_and_answering_are_rounded_to_the_learners_side() {
        let time = Time {
            video_s: 100,
            characters: 401,
            characters_per_minute: 400,
            questions: 10,
            seconds_per_question: 45,
            wanted: 10,
        };
        assert_eq!((time.reading_s(), time.test_s(), time.total_s()), (61, 450, 611));
    }
}
