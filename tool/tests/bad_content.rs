//! A folder with one of each mistake gives the full list of findings, each at its file, line and column.

#![allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tool::content;
use tool::finding::Said;
use tool::language::Language;
use tool::mistake::Mistake;

fn bad() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad")
}

fn found(dir: &Path) -> Vec<String> {
    let content = content::read(dir).unwrap();
    let mistakes = content.findings.iter().filter(|of| matches!(of.said, Said::Mistake(_)));
    mistakes.map(|finding| format!("{} {}", finding.place, finding.code())).collect()
}

#[test]
fn every_mistake_is_found_at_its_line() {
    let expected = fs::read_to_string(bad().join("expected.txt")).unwrap();
    let found = found(&bad()).join("\n") + "\n";
    assert_eq!(found, expected, "found:\n{found}");
}

#[test]
fn every_mistake_there_is_can_be_made() {
    // `inconsistent` is what a rule of the catalog says for which no reader has a sentence yet: no file leads to it.
    let exempt = ["inconsistent"];
    let temporary = tempfile::tempdir().unwrap();
    write_large(temporary.path());
    let empty = tempfile::tempdir().unwrap();
    fs::write(
        empty.path().join("site.toml"),
        "[organisation]\nname.ja = \"a\"\ncontact = \"b\"\n[site]\ntitle.ja = \"c\"\n",
    )
    .unwrap();
    let all = [found(&bad()), found(temporary.path()), found(empty.path())].concat();
    let made: BTreeSet<&str> = all.iter().filter_map(|line| line.split(' ').nth(1)).collect();
    let missing: Vec<_> = Mistake::CODES
        .iter()
        .filter(|code| !made.contains(*code) && !exempt.contains(code))
        .collect();
    assert!(missing.is_empty(), "no file makes {missing:?}");
}

/// What is too large to keep in the repository: a heavy video, a heavy picture, 33 chapters, 257 questions.
fn write_large(dir: &Path) {
    let good = bad().join("courses/a-settings");
    let mut course = fs::read_to_string(bad().join("courses/c-questions/course.toml")).unwrap();
    course = course.replace("draw = 2", "draw = 1");
    fs::write(dir.join("course.toml"), course).unwrap();
    let mut video = fs::read(good.join("good.mp4")).unwrap();
    // The movie header says how long the video is: 2 s become 62 s, and a box of nothing makes it heavy.
    let header = video.windows(4).position(|name| name == b"mvhd").unwrap();
    let timescale = u32::from_be_bytes(video[header + 16..header + 20].try_into().unwrap());
    video[header + 20..header + 24].copy_from_slice(&(timescale * 62).to_be_bytes());
    video.extend(1_000_008u32.to_be_bytes());
    video.extend(b"free");
    video.extend(vec![0; 1_000_000]);
    fs::write(dir.join("good.mp4"), video).unwrap();
    let mut picture = fs::read(good.join("good.png")).unwrap();
    picture.extend(vec![0; 500_000]);
    fs::write(dir.join("good.png"), picture).unwrap();
    fs::copy(good.join("good.vtt"), dir.join("good.vtt")).unwrap();
    let chapter = fs::read_to_string(good.join("01-good.md")).unwrap().replace("0m02s", "1m02s");
    for number in 1..=33 {
        fs::write(dir.join(format!("{number:02}-good.md")), &chapter).unwrap();
    }
    let question = |number| {
        format!(
            "[[question]]\nid = \"q{number}\"\ntopic = \"one\"\nkind = \"true-false\"\ntext.ja = \"問{number}\"\nright = true\n\
             why.ja = \"理由\"\nteaches = {{ chapter = \"01-good\", from = \"0:00\", to = \"0:01\" }}\n"
        )
    };
    fs::write(dir.join("questions.toml"), (0..257).map(question).collect::<String>()).unwrap();
}

#[test]
fn the_program_prints_path_line_sentence_and_advice_and_ends_with_1() {
    for (language, wrong, advice) in [
        ("ja", "エラー: 「titel」という項目はありません", "綴りを確かめてください"),
        ("en", "error: there is no key `titel`", "check the spelling"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_yoshu"))
            .args(["content", "check", "--lang", language])
            .arg(bad())
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(1));
        let printed = String::from_utf8(output.stderr).unwrap();
        let file = bad().join("courses/a-settings/course.toml").display().to_string();
        let line = printed
            .lines()
            .position(|line| line.starts_with(&format!("{file}:5:1: {wrong}")))
            .unwrap();
        assert!(printed.lines().nth(line + 1).unwrap().contains(advice));
    }
}

#[test]
fn a_film_that_is_cut_short_is_told_with_what_to_do() {
    let course = tempfile::tempdir().unwrap();
    let from = bad().join("courses/a-settings");
    for name in ["good.vtt", "good.png", "01-good.md", "questions.toml", "course.toml"] {
        fs::copy(from.join(name), course.path().join(name)).unwrap();
    }
    let film = fs::read(from.join("good.mp4")).unwrap();
    for end in [film.len() / 2, film.len() - 100, film.len() - 1] {
        fs::write(course.path().join("good.mp4"), &film[..end]).unwrap();
        let content = content::read(course.path()).unwrap();
        let told = content.findings.iter().find(|of| of.code() == "video-unreadable");
        let told = told.unwrap_or_else(|| panic!("{end} bytes pass"));
        assert!(told.words(Language::Ja).advice.contains("コピーし直す"));
        assert!(told.words(Language::En).advice.contains("copy it again"));
    }
}

#[test]
fn one_course_alone_can_be_checked() {
    let found = found(&bad().join("courses/d-broken"));
    assert!(found.contains(&"01-sjis.md:2:13 not-utf8".to_string()), "{found:?}");
}

