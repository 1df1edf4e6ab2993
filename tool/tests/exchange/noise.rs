//! No file makes a reader panic: noise in the places where each form has words, and damage to files that are sound.

use std::fs;

use proptest::prelude::*;
use tool::exchange::{self, Format, Remarks};

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

fn moodle(kind: &str, words: &[String], numbers: &[String]) -> String {
    let [w0, w1, w2, ..] = words else { panic!("three words") };
    let [n0, n1, ..] = numbers else { panic!("two numbers") };
    format!(
        "<quiz><question type=\"category\"><category><text>{w1}</text></category></question>\
         <question type=\"{kind}\"><name><text>{w0}</text></name>\
         <questiontext format=\"html\"><text>{w2}</text></questiontext>\
         <answer fraction=\"{n0}\"><text>{w0}</text><feedback><text>{w1}</text></feedback></answer>\
         <answer fraction=\"100\"><text>{n1}</text><tolerance>{n0}</tolerance></answer>\
         <subquestion><text>{w1}</text><answer><text>{w2}</text></answer></subquestion>\
         <units><unit><unit_name>{w2}</unit_name></unit></units></question></quiz>"
    )
}

fn qti(kind: &str, base: &str, words: &[String], numbers: &[String]) -> String {
    let [w0, w1, w2, ..] = words else { panic!("three words") };
    let [n0, n1, n2, n3] = numbers else { panic!("four numbers") };
    format!(
        "<assessmentItem identifier=\"{w0}\"><responseDeclaration identifier=\"R\" cardinality=\"single\" baseType=\"{base}\">\
         <correctResponse><value>A</value><value>A B</value><value>{n0}</value></correctResponse>\
         <mapping><mapEntry mapKey=\"A\" mappedValue=\"{n1}\"/></mapping>\
         <areaMapping><areaMapEntry shape=\"circle\" coords=\"{n0},{n1},{n2}\" mappedValue=\"1\"/></areaMapping></responseDeclaration>\
         <itemBody><p>{w1}</p><{kind} responseIdentifier=\"R\"><prompt>{w2}</prompt>\
         <object data=\"{w0}\" width=\"{n3}\" height=\"100\">{w1}</object>\
         <simpleChoice identifier=\"A\">{w0}</simpleChoice><simpleChoice identifier=\"B\">{w1}</simpleChoice>\
         <simpleMatchSet><simpleAssociableChoice identifier=\"A\">{w0}</simpleAssociableChoice></simpleMatchSet>\
         <simpleMatchSet><simpleAssociableChoice identifier=\"B\">{w2}</simpleAssociableChoice></simpleMatchSet>\
         <hotspotChoice identifier=\"A\" shape=\"poly\" coords=\"{n0},{n1},{n2},{n3},5,5\"/></{kind}></itemBody>\
         <responseProcessing><equal toleranceMode=\"relative\" tolerance=\"{n2}\"/></responseProcessing>\
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
        kind in prop::sample::select(vec![
            "choiceInteraction", "orderInteraction", "matchInteraction", "textEntryInteraction",
            "hotspotInteraction", "selectPointInteraction",
        ]),
        base in prop::sample::select(vec!["identifier", "float", "integer", "directedPair", "point"]),
        words in words(),
        numbers in numbers(),
    ) {
        read(Format::Qti, qti(kind, base, &words, &numbers).as_bytes());
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

const SAMPLES: [(Format, &str); 6] = [
    (Format::Gift, "hand.gift"),
    (Format::Gift, "moodle-export.gift"),
    (Format::MoodleXml, "hand-moodle.xml"),
    (Format::MoodleXml, "moodle-export.xml"),
    (Format::Qti, "hand-qti.xml"),
    (Format::Qti, "tao-choice.xml"),
];

/// The frames are sound: with plain words in them, questions come out, so that the noise meets the readers and not only
/// the parser of XML.
#[test]
fn the_frames_reach_the_readers() {
    let words: Vec<String> = ["ア", "イ", "ウ"].map(String::from).into();
    let numbers: Vec<String> = ["10", "20", "30", "200"].map(String::from).into();
    for kind in ["multichoice", "matching", "ordering", "numerical", "truefalse"] {
        assert!(read(Format::MoodleXml, moodle(kind, &words, &numbers).as_bytes()), "{kind}");
    }
    let count = |text: String| {
        exchange::read(Format::Qti, text.as_bytes(), &mut Remarks::default()).unwrap().len()
    };
    for (kind, base) in [
        ("choiceInteraction", "identifier"),
        ("selectPointInteraction", "point"),
        ("hotspotInteraction", "identifier"),
    ] {
        assert_eq!(count(qti(kind, base, &words, &numbers)), 1, "{kind}");
    }
}

#[test]
fn deep_nesting_is_borne() {
    let deep = format!("{}深{}", "<div>".repeat(20_000), "</div>".repeat(20_000));
    let item = qti(
        "choiceInteraction",
        "identifier",
        &["ア", "イ", "ウ"].map(String::from),
        &["1", "2", "3", "4"].map(String::from),
    );
    let item = item.replace("<p>イ</p>", &deep);
    let mut remarks = Remarks::default();
    let read = exchange::read(Format::Qti, item.as_bytes(), &mut remarks);
    assert!(read.is_ok() || remarks.sorted().is_empty(), "told, or refused as no XML");
}
