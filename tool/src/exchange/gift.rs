//! GIFT, Moodle's plain text. No crate reads it; the whole of it is: blank lines between questions, and inside one
//! `::name::`, a text, and answers in braces.

use std::collections::BTreeSet;

use domain::decimal::Decimal;
use domain::unit::Localized;

use super::loss::DESCRIPTION;
use super::{
    Answer, Draft, Field, Found, Loss, NotUnderstood, Reason, Remarks, Unwritable, category,
    fraction, html, ja, note_japanese_only, number,
};

/// Characters that mean something, and lose it behind a backslash.
const SPECIAL: [char; 6] = ['~', '=', '#', '{', '}', ':'];

/// Reads all questions.
///
/// # Errors
/// A text that is no GIFT, each brace that is not closed, question without a right answer, number that is none.
pub fn read(text: &str, remarks: &mut Remarks) -> Result<Vec<Draft>, Vec<NotUnderstood>> {
    if let Some(line) = first_of_plain_text(text) {
        return Err(vec![NotUnderstood { line, reason: Reason::NoQuestions }]);
    }
    let mut found = Found::default();
    let mut topic = String::new();
    let mut block: Vec<(u32, &str)> = Vec::new();
    for (line, words) in (1..).zip(text.lines()).chain([(u32::MAX, "")]) {
        let trimmed = words.trim();
        if let Some(category) = trimmed.strip_prefix("$CATEGORY:") {
            topic = category::topic(category.trim(), line, remarks);
        } else if !trimmed.is_empty() {
            block.push((line, words));
        } else if !block.is_empty() {
            found.add(question(&std::mem::take(&mut block), &topic, remarks));
        }
    }
    found.whole()
}

/// The first line of a text that has words, and none of the marks that make it GIFT: any text may be called `.txt`.
fn first_of_plain_text(text: &str) -> Option<u32> {
    let is_marked = ["{", "::", "$CATEGORY:"].iter().any(|mark| text.contains(mark));
    let is_word = |line: &str| !line.trim().is_empty() && !line.trim_start().starts_with("//");
    let line = text.lines().position(is_word).filter(|_| !is_marked)?;
    u32::try_from(line + 1).ok()
}

/// One question; none when it is of a kind that is left out.
fn question(
    block: &[(u32, &str)],
    topic: &str,
    remarks: &mut Remarks,
) -> Result<Option<Draft>, NotUnderstood> {
    let (comments, lines): (Vec<_>, Vec<_>) =
        block.iter().partition(|(_, words)| words.trim_start().starts_with("//"));
    for (line, comment) in &comments {
        if comment.contains("[tag:") {
            remarks.add(*line, Loss::Dropped("tag".into()));
        }
    }
    let Some((line, _)) = lines.first().copied() else { return Ok(None) };
    let id = comments.iter().find_map(|(_, comment)| {
        let (_, rest) = comment.split_once("[id:")?;
        rest.split_once(']').map(|(id, _)| id.trim().to_string())
    });
    let whole: Vec<&str> = lines.iter().map(|(_, words)| *words).collect();
    let whole = whole.join("\n");
    let (name, rest) = named(&whole);
    let (before, body, after) = match braces(rest) {
        Some(Ok(parts)) => parts,
        Some(Err(Open)) => return Err(NotUnderstood { line, reason: Reason::Open }),
        None => return Ok(left_out(DESCRIPTION, line, remarks)),
    };
    let (format, before) = formatted(before);
    let mut words = Words { line, format: format.unwrap_or("moodle"), remarks };
    let mut text = words.plain(before);
    if !after.trim().is_empty() {
        text = format!("{text}＿＿＿{}", words.plain(after));
        words.lose(Loss::Gap);
    }
    let (body, general) = split(body, "####");
    let Some((answer, feedback)) = answer(body.trim(), &mut words)? else { return Ok(None) };
    let mut why = general.map(|general| words.plain(general)).unwrap_or_default();
    if why.is_empty() {
        why = words.plain(feedback);
    } else {
        words.drop_feedback([feedback]);
    }
    let name = id.unwrap_or_else(|| name.map_or_else(String::new, unescaped));
    Ok(Some(Draft {
        line,
        name,
        topic: topic.to_string(),
        text: ja(&text),
        why: ja(&why),
        answer,
        teaches: None,
        scene: None,
    }))
}

fn left_out<T>(kind: &str, line: u32, remarks: &mut Remarks) -> Option<T> {
    remarks.add(line, Loss::LeftOut(kind.into()));
    None
}

