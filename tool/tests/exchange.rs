//! Questions from elsewhere: files as other programs write them, with everything that is lost told at its line; and what
//! is written comes back.

#![allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use domain::catalog::{Point, Region};
use domain::unit::{Localized, MediaMs};
use proptest::prelude::*;
use tempfile::TempDir;
use tool::exchange::{self, Answer, Draft, Format, NotUnderstood, Reason, Remarks, Seconds};
use tool::language::Language;

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exchange").join(name)
}

fn read(format: Format, name: &str) -> (Vec<Draft>, Vec<String>) {
    let mut remarks = Remarks::default();
    let drafts = exchange::read(format, &fs::read(sample(name)).unwrap(), &mut remarks).unwrap();
    let told = remarks.sorted();
    (
        drafts,
        told.iter()
            .map(|remark| format!("{} {}", remark.line, remark.loss.sentence(Language::En)))
            .collect(),
    )
}

fn ja(text: &str) -> Localized {
    Localized::japanese_only(text)
}

fn choice(choices: &[&str], right: &[usize], multiple: bool) -> Answer {
    Answer::Choice {
        choices: choices.iter().map(|text| ja(text)).collect(),
        right: right.iter().copied().collect(),
        multiple,
    }
}

#[test]
fn gift_is_read_and_its_losses_are_told_by_line() {
    let (drafts, told) = read(Format::Gift, "sample.gift");
    let of = |line: u32| drafts.iter().find(|draft| draft.line == line).unwrap();
    assert_eq!(drafts.len(), 7);
    let first = of(4);
    assert_eq!((first.name.as_str(), first.topic.as_str()), ("名前のある問題", "除細動"));
    assert_eq!(first.text.ja, "心室細動で最初に行うのはどれですか。");
    assert_eq!(first.why.ja, "電気ショックが唯一の治療です。");
    assert_eq!(
        first.answer,
        choice(&["電気ショック", "アドレナリン", "胸骨圧迫の中止", "経過を見る"], &[0], false)
    );
    assert_eq!(
        (of(12).text.ja.as_str(), &of(12).answer),
        ("心静止に電気ショックは有効。", &Answer::TrueFalse(false))
    );
    assert_eq!(of(12).why.ja, "その通りです");
    assert_eq!(of(14).answer, choice(&["VF", "無脈性VT", "PEA", "心静止"], &[0, 1], true));
    assert_eq!(of(16).text.ja, "圧迫のテンポは1分に＿＿＿回です。");
    let numeric = |answer: &str, tolerance: &str| Answer::Numeric {
        answer: answer.into(),
        tolerance: tolerance.into(),
        unit: Localized::default(),
    };
    assert_eq!(of(16).answer, numeric("110", "10"));
    assert_eq!(of(18).answer, numeric("5.5", "0.5"));
    let pairs = [("VF", "電気ショック"), ("心静止", "胸骨圧迫"), ("PEA", "原因の検索")];
    assert_eq!(
        of(20).answer,
        Answer::Match(pairs.map(|(left, right)| (ja(left), ja(right))).into())
    );
    assert_eq!(of(33).text.ja, "式 = 記号 {かっこ} はどれ");
    assert_eq!(of(33).answer, choice(&["a ~ b", "c:d"], &[0], false));
    assert_eq!(
        told,
        [
            "1 `tag` has no place here",
            "4 `feedback` has no place here",
            "4 no part of a point is given: right is all of it",
            "12 `feedback` has no place here",
            "12 the mark-up (b) was taken off",
            "14 no part of a point is given: right is all of it",
            "14 there is no reason: write why.ja",
            "16 the gap in the sentence stands as a line",
            "16 there is no reason: write why.ja",
            "20 `-> 経過観察` has no place here",
            "20 there is no reason: write why.ja",
            "27 left out: there is no question of the kind `essay` here",
            "29 left out: there is no question of the kind `shortanswer` here",
            "31 left out: there is no question of the kind `description` here",
            "33 there is no reason: write why.ja",
        ]
    );
}

