//! Files in the shapes that Moodle and TAO export, which people do not write by hand.

use tool::exchange::{self, Answer, Draft, Format, Loss, NotUnderstood, Reason, Remarks};
use tool::language::Language;

use super::{choice, ja, numeric, read};

fn assert_told(told: &[String], wanted: &[&str]) {
    for line in wanted {
        assert!(told.iter().any(|said| said == line), "{line} is missing from {told:#?}");
    }
}

fn assert_no_tags(drafts: &[Draft]) {
    for draft in drafts {
        let shown = format!("{draft:?}");
        assert!(!shown.contains("</"), "tags are left: {shown}");
    }
}

#[test]
fn gift_as_moodle_exports_it_has_html_in_every_text() {
    let (drafts, told) = read(Format::Gift, "moodle-export.gift");
    let [depth, quality, recoil, pairs, dose, table] = &drafts[..] else { panic!("{drafts:#?}") };
    assert_no_tags(&drafts);
    assert!(drafts.iter().all(|draft| draft.topic == "胸骨圧迫"));
    assert_eq!(depth.text.ja, "成人の胸骨圧迫の深さは？\n（一つ選ぶ）");
    let depths = ["約5cm: 6cmを超えない", "約3cm", "6cm < 深さ", "深さ < 3cm"];
    assert_eq!(depth.answer, choice(&depths, &[0], false));
    assert_eq!(depth.why.ja, "深さとテンポの両方が要ります。");
    assert_eq!(quality.answer, choice(&["強く", "速く", "浅く"], &[0, 1], true));
    assert_eq!(
        (&recoil.answer, recoil.why.ja.as_str()),
        (&Answer::TrueFalse(true), "血液が心臓に戻ります。")
    );
    assert_eq!(
        pairs.answer,
        Answer::Match(vec![(ja("テンポ"), ja("100:120")), (ja("深さ"), ja("約5cm"))])
    );
    assert_eq!((&dose.answer, dose.why.ja.as_str()), (&numeric("0.082", "0", ""), "はい"));
    assert_eq!(table.text.ja, "表を見て答える");
    assert_eq!(table.answer, choice(&["一", "二"], &[0], false));
    assert_told(
        &told,
        &[
            "2 of the category only the last part is the topic, not `教材 9/10月/`",
            "6 feedback on single answers (`feedback`): no place here",
            "6 no part of a point is given: right is all of it",
            "6 the mark-up (b) was taken off",
            "6 the mark-up (em) was taken off",
            "24 feedback on single answers (`feedback`): no place here",
            "28 the answer `30cm` without a partner has no place here",
            "36 the number 0.0821 became 0.082: there are three decimals at most",
            "36 the number 0.0001 became 0: there are three decimals at most",
            "36 of several right numbers the first is kept",
            "43 the mark-up (strong) was taken off",
        ],
    );
}

#[test]
fn moodle_xml_as_moodle_exports_it() {
    let (drafts, told) = read(Format::MoodleXml, "moodle-export.xml");
    let [pads, energy] = &drafts[..] else { panic!("{drafts:#?}") };
    assert_no_tags(&drafts);
    assert_eq!((pads.topic.as_str(), pads.why.ja.as_str()), ("除細動", "心臓をはさみます。"));
    assert_eq!(pads.text.ja, "パッドは\nどこに貼る？\n成人 右上と左下");
    assert_eq!(pads.answer, choice(&["胸の右上と左下", "おなかと背中"], &[0], false));
    assert_eq!(
        (energy.text.ja.as_str(), &energy.answer),
        ("最初のエネルギーは？", &numeric("150", "0", "J"))
    );
    assert_told(
        &told,
        &[
            "4 of the category only the last part is the topic, not `既定/`",
            "8 `info`: no place here",
            "15 feedback on single answers (`feedback`): no place here",
            "49 hints (`hint`): no place here",
            "52 tags (`tags`): no place here",
            "68 the number 150.00049 became 150: there are three decimals at most",
            "68 the number 0.0001 became 0: there are three decimals at most",
            "77 feedback on single answers (`feedback`): no place here",
            "89 other units (`unit`): no place here",
        ],
    );
    assert!(
        !told.iter().any(|said| said.contains("several right")),
        "`*` is for what is wrong: {told:#?}"
    );
}

