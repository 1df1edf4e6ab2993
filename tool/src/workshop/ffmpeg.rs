//! ffmpeg and ffprobe: what a media file is, and making another of it.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::Path;
use std::process::{Command, Stdio};

use domain::unit::MediaMs;
use serde::Deserialize;

use crate::language::Language;
use crate::workshop::engine::tail;

/// Why a program of ffmpeg's gave nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FfmpegError {
    /// It is not installed.
    Missing(&'static str),
    /// It ended with an error; its last words.
    Failed(String),
}

impl FfmpegError {
    /// What is wrong, and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match (self, language) {
            (Self::Missing(name), Language::Ja) => {
                format!("{name} がありません: apt-get install -y ffmpeg")
            }
            (Self::Missing(name), Language::En) => {
                format!("{name} is missing: apt-get install -y ffmpeg")
            }
            (Self::Failed(last), Language::Ja) => format!(
                "ffmpeg が処理できませんでした。動画を最後まで再生できるか、ディスクに空きがあるか確かめてください。ffmpeg の言葉:\n{last}"
            ),
            (Self::Failed(last), Language::En) => format!(
                "ffmpeg could not do it: check that the film plays to its end and that the disk has room. ffmpeg says:\n{last}"
            ),
        }
    }
}

/// What a media file holds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Media {
    /// Its length.
    pub length: MediaMs,
    /// Pictures a second, when there is a picture.
    pub picture_rate: Option<f64>,
    /// There is sound.
    pub sound: bool,
}

#[derive(Deserialize)]
struct Probed {
    #[serde(default)]
    streams: Vec<Stream>,
    #[serde(default)]
    format: Format,
}

#[derive(Default, Deserialize)]
struct Format {
    duration: Option<String>,
}

#[derive(Deserialize)]
struct Stream {
    codec_type: Option<String>,
    avg_frame_rate: Option<String>,
}

/// The last words of a program. Where its parts lay in memory tells nobody anything, and differs each time.
pub(super) fn last_words(said: &str) -> String {
    let tail = tail(said);
    let mut parts = tail.split(" @ 0x");
    let mut words = parts.next().unwrap_or_default().to_string();
    for part in parts {
        words.push_str(part.trim_start_matches(|c: char| c.is_ascii_hexdigit()));
    }
    words.trim_end().to_string()
}

/// Looks at a file.
///
/// # Errors
/// ffprobe is missing, or cannot read the file.
pub fn probe(file: &Path) -> Result<Media, FfmpegError> {
    let asked = Command::new("ffprobe")
        .args(["-v", "error", "-of", "json", "-show_entries"])
        .arg("format=duration:stream=codec_type,avg_frame_rate")
        .arg(file)
        .stdin(Stdio::null())
        .output();
    let asked = asked.map_err(|error| unstarted("ffprobe", &error))?;
    let failed = || FfmpegError::Failed(last_words(&String::from_utf8_lossy(&asked.stderr)));
    if !asked.status.success() {
        return Err(failed());
    }
    let probed: Probed = serde_json::from_slice(&asked.stdout).map_err(|_| failed())?;
    let seconds: f64 =
        probed.format.duration.as_deref().and_then(|text| text.parse().ok()).unwrap_or(0.0);
    let of = |kind: &str| {
        let mut streams = probed.streams.iter();
        streams.find(|stream| stream.codec_type.as_deref() == Some(kind))
    };
    Ok(Media {
        // safe: a float becomes the nearest u32 there is
        length: MediaMs((seconds * 1000.0).round() as u32),
        picture_rate: of("video").map(|stream| rate(stream.avg_frame_rate.as_deref())),
        sound: of("audio").is_some(),
    })
}

/// `30000/1001` as a number; 0 when it says nothing.
fn rate(text: Option<&str>) -> f64 {
    let Some((above, below)) = text.and_then(|text| text.split_once('/')) else { return 0.0 };
    match (above.parse::<f64>(), below.parse::<f64>()) {
        (Ok(above), Ok(below)) if below > 0.0 => above / below,
        _ => 0.0,
    }
}

/// Runs ffmpeg; `listen` hears how far along the time line it is. What it wrote to its error stream comes back.
///
/// # Errors
/// ffmpeg is missing, or ends with an error.
pub fn run(arguments: &[OsString], listen: &mut dyn FnMut(MediaMs)) -> Result<String, FfmpegError> {
    let mut command = Command::new("ffmpeg");
    command
        .args(["-hide_banner", "-nostdin", "-nostats", "-y", "-progress", "pipe:1"])
        .args(arguments);
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| unstarted("ffmpeg", &error))?;
    let errors = child.stderr.take().map(|mut stream| {
        std::thread::spawn(move || {
            let mut bytes = Vec::new();
            let _ = stream.read_to_end(&mut bytes);
            String::from_utf8_lossy(&bytes).into_owned()
        })
    });
    let lines = child.stdout.take().map(|stream| BufReader::new(stream).lines());
    for line in lines.into_iter().flatten().map_while(Result::ok) {
        let us = line.strip_prefix("out_time_us=").and_then(|us| us.parse::<u64>().ok());
        if let Some(us) = us {
            listen(MediaMs(u32::try_from(us / 1000).unwrap_or(u32::MAX)));
        }
    }
    let errors = errors.and_then(|errors| errors.join().ok()).unwrap_or_default();
    if child.wait().is_ok_and(|status| status.success()) {
        Ok(errors)
    } else {
        Err(FfmpegError::Failed(last_words(&errors)))
    }
}

fn unstarted(name: &'static str, error: &std::io::Error) -> FfmpegError {
    match error.kind() {
        ErrorKind::NotFound => FfmpegError::Missing(name),
        _ => FfmpegError::Failed(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn last_words_name_no_place_in_memory() {
        let said = "[mov,mp4 @ 0x556462e0f7c0] moov atom not found\n[a @ 0x1F] b @ 3\ntalk.mov: Invalid data\n";
        assert_eq!(
            last_words(said),
            "[mov,mp4] moov atom not found\n[a] b @ 3\ntalk.mov: Invalid data"
        );
        assert_eq!(last_words(""), "");
    }

    #[test]
    fn rates_are_fractions() {
        assert_eq!(rate(Some("25/1")), 25.0);
        assert!((rate(Some("30000/1001")) - 29.97).abs() < 0.01);
        for nothing in [None, Some("0/0"), Some("25"), Some("a/b")] {
            assert_eq!(rate(nothing), 0.0, "{nothing:?}");
        }
    }
}
