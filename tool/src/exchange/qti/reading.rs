//! Reading an item.

use std::collections::BTreeSet;

use domain::catalog::{Point, Region};
use domain::decimal::Decimal;
use domain::unit::Localized;
use roxmltree::Node;

use super::saying::DIGIT_FIRST;
use super::scoring::{self, Response, Tolerance};
use super::text::{around, drop_node, plain};
use crate::exchange::loss::DESCRIPTION;
use crate::exchange::xml::{child, children, line, name, parsed};
use crate::exchange::{Answer, Draft, Loss, NotUnderstood, Reason, Remarks, ja, number};

/// Elements of an item that say how it is scored, not what it is.
const STRUCTURE: [&str; 5] = [
    "responseDeclaration",
    "outcomeDeclaration",
    "itemBody",
    "responseProcessing",
    "modalFeedback",
];

/// Other documents of a package. They hold no question, and often come along with those that do.
const BESIDE: [&str; 3] = ["manifest", "assessmentTest", "assessmentSection"];

/// Reads one item.
///
/// # Errors
/// No XML, no `<assessmentItem>`, a number that is none.
pub fn read(text: &str, remarks: &mut Remarks) -> Result<Vec<Draft>, Vec<NotUnderstood>> {
    let document = parsed(text)?;
    let root = document.root_element();
    if BESIDE.contains(&name(root)) {
        remarks.add(line(root), Loss::Beside(name(root).to_string()));
        return Ok(Vec::new());
    }
    if name(root) != "assessmentItem" {
        let reason = Reason::Root { wanted: "assessmentItem" };
        return Err(vec![NotUnderstood { line: line(root), reason }]);
    }
    item(root, remarks).map(|draft| draft.into_iter().collect()).map_err(|fault| vec![fault])
}

fn item(root: Node<'_, '_>, remarks: &mut Remarks) -> Result<Option<Draft>, NotUnderstood> {
    let at = line(root);
    let left_out = |kind: &str, remarks: &mut Remarks| {
        remarks.add(at, Loss::LeftOut(kind.to_string()));
        Ok(None)
    };
    if child(root, "templateDeclaration").is_some() {
        return left_out("template", remarks);
    }
    if root.attribute("adaptive") == Some("true") {
        return left_out("adaptive", remarks);
    }
    let Some(body) = child(root, "itemBody") else { return left_out("?", remarks) };
    let asked: Vec<_> = body
        .descendants()
        .filter(|node| {
            name(*node).ends_with("Interaction") && name(*node) != "endAttemptInteraction"
        })
        .collect();
    let [interaction] = asked[..] else {
        let kind = if asked.is_empty() { DESCRIPTION } else { "several interactions" };
        return left_out(kind, remarks);
    };
    // Whether there is a place for its kind comes before whether it says what is right: an essay never does.
    let kind = name(interaction);
    if !KINDS.contains(&kind) {
        return left_out(kind, remarks);
    }
    // Surveys and questions for marking by hand are sound items, too.
    let Some(response) = scoring::response(root, interaction) else {
        return left_out(&format!("{kind} ({UNDECLARED})"), remarks);
    };
    let answer = match answer(root, interaction, &response, remarks) {
        Ok(answer) => answer,
        Err(Unread::LeftOut(why)) => return left_out(&format!("{kind} ({why})"), remarks),
        Err(Unread::Fault(reason)) => {
            return Err(NotUnderstood { line: line(interaction), reason });
        }
    };
    if scoring::has_own_rules(root, &response) {
        remarks.add(at, Loss::Scoring);
    }
    for unread in
        root.children().filter(Node::is_element).filter(|node| !STRUCTURE.contains(&name(*node)))
    {
        drop_node(unread, remarks);
    }
    let text = around(body, interaction, remarks);
    let feedback: Vec<_> = children(root, "modalFeedback").collect();
    let reason = scoring::reason(root, &feedback, &response);
    for other in feedback.into_iter().filter(|node| Some(*node) != reason) {
        drop_node(other, remarks);
    }
    let why = reason.map(|node| plain(node, remarks)).unwrap_or_default();
    Ok(Some(Draft {
        line: at,
        name: own_name(root.attribute("identifier").unwrap_or_default()),
        topic: String::new(),
        text: ja(&text),
        why: ja(&why),
        answer,
        teaches: None,
        scene: None,
    }))
}

