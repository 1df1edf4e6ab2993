//! An organiser's own recording becomes a chapter: re-encoded to the portal's form, levelled, with a still and captions.
//! Everything is made aside and put into the course only when all of it is there.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::{fs, io};

use domain::catalog::ChapterId;
use domain::unit::MediaMs;
use serde::Deserialize;

use crate::author::{self, form};
use crate::disk::DiskError;
use crate::finding::{Finding, Findings};
use crate::language::Language;
use crate::source::{Place, Source};
use crate::workshop::captions::{self, Fit, TooLong};
use crate::workshop::ffmpeg::{self, FfmpegError, Media};
use crate::workshop::length;

/// Integrated loudness of every chapter in LUFS (EBU R128).
const LOUDNESS: f64 = -16.0;
/// Bytes that a still may weigh.
const POSTER_BYTES: u64 = 25_000;
/// The longest pause between key frames in seconds.
const KEY_FRAMES_S: u32 = 10;

/// What moves in the picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Motion {
    /// People: up to 25 pictures a second.
    #[default]
    Camera,
    /// Slides with a voice: 5 pictures a second, a tenth of the weight.
    Slides,
}

/// What to bring in.
#[derive(Clone, Debug)]
pub struct Request {
    /// The recording.
    pub file: PathBuf,
    /// The course's folder.
    pub course: PathBuf,
    /// The chapter it becomes, such as `03-topic`.
    pub chapter: ChapterId,
    /// Its captions, when they do not lie beside it under its name.
    pub captions: Option<PathBuf>,
    /// What to do with their times.
    pub fit: Fit,
    /// Where the still is taken; picked when not given.
    pub poster_at: Option<MediaMs>,
    /// What moves in it.
    pub motion: Motion,
    /// Replace what the chapter has.
    pub replace: bool,
}

/// How far it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The loudness is measured.
    Listening,
    /// The film is made.
    Encoding,
}

/// What came of it.
#[derive(Debug)]
pub struct Imported {
    /// The files now in the course.
    pub files: Vec<PathBuf>,
    /// The film's length.
    pub length: MediaMs,
    /// The length of the film whose place it took, when that was longer.
    pub longer_before: Option<MediaMs>,
    /// The film's weight.
    pub bytes: u64,
    /// Its loudness in LUFS; none for a silent one.
    pub loudness: Option<f64>,
    /// What is to be said of its captions; none without any.
    pub captions: Option<Told>,
    /// The chapter's text stood there already with another length, which is now the film's.
    pub length_amended: bool,
    /// The chapter's text stood there already and does not name the film's length.
    pub length_to_correct: bool,
}

/// What is to be said of captions that came in.
#[derive(Debug)]
pub struct Told {
    /// The lines of the author's file at which captions stand that lie wholly outside the film: they did not come in.
    pub left_out: Vec<u32>,
}

/// Why nothing was brought in.
#[derive(Debug)]
pub enum RecordingError {
    /// There is no such recording.
    NoFile(PathBuf),
    /// ffmpeg finds no film in it; its last words.
    NoFilm(PathBuf, String),
    /// There is no such course.
    NoCourse(PathBuf),
    /// The chapter's name is not of the form `03-topic`.
    ChapterName(String),
    /// The chapter has a film, captions or a still already.
    Exists(Vec<PathBuf>),
    /// The chapter has captions, and none came with the recording that takes the place of its film.
    OldCaptions(PathBuf),
    /// It has no picture.
    NoPicture,
    /// It has no length.
    NoLength,
    /// The still lies beyond the end.
    PosterBeyondEnd(MediaMs),
    /// The captions are longer than the film.
    CaptionsTooLong(TooLong),
    /// The captions have mistakes.
    Captions(PathBuf, Vec<Finding>),
    /// A program failed.
    Ffmpeg(FfmpegError),
    /// A file could not be read or written.
    Disk(PathBuf, io::Error),
}

impl From<FfmpegError> for RecordingError {
    fn from(error: FfmpegError) -> Self {
        Self::Ffmpeg(error)
    }
}

