//! The plain text of an HTML fragment, and what of it a plain text cannot hold.

use scraper::{Html, Node};

use super::{Loss, Remarks};

/// Elements whose end is the end of a line.
const BLOCKS: [&str; 12] =
    ["p", "div", "li", "tr", "br", "h1", "h2", "h3", "h4", "ul", "ol", "pre"];
/// Elements that only hold text together.
const BARE: [&str; 5] = ["span", "html", "body", "head", "#"];

/// The text of a fragment; pictures and mark-up that are lost are remarked at `line`.
pub(super) fn plain(html: &str, line: u32, remarks: &mut Remarks) -> String {
    if !html.contains(['<', '&']) {
        return html.trim().to_string();
    }
    let mut text = String::new();
    // Nodes come in the order of the document; a block begins a line, which is the same as ending one.
    for node in Html::parse_fragment(html).tree.nodes() {
        match node.value() {
            Node::Text(words) => text.push_str(&words.replace('\n', " ")),
            Node::Element(element) => match element.name() {
                "img" | "object" | "video" | "audio" => {
                    let name = element.attr("src").or_else(|| element.attr("data")).unwrap_or("?");
                    let name = if name.starts_with("data:") { "data:" } else { name };
                    remarks.add(line, Loss::Picture(name.to_string()));
                    if let Some(alt) = element.attr("alt") {
                        text.push_str(alt);
                    }
                }
                block if BLOCKS.contains(&block) => text.push('\n'),
                bare if BARE.contains(&bare) => {}
                tag => remarks.add(line, Loss::Markup(tag.to_string())),
            },
            _ => {}
        }
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A text so that it may stand in XML or HTML.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
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
        assert_eq!(plain("a = b", 1, &mut Remarks::default()), "a = b");
    }
}
