//! The kinds of question that are more than choosing: order, pairs, numbers, places in a picture.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

mod course;

use std::collections::BTreeSet;

use course::{chapter_id, course, pool, question, question_id};
use domain::assessment::{
    Answer, choice_order, chosen_again, grade, is_finished, is_right, paired, reordered,
};
use domain::catalog::{
    MediaName, Pair, Passage, Picture, Point, Pool, Problem, Question, QuestionKind, Region, check,
};
use domain::decimal::Decimal;
use domain::unit::{Localized, MediaMs};
use proptest::prelude::*;

fn texts(names: &[&str]) -> Vec<Localized> {
    names.iter().map(|name| Localized::japanese_only(*name)).collect()
}

fn order(items: &[&str]) -> QuestionKind {
    QuestionKind::Order { items: texts(items) }
}

fn pairs(pairs: &[(&str, &str)]) -> QuestionKind {
    let pair = |(left, right): &(&str, &str)| Pair {
        left: Localized::japanese_only(*left),
        right: Localized::japanese_only(*right),
    };
    QuestionKind::Match { pairs: pairs.iter().map(pair).collect() }
}

fn decimal(thousandths: i64) -> Decimal {
    Decimal::from_thousandths(thousandths).unwrap()
}

fn numeric(answer: i64, tolerance: i64) -> QuestionKind {
    QuestionKind::Numeric {
        answer: decimal(answer),
        tolerance: decimal(tolerance),
        unit: Localized::both("回/分", "per minute"),
    }
}

fn hotspot(width: u16, height: u16, regions: Vec<Region>) -> QuestionKind {
    QuestionKind::Hotspot {
        picture: Picture {
            name: MediaName::new("0123456789abcdef.svg").unwrap(),
            width,
            height,
            alt: Localized::japanese_only("上半身"),
        },
        regions,
        region: Localized::japanese_only("胸骨の下半分"),
    }
}

fn circle(x: u16, y: u16, radius: u16) -> Region {
    Region::Circle { middle: Point { x, y }, radius }
}

fn polygon(corners: &[(u16, u16)]) -> Region {
    Region::Polygon { corners: corners.iter().map(|corner| Point::from(*corner)).collect() }
}

fn asked(kind: QuestionKind) -> Question {
    Question { kind, choices: vec![], ..question(0) }
}

fn typed(text: &str) -> Answer {
    Answer::Number(text.into())
}

#[test]
fn an_order_is_right_only_as_a_whole() {
    let question = asked(order(&["反応", "通報", "呼吸", "圧迫"]));
    for (given, finished, right) in [
        (vec![0, 1, 2, 3], true, true),
        (vec![0, 1, 3, 2], true, false),
        (vec![3, 2, 1, 0], true, false),
        (vec![0, 1, 2], false, false),
        (vec![0, 1, 2, 2], false, false),
        (vec![0, 1, 2, 3, 3], false, false),
        (vec![0, 1, 2, 4], false, false),
        (vec![], false, false),
    ] {
        let answer = Answer::Order(given);
        assert_eq!(is_finished(&question, &answer), finished, "{answer:?}");
        assert_eq!(is_right(&question, &answer), right, "{answer:?}");
    }
}

#[test]
fn pairs_are_right_only_all_together_and_unfinished_before_all_are_chosen() {
    let question =
        asked(pairs(&[("VF", "ショック"), ("心静止", "アドレナリン"), ("洞調律", "観察")]));
    for (given, finished, right) in [
        (vec![Some(0), Some(1), Some(2)], true, true),
        (vec![Some(1), Some(0), Some(2)], true, false),
        (vec![Some(0), Some(1), None], false, false),
        (vec![Some(0), Some(0), Some(2)], false, false),
        (vec![Some(0), Some(1)], false, false),
        (vec![None, None, None], false, false),
    ] {
        let answer = Answer::Match(given);
        assert_eq!(is_finished(&question, &answer), finished, "{answer:?}");
        assert_eq!(is_right(&question, &answer), right, "{answer:?}");
    }
}

