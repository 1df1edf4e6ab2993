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
    /// So many lines stand before the author's first one.
    pub lines_added: u32,
}

/// Rewrites the times so that they fit a film of this length. Lines that are no times stay as they are; whether they are
/// sound is for `author::captions::check`.
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
    let has_header = text.starts_with("WEBVTT");
    let mut out = String::from(if has_header { "" } else { "WEBVTT\n\n" });
    for line in text.lines() {
        match times(line) {
            Some((start, end, settings)) => {
                out.push_str(&format!(
                    "{} --> {}{settings}",
                    stamp(placed(start)),
                    stamp(placed(end))
                ));
            }
            None => out.push_str(line),
        }
        out.push('\n');
    }
    Ok(Aligned { text: out, lines_added: if has_header { 0 } else { 2 } })
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

    #[test]
    fn subrip_becomes_webvtt() {
        let srt = "1\r\n00:00:01,000 --> 00:00:02,500\r\nはい\r\n";
        let vtt = "WEBVTT\n\n1\n00:00:01.000 --> 00:00:02.500\nはい\n";
        let made = aligned(srt, FILM, Fit::default());
        assert_eq!(made, Ok(Aligned { text: vtt.to_string(), lines_added: 2 }));
    }

    #[test]
    fn a_little_too_long_is_cut_and_much_is_refused() {
        let text = |end: &str| format!("WEBVTT\n\n00:01.000 --> {end} line:90%\na\n");
        assert_eq!(
            aligned(&text("00:11.500"), FILM, Fit::default()),
            Ok(Aligned {
                text: "WEBVTT\n\n00:00:01.000 --> 00:00:10.000 line:90%\na\n".to_string(),
                lines_added: 0
            })
        );
        let refused = TooLong { captions: MediaMs(12_001), film: FILM };
        assert_eq!(aligned(&text("00:12.001"), FILM, Fit::default()), Err(refused));
    }

    #[test]
    fn captions_can_be_moved_and_stretched() {
        let text = "WEBVTT\n\n00:02.000 --> 00:04.000\na\n\n00:06.000 --> 00:20.000\nb\n";
        let moved = aligned(text, MediaMs(30_000), Fit { shift_ms: -2_500, stretch: false });
        let moved = moved.expect("it fits").text;
        assert!(moved.contains("00:00:00.000 --> 00:00:01.500"), "{moved}");
        let stretched = aligned(text, FILM, Fit { shift_ms: 0, stretch: true });
        let stretched = stretched.expect("it fits").text;
        assert!(stretched.contains("00:00:01.000 --> 00:00:02.000"), "{stretched}");
        assert!(stretched.contains("00:00:03.000 --> 00:00:10.000"), "{stretched}");
    }
}