/// An id without what stands before it for the sake of XML.
fn own_name(id: &str) -> String {
    let own = id.strip_prefix(DIGIT_FIRST);
    own.filter(|id| id.starts_with(|first: char| first.is_ascii_digit())).unwrap_or(id).to_string()
}

/// Interactions that have a place here.
const KINDS: [&str; 6] = [
    "choiceInteraction",
    "orderInteraction",
    "matchInteraction",
    "textEntryInteraction",
    "hotspotInteraction",
    "selectPointInteraction",
];

/// Nothing is declared as right.
const UNDECLARED: &str = "correctResponse";

/// Why an interaction gives no answer.
enum Unread {
    /// What it asks has no place here; in words of QTI, which need no translation.
    LeftOut(&'static str),
    /// It is no sound item.
    Fault(Reason),
}

fn answer(
    root: Node<'_, '_>,
    interaction: Node<'_, '_>,
    response: &Response,
    remarks: &mut Remarks,
) -> Result<Answer, Unread> {
    let answer = match name(interaction) {
        "choiceInteraction" => choice(interaction, response, remarks),
        "orderInteraction" => order(interaction, response, remarks),
        "matchInteraction" => pairs(interaction, response, remarks),
        "textEntryInteraction" => numeric(root, interaction, response, remarks),
        _ => hotspot(interaction, response, remarks),
    }?;
    if response.in_parts {
        remarks.add(line(interaction), Loss::PartialCredit);
    }
    Ok(answer)
}

/// Every right value is one of the choices: a question with only some of its right ones would be another question.
fn all_known<'a>(
    response: &Response,
    choices: impl Iterator<Item = &'a str>,
) -> Result<(), Unread> {
    let known: BTreeSet<&str> = choices.collect();
    let unknown = response.values.iter().find(|value| !known.contains(value.as_str()));
    unknown.map_or(Ok(()), |id| Err(Unread::Fault(Reason::NoSuchChoice(id.clone()))))
}

fn choice(
    interaction: Node<'_, '_>,
    response: &Response,
    remarks: &mut Remarks,
) -> Result<Answer, Unread> {
    let parts = parts(interaction, "simpleChoice", remarks);
    all_known(response, parts.iter().map(|(id, _)| id.as_str()))?;
    let index = |id: &String| parts.iter().position(|(name, _)| name == id);
    let right: BTreeSet<usize> = response.values.iter().filter_map(index).collect();
    if right.is_empty() {
        return Err(Unread::LeftOut(UNDECLARED));
    }
    if let Some(right) = true_false(&parts, &right) {
        return Ok(Answer::TrueFalse(right));
    }
    note_fixed(interaction, remarks);
    let is_several = right.len() > 1;
    if response.is_single && is_several {
        remarks.add(line(interaction), Loss::SeveralRight);
    }
    let choices = parts.into_iter().map(|(_, text)| text).collect();
    Ok(Answer::Choice { choices, right, multiple: !response.is_single || is_several })
}

fn order(
    interaction: Node<'_, '_>,
    response: &Response,
    remarks: &mut Remarks,
) -> Result<Answer, Unread> {
    let parts = parts(interaction, "simpleChoice", remarks);
    all_known(response, parts.iter().map(|(id, _)| id.as_str()))?;
    let of = |id: &String| parts.iter().find(|(name, _)| name == id).map(|(_, text)| text.clone());
    let items: Vec<Localized> = response.values.iter().filter_map(of).collect();
    if items.is_empty() {
        return Err(Unread::LeftOut(UNDECLARED));
    }
    // Each of them once: a list as long may name one twice and another never.
    let named: BTreeSet<&String> = response.values.iter().collect();
    if named.len() != parts.len() || items.len() != parts.len() {
        return Err(Unread::LeftOut("maxChoices"));
    }
    Ok(Answer::Order(items))
}