impl RecordingError {
    /// What is wrong, where, and what to do.
    pub fn sentence(&self, language: Language) -> String {
        let (ja, en) = match self {
            Self::NoFile(path) => {
                let path = path.display();
                (
                    format!("録画「{path}」がありません。名前を確かめてください"),
                    format!("there is no recording {path}: check its name"),
                )
            }
            Self::NoFilm(path, said) => {
                let path = path.display();
                (
                    format!(
                        "「{path}」を動画として読めません。壊れているか、動画ではないファイルです。再生できるか確かめ、録画した機器やソフトからもう一度書き出してください。\
                         ffmpeg の言葉:\n{said}"
                    ),
                    format!(
                        "{path} cannot be read as a film: it is damaged, or no film. See whether it plays, and export it again \
                         from where it was recorded. ffmpeg says:\n{said}"
                    ),
                )
            }
            Self::NoCourse(path) => {
                let path = path.display();
                (
                    format!(
                        "「{path}」に course.toml がありません。--course で講習のフォルダーを指定してください"
                    ),
                    format!("{path} holds no course.toml: name the course's folder with --course"),
                )
            }
            Self::ChapterName(name) => (
                format!(
                    "章の名前「{name}」は使えません。2けたの番号、ハイフン、短い名前（例 03-topic）にしてください"
                ),
                format!(
                    "`{name}` is no name of a chapter: two digits, a hyphen and a short name, such as 03-topic"
                ),
            ),
            Self::Exists(paths) => {
                let names: Vec<String> =
                    paths.iter().map(|path| path.display().to_string()).collect();
                (
                    format!(
                        "「{}」がすでにあります。置きかえるときは --replace を付けてください",
                        names.join("」「")
                    ),
                    format!("already there: {}; add --replace to replace", names.join(", ")),
                )
            }
            Self::OldCaptions(path) => {
                let path = path.display();
                (
                    format!(
                        "前の動画の字幕「{path}」がありますが、新しい録画の字幕がありません。新しい字幕を録画と同じ名前で置いてください。\
                         前の字幕がそのまま合うなら --captions \"{path}\" を付け、要らないなら消してください"
                    ),
                    format!(
                        "{path} has the captions of the film before, and the new recording has none: put its captions beside \
                         it under the same name; if the old ones fit, name them with --captions \"{path}\"; else delete them"
                    ),
                )
            }
            Self::NoPicture => (
                "映像が入っていません。動画のファイルを指定してください".to_string(),
                "there is no picture in it: name a video".to_string(),
            ),
            Self::NoLength => (
                "動画の長さが分かりません。録画し直すか、別の形式で書き出してください".to_string(),
                "its length cannot be told: record or export it again".to_string(),
            ),
            Self::PosterBeyondEnd(end) => {
                let end = form::show_position(*end);
                (
                    format!("--poster-at が動画の終わり（{end}）より後です"),
                    format!("--poster-at lies beyond the end of the film ({end})"),
                )
            }
            Self::CaptionsTooLong(TooLong { captions, film }) => {
                let (captions, film) = (form::show_position(*captions), form::show_position(*film));
                (
                    format!(
                        "字幕は {captions} まであり、動画（{film}）より長くなっています。ずれているなら --shift-captions=-2.5（秒）、\
                         別の速さで作った字幕なら --stretch-captions を付けてください"
                    ),
                    format!(
                        "the captions run to {captions}, beyond the film's end at {film}: move them with \
                         --shift-captions=-2.5 (seconds), or add --stretch-captions when they were made for another speed"
                    ),
                )
            }
            Self::Captions(path, findings) => {
                let root = path.parent().unwrap_or(Path::new(""));
                let lines: Vec<String> =
                    findings.iter().map(|finding| finding.lines(root, language)).collect();
                (
                    format!(
                        "字幕に誤りがあります。直してから、もう一度実行してください\n{}",
                        lines.join("\n")
                    ),
                    format!(
                        "the captions have mistakes: mend them and run this again\n{}",
                        lines.join("\n")
                    ),
                )
            }
            Self::Ffmpeg(error) => return error.sentence(language),
            Self::Disk(path, error) => {
                let path = path.display();
                (
                    format!("「{path}」を読み書きできません（{error}）"),
                    format!("{path} cannot be read or written ({error})"),
                )
            }
        };
        language.pick(&ja, &en).to_string()
    }
}

