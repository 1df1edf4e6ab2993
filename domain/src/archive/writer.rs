//! Events as lines.

use alloc::string::String;
use core::fmt::{Display, Formatter, Write};

use base64ct::{Base64UrlUnpadded, Encoding};

use crate::assessment::Answer;
use crate::journal::Event;
use crate::text_form::hex64;
use crate::unit::UnixMs;

/// An event as one line, without its end. Reading it gives the event back.
#[must_use]
pub fn line(event: &Event) -> String {
    match event {
        Event::Watched { course, chapter, video, span, at } => Line::new("watched")
            .text(course.as_str())
            .text(chapter.as_str())
            .text(video.as_str())
            .number(span.start().0)
            .number(span.end().0)
            .end(*at),
        Event::Stopped { course, chapter, video, position, at } => Line::new("stopped")
            .text(course.as_str())
            .text(chapter.as_str())
            .text(video.as_str())
            .number(position.0)
            .end(*at),
        Event::AttemptStarted { attempt, course, content, seed, questions, at } => {
            Line::new("attempt")
                .plain(attempt)
                .text(course.as_str())
                .plain(content)
                .plain(hex64(*seed))
                .texts(questions.iter().map(|id| id.as_str()))
                .end(*at)
        }
        Event::Answered { attempt, question, answer, at } => Line::new(given(answer.as_ref()))
            .plain(attempt)
            .text(question.as_str())
            .answer(answer.as_ref())
            .end(*at),
        Event::HandedIn { attempt, correct, total, passed, missed, at } => Line::new("handed-in")
            .plain(attempt)
            .number(correct)
            .number(total)
            .number(passed)
            .texts(missed.iter().map(|id| id.as_str()))
            .end(*at),
        Event::Completed { course, content, at } => {
            Line::new("completed").text(course.as_str()).plain(content).end(*at)
        }
        Event::Sealed { course, content, cti, token, at } => Line::new("sealed")
            .text(course.as_str())
            .plain(content)
            .plain(cti)
            .plain(Base64UrlUnpadded::encode_string(token))
            .end(*at),
        Event::ProfileSet { field, value, at } => {
            Line::new("profile").plain(field.as_str()).text(value).end(*at)
        }
        Event::PreferenceSet { preference, value, at } => {
            Line::new("preference").plain(preference.as_str()).text(value).end(*at)
        }
        Event::NoteWritten { course, chapter, position, text, at } => Line::new("note")
            .text(course.as_str())
            .text(chapter.as_str())
            .number(position.0)
            .text(text)
            .end(*at),
        // A line break can only be white space between JSON tokens.
        Event::Unknown { text } => text.replace(['\n', '\r'], " "),
    }
}

/// The name of an answer's event. Each kind that came after version 0.1 has a name of its own, which a
/// program that does not know it keeps unread.
const fn given(answer: Option<&Answer>) -> &'static str {
    match answer {
        None | Some(Answer::TrueFalse(_) | Answer::Single(_) | Answer::Multiple(_)) => "answered",
        Some(Answer::Order(_)) => "ordered",
        Some(Answer::Match(_)) => "matched",
        Some(Answer::Number(_)) => "typed",
        Some(Answer::Spot(_)) => "pointed",
    }
}

/// The right chosen for a left, or `null`.
struct Right(Option<usize>);

impl Display for Right {
    fn fmt(&self, f: &mut Formatter<'_>) -> core::fmt::Result {
        match self.0 {
            Some(right) => right.fmt(f),
            None => f.write_str("null"),
        }
    }
}

/// A JSON array in the making. `fmt::Write` on a string cannot fail, so its results are dropped.
pub(crate) struct Line(String);

impl Line {
    pub(crate) fn new(name: &str) -> Self {
        let mut line = String::with_capacity(120);
        let _ = write!(line, "[\"{name}\"");
        Self(line)
    }

    /// A number, `true` or `false`.
    pub(crate) fn number(mut self, value: impl Display) -> Self {
        let _ = write!(self.0, ",{value}");
        self
    }

    /// A text that needs no escaping.
    pub(crate) fn plain(mut self, text: impl Display) -> Self {
        let _ = write!(self.0, ",\"{text}\"");
        self
    }

    /// Any text.
    pub(crate) fn text(mut self, text: &str) -> Self {
        self.0.push(',');
        self.0.push_str(&quoted(text));
        self
    }

    /// Nothing.
    pub(crate) fn null(mut self) -> Self {
        self.0.push_str(",null");
        self
    }

    fn texts<'a>(self, texts: impl Iterator<Item = &'a str>) -> Self {
        self.list(texts.map(quoted))
    }

    fn list<T: Display>(mut self, items: impl Iterator<Item = T>) -> Self {
        self.0.push_str(",[");
        for (index, item) in items.enumerate() {
            let _ = write!(self.0, "{}{item}", if index > 0 { "," } else { "" });
        }
        self.0.push(']');
        self
    }

    fn answer(self, answer: Option<&Answer>) -> Self {
        match answer {
            None => self.null(),
            Some(Answer::TrueFalse(given)) => self.number(given),
            Some(Answer::Single(given)) => self.number(given),
            Some(Answer::Multiple(given)) => self.list(given.iter()),
            Some(Answer::Order(given)) => self.list(given.iter()),
            Some(Answer::Match(given)) => self.list(given.iter().map(|right| Right(*right))),
            Some(Answer::Number(given)) => self.text(given),
            Some(Answer::Spot(given)) => self.number(given.x).number(given.y),
        }
    }

    pub(crate) fn end(self, at: UnixMs) -> String {
        let mut line = self.number(at.0).0;
        line.push(']');
        line
    }
}

fn quoted(text: &str) -> String {
    // safe: every text has a JSON form
    serde_json::to_string(text).unwrap_or_default()
}