#[test]
fn a_right_chosen_again_is_named_with_its_lefts() {
    assert_eq!(chosen_again(&[]), []);
    assert_eq!(chosen_again(&[Some(2), None, Some(0)]), []);
    let given = [Some(2), Some(1), Some(2), None, Some(1), Some(2)];
    assert_eq!(chosen_again(&given), [(1, vec![1, 4]), (2, vec![0, 2, 5])]);
}

#[test]
fn a_number_is_right_within_its_tolerance_and_on_its_edge() {
    let rate = asked(numeric(110_000, 10_000));
    for (text, finished, right) in [
        ("110", true, true),
        ("100", true, true),
        ("120", true, true),
        ("120.001", true, false),
        ("99.999", true, false),
        ("１１５回／分", true, true),
        ("115 per minute", true, true),
        ("-110", true, false),
        ("110くらい", false, false),
        ("", false, false),
        ("110.0001", false, false),
    ] {
        assert_eq!(is_finished(&rate, &typed(text)), finished, "{text}");
        assert_eq!(is_right(&rate, &typed(text)), right, "{text}");
    }
    let exact = asked(numeric(300, 0));
    assert!(is_right(&exact, &typed("0.3")) && is_right(&exact, &typed("．３００")));
    assert!(!is_right(&exact, &typed("0.301")));
}

#[test]
fn a_circle_is_round_in_the_picture_whatever_its_shape() {
    // Twice as wide as high: a radius of 10 % of the width is 20 % of the height.
    let regions = vec![circle(5_000, 5_000, 1_000)];
    let question = asked(hotspot(800, 400, regions));
    for (x, y, right) in [
        (5_000, 5_000, true),
        (6_000, 5_000, true),
        (6_001, 5_000, false),
        (5_000, 7_000, true),
        (5_000, 7_001, false),
        (5_707, 6_414, true),
        (5_708, 6_416, false),
    ] {
        let answer = Answer::Spot(Point { x, y });
        assert_eq!(is_right(&question, &answer), right, "{x}, {y}");
        assert!(is_finished(&question, &answer));
    }
}

#[test]
fn any_region_will_do_and_its_edges_belong_to_it() {
    let corner = Point { x: 6_000, y: 5_000 };
    let regions = vec![
        Region::Rect { corner, width: 1_200, height: 1_000 },
        // A dart: the notch between its tips is outside.
        polygon(&[(1_000, 1_000), (3_000, 2_000), (1_000, 3_000), (2_000, 2_000)]),
    ];
    let question = asked(hotspot(400, 800, regions));
    for (x, y, right) in [
        (6_000, 5_000, true),
        (7_200, 6_000, true),
        (7_201, 6_000, false),
        (5_999, 5_500, false),
        (2_500, 2_000, true),
        (3_000, 2_000, true),
        (2_000, 2_000, true),
        (1_999, 2_000, false),
        (1_000, 2_000, false),
        (1_500, 1_500, true),
        (1_000, 1_000, true),
        (2_000, 1_500, true),
        (2_000, 1_499, false),
        (0, 1_000, false),
    ] {
        assert_eq!(is_right(&question, &Answer::Spot(Point { x, y })), right, "{x}, {y}");
    }
}

#[test]
fn an_answer_of_another_kind_is_neither_finished_nor_right() {
    let questions = [
        asked(order(&["a", "b", "c"])),
        asked(pairs(&[("a", "b"), ("c", "d")])),
        asked(numeric(0, 0)),
        asked(hotspot(1, 1, vec![circle(0, 0, 1)])),
    ];
    let answers = [
        Answer::Order(vec![0, 1, 2]),
        Answer::Match(vec![Some(0), Some(1)]),
        typed("0"),
        Answer::Spot(Point::default()),
    ];
    for (n, question) in questions.iter().enumerate() {
        for (m, answer) in answers.iter().enumerate() {
            assert_eq!(is_right(question, answer), n == m, "{n} {m}");
            assert_eq!(is_finished(question, answer), n == m, "{n} {m}");
        }
    }
}