fn numeric(
    root: Node<'_, '_>,
    interaction: Node<'_, '_>,
    response: &Response,
    remarks: &mut Remarks,
) -> Result<Answer, Unread> {
    if !matches!(response.base.as_str(), "float" | "integer") {
        return Err(Unread::LeftOut("baseType=string"));
    }
    if !response.is_single {
        return Err(Unread::LeftOut("cardinality"));
    }
    let at = line(interaction);
    let value = response.values.first().ok_or(Unread::LeftOut(UNDECLARED))?;
    let wrong = |found: &str| Unread::Fault(Reason::Number(found.to_string()));
    // What has no place is left out before anything of it is told as rounded.
    let tolerance = scoring::tolerance(root, response);
    if let Tolerance::Other = tolerance {
        return Err(Unread::LeftOut("tolerance"));
    }
    let answer = number::read(value, at, remarks).ok_or_else(|| wrong(value))?;
    if response.values.len() > 1 {
        remarks.add(at, Loss::OneNumber);
    }
    let tolerance: Decimal = match tolerance {
        Tolerance::Absolute(side) => {
            number::read(&side, at, remarks).ok_or_else(|| wrong(&side))?
        }
        Tolerance::Percent(percent) => {
            let size = answer.distance(Decimal::default()).thousandths() as f64 / 1000.0;
            let side = size * percent / 100.0;
            number::rounded(side, at, remarks).ok_or_else(|| wrong(&side.to_string()))?
        }
        Tolerance::Other => Decimal::default(),
    };
    Ok(Answer::Numeric { answer, tolerance, unit: Localized::default() })
}

/// Two choices whose identifiers are `true` and `false` are a statement.
fn true_false(parts: &[(String, Localized)], right: &BTreeSet<usize>) -> Option<bool> {
    let ids: Vec<String> = parts.iter().map(|(id, _)| id.to_lowercase()).collect();
    let mut sorted = ids.clone();
    sorted.sort();
    (sorted == ["false", "true"] && right.len() == 1)
        .then(|| right.first().is_some_and(|index| ids[*index] == "true"))
}

/// Each left with its right, where each belongs to one.
fn pairs(
    interaction: Node<'_, '_>,
    response: &Response,
    remarks: &mut Remarks,
) -> Result<Answer, Unread> {
    let not_one_to_one = || Unread::LeftOut("n:m");
    let sets: Vec<_> = children(interaction, "simpleMatchSet").collect();
    let [lefts, rights] = sets[..] else { return Err(not_one_to_one()) };
    let (lefts, rights) = (
        parts(lefts, "simpleAssociableChoice", remarks),
        parts(rights, "simpleAssociableChoice", remarks),
    );
    let text = |list: &[(String, Localized)], id: &str| {
        list.iter().find(|(name, _)| name == id).map(|(_, text)| text.clone())
    };
    let mut pairs = Vec::new();
    let mut used: BTreeSet<&str> = BTreeSet::new();
    for value in &response.values {
        let mut ids = value.split_whitespace();
        let (Some(left), Some(right)) = (ids.next(), ids.next()) else {
            return Err(Unread::LeftOut(UNDECLARED));
        };
        if !used.insert(left) || !used.insert(right) {
            return Err(not_one_to_one());
        }
        let pair = text(&lefts, left).zip(text(&rights, right));
        pairs.push(pair.ok_or_else(not_one_to_one)?);
    }
    if pairs.is_empty() {
        return Err(Unread::LeftOut(UNDECLARED));
    }
    if pairs.len() != lefts.len() {
        return Err(not_one_to_one());
    }
    for (_, text) in rights.iter().filter(|(id, _)| !used.contains(id.as_str())) {
        remarks.add(line(interaction), Loss::Unpaired(text.ja.clone()));
    }
    Ok(Answer::Match(pairs))
}

