//! Courses that do not keep a rule: each finding at its line, with the rule's own sentence; and one course that keeps all.

#![allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;
use tool::breach::Breach;
use tool::content::{self, Content};
use tool::finding::{Finding, Said, Severity};
use tool::language::Language;
use tool::report;

fn here() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules_lint")
}

/// The fixture site with the media that its chapters name: those of `tests/bad`, of 2 s, or said to be longer.
fn site() -> TempDir {
    let site = tempfile::tempdir().unwrap();
    fs::copy(here().join("site.toml"), site.path().join("site.toml")).unwrap();
    for entry in fs::read_dir(here().join("courses")).unwrap() {
        let from = entry.unwrap().path();
        let to = site.path().join("courses").join(from.file_name().unwrap());
        copy(&from, &to);
    }
    site
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    let mut named = String::new();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
            if path.extension().is_some_and(|extension| extension == "md") {
                named.push_str(&fs::read_to_string(&path).unwrap());
            }
        }
    }
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/courses/a-settings");
    for name in ["good.mp4", "good.vtt", "good.png"].iter().filter(|name| named.contains(**name)) {
        fs::copy(good.join(name), to.join(name)).unwrap();
    }
    if named.contains("long.mp4") {
        fs::write(to.join("long.mp4"), video(62)).unwrap();
    }
}

/// A video whose header says that it lasts so many seconds.
fn video(seconds: u32) -> Vec<u8> {
    let good = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/bad/courses/a-settings/good.mp4");
    let mut video = fs::read(good).unwrap();
    let header = video.windows(4).position(|name| name == b"mvhd").unwrap();
    let timescale = u32::from_be_bytes(video[header + 16..header + 20].try_into().unwrap());
    video[header + 20..header + 24].copy_from_slice(&(timescale * seconds).to_be_bytes());
    video
}

fn is_breach(finding: &&Finding) -> bool {
    matches!(finding.said, Said::Breach(_))
}

/// `place severity code table/statement …`
fn line(finding: &Finding) -> String {
    let cited = finding.citations.iter().map(|of| format!(" {}/{}", of.table, of.statement.id));
    let (place, severity, code) = (&finding.place, finding.severity().name(), finding.code());
    format!("{place} {severity} {code}{}", cited.collect::<String>())
}

#[test]
fn every_breach_is_found_at_its_line_with_its_rule() {
    let expected = fs::read_to_string(here().join("expected.txt")).unwrap();
    let site = site();
    let content = content::read(site.path()).unwrap();
    let found: Vec<String> = content.findings.iter().map(line).collect();
    let found = found.join("\n") + "\n";
    assert_eq!(found, expected, "found:\n{found}");
}

#[test]
fn every_breach_there_is_can_be_made() {
    let site = site();
    let content = content::read(site.path()).unwrap();
    let made: BTreeSet<&str> =
        content.findings.iter().filter(is_breach).map(Finding::code).collect();
    let missing: Vec<_> = Breach::CODES.iter().filter(|code| !made.contains(*code)).collect();
    assert!(missing.is_empty(), "no course makes {missing:?}");
}

/// What is found in one of the courses when some of its lines stand otherwise.
fn found_with(course: &str, pairs: &[(&str, &str)]) -> Vec<&'static str> {
    let site = site();
    let path = site.path().join("courses").join(course).join("course.toml");
    let text = pairs.iter().fold(fs::read_to_string(&path).unwrap(), |text, (old, new)| {
        assert!(text.contains(old), "{course}: {old}");
        text.replace(old, new)
    });
    fs::write(&path, text).unwrap();
    let content = content::read(path.parent().unwrap()).unwrap();
    content.findings.iter().map(Finding::code).collect()
}