#[test]
fn an_unfinished_answer_is_missed() {
    let questions = vec![
        Question { id: question_id(0), ..asked(pairs(&[("a", "b"), ("c", "d")])) },
        Question { id: question_id(1), ..asked(numeric(5_000, 0)) },
    ];
    let asked: Vec<_> = questions.iter().map(|question| question.id.clone()).collect();
    let policy = course::outline().completion.test.unwrap();
    let half = [Answer::Match(vec![Some(0), None]), typed("5")];
    let answers = asked.iter().cloned().zip(half).collect();
    let graded = grade(&Pool { questions }, &policy, &asked, &answers);
    assert_eq!((graded.correct, graded.missed), (1, vec![question_id(0)]));
}

#[test]
fn each_mistake_in_a_question_of_these_kinds_is_named() {
    let id = || question_id(0);
    let long = ["a"; 9];
    for (kind, expected) in [
        (order(&["a", "b"]), vec![Problem::ItemCount(id(), 2)]),
        (order(&long), vec![Problem::ItemCount(id(), 9), Problem::ItemTwice(id())]),
        (pairs(&[("a", "b")]), vec![Problem::PairCount(id(), 1)]),
        (pairs(&[("a", "b"), ("a", "c")]), vec![Problem::PairTwice(id())]),
        (pairs(&[("a", "c"), ("b", "c")]), vec![Problem::PairTwice(id())]),
        (numeric(1, -1), vec![Problem::Tolerance(id())]),
        (hotspot(0, 9, vec![circle(0, 0, 1)]), vec![Problem::PictureWithoutSize(id())]),
        (hotspot(9, 9, vec![]), vec![Problem::NoRegion(id())]),
        (
            hotspot(9, 9, vec![circle(0, 0, 1), circle(0, 0, 0), circle(10_001, 0, 1)]),
            vec![Problem::RegionOutside(id(), 1), Problem::RegionOutside(id(), 2)],
        ),
        (
            hotspot(9, 9, vec![polygon(&[(0, 0), (1, 1), (2, 2)])]),
            vec![Problem::RegionOutside(id(), 0)],
        ),
        (
            hotspot(
                9,
                9,
                vec![Region::Rect { corner: Point { x: 9_000, y: 0 }, width: 1_001, height: 1 }],
            ),
            vec![Problem::RegionOutside(id(), 0)],
        ),
        (order(&["a", "b", "c"]), vec![]),
        (pairs(&[("a", "b"), ("b", "a")]), vec![]),
        (numeric(0, 0), vec![]),
        (hotspot(9, 9, vec![polygon(&[(0, 0), (10_000, 0), (0, 10_000)])]), vec![]),
    ] {
        let (mut course, mut pool) = (course(), pool());
        course.outline.chapters[0].duration = MediaMs(60_000);
        pool.questions[0] = asked(kind.clone());
        assert_eq!(check(&course, Some(&pool)), expected, "{kind:?}");
    }
}

#[test]
fn a_scene_lies_within_a_chapter_of_the_course() {
    let scene = |chapter, from, to| {
        let (mut course, mut pool) = (course(), pool());
        course.outline.chapters[0].duration = MediaMs(60_000);
        let (from, to) = (MediaMs(from), MediaMs(to));
        pool.questions[0].scene = Some(Passage { chapter: chapter_id(chapter), from, to });
        check(&course, Some(&pool))
    };
    assert_eq!(scene(2, 1_000, 10_000), []);
    assert_eq!(scene(9, 0, 1), [Problem::SceneUnknown(question_id(0), chapter_id(9))]);
    assert_eq!(scene(2, 1, 1), [Problem::SceneOutside(question_id(0))]);
    assert_eq!(scene(2, 0, 10_001), [Problem::SceneOutside(question_id(0))]);
}