fn hotspot(
    interaction: Node<'_, '_>,
    response: &Response,
    remarks: &mut Remarks,
) -> Result<Answer, Unread> {
    let areas = areas(interaction, response)?;
    if areas.is_empty() {
        return Err(Unread::LeftOut(UNDECLARED));
    }
    // One mark is made here, and any of the regions is right.
    if !response.is_single && areas.len() > 1 {
        return Err(Unread::LeftOut("cardinality=multiple"));
    }
    let no_picture = || Unread::LeftOut("object width, height");
    let object = picture(interaction).ok_or_else(no_picture)?;
    let image = object.attribute("data").or_else(|| object.attribute("src"));
    let side =
        |key: &str| object.attribute(key)?.trim().parse::<u16>().ok().filter(|side| *side > 0);
    let (image, size) = image.zip(side("width").zip(side("height"))).ok_or_else(no_picture)?;
    let regions: Option<Vec<Region>> =
        areas.iter().map(|(shape, coords)| region(shape, coords, size)).collect();
    let regions = regions.ok_or(Unread::LeftOut("shape"))?;
    let alt = plain(object, remarks);
    let alt =
        if alt.is_empty() { object.attribute("alt").unwrap_or_default().to_string() } else { alt };
    let (image, region) = (image.to_string(), Localized::default());
    Ok(Answer::Hotspot { image, size: Some(size), alt: ja(&alt), regions, region })
}

/// The picture that is asked about. That of a prompt is another one.
fn picture<'a, 'i>(interaction: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    let is_picture = |node: &Node<'_, '_>| matches!(name(*node), "object" | "img");
    // QTI 2.2 allows a choice of sizes, whose last is for whoever knows no other.
    let within = |node: Node<'a, 'i>| {
        if name(node) == "picture" { child(node, "img") } else { Some(node).filter(is_picture) }
    };
    interaction.children().find_map(within)
}

/// Where a mark is right: the shape's name and its numbers.
fn areas(interaction: Node<'_, '_>, response: &Response) -> Result<Vec<(String, String)>, Unread> {
    if name(interaction) == "selectPointInteraction" {
        return Ok(response.areas.clone());
    }
    let ids =
        children(interaction, "hotspotChoice").filter_map(|node| node.attribute("identifier"));
    all_known(response, ids)?;
    let is_right = |id: &str| response.values.iter().any(|value| value == id);
    let choices = children(interaction, "hotspotChoice");
    let right = choices.filter(|node| node.attribute("identifier").is_some_and(is_right));
    let area = |node: Node<'_, '_>| {
        Some((node.attribute("shape")?.to_string(), node.attribute("coords")?.to_string()))
    };
    Ok(right.filter_map(area).collect())
}

/// A shape in pixels as a region of the picture.
pub(super) fn region(shape: &str, coords: &str, (width, height): (u16, u16)) -> Option<Region> {
    let numbers: Option<Vec<f64>> =
        coords.split(',').map(|number| number.trim().parse().ok()).collect();
    let numbers = numbers?;
    // safe: clamped to the picture
    let share = |at: f64, side: u16| {
        (at / f64::from(side) * f64::from(Point::WHOLE)).round().clamp(0.0, f64::from(Point::WHOLE))
            as u16
    };
    let point = |pair: &[f64]| Point { x: share(pair[0], width), y: share(pair[1], height) };
    let region = match (shape, numbers.as_slice()) {
        ("circle", [x, y, radius]) => {
            Region::Circle { middle: point(&[*x, *y]), radius: share(*radius, width) }
        }
        ("rect", [left, top, right, bottom]) => Region::Rect {
            corner: point(&[*left, *top]),
            width: share(right - left, width),
            height: share(bottom - top, height),
        },
        ("poly", corners) if corners.len() >= 6 && corners.len() % 2 == 0 => {
            Region::Polygon { corners: corners.chunks(2).map(point).collect() }
        }
        _ => return None,
    };
    region.is_sound().then_some(region)
}

fn note_fixed(interaction: Node<'_, '_>, remarks: &mut Remarks) {
    let is_fixed = |node: &Node<'_, '_>| node.attribute("fixed") == Some("true");
    let is_shuffled = interaction.attribute("shuffle") == Some("true");
    if !is_shuffled || interaction.children().any(|node| is_fixed(&node)) {
        remarks.add(line(interaction), Loss::AlwaysShuffled);
    }
}

/// The parts of an interaction with their identifiers.
fn parts(node: Node<'_, '_>, kind: &str, remarks: &mut Remarks) -> Vec<(String, Localized)> {
    let id = |part: Node<'_, '_>| part.attribute("identifier").unwrap_or_default().to_string();
    children(node, kind).map(|part| (id(part), ja(&plain(part, remarks)))).collect()
}
