//! Moodle XML, as Moodle writes and reads it.

use std::collections::BTreeSet;

use domain::decimal::Decimal;
use domain::unit::Localized;
use roxmltree::Node;

use super::html::{self, escaped};
use super::xml::{child, children, line, parsed};
use super::{
    Answer, Draft, Found, Loss, NotUnderstood, Reason, Remarks, Unwritable, category, fraction, ja,
    note_japanese_only, number,
};

/// Elements of a question that are read, whatever its kind.
const READ: [&str; 5] = ["name", "questiontext", "generalfeedback", "idnumber", "single"];
/// Elements that say nothing about the question itself when they hold this.
const SILENT: [(&str, &str); 4] = [
    ("hidden", "0"),
    ("shuffleanswers", "1"),
    ("shuffleanswers", "true"),
    ("showstandardinstruction", "0"),
];

/// Reads all questions.
///
/// # Errors
/// No XML, no `<quiz>`, each question without a right answer, each number that is none.
pub fn read(text: &str, remarks: &mut Remarks) -> Result<Vec<Draft>, Vec<NotUnderstood>> {
    let document = parsed(text)?;
    let root = document.root_element();
    if !root.has_tag_name("quiz") {
        let reason = Reason::Root { wanted: "quiz" };
        return Err(vec![NotUnderstood { line: line(root), reason }]);
    }
    let mut topic = String::new();
    let mut found = Found::default();
    for question in children(root, "question") {
        if question.attribute("type") == Some("category") {
            let path = child(question, "category").map(text_of).unwrap_or_default();
            topic = category::topic(path.trim(), line(question), remarks);
            for unread in question.children().filter(|node| !node.has_tag_name("category")) {
                note_unread(unread, &[], remarks);
            }
        } else {
            found.add(self::question(question, &topic, remarks));
        }
    }
    found.whole()
}

/// A question and the names of the elements that its kind reads.
fn question(
    node: Node<'_, '_>,
    topic: &str,
    remarks: &mut Remarks,
) -> Result<Option<Draft>, NotUnderstood> {
    let line = line(node);
    let kind = node.attribute("type").unwrap_or("?");
    let (answer, reason, own): (Answer, String, &[&str]) = match kind {
        "truefalse" => true_false(node, remarks)?,
        "multichoice" => choice(node, remarks)?,
        "matching" => (matching(node, remarks), String::new(), &["subquestion"]),
        "ordering" => (ordering(node, remarks), String::new(), &["answer"]),
        "numerical" => numeric(node, remarks)?,
        other => {
            remarks.add(line, Loss::LeftOut(other.into()));
            return Ok(None);
        }
    };
    for unread in node.children().filter(Node::is_element) {
        note_unread(unread, own, remarks);
    }
    let text = child(node, "questiontext");
    let text = text.map(|text| words(text, remarks)).unwrap_or_default();
    let general =
        child(node, "generalfeedback").map(|text| words(text, remarks)).unwrap_or_default();
    if !general.is_empty() && !reason.is_empty() {
        remarks.add(line, Loss::Dropped("feedback".into()));
    }
    let id = child(node, "idnumber").and_then(|id| id.text()).unwrap_or_default().trim();
    let name = child(node, "name").map(text_of).unwrap_or_default();
    Ok(Some(Draft {
        line,
        name: if id.is_empty() { name.trim().to_string() } else { id.to_string() },
        topic: topic.to_string(),
        text: ja(&text),
        why: ja(if general.is_empty() { &reason } else { &general }),
        answer,
        teaches: None,
        scene: None,
    }))
}

fn note_unread(node: Node<'_, '_>, own: &[&str], remarks: &mut Remarks) {
    let name = node.tag_name().name();
    let held = node.text().unwrap_or_default().trim();
    let is_empty = held.is_empty()
        && node.descendants().filter_map(|node| node.text()).all(|text| text.trim().is_empty());
    if READ.contains(&name) || own.contains(&name) || is_empty || SILENT.contains(&(name, held)) {
        return;
    }
    let loss = if name == "shuffleanswers" {
        Loss::AlwaysShuffled
    } else {
        Loss::Dropped(name.to_string())
    };
    remarks.add(line(node), loss);
}

type Read = (Answer, String, &'static [&'static str]);

fn answers<'a, 'i>(node: Node<'a, 'i>) -> impl Iterator<Item = (Node<'a, 'i>, f64)> {
    children(node, "answer").map(|answer| {
        let fraction = answer.attribute("fraction").and_then(|text| text.trim().parse().ok());
        (answer, fraction.unwrap_or(0.0))
    })
}