#[test]
fn moodle_xml_is_read_and_its_losses_are_told_by_line() {
    let (drafts, told) = read(Format::MoodleXml, "sample-moodle.xml");
    let names: Vec<&str> = drafts.iter().map(|draft| draft.name.as_str()).collect();
    assert_eq!(names, ["depth", "recoil", "quality-7", "pairs", "steps", "ratio"]);
    assert!(drafts.iter().all(|draft| draft.topic == "胸骨圧迫"));
    assert_eq!(drafts[0].text.ja, "成人の胸骨圧迫の深さは？");
    assert_eq!(drafts[0].answer, choice(&["約3cm", "約5cm", "約7cm"], &[1], false));
    assert_eq!(
        (&drafts[1].answer, drafts[1].why.ja.as_str()),
        (&Answer::TrueFalse(true), "血液が心臓に戻ります。")
    );
    assert_eq!(drafts[2].answer, choice(&["強く", "速く", "浅く"], &[0, 1], true));
    assert_eq!(
        drafts[3].answer,
        Answer::Match(vec![(ja("テンポ"), ja("100〜120回/分")), (ja("深さ"), ja("約5cm"))])
    );
    assert_eq!(
        drafts[4].answer,
        Answer::Order(["反応の確認", "通報", "呼吸の確認"].map(ja).into())
    );
    assert_eq!(drafts[5].text.ja, "圧迫は何回？図1");
    assert_eq!(
        drafts[5].answer,
        Answer::Numeric { answer: "30".into(), tolerance: "0".into(), unit: ja("回") }
    );
    for wanted in [
        "6 the mark-up (em) was taken off",
        "8 `defaultgrade` has no place here",
        "9 `penalty` has no place here",
        "12 choices are shown in a new order each time; there is no fixed order",
        "13 `correctfeedback` has no place here",
        "14 `feedback` has no place here",
        "16 no part of a point is given: right is all of it",
        "24 no part of a point is given: right is all of it",
        "38 `subquestion: 30cm` has no place here",
        "49 the picture a.png in the text is not kept; add it as `image` if it is needed",
        "53 left out: there is no question of the kind `essay` here",
    ] {
        assert!(told.iter().any(|line| line == wanted), "{wanted} is missing from {told:#?}");
    }
    assert!(
        told.iter().all(|line| !line.contains("hidden")),
        "what holds the usual is no loss: {told:#?}"
    );
}

#[test]
fn a_qti_item_is_read_and_its_losses_are_told_by_line() {
    let (drafts, told) = read(Format::Qti, "sample-qti.xml");
    let [draft] = &drafts[..] else { panic!("one item: {drafts:?}") };
    assert_eq!((draft.name.as_str(), draft.why.ja.as_str()), ("rhythm-3", "心室細動です。"));
    assert_eq!(draft.text.ja, "次の波形を見てください。\n最初に行うことは？");
    assert_eq!(draft.answer, choice(&["経過を見る", "電気ショック", "アドレナリン"], &[1], false));
    assert_eq!(
        told,
        [
            "7 `stylesheet` has no place here",
            "9 the mark-up (strong) was taken off",
            "10 choices are shown in a new order each time; there is no fixed order",
            "13 `feedbackInline` has no place here",
            "19 `modalFeedback` has no place here",
        ]
    );
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
    fs::copy(sample("../bad/courses/c-questions/good.png"), from.path().join("pads.png")).unwrap();
    let done = ask();
    assert!(
        done.status.success() && said(&done).contains("write alt.ja and region.ja"),
        "{}",
        said(&done)
    );
    assert!(course.path().join("images/pads.png").is_file());
    let after = fs::read_to_string(course.path().join("questions.toml")).unwrap();
    assert!(after.contains("regions = [{ circle = [25, 50, 10] }]"), "{after}");
}

