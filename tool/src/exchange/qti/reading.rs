//! Reading an item.

use std::collections::BTreeSet;

use domain::catalog::{Point, Region};
use domain::unit::Localized;
use roxmltree::{Document, Node};

use crate::exchange::gift::shown;
use crate::exchange::{Answer, Draft, Loss, NotUnderstood, Reason, Remarks, ja};

/// Blocks of XHTML, whose end is the end of a line.
const BLOCKS: [&str; 9] = ["p", "div", "li", "tr", "br", "prompt", "blockquote", "ul", "ol"];
/// Elements that only hold text together.
const BARE: [&str; 8] = [
    "span",
    "itemBody",
    "simpleChoice",
    "simpleAssociableChoice",
    "simpleMatchSet",
    "modalFeedback",
    "contentBody",
    "inlineChoice",
];
/// Elements of an item that say how it is scored, not what it is.
const STRUCTURE: [&str; 5] = [
    "responseDeclaration",
    "outcomeDeclaration",
    "itemBody",
    "responseProcessing",
    "modalFeedback",
];

/// Reads one item.
///
/// # Errors
/// No XML, no `<assessmentItem>`, no right answer, a number that is none.
pub fn read(text: &str, remarks: &mut Remarks) -> Result<Vec<Draft>, NotUnderstood> {
    let document = Document::parse(text).map_err(|error| NotUnderstood {
        line: error.pos().row,
        reason: Reason::Xml(error.to_string()),
    })?;
    let root = document.root_element();
    if name(root) != "assessmentItem" {
        return Err(NotUnderstood {
            line: line(root),
            reason: Reason::Root { wanted: "assessmentItem" },
        });
    }
    Ok(item(root, remarks)?.into_iter().collect())
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
    let Some(body) = child(root, "itemBody") else { return left_out("?", remarks) };
    let asked: Vec<_> =
        body.descendants().filter(|node| name(*node).ends_with("Interaction")).collect();
    let [interaction] = asked[..] else {
        let kind = if asked.is_empty() { "description" } else { "several interactions" };
        return left_out(kind, remarks);
    };
    let Some(response) = response(root, interaction) else {
        return Err(NotUnderstood { line: line(interaction), reason: Reason::NoRight });
    };
    let Some(answer) = answer(root, interaction, &response, remarks)? else {
        return left_out(name(interaction), remarks);
    };
    for unread in
        root.children().filter(Node::is_element).filter(|node| !STRUCTURE.contains(&name(*node)))
    {
        remarks.add(line(unread), Loss::Dropped(name(unread).to_string()));
    }
    let text = body_text(body, interaction, remarks);
    let mut feedback = root.children().filter(|node| name(*node) == "modalFeedback");
    let why = feedback.next().map(|node| plain(node, remarks)).unwrap_or_default();
    for other in feedback {
        remarks.add(line(other), Loss::Dropped("modalFeedback".into()));
    }
    Ok(Some(Draft {
        line: at,
        name: root.attribute("identifier").unwrap_or_default().to_string(),
        topic: String::new(),
        text: ja(&text),
        why: ja(&why),
        answer,
        teaches: None,
        scene: None,
    }))
}

/// What is right, as the item declares it.
struct Response {
    is_single: bool,
    base: String,
    values: Vec<String>,
    /// Where a point is right, with the shape's name.
    areas: Vec<(String, String)>,
}

fn response(root: Node<'_, '_>, interaction: Node<'_, '_>) -> Option<Response> {
    let id = interaction.attribute("responseIdentifier")?;
    let mut declared = root.children().filter(|node| name(*node) == "responseDeclaration");
    let node = declared.find(|node| node.attribute("identifier") == Some(id))?;
    let mut values: Vec<String> = child(node, "correctResponse")
        .into_iter()
        .flat_map(|correct| correct.children().filter(|node| name(*node) == "value"))
        .map(|value| value.text().unwrap_or_default().trim().to_string())
        .collect();
    let positive = |entry: &Node<'_, '_>| {
        entry
            .attribute("mappedValue")
            .and_then(|value| value.parse::<f64>().ok())
            .is_some_and(|value| value > 0.0)
    };
    let mapped = |list: &str, entry: &'static str| {
        let entries = child(node, list)
            .into_iter()
            .flat_map(move |list| list.children().filter(move |node| name(*node) == entry));
        entries.filter(positive).collect::<Vec<_>>()
    };
    if values.is_empty() {
        let keys = mapped("mapping", "mapEntry");
        values =
            keys.iter().filter_map(|entry| entry.attribute("mapKey")).map(str::to_string).collect();
    }
    let entries = mapped("areaMapping", "areaMapEntry");
    let areas = entries.iter().filter_map(|entry| {
        Some((entry.attribute("shape")?.to_string(), entry.attribute("coords")?.to_string()))
    });
    Some(Response {
        is_single: node.attribute("cardinality") == Some("single"),
        base: node.attribute("baseType").unwrap_or_default().to_string(),
        values,
        areas: areas.collect(),
    })
}

