//! GIFT, Moodle's plain text. No crate reads it; the whole of it is: blank lines between questions, and inside one
//! `::name::`, a text, and answers in braces.

use std::collections::BTreeSet;

use domain::unit::Localized;

use super::html::plain;
use super::{Answer, Draft, Loss, NotUnderstood, Reason, Remarks, ja};

/// Characters that mean something, and lose it behind a backslash.
const SPECIAL: [char; 6] = ['~', '=', '#', '{', '}', ':'];

/// Reads all questions.
///
/// # Errors
/// A brace that is not closed, a question without a right answer, a number that is none.
pub fn read(text: &str, remarks: &mut Remarks) -> Result<Vec<Draft>, NotUnderstood> {
    let mut drafts = Vec::new();
    let mut topic = String::new();
    let mut block: Vec<(u32, &str)> = Vec::new();
    for (line, words) in (1..).zip(text.lines()).chain([(u32::MAX, "")]) {
        let trimmed = words.trim();
        if let Some(category) = trimmed.strip_prefix("$CATEGORY:") {
            topic = category.trim().rsplit('/').next().unwrap_or_default().to_string();
        } else if !trimmed.is_empty() {
            block.push((line, words));
        } else if !block.is_empty() {
            drafts.extend(question(&std::mem::take(&mut block), &topic, remarks)?);
        }
    }
    Ok(drafts)
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
        None => return Ok(left_out("description", line, remarks)),
    };
    let (format, before) = formatted(before);
    let mut say = |raw: &str| {
        let text = unescaped(raw.trim());
        if format == Some("html") { plain(&text, line, remarks) } else { text }
    };
    let mut text = say(before);
    if !after.trim().is_empty() {
        text = format!("{text}＿＿＿{}", say(after));
        remarks.add(line, Loss::Gap);
    }
    let (body, general) = split_unescaped_str(body, "####");
    let why =
        general.map(|general| unescaped(formatted(general.trim()).1.trim())).unwrap_or_default();
    let Some((answer, feedback)) = answer(body.trim(), line, remarks)? else { return Ok(None) };
    let why = if why.is_empty() { feedback } else { why };
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

/// One answer of a list: its mark, its weight in percent, its words, its feedback.
struct Item {
    is_right: bool,
    weight: Option<f64>,
    words: String,
    feedback: String,
}

/// The answer of a body, and the feedback that stands in for a reason.
fn answer(
    body: &str,
    line: u32,
    remarks: &mut Remarks,
) -> Result<Option<(Answer, String)>, NotUnderstood> {
    if body.is_empty() {
        return Ok(left_out("essay", line, remarks));
    }
    if let Some(right) = true_false(body) {
        let mut feedback = body.split('#').skip(1).map(|words| unescaped(words.trim()));
        let (wrong, right_words) = (feedback.next().unwrap_or_default(), feedback.next());
        if right_words.is_some() && !wrong.is_empty() {
            remarks.add(line, Loss::Dropped("feedback".into()));
        }
        return Ok(Some((Answer::TrueFalse(right), right_words.unwrap_or(wrong))));
    }
    if let Some(number) = body.strip_prefix('#') {
        return numeric(number, line, remarks).map(Some);
    }
    let items = items(body);
    let pairs: Vec<_> = items.iter().filter_map(|item| item.words.split_once("->")).collect();
    if !pairs.is_empty() && pairs.len() == items.len() {
        note_feedback(&items, line, remarks);
        // A right without a left is Moodle's way to add a wrong answer: each right belongs to a left here.
        let (pairs, spare): (Vec<_>, Vec<_>) =
            pairs.into_iter().partition(|(left, _)| !left.trim().is_empty());
        for (_, right) in spare {
            remarks.add(line, Loss::Dropped(format!("-> {}", unescaped(right.trim()))));
        }
        let pair = |(left, right): &(&str, &str)| (ja(&unescaped(left)), ja(&unescaped(right)));
        return Ok(Some((Answer::Match(pairs.iter().map(pair).collect()), String::new())));
    }
    if items.iter().all(|item| item.is_right) {
        return Ok(left_out("shortanswer", line, remarks));
    }
    choice(items, line, remarks).map(Some)
}

fn true_false(body: &str) -> Option<bool> {
    let word = body.split('#').next().unwrap_or_default().trim().to_uppercase();
    match word.as_str() {
        "T" | "TRUE" => Some(true),
        "F" | "FALSE" => Some(false),
        _ => None,
    }
}

fn choice(
    items: Vec<Item>,
    line: u32,
    remarks: &mut Remarks,
) -> Result<(Answer, String), NotUnderstood> {
    let right = |item: &Item| item.is_right || item.weight.is_some_and(|weight| weight > 0.0);
    let whole = |item: &Item| item.is_right && item.weight.is_none_or(|weight| weight == 100.0);
    let set: BTreeSet<usize> =
        items.iter().enumerate().filter(|(_, item)| right(item)).map(|(index, _)| index).collect();
    // One `=` beside weighted ones is a choice with consolation, several weighted ones are several to tick.
    let marked: BTreeSet<usize> =
        items.iter().enumerate().filter(|(_, item)| whole(item)).map(|(index, _)| index).collect();
    let (set, multiple) = match (marked.len(), set.len()) {
        (_, 0) => return Err(NotUnderstood { line, reason: Reason::NoRight }),
        (1, _) => (marked, false),
        (0, _) => (set, true),
        _ => {
            remarks.add(line, Loss::SeveralRight);
            (marked, true)
        }
    };
    if items.iter().any(|item| item.weight.is_some_and(|weight| weight != 0.0 && weight != 100.0)) {
        remarks.add(line, Loss::PartialCredit);
    }
    let first = set.first().copied().unwrap_or_default();
    let reason = items[first].feedback.clone();
    if items.iter().enumerate().any(|(index, item)| index != first && !item.feedback.is_empty()) {
        remarks.add(line, Loss::Dropped("feedback".into()));
    }
    let choices = items.iter().map(|item| ja(&item.words)).collect();
    Ok((Answer::Choice { choices, right: set, multiple }, reason))
}