#[test]
fn a_folder_that_is_no_content_is_an_error_of_its_own() {
    let empty = tempfile::tempdir().unwrap();
    for (dir, sentence) in [
        (empty.path().to_path_buf(), "site.toml"),
        (empty.path().join("nowhere"), "there is no folder"),
    ] {
        let error = content::read(&dir).unwrap_err();
        assert!(error.sentence(Language::En).contains(sentence));
        let code = Command::new(env!("CARGO_BIN_EXE_yoshu"))
            .args(["content", "check"])
            .arg(&dir)
            .output()
            .unwrap()
            .status
            .code();
        assert_eq!(code, Some(1));
    }
}

#[test]
fn the_folder_that_was_meant_is_named() {
    let place = tempfile::tempdir().unwrap();
    let folder = |below: &str| {
        let folder = place.path().join(below);
        fs::create_dir_all(&folder).unwrap();
        folder
    };
    let (root, courses) = (folder("."), folder("content/courses"));
    let (images, apart) = (folder("content/courses/one/images"), folder("apart/within"));
    fs::write(place.path().join("content/site.toml"), "").unwrap();
    fs::write(place.path().join("content/courses/one/course.toml"), "").unwrap();
    let told = |dir: &Path| {
        let error = content::read(dir).unwrap_err();
        [Language::Ja, Language::En].map(|language| error.sentence(language))
    };
    let content = place.path().join("content");
    for (named, meant) in [
        (courses, content.clone()),
        (images, content.join("courses/one")),
        (root, place.path().join("./content")),
    ] {
        let meant = meant.display();
        let [ja, en] = told(&named);
        assert!(ja.contains(&format!("「{meant}」にあります")), "{ja}");
        assert!(en.contains(&format!("but {meant} does")), "{en}");
    }
    let [ja, en] = told(&apart);
    assert!(ja.contains("教材のフォルダー") && en.contains("content folder"), "{ja} {en}");
    // Among several nobody knows which.
    fs::create_dir(place.path().join("other")).unwrap();
    fs::write(place.path().join("other/site.toml"), "").unwrap();
    assert!(told(place.path())[0].contains("教材のフォルダー"));
    // The folder that one stands in has no name of its own.
    let output = Command::new(env!("CARGO_BIN_EXE_yoshu"))
        .args(["content", "check", "courses"])
        .current_dir(&content)
        .output()
        .unwrap();
    let printed = String::from_utf8(output.stderr).unwrap();
    assert!(printed.contains("「.」にあります"), "{printed}");
}

#[cfg(unix)]
#[test]
fn a_link_brings_nothing_in_from_outside_the_folder() {
    use std::os::unix::fs::symlink;
    let (site, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let from = bad().join("courses/a-settings");
    for name in ["good.mp4", "good.vtt", "01-good.md", "course.toml"] {
        fs::copy(from.join(name), elsewhere.path().join(name)).unwrap();
        symlink(elsewhere.path().join(name), site.path().join(name)).unwrap();
    }
    fs::copy(from.join("good.png"), site.path().join("real.png")).unwrap();
    symlink("real.png", site.path().join("good.png")).unwrap();
    let places = |names: &[&str]| {
        let found = found(site.path());
        let outside = found.iter().filter(|line| line.ends_with(" file-outside"));
        let files: Vec<_> = outside.filter_map(|line| line.split(':').next()).collect();
        assert_eq!(files, names);
    };
    places(&["01-good.md", "course.toml"]);
    for name in ["01-good.md", "course.toml"] {
        fs::remove_file(site.path().join(name)).unwrap();
        fs::copy(from.join(name), site.path().join(name)).unwrap();
    }
    places(&["01-good.md", "01-good.md"]);
}

#[test]
fn nothing_is_unused_while_a_text_that_may_name_it_is_not_read() {
    let course = tempfile::tempdir().unwrap();
    let from = bad().join("courses/a-settings");
    let names = ["good.mp4", "good.vtt", "good.png", "01-good.md", "questions.toml", "course.toml"];
    for name in names {
        fs::copy(from.join(name), course.path().join(name)).unwrap();
    }
    fs::write(course.path().join("spare.txt"), "a").unwrap();
    let unused = || {
        let found = found(course.path());
        found.into_iter().filter(|line| line.ends_with(" file-unused")).collect::<Vec<_>>()
    };
    assert_eq!(unused(), ["spare.txt:1:1 file-unused"]);
    for name in ["01-good.md", "questions.toml"] {
        let path = course.path().join(name);
        let sound = fs::read(&path).unwrap();
        for broken in [&b"+++\n\x91\xe6\n+++\n"[..], b"", b"+++\n= \n+++\na\n"] {
            fs::write(&path, broken).unwrap();
            assert_eq!(unused(), Vec::<String>::new(), "{name}: {broken:?}");
        }
        fs::write(&path, sound).unwrap();
    }
}

#[test]
fn damaged_media_never_stop_the_program() {
    let temporary = tempfile::tempdir().unwrap();
    let from = bad().join("courses/a-settings");
    for entry in fs::read_dir(&from).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, temporary.path().join(path.file_name().unwrap())).unwrap();
    }
    let video = fs::read(from.join("good.mp4")).unwrap();
    for at in (0..video.len()).step_by(13) {
        let mut damaged = video.clone();
        damaged[at] ^= 0xff;
        fs::write(temporary.path().join("good.mp4"), &damaged).unwrap();
        content::read(temporary.path()).unwrap();
        fs::write(temporary.path().join("good.mp4"), &video[..at]).unwrap();
        content::read(temporary.path()).unwrap();
    }
}
