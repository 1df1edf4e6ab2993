//! What is written comes back.

use std::path::Path;

use domain::catalog::{Course, Point, Question, QuestionKind, Region};
use domain::decimal::Decimal;
use domain::unit::{Localized, MediaMs};
use proptest::prelude::*;
use tool::author::question;
use tool::content;
use tool::exchange::writing::Placing;
use tool::exchange::{self, Answer, Draft, Field, Format, Loss, Remarks, Seconds, Unwritable};
use tool::finding::Findings;
use tool::source::Source;

use super::ja;

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
    // What a spreadsheet would run, or takes for its own sign of a text, stands at the beginning.
    let first =
        prop::sample::select(vec!["あ", "あ", "=あ", "+", "-", "@", "＝", "'=", "'", "''-", "-5"]);
    // A last letter, so that white space at the end is no question.
    (first, prop::collection::vec(part, 0..5))
        .prop_map(|(first, parts)| format!("{first}{}ん", parts.join(" ")))
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

fn number() -> impl Strategy<Value = Decimal> {
    (-99_999_999i64..99_999_999).prop_map(|number| Decimal::from_thousandths(number).unwrap())
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
            tolerance: tolerance.distance(Decimal::default()),
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
            draft.name = if n == 1 { "1-q".into() } else { format!("q-{n}") };
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
}

/// A question about places in a picture of this name and size.
fn spot(image: &str, size: (u16, u16), regions: Vec<Region>) -> Draft {
    let (image, region) = (image.to_string(), Localized::default());
    Draft {
        line: 0,
        name: "q-1".into(),
        topic: String::new(),
        text: ja("どこ"),
        why: ja("なぜ"),
        answer: Answer::Hotspot { image, size: Some(size), alt: ja("図"), regions, region },
        teaches: None,
        scene: None,
    }
}

/// The places of a question that went through QTI, and what was told on the way there; none when it was left out.
fn places(draft: &Draft) -> (Option<Vec<Region>>, Vec<Loss>) {
    let mut remarks = Remarks::default();
    let _ = exchange::write(Format::Qti, std::slice::from_ref(draft), &mut remarks);
    let told = remarks.sorted().into_iter().map(|remark| remark.loss).collect();
    let regions = through(Format::Qti, std::slice::from_ref(draft)).pop().map(|draft| {
        let Answer::Hotspot { regions, .. } = draft.answer else { panic!("{draft:?}") };
        regions
    });
    (regions, told)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn places_in_small_pictures_stay_or_are_told(
        image in prop::sample::select(vec!["a.png", "a.SVG"]),
        size in (1u16..1_500, 1u16..1_500),
        regions in prop::collection::vec(region(), 1..4),
    ) {
        let (back, told) = places(&spot(image, size, regions.clone()));
        let is_told = told.contains(&Loss::Pixels);
        match back {
            Some(back) => prop_assert_eq!(back != regions, is_told, "{:?}", back),
            None => prop_assert!(told.contains(&Loss::KindUnwritable(Unwritable::Hotspot)), "{told:?}"),
        }
    }
}

#[test]
fn a_drawing_of_few_pixels_keeps_its_places() {
    let at = |x, y| Point { x, y };
    let regions = vec![
        Region::Circle { middle: at(3_050, 4_210), radius: 300 },
        Region::Rect { corner: at(5_500, 5_500), width: 4_500, height: 4_500 },
        Region::Polygon { corners: vec![at(100, 100), at(200, 100), at(100, 200)] },
    ];
    let (back, told) = places(&spot("images/a.svg", (10, 10), regions.clone()));
    assert_eq!(back.as_ref(), Some(&regions));
    assert!(!told.contains(&Loss::Pixels), "{told:?}");
    // A photograph has no finer places than its pixels; what is left of them lies inside it.
    let (back, told) = places(&spot("images/a.png", (10, 10), regions[..2].to_vec()));
    let circle = Region::Circle { middle: at(3_000, 4_000), radius: 1_000 };
    let rect = Region::Rect { corner: at(6_000, 6_000), width: 4_000, height: 4_000 };
    assert_eq!(back, Some(vec![circle, rect]));
    assert!(told.contains(&Loss::Pixels), "{told:?}");
    let (back, told) = places(&spot("images/a.png", (10, 10), regions));
    assert_eq!(back, None);
    assert!(told.contains(&Loss::KindUnwritable(Unwritable::Hotspot)), "{told:?}");
}

// ---- into a course ------------------------------------------------------------------------------------------------------

/// A course to place questions in.
fn course() -> Course {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site/courses/kinds");
    content::read(&site).unwrap().courses.remove(0).course
}

/// The question as the author's file has it.
fn authored(draft: &Draft, course: &Course) -> (Question, Vec<Loss>) {
    let mut remarks = Remarks::default();
    let topic = course.topics[0].id.as_str();
    let mut placing = Placing::new(course, Vec::new(), Some(topic));
    let text = placing.written(draft, &mut remarks).unwrap();
    let (source, findings) = (Source::new("questions.toml", text), Findings::default());
    let mut entries = question::read(&source, &mut |_| None, &findings).unwrap();
    (entries.remove(0).question, remarks.sorted().into_iter().map(|remark| remark.loss).collect())
}