#[test]
fn both_sizes_of_the_longest_course_are_known() {
    for (elearning, inperson, expected) in [
        (60, 420, None),
        (120, 360, Some("detail-uncovered")),
        (60, 360, Some("time-shortened")),
        (120, 420, Some("time-long")),
        (90, 360, Some("elearning-minutes")),
    ] {
        let minutes = format!("elearning = {elearning}\ninperson = {inperson}");
        let found = found_with("fire-upper", &[("elearning = 60\ninperson = 480", &minutes)]);
        let judged = ["time-shortened", "time-long", "elearning-minutes"];
        let of_minutes: Vec<&str> =
            found.iter().copied().filter(|code| judged.contains(code)).collect();
        let wanted: Vec<&str> = expected.into_iter().filter(|code| judged.contains(code)).collect();
        assert_eq!(of_minutes, wanted, "{elearning} + {inperson}: {found:?}");
        // What only the longer e-learning includes is asked for there, and claimed in vain in the shorter one.
        let longer = elearning == 120;
        assert_eq!(found.contains(&"detail-extended"), !longer, "{elearning}: {found:?}");
        assert_eq!(found.contains(&"detail-uncovered"), longer, "{elearning}: {found:?}");
    }
}

#[test]
fn no_course_of_a_table_without_elearning_can_be_built() {
    for table in ["fire-3-2", "fire-4", "fire-5", "fire-6", "fire-7", "fire-8", "fire-9", "fire-10"]
    {
        let named = format!("rule_table = \"{table}\"");
        let found = found_with("fire-online", &[("rule_table = \"fire-3-2\"", &named)]);
        assert!(found.contains(&"elearning-not-offered"), "{table}: {found:?}");
    }
}

#[test]
fn only_the_names_of_the_als_course_stop_a_build() {
    let title = "title.ja = \"小児二次救命処置（ＰＡＬＳ研修）の予習\"";
    let judged = ["als-table-missing", "als-name-short"];
    for (title_there, expected) in [
        ("PALS研修", None),
        ("ＰＡＬＳ研修", None),
        ("ALS研修：筋萎縮性側索硬化症の在宅人工呼吸", Some("als-name-short")),
        ("令和8年度 ＡＣＬＳ研修", Some("als-name-short")),
        ("JMA ALS研修", Some("als-name-short")),
        ("日本医師会二次救命処置(ALS)研修", Some("als-table-missing")),
        ("第2回日本医師会ACLS（二次救命処置）研修", Some("als-table-missing")),
    ] {
        let found = found_with("pals", &[(title, &format!("title.ja = \"{title_there}\""))]);
        let found: Vec<&str> = found.into_iter().filter(|code| judged.contains(code)).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{title_there}");
    }
}

#[test]
fn a_table_that_cannot_be_found_is_the_only_thing_said_of_its_rules() {
    for name in ["jma-asl", "JMA ALS"] {
        let named = format!("rule_table = \"{name}\"");
        let found = found_with("als-mistyped", &[("rule_table = \"jma-asl\"", &named)]);
        assert!(!found.iter().any(|code| code.starts_with("als-")), "{name}: {found:?}");
    }
    let found = found_with("als-mistyped", &[("rule_table = \"jma-asl\"\n", "")]);
    assert!(found.contains(&"als-elsewhere") && found.contains(&"als-table-missing"), "{found:?}");
}

#[test]
fn who_names_the_table_of_credit_claims_its_elearning_unless_another_kind_is_stated() {
    let judged = |course: &str, pairs: &[(&str, &str)]| {
        let found = found_with(course, pairs);
        found.into_iter().filter(|code| code.starts_with("credit-")).collect::<Vec<_>>()
    };
    assert_eq!(
        judged("lecture-kindless", &[]),
        ["credit-audience", "credit-kind-missing", "credit-test"]
    );
    let with_code = ("codes = []", "codes = [\"73\"]");
    let kindless = ("source_kind = \"radio\"\n", "");
    assert_eq!(
        judged("lecture-low", &[with_code, kindless]),
        ["credit-kind-missing", "credit-pass"]
    );
    let without_table = ("rule_table = \"jma-cme\"\n", "");
    assert_eq!(judged("lecture-kindless", &[without_table]), ["credit-elsewhere"]);
    let mistyped = ("source_kind = \"other\"", "source_kind = \"cme-lectures\"");
    assert_eq!(judged("lecture-other", &[mistyped]), Vec::<&str>::new());
    // Half a credit is said once.
    let half = ("codes = [\"73\"], units = 0.5", "codes = [\"74\"], units = 0.0");
    assert_eq!(judged("lecture-other", &[half]), ["credit-half"]);
    let half = ("codes = [\"73\", \"73\"], units = 0.5", "codes = [\"74\"], units = 0.0");
    assert_eq!(judged("lecture-open", &[half]), ["credit-audience", "credit-half", "credit-test"]);
}

