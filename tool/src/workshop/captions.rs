//! Captions of an organiser's own recording: WebVTT or SubRip in, WebVTT that fits the film out.

use domain::unit::MediaMs;

use crate::author::form;

/// How far beyond the film's end the last caption may reach and simply be cut there.
pub const CUT: MediaMs = MediaMs(2_000);

/// What to do with the times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fit {
    /// Moves every caption by so many milliseconds.
    pub shift_ms: i64,
    /// Stretches all times evenly so that the last caption ends with the film: for captions that were made for another
    /// frame rate.
    pub stretch: bool,
}

/// The captions reach further than the film, and nobody said how to mend it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong {
    /// Where the last caption ends.
    pub captions: MediaMs,
    /// Where the film ends.
    pub film: MediaMs,
}

/// Captions that fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aligned {
    /// WebVTT.
    pub text: String,
    /// The lines of the author's file at which captions stand that lie wholly outside the film. They are left out: no
    /// caption can be shown for no time.
    pub left_out: Vec<u32>,
    /// For each line of the text, the line of the author's file that it was.
    lines: Vec<u32>,
}

impl Aligned {
    /// The line of the author's file that a line of the text was, both from 1.
    pub fn line_before(&self, line: u32) -> u32 {
        let at = usize::try_from(line).unwrap_or(usize::MAX).saturating_sub(1);
        self.lines.get(at).or(self.lines.last()).copied().unwrap_or(1)
    }

    fn push(&mut self, line: &str, before: u32) {
        self.text.push_str(line);
        self.text.push('\n');
        self.lines.push(before);
    }
}

/// Rewrites the times so that they fit a film of this length, and leaves out what lies outside it. Lines that are no times
/// stay as they are; whether they are sound is for `author::captions::read`.
///
/// # Errors
/// [`TooLong`] by more than [`CUT`].
pub fn aligned(text: &str, film: MediaMs, fit: Fit) -> Result<Aligned, TooLong> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
    let shifted = |time: MediaMs| {
        let ms = (i64::from(time.0) + fit.shift_ms).clamp(0, i64::from(u32::MAX));
        // safe: clamped
        MediaMs(ms as u32)
    };
    let last = text.lines().filter_map(times).map(|(_, end, _)| shifted(end)).max();
    let last = last.unwrap_or(film);
    if !fit.stretch && last > film.saturating_add(CUT) {
        return Err(TooLong { captions: last, film });
    }
    let placed = |time: MediaMs| {
        let time = shifted(time);
        if fit.stretch && last.0 > 0 {
            // safe: at most the film's length, a u32
            return MediaMs((u64::from(time.0) * u64::from(film.0) / u64::from(last.0)) as u32);
        }
        time.min(film)
    };
    let mut aligned = Aligned { text: String::new(), left_out: Vec::new(), lines: Vec::new() };
    if !text.starts_with("WEBVTT") {
        aligned.push("WEBVTT", 1);
        aligned.push("", 1);
    }
    let numbered: Vec<(u32, &str)> = (1..).zip(text.lines()).collect();
    for block in numbered.split_inclusive(|(_, line)| line.trim().is_empty()) {
        // A caption that runs backwards in the author's file is a mistake to be named, not one that lies outside.
        let outside = |(start, end, _): (MediaMs, MediaMs, String)| {
            start < end && placed(start) == placed(end)
        };
        let mut timed = block.iter().filter_map(|(at, line)| Some((*at, times(line)?))).peekable();
        if let Some((at, _)) = timed.peek().cloned()
            && timed.all(|(_, times)| outside(times))
        {
            aligned.left_out.push(at);
            continue;
        }
        for (at, line) in block {
            match times(line) {
                Some((start, end, settings)) => {
                    let (start, end) = (stamp(placed(start)), stamp(placed(end)));
                    aligned.push(&format!("{start} --> {end}{settings}"), *at);
                }
                None => aligned.push(line, *at),
            }
        }
    }
    Ok(aligned)
}

/// A line of times, with a comma or a full stop before the milliseconds, and what follows it.
fn times(line: &str) -> Option<(MediaMs, MediaMs, String)> {
    let (start, behind) = line.split_once("-->")?;
    let behind = behind.trim();
    let (end, settings) = behind.split_once(' ').unwrap_or((behind, ""));
    let read = |time: &str| form::position(&time.trim().replace(',', "."));
    let settings = if settings.is_empty() { String::new() } else { format!(" {settings}") };
    Some((read(start)?, read(end)?, settings))
}

fn stamp(time: MediaMs) -> String {
    let (seconds, ms) = (time.0 / 1000, time.0 % 1000);
    format!("{:02}:{:02}:{:02}.{ms:03}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    const FILM: MediaMs = MediaMs(10_000);

    /// The text, where the captions fit.
    fn fitted(text: &str, film: MediaMs, fit: Fit) -> Result<String, TooLong> {
        aligned(text, film, fit).map(|aligned| aligned.text)
    }

    #[test]
    fn subrip_becomes_webvtt_that_knows_its_lines() {
        let srt = "1\r\n00:00:01,000 --> 00:00:02,500\r\nはい\r\n";
        let vtt = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nはい\n";
        let made = aligned(srt, FILM, Fit::default()).expect("it fits");
        assert_eq!(made.text, vtt);
        assert_eq!([1, 3, 4, 5, 99].map(|line| made.line_before(line)), [1, 1, 2, 3, 3]);
    }

    #[test]
    fn a_little_too_long_is_cut_and_much_is_refused() {
        let text = |end: &str| format!("WEBVTT\n\n00:01.000 --> {end} line:90%\na\n");
        assert_eq!(
            fitted(&text("00:11.500"), FILM, Fit::default()),
            Ok("WEBVTT\n\n00:00:01.000 --> 00:00:10.000 line:90%\na\n".to_string())
        );
        let refused = TooLong { captions: MediaMs(12_001), film: FILM };
        assert_eq!(fitted(&text("00:12.001"), FILM, Fit::default()), Err(refused));
    }

    #[test]
    fn captions_can_be_moved_and_stretched() {
        let text = "WEBVTT\n\n00:02.000 --> 00:04.000\na\n\n00:06.000 --> 00:20.000\nb\n";
        let moved = fitted(text, MediaMs(30_000), Fit { shift_ms: -2_500, stretch: false });
        let moved = moved.expect("it fits");
        assert!(moved.contains("00:00:00.000 --> 00:00:01.500"), "{moved}");
        let stretched = fitted(text, FILM, Fit { shift_ms: 0, stretch: true });
        let stretched = stretched.expect("it fits");
        assert!(stretched.contains("00:00:01.000 --> 00:00:02.000"), "{stretched}");
        assert!(stretched.contains("00:00:03.000 --> 00:00:10.000"), "{stretched}");
    }

    #[test]
    fn what_lies_outside_the_film_is_left_out_and_what_runs_backwards_stays() {
        let text = "WEBVTT\n\n1\n00:01.000 --> 00:02.000\nbefore\n\n2\n00:03.000 --> 00:04.000\nin\n\n\
                    00:06.000 --> 00:05.000\nbackwards\n\n00:12.600 --> 00:13.000\nafter\n";
        let made = aligned(text, FILM, Fit { shift_ms: -2_000, stretch: false }).expect("it fits");
        assert_eq!(
            made.text,
            "WEBVTT\n\n2\n00:00:01.000 --> 00:00:02.000\nin\n\n00:00:04.000 --> 00:00:03.000\nbackwards\n\n"
        );
        assert_eq!(made.left_out, [4, 14]);
        assert_eq!((made.line_before(4), made.line_before(7)), (8, 11));
    }
}
