//! The words of an item, and small ways about its XML.

use roxmltree::Node;

use crate::exchange::html::lines;
use crate::exchange::{Loss, Remarks};

/// Blocks of XHTML, which stand on lines of their own.
const BLOCKS: [&str; 16] = [
    "p",
    "div",
    "li",
    "tr",
    "br",
    "hr",
    "prompt",
    "blockquote",
    "ul",
    "ol",
    "pre",
    "h1",
    "h2",
    "h3",
    "h4",
    "simpleMatchSet",
];
/// Elements that only hold text together.
const BARE: [&str; 12] = [
    "span",
    "itemBody",
    "simpleChoice",
    "simpleAssociableChoice",
    "modalFeedback",
    "feedbackBlock",
    "contentBody",
    "inlineChoice",
    "rubricBlock",
    "table",
    "tbody",
    "thead",
];
/// Deeper nesting is no text for people.
const DEEPEST: usize = 100;

/// The words of a node.
pub(super) fn plain(node: Node<'_, '_>, remarks: &mut Remarks) -> String {
    let mut text = String::new();
    gather(node, None, 0, &mut text, remarks);
    lines(&text)
}

/// The words around an interaction and its prompt; a gap in a sentence stands as a line.
pub(super) fn around(
    body: Node<'_, '_>,
    interaction: Node<'_, '_>,
    remarks: &mut Remarks,
) -> String {
    let mut text = String::new();
    gather(body, Some(interaction), 0, &mut text, remarks);
    let (before, after) = text.split_once(GAP).unwrap_or((&text, ""));
    let is_inline = name(interaction) == "textEntryInteraction";
    let joined = if is_inline && !lines(after).is_empty() {
        remarks.add(line(interaction), Loss::Gap);
        format!("{}＿＿＿{}", lines(before), lines(after))
    } else {
        format!("{before}\n{after}")
    };
    lines(&joined)
}

/// Where the interaction stands; XML allows no such character.
const GAP: char = '\u{1}';

fn gather(
    node: Node<'_, '_>,
    interaction: Option<Node<'_, '_>>,
    depth: usize,
    text: &mut String,
    remarks: &mut Remarks,
) {
    for child in node.children() {
        if child.is_text() {
            text.push_str(&child.text().unwrap_or_default().replace('\n', " "));
        } else if Some(child) == interaction {
            if let Some(prompt) = self::child(child, "prompt") {
                gather(prompt, None, depth + 1, text, remarks);
            }
            text.push(GAP);
        } else if child.is_element() {
            element(child, interaction, depth + 1, text, remarks);
        }
    }
}

fn element(
    node: Node<'_, '_>,
    interaction: Option<Node<'_, '_>>,
    depth: usize,
    text: &mut String,
    remarks: &mut Remarks,
) {
    let tag = name(node);
    let holds_interaction = || node.descendants().any(|inner| Some(inner) == interaction);
    match tag {
        "img" | "object" | "audio" | "video" => {
            let picture = node.attribute("src").or_else(|| node.attribute("data")).unwrap_or("?");
            remarks.add(line(node), Loss::Picture(picture.to_string()));
            text.push_str(node.attribute("alt").unwrap_or_default());
        }
        // Shown after an answer, or to those who mark it.
        _ if tag.starts_with("feedback") && !holds_interaction() => drop_node(node, remarks),
        "rubricBlock" if !is_for_learners(node) => drop_node(node, remarks),
        _ if depth > DEEPEST => drop_node(node, remarks),
        _ => {
            if matches!(tag, "td" | "th") {
                text.push(' ');
            } else if BLOCKS.contains(&tag) {
                text.push('\n');
            } else if !BARE.contains(&tag) {
                remarks.add(line(node), Loss::Markup(tag.to_string()));
            }
            gather(node, interaction, depth, text, remarks);
            if BLOCKS.contains(&tag) {
                text.push('\n');
            }
        }
    }
}

fn is_for_learners(rubric: Node<'_, '_>) -> bool {
    let view = rubric.attribute("view").unwrap_or("candidate");
    view.split_whitespace().any(|view| view == "candidate")
}

/// Notes a node that has no place here.
pub(super) fn drop_node(node: Node<'_, '_>, remarks: &mut Remarks) {
    remarks.add(line(node), Loss::Dropped(name(node).to_string()));
}

/// Items come with and without the namespaces of their versions: the local name decides.
pub(super) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    children(node, wanted).next()
}

pub(super) fn children<'a, 'i>(
    node: Node<'a, 'i>,
    wanted: &str,
) -> impl Iterator<Item = Node<'a, 'i>> + use<'a, 'i> {
    let wanted = wanted.to_string();
    node.children().filter(move |child| name(*child) == wanted)
}

pub(super) fn line(node: Node<'_, '_>) -> u32 {
    node.document().text_pos_at(node.range().start).row
}