#[test]
fn a_file_that_is_not_understood_is_refused_at_its_line() {
    let wrong = |format: Format, text: &str| {
        exchange::read(format, text.as_bytes(), &mut Remarks::default()).unwrap_err()
    };
    let at = |line: u32, reason: Reason| NotUnderstood { line, reason };
    assert_eq!(wrong(Format::Gift, "a {T}\n\nb { =x ~y"), at(3, Reason::Open));
    assert_eq!(wrong(Format::Gift, "a {~x ~y}"), at(1, Reason::NoRight));
    assert_eq!(wrong(Format::Gift, "a {#five}"), at(1, Reason::Number("five".into())));
    assert_eq!(wrong(Format::MoodleXml, "<test/>"), at(1, Reason::Root { wanted: "quiz" }));
    assert!(matches!(
        wrong(Format::MoodleXml, "<quiz>\n<a>\n</quiz>"),
        NotUnderstood { line: 3, reason: Reason::Xml(_) }
    ));
    let question = "<quiz>\n<question type=\"multichoice\"><answer fraction=\"0\"><text>a</text></answer></question></quiz>";
    assert_eq!(wrong(Format::MoodleXml, question), at(2, Reason::NoRight));
    assert_eq!(wrong(Format::Qti, "<quiz/>"), at(1, Reason::Root { wanted: "assessmentItem" }));
    assert_eq!(wrong(Format::Csv, "id,kind\na,single\n"), at(1, Reason::Column("text")));
    let cell =
        |column: &str, found: &str| Reason::Cell { column: column.into(), found: found.into() };
    let table = |row: &str| format!("kind,text,right,choice1,choice2\n{row}\n");
    assert_eq!(wrong(Format::Csv, &table("guess,a,1,b,c")), at(2, cell("kind", "guess")));
    assert_eq!(wrong(Format::Csv, &table("single,a,3,b,c")), at(2, cell("right", "3")));
    assert_eq!(wrong(Format::Csv, &table("single,a,1;2,b,c")), at(2, cell("right", "1;2")));
    assert_eq!(
        wrong(Format::Csv, &table("true-false,\"a\nb\",1,,\nsingle,a,,b,c")),
        at(4, cell("right", ""))
    );
}

#[test]
fn tables_as_spreadsheets_save_them_are_read() {
    let table = "KIND;Text;right;choice1;choice2;memo\nsingle;圧迫は？;2;浅く;強く;x\n;;;;;\ntrue-false;\"'=1\";false;;;\n";
    let (shift_jis, ..) = encoding_rs::SHIFT_JIS.encode(table);
    for bytes in [table.as_bytes(), &*shift_jis] {
        let mut remarks = Remarks::default();
        let drafts = exchange::read(Format::Csv, bytes, &mut remarks).unwrap();
        assert_eq!(drafts.len(), 2);
        assert_eq!(drafts[0].answer, choice(&["浅く", "強く"], &[1], false));
        assert_eq!(drafts[1].text.ja, "=1", "the guard against formulas is taken off");
        let told: Vec<String> =
            remarks.sorted().iter().map(|remark| remark.loss.sentence(Language::En)).collect();
        assert!(told.iter().any(|loss| loss.contains("`memo`")), "{told:?}");
        assert_eq!(
            told.iter().any(|loss| loss.contains("Shift_JIS")),
            bytes != table.as_bytes(),
            "{told:?}"
        );
    }
}

// ---- what is written comes back ----------------------------------------------------------------------------------------

/// Words with all that means something in one of the forms.
fn words() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("胸骨圧迫"),
        Just("a"),
        Just("~"),
        Just("="),
        Just("#"),
        Just("{x}"),
        Just(":"),
        Just("::"),
        Just("\\"),
        Just("->"),
        Just("<b>"),
        Just("&"),
        Just("\""),
        Just("'"),
        Just(","),
        Just(";"),
        Just("%"),
        Just("//"),
        Just("-1"),
        Just("@"),
    ];
    // A first and last letter, so that white space at the ends is no question.
    prop::collection::vec(part, 0..5).prop_map(|parts| format!("あ{}ん", parts.join(" ")))
}

fn text(english: bool) -> BoxedStrategy<Localized> {
    if english {
        (words(), prop::option::of(words())).prop_map(|(ja, en)| Localized { ja, en }).boxed()
    } else {
        words().prop_map(Localized::japanese_only).boxed()
    }
}

fn several(english: bool, least: usize) -> impl Strategy<Value = Vec<Localized>> {
    prop::collection::vec(text(english), least..6)
}