/// `::name::` and what follows it.
fn named(whole: &str) -> (Option<&str>, &str) {
    let rest = whole.trim_start().strip_prefix("::");
    rest.and_then(|rest| {
        find_unescaped(rest, "::").map(|at| (Some(rest[..at].trim()), &rest[at + 2..]))
    })
    .unwrap_or((None, whole))
}

/// `[html]` and what follows it.
fn formatted(text: &str) -> (Option<&str>, &str) {
    let rest = text.trim_start();
    for format in ["html", "moodle", "plain", "markdown"] {
        if let Some(rest) = rest.strip_prefix('[').and_then(|rest| rest.strip_prefix(format))
            && let Some(rest) = rest.strip_prefix(']')
        {
            return (Some(format), rest);
        }
    }
    (None, text)
}

/// A brace that nothing closes.
struct Open;

type Parts<'a> = (&'a str, &'a str, &'a str);

/// What stands before, in and behind the braces; nothing when there are none.
fn braces(text: &str) -> Option<Result<Parts<'_>, Open>> {
    let from = find_unescaped(text, "{")?;
    let Some(length) = find_unescaped(&text[from + 1..], "}") else { return Some(Err(Open)) };
    let to = from + 1 + length;
    Some(Ok((&text[..from], &text[from + 1..to], &text[to + 1..])))
}

/// The words of one question: its line, the format of its texts, and where losses are told.
struct Words<'a> {
    line: u32,
    format: &'a str,
    remarks: &'a mut Remarks,
}

impl Words<'_> {
    /// A text as it is read by people. One with no format of its own has that of the question, as Moodle writes it.
    fn plain(&mut self, raw: &str) -> String {
        let (own, raw) = formatted(raw);
        let text = unescaped(raw);
        // How the file is laid out is no part of its words.
        let text = text.trim().lines().map(str::trim).collect::<Vec<_>>().join("\n");
        match own.unwrap_or(self.format) {
            "html" => html::plain(&text, self.line, self.remarks),
            "markdown" => html::plain(&html::of_markdown(&text), self.line, self.remarks),
            "plain" => text,
            // Moodle's own format is HTML too, but people write it by hand and mean what stands there.
            _ if html::is_marked_up(&text) => html::plain(&text, self.line, self.remarks),
            _ => text,
        }
    }

    fn lose(&mut self, loss: Loss) {
        self.remarks.add(self.line, loss);
    }

    /// Feedback for which there is no place.
    fn drop_feedback<'f>(&mut self, feedback: impl IntoIterator<Item = &'f str>) {
        if feedback.into_iter().any(|words| !words.trim().is_empty()) {
            self.lose(Loss::Dropped("feedback".into()));
        }
    }

    fn left_out<T>(&mut self, kind: &str) -> Option<T> {
        self.lose(Loss::LeftOut(kind.into()));
        None
    }

    fn fault(&self, reason: Reason) -> NotUnderstood {
        NotUnderstood { line: self.line, reason }
    }
}

/// One answer of a list: its mark, its weight in percent, its words and its feedback as they are written.
struct Item<'a> {
    is_right: bool,
    weight: Option<f64>,
    words: &'a str,
    feedback: &'a str,
}

/// An answer, and the feedback of the right one as it is written.
type Read<'a> = (Answer, &'a str);

/// The answer of a body; none when its kind is left out.
fn answer<'a>(body: &'a str, words: &mut Words<'_>) -> Result<Option<Read<'a>>, NotUnderstood> {
    if body.is_empty() {
        return Ok(words.left_out("essay"));
    }
    if let Some((right, feedback)) = true_false(body) {
        // The first is for those who are wrong; where it is all there is, it is a reason like any other.
        let (wrong, right_words) = split(feedback, "#");
        let right_words = right_words.filter(|words| !words.trim().is_empty());
        if right_words.is_some() {
            words.drop_feedback([wrong]);
        }
        return Ok(Some((Answer::TrueFalse(right), right_words.unwrap_or(wrong))));
    }
    if let Some(number) = body.strip_prefix('#') {
        return numeric(number, words).map(Some);
    }
    let items = items(body, words);
    if !items.is_empty() && items.iter().all(|item| item.words.contains("->")) {
        return Ok(Some((matching(&items, words), "")));
    }
    if items.iter().all(|item| item.is_right) {
        return Ok(words.left_out("shortanswer"));
    }
    choice(&items, words).map(Some)
}

/// Whether it is true, and what stands behind the word.
fn true_false(body: &str) -> Option<(bool, &str)> {
    let (word, feedback) = split(body, "#");
    let feedback = feedback.unwrap_or_default();
    match word.trim().to_uppercase().as_str() {
        "T" | "TRUE" => Some((true, feedback)),
        "F" | "FALSE" => Some((false, feedback)),
        _ => None,
    }
}

