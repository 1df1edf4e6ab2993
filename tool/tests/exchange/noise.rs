//! No file makes a reader panic: noise in the places where each form has words, and damage to files that are sound.

use std::fs;

use proptest::prelude::*;
use tool::exchange::{self, Format, Loss, Remarks};

use super::sample;

fn read(format: Format, bytes: &[u8]) -> bool {
    exchange::read(format, bytes, &mut Remarks::default()).is_ok()
}

/// Words that are well-formed wherever XML has them, with all that means something to a reader.
fn xml_noise() -> impl Strategy<Value = String> {
    prop::string::string_regex("([ -%'-;=?-~あ\n]|&lt;|&amp;|&#10;){0,40}").unwrap()
}

/// A number, or something else where a number should be.
fn odd_number() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("1e999".to_string()),
        Just("-0".to_string()),
        Just("nan".to_string()),
        Just("99999999999999999999".to_string()),
        Just("１，０００".to_string()),
        Just(String::new()),
        any::<f64>().prop_map(|number| number.to_string()),
        any::<i64>().prop_map(|number| number.to_string()),
        xml_noise(),
    ]
}

/// A question of this kind with words and numbers in all its places.
fn moodle(kind: &str, words: &[String], numbers: &[String]) -> String {
    let [w0, w1, w2, ..] = words else { panic!("three words") };
    let [n0, n1, n2, ..] = numbers else { panic!("three numbers") };
    let answer = |part: &str, text: &str| {
        format!(
            "<answer fraction=\"{part}\"><text>{text}</text><tolerance>{n0}</tolerance><feedback><text>{w1}</text></feedback></answer>"
        )
    };
    let body = match kind {
        "truefalse" => answer("100", "true") + &answer(n0, w0),
        "multichoice" => answer(n0, w0) + &answer("100", w1),
        "ordering" => answer("1", w0) + &answer("1", w1),
        "matching" => format!(
            "<subquestion><text>{w1}</text><answer><text>{w2}</text></answer></subquestion>"
        ),
        _ => format!(
            "{}<units><unit><multiplier>{n2}</multiplier><unit_name>{w2}</unit_name></unit></units>",
            answer("100", n1)
        ),
    };
    format!(
        "<quiz><question type=\"category\"><category><text>{w1}</text></category></question>\
         <question type=\"{kind}\"><name><text>{w0}</text></name>\
         <questiontext format=\"html\"><text>{w2}</text></questiontext>{body}</question></quiz>"
    )
}

/// Kinds of interaction, each with a response that fits it.
const FITTING: [(&str, &str, &str); 6] = [
    ("choiceInteraction", "single\" baseType=\"identifier", "<value>A</value>"),
    ("orderInteraction", "ordered\" baseType=\"identifier", "<value>B</value><value>A</value>"),
    ("matchInteraction", "multiple\" baseType=\"directedPair", "<value>A X</value>"),
    ("textEntryInteraction", "single\" baseType=\"float", "<value>N</value>"),
    ("hotspotInteraction", "single\" baseType=\"identifier", "<value>A</value>"),
    ("selectPointInteraction", "single\" baseType=\"point", ""),
];

/// An item of this kind with words and numbers in all its places; with an odd response, if one is given.
fn qti(fitting: usize, odd: Option<(&str, &str)>, words: &[String], numbers: &[String]) -> String {
    let [w0, w1, w2, ..] = words else { panic!("three words") };
    let [n0, n1, n2, n3] = numbers else { panic!("four numbers") };
    let (kind, cardinality, right) = FITTING[fitting];
    let (cardinality, right) = odd.unwrap_or((cardinality, right));
    let right = right.replace('N', n0);
    let choice = |element: &str, id: &str, word: &str| {
        format!("<{element} identifier=\"{id}\">{word}</{element}>")
    };
    let set = |id: &str, word: &str| {
        format!("<simpleMatchSet>{}</simpleMatchSet>", choice("simpleAssociableChoice", id, word))
    };
    let object = format!("<object data=\"{w0}\" width=\"{n3}\" height=\"100\">{w1}</object>");
    let inside = match kind {
        "choiceInteraction" | "orderInteraction" => {
            choice("simpleChoice", "A", w0) + &choice("simpleChoice", "B", w1)
        }
        "matchInteraction" => set("A", w0) + &set("X", w2),
        "hotspotInteraction" => format!(
            "{object}<hotspotChoice identifier=\"A\" shape=\"poly\" coords=\"{n0},{n1},{n2},{n3},5,5\"/>"
        ),
        _ => object,
    };
    format!(
        "<assessmentItem identifier=\"{w0}\"><responseDeclaration identifier=\"R\" cardinality=\"{cardinality}\">\
         <correctResponse>{right}</correctResponse>\
         <mapping><mapEntry mapKey=\"A\" mappedValue=\"{n1}\"/></mapping>\
         <areaMapping><areaMapEntry shape=\"circle\" coords=\"{n0},{n1},{n2}\" mappedValue=\"1\"/></areaMapping></responseDeclaration>\
         <itemBody><p>{w1}</p><{kind} responseIdentifier=\"R\"><prompt>{w2}</prompt>{inside}</{kind}></itemBody>\
         <responseProcessing><equal toleranceMode=\"relative\" tolerance=\"{n2}\"><variable identifier=\"R\"/><correct identifier=\"R\"/></equal></responseProcessing>\
         <modalFeedback outcomeIdentifier=\"{w1}\" identifier=\"A\">{w2}</modalFeedback></assessmentItem>"
    )
}