#[test]
fn an_item_of_tao_gives_its_reason_by_its_rules() {
    let (drafts, told) = read(Format::Qti, "tao-choice.xml");
    let [draft] = &drafts[..] else { panic!("{drafts:#?}") };
    assert_eq!(draft.text.ja, "電気ショックの適応は？\nすべて選ぶ");
    assert_eq!(draft.answer, choice(&["心室細動", "心静止", "無脈性心室頻拍"], &[0, 2], true));
    assert_eq!(draft.why.ja, "どちらも脈がなく、ショックで止まります。");
    assert_eq!(
        told,
        [
            "20 notes for markers (`rubricBlock`): no place here",
            "22 no part of a point is given: right is all of it",
            "22 choices are shown in a new order each time; there is no fixed order",
            "50 feedback on single answers (`modalFeedback`): no place here",
        ]
    );
}

/// An item of QTI 2.1 with this in its parts.
fn item(response: &str, body: &str, rest: &str) -> (Vec<Draft>, Vec<Loss>) {
    let text = format!(
        "<assessmentItem xmlns=\"http://www.imsglobal.org/xsd/imsqti_v2p1\" identifier=\"a\">\
         <responseDeclaration identifier=\"R\" {response}</responseDeclaration><itemBody><p>問</p>{body}</itemBody>{rest}</assessmentItem>"
    );
    let mut remarks = Remarks::default();
    let drafts = exchange::read(Format::Qti, text.as_bytes(), &mut remarks).unwrap();
    let not_reason = |loss: &Loss| !matches!(loss, Loss::NoReason | Loss::NoWords);
    (drafts, remarks.sorted().into_iter().map(|remark| remark.loss).filter(not_reason).collect())
}

const CHOICE: &str = "<choiceInteraction responseIdentifier=\"R\" shuffle=\"true\"><simpleChoice identifier=\"A\">一</simpleChoice>\
    <simpleChoice identifier=\"B\">二</simpleChoice><simpleChoice identifier=\"C\">三</simpleChoice></choiceInteraction>";
const B_IS_RIGHT: &str = "cardinality=\"single\" baseType=\"identifier\"><correctResponse><value>B</value></correctResponse>";

const ANSWER: &str = "<variable identifier=\"R\"/>";
const RIGHT: &str = "<correct identifier=\"R\"/>";

/// The answer as a number, compared in this way with that.
fn compared(how: &str, with: &str) -> String {
    format!("<equal {how}>{ANSWER}{with}</equal>")
}

fn matched(with: &str) -> String {
    format!("<match>{ANSWER}{with}</match>")
}

fn scored(points: &str) -> String {
    format!(
        "<setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">{points}</baseValue></setOutcomeValue>"
    )
}

/// A condition with these branches: name, what it asks, what it does.
fn rules(branches: &[(&str, &str, &str)]) -> String {
    let branch =
        |(name, asked, done): &(&str, &str, &str)| format!("<{name}>{asked}{done}</{name}>");
    let branches: String = branches.iter().map(branch).collect();
    format!(
        "<responseProcessing><responseCondition>{branches}</responseCondition></responseProcessing>"
    )
}

fn left_out(kind: &str) -> Loss {
    Loss::LeftOut(kind.into())
}

#[test]
fn the_reason_is_that_of_the_right_answer_or_none() {
    let feedback = |outcome: &str, id: &str, show: &str, words: &str| {
        format!(
            "<modalFeedback outcomeIdentifier=\"{outcome}\" identifier=\"{id}\" showHide=\"{show}\">{words}</modalFeedback>"
        )
    };
    let by_answer = "<responseProcessing><setOutcomeValue identifier=\"F\"><variable identifier=\"R\"/></setOutcomeValue></responseProcessing>";
    let wrong_first =
        feedback("F", "A", "show", "違います") + &feedback("F", "B", "show", "なぜなら");
    let otherwise = "<responseProcessing><responseCondition><responseIf><match><variable identifier=\"R\"/><correct identifier=\"R\"/></match>\
        <setOutcomeValue identifier=\"SCORE\"><baseValue baseType=\"float\">1</baseValue></setOutcomeValue></responseIf>\
        <responseElse><setOutcomeValue identifier=\"F\"><baseValue baseType=\"identifier\">no</baseValue></setOutcomeValue></responseElse>\
        </responseCondition></responseProcessing>";
    for (rest, why) in [
        (format!("{by_answer}{wrong_first}"), "なぜなら"),
        (wrong_first.clone(), "なぜなら"),
        (feedback("F", "A", "show", "違います"), ""),
        (format!("{otherwise}{}", feedback("F", "no", "show", "違います")), ""),
        (format!("{otherwise}{}", feedback("F", "no", "hide", "正解です")), ""),
        (feedback("F", "none", "hide", "なぜなら"), "なぜなら"),
    ] {
        let (drafts, told) = item(B_IS_RIGHT, CHOICE, &rest);
        assert_eq!(drafts[0].why.ja, why, "{rest}");
        let dropped = told.contains(&Loss::Dropped("modalFeedback".into()));
        assert_eq!(dropped, rest.contains("違います") || rest.contains("正解です"), "{rest}");
    }
}

