//! The commands: what comes into a course, what is refused, what is handed over.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use super::sample;

/// A copy of the site of the end-to-end tests; its course with every kind of question is what comes in and goes out.
struct Copied(TempDir);

impl Copied {
    fn path(&self) -> PathBuf {
        self.0.path().join("courses/kinds")
    }

    fn questions(&self) -> String {
        fs::read_to_string(self.path().join("questions.toml")).unwrap()
    }
}

fn course() -> Copied {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site");
    let place = Copied(tempfile::tempdir().unwrap());
    copy(&site.join("courses/kinds"), &place.path());
    copy(&site.join("rules"), &place.0.path().join("rules"));
    fs::copy(site.join("site.toml"), place.0.path().join("site.toml")).unwrap();
    place
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target)
        } else {
            fs::copy(entry.path(), target).map(drop).unwrap()
        }
    }
}

/// The first topic of its questions.
fn topic(course: &Copied) -> String {
    let text = fs::read_to_string(course.path().join("questions.toml")).unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix("topic = \""));
    line.unwrap().trim_end_matches('"').to_string()
}

fn yoshu(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_yoshu"))
        .args(["--lang", "en"])
        .args(arguments)
        .output()
        .unwrap()
}

/// Takes a file into the course of this folder.
fn take_in(file: &Path, course: &Path, more: &[&str]) -> Output {
    let named = [file.to_str().unwrap(), "--course", course.to_str().unwrap()];
    yoshu(&[&["questions", "import"], &named[..], more].concat())
}

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn a_topic_that_nobody_named_is_asked_for_without_empty_brackets() {
    let (course, place) = (course(), tempfile::tempdir().unwrap());
    let file = place.path().join("q.gift");
    let told = |text: &str, language: &str| {
        fs::write(&file, text).unwrap();
        let refused = take_in(&file, &course.path(), &["--lang", language]);
        assert!(!refused.status.success(), "{}", said(&refused));
        said(&refused)
    };
    let (bare, other) = ("::a::1+1=2 {T}\n", "$CATEGORY: other\n\n::a::1+1=2 {T}\n");
    let unnamed = told(bare, "ja");
    assert!(unnamed.contains("分かりません。--topic で選んでください"), "{unnamed}");
    let unnamed = told(bare, "en");
    assert!(unnamed.contains("its topic is not known: choose"), "{unnamed}");
    let named = told(other, "ja");
    assert!(named.contains("分かりません（「other」）。--topic"), "{named}");
    let named = told(other, "en");
    assert!(named.contains("not known (`other`): choose"), "{named}");
}

#[test]
fn questions_come_into_a_course_that_is_sound_afterwards() {
    let course = course();
    let dir = course.path();
    let dir = dir.to_str().unwrap();
    let before = fs::read_to_string(course.path().join("questions.toml")).unwrap();
    let topic = topic(&course);
    let files: Vec<String> = ["hand.gift", "hand-moodle.xml", "hand-qti.xml"]
        .iter()
        .map(|name| sample(name).display().to_string())
        .collect();
    let arguments = |more: &[&'static str]| {
        let mut all: Vec<String> = ["questions", "import"].map(String::from).into();
        all.extend(files.clone());
        all.extend(["--course".into(), dir.into(), "--topic".into(), topic.clone()]);
        all.extend(more.iter().map(ToString::to_string));
        all
    };
    let ask = |more| yoshu(&arguments(more).iter().map(String::as_str).collect::<Vec<_>>());

    let tried = ask(&["--dry-run"]);
    assert!(tried.status.success(), "{}", said(&tried));
    assert_eq!(fs::read_to_string(course.path().join("questions.toml")).unwrap(), before);

    let done = ask(&[]);
    assert!(
        done.status.success() && said(&done).contains("14 questions imported (left out: 4)"),
        "{}",
        said(&done)
    );
    assert!(said(&done).contains("hand-moodle.xml:8"), "{}", said(&done));
    let after = fs::read_to_string(course.path().join("questions.toml")).unwrap();
    assert!(after.starts_with(before.trim_end()), "the author's own text stays as it is");
    let after_count = after.matches("[[question]]").count();
    // What the files had no words for must be written before learners read it.
    let checked = yoshu(&["content", "check", dir]);
    let errors = said(&checked).matches(": error: ").count();
    assert!(
        errors > 0 && errors == said(&checked).matches("[unwritten]").count(),
        "{}",
        said(&checked)
    );
    let written = after.replace("（ここに書いてください）", "書いた");
    fs::write(course.path().join("questions.toml"), written).unwrap();
    let checked = yoshu(&["content", "check", dir]);
    assert!(checked.status.success(), "{}", said(&checked));
    fs::write(course.path().join("questions.toml"), after).unwrap();

    // A second time they are there already.
    let again = ask(&[]);
    let told = said(&again);
    assert!(again.status.success() && told.contains("is there already: 14 ("), "{told}");
    assert!(told.contains("0 questions imported") && !told.contains("write why.ja"), "{told}");
    assert_eq!(course.questions().matches("[[question]]").count(), after_count, "{told}");
}