#[test]
fn choices_beside_another_kind_of_answer_are_a_mistake() {
    let (mut course, mut pool) = (course(), pool());
    course.outline.chapters[0].duration = MediaMs(60_000);
    pool.questions[0] = Question { choices: texts(&["a", "b"]), ..asked(numeric(0, 0)) };
    assert_eq!(check(&course, Some(&pool)), [Problem::ChoicesOfNone(question_id(0))]);
}

#[test]
fn questions_json_keeps_the_form_it_had_and_has_one_for_each_new_kind() {
    let json = |question: &Question| serde_json::to_string(&question.kind).unwrap();
    let old = serde_json::to_string(&question(3)).unwrap();
    assert!(old.contains(r#""kind":{"single":{"right":1}}"#) && !old.contains("scene"), "{old}");
    let pair = r#"{"match":{"pairs":[{"left":{"ja":"a"},"right":{"ja":"b"}}]}}"#;
    assert_eq!(json(&asked(pairs(&[("a", "b")]))), pair);
    assert_eq!(json(&asked(order(&["a"]))), r#"{"order":{"items":[{"ja":"a"}]}}"#);
    let rate =
        r#"{"numeric":{"answer":110500,"tolerance":0,"unit":{"ja":"回/分","en":"per minute"}}}"#;
    assert_eq!(json(&asked(numeric(110_500, 0))), rate);
    let regions = vec![
        circle(1, 2, 3),
        Region::Rect { corner: Point { x: 1, y: 2 }, width: 3, height: 4 },
        polygon(&[(1, 2), (3, 4), (5, 6)]),
    ];
    let spot = asked(hotspot(8, 9, regions));
    let expected = concat!(
        r#"{"hotspot":{"picture":{"name":"0123456789abcdef.svg","width":8,"height":9,"alt":{"ja":"上半身"}},"#,
        r#""regions":[{"circle":{"middle":[1,2],"radius":3}},{"rect":{"corner":[1,2],"width":3,"height":4}},"#,
        r#"{"polygon":{"corners":[[1,2],[3,4],[5,6]]}}],"region":{"ja":"胸骨の下半分"}}}"#
    );
    assert_eq!(json(&spot), expected);
    assert_eq!(serde_json::from_str::<QuestionKind>(expected).unwrap(), spot.kind);
}

proptest! {
    #[test]
    fn an_order_is_never_shown_as_it_should_be(seed: u64, count in 3usize..=8, n in 0usize..12) {
        let names: Vec<String> = (0..count).map(|n| n.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let question = Question { id: question_id(n), ..asked(order(&names)) };
        let shown = choice_order(&question, seed);
        prop_assert!(is_finished(&question, &Answer::Order(shown.clone())));
        prop_assert!(!is_right(&question, &Answer::Order(shown)));
    }

    #[test]
    fn moving_items_one_at_a_time_reaches_every_order(wanted in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
        let mut given: Vec<usize> = (0..6).collect();
        for (to, item) in wanted.iter().enumerate() {
            let from = given.iter().position(|one| one == item).unwrap();
            given = reordered(&given, from, to);
            prop_assert_eq!(given.iter().collect::<BTreeSet<_>>().len(), 6, "nothing is lost");
        }
        prop_assert_eq!(given, wanted);
    }

    #[test]
    fn moving_from_or_to_nowhere_changes_nothing(from in 0usize..9, to in 0usize..9) {
        let order = [2, 0, 1];
        let moved = reordered(&order, from, to);
        prop_assert_eq!(moved == order, from > 2 || to > 2 || from == to);
    }

    #[test]
    fn choosing_for_one_left_never_changes_another(
        chosen in prop::collection::vec((0usize..5, prop::option::of(0usize..5)), 0..30),
    ) {
        let mut given = vec![None; 5];
        for (left, right) in chosen {
            let after = paired(&given, 5, left, right);
            given[left] = right;
            prop_assert_eq!(&after, &given);
        }
    }

    #[test]
    fn pairs_are_an_answer_when_all_are_chosen_and_none_twice(
        given in prop::collection::vec(prop::option::of(0usize..4), 4),
    ) {
        let question = asked(pairs(&[("a", "1"), ("b", "2"), ("c", "3"), ("d", "4")]));
        let is_answer = given.iter().all(Option::is_some) && chosen_again(&given).is_empty();
        prop_assert_eq!(is_finished(&question, &Answer::Match(given)), is_answer);
    }

    #[test]
    fn a_number_reads_as_it_shows(thousandths in -999_999_999_999i64..=999_999_999_999) {
        let number = decimal(thousandths);
        prop_assert_eq!(Decimal::read(&number.to_string(), "mg"), Ok(number));
        let wide: String = number.to_string().chars().map(|c| match c {
            '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap(),
            other => other,
        }).collect();
        prop_assert_eq!(Decimal::read(&format!("　{wide} mg"), "mg"), Ok(number));
    }

    #[test]
    fn no_text_makes_the_reader_of_numbers_panic(text in "\\PC{0,24}", unit in "\\PC{0,4}") {
        let _ = Decimal::read(&text, &unit);
    }

    #[test]
    fn a_number_is_as_far_from_another_as_that_from_it(a in -999_999_999_999i64..=999_999_999_999, b in -999_999_999_999i64..=999_999_999_999) {
        let (a, b) = (decimal(a), decimal(b));
        prop_assert_eq!(a.distance(b), b.distance(a));
        prop_assert!(a.distance(b) >= Decimal::default());
    }

    #[test]
    fn a_polygon_contains_the_same_places_wherever_it_begins_and_whichever_way_it_goes(
        corners in prop::collection::vec((0u16..=10_000, 0u16..=10_000), 3..8),
        turn in 0usize..8,
        point in (0u16..=10_000, 0u16..=10_000),
    ) {
        let contains = |corners: &[(u16, u16)]| polygon(corners).contains(point.into(), (640, 360));
        let mut other = corners.clone();
        other.rotate_left(turn % corners.len());
        prop_assert_eq!(contains(&corners), contains(&other));
        other.reverse();
        prop_assert_eq!(contains(&corners), contains(&other));
        for corner in &corners {
            prop_assert!(polygon(&corners).contains((*corner).into(), (640, 360)), "its corners belong to it");
        }
    }

    #[test]
    fn a_rectangle_is_the_polygon_of_its_corners(
        x in 0u16..5_000, y in 0u16..5_000, width in 1u16..5_000, height in 1u16..5_000,
        point in (0u16..=10_000, 0u16..=10_000),
    ) {
        let rect = Region::Rect { corner: Point { x, y }, width, height };
        let (right, lower) = (x + width, y + height);
        let same = polygon(&[(x, y), (right, y), (right, lower), (x, lower)]);
        prop_assert!(rect.is_sound() && same.is_sound());
        prop_assert_eq!(rect.contains(point.into(), (9, 16)), same.contains(point.into(), (9, 16)));
    }

    #[test]
    fn no_region_of_any_picture_overflows(
        x: u16, y: u16, a: u16, b: u16, radius: u16, width: u16, height: u16,
    ) {
        let point = Point { x, y };
        let _ = circle(a, b, radius).contains(point, (width, height));
        let _ = polygon(&[(a, b), (x, b), (b, a)]).contains(point, (width, height));
        let _ = Region::Rect { corner: Point { x: a, y: b }, width, height }.contains(point, (width, height));
        prop_assert!(point.moved(i32::from(a) - i32::from(b), i32::MAX).is_inside());
    }
}