fn matching(items: &[Item<'_>], words: &mut Words<'_>) -> Answer {
    words.drop_feedback(items.iter().map(|item| item.feedback));
    let mut pairs = Vec::new();
    for (left, right) in items.iter().filter_map(|item| item.words.split_once("->")) {
        let (left, right) = (words.plain(left), words.plain(right));
        if left.is_empty() {
            // Moodle's way to add a wrong answer: each right belongs to a left here.
            words.lose(Loss::Unpaired(right));
        } else {
            pairs.push((ja(&left), ja(&right)));
        }
    }
    Answer::Match(pairs)
}

fn choice<'a>(items: &[Item<'a>], words: &mut Words<'_>) -> Result<Read<'a>, NotUnderstood> {
    let right = |item: &Item<'_>| item.is_right || item.weight.is_some_and(|weight| weight > 0.0);
    let whole = |item: &Item<'_>| item.is_right && item.weight.is_none_or(|weight| weight == 100.0);
    let set = |is: &dyn Fn(&Item<'_>) -> bool| -> BTreeSet<usize> {
        items.iter().enumerate().filter(|(_, item)| is(item)).map(|(index, _)| index).collect()
    };
    // One `=` beside weighted ones is a choice with consolation, several weighted ones are several to tick.
    let (set, marked) = (set(&right), set(&whole));
    let (set, multiple) = match (marked.len(), set.len()) {
        (_, 0) => return Err(words.fault(Reason::NoRight)),
        (1, _) => (marked, false),
        (0, _) => (set, true),
        _ => {
            words.lose(Loss::SeveralRight);
            (marked, true)
        }
    };
    if items.iter().any(|item| item.weight.is_some_and(|weight| weight != 0.0 && weight != 100.0)) {
        words.lose(Loss::PartialCredit);
    }
    let first = set.first().copied().unwrap_or_default();
    let others = items.iter().enumerate().filter(|(index, _)| *index != first);
    words.drop_feedback(others.map(|(_, item)| item.feedback));
    let choices = items.iter().map(|item| ja(&words.plain(item.words))).collect();
    Ok((Answer::Choice { choices, right: set, multiple }, items[first].feedback))
}

fn numeric<'a>(body: &'a str, words: &mut Words<'_>) -> Result<Read<'a>, NotUnderstood> {
    let items = if find_unescaped(body, "=").is_some() {
        items(body, words)
    } else {
        let (number, feedback) = split(body, "#");
        let feedback = feedback.unwrap_or_default();
        vec![Item { is_right: true, weight: None, words: number, feedback }]
    };
    let is_best = |item: &Item<'_>| item.is_right && item.weight.is_none_or(|part| part == 100.0);
    let best = items.iter().position(is_best).ok_or(words.fault(Reason::NoRight))?;
    if items.iter().skip(1).any(|item| item.is_right) {
        words.lose(Loss::OneNumber);
    }
    let others = items.iter().enumerate().filter(|(index, _)| *index != best);
    words.drop_feedback(others.map(|(_, item)| item.feedback));
    let Item { words: written, feedback, .. } = items[best];
    let written = unescaped(written.trim());
    let (line, remarks) = (words.line, &mut *words.remarks);
    let read = match (written.split_once(".."), written.split_once(':')) {
        (Some((low, high)), _) => number::between(low, high, line, remarks),
        (None, Some((answer, tolerance))) => number::read(answer, line, remarks)
            .and_then(|answer| Some((answer, number::read(tolerance, line, remarks)?))),
        (None, None) => {
            number::read(&written, line, remarks).map(|answer| (answer, Decimal::default()))
        }
    };
    let (answer, tolerance) = read.ok_or(words.fault(Reason::Number(written)))?;
    Ok((Answer::Numeric { answer, tolerance, unit: Localized::default() }, feedback))
}

/// The answers of a list, each behind its `=` or `~`; what stands before the first belongs to none.
fn items<'a>(body: &'a str, words: &mut Words<'_>) -> Vec<Item<'a>> {
    let mut starts: Vec<usize> = Vec::new();
    let mut is_escaped = false;
    for (at, c) in body.char_indices() {
        if !is_escaped && matches!(c, '=' | '~') {
            starts.push(at);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    let head = starts.first().map_or("", |first| body[..*first].trim());
    if !head.is_empty() {
        words.lose(Loss::Dropped(unescaped(head)));
    }
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    starts.iter().zip(ends).map(|(&from, to)| item(&body[from..to])).collect()
}

fn item(text: &str) -> Item<'_> {
    let is_right = text.starts_with('=');
    let mut rest = text[1..].trim();
    let mut weight = None;
    if let Some((percent, behind)) = rest.strip_prefix('%').and_then(|rest| rest.split_once('%'))
        && let Ok(percent) = percent.trim().parse()
    {
        (weight, rest) = (Some(percent), behind);
    }
    let (words, feedback) = split(rest, "#");
    Item { is_right, weight, words, feedback: feedback.unwrap_or_default() }
}

/// Splits at the first unescaped occurrence.
fn split<'a>(text: &'a str, mark: &str) -> (&'a str, Option<&'a str>) {
    match find_unescaped(text, mark) {
        Some(at) => (&text[..at], Some(&text[at + mark.len()..])),
        None => (text, None),
    }
}