fn true_false(node: Node<'_, '_>, remarks: &mut Remarks) -> Result<Read, NotUnderstood> {
    let right: Vec<_> =
        answers(node).filter(|(_, fraction)| *fraction > 0.0).map(|(answer, _)| answer).collect();
    let Some(first) = right.first().copied() else {
        return Err(NotUnderstood { line: line(node), reason: Reason::NoRight });
    };
    let said: Vec<String> = right.iter().map(|answer| words(*answer, remarks)).collect();
    let is_true = match said.iter().map(|word| word.to_lowercase()).collect::<Vec<_>>().as_slice() {
        [word] if word == "true" => true,
        [word] if word == "false" => false,
        // Whatever a guess made of it could be the wrong key.
        _ => {
            let reason = Reason::TrueFalse(said.join(" / "));
            return Err(NotUnderstood { line: line(first), reason });
        }
    };
    note_feedback(node, first, remarks);
    Ok((Answer::TrueFalse(is_true), feedback(first, remarks), &["answer"]))
}

fn choice(node: Node<'_, '_>, remarks: &mut Remarks) -> Result<Read, NotUnderstood> {
    let single = child(node, "single").and_then(|single| single.text()).map(str::trim);
    let is_single = !matches!(single, Some("false" | "0"));
    let all: Vec<_> = answers(node).collect();
    let positive = |fraction: f64| fraction > 0.0;
    let whole = |fraction: f64| fraction >= 99.99;
    let set = |wanted: &dyn Fn(f64) -> bool| -> BTreeSet<usize> {
        let found = all.iter().enumerate().filter(|(_, (_, fraction))| wanted(*fraction));
        found.map(|(index, _)| index).collect()
    };
    let right = if is_single { set(&whole) } else { set(&positive) };
    let Some(first) = right.first().copied() else {
        return Err(NotUnderstood { line: line(node), reason: Reason::NoRight });
    };
    let multiple = !is_single || right.len() > 1;
    if is_single && right.len() > 1 {
        remarks.add(line(node), Loss::SeveralRight);
    }
    for (answer, fraction) in &all {
        if is_single && *fraction != 0.0 && !whole(*fraction) {
            remarks.add(line(*answer), Loss::PartialCredit);
        }
    }
    if !is_single {
        remarks.add(line(node), Loss::PartialCredit);
    }
    note_feedback(node, all[first].0, remarks);
    let choices = all.iter().map(|(answer, _)| ja(&words(*answer, remarks))).collect();
    Ok((Answer::Choice { choices, right, multiple }, feedback(all[first].0, remarks), &["answer"]))
}

fn matching(node: Node<'_, '_>, remarks: &mut Remarks) -> Answer {
    let mut pairs = Vec::new();
    for part in children(node, "subquestion") {
        let left = words(part, remarks);
        let right = child(part, "answer").map(text_of).unwrap_or_default();
        if left.is_empty() {
            // Moodle's way to add a wrong answer: each right belongs to a left here.
            remarks.add(line(part), Loss::Unpaired(right));
        } else {
            pairs.push((ja(&left), ja(&right)));
        }
    }
    Answer::Match(pairs)
}

fn ordering(node: Node<'_, '_>, remarks: &mut Remarks) -> Answer {
    Answer::Order(answers(node).map(|(answer, _)| ja(&words(answer, remarks))).collect())
}

fn numeric(node: Node<'_, '_>, remarks: &mut Remarks) -> Result<Read, NotUnderstood> {
    let at = line(node);
    let right = answers(node).find(|(_, fraction)| *fraction >= 99.99);
    let (right, _) = right.ok_or(NotUnderstood { line: at, reason: Reason::NoRight })?;
    if answers(node).filter(|(_, fraction)| *fraction > 0.0).count() > 1 {
        remarks.add(at, Loss::OneNumber);
    }
    let mut number = |text: &str| {
        number::read(text, line(right), remarks).ok_or_else(|| NotUnderstood {
            line: line(right),
            reason: Reason::Number(text.trim().into()),
        })
    };
    let answer = number(&text_of(right))?;
    let tolerance = child(right, "tolerance").map(spoken).filter(|text| !text.trim().is_empty());
    let tolerance = tolerance.map_or(Ok(Decimal::default()), |text| number(&text))?;
    note_feedback(node, right, remarks);
    let unit = unit(node, remarks);
    Ok((
        Answer::Numeric { answer, tolerance, unit },
        feedback(right, remarks),
        &["answer", "units"],
    ))
}

/// The unit that the right number is in: the one that multiplies it by 1, as one without a multiplier does. All others are
/// told, and none of them stands in for it: the number would be another one.
fn unit(node: Node<'_, '_>, remarks: &mut Remarks) -> Localized {
    let units: Vec<_> =
        child(node, "units").into_iter().flat_map(|units| children(units, "unit")).collect();
    let is_own = |unit: &Node<'_, '_>| {
        let multiplier = child(*unit, "multiplier").map(spoken).unwrap_or_default();
        let multiplier = multiplier.trim();
        multiplier.is_empty() || multiplier.parse() == Ok(1.0)
    };
    let own = units.iter().copied().find(is_own);
    for other in units.into_iter().filter(|unit| Some(*unit) != own) {
        remarks.add(line(other), Loss::Dropped("unit".into()));
    }
    let name = own.and_then(|unit| child(unit, "unit_name")).and_then(|name| name.text());
    name.map(ja).unwrap_or_default()
}