#[test]
fn an_import_that_would_break_a_course_changes_nothing() {
    let course = course();
    let before = fs::read_to_string(course.path().join("questions.toml")).unwrap();
    let dir = course.path();
    let dir = dir.to_str().unwrap();
    let bad = course.path().join("../bad.csv");
    for (table, words) in [
        ("kind,text,right,why,choice1\nsingle,a,1,b,only one\n", "topic"),
        ("kind,text,topic,right,why,choice1\nsingle,a,TOPIC,1,b,only one\n", "bad.csv:2:1: error"),
        (
            "kind,text,topic,why,answer,teaches_chapter,teaches_from,teaches_to\nnumeric,a,TOPIC,b,1,09-none,0:01,0:02\n",
            "09-none",
        ),
        (
            "kind,text,topic,why,image,regions\nhotspot,a,TOPIC,b,none.png,circle 1 2 3\n",
            "none.png",
        ),
        (
            "kind,text,topic,right,why,choice1,choice2\nsingle,a,TOPIC,1,b,c,d\nsingle,a,TOPIC,9,b,c,d\n",
            "bad.csv:3:",
        ),
    ] {
        let topic = topic(&course);
        fs::write(&bad, table.replace("TOPIC", &topic)).unwrap();
        let refused = yoshu(&["questions", "import", bad.to_str().unwrap(), "--course", dir]);
        assert!(
            !refused.status.success() && said(&refused).contains(words),
            "wanted {words}: {}",
            said(&refused)
        );
        assert_eq!(
            fs::read_to_string(course.path().join("questions.toml")).unwrap(),
            before,
            "{words}"
        );
    }
    fs::remove_file(bad).unwrap();
}