/// The answer; none for an interaction that has no place here.
fn answer(
    root: Node<'_, '_>,
    interaction: Node<'_, '_>,
    response: &Response,
    remarks: &mut Remarks,
) -> Result<Option<Answer>, NotUnderstood> {
    let missing = || NotUnderstood { line: line(interaction), reason: Reason::NoRight };
    match name(interaction) {
        "choiceInteraction" => {
            note_fixed(interaction, remarks);
            let parts = parts(interaction, "simpleChoice", remarks);
            let index = |id: &String| parts.iter().position(|(name, _)| name == id);
            let right: BTreeSet<usize> = response.values.iter().filter_map(index).collect();
            if right.is_empty() {
                return Err(missing());
            }
            if let Some(right) = true_false(&parts, &right) {
                return Ok(Some(Answer::TrueFalse(right)));
            }
            if !response.is_single && root.descendants().any(|node| name(node) == "mapResponse") {
                remarks.add(line(interaction), Loss::PartialCredit);
            }
            let choices = parts.into_iter().map(|(_, text)| text).collect();
            let multiple = !response.is_single || right.len() > 1;
            Ok(Some(Answer::Choice { choices, right, multiple }))
        }
        "orderInteraction" => {
            let parts = parts(interaction, "simpleChoice", remarks);
            let of = |id: &String| {
                parts.iter().find(|(name, _)| name == id).map(|(_, text)| text.clone())
            };
            let items: Vec<Localized> = response.values.iter().filter_map(of).collect();
            if items.len() != parts.len() {
                return Err(missing());
            }
            Ok(Some(Answer::Order(items)))
        }
        "matchInteraction" => Ok(pairs(interaction, response, remarks)),
        "textEntryInteraction" if matches!(response.base.as_str(), "float" | "integer") => {
            let value = response.values.first().ok_or_else(missing)?;
            let wrong =
                || NotUnderstood { line: line(interaction), reason: Reason::Number(value.clone()) };
            let answer = shown(value.parse().map_err(|_| wrong())?);
            Ok(Some(Answer::Numeric {
                answer,
                tolerance: tolerance(root),
                unit: Localized::default(),
            }))
        }
        "selectPointInteraction" | "hotspotInteraction" => {
            Ok(hotspot(interaction, response, remarks))
        }
        _ => Ok(None),
    }
}

/// Two choices whose identifiers are `true` and `false` are a statement.
fn true_false(parts: &[(String, Localized)], right: &BTreeSet<usize>) -> Option<bool> {
    let ids: Vec<String> = parts.iter().map(|(id, _)| id.to_lowercase()).collect();
    let mut sorted = ids.clone();
    sorted.sort();
    (sorted == ["false", "true"] && right.len() == 1)
        .then(|| right.first().is_some_and(|index| ids[*index] == "true"))
}

/// Each left with its right; none when a left or a right belongs to several.
fn pairs(interaction: Node<'_, '_>, response: &Response, remarks: &mut Remarks) -> Option<Answer> {
    let sets: Vec<_> =
        interaction.children().filter(|node| name(*node) == "simpleMatchSet").collect();
    let [lefts, rights] = sets[..] else { return None };
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
        let (left, right) = value.split_once(' ')?;
        if !used.insert(left) || !used.insert(right) {
            return None;
        }
        pairs.push((text(&lefts, left)?, text(&rights, right)?));
    }
    if pairs.len() != lefts.len() {
        return None;
    }
    for (id, text) in rights.iter().filter(|(id, _)| !used.contains(id.as_str())) {
        remarks.add(line(interaction), Loss::Dropped(format!("{id}: {}", text.ja)));
    }
    Some(Answer::Match(pairs))
}

fn hotspot(
    interaction: Node<'_, '_>,
    response: &Response,
    remarks: &mut Remarks,
) -> Option<Answer> {
    let object = interaction.descendants().find(|node| matches!(name(*node), "object" | "img"))?;
    let image = object.attribute("data").or_else(|| object.attribute("src"))?.to_string();
    let side =
        |key: &str| object.attribute(key)?.trim().parse::<u16>().ok().filter(|side| *side > 0);
    let size = (side("width")?, side("height")?);
    let areas: Vec<(String, String)> = if name(interaction) == "hotspotInteraction" {
        let choices = interaction.descendants().filter(|node| name(*node) == "hotspotChoice");
        let right = choices.filter(|node| {
            let id = node.attribute("identifier").unwrap_or_default();
            response.values.iter().any(|value| value == id)
        });
        right
            .filter_map(|node| {
                Some((node.attribute("shape")?.to_string(), node.attribute("coords")?.to_string()))
            })
            .collect()
    } else {
        response.areas.clone()
    };
    let regions: Option<Vec<Region>> =
        areas.iter().map(|(shape, coords)| region(shape, coords, size)).collect();
    let regions = regions.filter(|regions| !regions.is_empty())?;
    let alt = plain(object, remarks);
    let alt =
        if alt.is_empty() { object.attribute("alt").unwrap_or_default().to_string() } else { alt };
    Some(Answer::Hotspot {
        image,
        size: Some(size),
        alt: ja(&alt),
        regions,
        region: Localized::default(),
    })
}