/// Feedback of any other answer than the right one has no place here.
fn note_feedback(node: Node<'_, '_>, right: Node<'_, '_>, remarks: &mut Remarks) {
    for (answer, _) in answers(node).filter(|(answer, _)| *answer != right) {
        if let Some(feedback) = child(answer, "feedback")
            && !text_of(feedback).trim().is_empty()
        {
            remarks.add(line(feedback), Loss::Dropped("feedback".into()));
        }
    }
}

fn feedback(answer: Node<'_, '_>, remarks: &mut Remarks) -> String {
    child(answer, "feedback").map(|feedback| words(feedback, remarks)).unwrap_or_default()
}

/// What stands in a node's `<text>`, as it is written.
fn text_of(node: Node<'_, '_>) -> String {
    child(node, "text").map(spoken).unwrap_or_default()
}

/// All text of a node. Some programs put mark-up there that is no text for Moodle; its words are.
fn spoken(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|node| node.text()).collect()
}

/// The plain words of a node's `<text>`; files beside it are lost.
fn words(node: Node<'_, '_>, remarks: &mut Remarks) -> String {
    for file in children(node, "file") {
        let name = file.attribute("name").unwrap_or("?");
        remarks.add(line(file), Loss::Picture(name.to_string()));
    }
    let (text, at) = (text_of(node), line(node));
    match node.attribute("format") {
        Some("plain_text") => text.trim().to_string(),
        Some("markdown") => html::plain(&html::of_markdown(&text), at, remarks),
        _ => html::plain(&text, at, remarks),
    }
}

/// Writes all questions that Moodle XML can say.
#[must_use]
pub fn write(drafts: &[Draft], remarks: &mut Remarks) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n");
    let mut topic = "";
    for draft in drafts {
        if matches!(draft.answer, Answer::Hotspot { .. }) {
            remarks.add(draft.line, Loss::KindUnwritable(Unwritable::Hotspot));
            continue;
        }
        if draft.topic != topic {
            topic = &draft.topic;
            let path = escaped(&format!("$course$/{topic}"));
            out.push_str(&format!("  <question type=\"category\"><category><text>{path}</text></category></question>\n"));
        }
        note_japanese_only(draft, remarks);
        out.push_str(&one(draft));
    }
    out.push_str("</quiz>\n");
    out
}

fn one(draft: &Draft) -> String {
    let (kind, body) = match &draft.answer {
        Answer::TrueFalse(right) => {
            let part =
                |word: &str, is_right| answer_element(word, if is_right { "100" } else { "0" });
            ("truefalse", part("true", *right) + &part("false", !right))
        }
        Answer::Choice { choices, right, multiple } => {
            let (good, bad) = if *multiple {
                (fraction(right.len()), format!("-{}", fraction(choices.len() - right.len())))
            } else {
                ("100".to_string(), "0".to_string())
            };
            let part = |(index, text): (usize, &Localized)| {
                answer_element(&text.ja, if right.contains(&index) { &good } else { &bad })
            };
            let single = format!(
                "    <single>{}</single>\n    <shuffleanswers>true</shuffleanswers>\n",
                !multiple
            );
            ("multichoice", single + &choices.iter().enumerate().map(part).collect::<String>())
        }
        Answer::Match(pairs) => {
            let part = |(left, right): &(Localized, Localized)| {
                format!(
                    "    <subquestion format=\"plain_text\"><text>{}</text><answer><text>{}</text></answer></subquestion>\n",
                    escaped(&left.ja),
                    escaped(&right.ja)
                )
            };
            let shuffled = "    <shuffleanswers>true</shuffleanswers>\n".to_string();
            ("matching", shuffled + &pairs.iter().map(part).collect::<String>())
        }
        Answer::Order(items) => {
            ("ordering", items.iter().map(|item| answer_element(&item.ja, "1")).collect::<String>())
        }
        Answer::Numeric { answer, tolerance, unit } => {
            let units = if unit.ja.is_empty() {
                String::new()
            } else {
                let unit = escaped(&unit.ja);
                format!(
                    "    <units><unit><multiplier>1</multiplier><unit_name>{unit}</unit_name></unit></units>\n"
                )
            };
            let number = format!(
                "    <answer fraction=\"100\" format=\"plain_text\"><text>{answer}</text><tolerance>{tolerance}</tolerance></answer>\n"
            );
            ("numerical", number + &units)
        }
        // Left out by the caller.
        Answer::Hotspot { .. } => return String::new(),
    };
    let name = escaped(&draft.name);
    format!(
        "  <question type=\"{kind}\">\n    <name><text>{name}</text></name>\n    <idnumber>{name}</idnumber>\n    \
         <questiontext format=\"plain_text\"><text>{}</text></questiontext>\n    \
         <generalfeedback format=\"plain_text\"><text>{}</text></generalfeedback>\n{body}  </question>\n",
        escaped(&draft.text.ja),
        escaped(&draft.why.ja)
    )
}

fn answer_element(text: &str, fraction: &str) -> String {
    format!(
        "    <answer fraction=\"{fraction}\" format=\"plain_text\"><text>{}</text></answer>\n",
        escaped(text)
    )
}