/// Hands the course over in this form.
fn export(course: &Copied, format: &str, to: &Path) {
    let (dir, to) = (course.path(), to.to_str().unwrap());
    let done =
        yoshu(&["questions", "export", dir.to_str().unwrap(), "--format", format, "--out", to]);
    assert!(done.status.success(), "{}", said(&done));
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

#[test]
fn a_table_brings_a_course_back_with_its_pictures_scenes_and_english() {
    let course = course();
    let out = tempfile::tempdir().unwrap();
    export(&course, "csv", out.path());
    let table = text(&out.path().join("questions.csv"));
    for word in ["single", "multiple", "true-false", "order", "match", "numeric", "hotspot"] {
        assert!(table.contains(word), "the course has each kind: {word}");
    }
    // Into a course that has no question yet, nor the picture.
    fs::remove_file(course.path().join("questions.toml")).unwrap();
    fs::remove_file(course.path().join("images/shapes.svg")).unwrap();
    let file = out.path().join("questions.csv");
    let (dir, file) = (course.path(), file.to_str().unwrap());
    let done = yoshu(&["questions", "import", file, "--course", dir.to_str().unwrap()]);
    assert!(done.status.success(), "{}", said(&done));
    let again = tempfile::tempdir().unwrap();
    export(&course, "csv", again.path());
    assert_eq!(text(&again.path().join("questions.csv")), table);
    assert_eq!(
        text(&again.path().join("images/shapes.svg")),
        text(&out.path().join("images/shapes.svg"))
    );
}

#[test]
fn what_is_there_already_is_not_taken_again_and_what_changed_is_told() {
    let course = course();
    let out = tempfile::tempdir().unwrap();
    let (dir, before) = (course.path(), course.questions());
    let count = before.matches("[[question]]").count();
    let import = |file: &Path| {
        let done = take_in(file, &dir, &[]);
        assert!(done.status.success(), "{}", said(&done));
        said(&done)
    };
    for (format, name, left_out) in [
        ("csv", "questions.csv", 0),
        ("gift", "questions.gift", 2),
        ("moodle-xml", "questions.xml", 1),
    ] {
        export(&course, format, out.path());
        let told = import(&out.path().join(name));
        let wanted = format!("the same question is there already: {} (", count - left_out);
        assert!(told.contains(&wanted), "{format}: {told}");
        assert!(!told.contains("of them ("), "{format}: {told}");
        assert_eq!(course.questions(), before, "{format}");
    }
    let items = out.path().join("qti");
    export(&course, "qti", &items);
    for entry in fs::read_dir(&items).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.extension().is_some_and(|end| end == "xml") && !entry.ends_with("imsmanifest.xml")
        {
            let done = take_in(&entry, &dir, &["--topic", "kinds"]);
            assert!(said(&done).contains("already: 1 ("), "{}", said(&done));
        }
    }
    assert_eq!(course.questions(), before);
    // One asks something else under its old id, another only gives another reason.
    let table = out.path().join("questions.csv");
    let drafts = tool::exchange::read(
        tool::exchange::Format::Csv,
        &fs::read(&table).unwrap(),
        &mut tool::exchange::Remarks::default(),
    );
    let mut drafts = drafts.unwrap();
    drafts[0].text.ja.push('改');
    drafts[1].why.ja.push('改');
    let (first, second) = (drafts[0].name.clone(), drafts[1].name.clone());
    fs::write(&table, tool::exchange::csv::write(&drafts)).unwrap();
    let told = import(&table);
    assert!(told.contains(&format!("has the id `{first}`: this one became `{first}-2`")), "{told}");
    assert!(told.contains(&format!("1 of them ({second}) differ")), "{told}");
    assert!(told.contains("1 questions imported"), "{told}");
    assert_eq!(course.questions().matches("[[question]]").count(), count + 1);
}

#[test]
fn a_question_that_comes_twice_is_taken_once() {
    let course = course();
    let from = tempfile::tempdir().unwrap();
    let file = from.path().join("twice.gift");
    fs::write(&file, "::a:: あ {T#い}\n\n::b:: あ {T#い}\n").unwrap();
    let (dir, topic) = (course.path(), topic(&course));
    let done = take_in(&file, &dir, &["--topic", &topic]);
    let told = said(&done);
    assert!(told.contains("already: 1 (a)") && told.contains("1 questions imported"), "{told}");
}

#[test]
fn a_course_is_handed_over_in_each_form() {
    let course = course();
    let out = tempfile::tempdir().unwrap();
    let exported = |format: &str, file: &str| {
        let folder = out.path().join(format);
        export(&course, format, &folder);
        text(&folder.join(file))
    };
    let count = course.questions().matches("[[question]]").count();
    let gift = exported("gift", "questions.gift");
    // GIFT knows no order and no place in a picture.
    assert_eq!(gift.matches("\n####").count(), count - 2, "{gift}");
    let moodle = exported("moodle-xml", "questions.xml");
    assert_eq!(moodle.matches("<generalfeedback").count(), count - 1, "{moodle}");
    let manifest = exported("qti", "imsmanifest.xml");
    assert_eq!(manifest.matches("<resource ").count(), count, "{manifest}");
    assert!(manifest.contains("<file href=\"images/shapes.svg\"/>"), "{manifest}");
    let ids = manifest.split(" identifier=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    for id in ids {
        assert!(id.starts_with(|c: char| c.is_alphabetic() || c == '_'), "{id} is no name in XML");
    }
    let picture = text(&out.path().join("qti/images/shapes.svg"));
    assert_eq!(picture, text(&course.path().join("images/shapes.svg")));
}

#[test]
fn the_folder_of_a_site_is_no_course() {
    let course = course();
    let root = course.0.path().to_str().unwrap();
    let file = sample("hand.gift");
    for arguments in [
        vec!["questions", "import", file.to_str().unwrap(), "--course", root],
        vec!["questions", "export", root, "--format", "gift", "--out", root],
    ] {
        let refused = yoshu(&arguments);
        assert!(
            !refused.status.success() && said(&refused).contains("no course.toml"),
            "{}",
            said(&refused)
        );
    }
    assert!(!course.0.path().join("questions.toml").exists());
    assert!(!course.0.path().join("questions.gift").exists());
}

