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

/// The text with this length in its settings; only what stands between the quotation marks of `duration` is another. Nothing
/// comes back when it names that length already, to the second, or none, or another film.
pub fn with_length(text: &str, film: &str, length: MediaMs) -> Option<String> {
    let source = Source::new("", text.to_string());
    let file = read(&source, &Findings::default())?;
    let (video, written) = (file.video?, file.duration?);
    let wanted = form::show_length(length);
    if video.value != film || form::show_length(written.value) == wanted {
        return None;
    }
    let from = source.offset(&written.place);
    let mark = text[from..].chars().next().filter(|mark| matches!(mark, '"' | '\''))?;
    let (inside, _) = text[from + 1..].split_once(mark)?;
    // Whatever else may stand there, nothing but the length that was read gives way.
    let is_it = form::length(inside) == Some(written.value);
    is_it.then(|| format!("{}{wanted}{}", &text[..=from], &text[from + 1 + inside.len()..]))
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
    fn a_length_is_set_and_all_else_stays() {
        let text = |length: &str| {
            format!(
                "+++\r\ntitle.ja = \"0m20s の章\"\r\n# duration = \"0m20s\"\r\nvideo = \"01-a.mp4\"\r\n\
                 duration  =  {length} # 秒まで\r\nobjectives = []\r\nsources = []\r\n+++\r\nduration = \"0m20s\"\r\n"
            )
        };
        let film = MediaMs(13_600);
        let set = |length: &str| with_length(&text(length), "01-a.mp4", film);
        assert_eq!(set("\"0m20s\""), Some(text("\"0m14s\"")));
        assert_eq!(set("'1h00m20s'"), Some(text("'0m14s'")));
        for same in ["\"0m14s\"", "\"14s\""] {
            assert_eq!(set(same), None, "{same}");
        }
        for unclear in ["20", "\"?\"", "\"\"\"0m20s\"\"\"", "\"0m20\\u0073\""] {
            assert_eq!(set(unclear), None, "{unclear}");
        }
        assert_eq!(with_length(&text("\"0m20s\""), "02-b.mp4", film), None, "another film");
        assert_eq!(with_length("本文だけ", "01-a.mp4", film), None);
    }

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