#[test]
fn the_best_answer_of_one_is_the_right_one() {
    let mapped = "cardinality=\"single\" baseType=\"identifier\"><mapping><mapEntry mapKey=\"A\" mappedValue=\"0.5\"/><mapEntry mapKey=\"B\" mappedValue=\"1\"/></mapping>";
    let template = "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response\"/>";
    let (drafts, told) = item(mapped, CHOICE, template);
    assert_eq!(drafts[0].answer, choice(&["一", "二", "三"], &[1], false));
    assert_eq!(told, [Loss::PartialCredit]);
}

#[test]
fn several_marks_and_other_tolerances_are_left_out() {
    let picture = "<object type=\"image/png\" data=\"a.png\" width=\"100\" height=\"100\"/>";
    let spots = format!(
        "<hotspotInteraction responseIdentifier=\"R\" maxChoices=\"0\">{picture}\
         <hotspotChoice identifier=\"A\" shape=\"circle\" coords=\"10,10,5\"/><hotspotChoice identifier=\"B\" shape=\"circle\" coords=\"50,50,5\"/></hotspotInteraction>"
    );
    let both = "<correctResponse><value>A</value><value>B</value></correctResponse>";
    let (drafts, told) =
        item(&format!("cardinality=\"multiple\" baseType=\"identifier\">{both}"), &spots, "");
    assert!(drafts.is_empty());
    assert_eq!(told, [left_out("hotspotInteraction (cardinality=multiple)")]);

    let number = "cardinality=\"single\" baseType=\"float\"><correctResponse><value>50</value></correctResponse>";
    let gap = "<p><textEntryInteraction responseIdentifier=\"R\"/></p>";
    let equal =
        |how: &str| format!("<responseProcessing>{}</responseProcessing>", compared(how, RIGHT));
    for (rest, found) in [
        (equal("toleranceMode=\"absolute\" tolerance=\"5 5\""), Some("5")),
        (equal("toleranceMode=\"relative\" tolerance=\"10\""), Some("5")),
        (equal("toleranceMode=\"exact\""), Some("0")),
        (String::new(), Some("0")),
        (equal("toleranceMode=\"absolute\" tolerance=\"5 2\""), None),
        (equal("toleranceMode=\"absolute\" tolerance=\"5\" includeUpperBound=\"false\""), None),
        ("<responseProcessing><and><gte/><lte/></and></responseProcessing>".into(), None),
        (equal("").replace(RIGHT, "<baseValue baseType=\"float\">60</baseValue>"), None),
    ] {
        let (drafts, told) = item(number, gap, &rest);
        match found {
            Some(found) => assert_eq!(drafts[0].answer, numeric("50", found, ""), "{rest}"),
            None => assert_eq!(told, [left_out("textEntryInteraction (tolerance)")], "{rest}"),
        }
    }
}

#[test]
fn partial_credit_is_told_of_pairs_too() {
    let pairs = "cardinality=\"multiple\" baseType=\"directedPair\"><correctResponse><value>A X</value><value>B Y</value></correctResponse>\
        <mapping><mapEntry mapKey=\"A X\" mappedValue=\"1\"/><mapEntry mapKey=\"B Y\" mappedValue=\"1\"/></mapping>";
    let set = |ids: [&str; 2]| {
        let one = |id| {
            format!(
                "<simpleAssociableChoice identifier=\"{id}\" matchMax=\"1\">{id}</simpleAssociableChoice>"
            )
        };
        format!("<simpleMatchSet>{}</simpleMatchSet>", ids.map(one).concat())
    };
    let body = format!(
        "<matchInteraction responseIdentifier=\"R\">{}{}</matchInteraction>",
        set(["A", "B"]),
        set(["X", "Y"])
    );
    let template = "<responseProcessing template=\"http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response.xml\"/>";
    let (drafts, told) = item(pairs, &body, template);
    assert_eq!(drafts[0].answer, Answer::Match(vec![(ja("A"), ja("X")), (ja("B"), ja("Y"))]));
    assert_eq!(told, [Loss::PartialCredit]);
}

