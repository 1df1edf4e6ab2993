//! The plain text of an HTML fragment, and what of it a plain text cannot hold.

use scraper::{Html, Node};

use super::{Loss, Remarks};

/// What an element does to the words in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Layout {
    /// They stand on lines of their own.
    Lines,
    /// They stand apart from those before them.
    Cell,
    /// Nothing: it only holds them together.
    Bare,
    /// It has none, but something to see or hear.
    Picture,
    /// They are not for readers.
    Unspoken,
    /// It marks them, in a way that a plain text cannot.
    Markup,
}

/// What an element of HTML does.
pub(super) fn layout(tag: &str) -> Layout {
    match tag {
        "p" | "div" | "li" | "tr" | "br" | "hr" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6"
        | "ul" | "ol" | "dl" | "dt" | "dd" | "pre" | "blockquote" | "section" => Layout::Lines,
        "td" | "th" => Layout::Cell,
        "span" | "html" | "body" | "head" | "table" | "tbody" | "thead" | "font" => Layout::Bare,
        "img" | "object" | "video" | "audio" | "iframe" => Layout::Picture,
        "script" | "style" => Layout::Unspoken,
        _ => Layout::Markup,
    }
}

/// The loss of a picture of this address.
pub(super) fn picture(address: Option<&str>) -> Loss {
    let address = address.unwrap_or("?");
    // A picture that is written out has no name.
    Loss::Picture(if address.starts_with("data:") { "data:" } else { address }.to_string())
}

/// The text of a fragment; pictures and mark-up that are lost are remarked at `line`.
pub(super) fn plain(html: &str, line: u32, remarks: &mut Remarks) -> String {
    if !has_marks(html) {
        return html.trim().to_string();
    }
    let mut text = String::new();
    let fragment = Html::parse_fragment(html);
    // A stack of its own: a stranger's file may be nested as deeply as it likes.
    let mut open = vec![(fragment.tree.root(), false)];
    while let Some((node, is_done)) = open.pop() {
        if is_done {
            text.push('\n');
            continue;
        }
        if let Node::Text(words) = node.value() {
            text.push_str(&words.replace('\n', " "));
        }
        if let Node::Element(element) = node.value() {
            match layout(element.name()) {
                Layout::Unspoken => {
                    remarks.add(line, Loss::Markup(element.name().to_string()));
                    continue;
                }
                Layout::Lines => {
                    text.push('\n');
                    open.push((node, true));
                }
                Layout::Cell => text.push(' '),
                Layout::Bare => {}
                Layout::Picture => {
                    let address = element.attr("src").or_else(|| element.attr("data"));
                    remarks.add(line, picture(address));
                    text.push_str(element.attr("alt").unwrap_or_default());
                }
                Layout::Markup => remarks.add(line, Loss::Markup(element.name().to_string())),
            }
        }
        let first = open.len();
        open.extend(node.children().map(|child| (child, false)));
        open[first..].reverse();
    }
    lines(&text)
}

/// Lines without the white space that only lays out a document.
pub(super) fn lines(text: &str) -> String {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// Whether a text holds anything that HTML could take for its own.
pub(super) fn has_marks(text: &str) -> bool {
    text.contains(['<', '&'])
}

/// Whether somebody wrote HTML here, and not just a sign for "less than".
pub(super) fn is_marked_up(text: &str) -> bool {
    ["</", "<br", "<img", "<p>", "&nbsp;", "&lt;", "&gt;", "&amp;", "&quot;"]
        .iter()
        .any(|mark| text.contains(mark))
}

/// Markdown as HTML.
pub(super) fn of_markdown(text: &str) -> String {
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(text));
    html
}

/// A text so that it may stand in XML or HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    // Writing into memory does not fail.
    let _ = pulldown_cmark_escape::escape_html(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_and_what_is_lost_is_told() {
        let mut remarks = Remarks::default();
        let html =
            "<p>胸骨<b>圧迫</b>の<br>深さ&nbsp;&lt; 6 cm</p><p><img src=\"a.png\" alt=\"図\"></p>";
        assert_eq!(plain(html, 7, &mut remarks), "胸骨圧迫の\n深さ < 6 cm\n図");
        let told: Vec<_> =
            remarks.sorted().into_iter().map(|remark| (remark.line, remark.loss)).collect();
        assert_eq!(told, [(7, Loss::Markup("b".into())), (7, Loss::Picture("a.png".into()))]);
        for (html, text) in [
            ("a = b", "a = b"),
            ("<div>一</div>二", "一\n二"),
            ("<ul><li>一</li><li>二</li></ul>三", "一\n二\n三"),
            ("<table><tr><td>一</td><td>二</td></tr></table>", "一 二"),
            ("<style>p { }</style>一", "一"),
            (&of_markdown("一 **二**\n\n- 三"), "一 二\n三"),
        ] {
            assert_eq!(plain(html, 1, &mut Remarks::default()), text);
        }
    }

    #[test]
    fn deep_nesting_is_no_harm() {
        let html = format!("{}深{}", "<div>".repeat(2_000), "</div>".repeat(2_000));
        assert_eq!(plain(&html, 1, &mut Remarks::default()), "深");
    }
}