/// Texts whose English stands beside all of them or is not kept.
fn kept(texts: &[&Localized]) -> (Vec<Localized>, bool) {
    let with = texts.iter().filter(|text| text.en.is_some()).count();
    let is_half = with > 0 && with < texts.len();
    let keep = |text: &&Localized| Localized {
        ja: text.ja.clone(),
        en: text.en.clone().filter(|_| !is_half),
    };
    (texts.iter().map(keep).collect(), is_half)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_course_gets_everything_or_is_told(drafts in drafts(true)) {
        let course = course();
        for mut draft in drafts {
            let (question, told) = authored(&draft, &course);
            prop_assert_eq!(&question.text, &draft.text);
            prop_assert_eq!(&question.why, &draft.why);
            prop_assert_eq!(question.teaches.is_some(), draft.teaches.is_some());
            prop_assert_eq!(question.scene.is_some(), draft.scene.is_some());
            let to = course.topics[0].id.to_string();
            let is_told = told.contains(&Loss::Topic { from: "t".into(), to });
            prop_assert!(is_told, "{told:?}");
            let is_half = match (&mut draft.answer, &question.kind) {
                (Answer::TrueFalse(right), QuestionKind::TrueFalse { right: found }) => {
                    prop_assert_eq!(right, found);
                    false
                }
                (Answer::Choice { choices, right, .. }, kind) => {
                    let found = match kind {
                        QuestionKind::Single { right } => vec![*right],
                        QuestionKind::Multiple { right } => right.clone(),
                        other => panic!("{other:?}"),
                    };
                    prop_assert_eq!(right.iter().copied().collect::<Vec<_>>(), found);
                    let (texts, is_half) = kept(&choices.iter().collect::<Vec<_>>());
                    prop_assert_eq!(texts, question.choices.clone());
                    is_half
                }
                (Answer::Order(items), QuestionKind::Order { items: found }) => {
                    let (texts, is_half) = kept(&items.iter().collect::<Vec<_>>());
                    prop_assert_eq!(&texts, found);
                    is_half
                }
                (Answer::Match(pairs), QuestionKind::Match { pairs: found }) => {
                    let texts: Vec<_> = pairs.iter().flat_map(|(left, right)| [left, right]).collect();
                    let (texts, is_half) = kept(&texts);
                    let found: Vec<_> = found.iter().flat_map(|pair| [pair.left.clone(), pair.right.clone()]).collect();
                    prop_assert_eq!(texts, found);
                    is_half
                }
                (Answer::Numeric { answer, tolerance, unit }, QuestionKind::Numeric { answer: a, tolerance: t, unit: u }) => {
                    prop_assert_eq!((&*answer, &*tolerance, &*unit), (a, t, u));
                    false
                }
                other => panic!("{other:?}"),
            };
            prop_assert_eq!(told.contains(&Loss::HalfEnglish), is_half);
        }
    }
}

#[test]
fn what_is_missing_is_left_to_be_written_and_keeps_its_english() {
    let why = Localized { ja: String::new(), en: Some("because".into()) };
    let draft = Draft {
        line: 1,
        name: "q".into(),
        topic: String::new(),
        text: ja("問"),
        why,
        answer: Answer::TrueFalse(true),
        teaches: None,
        scene: None,
    };
    let (question, _) = authored(&draft, &course());
    assert_eq!(
        (question.why.ja.as_str(), question.why.en.as_deref()),
        (question::UNWRITTEN, Some("because"))
    );
}

#[test]
fn english_is_told_wherever_it_stands() {
    let with = |text: &str| Localized { ja: ja(text).ja, en: Some("English".into()) };
    let plain = Draft {
        line: 1,
        name: "q".into(),
        topic: "t".into(),
        text: ja("問"),
        why: ja("なぜ"),
        answer: Answer::TrueFalse(true),
        teaches: None,
        scene: None,
    };
    let (number, size) = (Decimal::default(), Some((10_000, 10_000)));
    let spot = |alt: Localized, region: Localized| Answer::Hotspot {
        image: "a.png".into(),
        size,
        alt,
        regions: vec![],
        region,
    };
    let answers = [
        Answer::Choice {
            choices: vec![ja("一"), with("二")], right: [0].into(), multiple: false
        },
        Answer::Order(vec![ja("一"), with("二")]),
        Answer::Match(vec![(ja("一"), with("二"))]),
        Answer::Numeric { answer: number, tolerance: number, unit: with("回") },
        spot(with("図"), ja("ここ")),
        spot(ja("図"), with("ここ")),
    ];
    let mut drafts: Vec<Draft> =
        answers.into_iter().map(|answer| Draft { answer, ..plain.clone() }).collect();
    drafts.push(Draft { why: with("なぜ"), ..plain.clone() });
    let told = |draft: Draft| {
        let mut remarks = Remarks::default();
        let _ = exchange::write(Format::Qti, &[draft], &mut remarks);
        remarks.sorted().iter().any(|remark| remark.loss == Loss::FieldUnwritable(Field::English))
    };
    assert!(!told(plain));
    for draft in drafts {
        assert!(told(draft.clone()), "{draft:?}");
    }
}