/// Puts a table of the program into the site's folder, with other words in some places.
fn own_table(site: &Path, name: &str, file: &str, pairs: &[(&str, &str)]) {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/rules");
    let text = fs::read_to_string(data.join(format!("{name}.toml"))).unwrap();
    let text = pairs.iter().fold(text, |text, (old, new)| {
        assert!(text.contains(old), "{name}: {old}");
        text.replace(old, new)
    });
    fs::create_dir_all(site.join("rules")).unwrap();
    fs::write(site.join("rules").join(format!("{file}.toml")), text).unwrap();
}

#[test]
fn a_sites_own_table_may_give_its_sentences_other_ids() {
    let site = site();
    let cme = [
        ("\"way-2\"", "\"own-2\""),
        ("\"way-3\"", "\"own-3\""),
        ("\"e-learning\"", "\"web\""),
        ("\"lecture\"", "\"talk\""),
    ];
    own_table(site.path(), "jma-cme", "jma-cme", &cme);
    own_table(site.path(), "jma-als", "jma-als", &[("\"2-q16-only\"", "\"own-only\"")]);
    let online = [("\"reading-elearning\"", "\"own-reading\"")];
    own_table(site.path(), "fire-3-2", "fire-3-2", &online);
    let found = content::read(site.path()).unwrap().findings;
    let cites = |course: &str, code: &str| {
        let of = |of: &&Finding| of.code() == code && of.place.file.contains(course);
        let finding = found.iter().find(of).unwrap();
        let ids = finding.citations.iter().map(|cited| cited.statement.id.to_string());
        ids.collect::<Vec<_>>()
    };
    assert_eq!(cites("fire-cover", "credit-not-earned"), ["own-2"]);
    assert_eq!(cites("lecture-other", "credit-elsewhere"), ["own-3"]);
    assert_eq!(cites("lecture-kindless", "credit-kind-missing"), ["own-2", "own-3"]);
    assert_eq!(cites("als-split", "options-absent"), ["own-only"]);
    assert_eq!(cites("fire-online", "elearning-not-offered"), ["note-1", "own-reading"]);
}

#[test]
fn options_have_the_names_that_the_courses_own_table_gives_them() {
    let site = site();
    let pairs = [
        ("id = \"jma-als\"", "id = \"city-als\""),
        ("\"sedation-adverse-reaction\"", "\"airway-devices\""),
        ("name.ja = \"鎮静剤の副反応への対応\"", "name.ja = \"気道確保の器具\""),
    ];
    own_table(site.path(), "jma-als", "city-als", &pairs);
    let file = site.path().join("courses/als-split/course.toml");
    let text = fs::read_to_string(&file).unwrap();
    let text = text.replace("rule_table = \"jma-als\"", "rule_table = \"city-als\"");
    let options = "options = [\"airway-devices\"]\noptions_only = true";
    fs::write(&file, text.replace("options_only = true", options)).unwrap();
    let content = content::read(site.path()).unwrap();
    let is_it = |of: &&tool::check::Checked| of.course.outline.id.as_str() == "als-split";
    let course = content.courses.iter().find(is_it).unwrap();
    let als = course.course.framework.als.as_ref().unwrap();
    let names: Vec<&str> = als.options.iter().map(|option| option.name.ja()).collect();
    assert_eq!(names, ["気道確保の器具"]);
}

