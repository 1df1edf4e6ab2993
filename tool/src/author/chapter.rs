//! `NN-name.md`: front matter between two lines `+++`, then the lecture's text in Markdown.

use domain::rules::DetailId;
use domain::unit::{Localized, MediaMs};

use crate::author::site::localized;
use crate::author::{form, listing};
use crate::finding::Findings;
use crate::mistake::Mistake;
use crate::sheet::Document;
use crate::source::{At, Place, Source};

/// A chapter's front matter, and where its text begins.
#[derive(Clone, Debug)]
pub struct ChapterFile {
    /// Its title.
    pub title: Localized,
    /// The name of its video.
    pub video: Option<At<String>>,
    /// The name of its captions.
    pub captions: Option<At<String>>,
    /// The name of its poster.
    pub poster: Option<At<String>>,
    /// The length its authors declare.
    pub duration: Option<At<MediaMs>>,
    /// What it teaches.
    pub objectives: Vec<String>,
    /// What it rests on.
    pub sources: Vec<String>,
    /// The 細目 that it teaches.
    pub covers: Vec<At<DetailId>>,
    /// Byte offset of the text.
    pub body: usize,
}

/// Whether a file's name is that of a chapter: `01-chain.md`. Gives the chapter's id.
pub fn id_of(name: &str) -> Option<&str> {
    let id = name.strip_suffix(".md")?;
    let (number, stem) = id.split_once('-')?;
    let numbered = number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    (numbered && form::is_id(stem) && id.len() <= 40).then_some(id)
}

/// Reads the front matter; nothing comes back when there is none.
pub fn read(source: &Source, findings: &Findings) -> Option<ChapterFile> {
    let (front, body) = split(source, findings)?;
    let document = Document::parse(source, &source.text()[front.clone()], front.start, findings)?;
    let mut sheet = document.sheet();
    let title = localized(&mut sheet, "title");
    let video = sheet.text("video");
    let captions = sheet.optional_text("captions");
    if !sheet.has("captions") {
        sheet.note(sheet.place(), Mistake::NoCaptions {});
    }
    let poster = sheet.optional_text("poster");
    if !sheet.has("poster") {
        sheet.note(sheet.place(), Mistake::NoPoster {});
    }
    let duration = sheet.text("duration").and_then(|written| match form::length(&written.value) {
        Some(length) => Some(At { value: length, place: written.place }),
        None => {
            sheet.note(
                written.place,
                Mistake::DurationForm { key: "duration".to_string(), found: written.value },
            );
            None
        }
    });
    let plain = |texts: Vec<At<String>>| texts.into_iter().map(|text| text.value).collect();
    let objectives = plain(sheet.texts("objectives"));
    let sources = plain(sheet.texts("sources"));
    let covers = listing::covers(&mut sheet);
    sheet.finish();
    Some(ChapterFile {
        title,
        video,
        captions,
        poster,
        duration,
        objectives,
        sources,
        covers,
        body,
    })
}

/// The byte range of the front matter, and the offset behind it.
fn split(source: &Source, findings: &Findings) -> Option<(std::ops::Range<usize>, usize)> {
    let text = source.text();
    let mut at = 0;
    let mut start = None;
    for line in text.split_inclusive('\n') {
        let is_fence = line.trim_end() == "+++";
        match (start, is_fence) {
            (None, true) => start = Some(at + line.len()),
            (None, false) => {
                findings.add(Place::start(source.file()), Mistake::FrontMatterMissing {});
                return None;
            }
            (Some(start), true) => return Some((start..at, at + line.len())),
            (Some(_), false) => {}
        }
        at += line.len();
    }
    findings.add(Place::start(source.file()), Mistake::FrontMatterOpen {});
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_are_numbered_and_named() {
        assert_eq!(id_of("01-chain.md"), Some("01-chain"));
        for other in [
            "README.md",
            "1-chain.md",
            "01.md",
            "01-.md",
            "01-Chain.md",
            "01-chain.txt",
            "章-01.md",
        ] {
            assert_eq!(id_of(other), None, "{other}");
        }
    }
}