#[test]
fn all_files_are_judged_at_once_and_print_no_control_characters() {
    let course = course();
    let dir = course.path();
    let from = tempfile::tempdir().unwrap();
    let (one, other) = (from.path().join("one.gift"), from.path().join("other.csv"));
    fs::write(&one, "::\u{1b}[31m名前:: a {~x ~y}\n\nb {#\u{1b}[2Jfive}\n").unwrap();
    fs::write(&other, "kind,text\nguess,a\n").unwrap();
    let ask = || {
        let (one, other, dir) =
            (one.to_str().unwrap(), other.to_str().unwrap(), dir.to_str().unwrap());
        yoshu(&[
            "questions",
            "import",
            one,
            other,
            "--course",
            dir,
            "--topic",
            "kinds",
            "--dry-run",
        ])
    };
    let refused = ask();
    for wanted in ["one.gift:1:", "one.gift:3:", "other.csv:2:", "nothing was changed"] {
        assert!(said(&refused).contains(wanted), "{wanted}: {}", said(&refused));
    }
    assert!(!said(&refused).contains('\u{1b}'));
    // A name becomes an id, which is told with the name.
    fs::write(&one, "::\u{1b}[31m名前:: a {=x ~y}\n").unwrap();
    fs::write(&other, "kind,text,right\ntrue-false,b,1\n").unwrap();
    assert!(said(&ask()).contains("[31m名前") && !said(&ask()).contains('\u{1b}'));
}

#[test]
fn a_place_in_a_picture_comes_with_its_picture_and_asks_for_words() {
    let course = course();
    let dir = course.path();
    let dir = dir.to_str().unwrap();
    let from = tempfile::tempdir().unwrap();
    let topic = topic(&course);
    let item = r#"<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="pads" title="pads">
  <responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>A</value></correctResponse></responseDeclaration>
  <itemBody><hotspotInteraction responseIdentifier="R" maxChoices="1"><prompt>どこ</prompt>
    <object type="image/png" data="pads.png" width="320" height="180"/>
    <hotspotChoice identifier="A" shape="circle" coords="80,90,32"/><hotspotChoice identifier="B" shape="rect" coords="0,0,10,10"/>
  </hotspotInteraction></itemBody></assessmentItem>"#;
    let file = from.path().join("pads.xml");
    fs::write(&file, item).unwrap();
    let ask = || {
        yoshu(&["questions", "import", file.to_str().unwrap(), "--course", dir, "--topic", &topic])
    };
    let missing = ask();
    assert!(!missing.status.success() && said(&missing).contains("pads.png"), "{}", said(&missing));
    fs::copy(sample("../../bad/courses/c-questions/good.png"), from.path().join("pads.png"))
        .unwrap();
    let done = ask();
    assert!(
        done.status.success() && said(&done).contains("write alt.ja and region.ja"),
        "{}",
        said(&done)
    );
    assert!(course.path().join("images/pads.png").is_file());
    let after = course.questions();
    assert!(after.contains("regions = [{ circle = [25, 50, 10] }]"), "{after}");
}

/// A table with a hotspot on this picture, in a folder of its own.
fn hotspot(course: &Copied, image: &str, row: &str) -> TempDir {
    let from = tempfile::tempdir().unwrap();
    let topic = topic(course);
    let table = format!(
        "kind,text,topic,why,image,alt,region,regions,choice1\nhotspot,どこ{row},{topic},なぜ,{image},図,ここ,circle 20 20 5,{row}\n"
    );
    fs::write(from.path().join("spots.csv"), table).unwrap();
    from
}

fn bring_in(course: &Copied, from: &[&TempDir], more: &[&str]) -> Output {
    let files: Vec<String> =
        from.iter().map(|from| from.path().join("spots.csv").display().to_string()).collect();
    let dir = course.path();
    let mut all = vec!["questions", "import"];
    all.extend(files.iter().map(String::as_str));
    all.extend(["--course", dir.to_str().unwrap()]);
    all.extend(more);
    yoshu(&all)
}

