//! The words of an item.

use roxmltree::Node;

use crate::exchange::html::{self, Layout, lines};
use crate::exchange::xml::{self, line, name};
use crate::exchange::{Loss, Remarks};

/// What an element does to the words in it: one of QTI's own, or of the XHTML among them.
fn layout(tag: &str) -> Layout {
    match tag {
        "prompt" | "simpleMatchSet" => Layout::Lines,
        "itemBody"
        | "simpleChoice"
        | "simpleAssociableChoice"
        | "modalFeedback"
        | "feedbackBlock"
        | "contentBody"
        | "inlineChoice"
        | "rubricBlock" => Layout::Bare,
        tag => html::layout(tag),
    }
}

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
            if let Some(prompt) = xml::child(child, "prompt") {
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
    match layout(tag) {
        Layout::Picture => {
            let picture = html::picture(node.attribute("src").or_else(|| node.attribute("data")));
            remarks.add(line(node), picture);
            text.push_str(node.attribute("alt").unwrap_or_default());
        }
        Layout::Unspoken => drop_node(node, remarks),
        // Shown after an answer, or to those who mark it.
        _ if tag.starts_with("feedback") && !holds_interaction() => drop_node(node, remarks),
        _ if tag == "rubricBlock" && !is_for_learners(node) => drop_node(node, remarks),
        _ if depth > DEEPEST => drop_node(node, remarks),
        layout => {
            match layout {
                Layout::Cell => text.push(' '),
                Layout::Lines => text.push('\n'),
                Layout::Markup => remarks.add(line(node), Loss::Markup(tag.to_string())),
                _ => {}
            }
            gather(node, interaction, depth, text, remarks);
            if layout == Layout::Lines {
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
