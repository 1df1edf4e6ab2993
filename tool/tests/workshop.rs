//! The video workshop, with the real voice, the real browser and the real ffmpeg: what an instructor does at a terminal.

#![allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use domain::unit::MediaMs;
use tempfile::TempDir;
use tool::author::form;
use tool::video;
use tool::workshop::engine;

const NARRATION: &str = "# はじめに\n\nposter: title/1\n\n## title/1\n最初の章です。\n\n## title/2\nVFは心室細動です。\n";
const SLIDE: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1280 720\"><title>はじめに</title>\
    <text x=\"100\" y=\"300\">心停止</text><?draw ecg rhythm=vf x=100 y=360 w=900 h=200?>\
    <g data-from=\"2\"><text x=\"100\" y=\"640\">VF</text></g></svg>";

/// A course of one chapter in a folder of its own, and a cache of its own.
struct Workplace(TempDir);

impl Workplace {
    fn new() -> Self {
        let place = Self(tempfile::tempdir().unwrap());
        let slides = place.course().join("video/01-intro/slides");
        fs::create_dir_all(&slides).unwrap();
        fs::write(place.course().join("course.toml"), "title.ja = \"試しの講習\"\n").unwrap();
        fs::write(place.narration(), NARRATION).unwrap();
        fs::write(slides.join("title.svg"), SLIDE).unwrap();
        place
    }

    fn course(&self) -> PathBuf {
        self.0.path().join("course")
    }

    fn narration(&self) -> PathBuf {
        self.course().join("video/01-intro/narration.md")
    }

    /// The chapter of this id with a length that is not its film's: where it stands, and what it says.
    fn chapter(&self, id: &str) -> (PathBuf, String) {
        let path = self.course().join(format!("{id}.md"));
        let text = format!(
            "+++\ntitle.ja = \"章\"\nvideo = \"{id}.mp4\"\nduration = \"0m20s\"\n+++\n本文は 0m30s と言う。\n"
        );
        fs::write(&path, &text).unwrap();
        (path, text)
    }

    fn yoshu(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_yoshu"));
        command.env("XDG_CACHE_HOME", self.0.path().join("cache"));
        command
    }

    fn build(&self) -> Output {
        self.yoshu().args(["video", "build"]).arg(self.course()).output().unwrap()
    }

    /// 12 s of a moving picture with a quiet tone.
    fn recording(&self) -> PathBuf {
        self.recording_with("sine=f=440:d=12,volume=0.03")
    }

    fn recording_with(&self, sound: &str) -> PathBuf {
        let file = self.0.path().join("talk.mov");
        let picture = ["-f", "lavfi", "-i", "testsrc2=s=640x480:r=30:d=12"];
        let sound = ["-f", "lavfi", "-i", sound];
        let how = ["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac"];
        let made = Command::new("ffmpeg")
            .args(["-v", "error", "-y"])
            .args(picture)
            .args(sound)
            .args(how)
            .arg(&file)
            .status();
        assert!(made.unwrap().success(), "ffmpeg makes the recording");
        file
    }

    fn import(&self, file: &Path, more: &[&str]) -> Output {
        let mut command = self.yoshu();
        command.args(["video", "import"]).arg(file).arg("--course").arg(self.course());
        command.args(["--chapter", "02-talk"]).args(more).output().unwrap()
    }