#[test]
fn no_picture_takes_the_place_of_another() {
    let course = course();
    let own = course.path().join("images/shapes.svg");
    let before = fs::read(&own).unwrap();
    let drawn = |colour: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10\" height=\"10\"><rect width=\"9\" height=\"9\" fill=\"{colour}\"/></svg>"
        )
    };
    let (red, blue) = (hotspot(&course, "shapes.svg", "一"), hotspot(&course, "shapes.svg", "二"));
    fs::write(red.path().join("shapes.svg"), drawn("red")).unwrap();
    fs::write(blue.path().join("shapes.svg"), drawn("blue")).unwrap();

    let tried = bring_in(&course, &[&red, &blue], &["--dry-run"]);
    assert!(tried.status.success(), "{}", said(&tried));
    assert_eq!(fs::read(&own).unwrap(), before, "a trial writes through no link");
    let unsound = hotspot(&course, "shapes.svg", "三");
    fs::write(unsound.path().join("shapes.svg"), "<svg").unwrap();
    assert!(!bring_in(&course, &[&unsound], &[]).status.success());
    assert_eq!(fs::read(&own).unwrap(), before, "nor does a refusal");

    let done = bring_in(&course, &[&red, &blue], &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(fs::read(&own).unwrap(), before);
    let questions = course.questions();
    for (name, colour) in [("shapes-2", "red"), ("shapes-3", "blue")] {
        assert!(questions.contains(&format!("image = \"images/{name}.svg\"")), "{questions}");
        assert_eq!(text(&course.path().join(format!("images/{name}.svg"))), drawn(colour));
    }
    // The same picture needs no second place.
    assert!(bring_in(&course, &[&red], &[]).status.success());
    assert!(!course.path().join("images/shapes-4.svg").exists());
}

#[test]
fn a_picture_of_the_course_is_told_and_none_is_taken_from_elsewhere() {
    let course = course();
    let own = bring_in(&course, &[&hotspot(&course, "images/shapes.svg", "")], &[]);
    assert!(
        own.status.success() && said(&own).contains("images/shapes.svg is not beside the file"),
        "{}",
        said(&own)
    );
    let secret = tempfile::tempdir().unwrap();
    let path = secret.path().join("secret.png");
    fs::copy(sample("../../bad/courses/c-questions/good.png"), &path).unwrap();
    let name = secret.path().file_name().unwrap().to_str().unwrap();
    for image in [path.to_str().unwrap(), &format!("../{name}/secret.png"), "./shapes.svg"] {
        let refused = bring_in(&course, &[&hotspot(&course, image, "")], &[]);
        assert!(
            !refused.status.success() && said(&refused).contains("leads out"),
            "{image}: {}",
            said(&refused)
        );
    }
    assert!(!course.path().join("images/secret.png").exists());
}

#[cfg(unix)]
#[test]
fn no_link_brings_a_picture_in_from_elsewhere() {
    let course = course();
    let secret = tempfile::tempdir().unwrap();
    let path = secret.path().join("secret.png");
    fs::copy(sample("../../bad/courses/c-questions/good.png"), &path).unwrap();
    let from = hotspot(&course, "link.png", "");
    std::os::unix::fs::symlink(&path, from.path().join("link.png")).unwrap();
    let refused = bring_in(&course, &[&from], &[]);
    assert!(
        !refused.status.success() && said(&refused).contains("leads out"),
        "{}",
        said(&refused)
    );
}

#[test]
fn questions_on_one_line_are_counted_each() {
    let course = course();
    let from = tempfile::tempdir().unwrap();
    let file = from.path().join("line.xml");
    let essay = "<question type=\"essay\"><name><text>a</text></name></question>";
    let sound = "<question type=\"truefalse\"><questiontext><text>b</text></questiontext><answer fraction=\"100\"><text>true</text></answer></question>";
    fs::write(&file, format!("<quiz>{essay}{essay}{sound}{essay}</quiz>")).unwrap();
    let (dir, file, topic) = (course.path(), file.to_str().unwrap(), topic(&course));
    let dir = dir.to_str().unwrap();
    let done = yoshu(&["questions", "import", file, "--course", dir, "--topic", &topic]);
    assert!(said(&done).contains("1 questions imported (left out: 3)"), "{}", said(&done));
}