/// What the citations of each breach must say: the requirements that they were read as, together, or the statement of our
/// own suppositions that stands for none. Where tables differ, each line is one of them.
const RESTS_ON: &[(&str, &[&str])] = &[
    ("rule-table-unknown", &[]),
    ("rule-table-unfit", &[]),
    ("elearning-not-offered", &["R106", "R118"]),
    ("elearning-minutes", &["R148"]),
    ("time-shortened", &["R148", "R99"]),
    ("time-long", &["R148"]),
    ("minutes-short", &["R149", "estimate/reading-speed", "estimate/answering"]),
    ("practical-absent", &["R63"]),
    ("practical-absent", &["R148"]),
    ("detail-uncovered", &["R97", "R149"]),
    ("detail-unknown", &["R97", "R149"]),
    ("detail-practical", &["R97", "R149"]),
    ("detail-extended", &["R104", "R115"]),
    ("chapter-covers-nothing", &["R97", "R149"]),
    ("covers-without-table", &[]),
    ("test-absent", &["R111"]),
    ("pass-low", &["R111"]),
    ("test-advised", &["R62"]),
    ("pool-small", &["estimate/pool"]),
    ("chapter-unasked", &["estimate/questions"]),
    ("window-long", &["R98", "R147"]),
    ("window-short", &["R98", "R147"]),
    ("grace-long", &["R98", "R147"]),
    ("captions-end-early", &["estimate/captions"]),
    ("captions-gap", &["estimate/captions"]),
    ("chapter-without-sources", &["estimate/sources"]),
    ("review-missing", &["estimate/review"]),
    ("forbidden-word", &["R56"]),
    ("als-table-missing", &["R63"]),
    ("als-name-short", &["R63", "R52"]),
    ("option-unknown", &["R67"]),
    ("options-absent", &["jma-als/2-q16-only"]),
    ("als-unstated", &["R53"]),
    ("part-alone", &["R64"]),
    ("part-approval", &["R65"]),
    ("als-elsewhere", &["R53"]),
    ("als-audience", &["R54"]),
    ("als-goal", &["R59"]),
    ("als-textbook", &["R70"]),
    ("practical-groups", &["R72"]),
    ("practical-groups", &["R93", "R94", "R95"]),
    ("code-twice", &[]),
    ("credit-half", &["R20"]),
    ("credit-default", &["R20"]),
    ("credit-not-earned", &["R55", "R152"]),
    ("credit-not-earned", &["jma-cme/way-2"]),
    ("credit-kind-missing", &["jma-cme/way-2", "jma-cme/way-3"]),
    ("credit-elsewhere", &["jma-cme/way-3"]),
    ("credit-audience", &["R4"]),
    ("credit-test", &["R17"]),
    ("credit-pass", &["R19", "R144"]),
];

#[test]
fn every_breach_cites_the_rule_that_it_is_about() {
    let site = site();
    let content = content::read(site.path()).unwrap();
    let listed: BTreeSet<&str> = RESTS_ON.iter().map(|(code, _)| *code).collect();
    assert_eq!(listed, Breach::CODES.iter().copied().collect());
    for finding in content.findings.iter().filter(is_breach) {
        let mut said: Vec<String> = Vec::new();
        for cited in &finding.citations {
            said.push(format!("{}/{}", cited.table, cited.statement.id));
            said.extend(cited.statement.requirements.iter().cloned());
        }
        let says = |wanted: &[&str]| {
            wanted.is_empty() == said.is_empty()
                && wanted.iter().all(|one| said.iter().any(|of| of == one))
        };
        let mut wanted = RESTS_ON.iter().filter(|(code, _)| *code == finding.code());
        assert!(wanted.any(|(_, wanted)| says(wanted)), "{} cites {said:?}", line(finding));
    }
}

/// What a department would publish under 別表1: it fills its minutes, covers every 細目 and has a caption every 10 s.
fn sound_course() -> TempDir {
    let site = site();
    let (from, to) = (site.path().join("courses/fire-parts"), site.path().join("courses/sound"));
    for entry in fs::read_dir(site.path().join("courses")).unwrap() {
        let path = entry.unwrap().path();
        if path != from {
            fs::remove_dir_all(path).unwrap();
        }
    }
    fs::rename(&from, &to).unwrap();
    let edit = |name: &str, pairs: &[(&str, &str)]| {
        let text = fs::read_to_string(to.join(name)).unwrap();
        let text = pairs.iter().fold(text, |text, (old, new)| {
            assert!(text.contains(old), "{name}: {old}");
            text.replace(old, new)
        });
        fs::write(to.join(name), text).unwrap();
    };
    edit("course.toml", &[("elearning = 45", "elearning = 60")]);
    edit("01-one.md", &[("0m02s", "60m00s")]);
    fs::write(to.join("good.mp4"), video(3600)).unwrap();
    let at = |second: u32| format!("{:02}:{:02}.000", second / 60, second % 60);
    let cue = |n: u32| format!("\n{} --> {}\n話\n", at(n * 10), at(n * 10 + 5));
    let captions: String = (0..360).map(cue).collect();
    fs::write(to.join("good.vtt"), format!("WEBVTT\n{captions}")).unwrap();
    site
}