/// A shape in pixels as a region of the picture.
fn region(shape: &str, coords: &str, (width, height): (u16, u16)) -> Option<Region> {
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

/// `<equal toleranceMode="absolute" tolerance="5 5">`, the greater side of it.
fn tolerance(root: Node<'_, '_>) -> String {
    let equal = root.descendants().find(|node| name(*node) == "equal");
    let absolute = equal.filter(|node| node.attribute("toleranceMode") == Some("absolute"));
    let sides = absolute.and_then(|node| node.attribute("tolerance")).unwrap_or("0");
    let greatest =
        sides.split_whitespace().filter_map(|side| side.parse::<f64>().ok()).fold(0.0, f64::max);
    shown(greatest)
}

fn note_fixed(interaction: Node<'_, '_>, remarks: &mut Remarks) {
    let is_fixed = interaction.attribute("shuffle") != Some("true");
    if is_fixed {
        remarks.add(line(interaction), Loss::AlwaysShuffled);
    }
}

/// The parts of an interaction with their identifiers.
fn parts(node: Node<'_, '_>, kind: &str, remarks: &mut Remarks) -> Vec<(String, Localized)> {
    let parts = node.children().filter(|part| name(*part) == kind);
    parts
        .map(|part| {
            for feedback in part.descendants().filter(|node| name(*node).starts_with("feedback")) {
                remarks.add(line(feedback), Loss::Dropped(name(feedback).to_string()));
            }
            (
                part.attribute("identifier").unwrap_or_default().to_string(),
                ja(&plain(part, remarks)),
            )
        })
        .collect()
}

/// The words around an interaction and its prompt; a gap in a sentence stands as a line.
fn body_text(body: Node<'_, '_>, interaction: Node<'_, '_>, remarks: &mut Remarks) -> String {
    let mut text = String::new();
    gather(body, Some(interaction), &mut text, remarks);
    let (before, after) = text.split_once('\u{1}').unwrap_or((&text, ""));
    let is_inline = name(interaction) == "textEntryInteraction";
    let joined = if is_inline && !lines(after).is_empty() {
        remarks.add(line(interaction), Loss::Gap);
        format!("{}＿＿＿{}", lines(before), lines(after))
    } else {
        format!("{before}\n{after}")
    };
    lines(&joined)
}

fn plain(node: Node<'_, '_>, remarks: &mut Remarks) -> String {
    let mut text = String::new();
    gather(node, None, &mut text, remarks);
    lines(&text)
}

fn gather(
    node: Node<'_, '_>,
    interaction: Option<Node<'_, '_>>,
    text: &mut String,
    remarks: &mut Remarks,
) {
    for child in node.children() {
        if child.is_text() {
            text.push_str(&child.text().unwrap_or_default().replace('\n', " "));
        } else if Some(child) == interaction {
            if let Some(prompt) = self::child(child, "prompt") {
                gather(prompt, None, text, remarks);
            }
            text.push('\u{1}');
        } else if child.is_element() {
            match name(child) {
                "img" | "object" => {
                    let picture =
                        child.attribute("src").or_else(|| child.attribute("data")).unwrap_or("?");
                    remarks.add(line(child), Loss::Picture(picture.to_string()));
                    text.push_str(child.attribute("alt").unwrap_or_default());
                }
                tag if tag.starts_with("feedback") => {}
                tag => {
                    let is_block = BLOCKS.contains(&tag);
                    if !is_block && !BARE.contains(&tag) {
                        remarks.add(line(child), Loss::Markup(tag.to_string()));
                    }
                    if is_block {
                        text.push('\n');
                    }
                    gather(child, interaction, text, remarks);
                    if is_block {
                        text.push('\n');
                    }
                }
            }
        }
    }
}

/// Lines without the white space that only lays out the file.
fn lines(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Items come with and without the namespaces of their versions: the local name decides.
fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    node.children().find(|child| name(*child) == wanted)
}

fn line(node: Node<'_, '_>) -> u32 {
    node.document().text_pos_at(node.range().start).row
}
