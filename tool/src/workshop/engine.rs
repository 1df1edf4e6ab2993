//! Films from narration and slides. The work is done by the Python of `content/video`, which this program carries in
//! itself, unpacks once a version, and listens to.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs, io};

use etcetera::BaseStrategy as _;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::language::Language;

/// The workshop's files by their names below its folder.
const FILES: &[(&str, &str)] = &include!(concat!(env!("OUT_DIR"), "/workshop.rs"));

/// What to make of a course.
#[derive(Clone, Debug)]
pub struct Order {
    /// The course's folder; its sources are in `video/`.
    pub course: PathBuf,
    /// The chapters, or none for all.
    pub chapters: Vec<String>,
    /// How much of them.
    pub part: Part,
}

/// How much of a chapter is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Film, captions, poster.
    #[default]
    All,
    /// The captions, for their times.
    Captions,
    /// The pictures of the slides, to look at.
    Slides,
    /// How each sentence will sound.
    Readings,
}

/// What the workshop tells while it works: one JSON object a line.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum Event {
    /// A chapter begins.
    Chapter {
        /// Its id.
        id: String,
        /// Its title.
        title: String,
        /// Which one it is, from 1.
        number: u32,
        /// How many there are.
        of: u32,
    },
    /// So much of a step is done.
    Step {
        /// `speech`, `slides` or `film`.
        step: String,
        /// Done so far.
        done: u32,
        /// Of so many.
        of: u32,
    },
    /// Nothing of the chapter has changed since it was made.
    Unchanged,
    /// The chapter has been spoken.
    Speech {
        /// Its length.
        seconds: f64,
        /// How many sentences.
        sentences: u32,
    },
    /// The film is there.
    Film {
        /// Its weight.
        bytes: u64,
        /// Its length.
        seconds: f64,
    },
    /// How a sentence will sound.
    Reading {
        /// As it is written.
        written: String,
        /// As it is spoken, in katakana.
        kana: String,
    },
    /// Something stops the work.
    Fault {
        /// A short stable name.
        code: String,
        /// What is wrong, where, and what to do.
        sentence: String,
    },
}

/// Why nothing was made.
#[derive(Debug)]
pub enum EngineError {
    /// There is no Python, not even the one that `PYTHON` names.
    NoPython(Option<PathBuf>),
    /// There is one, of too old a version.
    OldPython(PathBuf, String),
    /// The workshop could not be unpacked.
    Unpack(PathBuf, io::Error),
    /// The workshop said what is wrong: one sentence each.
    Faults(Vec<String>),
    /// It stopped without a word of its own; the last it printed.
    Stopped(String),
}

impl EngineError {
    /// What is wrong, and what to do.
    pub fn sentence(&self, language: Language) -> String {
        match (self, language) {
            (Self::NoPython(None), Language::Ja) => {
                "Python 3（3.11 以上）がありません: apt-get install -y python3 python3-pip（別の場所なら環境変数 PYTHON で指定）"
                    .to_string()
            }
            (Self::NoPython(None), Language::En) => {
                "there is no Python 3 (3.11 or later): apt-get install -y python3 python3-pip (or name it in PYTHON)"
                    .to_string()
            }
            (Self::NoPython(Some(named)), Language::Ja) => format!(
                "環境変数 PYTHON が指す「{}」は、Python 3（3.11 以上）として動きません",
                named.display()
            ),
            (Self::NoPython(Some(named)), Language::En) => format!(
                "{}, which PYTHON names, does not run as a Python 3 (3.11 or later)",
                named.display()
            ),
            (Self::OldPython(path, version), Language::Ja) => format!(
                "「{}」は Python {version} で、3.11 以上が要ります。新しい Python を入れ（Ubuntu 22.04 なら apt-get install -y python3.11、ほかは https://www.python.org/）、環境変数 PYTHON で指定してください",
                path.display()
            ),
            (Self::OldPython(path, version), Language::En) => format!(
                "{} is Python {version}, and 3.11 or later is needed: install one (on Ubuntu 22.04: apt-get install -y python3.11, elsewhere from https://www.python.org/) and name it in PYTHON",
                path.display()
            ),
            (Self::Unpack(path, error), Language::Ja) => {
                format!("作業用のフォルダー「{}」に書けません（{error}）", path.display())
            }
            (Self::Unpack(path, error), Language::En) => {
                format!("the working folder {} cannot be written ({error})", path.display())
            }
            (Self::Faults(sentences), _) => sentences.join("\n"),
            (Self::Stopped(last), Language::Ja) => {
                format!("動画の作成が途中で止まりました。最後の出力:\n{last}")
            }
            (Self::Stopped(last), Language::En) => {
                format!("the workshop stopped unexpectedly; its last words:\n{last}")
            }
        }
    }
}