#[test]
fn a_course_that_keeps_its_rule_has_nothing_to_mend() {
    let site = sound_course();
    let content = content::read(site.path()).unwrap();
    let found: Vec<String> = content.findings.iter().map(line).collect();
    assert_eq!(
        found,
        [
            "courses/sound/course.toml:18:12 note practical-groups fire-1/conduct-2 fire-1/conduct-3 fire-1/conduct-4"
        ]
    );
    let held = &content.courses[0].held;
    assert_eq!(held.time.unwrap().video_s, 3600);
    let coverage = held.coverage.as_ref().unwrap();
    assert!(coverage.details.iter().all(|of| of.wanted != of.chapters.is_empty()));
}

#[test]
fn a_site_may_replace_a_table() {
    let site = sound_course();
    let rules = site.path().join("rules");
    fs::create_dir(&rules).unwrap();
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/rules/fire-1.toml");
    let table = fs::read_to_string(data).unwrap().replace("total = 180", "total = 190");
    let table =
        table.replace("inperson = 120", "inperson = 130").replace("minutes = 165", "minutes = 175");
    fs::write(rules.join("fire-1.toml"), table).unwrap();
    let shortened = |content: Content| {
        let errors = content.findings.iter().filter(|of| of.severity() == Severity::Error);
        assert_eq!(errors.map(Finding::code).collect::<Vec<_>>(), ["time-shortened"]);
    };
    shortened(content::read(site.path()).unwrap());
    // One course alone is judged as its site would judge it.
    shortened(content::read(&site.path().join("courses/sound")).unwrap());
}

fn check(site: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_yoshu"));
    command.args(["content", "check"]).arg(site).args(arguments).output().unwrap()
}