#[test]
fn what_comes_along_in_a_package_or_asks_nothing_right_stops_no_other() {
    let mut remarks = Remarks::default();
    let manifest = "<manifest xmlns=\"http://www.imsglobal.org/xsd/imscp_v1p1\"/>";
    assert_eq!(exchange::read(Format::Qti, manifest.as_bytes(), &mut remarks), Ok(vec![]));
    let told = remarks.sorted();
    assert_eq!(told[0].loss.sentence(Language::En), "no file of questions (manifest): passed over");
    let (drafts, told) = item("cardinality=\"single\" baseType=\"identifier\">", CHOICE, "");
    assert!(drafts.is_empty());
    assert_eq!(told, [left_out("choiceInteraction (correctResponse)")]);
}

#[test]
fn answers_that_are_pictures_are_left_out() {
    let body = CHOICE.replace("二", "<img src=\"flag.png\" alt=\"\"/>");
    let (drafts, told) = item(B_IS_RIGHT, &body, "");
    assert!(drafts.is_empty());
    assert_eq!(told, [Loss::NoText, Loss::Picture("flag.png".into())]);
}

#[test]
fn names_with_a_prefix_are_the_same_names() {
    let text = std::fs::read_to_string(super::sample("tao-choice.xml")).unwrap();
    let prefixed = text
        .replace("xmlns=", "xmlns:qti=")
        .replace("</", "\u{1}")
        .replace('<', "<qti:")
        .replace('\u{1}', "</qti:")
        .replace("<qti:?", "<?")
        .replace("<qti:!", "<!");
    let path = std::path::Path::new("item.xml");
    assert_eq!(Format::of(path, &prefixed), Some(Format::Qti));
    let (plain, _) = read(Format::Qti, "tao-choice.xml");
    let found = exchange::read(Format::Qti, prefixed.as_bytes(), &mut Remarks::default());
    assert_eq!(found, Ok(plain));
}

/// Questions, and what they lost at which line.
type Told = (Vec<Draft>, Vec<(u32, Loss)>);

/// Moodle's questions of this kind, one a file, with the losses that are no missing reason.
fn moodle(kind: &str, body: &str) -> Result<Told, Vec<NotUnderstood>> {
    let text = format!(
        "<quiz>\n<question type=\"{kind}\"><questiontext><text>問</text></questiontext>\n{body}\n</question></quiz>"
    );
    let mut remarks = Remarks::default();
    let drafts = exchange::read(Format::MoodleXml, text.as_bytes(), &mut remarks)?;
    let told = remarks.sorted().into_iter().map(|remark| (remark.line, remark.loss));
    Ok((drafts, told.filter(|(_, loss)| *loss != Loss::NoReason).collect()))
}

#[test]
fn a_statement_of_moodle_is_true_or_false_and_nothing_is_guessed() {
    let answers = |first: (&str, u8), second: (&str, u8)| {
        let one = |(word, part): (&str, u8)| {
            format!("<answer fraction=\"{part}\"><text>{word}</text></answer>\n")
        };
        format!("{}{}", one(first), one(second))
    };
    for (right, is_true) in [
        ("true", true),
        ("TRUE", true),
        ("&lt;p&gt;true&lt;/p&gt;", true),
        ("<![CDATA[<p> false </p>]]>", false),
    ] {
        let (drafts, told) = moodle("truefalse", &answers((right, 100), ("no", 0))).unwrap();
        assert_eq!((&drafts[0].answer, told), (&Answer::TrueFalse(is_true), vec![]), "{right}");
    }
    let wrong = |body: String| moodle("truefalse", &body).unwrap_err();
    let at = |line: u32, found: &str| {
        vec![NotUnderstood { line, reason: Reason::TrueFalse(found.into()) }]
    };
    assert_eq!(wrong(answers(("誤り", 0), ("正しい", 100))), at(4, "正しい"));
    assert_eq!(wrong(answers(("true", 100), ("false", 100))), at(3, "true / false"));
}