fn numeric(
    body: &str,
    line: u32,
    remarks: &mut Remarks,
) -> Result<(Answer, String), NotUnderstood> {
    let items = if find_unescaped(body, "=").is_some() {
        items(body)
    } else {
        let (words, feedback) = split_unescaped_str(body, "#");
        let feedback = feedback.map(|words| unescaped(words.trim())).unwrap_or_default();
        vec![Item { is_right: true, weight: None, words: words.trim().into(), feedback }]
    };
    let best = items.iter().find(|item| item.weight.is_none_or(|weight| weight == 100.0));
    let best = best.ok_or(NotUnderstood { line, reason: Reason::NoRight })?;
    if items.len() > 1 {
        remarks.add(line, Loss::OneNumber);
    }
    let wrong = || NotUnderstood { line, reason: Reason::Number(best.words.clone()) };
    let number = |text: &str| text.trim().parse::<f64>().map_err(|_| wrong());
    let (answer, tolerance) = match (best.words.split_once(".."), best.words.split_once(':')) {
        (Some((low, high)), _) => {
            let (low, high) = (number(low)?, number(high)?);
            (shown((low + high) / 2.0), shown((high - low).abs() / 2.0))
        }
        (None, Some((answer, tolerance))) => (shown(number(answer)?), shown(number(tolerance)?)),
        (None, None) => (shown(number(&best.words)?), "0".to_string()),
    };
    Ok((Answer::Numeric { answer, tolerance, unit: Localized::default() }, best.feedback.clone()))
}

/// A number with at most three decimals, as the project counts.
pub(super) fn shown(number: f64) -> String {
    let text = format!("{number:.3}");
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}

fn note_feedback(items: &[Item], line: u32, remarks: &mut Remarks) {
    if items.iter().any(|item| !item.feedback.is_empty()) {
        remarks.add(line, Loss::Dropped("feedback".into()));
    }
}

/// The answers of a list, each behind its `=` or `~`.
fn items(body: &str) -> Vec<Item> {
    let mut starts: Vec<usize> = Vec::new();
    let mut is_escaped = false;
    for (at, c) in body.char_indices() {
        if !is_escaped && matches!(c, '=' | '~') {
            starts.push(at);
        }
        is_escaped = c == '\\' && !is_escaped;
    }
    let ends = starts.iter().skip(1).copied().chain([body.len()]);
    starts.iter().zip(ends).map(|(&from, to)| item(&body[from..to])).collect()
}

fn item(text: &str) -> Item {
    let is_right = text.starts_with('=');
    let mut rest = text[1..].trim();
    let mut weight = None;
    if let Some((percent, behind)) = rest.strip_prefix('%').and_then(|rest| rest.split_once('%'))
        && let Ok(percent) = percent.trim().parse()
    {
        (weight, rest) = (Some(percent), behind);
    }
    let (words, feedback) = split_unescaped_str(formatted(rest).1, "#");
    // The arrow of a pair is found in the raw words.
    let words = if words.contains("->") { words.to_string() } else { unescaped(words.trim()) };
    let feedback = feedback.map(|words| unescaped(words.trim())).unwrap_or_default();
    Item { is_right, weight, words, feedback }
}

/// Splits at the first unescaped occurrence.
fn split_unescaped_str<'a>(text: &'a str, mark: &str) -> (&'a str, Option<&'a str>) {
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
        for (lost, field) in
            [(draft.teaches.is_some(), "teaches"), (draft.scene.is_some(), "scene")]
        {
            if lost {
                remarks.add(draft.line, Loss::Dropped(field.into()));
            }
        }
        if draft.text.en.is_some() {
            remarks.add(draft.line, Loss::English);
        }
        let why = if draft.why.ja.is_empty() {
            String::new()
        } else {
            format!("\n####{}", escaped(&draft.why.ja))
        };
        out.push_str(&format!(
            "::{}::{} {{{body}{why}\n}}\n\n",
            escaped(&draft.name),
            escaped(&draft.text.ja)
        ));
    }
    out
}

fn body(draft: &Draft, remarks: &mut Remarks) -> Option<String> {
    if texts(&draft.answer).any(|text| text.ja.contains("->")) {
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
            let (good, bad) = (share(right.len()), share(choices.len() - right.len()));
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
                remarks.add(draft.line, Loss::Dropped("unit".into()));
            }
            format!("#{answer}:{tolerance}")
        }
        Answer::Order(_) => return left_out("order", draft.line, remarks),
        Answer::Hotspot { .. } => return left_out("hotspot", draft.line, remarks),
    })
}

/// The words of an answer without the arrow that joins a pair.
fn arrowless(text: &Localized) -> String {
    escaped(&text.ja.replace("->", "→"))
}

fn texts(answer: &Answer) -> impl Iterator<Item = &Localized> {
    let (choices, pairs): (&[Localized], &[(Localized, Localized)]) = match answer {
        Answer::Choice { choices, .. } => (choices, &[]),
        Answer::Match(pairs) => (&[], pairs),
        _ => (&[], &[]),
    };
    choices.iter().chain(pairs.iter().flat_map(|(left, right)| [left, right]))
}

/// 100 percent in so many parts, as Moodle knows them.
fn share(parts: usize) -> String {
    let text = format!("{:.5}", 100.0 / parts.max(1) as f64);
    text.trim_end_matches('0').trim_end_matches('.').to_string()
}