fn number() -> impl Strategy<Value = String> {
    (-99_999i64..99_999).prop_map(|thousandths| {
        let text = format!("{:.3}", thousandths as f64 / 1000.0);
        let text = text.trim_end_matches('0').trim_end_matches('.').to_string();
        if text == "-0" { "0".into() } else { text }
    })
}

fn region() -> impl Strategy<Value = Region> {
    let point = (100u16..5_000, 100u16..5_000).prop_map(|(x, y)| Point { x, y });
    prop_oneof![
        (point.clone(), 100u16..2_000)
            .prop_map(|(middle, radius)| Region::Circle { middle, radius }),
        (point.clone(), 100u16..4_000, 100u16..4_000)
            .prop_map(|(corner, width, height)| Region::Rect { corner, width, height }),
        point.prop_map(|Point { x, y }| Region::Polygon {
            corners: vec![Point { x, y }, Point { x: x + 1_000, y }, Point { x, y: y + 1_000 }]
        }),
    ]
}

fn answer(english: bool) -> impl Strategy<Value = Answer> {
    prop_oneof![
        any::<bool>().prop_map(Answer::TrueFalse),
        (several(english, 2), any::<prop::sample::Index>()).prop_map(|(choices, right)| {
            Answer::Choice { right: [right.index(choices.len())].into(), choices, multiple: false }
        }),
        several(english, 3).prop_map(|choices| Answer::Choice {
            right: [0, choices.len() - 1].into(),
            choices,
            multiple: true
        }),
        several(english, 3).prop_map(Answer::Order),
        prop::collection::vec((text(english), text(english)), 2..6).prop_map(Answer::Match),
        (number(), number(), text(english)).prop_map(|(answer, tolerance, unit)| Answer::Numeric {
            answer,
            tolerance: tolerance.trim_start_matches('-').to_string(),
            unit
        }),
    ]
}

fn drafts(english: bool) -> impl Strategy<Value = Vec<Draft>> {
    let one = (text(english), text(english), answer(english), any::<bool>()).prop_map(
        move |(text, why, answer, timed)| {
            let seconds =
                || Seconds { chapter: "01-a".into(), from: MediaMs(5_000), to: MediaMs(7_500) };
            let timed = timed && english;
            Draft {
                line: 0,
                name: String::new(),
                topic: "t".into(),
                text,
                why,
                answer,
                teaches: timed.then(seconds),
                scene: timed.then(seconds),
            }
        },
    );
    prop::collection::vec(one, 1..5).prop_map(|mut drafts| {
        for (n, draft) in (1..).zip(&mut drafts) {
            draft.name = format!("q-{n}");
        }
        drafts
    })
}

/// The drafts again, through a file.
fn through(format: Format, drafts: &[Draft]) -> Vec<Draft> {
    let files = exchange::write(format, drafts, &mut Remarks::default());
    let mut back = Vec::new();
    for (name, text) in files.iter().filter(|(name, _)| name != "imsmanifest.xml") {
        back.extend(
            exchange::read(format, text.as_bytes(), &mut Remarks::default())
                .unwrap_or_else(|wrong| panic!("{name}: {wrong:?}\n{text}")),
        );
    }
    for draft in &mut back {
        draft.line = 0;
    }
    back
}

fn without_unit(mut draft: Draft) -> Draft {
    if let Answer::Numeric { unit, .. } = &mut draft.answer {
        *unit = Localized::default();
    }
    draft
}