/// Brings a recording in; `listen` hears how far it is.
///
/// # Errors
/// Whatever is wrong; the course is then as it was.
pub fn import(
    request: &Request,
    listen: &mut dyn FnMut(Stage, MediaMs, MediaMs),
) -> Result<Imported, RecordingError> {
    let (course, name) = (&request.course, request.chapter.as_str());
    let [film, still, subtitles] = targets(request)?;
    let (media, rate) = picture(request)?;
    // The captions first: their mistakes are known in a moment, the film takes minutes.
    let captions = read_captions(request, media.length)?;
    if captions.is_none() && subtitles.exists() {
        return Err(RecordingError::OldCaptions(subtitles));
    }

    let disk = |error| RecordingError::Disk(course.clone(), error);
    let aside = tempfile::Builder::new().prefix(".import-").tempdir_in(course).map_err(disk)?;
    let (draft, picture) = (aside.path().join("film.mp4"), aside.path().join("still.webp"));
    let level = if media.sound { level(&request.file, media.length, listen)? } else { None };
    encode(request, rate, level.as_ref(), media.length, &draft, listen)?;
    let length = ffmpeg::probe(&draft)?.length;
    poster(&draft, request.poster_at, length, &picture)?;
    let loudness = if level.is_some() { Some(loudness(&draft)?) } else { None };

    let mut files = vec![(draft, film.clone()), (picture, still)];
    if let Some(captions) = &captions {
        let draft = aside.path().join("captions.vtt");
        fs::write(&draft, &captions.text).map_err(disk)?;
        files.push((draft, subtitles));
    }
    let chapter = course.join(format!("{name}.md"));
    let is_new = !chapter.exists();
    if is_new {
        let draft = aside.path().join("chapter.md");
        fs::write(&draft, chapter_text(name, length, captions.is_some())).map_err(disk)?;
        files.push((draft, chapter.clone()));
    }
    let longer_before = longer_than(length, &film);
    for (from, to) in &files {
        fs::rename(from, to).map_err(|error| RecordingError::Disk(to.clone(), error))?;
    }
    let amended = length::amend(course, name);
    let amended = amended.map_err(|DiskError { path, error }| RecordingError::Disk(path, error))?;
    Ok(Imported {
        length_amended: amended.is_some(),
        bytes: fs::metadata(&film).map_or(0, |about| about.len()),
        files: files.into_iter().map(|(_, to)| to).collect(),
        length,
        longer_before,
        loudness,
        captions: captions.map(|captions| Told { left_out: captions.left_out }),
        length_to_correct: !is_new && !names_length(&chapter, length),
    })
}

/// The chapter's film, still and captions, which may be written.
fn targets(request: &Request) -> Result<[PathBuf; 3], RecordingError> {
    let course = &request.course;
    if !request.file.is_file() {
        return Err(RecordingError::NoFile(request.file.clone()));
    }
    if !course.join("course.toml").is_file() {
        return Err(RecordingError::NoCourse(course.clone()));
    }
    let name = request.chapter.as_str();
    if author::chapter::id_of(&format!("{name}.md")).is_none() {
        return Err(RecordingError::ChapterName(name.to_string()));
    }
    let targets = ["mp4", "poster.webp", "vtt"].map(|end| course.join(format!("{name}.{end}")));
    let there: Vec<PathBuf> = targets.iter().filter(|path| path.exists()).cloned().collect();
    if there.is_empty() || request.replace {
        Ok(targets)
    } else {
        Err(RecordingError::Exists(there))
    }
}

/// What the recording is, and its pictures a second.
fn picture(request: &Request) -> Result<(Media, f64), RecordingError> {
    let media = ffmpeg::probe(&request.file).map_err(|error| no_film(&request.file, error))?;
    let rate = media.picture_rate.ok_or(RecordingError::NoPicture)?;
    if media.length == MediaMs::ZERO {
        return Err(RecordingError::NoLength);
    }
    if request.poster_at.is_some_and(|at| at >= media.length) {
        return Err(RecordingError::PosterBeyondEnd(media.length));
    }
    Ok((media, rate))
}