#[test]
fn a_number_of_moodle_has_the_unit_that_it_is_counted_in() {
    let unit = |multiplier: &str, name: &str| {
        format!("<unit>{multiplier}<unit_name>{name}</unit_name></unit>\n")
    };
    let times =
        |factor: &str, name: &str| unit(&format!("<multiplier>{factor}</multiplier>"), name);
    let ask = |units: &str| {
        let number = "<answer fraction=\"100\"><text>500</text><tolerance>0</tolerance></answer>";
        moodle("numerical", &format!("{number}\n<units>\n{units}</units>")).unwrap()
    };
    let dropped = |line: u32| (line, Loss::Dropped("unit".into()));
    for (units, name, told) in [
        (times("0.001", "L") + &times("1", "mL"), "mL", vec![dropped(5)]),
        (times("1.0000000", "mL") + &times("0.001", "L"), "mL", vec![dropped(6)]),
        (unit("", "mL"), "mL", vec![]),
        (times("0.001", "L") + &times("1000", "μL"), "", vec![dropped(5), dropped(6)]),
        (times("one", "mL"), "", vec![dropped(5)]),
    ] {
        let (drafts, found) = ask(&units);
        assert_eq!(drafts[0].answer, numeric("500", "0", name), "{units}");
        assert_eq!(found, told, "{units}");
    }
}

#[test]
fn a_tolerance_that_gives_a_part_of_the_point_is_no_tolerance() {
    let number = "cardinality=\"single\" baseType=\"float\"><correctResponse><value>50</value></correctResponse>";
    let gap = "<p><textEntryInteraction responseIdentifier=\"R\"/></p>";
    let (one, half) = (scored("1"), scored("0.5"));
    let near = compared("toleranceMode=\"absolute\" tolerance=\"5 5\"", RIGHT);
    for exact in [compared("", RIGHT), matched(RIGHT)] {
        let inner = rules(&[("responseIf", &exact, &one), ("responseElse", "", &half)]);
        let inner = inner.replace("responseProcessing>", "responseCondition>");
        let (drafts, told) = item(number, gap, &rules(&[("responseIf", &near, &inner)]));
        assert!(drafts.is_empty(), "{exact}");
        assert_eq!(told, [left_out("textEntryInteraction (tolerance)")], "{exact}");
    }
    // The same way twice, such as for what is shown then, is one way.
    let twice = rules(&[("responseIf", &near, &one), ("responseElseIf", &near, "")]);
    let (drafts, told) = item(number, gap, &twice);
    assert_eq!((&drafts[0].answer, told), (&numeric("50", "5", ""), vec![]));
    // Points that are looked at again for what is shown.
    let full = "<equal><variable identifier=\"SCORE\"/><variable identifier=\"MAXSCORE\"/></equal>";
    let again = rules(&[("responseIf", &near, &one), ("responseIf", full, "")]);
    let (drafts, told) = item(number, gap, &again);
    assert_eq!((&drafts[0].answer, told), (&numeric("50", "5", ""), vec![]));
    // Half a point for one certain other number.
    let other = matched("<baseValue baseType=\"float\">60</baseValue>");
    let (drafts, told) = item(
        number,
        gap,
        &rules(&[("responseIf", &near, &one), ("responseElseIf", &other, &half)]),
    );
    assert_eq!((&drafts[0].answer, told), (&numeric("50", "5", ""), vec![Loss::Scoring]));
}

#[test]
fn points_for_other_answers_are_told() {
    let value = |id: &str| format!("<baseValue baseType=\"identifier\">{id}</baseValue>");
    let (one, half, none) = (scored("1"), scored("0.5"), scored("0"));
    let (right, other, same) = (matched(RIGHT), matched(&value("A")), matched(&value("B")));
    let wrong = format!("<not>{right}</not>");
    let empty = format!("<isNull>{ANSWER}</isNull>");
    let given = format!("<and><not>{empty}</not>{right}</and>");
    let inner = rules(&[("responseIf", &right, &one), ("responseElse", "", &none)]);
    let inner = inner.replace("responseProcessing>", "responseCondition>");
    for (rest, is_told) in [
        (rules(&[("responseIf", &right, &one), ("responseElse", "", &none)]), false),
        (rules(&[("responseIf", &wrong, &none), ("responseElse", "", &one)]), false),
        (rules(&[("responseIf", &empty, &none), ("responseElse", "", &inner)]), false),
        (rules(&[("responseIf", &same, &one)]), false),
        (rules(&[("responseIf", &given, &one)]), false),
        (rules(&[("responseIf", &right, &one), ("responseElseIf", &other, &half)]), true),
        (rules(&[("responseIf", &right, &one), ("responseElse", "", &half)]), true),
        (rules(&[("responseIf", &right, &one), ("responseElse", "", &scored("-1"))]), true),
        (rules(&[("responseIf", &right, &one), ("responseElseIf", &given, &half)]), true),
        (rules(&[("responseIf", &empty, &none), ("responseElse", "", &one)]), true),
        (rules(&[("responseIf", &wrong, &one)]), true),
        (format!("<responseProcessing>{one}</responseProcessing>"), true),
    ] {
        let (drafts, told) = item(B_IS_RIGHT, CHOICE, &rest);
        assert_eq!(drafts[0].answer, choice(&["一", "二", "三"], &[1], false));
        assert_eq!(told == [Loss::Scoring], is_told, "{rest}: {told:?}");
        assert!(is_told || told.is_empty(), "{rest}: {told:?}");
    }
}