fn words() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(xml_noise(), 3)
}

fn numbers() -> impl Strategy<Value = Vec<String>> {
    prop::collection::vec(odd_number(), 4)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn gift_takes_any_text(text in "[ -~あ\n{}=#:~%>-]{0,200}") {
        read(Format::Gift, text.as_bytes());
    }

    #[test]
    fn moodle_xml_takes_any_words(
        kind in prop::sample::select(vec!["truefalse", "multichoice", "matching", "ordering", "numerical", "essay"]),
        words in words(),
        numbers in numbers(),
    ) {
        read(Format::MoodleXml, moodle(kind, &words, &numbers).as_bytes());
    }

    #[test]
    fn qti_takes_any_words(
        fitting in 0..FITTING.len(),
        odd in prop::option::of(prop::sample::select(ODD.to_vec())),
        words in words(),
        numbers in numbers(),
    ) {
        read(Format::Qti, qti(fitting, odd, &words, &numbers).as_bytes());
    }

    #[test]
    fn a_table_takes_any_cells(
        kind in prop::sample::select(vec!["true-false", "single", "multiple", "order", "match", "numeric", "hotspot"]),
        cells in prop::collection::vec("[ -~あ\n]{0,20}|[0-9;. ]{0,8}|circle [0-9. ]{0,12}", 10),
    ) {
        let cells: Vec<String> = cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let head = "kind,text,right,answer,tolerance,regions,image,choice1,choice2,with1,teaches_chapter";
        read(Format::Csv, format!("{head}\n{kind},{}\n", cells.join(",")).as_bytes());
    }

    #[test]
    fn damage_is_borne(
        name in prop::sample::select(SAMPLES.to_vec()),
        hurts in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..4),
    ) {
        let mut bytes = fs::read(sample(name.1)).unwrap();
        for (at, byte) in hurts {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        read(name.0, &bytes);
    }
}

/// Responses that fit hardly any kind.
const ODD: [(&str, &str); 5] = [
    ("single\" baseType=\"integer", "<value>A</value><value>N</value>"),
    ("multiple\" baseType=\"identifier", "<value>A</value><value>A B</value><value>N</value>"),
    ("multiple\" baseType=\"float", "<value>N</value><value>N</value>"),
    ("record", ""),
    ("", "<value/><value>A</value>"),
];

const SAMPLES: [(Format, &str); 6] = [
    (Format::Gift, "hand.gift"),
    (Format::Gift, "moodle-export.gift"),
    (Format::MoodleXml, "hand-moodle.xml"),
    (Format::MoodleXml, "moodle-export.xml"),
    (Format::Qti, "hand-qti.xml"),
    (Format::Qti, "tao-choice.xml"),
];

/// The frames are sound: with plain words in them, each gives its question, so that the noise meets the readers and not
/// only the parser of XML.
#[test]
fn the_frames_reach_the_readers() {
    let words: Vec<String> = ["ア", "イ", "ウ"].map(String::from).into();
    let numbers: Vec<String> = ["0", "20", "30", "200"].map(String::from).into();
    let count = |format: Format, text: String| {
        exchange::read(format, text.as_bytes(), &mut Remarks::default()).unwrap().len()
    };
    for kind in ["multichoice", "matching", "ordering", "numerical", "truefalse"] {
        assert_eq!(count(Format::MoodleXml, moodle(kind, &words, &numbers)), 1, "{kind}");
    }
    for (fitting, (kind, ..)) in FITTING.iter().enumerate() {
        assert_eq!(count(Format::Qti, qti(fitting, None, &words, &numbers)), 1, "{kind}");
    }
}

#[test]
fn deep_nesting_is_borne_and_told() {
    let words = ["ア", "イ", "ウ"].map(String::from);
    let item = qti(0, None, &words, &["1", "2", "3", "4"].map(String::from));
    for depth in [20, 200, 20_000] {
        let deep = format!("{}深{}", "<div>".repeat(depth), "</div>".repeat(depth));
        let item = item.replace("<p>イ</p>", &deep);
        let mut remarks = Remarks::default();
        let read = exchange::read(Format::Qti, item.as_bytes(), &mut remarks);
        assert_eq!(read.unwrap()[0].text.ja, if depth == 20 { "深\nウ" } else { "ウ" });
        let is_told =
            remarks.sorted().iter().any(|remark| remark.loss == Loss::Dropped("div".into()));
        assert_eq!(is_told, depth > 20, "{depth}");
    }
}
