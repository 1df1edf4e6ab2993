//! Small ways about XML.

use roxmltree::{Document, Error, Node};

use super::{NotUnderstood, Reason};

/// A document.
///
/// # Errors
/// It is none; of one that was cut short, at its end.
pub(super) fn parsed(text: &str) -> Result<Document<'_>, Vec<NotUnderstood>> {
    Document::parse(text).map_err(|error| {
        let last = u32::try_from(text.lines().count().max(1)).unwrap_or(u32::MAX);
        let line = error.pos().row;
        let is_cut = match error {
            Error::UnexpectedEndOfStream | Error::UnclosedRootNode => true,
            Error::NoRootNode => text.trim_start().starts_with('<'),
            // What only the end of the text ends.
            Error::InvalidString("]]>" | "-->", _) => true,
            // In the middle of a tag, a name or a letter's number.
            _ => line >= last && !text.trim_end().ends_with('>'),
        };
        vec![if is_cut {
            NotUnderstood { line: last, reason: Reason::Cut }
        } else {
            NotUnderstood { line, reason: Reason::Xml(error.to_string()) }
        }]
    })
}

/// The local name: files come with and without the namespaces of their versions.
pub(super) fn name<'a>(node: Node<'a, '_>) -> &'a str {
    node.tag_name().name()
}

/// The first child of this name.
pub(super) fn child<'a, 'i>(node: Node<'a, 'i>, wanted: &str) -> Option<Node<'a, 'i>> {
    children(node, wanted).next()
}

/// All children of this name.
pub(super) fn children<'a, 'i>(
    node: Node<'a, 'i>,
    wanted: &str,
) -> impl Iterator<Item = Node<'a, 'i>> + use<'a, 'i> {
    let wanted = wanted.to_string();
    node.children().filter(move |child| name(*child) == wanted)
}

/// The line on which a node starts.
pub(super) fn line(node: Node<'_, '_>) -> u32 {
    node.document().text_pos_at(node.range().start).row
}
