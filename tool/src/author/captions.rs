//! WebVTT captions, checked line by line. Strict where browsers are lenient: what they silently drop is reported.

use domain::unit::MediaMs;

use crate::author::form;
use crate::finding::Findings;
use crate::mistake::Mistake;
use crate::source::{At, Place, Source};

/// The latest end that a cue may have beyond the video's: rounding of frames.
const END_TOLERANCE: MediaMs = MediaMs(500);

/// A caption: when it is shown, what it says, and where.
#[derive(Clone, Debug)]
pub struct Cue {
    /// When it appears.
    pub start: MediaMs,
    /// When it goes.
    pub end: MediaMs,
    /// Its words, line by line.
    pub lines: Vec<At<String>>,
    /// Where its timing line stands.
    pub place: Place,
}

/// Reads a caption file and reports everything wrong with it. The length of the video is unknown when the video could not
/// be read.
pub fn read(source: &Source, video: Option<MediaMs>, findings: &Findings) -> Vec<Cue> {
    let mut cues: Vec<Cue> = Vec::new();
    let mut count = 0;
    let mut blocks = blocks(source.text()).peekable();
    // A first block with a time is a caption already.
    let header = blocks.next_if(|block| block.iter().all(|(_, line)| !line.contains("-->")));
    if !header.is_some_and(|block| block.first().is_some_and(|(_, line)| is_header(line))) {
        findings.add(Place::start(source.file()), Mistake::CaptionHeader {});
    }
    for block in blocks {
        let Some(&(_, first)) = block.first() else { continue };
        if ["NOTE", "STYLE", "REGION"]
            .iter()
            .any(|word| first.split([' ', '\t']).next() == Some(word))
        {
            continue;
        }
        let Some(timing) = block.iter().position(|(_, line)| line.contains("-->")) else {
            count += usize::from(without_arrow(&block, source, findings));
            continue;
        };
        for (offset, line) in block.iter().take(timing.saturating_sub(1)) {
            findings.add(source.place(*offset), Mistake::CaptionStray { found: shorten(line) });
        }
        let (offset, line) = block[timing];
        count += 1;
        let place = source.place(offset);
        if block[timing + 1..].iter().all(|(_, words)| words.trim().is_empty()) {
            findings.add(place.clone(), Mistake::CaptionEmpty {});
        }
        let Some((start, end)) = times(line) else {
            findings.add(place, Mistake::CaptionTime { found: shorten(line) });
            continue;
        };
        let at = |(offset, words): &(usize, &str)| At {
            value: (*words).to_string(),
            place: source.place(*offset),
        };
        let lines = block[timing + 1..].iter().map(at).collect();
        let cue = Cue { start, end, lines, place };
        check_order(&cue, cues.last(), video, findings);
        cues.push(cue);
    }
    if count == 0 {
        findings.add(Place::start(source.file()), Mistake::NoCues {});
    }
    cues
}

/// Reports lines among which is no arrow. Two times with something else between them are a caption all the same: says so.
fn without_arrow(block: &[(usize, &str)], source: &Source, findings: &Findings) -> bool {
    let timing = block.iter().find(|(_, line)| has_two_times(line));
    if let Some((offset, line)) = timing {
        findings.add(source.place(*offset), Mistake::CaptionArrow { found: shorten(line) });
    } else if let Some((offset, line)) = block.first() {
        findings.add(source.place(*offset), Mistake::CaptionStray { found: shorten(line) });
    }
    timing.is_some()
}

/// The captions of a file without mistakes: the whole second at which each begins, and its words on one line.
pub fn lines(cues: &[Cue]) -> Vec<(u32, String)> {
    cues.iter()
        .filter_map(|cue| {
            let words = cue.lines.iter().map(|line| plain(&line.value));
            Some((cue.start.0 / 1000, words.reduce(|text, line| joined(text, &line))?))
        })
        .collect()
}

/// The words of a line without its marks, such as `<v 指導員>` and `&amp;`.
fn plain(line: &str) -> String {
    let mut text = String::new();
    for (at, part) in line.split('<').enumerate() {
        let words =
            if at == 0 { part } else { part.split_once('>').map_or("", |(_, words)| words) };
        text.push_str(words);
    }
    for (mark, meant) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&nbsp;", " "),
        ("&lrm;", ""),
        ("&rlm;", ""),
        ("&amp;", "&"),
    ] {
        text = text.replace(mark, meant);
    }
    text.trim().to_string()
}

/// Only between two words of a script that has spaces does a space stand for the break of a line.
fn joined(mut text: String, line: &str) -> String {
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
    if is_latin(text.chars().next_back()) && is_latin(line.chars().next()) {
        text.push(' ');
    }
    text.push_str(line);
    text
}

fn check_order(cue: &Cue, last: Option<&Cue>, video: Option<MediaMs>, findings: &Findings) {
    let note = |mistake| findings.add(cue.place.clone(), mistake);
    if cue.end <= cue.start {
        note(Mistake::CaptionBackwards {});
    }
    match last {
        Some(last) if cue.start < last.start => note(Mistake::CaptionOrder {}),
        Some(last) if cue.start < last.end => note(Mistake::CaptionOverlap {}),
        _ => {}
    }
    if let Some(end) = video
        && cue.end > end.saturating_add(END_TOLERANCE)
    {
        note(Mistake::CaptionBeyondEnd { end: form::show_position(end) });
    }
}