/// Why an item with this response and body is refused, at which line.
fn refused(response: &str, body: &str) -> Vec<NotUnderstood> {
    let text = format!(
        "<assessmentItem identifier=\"a\">\n<responseDeclaration identifier=\"R\" {response}</responseDeclaration>\n<itemBody>\n{body}</itemBody></assessmentItem>"
    );
    exchange::read(Format::Qti, text.as_bytes(), &mut Remarks::default()).unwrap_err()
}

#[test]
fn a_right_value_that_no_choice_has_is_no_sound_item() {
    let right = |cardinality: &str, ids: &str| {
        let values: String = ids.chars().map(|id| format!("<value>{id}</value>")).collect();
        format!(
            "cardinality=\"{cardinality}\" baseType=\"identifier\"><correctResponse>{values}</correctResponse>"
        )
    };
    let order = CHOICE.replace("choiceInteraction", "orderInteraction");
    let spots = "<hotspotInteraction responseIdentifier=\"R\"><object data=\"a.png\" width=\"100\" height=\"100\"/>\
        <hotspotChoice identifier=\"A\" shape=\"circle\" coords=\"10,10,5\"/></hotspotInteraction>";
    let unknown = vec![NotUnderstood { line: 4, reason: Reason::NoSuchChoice("X".into()) }];
    assert_eq!(refused(&right("multiple", "AX"), CHOICE), unknown);
    assert_eq!(refused(&right("single", "X"), CHOICE), unknown);
    assert_eq!(refused(&right("ordered", "ABXC"), &order), unknown);
    assert_eq!(refused(&right("single", "AX"), spots), unknown);
    let (drafts, told) = item(&right("ordered", "AAB"), &order, "");
    assert!(drafts.is_empty());
    assert_eq!(told, [left_out("orderInteraction (maxChoices)")]);
}

#[test]
fn the_picture_of_a_prompt_is_not_the_one_that_is_asked_about() {
    let asked =
        "<object type=\"image/png\" data=\"asked.png\" width=\"100\" height=\"100\">図</object>";
    let sizes = "<picture><source srcset=\"large.png\"/><img src=\"asked.png\" width=\"100\" height=\"100\" alt=\"図\"/></picture>";
    let right = "cardinality=\"single\" baseType=\"identifier\"><correctResponse><value>A</value></correctResponse>";
    for picture in [asked, sizes] {
        let body = format!(
            "<hotspotInteraction responseIdentifier=\"R\"><prompt><img src=\"shown.png\" width=\"50\" height=\"50\" alt=\"例\"/>どこ</prompt>{picture}\
             <hotspotChoice identifier=\"A\" shape=\"circle\" coords=\"10,10,5\"/></hotspotInteraction>"
        );
        let (drafts, told) = item(right, &body, "");
        let Answer::Hotspot { image, size, alt, .. } = &drafts[0].answer else { panic!() };
        assert_eq!((image.as_str(), *size), ("asked.png", Some((100, 100))));
        assert_eq!(alt.ja, "図");
        assert!(told.contains(&Loss::Picture("shown.png".into())), "{told:?}");
    }
}

#[test]
fn an_item_has_the_lines_of_its_xhtml() {
    let body = "<h5>一</h5><h5>二</h5><dl><dt>三</dt><dd>四</dd></dl><section>五</section><style>p { }</style>";
    let (drafts, told) = item(B_IS_RIGHT, &format!("{body}{CHOICE}"), "");
    assert_eq!(drafts[0].text.ja, "問\n一\n二\n三\n四\n五");
    assert_eq!(told, [Loss::Dropped("style".into())]);
}
