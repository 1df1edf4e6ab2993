//! WebVTT captions, checked line by line. Strict where browsers are lenient: what they silently drop is reported.

use domain::unit::MediaMs;

use crate::author::form;
use crate::finding::Findings;
use crate::mistake::Mistake;
use crate::source::{Place, Source};

/// The latest end that a cue may have beyond the video's: rounding of frames.
const END_TOLERANCE: MediaMs = MediaMs(500);

struct Cue {
    start: MediaMs,
    end: MediaMs,
}

/// Reports everything wrong with a caption file. The length of the video is unknown when the video could not be read.
pub fn check(source: &Source, video: Option<MediaMs>, findings: &Findings) {
    let mut last: Option<Cue> = None;
    let mut cues = 0;
    let mut blocks = blocks(source.text()).peekable();
    // A first block with a time is a caption already.
    let header = blocks.next_if(|block| block.iter().all(|(_, line)| !line.contains("-->")));
    if !header.is_some_and(|block| block.first().is_some_and(|(_, line)| is_header(line))) {
        findings.add(Place::start(source.file()), Mistake::CaptionHeader {});
    }
    for block in blocks {
        let Some(&(offset, first)) = block.first() else { continue };
        if ["NOTE", "STYLE", "REGION"]
            .iter()
            .any(|word| first.split([' ', '\t']).next() == Some(word))
        {
            continue;
        }
        let Some(timing) = block.iter().position(|(_, line)| line.contains("-->")) else {
            findings.add(source.place(offset), Mistake::CaptionStray { found: shorten(first) });
            continue;
        };
        for (offset, line) in block.iter().take(timing.saturating_sub(1)) {
            findings.add(source.place(*offset), Mistake::CaptionStray { found: shorten(line) });
        }
        let (offset, line) = block[timing];
        cues += 1;
        let place = source.place(offset);
        if block[timing + 1..].iter().all(|(_, words)| words.trim().is_empty()) {
            findings.add(place.clone(), Mistake::CaptionEmpty {});
        }
        match times(line) {
            None => findings.add(place, Mistake::CaptionTime { found: shorten(line) }),
            Some(cue) => {
                check_order(&cue, last.as_ref(), video, place, findings);
                last = Some(cue);
            }
        }
    }
    if cues == 0 {
        findings.add(Place::start(source.file()), Mistake::NoCues {});
    }
}

fn check_order(
    cue: &Cue,
    last: Option<&Cue>,
    video: Option<MediaMs>,
    place: Place,
    findings: &Findings,
) {
    if cue.end <= cue.start {
        findings.add(place.clone(), Mistake::CaptionBackwards {});
    }
    match last {
        Some(last) if cue.start < last.start => {
            findings.add(place.clone(), Mistake::CaptionOrder {})
        }
        Some(last) if cue.start < last.end => {
            findings.add(place.clone(), Mistake::CaptionOverlap {})
        }
        _ => {}
    }
    if let Some(end) = video
        && cue.end > end.saturating_add(END_TOLERANCE)
    {
        findings.add(place, Mistake::CaptionBeyondEnd { end: form::show_position(end) });
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
fn times(line: &str) -> Option<Cue> {
    let (start, behind) = line.split_once("-->")?;
    let mut behind = behind.split_whitespace();
    let cue = Cue { start: time(start.trim())?, end: time(behind.next()?)? };
    behind.all(|setting| setting.contains(':')).then_some(cue)
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
        check(&Source::new("a.vtt", text.to_string()), Some(MediaMs(10_000)), &findings);
        let found = findings.sorted();
        found
            .iter()
            .map(|finding| format!("{} {}", finding.place.line, finding.mistake.code()))
            .collect()
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
    fn a_file_without_cues_is_reported() {
        assert_eq!(found("WEBVTT\n"), ["1 no-cues"]);
    }
}
