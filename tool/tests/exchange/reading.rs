//! Each form as it is read, and what is refused.

use std::fs;

use tool::exchange::{self, Answer, Format, Loss, NotUnderstood, Reason, Remarks};
use tool::language::Language;

use super::{choice, ja, numeric, read, sample};

#[test]
fn gift_is_read_and_its_losses_are_told_by_line() {
    let (drafts, told) = read(Format::Gift, "hand.gift");
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
    assert_eq!(of(16).answer, numeric("110", "10", ""));
    assert_eq!(of(18).answer, numeric("5.5", "0.5", ""));
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
            "1 tags (`tag`): no place here",
            "4 feedback on single answers (`feedback`): no place here",
            "4 no part of a point is given: right is all of it",
            "12 feedback on single answers (`feedback`): no place here",
            "12 the mark-up (b) was taken off",
            "14 no part of a point is given: right is all of it",
            "14 there is no reason: write why.ja",
            "16 the gap in the sentence stands as a line",
            "16 there is no reason: write why.ja",
            "20 there is no reason: write why.ja",
            "20 the answer `経過観察` without a partner has no place here",
            "27 left out: no question of this kind here: essay (`essay`)",
            "29 left out: no question of this kind here: short answer (`shortanswer`)",
            "31 left out: it asks for no answer",
            "33 there is no reason: write why.ja",
        ]
    );
}