/// The oldest version that the workshop runs on: its TOML reader came with this one.
const OLDEST: (u32, u32) = (3, 11);

/// The Python to use: the one `PYTHON` names, else the first on the path that is new enough.
///
/// # Errors
/// [`EngineError::NoPython`], or [`EngineError::OldPython`] with the first one found.
pub fn python() -> Result<PathBuf, EngineError> {
    let named = env::var_os("PYTHON").map(PathBuf::from);
    let known = ["python3", "python", "python3.14", "python3.13", "python3.12", "python3.11"];
    let candidates = match &named {
        Some(named) => vec![named.clone()],
        None => known.map(PathBuf::from).to_vec(),
    };
    let mut old = None;
    for path in candidates {
        match version(&path) {
            Some(found) if found >= OLDEST => return Ok(path),
            Some((major, minor)) if old.is_none() => old = Some((path, format!("{major}.{minor}"))),
            _ => {}
        }
    }
    Err(match old {
        Some((path, version)) => EngineError::OldPython(path, version),
        None => EngineError::NoPython(named),
    })
}

/// What a Python says that it is.
fn version(python: &Path) -> Option<(u32, u32)> {
    let asked = Command::new(python)
        .args(["-c", "import sys; print('%d.%d' % sys.version_info[:2])"])
        .stdin(Stdio::null())
        .output()
        .ok()?;
    let said = String::from_utf8(asked.stdout).ok()?;
    let (major, minor) = said.trim().split_once('.')?;
    Some((major.parse().ok()?, minor.parse().ok()?))
}

/// Makes what was ordered, telling `listen` how far it is.
///
/// # Errors
/// What is missing or wrong; the films of earlier runs stay as they are.
pub fn run(
    order: &Order,
    language: Language,
    listen: &mut dyn FnMut(&Event),
) -> Result<(), EngineError> {
    let python = python()?;
    let cache = cache();
    let workshop = unpack(&cache).map_err(|error| EngineError::Unpack(cache.clone(), error))?;
    let mut command = Command::new(python);
    command.arg(workshop.join("build.py")).arg("--events");
    command.args(["--lang", language.pick("ja", "en")]);
    command.arg("--course").arg(&order.course).arg("--work").arg(cache.join("work"));
    match order.part {
        Part::All => {}
        Part::Captions => drop(command.arg("--captions-only")),
        Part::Slides => drop(command.arg("--slides-only")),
        Part::Readings => drop(command.arg("--readings")),
    }
    command.args(&order.chapters);
    listen_to(command, listen)
}

/// Where pictures of slides are kept: `slides/` of the chapter, below the course's name.
pub fn pictures(course: &Path) -> PathBuf {
    let name = course.canonicalize().unwrap_or_else(|_| course.to_path_buf());
    cache().join("work").join(name.file_name().unwrap_or_default())
}