fn without_arrows(mut draft: Draft) -> Draft {
    let arrowless = |text: &mut Localized| text.ja = text.ja.replace("->", "→");
    match &mut draft.answer {
        Answer::Choice { choices, .. } => choices.iter_mut().for_each(arrowless),
        Answer::Match(pairs) => pairs.iter_mut().for_each(|(left, right)| {
            arrowless(left);
            arrowless(right);
        }),
        _ => {}
    }
    draft
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn csv_keeps_everything(drafts in drafts(true)) {
        prop_assert_eq!(through(Format::Csv, &drafts), drafts);
    }

    #[test]
    fn moodle_xml_keeps_all_that_is_japanese_and_no_picture(drafts in drafts(false)) {
        prop_assert_eq!(through(Format::MoodleXml, &drafts), drafts);
    }

    #[test]
    fn gift_keeps_all_but_orders_and_units(drafts in drafts(false)) {
        let kept: Vec<Draft> = drafts
            .iter()
            .filter(|draft| !matches!(draft.answer, Answer::Order(_)))
            .cloned()
            .map(|draft| without_arrows(without_unit(draft)))
            .collect();
        prop_assert_eq!(through(Format::Gift, &drafts), kept);
    }

    #[test]
    fn qti_keeps_all_but_topics_and_units(drafts in drafts(false)) {
        let kept: Vec<Draft> = drafts.iter().cloned().map(without_unit).map(|draft| Draft { topic: String::new(), ..draft }).collect();
        prop_assert_eq!(through(Format::Qti, &drafts), kept);
    }

    #[test]
    fn places_in_pictures_stay_where_they_are(regions in prop::collection::vec(region(), 1..4)) {
        let answer = Answer::Hotspot { image: "images/a.png".into(), size: None, alt: ja("図"), regions: regions.clone(), region: ja("ここ") };
        let draft = Draft { line: 0, name: "q-1".into(), topic: "t".into(), text: ja("どこ"), why: ja("なぜ"), answer, teaches: None, scene: None };
        prop_assert_eq!(through(Format::Csv, std::slice::from_ref(&draft)), vec![draft.clone()]);
        // QTI counts in pixels: in a picture of 10,000 each way they are the same.
        let mut large = draft;
        if let Answer::Hotspot { size, region, .. } = &mut large.answer {
            (*size, *region) = (Some((10_000, 10_000)), Localized::default());
        }
        large.topic = String::new();
        prop_assert_eq!(through(Format::Qti, std::slice::from_ref(&large)), vec![large]);
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "[ -~あ\n{}=#:<>&;,\"]{0,200}") {
        for format in [Format::Gift, Format::MoodleXml, Format::Qti, Format::Csv] {
            let _ = exchange::read(format, text.as_bytes(), &mut Remarks::default());
        }
    }
}

// ---- at the terminal ---------------------------------------------------------------------------------------------------

/// A copy of the site of the end-to-end tests; its course with a test is what comes in and goes out.
struct Copied(TempDir);

impl Copied {
    fn path(&self) -> PathBuf {
        self.0.path().join("courses/fixture")
    }
}

fn course() -> Copied {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site");
    let place = Copied(tempfile::tempdir().unwrap());
    copy(&site.join("courses/fixture"), &place.path());
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

fn said(output: &Output) -> String {
    format!(
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    )
}

#[test]
fn questions_come_into_a_course_that_is_sound_afterwards() {
    let course = course();
    let dir = course.path();
    let dir = dir.to_str().unwrap();
    let before = fs::read_to_string(course.path().join("questions.toml")).unwrap();
    let topic = topic(&course);
    let files: Vec<String> = ["sample.gift", "sample-moodle.xml", "sample-qti.xml"]
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
    assert!(said(&done).contains("sample-moodle.xml:8"), "{}", said(&done));
    let after = fs::read_to_string(course.path().join("questions.toml")).unwrap();
    assert!(after.starts_with(before.trim_end()), "the author's own text stays as it is");
    let checked = yoshu(&["content", "check", dir]);
    assert!(checked.status.success(), "{}", said(&checked));

    // A second time: other ids, and the same questions are told.
    let again = ask(&[]);
    assert!(said(&again).contains("the id `depth-4`"), "{}", said(&again));
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
        ("kind,text,topic,right,why,choice1\nsingle,a,TOPIC,1,b,only one\n", "questions.toml:"),
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

#[test]
fn a_course_is_handed_over_in_each_form() {
    let course = course();
    let out = tempfile::tempdir().unwrap();
    for (format, file) in [
        ("gift", "questions.gift"),
        ("moodle-xml", "questions.xml"),
        ("csv", "questions.csv"),
        ("qti", "imsmanifest.xml"),
    ] {
        let folder = out.path().join(format);
        let done = yoshu(&[
            "questions",
            "export",
            course.path().to_str().unwrap(),
            "--format",
            format,
            "--out",
            folder.to_str().unwrap(),
        ]);
        assert!(done.status.success() && folder.join(file).is_file(), "{}", said(&done));
    }
}
