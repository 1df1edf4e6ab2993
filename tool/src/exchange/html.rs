//! The plain text of an HTML fragment, and what of it a plain text cannot hold.

use scraper::node::Element;
use scraper::{Html, Node};

use super::{Loss, Remarks};

/// Elements that stand on lines of their own.
const BLOCKS: [&str; 18] = [
    "p",
    "div",
    "li",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "dt",
    "dd",
    "pre",
    "blockquote",
    "section",
];
/// Elements that only hold text together.
const BARE: [&str; 8] = ["span", "html", "body", "head", "table", "tbody", "thead", "font"];
/// Elements whose words are not for readers.
const UNSPOKEN: [&str; 2] = ["script", "style"];

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
            let name = element.name();
            if UNSPOKEN.contains(&name) {
                remarks.add(line, Loss::Markup(name.to_string()));
                continue;
            }
            if BLOCKS.contains(&name) {
                text.push('\n');
                open.push((node, true));
            } else {
                inline(element, &mut text, line, remarks);
            }
        }
        let first = open.len();
        open.extend(node.children().map(|child| (child, false)));
        open[first..].reverse();
    }
    lines(&text)
}

fn inline(element: &Element, text: &mut String, line: u32, remarks: &mut Remarks) {
    match element.name() {
        "img" | "object" | "video" | "audio" | "iframe" => {
            let name = element.attr("src").or_else(|| element.attr("data")).unwrap_or("?");
            let name = if name.starts_with("data:") { "data:" } else { name };
            remarks.add(line, Loss::Picture(name.to_string()));
            text.push_str(element.attr("alt").unwrap_or_default());
        }
        "br" | "hr" => text.push('\n'),
        "td" | "th" => text.push(' '),
        bare if BARE.contains(&bare) => {}
        tag => remarks.add(line, Loss::Markup(tag.to_string())),
    }
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