fn find_unescaped(text: &str, mark: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, c) in text.char_indices() {
        if !is_escaped && text[at..].starts_with(mark) {
            return Some(at);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    None
}

fn unescaped(text: &str) -> String {
    let mut out = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match (c, chars.peek()) {
            ('\\', Some('n')) => {
                chars.next();
                out.push('\n');
            }
            ('\\', Some(&next)) if SPECIAL.contains(&next) || next == '\\' => {
                chars.next();
                out.push(next);
            }
            _ => out.push(c),
        }
    }
    out
}

fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.trim().chars() {
        match c {
            '\n' => out.push_str("\\n"),
            c if SPECIAL.contains(&c) || c == '\\' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Writes all questions that GIFT can say.
#[must_use]
pub fn write(drafts: &[Draft], remarks: &mut Remarks) -> String {
    let mut out = String::new();
    let mut topic = "";
    for draft in drafts {
        let Some(body) = body(draft, remarks) else { continue };
        if draft.topic != topic {
            topic = &draft.topic;
            out.push_str(&format!("$CATEGORY: $course$/{topic}\n\n"));
        }
        note_japanese_only(draft, remarks);
        let why = if draft.why.ja.is_empty() {
            String::new()
        } else {
            format!("\n####{}", escaped(&draft.why.ja))
        };
        // Without this Moodle would take a "<" for mark-up.
        let is_marked =
            [&draft.text.ja, &draft.why.ja, &body].iter().any(|text| html::has_marks(text));
        let format = if is_marked { "[plain]" } else { "" };
        out.push_str(&format!(
            "::{}::{format}{} {{{body}{why}\n}}\n\n",
            escaped(&draft.name),
            escaped(&draft.text.ja)
        ));
    }
    out
}

fn body(draft: &Draft, remarks: &mut Remarks) -> Option<String> {
    if draft.answer.texts().any(|text| text.ja.contains("->")) {
        remarks.add(draft.line, Loss::Arrow);
    }
    let line = |mark: String, text: &Localized| format!("\n{mark}{}", arrowless(text));
    Some(match &draft.answer {
        Answer::TrueFalse(right) => if *right { "TRUE" } else { "FALSE" }.to_string(),
        Answer::Choice { choices, right, multiple: false } => {
            let mark = |index| if right.contains(&index) { "=" } else { "~" }.to_string();
            choices.iter().enumerate().map(|(index, text)| line(mark(index), text)).collect()
        }
        Answer::Choice { choices, right, multiple: true } => {
            // A tick too many takes away what a right one gives: all and only those make 100 %.
            let (good, bad) = (fraction(right.len()), fraction(choices.len() - right.len()));
            let mark = |index| {
                if right.contains(&index) { format!("~%{good}%") } else { format!("~%-{bad}%") }
            };
            choices.iter().enumerate().map(|(index, text)| line(mark(index), text)).collect()
        }
        Answer::Match(pairs) => {
            let pair = |(left, right): &(Localized, Localized)| {
                format!("\n={} -> {}", arrowless(left), arrowless(right))
            };
            pairs.iter().map(pair).collect()
        }
        Answer::Numeric { answer, tolerance, unit } => {
            if !unit.ja.is_empty() {
                remarks.add(draft.line, Loss::FieldUnwritable(Field::Unit));
            }
            format!("#{answer}:{tolerance}")
        }
        Answer::Order(_) => return unwritable(Unwritable::Order, draft, remarks),
        Answer::Hotspot { .. } => return unwritable(Unwritable::Hotspot, draft, remarks),
    })
}

fn unwritable<T>(kind: Unwritable, draft: &Draft, remarks: &mut Remarks) -> Option<T> {
    remarks.add(draft.line, Loss::KindUnwritable(kind));
    None
}

/// The words of an answer without the arrow that joins a pair.
fn arrowless(text: &Localized) -> String {
    escaped(&text.ja.replace("->", "→"))
}
