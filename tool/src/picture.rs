//! What a picture file really is: its kind and its size in pixels.

use imagesize::ImageType;

/// The kinds of picture that every browser shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// WebP.
    Webp,
    /// JPEG.
    Jpeg,
    /// PNG.
    Png,
    /// SVG without script.
    Svg,
}

impl Kind {
    /// The file name's end that this kind must have; `jpeg` is read as `jpg`.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Webp => "webp",
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Svg => "svg",
        }
    }
}

/// The facts of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its kind.
    pub kind: Kind,
    /// Width and height in pixels; `None` for an SVG that does not say.
    pub size: Option<(u32, u32)>,
}

/// Why a file is no picture for a course.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// Not WebP, JPEG, PNG or SVG, or damaged.
    Kind,
    /// An SVG with script, event handlers, foreign content or outside references: names the first.
    Active(String),
}

/// Reads the facts from the bytes of a file.
pub fn read(bytes: &[u8]) -> Result<Picture, Unfit> {
    let kind = match imagesize::image_type(bytes) {
        Ok(ImageType::Webp) => Kind::Webp,
        Ok(ImageType::Jpeg) => Kind::Jpeg,
        Ok(ImageType::Png) => Kind::Png,
        _ => return read_svg(bytes),
    };
    let size = imagesize::blob_size(bytes).map_err(|_| Unfit::Kind)?;
    let pixels = |length: usize| u32::try_from(length).map_err(|_| Unfit::Kind);
    Ok(Picture { kind, size: Some((pixels(size.width)?, pixels(size.height)?)) })
}

/// An SVG is shown through `<img>`, where nothing in it runs; but its own address can be opened, so script is refused.
fn read_svg(bytes: &[u8]) -> Result<Picture, Unfit> {
    let text = std::str::from_utf8(bytes).map_err(|_| Unfit::Kind)?;
    let document = roxmltree::Document::parse(text).map_err(|_| Unfit::Kind)?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(Unfit::Kind);
    }
    // A style sheet named before the root, `<?xml-stylesheet href=…?>`, is fetched too.
    if document.root().children().any(|node| node.is_pi()) {
        return Err(Unfit::Active("<?…?>".to_string()));
    }
    match document.descendants().filter(roxmltree::Node::is_element).find_map(active_part) {
        Some(part) => Err(Unfit::Active(part)),
        None => Ok(Picture { kind: Kind::Svg, size: svg_size(&root) }),
    }
}

/// What of an SVG's element could run, or fetch something from outside.
fn active_part(node: roxmltree::Node<'_, '_>) -> Option<String> {
    const HTML: &str = "http://www.w3.org/1999/xhtml";
    let tag = node.tag_name().name();
    let is_html = node.tag_name().namespace() == Some(HTML);
    if is_html || ["script", "foreignObject", "iframe", "handler"].contains(&tag) {
        return Some(format!("<{tag}>"));
    }
    let attribute = node.attributes().find(|attribute| {
        let (name, value) = (attribute.name(), attribute.value().trim());
        let link = name == "href" && !value.starts_with('#') && !is_embedded_picture(value);
        // `<set attributeName="href" to="javascript:…">` changes a link afterwards.
        let changes_a_link = name == "attributeName" && value.ends_with("href");
        name.starts_with("on") || link || changes_a_link || fetches(value)
    });
    if let Some(attribute) = attribute {
        return Some(format!("{}=\"{}\"", attribute.name(), attribute.value().trim()));
    }
    let style = node.children().filter_map(|child| child.text()).find(|text| fetches(text));
    style.filter(|_| tag == "style").map(|_| "<style>".to_string())
}

/// A picture inside the picture, and none that could hold script of its own.
fn is_embedded_picture(value: &str) -> bool {
    ["data:image/png", "data:image/jpeg", "data:image/webp"]
        .iter()
        .any(|kind| value.starts_with(kind))
}

/// Whether a style names something outside its own document: `@import …`, `url(https://…)`.
fn fetches(style: &str) -> bool {
    let style = style.to_ascii_lowercase();
    let outside = style.split("url(").skip(1).any(|link| {
        let link = link.trim_start_matches([' ', '"', '\'', '\n', '\t']);
        !link.starts_with('#') && !link.starts_with("data:font/") && !is_embedded_picture(link)
    });
    outside || style.contains("@import")
}

fn svg_size(root: &roxmltree::Node<'_, '_>) -> Option<(u32, u32)> {
    let pixels = |name| {
        root.attribute(name)?
            .trim_end_matches("px")
            .parse::<f32>()
            .ok()
            .map(|length| length.ceil() as u32)
    };
    if let (Some(width), Some(height)) = (pixels("width"), pixels("height")) {
        return Some((width, height));
    }
    let mut view =
        root.attribute("viewBox")?.split([' ', ',']).filter(|part| !part.is_empty()).skip(2);
    let mut side = || view.next()?.parse::<f32>().ok().map(|length| length.ceil() as u32);
    Some((side()?, side()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_svg_that_acts_is_refused() {
        let plain = r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20.5"><style>path { fill: url(#b) }</style><use href="#a"/><path id="a" d="M0 0" stroke="url('#b')"/></svg>"##;
        assert_eq!(read(plain.as_bytes()), Ok(Picture { kind: Kind::Svg, size: Some((30, 21)) }));
        for active in [
            r#"<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>"#,
            r#"<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>"#,
            r#"<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.org/a.png"/></svg>"#,
            r#"<svg xmlns="http://www.w3.org/2000/svg"><a href=" javascript:alert(1)"/></svg>"#,
            r##"<svg xmlns="http://www.w3.org/2000/svg"><a href="#"><set attributeName="href" to="javascript:alert(1)"/></a></svg>"##,
            r#"<svg xmlns="http://www.w3.org/2000/svg"><img xmlns="http://www.w3.org/1999/xhtml" src="a"/></svg>"#,
            r#"<svg xmlns="http://www.w3.org/2000/svg"><style>@import "https://example.org/a.css";</style></svg>"#,
            r#"<svg xmlns="http://www.w3.org/2000/svg"><path style="fill:url( 'https://example.org/a')"/></svg>"#,
            r#"<?xml-stylesheet href="https://example.org/a.css"?><svg xmlns="http://www.w3.org/2000/svg"/>"#,
            r#"<svg xmlns="http://www.w3.org/2000/svg"><image href="data:image/svg+xml,a"/></svg>"#,
        ] {
            assert!(matches!(read(active.as_bytes()), Err(Unfit::Active(_))), "{active}");
        }
        assert_eq!(read(b"<html/>"), Err(Unfit::Kind));
        assert_eq!(read(b"GIF89a\x01\x00\x01\x00"), Err(Unfit::Kind));
    }
}