fn is_header(line: &str) -> bool {
    line == "WEBVTT" || line.starts_with("WEBVTT ") || line.starts_with("WEBVTT\t")
}

/// Runs of lines between empty ones, each line with its byte offset.
fn blocks(text: &str) -> impl Iterator<Item = Vec<(usize, &str)>> {
    let mut lines = text.split_inclusive('\n').scan(0, |offset, line| {
        let at = *offset;
        *offset += line.len();
        Some((at, line.trim_end_matches(['\n', '\r'])))
    });
    std::iter::from_fn(move || {
        let mut block = Vec::new();
        for (at, line) in lines.by_ref() {
            if !line.is_empty() {
                block.push((at, line));
            } else if !block.is_empty() {
                return Some(block);
            }
        }
        (!block.is_empty()).then_some(block)
    })
}

/// `00:01:02.500 --> 00:01:05.000`, hours optional, cue settings behind.
fn times(line: &str) -> Option<(MediaMs, MediaMs)> {
    let (start, behind) = line.split_once("-->")?;
    let mut behind = behind.split_whitespace();
    let times = (time(start.trim())?, time(behind.next()?)?);
    behind.all(|setting| setting.contains(':')).then_some(times)
}

/// Whether a line begins with two times that no word stands between, as the slips `->` and `→` leave them. A comma before the
/// thousandths, as SubRip has it, counts too.
fn has_two_times(line: &str) -> bool {
    let time_first = |text: &str| {
        let end = text.find(|c: char| !c.is_ascii_digit() && !":.,".contains(c));
        let (first, behind) = text.split_at(end.unwrap_or(text.len()));
        time(&first.replace(',', ".")).map(|_| behind.to_string())
    };
    let Some(behind) = time_first(line.trim_start()) else { return false };
    let second = behind.trim_start_matches(|c: char| !c.is_alphanumeric());
    second.len() < behind.len() && time_first(second).is_some()
}

fn time(text: &str) -> Option<MediaMs> {
    let (whole, fraction) = text.split_once('.')?;
    let minutes = whole.split(':').next()?.len();
    (fraction.len() == 3 && minutes >= 2).then(|| form::position(text)).flatten()
}

fn shorten(line: &str) -> String {
    let mut short: String = line.trim().chars().take(40).collect();
    if short.chars().count() < line.trim().chars().count() {
        short.push('…');
    }
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let findings = Findings::default();
        read(&Source::new("a.vtt", text.to_string()), Some(MediaMs(10_000)), &findings);
        let found = findings.sorted();
        found.iter().map(|finding| format!("{} {}", finding.place.line, finding.code())).collect()
    }

    #[test]
    fn good_captions_pass() {
        let good = "WEBVTT\n\nNOTE made by hand\n\n1\n00:00.300 --> 00:02.000 line:90%\nこれは\n二行です\n\n\
                    00:00:02.000 --> 00:00:10.400\nend\n";
        assert_eq!(found(good), Vec::<String>::new());
        assert_eq!(found(&good.replace('\n', "\r\n")), Vec::<String>::new());
    }

    #[test]
    fn each_mistake_is_named_at_its_line() {
        let bad = "WEBVTTX\n\n00:05.000 --> 00:04.000\na\n\n00:01.000 --> 00:02.000\nb\n\n00:01.500 --> 00:03.000\nc\n\n\
                   0:04 --> 00:05.000\nd\n\n00:06.000 --> 00:07.000\n\nstray\n\n00:09.000 --> 00:19.000\ne\n";
        assert_eq!(
            found(bad),
            [
                "1 caption-header",
                "3 caption-backwards",
                "6 caption-order",
                "9 caption-overlap",
                "12 caption-time",
                "15 caption-empty",
                "17 caption-stray",
                "19 caption-beyond-end",
            ]
        );
    }

    #[test]
    fn a_broken_arrow_is_named_at_the_line_with_the_times() {
        for line in [
            "00:00:00.400 -> 00:00:05.038",
            "00:00.400 → 00:05.038 line:90%",
            "00:00:00,400-- >00:00:05,038",
            "00:00:00.400　－－＞　00:00:05.038",
        ] {
            assert_eq!(found(&format!("WEBVTT\n\n1\n{line}\na\n")), ["4 caption-arrow"], "{line}");
        }
        for words in ["10:30 - 11:00 休憩", "00:00:00.400", "00:00.400 から 00:05.038", "1 -> 2"]
        {
            let text = format!("WEBVTT\n\n00:00.300 --> 00:02.000\na\n\n{words}\n");
            assert_eq!(found(&text), ["6 caption-stray"], "{words}");
        }
    }

    #[test]
    fn lines_are_what_is_said_and_when() {
        let text = "WEBVTT\n\nNOTE x\n\n1\n00:00.300 --> 00:02.000 line:90%\n<v 指導員>これは\n<i>二行</i> &amp; です\n\n\
                    01:02.900 --> 01:10.400\nchest\ncompressions\n";
        let source = Source::new("a.vtt", text.to_string());
        let expected =
            [(0, "これは二行 & です".to_string()), (62, "chest compressions".to_string())];
        let cues = read(&source, None, &Findings::default());
        assert_eq!(lines(&cues), expected);
    }

    #[test]
    fn a_file_without_cues_is_reported() {
        assert_eq!(found("WEBVTT\n"), ["1 no-cues"]);
    }
}