    fn files(&self) -> BTreeMap<String, u64> {
        let entries = fs::read_dir(self.course()).unwrap().map(Result::unwrap);
        entries
            .map(|entry| {
                (entry.file_name().into_string().unwrap(), entry.metadata().unwrap().len())
            })
            .collect()
    }
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn complaints(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_chapter_is_spoken_drawn_and_filmed_and_made_again_only_when_it_changed() {
    let place = Workplace::new();
    let (chapter, before) = place.chapter("01-intro");
    let first = place.build();
    assert!(first.status.success(), "{}", complaints(&first));
    assert!(out(&first).contains("作成 1 章"), "{}", out(&first));
    assert!(!out(&first).contains("1分あたり"), "a film of seconds is not judged: {}", out(&first));

    let film = fs::read(place.course().join("01-intro.mp4")).unwrap();
    let about = video::read(&film).unwrap();
    assert_eq!(about.picture.as_deref(), Some(video::H264));
    assert_eq!(about.sound.as_deref(), Some(video::AAC));
    assert!(about.fast_start);
    assert!((MediaMs(3_000)..MediaMs(9_000)).contains(&about.length), "{:?}", about.length);
    let length = form::show_length(about.length);
    assert!(
        out(&first).contains(&format!("duration = \"{length}\" に直しました")),
        "{}",
        out(&first)
    );
    assert_eq!(fs::read_to_string(&chapter).unwrap(), before.replace("0m20s", &length));
    let captions = fs::read_to_string(place.course().join("01-intro.vtt")).unwrap();
    assert!(
        captions.contains("最初の章です。") && captions.contains("VFは心室細動です。"),
        "{captions}"
    );
    let still = fs::read(place.course().join("01-intro.poster.webp")).unwrap();
    assert_eq!(imagesize::blob_size(&still).unwrap().width, 854);

    let second = place.build();
    assert!(out(&second).contains("作成 0 章、変更なし 1 章"), "{}", out(&second));
    assert_eq!(fs::read(place.course().join("01-intro.mp4")).unwrap(), film);

    fs::write(place.narration(), NARRATION.replace("最初の章です。", "これが最初の章です。"))
        .unwrap();
    let third = place.build();
    assert!(out(&third).contains("作成 1 章"), "{}", out(&third));
    assert_ne!(fs::read(place.course().join("01-intro.mp4")).unwrap(), film);
}

#[test]
fn a_reading_changes_the_sentences_it_stands_in_and_no_others() {
    let place = Workplace::new();
    let readings = |place: &Workplace| {
        let command = &mut place.yoshu();
        let said =
            command.args(["video", "build", "--readings"]).arg(place.course()).output().unwrap();
        assert!(said.status.success(), "{}", complaints(&said));
        out(&said)
    };
    assert!(readings(&place).contains("ブイエフ"));
    fs::write(place.course().join("video/readings.tsv"), "最初の章\tイチバンメノショー\t0\n")
        .unwrap();
    let said = readings(&place);
    assert!(said.contains("イチバンメノショー") && said.contains("ブイエフ"), "{said}");
}

#[test]
fn a_slip_is_named_with_file_and_line_and_the_old_film_stays() {
    let place = Workplace::new();
    fs::write(place.course().join("01-intro.mp4"), "old").unwrap();
    for (narration, line, words) in [
        (NARRATION.replace("## title/2", "## Title 2"), "narration.md:8:", "## スライド名"),
        (NARRATION.replace("## title/2", "## other"), "narration.md:8:", "slides/other.svg"),
        (NARRATION.replace("poster: title/1", "poster: title/7"), "narration.md:3:", "poster"),
        (NARRATION.replace("最初の章です。\n", ""), "narration.md:5:", "話す文がありません"),
    ] {
        fs::write(place.narration(), narration).unwrap();
        let refused = place.build();
        let said = complaints(&refused);
        assert!(!refused.status.success() && said.contains(line) && said.contains(words), "{said}");
        assert_eq!(fs::read(place.course().join("01-intro.mp4")).unwrap(), b"old");
    }
}

#[test]
fn every_slip_of_every_chapter_is_told_at_once_and_none_by_a_traceback() {
    let place = Workplace::new();
    let video = place.course().join("video");
    let chapter = |name: &str, narration: &[u8], slide: &[u8]| {
        fs::create_dir_all(video.join(name).join("slides")).unwrap();
        fs::write(video.join(name).join("narration.md"), narration).unwrap();
        fs::write(video.join(name).join("slides/title.svg"), slide).unwrap();
    };
    chapter("intro", NARRATION.as_bytes(), SLIDE.as_bytes());
    chapter("02-sjis", b"# \x91\xe6\n", SLIDE.as_bytes());
    let slips = NARRATION.replace("## title/2", "## other").replace("poster: title/1", "stray");
    chapter("03-slips", slips.as_bytes(), SLIDE.as_bytes());
    let said = complaints(&place.build());
    for place in [
        "video/intro: ",
        "02-sjis/narration.md:1: ",
        "03-slips/narration.md:3: ",
        "03-slips/narration.md:8: ",
    ] {
        assert!(said.contains(place), "{place} is not named: {said}");
    }
    assert!(!said.contains("Traceback"), "{said}");

    // The slides are looked at when all narrations can be read.
    fs::remove_dir_all(video.join("intro")).unwrap();
    chapter("02-sjis", NARRATION.as_bytes(), b"<svg>\n\x91\xe6</svg>");
    let bad = SLIDE.replace("<?draw ecg rhythm=vf", "\n<?draw ecg vf");
    chapter("03-slips", NARRATION.as_bytes(), bad.as_bytes());
    let said = complaints(&place.build());
    for place in ["02-sjis/slides/title.svg:2: ", "03-slips/slides/title.svg:2: "] {
        assert!(said.contains(place), "{place} is not named: {said}");
    }
    assert!(!said.contains("Traceback"), "{said}");
    fs::write(video.join("readings.tsv"), b"a\tA\t0\nb\tb\tx\n").unwrap();
    chapter("02-sjis", NARRATION.as_bytes(), SLIDE.as_bytes());
    chapter("03-slips", NARRATION.as_bytes(), SLIDE.as_bytes());
    let said = complaints(&place.build());
    assert!(said.contains("readings.tsv:1: ") && said.contains("readings.tsv:2: "), "{said}");
}

#[test]
fn a_mark_before_utf8_and_signs_of_captions_are_taken_as_they_are_meant() {
    let place = Workplace::new();
    let narration = NARRATION.replace("最初の章です。", "pH<7.35 & 低血圧です。");
    fs::write(place.narration(), format!("\u{feff}{narration}")).unwrap();
    // The first line of a table that Excel saved counts, too.
    let readings = "\u{feff}低血圧\tヒクイアツ\t0\n";
    fs::write(place.course().join("video/readings.tsv"), readings).unwrap();
    let made = place.yoshu().args(["video", "build", "--captions"]).arg(place.course()).output();
    let made = made.unwrap();
    assert!(made.status.success(), "{}", complaints(&made));
    let captions = fs::read_to_string(place.course().join("01-intro.vtt")).unwrap();
    assert!(captions.contains("pH&lt;7.35 &amp; 低血圧です。"), "{captions}");
    let said = place.yoshu().args(["video", "build", "--readings"]).arg(place.course()).output();
    assert!(out(&said.unwrap()).contains("ヒクイアツ"));
}

#[test]
fn new_captions_never_stand_over_an_old_film() {
    let place = Workplace::new();
    assert!(place.build().status.success());
    let before = place.files();
    let captions = fs::read(place.course().join("01-intro.vtt")).unwrap();
    fs::write(place.narration(), NARRATION.replace("最初の章です。", "これが最初の章です。"))
        .unwrap();
    let slide = place.course().join("video/01-intro/slides/title.svg");
    fs::write(slide, SLIDE.replace("心停止", "心室細動")).unwrap();
    // A browser that ends without a picture stands for every failure between the speech and the film.
    let stopped = place
        .yoshu()
        .args(["video", "build"])
        .arg(place.course())
        .env("CHROMIUM", "false")
        .output();
    let stopped = stopped.unwrap();
    assert!(!stopped.status.success() && complaints(&stopped).contains("Chromium"));
    assert_eq!(fs::read(place.course().join("01-intro.vtt")).unwrap(), captions);
    assert_eq!(place.files(), before, "nothing is left behind");
}

#[test]
fn a_recording_becomes_a_chapter_with_captions_level_and_still() {
    let place = Workplace::new();
    let recording = place.recording();
    let srt = "1\n00:00:01,000 --> 00:00:05,000\nこんにちは\n\n2\n00:00:06,000 --> 00:00:12,900\n終わり\n\n\
               3\n00:00:13,000 --> 00:00:13,500\n（拍手）\n";
    fs::write(recording.with_extension("srt"), srt).unwrap();
    let done = place.import(&recording, &[]);
    assert!(done.status.success(), "{}", complaints(&done));

    let about = video::read(&fs::read(place.course().join("02-talk.mp4")).unwrap()).unwrap();
    assert_eq!(
        (about.picture.as_deref(), about.sound.as_deref()),
        (Some(video::H264), Some(video::AAC))
    );
    assert!(about.fast_start && about.length.0.abs_diff(12_000) < 200, "{about:?}");
    let said = out(&done);
    let loudness = said.split('、').find_map(|word| word.trim().strip_suffix(" LUFS"));
    let loudness: f64 = loudness.unwrap().parse().unwrap();
    assert!((loudness + 16.0).abs() <= 1.0, "{said}");
    let captions = fs::read_to_string(place.course().join("02-talk.vtt")).unwrap();
    assert!(captions.starts_with("WEBVTT\n\n1\n00:00:01.000 --> 00:00:05.000"), "{captions}");
    assert!(captions.contains("--> 00:00:12.000\n終わり"), "cut at the film's end: {captions}");
    assert!(!captions.contains("拍手"), "beyond the film's end: {captions}");
    assert!(complaints(&done).contains("10 行目"), "{}", complaints(&done));
    let chapter = fs::read_to_string(place.course().join("02-talk.md")).unwrap();
    assert!(
        chapter.contains("duration = \"0m12s\"") && chapter.contains("captions = \"02-talk.vtt\""),
        "{chapter}"
    );
}

#[test]
fn a_chapter_that_is_there_gets_the_length_of_the_film_that_comes_in() {
    let place = Workplace::new();
    let (chapter, before) = place.chapter("02-talk");
    let done = place.import(&place.recording(), &[]);
    assert!(done.status.success(), "{}", complaints(&done));
    assert_eq!(fs::read_to_string(&chapter).unwrap(), before.replace("0m20s", "0m12s"));
    assert!(out(&done).contains("02-talk.md の長さを duration = \"0m12s\""), "{}", out(&done));
    let told = complaints(&done);
    assert!(!told.contains("0.6MB") && !told.contains("duration"), "{told}");
}

#[test]
fn what_cannot_be_brought_in_leaves_the_course_as_it_was() {
    let place = Workplace::new();
    let recording = place.recording();
    let before = place.files();
    let captions = |text: &str| fs::write(recording.with_extension("vtt"), text).unwrap();
    let refuse = |more: &[&str], file: &Path, words: &str| {
        let refused = place.import(file, more);
        let said = complaints(&refused);
        assert!(!refused.status.success() && said.contains(words), "wanted {words}: {said}");
        assert_eq!(place.files(), before, "{words}");
    };
    refuse(&[], &place.0.path().join("none.mov"), "none.mov");
    refuse(&[], &place.narration(), "ffmpeg");
    refuse(&["--poster-at", "0:30"], &recording, "--poster-at");
    captions("WEBVTT\n\n00:01.000 --> 00:40.000\nlong\n");
    refuse(&[], &recording, "--stretch-captions");
    captions("WEBVTT\n\n00:05.000 --> 00:04.000\nbackwards\n");
    refuse(&[], &recording, "talk.vtt:3:");
    captions("1\n00:00:05,000 --> 00:00:04,000\nbackwards\n");
    refuse(&[], &recording, "talk.vtt:2:");
}

#[test]
fn a_file_that_is_no_film_is_told_with_what_to_do() {
    let place = Workplace::new();
    let file = place.0.path().join("talk.mov");
    fs::write(&file, b"\0\0\0\x14ftypqt  \0\0\x02\0qt  ").unwrap();
    for (language, wrong, advice) in [
        ("ja", "talk.mov」を動画として読めません", "もう一度書き出してください"),
        ("en", "talk.mov cannot be read as a film", "export it again"),
    ] {
        let refused = place.import(&file, &["--lang", language]);
        let said = complaints(&refused);
        assert!(
            !refused.status.success() && said.contains(wrong) && said.contains(advice),
            "{said}"
        );
        // What ffmpeg says comes last, without what nobody can use.
        assert!(said.find("moov atom not found") > said.find(advice), "{said}");
        assert!(!said.contains("0x"), "{said}");
    }
}

#[test]
fn a_film_is_replaced_only_when_asked() {
    let place = Workplace::new();
    let recording = place.recording();
    fs::write(place.course().join("02-talk.mp4"), "old").unwrap();
    let refused = place.import(&recording, &["--motion", "slides"]);
    assert!(complaints(&refused).contains("--replace"), "{}", complaints(&refused));
    assert_eq!(fs::read(place.course().join("02-talk.mp4")).unwrap(), b"old");
    let done = place.import(&recording, &["--motion", "slides", "--replace"]);
    assert!(done.status.success(), "{}", complaints(&done));
    assert!(complaints(&done).contains("字幕がありません"), "{}", complaints(&done));
    assert!(fs::metadata(place.course().join("02-talk.mp4")).unwrap().len() > 1_000);
}

#[test]
fn a_shorter_film_in_place_of_a_longer_one_sends_to_the_check() {
    let place = Workplace::new();
    let long = place.recording();
    let short = place.0.path().join("short.mov");
    let cut = Command::new("ffmpeg")
        .args(["-v", "error", "-y", "-t", "6", "-i"])
        .arg(&long)
        .args(["-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac"])
        .arg(&short)
        .status();
    assert!(cut.unwrap().success(), "ffmpeg makes the shorter recording");
    let told = |file: &Path, more: &[&str]| {
        let more = [&["--motion", "slides", "--replace"], more].concat();
        let done = place.import(file, &more);
        assert!(done.status.success(), "{}", complaints(&done));
        complaints(&done).lines().find(|line| line.contains("content check")).map(String::from)
    };
    assert_eq!(told(&long, &[]), None, "no film before");
    let line = told(&short, &[]).unwrap();
    for word in ["0m06s", "0m12s", "区間", "字幕", place.course().to_str().unwrap()] {
        assert!(line.contains(word), "{line}");
    }
    assert_eq!(told(&short, &[]), None, "as long as before");
    assert_eq!(told(&long, &[]), None, "longer than before");
    let line = told(&short, &["--lang", "en"]).unwrap();
    assert!(line.contains("shorter") && line.contains("passages"), "{line}");
}

#[test]
fn captions_and_stills_are_replaced_only_when_asked_and_never_kept_for_another_film() {
    let place = Workplace::new();
    let recording = place.recording();
    let captions = place.course().join("02-talk.vtt");
    let corrected = "WEBVTT\n\n00:01.000 --> 00:05.000\n手で直した字幕\n";
    fs::write(&captions, corrected).unwrap();
    fs::write(recording.with_extension("vtt"), "WEBVTT\n\n00:01.000 --> 00:05.000\n新\n").unwrap();
    // The film was put away; what belonged to it is still somebody's work.
    let before = place.files();
    let refused = complaints(&place.import(&recording, &["--motion", "slides"]));
    assert!(refused.contains("02-talk.vtt") && refused.contains("--replace"), "{refused}");
    assert_eq!(place.files(), before);
    // A film without captions leaves no other film's captions beside it.
    fs::remove_file(recording.with_extension("vtt")).unwrap();
    let refused = complaints(&place.import(&recording, &["--motion", "slides", "--replace"]));
    assert!(refused.contains("02-talk.vtt") && refused.contains("--captions"), "{refused}");
    assert_eq!(place.files(), before);
    assert_eq!(fs::read_to_string(&captions).unwrap(), corrected);
    // They may be named, when they fit.
    let named = ["--motion", "slides", "--replace", "--captions", captions.to_str().unwrap()];
    let done = place.import(&recording, &named);
    assert!(done.status.success(), "{}", complaints(&done));
    assert!(fs::read_to_string(&captions).unwrap().contains("手で直した字幕"));
}

#[test]
fn a_muted_microphone_is_no_sound() {
    let place = Workplace::new();
    let recording = place.recording_with("anullsrc=d=12");
    let done = place.import(&recording, &["--motion", "slides"]);
    assert!(done.status.success(), "{}", complaints(&done));
    assert!(out(&done).contains("音声なし"), "{}", out(&done));
    let film = video::read(&fs::read(place.course().join("02-talk.mp4")).unwrap()).unwrap();
    assert_eq!(film.sound, None);
}

#[test]
fn what_is_missing_on_the_machine_is_named_with_how_to_get_it() {
    let place = Workplace::new();
    let recording = place.recording();
    let nothing = place.0.path().join("empty");
    fs::create_dir(&nothing).unwrap();
    let asked = |command: &mut Command| {
        complaints(&command.env("PATH", &nothing).env_remove("PYTHON").output().unwrap())
    };
    let build = asked(place.yoshu().args(["video", "build"]).arg(place.course()));
    assert!(build.contains("Python 3") && build.contains("apt-get install"), "{build}");
    let import = asked(
        place
            .yoshu()
            .args(["video", "import"])
            .arg(&recording)
            .arg("--course")
            .arg(place.course())
            .args(["--chapter", "02-talk"]),
    );
    assert!(import.contains("ffprobe") && import.contains("apt-get install"), "{import}");
    // With Python alone: each missing part has its line.
    let python = engine::python().unwrap();
    let python =
        Command::new(python).args(["-c", "import sys; print(sys.executable)"]).output().unwrap();
    let python = String::from_utf8(python.stdout).unwrap();
    let mut command = place.yoshu();
    command
        .args(["video", "build"])
        .arg(place.course())
        .env("PATH", &nothing)
        .env("PYTHON", python.trim());
    command.env("OPEN_JTALK_DICT_DIR", &nothing).env_remove("CHROMIUM");
    let said = complaints(&command.output().unwrap());
    for part in ["ffmpeg", "ffprobe", "chromium", "open-jtalk-mecab-naist-jdic", "fonts-noto-cjk"] {
        assert!(said.contains(part), "{part} is not named: {said}");
    }
}

#[cfg(unix)]
#[test]
fn a_python_that_is_too_old_is_named_with_its_version() {
    use std::os::unix::fs::PermissionsExt as _;

    let place = Workplace::new();
    let old = place.0.path().join("python3");
    fs::write(&old, "#!/bin/sh\necho 3.10\n").unwrap();
    fs::set_permissions(&old, fs::Permissions::from_mode(0o755)).unwrap();
    let mut named = place.yoshu();
    named.args(["video", "build"]).arg(place.course()).env("PYTHON", &old);
    let mut found = place.yoshu();
    found
        .args(["video", "build"])
        .arg(place.course())
        .env("PATH", place.0.path())
        .env_remove("PYTHON");
    for mut command in [named, found] {
        let said = complaints(&command.output().unwrap());
        assert!(said.contains("Python 3.10") && said.contains("3.11"), "{said}");
    }
}