#[test]
fn moodle_xml_is_read_and_its_losses_are_told_by_line() {
    let (drafts, told) = read(Format::MoodleXml, "hand-moodle.xml");
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
    assert_eq!(drafts[5].answer, numeric("30", "0", "回"));
    for wanted in [
        "6 the mark-up (em) was taken off",
        "8 points (`defaultgrade`): no place here",
        "9 taking points off (`penalty`): no place here",
        "12 choices are shown in a new order each time; there is no fixed order",
        "13 words for who is right (`correctfeedback`): no place here",
        "14 feedback on single answers (`feedback`): no place here",
        "16 no part of a point is given: right is all of it",
        "24 no part of a point is given: right is all of it",
        "38 the answer `30cm` without a partner has no place here",
        "49 the picture a.png in the text is not kept; add it as `image` if it is needed",
        "53 left out: no question of this kind here: essay (`essay`)",
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
    let (drafts, told) = read(Format::Qti, "hand-qti.xml");
    let [draft] = &drafts[..] else { panic!("one item: {drafts:?}") };
    assert_eq!((draft.name.as_str(), draft.why.ja.as_str()), ("rhythm-3", "心室細動です。"));
    assert_eq!(draft.text.ja, "次の波形を見てください。\n最初に行うことは？");
    assert_eq!(draft.answer, choice(&["経過を見る", "電気ショック", "アドレナリン"], &[1], false));
    assert_eq!(
        told,
        [
            "7 style (`stylesheet`): no place here",
            "9 the mark-up (strong) was taken off",
            "10 choices are shown in a new order each time; there is no fixed order",
            "13 feedback on single answers (`feedbackInline`): no place here",
            "19 feedback on single answers (`modalFeedback`): no place here",
        ]
    );
}

#[test]
fn a_file_that_is_not_understood_is_refused_at_its_line() {
    let wrong = |format: Format, text: &str| {
        exchange::read(format, text.as_bytes(), &mut Remarks::default()).unwrap_err()
    };
    let at = |line: u32, reason: Reason| vec![NotUnderstood { line, reason }];
    assert_eq!(wrong(Format::Gift, "a {T}\n\nb { =x ~y"), at(3, Reason::Open));
    assert_eq!(wrong(Format::Gift, "a {~x ~y}"), at(1, Reason::NoRight));
    assert_eq!(wrong(Format::Gift, "a {#five}"), at(1, Reason::Number("five".into())));
    assert_eq!(wrong(Format::MoodleXml, "<test/>"), at(1, Reason::Root { wanted: "quiz" }));
    assert!(matches!(
        wrong(Format::MoodleXml, "<quiz>\n<a>\n</quiz>")[..],
        [NotUnderstood { line: 3, reason: Reason::Xml(_) }]
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
            told.iter().any(|loss| loss.contains("read as Shift_JIS")),
            bytes != table.as_bytes(),
            "{told:?}"
        );
    }
}

#[test]
fn everything_that_is_wrong_with_a_file_is_told_at_once() {
    let wrong = |format: Format, text: &str| {
        let faults = exchange::read(format, text.as_bytes(), &mut Remarks::default()).unwrap_err();
        faults.iter().map(|fault| (fault.line, fault.reason.clone())).collect::<Vec<_>>()
    };
    let cell =
        |column: &str, found: &str| Reason::Cell { column: column.into(), found: found.into() };
    let head = "kind,text,right,answer,teaches_chapter,teaches_from,teaches_to,choice1,choice2,choice3,with1,with2";
    let rows = [
        "single,a,3,,01-a,x,0:02,b,c,",
        "numeric,a,,nan,,,,,,",
        "order,a,,,,,,b,,d",
        "match,a,,,,,,b,c,,x,",
        "match,a,,,,,,b,,,x,y",
        "single,a,1,,,,,b,c,d,,,why, and a comma",
    ];
    assert_eq!(
        wrong(Format::Csv, &format!("{head}\n{}\n", rows.join("\n"))),
        [
            (2, cell("teaches_from", "x")),
            (2, cell("right", "3")),
            (3, cell("answer", "nan")),
            (4, cell("choice2", "")),
            (5, cell("with2", "")),
            (6, cell("choice2", "")),
            (7, Reason::Cells { wanted: 12, found: 14 }),
        ]
    );
    assert_eq!(
        wrong(Format::Csv, "kind,kind\n"),
        [(1, Reason::Column("text")), (1, Reason::ColumnTwice("kind".into()))]
    );
    assert_eq!(
        wrong(Format::Gift, "a {~x ~y}\n\nb {#five}\n\nc {"),
        [(1, Reason::NoRight), (3, Reason::Number("five".into())), (5, Reason::Open)]
    );
    let question = "<question type=\"multichoice\"><answer fraction=\"0\"><text>a</text></answer></question>\n";
    assert_eq!(
        wrong(Format::MoodleXml, &format!("<quiz>\n{question}{question}</quiz>")),
        [(2, Reason::NoRight), (3, Reason::NoRight)]
    );
}

#[test]
fn cells_that_a_kind_does_not_use_are_told() {
    let table =
        "kind,text,right,answer,why,teaches_from\ntrue-false,a,1,5,b,0:01\nnumeric,a,,１１０,b,\n";
    let mut remarks = Remarks::default();
    let drafts = exchange::read(Format::Csv, table.as_bytes(), &mut remarks).unwrap();
    assert_eq!(drafts[1].answer, numeric("110", "0", ""), "full-width digits are digits");
    let told: Vec<_> =
        remarks.sorted().into_iter().map(|remark| (remark.line, remark.loss)).collect();
    let dropped = |name: &str| (2, Loss::Column(name.into()));
    assert_eq!(told, [dropped("answer"), dropped("teaches_from")]);
}

#[test]
fn a_text_of_no_known_encoding_is_refused() {
    let bytes = b"kind,text\n\x81\x20\xfd\xfe\xff,a\n";
    let wrong = exchange::read(Format::Csv, bytes, &mut Remarks::default()).unwrap_err();
    assert!(matches!(wrong[..], [NotUnderstood { reason: Reason::Encoding(_), .. }]), "{wrong:?}");
}

#[test]
fn blank_lines_in_a_table_do_not_move_what_is_told() {
    let table =
        "\n\nkind,text,right,memo\n\n\nguess,a,1,\n\ntrue-false,\"a\n\nb\",1,\n\ntrue-false,a,2,\n";
    let cell =
        |column: &str, found: &str| Reason::Cell { column: column.into(), found: found.into() };
    for end in ["\n", "\r\n"] {
        let table = table.replace('\n', end);
        let mut remarks = Remarks::default();
        let faults = exchange::read(Format::Csv, table.as_bytes(), &mut remarks).unwrap_err();
        let told: Vec<_> = faults.into_iter().map(|fault| (fault.line, fault.reason)).collect();
        assert_eq!(told, [(6, cell("kind", "guess")), (12, cell("right", "2"))], "{end:?}");
        assert_eq!(remarks.sorted()[0].line, 3, "{end:?}");
        let headless = format!("{end}{end}id,kind{end}");
        let faults = exchange::read(Format::Csv, headless.as_bytes(), &mut Remarks::default());
        let missing = NotUnderstood { line: 3, reason: Reason::Column("text") };
        assert_eq!(faults, Err(vec![missing]), "{end:?}");
    }
}

#[test]
fn words_before_the_answers_of_gift_are_told() {
    for (body, head) in [
        ("ヒントの文 =a ~b", Some("ヒントの文")),
        ("ヒント\\=文 =a -> b =c -> d", Some("ヒント=文")),
        ("#ヒント =5:1", Some("ヒント")),
        ("\n=a\n~b", None),
        ("#\n=5:1", None),
    ] {
        let mut remarks = Remarks::default();
        let drafts = exchange::read(Format::Gift, format!("問{{{body}}}").as_bytes(), &mut remarks);
        assert_eq!(drafts.unwrap().len(), 1, "{body}");
        let told = remarks.sorted().into_iter().map(|remark| remark.loss);
        let dropped: Vec<Loss> = told.filter(|loss| matches!(loss, Loss::Dropped(_))).collect();
        let wanted: Vec<Loss> = head.map(|head| Loss::Dropped(head.into())).into_iter().collect();
        assert_eq!(dropped, wanted, "{body}");
    }
}

#[test]
fn a_document_that_was_cut_short_is_told_at_its_end() {
    for (format, name) in [(Format::MoodleXml, "hand-moodle.xml"), (Format::Qti, "hand-qti.xml")] {
        let whole = fs::read_to_string(sample(name)).unwrap();
        let whole = whole.trim_end();
        // Behind the head, wherever it may be: in a tag, a name, a text, a quotation.
        let from = whole.find("<quiz").or_else(|| whole.find("<assessmentItem")).unwrap();
        for (at, _) in whole.char_indices().filter(|(at, _)| *at > from + 20) {
            let cut = &whole[..at];
            let faults = exchange::read(format, cut.as_bytes(), &mut Remarks::default());
            let line = u32::try_from(cut.lines().count()).unwrap();
            let wanted = vec![NotUnderstood { line, reason: Reason::Cut }];
            assert_eq!(faults, Err(wanted), "{name}: …{}", &cut[cut.len().saturating_sub(30)..]);
        }
    }
}

#[test]
fn a_plain_text_is_no_file_of_questions() {
    let read = |text: &str| {
        exchange::read(Format::Gift, text.as_bytes(), &mut Remarks::default())
            .map_err(|faults| faults.into_iter().map(|fault| (fault.line, fault.reason)).collect())
    };
    assert_eq!(read("\n会議の記録\n\n次回は金曜日。\n"), Err(vec![(2, Reason::NoQuestions)]));
    assert_eq!(read("// 覚え書きだけ\n\n"), Ok(vec![]));
    assert_eq!(read("$CATEGORY: a\n\n説明だけ。\n"), Ok(vec![]));
}

#[test]
fn the_only_feedback_of_a_statement_is_its_reason() {
    for (body, why, is_told) in [
        ("T#そう", "そう", false),
        ("T#そう#", "そう", false),
        ("F#違う#そう", "そう", true),
        ("F##そう", "そう", false),
        ("T#違う####そう", "そう", true),
    ] {
        let mut remarks = Remarks::default();
        let drafts = exchange::read(Format::Gift, format!("問{{{body}}}").as_bytes(), &mut remarks);
        assert_eq!(drafts.unwrap()[0].why.ja, why, "{body}");
        let told = remarks.sorted();
        let dropped = told.iter().any(|remark| remark.loss == Loss::Dropped("feedback".into()));
        assert_eq!((dropped, told.len()), (is_told, usize::from(is_told)), "{body}: {told:?}");
    }
}

#[test]
fn what_is_lost_is_told_in_plain_words_and_for_the_way_it_goes() {
    use tool::exchange::{Field, Unwritable};
    for (loss, wanted) in [
        (Loss::Dropped("feedback".into()), "解答ごとの解説（feedback）は取り込めません"),
        (Loss::Dropped("x-own".into()), "「x-own」は取り込めません"),
        (
            Loss::LeftOut("essay".into()),
            "記述式（essay）の問題は Yoshu にないので、取り込みませんでした",
        ),
        (
            Loss::LeftOut("description".into()),
            "説明だけで答えるところがないので、取り込みませんでした",
        ),
        (
            Loss::Id { from: String::new(), to: "import-2".into() },
            "名前がないので、id は「import-2」になりました",
        ),
        (Loss::FieldUnwritable(Field::Topic), "話題（topic）は、この形式では書き出せません"),
        (
            Loss::KindUnwritable(Unwritable::Order),
            "並べ替え（order）の問題は、この形式では書き出せません",
        ),
    ] {
        assert_eq!(loss.sentence(Language::Ja), wanted);
    }
}
