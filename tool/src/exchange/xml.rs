//! Small ways about XML.

use roxmltree::Node;

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