/// The length of a film that is there and longer than this by what a length in seconds shows.
fn longer_than(length: MediaMs, film: &Path) -> Option<MediaMs> {
    // One that cannot be read is no loss: nothing can have rested on its length.
    let before = film.is_file().then(|| ffmpeg::probe(film).ok())??.length;
    let is_longer = before > length && form::show_length(before) != form::show_length(length);
    is_longer.then_some(before)
}

fn no_film(file: &Path, error: FfmpegError) -> RecordingError {
    match error {
        FfmpegError::Failed(said) => RecordingError::NoFilm(file.to_path_buf(), said),
        missing @ FfmpegError::Missing(_) => missing.into(),
    }
}

/// Captions that came with the recording, in their final form.
struct Captions {
    text: String,
    left_out: Vec<u32>,
}

/// The captions in their final form with what is to be said of them, unless there are none.
fn read_captions(request: &Request, film: MediaMs) -> Result<Option<Captions>, RecordingError> {
    let beside = ["vtt", "srt"].map(|end| request.file.with_extension(end));
    let path = request.captions.clone().or_else(|| beside.into_iter().find(|path| path.is_file()));
    let Some(path) = path else { return Ok(None) };
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let folder = path.parent().unwrap_or(Path::new(""));
    let findings = Findings::default();
    let Some(source) = Source::read(folder, &name, &findings) else {
        return Err(RecordingError::Captions(path, findings.sorted()));
    };
    let fitted = captions::aligned(source.text(), film, request.fit)
        .map_err(RecordingError::CaptionsTooLong)?;
    author::captions::read(&Source::new(&name, fitted.text.clone()), Some(film), &findings);
    let mut found = findings.sorted();
    for finding in &mut found {
        let line = fitted.line_before(finding.place.line);
        finding.place = Place { line, ..finding.place.clone() };
    }
    if !found.is_empty() {
        return Err(RecordingError::Captions(path, found));
    }
    Ok(Some(Captions { text: fitted.text, left_out: fitted.left_out }))
}

/// What ffmpeg's `loudnorm` measured, to be given back to it.
#[derive(Deserialize)]
struct Level {
    input_i: String,
    input_tp: String,
    input_lra: String,
    input_thresh: String,
    target_offset: String,
}

impl Level {
    /// A muted microphone records no sound: its loudness is minus infinity, which no levelling lifts.
    fn is_silent(&self) -> bool {
        self.input_i.parse().is_ok_and(f64::is_infinite)
    }
}

/// The level of a recording; none when nothing is to be heard in it.
fn level(
    file: &Path,
    length: MediaMs,
    listen: &mut dyn FnMut(Stage, MediaMs, MediaMs),
) -> Result<Option<Level>, FfmpegError> {
    let filter = format!("loudnorm=I={LOUDNESS}:TP=-1.5:LRA=11:print_format=json");
    let arguments = words(&["-i"], file, &["-vn", "-af", &filter, "-f", "null", "-"]);
    let said = ffmpeg::run(&arguments, &mut |at| listen(Stage::Listening, at, length))?;
    let json = said.rfind('{').and_then(|from| Some(&said[from..=said.rfind('}')?]));
    let level: Option<Level> = json.and_then(|json| serde_json::from_str(json).ok());
    let level = level.ok_or(FfmpegError::Failed(ffmpeg::last_words(&said)))?;
    Ok(Some(level).filter(|level| !level.is_silent()))
}

/// Loudness of a finished film in LUFS.
fn loudness(film: &Path) -> Result<f64, FfmpegError> {
    let said = ffmpeg::run(
        &words(&["-i"], film, &["-vn", "-af", "ebur128", "-f", "null", "-"]),
        &mut |_| {},
    )?;
    let last = said.rsplit("I:").next().and_then(|text| text.trim().split(' ').next());
    last.and_then(|text| text.parse().ok()).ok_or(FfmpegError::Failed(ffmpeg::last_words(&said)))
}