fn listen_to(mut command: Command, listen: &mut dyn FnMut(&Event)) -> Result<(), EngineError> {
    command.env("PYTHONIOENCODING", "utf-8").env("PYTHONDONTWRITEBYTECODE", "1");
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().map_err(|error| EngineError::Stopped(error.to_string()))?;
    let errors = child.stderr.take().map(|mut stream| {
        std::thread::spawn(move || {
            let mut text = Vec::new();
            let _ = stream.read_to_end(&mut text);
            String::from_utf8_lossy(&text).into_owned()
        })
    });
    let mut faults = Vec::new();
    let lines = child.stdout.take().map(|stream| BufReader::new(stream).lines());
    for line in lines.into_iter().flatten().map_while(Result::ok) {
        match serde_json::from_str(&line) {
            Ok(Event::Fault { sentence, .. }) => faults.push(sentence),
            Ok(event) => listen(&event),
            Err(_) => {} // a library that prints is not worth a stop
        }
    }
    let errors = errors.and_then(|errors| errors.join().ok()).unwrap_or_default();
    let ended = child.wait().is_ok_and(|status| status.success());
    match (faults.is_empty(), ended) {
        (false, _) => Err(EngineError::Faults(faults)),
        (true, true) => Ok(()),
        (true, false) => Err(EngineError::Stopped(tail(&errors))),
    }
}

/// The last lines of what a program printed.
pub(crate) fn tail(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    lines[lines.len().saturating_sub(8)..].join("\n")
}

fn cache() -> PathBuf {
    let place = etcetera::choose_base_strategy().map(|strategy| strategy.cache_dir());
    place.unwrap_or_else(|_| env::temp_dir()).join("yoshu")
}

/// Writes the workshop into a folder named by its content; nothing when it stands there already.
fn unpack(cache: &Path) -> io::Result<PathBuf> {
    let mut hash = Sha256::new();
    for (name, text) in FILES {
        hash.update(name.as_bytes());
        hash.update([0]);
        hash.update(text.as_bytes());
        hash.update([0]);
    }
    let name: String = hash.finalize()[..8].iter().map(|byte| format!("{byte:02x}")).collect();
    let folder = cache.join(format!("workshop-{name}"));
    if folder.is_dir() {
        return Ok(folder);
    }
    // Written aside and renamed, so that a run that was cut short leaves no half workshop.
    let draft = cache.join(format!("workshop-{name}.part-{}", std::process::id()));
    for (name, text) in FILES {
        let path = draft.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&draft))?;
        fs::write(path, text)?;
    }
    match fs::rename(&draft, &folder) {
        Err(_) if folder.is_dir() => fs::remove_dir_all(&draft)?,
        renamed => renamed?,
    }
    Ok(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_carries_the_whole_workshop() {
        let names: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
        for wanted in [
            "build.py",
            "requirements.txt",
            "readings.tsv",
            "style/slides.css",
            "drawing/__init__.py",
        ] {
            assert!(names.contains(&wanted), "{wanted} is not among {names:?}");
        }
        assert!(names.iter().all(|name| !name.contains("__pycache__")));
    }

    #[test]
    fn it_is_unpacked_once_and_whole() {
        let cache = tempfile::tempdir().expect("a folder");
        let first = unpack(cache.path()).expect("unpacked");
        for (name, text) in FILES {
            assert_eq!(fs::read_to_string(first.join(name)).expect("there"), *text);
        }
        assert_eq!(unpack(cache.path()).expect("unpacked"), first);
        assert_eq!(fs::read_dir(cache.path()).expect("there").count(), 1, "no draft is left");
    }

    #[test]
    fn faults_are_told_and_foreign_lines_passed_over() {
        let mut command = Command::new("sh");
        command.arg("-c").arg(
            r#"echo hello; echo '{"event":"unchanged"}'; echo '{"event":"fault","code":"poster","sentence":"no poster"}'; exit 2"#,
        );
        let mut heard = Vec::new();
        let ended = listen_to(command, &mut |event| heard.push(event.clone()));
        assert_eq!(heard, [Event::Unchanged]);
        assert!(matches!(ended, Err(EngineError::Faults(faults)) if faults == ["no poster"]));
    }

    #[test]
    fn a_stop_without_a_word_shows_the_last_lines() {
        let mut command = Command::new("sh");
        command.arg("-c").arg("echo Traceback >&2; echo boom >&2; exit 1");
        let ended = listen_to(command, &mut |_| {});
        assert!(matches!(ended, Err(EngineError::Stopped(last)) if last == "Traceback\nboom"));
    }
}