#[test]
fn the_program_prints_the_rules_own_sentence() {
    let site = site();
    let output = check(&site.path().join("courses/fire-shortened"), &["--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8(output.stderr).unwrap();
    let at = printed.lines().position(|line| line.contains("[time-shortened]")).unwrap();
    let lines: Vec<&str> = printed.lines().skip(at).take(4).collect();
    assert!(lines[0].contains("60 min of e-learning + 60 min in person = 120 min"), "{lines:?}");
    assert!(lines[1].contains("→ set minutes.inperson to 120"), "{lines:?}");
    assert!(lines[2].contains("§ 「e-ラーニング又はオンライン講習による"), "{lines:?}");
    assert!(lines[3].contains("講習時間を短縮し実施することができる。」"), "{lines:?}");
    assert!(lines[3].contains("備考5 [fire-1/note-5]"), "{lines:?}");
}

#[test]
fn json_holds_every_finding_and_nothing_else_is_printed() {
    let site = site();
    let content = content::read(site.path()).unwrap();
    let output = check(site.path(), &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    let json: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(json["version"], 1);
    let findings = json["findings"].as_array().unwrap();
    assert_eq!(findings.len(), content.findings.len());
    for (written, finding) in findings.iter().zip(&content.findings) {
        let words = finding.words(Language::Ja);
        assert_eq!(written["path"], *finding.place.file);
        assert_eq!(written["line"], finding.place.line);
        assert_eq!(written["column"], finding.place.column);
        assert_eq!(written["severity"], finding.severity().name());
        assert_eq!(written["code"], finding.code());
        assert_eq!(written["message"], words.wrong);
        assert_eq!(written["advice"], words.advice);
        let rules = written["rules"].as_array().unwrap();
        assert_eq!(rules.len(), finding.citations.len());
        for (rule, cited) in rules.iter().zip(&finding.citations) {
            assert_eq!(rule["table"], cited.table.as_str());
            assert_eq!(rule["statement"], cited.statement.id.as_str());
            assert_eq!(rule["place"], cited.statement.place);
            assert_eq!(rule["text"], cited.statement.text);
        }
    }
    let errors = content.count(Severity::Error);
    assert_eq!(json["counts"]["error"], errors);
    let sum: u64 = json["courses"]
        .as_array()
        .unwrap()
        .iter()
        .map(|of| of["counts"]["error"].as_u64().unwrap())
        .sum();
    assert_eq!(sum, errors as u64);
}

#[test]
fn the_report_shows_every_finding_and_loads_nothing() {
    let site = site();
    let file = site.path().join("report.html");
    let output = check(site.path(), &["--report", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    let page = fs::read_to_string(&file).unwrap();
    let content = content::read(site.path()).unwrap();
    let shown = page.matches("<article class=\"finding ").count();
    assert_eq!(shown, content.findings.len());
    for code in content.findings.iter().map(Finding::code) {
        assert!(page.contains(&format!("<code>{code}</code>")), "{code}");
    }
    for outside in ["<script", "src=", "<link", "url(", "@import", "http:", "https:"] {
        assert!(!page.contains(outside), "{outside}");
    }
}

#[test]
fn what_authors_write_is_text_on_the_page() {
    let site = sound_course();
    let path = site.path().join("courses/sound/course.toml");
    let text = fs::read_to_string(&path).unwrap();
    let line = text.lines().find(|line| line.starts_with("title.ja")).unwrap();
    fs::write(&path, text.replace(line, "title.ja = '<img onerror=\"alert(1)\"> & co'")).unwrap();
    let content = content::read(site.path()).unwrap();
    let page = report::page::write(&content, "2026-11-21".parse().unwrap());
    assert!(page.contains("&lt;img onerror=&quot;alert(1)&quot;&gt; &amp; co"));
    assert!(!page.contains("<img"));
}

#[test]
fn the_title_of_the_report_is_plain_text_in_both_languages() {
    let site = sound_course();
    let title = || {
        let content = content::read(site.path()).unwrap();
        let page = report::page::write(&content, "2026-11-21".parse().unwrap());
        let (_, behind) = page.split_once("<title>").unwrap();
        behind.split_once("</title>").unwrap().0.to_string()
    };
    let settings = site.path().join("site.toml");
    let name = |names: &str| {
        let organisation = "[organisation]\nname.ja = \"a\"\ncontact = \"mailto:b@example.org\"\n";
        fs::write(&settings, format!("{organisation}[site]\n{names}\n")).unwrap();
    };
    name("title.ja = \"予習\"");
    assert_eq!(title(), "講習と規則の照合 — 予習");
    name("title.ja = \"予習\"\ntitle.en = \"First aid <1>\"");
    assert_eq!(title(), "講習と規則の照合 — 予習・First aid &lt;1&gt;");
    fs::remove_file(&settings).unwrap();
    assert_eq!(title(), "講習と規則の照合 — Yoshu");
}

#[test]
fn a_report_that_cannot_be_written_says_so() {
    let site = sound_course();
    let output = check(site.path(), &["--report", "/nowhere/at/all.html", "--lang", "en"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write /nowhere/at/all.html"));
}

#[test]
fn a_folder_in_place_of_a_report_is_told_before_the_check() {
    let (site, folder) = (site(), tempfile::tempdir().unwrap());
    for (language, words) in [
        ("ja", "はフォルダーです。書き出すファイルの名前まで"),
        ("en", "is a folder: name the file to write"),
    ] {
        let report = folder.path().to_str().unwrap();
        let output = check(site.path(), &["--report", report, "--lang", language]);
        assert_eq!(output.status.code(), Some(1));
        let printed = String::from_utf8(output.stderr).unwrap();
        assert!(printed.contains(words) && printed.contains("report.html"), "{printed}");
        assert!(!printed.contains("os error") && !printed.contains("course.toml"), "{printed}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