fn encode(
    request: &Request,
    rate: f64,
    level: Option<&Level>,
    length: MediaMs,
    to: &Path,
    listen: &mut dyn FnMut(Stage, MediaMs, MediaMs),
) -> Result<(), FfmpegError> {
    let (most, crf, tune) = match request.motion {
        Motion::Camera => (25.0, "28", "film"),
        Motion::Slides => (5.0, "34", "stillimage"),
    };
    let rate = if rate > 0.0 { rate.min(most) } else { most };
    let keys = (rate * f64::from(KEY_FRAMES_S)).round().to_string();
    let picture = format!(
        "fps={rate:.3},scale=1280:720:force_original_aspect_ratio=decrease:force_divisible_by=2,\
         pad=1280:720:(ow-iw)/2:(oh-ih)/2,setsar=1,format=yuv420p"
    );
    let mut after = vec!["-map", "0:v:0", "-map", "0:a:0?", "-vf", &picture];
    after.extend([
        "-c:v",
        "libx264",
        "-profile:v",
        "high",
        "-preset",
        "slow",
        "-crf",
        crf,
        "-tune",
        tune,
        "-g",
        &keys,
    ]);
    let sound = level.map(|level| {
        format!(
            "loudnorm=I={LOUDNESS}:TP=-1.5:LRA=11:measured_I={}:measured_TP={}:measured_LRA={}:measured_thresh={}:offset={}:linear=true",
            level.input_i, level.input_tp, level.input_lra, level.input_thresh, level.target_offset
        )
    });
    match &sound {
        Some(sound) => {
            after.extend(["-af", sound, "-c:a", "aac", "-ar", "24000", "-ac", "1", "-b:a", "32k"]);
        }
        None => after.push("-an"),
    }
    after.extend(["-map_metadata", "-1", "-movflags", "+faststart"]);
    let mut arguments = words(&["-i"], &request.file, &after);
    arguments.push(to.into());
    ffmpeg::run(&arguments, &mut |at| listen(Stage::Encoding, at, length)).map(drop)
}

/// A still: the place that was asked for, or the one that ffmpeg finds typical of the first minute.
fn poster(film: &Path, at: Option<MediaMs>, length: MediaMs, to: &Path) -> Result<(), FfmpegError> {
    let begin = at.map_or(0.0, |at| f64::from(at.0) / 1000.0);
    let begin = begin.min(f64::from(length.0) / 1000.0 - 0.2).max(0.0).to_string();
    let pick = if at.is_some() { "" } else { "fps=1,thumbnail=60," };
    for (wide, quality) in [(854, "80"), (854, "65"), (854, "50"), (640, "50"), (480, "40")] {
        let filter = format!("{pick}scale={wide}:-2:flags=lanczos");
        let after =
            ["-t", "60", "-frames:v", "1", "-vf", &filter, "-c:v", "libwebp", "-quality", quality];
        let mut arguments = words(&["-ss", &begin, "-i"], film, &after);
        arguments.push(to.into());
        ffmpeg::run(&arguments, &mut |_| {})?;
        if fs::metadata(to).is_ok_and(|about| about.len() <= POSTER_BYTES) {
            break;
        }
    }
    Ok(())
}

fn words(before: &[&str], file: &Path, after: &[&str]) -> Vec<OsString> {
    let before = before.iter().map(OsString::from);
    before.chain([file.into()]).chain(after.iter().map(OsString::from)).collect()
}

/// A chapter to go on writing.
fn chapter_text(name: &str, length: MediaMs, captioned: bool) -> String {
    let title = name.split_once('-').map_or(name, |(_, title)| title);
    let captions = if captioned { format!("captions = \"{name}.vtt\"\n") } else { String::new() };
    format!(
        "+++\ntitle.ja = \"{title}\"\nvideo = \"{name}.mp4\"\n{captions}poster = \"{name}.poster.webp\"\n\
         duration = \"{}\"\nobjectives = []\nsources = []\n+++\n",
        form::show_length(length)
    )
}

/// Whether a chapter's text names this length, to the second.
fn names_length(chapter: &Path, length: MediaMs) -> bool {
    let wanted = format!("duration = \"{}\"", form::show_length(length));
    fs::read_to_string(chapter).is_ok_and(|text| text.contains(&wanted))
}
