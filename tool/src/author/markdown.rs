//! Lecture text: Markdown to HTML, at build time. What comes out needs no trust in the author: raw HTML, script links and
//! pictures of other sites are refused, so the portal may show it as it is.

use domain::catalog::MediaName;
use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd, html};
use pulldown_cmark_escape::{escape_href, escape_html};

use crate::finding::Findings;
use crate::mistake::Mistake;
use crate::source::{At, Place, Source};

/// A picture of a text as the built course names it, with its size where it has one.
#[derive(Clone, Debug)]
pub struct TextPicture {
    /// Its name in `media/`.
    pub name: MediaName,
    /// Width and height in pixels.
    pub size: Option<(u32, u32)>,
}

/// Finds the picture that an author names, or reports why not.
pub type FindPicture<'a> = dyn FnMut(&At<String>) -> Option<TextPicture> + 'a;

/// Renders the text that begins at byte `body`. Everything refused is reported at its line and left out.
pub fn render(
    source: &Source,
    body: usize,
    find_picture: &mut FindPicture<'_>,
    findings: &Findings,
) -> String {
    let text = &source.text()[body..];
    if text.trim().is_empty() {
        findings.add(source.place(body), Mistake::ChapterEmpty {});
        return String::new();
    }
    let mut writer = Writer { findings, events: Vec::new(), shift: shift(text), picture: None };
    for (event, range) in Parser::new_ext(text, options()).into_offset_iter() {
        writer.take(event, source.place(body + range.start), find_picture);
    }
    let mut out = String::new();
    html::push_html(&mut out, writer.events.into_iter());
    out
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH
}

/// By how much headings sink: the page has h1 and h2 of its own, so the text's greatest heading becomes h3.
fn shift(text: &str) -> usize {
    let levels = Parser::new_ext(text, options()).filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(level as usize),
        _ => None,
    });
    3usize.saturating_sub(levels.min().unwrap_or(3))
}

struct Writer<'a> {
    findings: &'a Findings,
    events: Vec<Event<'a>>,
    shift: usize,
    /// The picture being read: where it stands, what it is called, its description so far.
    picture: Option<(At<String>, String)>,
}

impl<'a> Writer<'a> {
    fn take(&mut self, event: Event<'a>, place: Place, find_picture: &mut FindPicture<'_>) {
        if self.picture.is_some() {
            return self.take_description(event, find_picture);
        }
        match event {
            Event::Html(html) | Event::InlineHtml(html) => self.refuse_html(&html, place),
            Event::Start(Tag::HtmlBlock) | Event::End(TagEnd::HtmlBlock) => {}
            Event::Start(Tag::Image { dest_url, .. }) => {
                self.picture = Some((At { value: dest_url.into_string(), place }, String::new()));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                self.open_link(link_type, &dest_url, place)
            }
            Event::End(TagEnd::Link) => self.raw("</a>"),
            Event::Start(Tag::Heading { level, .. }) => {
                let heading = Tag::Heading {
                    level: self.sink(level),
                    id: None,
                    classes: Vec::new(),
                    attrs: Vec::new(),
                };
                self.events.push(Event::Start(heading));
            }
            Event::End(TagEnd::Heading(level)) => {
                let level = self.sink(level);
                self.events.push(Event::End(TagEnd::Heading(level)));
            }
            // Alignment would come out as a style attribute, which the portal's policy refuses.
            Event::Start(Tag::Table(columns)) => {
                let plain = columns.iter().map(|_| pulldown_cmark::Alignment::None).collect();
                self.events.push(Event::Start(Tag::Table(plain)));
            }
            other => self.events.push(other),
        }
    }

    fn take_description(&mut self, event: Event<'a>, find_picture: &mut FindPicture<'_>) {
        let Some((at, description)) = &mut self.picture else { return };
        match event {
            Event::Text(text) | Event::Code(text) => description.push_str(&text),
            Event::SoftBreak | Event::HardBreak => description.push(' '),
            Event::Html(html) | Event::InlineHtml(html) => {
                let place = at.place.clone();
                self.refuse_html(&html, place);
            }
            Event::End(TagEnd::Image) => {
                if let Some((at, description)) = self.picture.take() {
                    self.close_picture(&at, description.trim(), find_picture);
                }
            }
            _ => {}
        }
    }

    fn close_picture(
        &mut self,
        at: &At<String>,
        description: &str,
        find_picture: &mut FindPicture<'_>,
    ) {
        if description.is_empty() {
            self.findings
                .add(at.place.clone(), Mistake::PictureWithoutText { name: at.value.clone() });
        }
        if at.value.contains(':') || at.value.starts_with("//") {
            self.findings.add(at.place.clone(), Mistake::PictureRemote { link: at.value.clone() });
            return;
        }
        let Some(picture) = find_picture(at) else { return };
        let mut html = format!("<img src=\"media:{}\" alt=\"", picture.name);
        // safe: writing to a String cannot fail
        let _ = escape_html(&mut html, description);
        html.push('"');
        if let Some((width, height)) = picture.size {
            html.push_str(&format!(" width=\"{width}\" height=\"{height}\""));
        }
        html.push_str(" loading=\"lazy\">");
        self.raw(&html);
    }

    fn open_link(&mut self, kind: LinkType, link: &str, place: Place) {
        let link =
            if kind == LinkType::Email { format!("mailto:{link}") } else { link.to_string() };
        let scheme = link.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
        let rest = match scheme.as_deref() {
            Some("https" | "http") => " target=\"_blank\" rel=\"noopener noreferrer\"",
            Some("mailto" | "tel") => "",
            None => return self.refuse_link(place, Mistake::LinkRelative { link }),
            Some(_) => return self.refuse_link(place, Mistake::LinkScheme { link }),
        };
        let mut html = "<a href=\"".to_string();
        // safe: writing to a String cannot fail
        let _ = escape_href(&mut html, &link);
        self.raw(&format!("{html}\"{rest}>"));
    }

    fn refuse_link(&mut self, place: Place, mistake: Mistake) {
        self.findings.add(place, mistake);
        self.raw("<a>");
    }

    fn refuse_html(&mut self, html: &str, place: Place) {
        let snippet: String = html.trim().chars().take(30).collect();
        if !snippet.is_empty() {
            self.findings.add(place, Mistake::RawHtml { snippet });
        }
    }

    fn sink(&self, level: HeadingLevel) -> HeadingLevel {
        HeadingLevel::try_from((level as usize + self.shift).min(6)).unwrap_or(HeadingLevel::H6)
    }

    fn raw(&mut self, html: &str) {
        self.events.push(Event::InlineHtml(CowStr::from(html.to_string())));
    }
}