#[test]
fn nothing_is_written_over_what_is_there_unasked() {
    let course = course();
    let out = tempfile::tempdir().unwrap();
    let (table, picture) = (out.path().join("questions.csv"), out.path().join("images/shapes.svg"));
    let ask = |more: &[&str]| {
        let (dir, to) = (course.path(), out.path().to_str().unwrap());
        let dir = dir.to_str().unwrap();
        yoshu(&[&["questions", "export", dir, "--format", "csv", "--out", to], more].concat())
    };
    assert!(ask(&[]).status.success());
    let written = text(&table);
    assert!(ask(&[]).status.success(), "the same once more is no loss");
    fs::write(&table, "mine").unwrap();
    fs::write(&picture, "mine").unwrap();
    let refused = ask(&[]);
    for path in [&table, &picture] {
        let is_named = said(&refused).contains(path.to_str().unwrap());
        assert!(!refused.status.success() && is_named, "{}", said(&refused));
        assert_eq!(text(path), "mine");
    }
    fs::remove_file(&picture).unwrap();
    assert!(!ask(&[]).status.success());
    assert!(!picture.exists(), "all of it or nothing");
    assert!(ask(&["--replace"]).status.success());
    assert_eq!((text(&table), picture.exists()), (written, true));
}

#[test]
fn a_question_of_the_manifests_name_has_a_place_of_its_own() {
    let course = course();
    let out = tempfile::tempdir().unwrap();
    let before = course.questions();
    let named = before.lines().find(|line| line.starts_with("id = ")).unwrap();
    let questions = before.replacen(named, "id = \"imsmanifest\"", 1);
    fs::write(course.path().join("questions.toml"), questions).unwrap();
    export(&course, "qti", out.path());
    let manifest = text(&out.path().join("imsmanifest.xml"));
    assert!(manifest.contains("href=\"q_imsmanifest.xml\""), "{manifest}");
    let item = text(&out.path().join("q_imsmanifest.xml"));
    assert!(item.contains("identifier=\"imsmanifest\""), "{item}");
}

#[cfg(unix)]
#[test]
fn what_the_check_does_not_look_at_stops_no_import() {
    use std::os::unix::fs::symlink;
    let course = course();
    let dir = course.path();
    symlink("gone.txt", dir.join(".#notes.txt")).unwrap();
    symlink("gone.png", dir.join("old.png")).unwrap();
    symlink("..", dir.join("images/loop")).unwrap();
    // A folder under another name, as the check allows it.
    fs::rename(dir.join("images"), dir.join("figures")).unwrap();
    symlink("figures", dir.join("images")).unwrap();
    let (file, topic) = (sample("hand.gift"), topic(&course));
    let (dir, file) = (dir.to_str().unwrap(), file.to_str().unwrap());
    let done = yoshu(&["questions", "import", file, "--course", dir, "--topic", &topic]);
    assert!(done.status.success(), "{}", said(&done));
}

#[test]
fn a_trial_needs_no_other_disk_and_leaves_nothing() {
    let course = course();
    let names = || {
        let entries = fs::read_dir(course.path()).unwrap().map(Result::unwrap);
        let mut names: Vec<_> = entries.map(|entry| entry.file_name()).collect();
        names.sort();
        names
    };
    let (before, topic) = (names(), topic(&course));
    let done = Command::new(env!("CARGO_BIN_EXE_yoshu"))
        .args(["--lang", "en", "questions", "import"])
        .arg(sample("hand.gift"))
        .arg("--course")
        .arg(course.path())
        .args(["--topic", &topic])
        .env("TMPDIR", course.path().join("nowhere"))
        .output()
        .unwrap();
    assert!(done.status.success(), "{}", said(&done));
    assert_eq!(names(), before);
}

/// A course whose films are still to be made, with a chapter that is still to be written.
fn begun() -> Copied {
    let course = course();
    let names = fs::read_dir(course.path()).unwrap().map(|entry| entry.unwrap().path());
    for path in names.filter(|path| path.extension().is_some_and(|end| end == "mp4")) {
        fs::remove_file(path).unwrap();
    }
    fs::write(course.path().join("09-later.md"), "").unwrap();
    course
}

#[test]
fn questions_come_and_go_before_the_films_are_there() {
    let course = begun();
    let (dir, file, topic) = (course.path(), sample("hand.gift"), topic(&course));
    let (dir, file) = (dir.to_str().unwrap(), file.to_str().unwrap());
    let out = tempfile::tempdir().unwrap();
    let out = out.path().to_str().unwrap();
    let import = ["questions", "import", file, "--course", dir, "--topic", &topic];
    for arguments in [
        [&import[..], &["--dry-run"]].concat(),
        vec!["questions", "export", dir, "--format", "csv", "--out", out],
        import.to_vec(),
    ] {
        let done = yoshu(&arguments);
        let told = said(&done);
        assert!(done.status.success(), "{told}");
        assert_eq!(told.matches("errors elsewhere in the course: ").count(), 1, "{told}");
        assert!(!told.contains("[file-missing]") && !told.contains("[empty-file]"), "{told}");
    }
    // Of an import that brings a fault, that alone is told.
    let table = Path::new(out).join("bad.csv");
    let row = format!("kind,text,topic,right,why,choice1\nsingle,a,{topic},1,b,only one\n");
    fs::write(&table, row).unwrap();
    let refused = yoshu(&["questions", "import", table.to_str().unwrap(), "--course", dir]);
    let told = said(&refused);
    assert!(!refused.status.success() && told.contains("bad.csv:2:1: error"), "{told}");
    assert_eq!(told.matches(": error: ").count(), 1, "{told}");
}

#[test]
fn what_hides_the_questions_stops_an_import_or_an_export() {
    let course = begun();
    let (dir, file, topic) = (course.path(), sample("hand.gift"), topic(&course));
    let (dir, file) = (dir.to_str().unwrap(), file.to_str().unwrap());
    let out = tempfile::tempdir().unwrap();
    let out = out.path().to_str().unwrap();
    let import = || yoshu(&["questions", "import", file, "--course", dir, "--topic", &topic]);
    let export = || yoshu(&["questions", "export", dir, "--format", "csv", "--out", out]);
    let refuses = |output: Output, code: &str| {
        let told = said(&output);
        assert!(!output.status.success() && told.contains(code), "{code}: {told}");
        assert_eq!(told.matches(": error: ").count(), 1, "only what is in the way: {told}");
    };
    let before = course.questions();
    // A question that is wrong in itself would be handed over as another; it is in no new one's way.
    let wrong = before.replacen("kind = \"single\"", "kind = \"sinlge\"", 1);
    fs::write(course.path().join("questions.toml"), wrong).unwrap();
    refuses(export(), "[question-kind]");
    assert!(import().status.success());
    let settings = course.path().join("course.toml");
    let said_before = text(&settings);
    assert!(said_before.contains("test = true"), "{said_before}");
    fs::write(&settings, said_before.replacen("test = true", "test = false", 1)).unwrap();
    for output in [export(), import()] {
        let told = said(&output);
        assert!(!output.status.success() && told.contains("[test-off-with-questions]"), "{told}");
    }
    fs::write(&settings, said_before).unwrap();
    fs::write(course.path().join("questions.toml"), before + "[[question\n").unwrap();
    refuses(export(), "[toml-syntax]");
    refuses(import(), "[toml-syntax]");
}

#[test]
fn a_file_without_questions_is_told_by_its_name() {
    let course = course();
    let from = tempfile::tempdir().unwrap();
    let (dir, topic) = (course.path(), topic(&course));
    for (name, text, words) in [
        ("empty.gift", Some(""), "can be imported in "),
        ("minutes.txt", Some("会議の記録\n"), "no file of questions"),
        ("cut.xml", Some("<quiz>\n<question type=\"essay\">"), "seems to be cut short"),
        ("none.gift", None, "check its name"),
    ] {
        let file = from.path().join(name);
        if let Some(text) = text {
            fs::write(&file, text).unwrap();
        }
        let refused = take_in(&file, &dir, &["--topic", &topic]);
        let told = said(&refused);
        assert!(!refused.status.success() && told.contains(words) && told.contains(name), "{told}");
        assert!(!told.contains("os error"), "{told}");
    }
}

#[test]
fn every_line_that_loses_something_is_told() {
    let course = course();
    let from = tempfile::tempdir().unwrap();
    let file = from.path().join("many.gift");
    let many: String = (0..9).map(|n| format!("問{n} {{T}}\n\n")).collect();
    fs::write(&file, many).unwrap();
    let (dir, topic) = (course.path(), topic(&course));
    let done = take_in(&file, &dir, &["--topic", &topic]);
    assert!(
        said(&done).contains("many.gift:1,3,5,7,9,11,13,15,17: there is no reason"),
        "{}",
        said(&done)
    );
}
