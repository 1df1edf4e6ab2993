//! The tables in `content/rules`: they can be read, add up, rest on their sources' sentences, and give what C9 asks.

#![allow(clippy::unwrap_used, reason = "the helpers of tests may stop a test")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use domain::assessment::passes;
use domain::rules::{
    Als, BadSum, Codes, Credit, DetailKind, Documents, Earning, Hours, LiveOnline, Points,
    Practical, Receives, RuleList, RuleTable, StatementKind, TableBody, TableId, TableKind, Timing,
    Together, Training,
};
use token::calendar::JstDate;
use tool::author::rules;
use tool::finding::Findings;
use tool::rule_book::{BUILT_IN, RuleBook};
use tool::source::Source;
use tool::{bundle, content};

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../content/rules")
}

fn table(id: &str) -> RuleTable {
    RuleBook::built_in().table(&TableId::new(id).unwrap()).unwrap().clone()
}

fn training(id: &str) -> Training {
    match table(id).body {
        TableBody::Training(training) => training,
        other => panic!("{other:?}"),
    }
}

fn als() -> Als {
    match table("jma-als").body {
        TableBody::Als(als) => *als,
        other => panic!("{other:?}"),
    }
}

fn earning() -> Earning {
    match table("jma-cme").body {
        TableBody::Earning(earning) => earning,
        other => panic!("{other:?}"),
    }
}

fn codes() -> Codes {
    match table("jma-2016-2022-04").body {
        TableBody::Codes(codes) => codes,
        other => panic!("{other:?}"),
    }
}

fn hours() -> Hours {
    match table("paramedic-250").body {
        TableBody::Hours(hours) => hours,
        other => panic!("{other:?}"),
    }
}

fn documents() -> Documents {
    match table("documents").body {
        TableBody::Documents(documents) => documents,
        other => panic!("{other:?}"),
    }
}

fn day(text: &str) -> JstDate {
    text.parse().unwrap()
}

#[test]
fn every_table_of_the_folder_comes_with_the_program_and_has_no_mistake() {
    let mut files: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.ends_with(".toml"))
        .collect();
    files.sort();
    let mut built_in: Vec<&str> = BUILT_IN.iter().map(|(name, _)| *name).collect();
    built_in.sort_unstable();
    assert_eq!(files, built_in);
    for (name, text) in BUILT_IN {
        let findings = Findings::default();
        let read = rules::read(&Source::new(name, (*text).to_string()), &findings);
        assert!(read.is_some(), "{name}: {:?}", findings.sorted());
    }
    assert_eq!(RuleBook::built_in().tables().len(), BUILT_IN.len());
}

#[test]
fn every_rule_names_its_requirement_and_its_place() {
    for table in RuleBook::built_in().tables() {
        assert!(table.caution.is_some() && table.title.en.is_some(), "{}", table.id);
        assert!(table.as_of.parse::<JstDate>().is_ok(), "{}", table.id);
        for statement in &table.statements {
            let whose = format!("{}/{}", table.id, statement.id);
            // What Yoshu supposes for itself need not come from anywhere.
            let own = matches!(table.body, TableBody::Estimate(_));
            assert!(own || !statement.requirements.is_empty(), "{whose}");
            assert!(!statement.place.is_empty(), "{whose}");
            // What is not the source's own wording is told in both languages.
            let is_own = matches!(statement.kind, StatementKind::Reading | StatementKind::Public);
            assert_eq!(statement.text_en.is_some(), is_own, "{whose}");
            assert!(statement.remark.as_ref().is_none_or(|remark| remark.en.is_some()), "{whose}");
        }
    }
}

#[test]
fn no_answer_stands_without_its_question() {
    let mut answers = 0;
    for table in RuleBook::built_in().tables() {
        for statement in table.statements.iter().filter(|statement| statement.is_answer()) {
            let remark = statement.remark.as_ref().map(|remark| remark.ja.as_str());
            let is_asked = remark.is_some_and(|remark| remark.starts_with("問いは「"));
            assert!(is_asked, "{} {}", table.id, statement.id);
            answers += 1;
        }
    }
    assert!(answers > 20, "{answers}");
}

#[test]
fn the_requirements_that_these_tables_carry_are_all_read_somewhere() {
    let book = RuleBook::built_in();
    let read: BTreeSet<&str> = book
        .tables()
        .iter()
        .flat_map(|table| &table.statements)
        .flat_map(|statement| statement.requirements.iter().map(String::as_str))
        .collect();
    let wanted = (52..=134).chain(142..=142).chain(144..=145).chain(147..=153);
    // 145 and 144 speak of tokens; 135 to 141 are forms and help; 68 to 91 are the route of an application.
    let missing: Vec<String> = wanted
        .map(|number| format!("R{number}"))
        .filter(|number| !read.contains(number.as_str()) && number != "R145")
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_total_is_the_sum_of_its_parts() {
    let expected: [(&str, &[u16], u16); 11] = [
        ("fire-1", &[15, 165], 180),
        ("fire-1-2", &[15, 165, 60], 240),
        ("fire-1-3", &[15, 165], 180),
        ("fire-2", &[15, 285, 60, 120], 480),
        ("fire-4", &[120, 240, 180, 300, 360, 120, 120], 1440),
        ("fire-5", &[60, 180], 240),
        ("fire-6", &[180], 180),
        ("fire-7", &[60, 240, 90, 45, 45], 480),
        ("fire-8", &[60, 240, 180, 240, 300, 180, 120, 120], 1440),
        ("fire-9", &[60, 60, 60, 60, 300, 180, 120, 120], 960),
        ("fire-10", &[120, 120], 240),
    ];
    for (id, parts, total) in expected {
        let training = training(id);
        let minutes: Vec<u16> = training
            .items
            .iter()
            .filter_map(|item| item.minutes)
            .map(|part| part.minutes)
            .collect();
        assert_eq!((minutes.as_slice(), training.total), (parts, total), "{id}");
        assert!(training.bad_sums().is_empty(), "{id}");
    }
    let subtotals = |id: &str| -> Vec<u16> {
        training(id).subtotals.iter().map(|subtotal| subtotal.minutes.minutes).collect()
    };
    assert_eq!(subtotals("fire-4"), [540, 780]);
    assert_eq!(subtotals("fire-8"), [480, 840]);
    assert_eq!(subtotals("fire-9"), [180, 660]);
    for id in ["fire-3", "fire-3-2"] {
        assert!(training(id).items.iter().all(|item| item.minutes.is_none()), "{id}");
    }
}

#[test]
fn what_is_no_elearning_course_says_by_which_sentence() {
    for table in RuleBook::built_in().tables() {
        if let TableBody::Training(training) = &table.body {
            let says = training.without_elearning.is_some();
            assert_eq!(says, training.splits.is_empty(), "{}", table.id);
        }
    }
}

#[test]
fn tables_that_were_built_before_their_newest_keys_are_still_read() {
    let newer =
        ["short", "options_only", "way_statement", "lecture_statement", "without_elearning"];
    for (id, path) in [
        ("jma-als", &["names"][..]),
        ("jma-als", &[]),
        ("jma-cme", &["content"]),
        ("fire-3-2", &[]),
    ] {
        let mut json = serde_json::to_value(table(id)).unwrap();
        let kind = json["body"].as_object().unwrap().keys().next().unwrap().clone();
        let inner = path.iter().fold(&mut json["body"][&kind], |inner, key| &mut inner[key]);
        let before = inner.as_object().unwrap().len();
        inner.as_object_mut().unwrap().retain(|key, _| !newer.contains(&key.as_str()));
        assert!(inner.as_object().unwrap().len() < before, "{id} {path:?}");
        serde_json::from_value::<RuleTable>(json).unwrap();
    }
}

#[test]
fn a_sum_that_does_not_hold_is_named() {
    let mut training = training("fire-4");
    training.total = 1441;
    training.subtotals[1].minutes.minutes = 781;
    let bad = training.bad_sums();
    assert!(matches!(
        bad.as_slice(),
        [BadSum::Total { sum: 1440 }, BadSum::Subtotal { sum: Some(780), .. }]
    ));
}

#[test]
fn minutes_that_the_source_does_not_print_are_marked() {
    for table in RuleBook::built_in().tables() {
        let TableBody::Training(training) = &table.body else { continue };
        let derived = training.items.iter().filter_map(|item| item.minutes);
        let derived: Vec<u16> =
            derived.filter(|part| part.derived).map(|part| part.minutes).collect();
        let expected: &[u16] =
            if matches!(table.id.as_str(), "fire-1" | "fire-1-3") { &[165] } else { &[] };
        assert_eq!(derived, expected, "{}", table.id);
    }
}

#[test]
fn lecture_and_practical_are_the_total() {
    let splits = |id: &str| -> Vec<(u16, u16)> {
        training(id).splits.iter().map(|split| (split.elearning, split.inperson)).collect()
    };
    assert_eq!(splits("fire-1"), [(60, 120)]);
    assert_eq!(splits("fire-1-2"), [(60, 180)]);
    assert_eq!(splits("fire-1-3"), [(60, 120)]);
    assert_eq!(splits("fire-2"), [(60, 420), (120, 360)]);
    assert_eq!(splits("fire-3"), [(45, 45)]);
    for id in ["fire-3-2", "fire-4", "fire-5", "fire-6", "fire-7", "fire-8", "fire-9", "fire-10"] {
        assert!(splits(id).is_empty(), "{id}");
    }
    assert_eq!(training("fire-3-2").live_online, LiveOnline::All);
    assert_eq!(training("fire-3").practical, Practical::FaceToFaceOrLive);
    assert_eq!(training("fire-1").practical, Practical::FaceToFace);
}

#[test]
fn an_advanced_course_takes_either_size_of_e_learning() {
    let advanced = training("fire-2");
    assert_eq!(advanced.together(120, 420), Together::Enough { spare: 60 });
    assert_eq!(advanced.together(120, 360), Together::Enough { spare: 0 });
    assert_eq!(advanced.together(60, 420), Together::Enough { spare: 0 });
    assert_eq!(advanced.together(60, 360), Together::Short { missing: 60 });
    assert_eq!(advanced.together(90, 360), Together::Short { missing: 60 });
    assert_eq!(advanced.together(45, 480), Together::NoSplit);
    assert_eq!(training("fire-3-2").together(45, 0), Together::NoSplit);
}

#[test]
fn a_practical_on_day_20_is_in_time_and_on_day_45_late() {
    let window = training("fire-1").window.unwrap();
    let completed = day("2026-11-20");
    assert_eq!(window.timing(completed, completed.plus_days(20)), Timing::InTime);
    assert_eq!(window.timing(completed, completed.plus_days(45)), Timing::Late);
    assert_eq!(window.timing(completed, day("2026-12-20")), Timing::InTime);
    assert_eq!(window.timing(completed, day("2026-12-21")), Timing::Grace);
    assert_eq!(window.timing(completed, day("2026-12-27")), Timing::Grace);
    assert_eq!(window.timing(completed, day("2026-12-28")), Timing::Late);
}

#[test]
fn the_window_ends_on_the_same_day_of_the_next_month() {
    for id in ["fire-1", "fire-1-2", "fire-1-3", "fire-2", "fire-3"] {
        let window = training(id).window.unwrap();
        for (completed, last) in [
            ("2026-01-31", "2026-02-28"),
            ("2024-01-31", "2024-02-29"),
            ("2026-03-31", "2026-04-30"),
            ("2026-02-28", "2026-03-31"),
            ("2026-12-15", "2027-01-15"),
        ] {
            assert_eq!(window.last_day(day(completed)), day(last), "{id} {completed}");
        }
    }
    assert!(training("fire-3-2").window.is_none());
}

#[test]
fn retraining_is_due_after_two_to_three_years() {
    let retraining = training("fire-1").retraining.unwrap();
    assert_eq!(retraining.days(day("2026-11-21")), (day("2028-11-21"), day("2029-11-21")));
    assert!(training("fire-3").retraining.is_none());
}

#[test]
fn thirty_learners_need_three_instructors_and_six_sets() {
    let ratios = training("fire-1").ratios.unwrap();
    assert_eq!((ratios.instructors(30), ratios.sets(30)), (3, 6));
    assert_eq!((ratios.instructors(31), ratios.sets(31)), (4, 7));
    assert_eq!(ratios.class, 30);
    assert_eq!(training("fire-3-2").ratios.unwrap().sets(30), 15);
}

#[test]
fn examinations_ask_for_eighty_percent() {
    for id in ["fire-1-2", "fire-2"] {
        assert_eq!(training(id).exam.unwrap().pass.get(), 80);
    }
    let pass = earning().content.pass;
    for (correct, total, is_pass) in
        [(4, 5, true), (16, 20, true), (8, 10, true), (15, 20, false), (7, 9, false), (0, 0, false)]
    {
        assert_eq!(passes(correct, total, pass), is_pass, "{correct}/{total}");
    }
}

#[test]
fn the_details_have_the_ids_that_chapters_name() {
    let lectures: Vec<String> = training("fire-1")
        .items
        .iter()
        .flat_map(|item| &item.details)
        .filter(|detail| detail.kind == DetailKind::Lecture)
        .map(|detail| detail.id.to_string())
        .collect();
    let expected = "purpose prevention check-call-breathing compression airway-breaths aed-use choking bleeding";
    assert_eq!(lectures.join(" "), expected);
    let count = |id: &str| training(id).items.iter().map(|item| item.details.len()).sum::<usize>();
    assert_eq!(
        ["fire-1", "fire-1-2", "fire-1-3", "fire-2", "fire-3", "fire-3-2"].map(count),
        [12, 14, 12, 24, 8, 5]
    );
}

#[test]
fn an_als_class_of_twenty_makes_three_or_four_groups() {
    let group = als().group;
    let count = group.count(20);
    assert_eq!((count.least, count.most, count.fits), (3, 4, true));
    let count = group.count(6);
    assert_eq!((count.least, count.most, count.fits), (1, 1, true));
    assert!(!group.count(8).fits && group.count(8).least == 2);
    assert!(!group.count(3).fits);
}

#[test]
fn a_designation_is_applied_for_within_a_year() {
    let designation = als().designation;
    let held = day("2024-03-01");
    assert_eq!(designation.days(held), (day("2023-03-01"), day("2025-02-28")));
    for (applied, is_open) in
        [("2023-02-28", false), ("2023-03-01", true), ("2025-02-28", true), ("2025-03-01", false)]
    {
        assert_eq!(designation.is_open(held, day(applied)), is_open, "{applied}");
    }
    assert_eq!(designation.days(day("2024-02-29")), (day("2023-02-28"), day("2025-02-28")));
}

#[test]
fn an_als_certificate_asks_for_the_stricter_reading() {
    let als = als();
    let rule = als.certificate.default_rule().unwrap();
    assert_eq!(rule.statement.as_str(), "2-q7");
    assert!(!rule.is_met(&["BLS", "ALS"]));
    assert!(rule.is_met(&["BLS", "ALS", "体験的シミュレーション"]));
    let other = als.certificate.rules.iter().find(|rule| !rule.default).unwrap();
    assert!(other.is_met(&["BLS", "ALS"]));
    assert_eq!(als.review.subjects.len(), 8);
    let options: Vec<(u16, &str)> =
        als.options.iter().map(|option| (option.number, option.id.as_str())).collect();
    assert_eq!(options, [(6, "sedation-adverse-reaction")]);
    assert!(!als.test.required);
}

#[test]
fn sixty_points_of_units_and_distinct_codes_make_the_award() {
    let award = earning().award;
    let codes: Vec<String> = (0..30).map(|code| code.to_string()).collect();
    let year = |code: usize, units_tenths| Credit {
        earned: day("2026-05-01"),
        units_tenths,
        code: codes.get(code).map(String::as_str),
    };
    let reached = |credits: &[Credit<'_>]| award.is_reached(award.points(credits, 2026));
    let thirty: Vec<Credit<'_>> = (0..30).map(|code| year(code, 10)).collect();
    assert!(reached(&thirty));
    let mut twenty_nine = thirty.clone();
    twenty_nine[29].code = Some("0");
    assert_eq!(award.points(&twenty_nine, 2026), Points { units_tenths: 300, codes: 29 });
    assert!(!reached(&twenty_nine));
    let mut half_less = thirty.clone();
    half_less[0].units_tenths = 5;
    assert_eq!(award.points(&half_less, 2026).tenths(), 595);
    assert!(!reached(&half_less));
}

#[test]
fn units_of_a_fourth_year_drop_out() {
    let award = earning().award;
    let earned = |text: &str| Credit { earned: day(text), units_tenths: 10, code: None };
    let credits =
        ["2023-04-01", "2024-04-01", "2025-04-01", "2026-03-31", "2026-04-01"].map(earned);
    assert_eq!(award.points(&credits, 2025).units_tenths, 40);
    assert_eq!(award.points(&credits, 2026).units_tenths, 40);
    assert_eq!(award.points(&credits[1..], 2026).units_tenths, 40);
    assert_eq!(award.year_of(day("2026-03-31")), 2025);
    assert_eq!(award.year_of(day("2026-04-01")), 2026);
}

#[test]
fn thirty_minutes_are_half_a_unit() {
    let award = earning().award;
    let units = [(29, 0), (30, 5), (59, 5), (60, 10), (90, 15)];
    for (minutes, tenths) in units {
        assert_eq!(award.units_tenths(minutes), tenths, "{minutes} min");
    }
}

#[test]
fn the_first_two_of_seven_ways_are_for_members() {
    let ways = earning().ways;
    let members: Vec<bool> = ways.iter().map(|way| way.members_only).collect();
    assert_eq!(members, [true, true, false, false, false, false, false]);
    let unattested: Vec<&str> =
        ways.iter().filter(|way| way.not_attested).map(|way| way.id.as_str()).collect();
    assert_eq!(unattested, ["journal"]);
}

#[test]
fn specialist_credit_counts_from_december_2019() {
    let specialist = earning().specialist;
    assert!(!specialist.counts(day("2019-11-30")));
    assert!(specialist.counts(day("2019-12-01")));
}

#[test]
fn a_certificate_can_be_had_from_the_next_day() {
    let certificate = earning().certificate;
    let taken = day("2026-11-21");
    assert!(certificate.available_from(taken) > taken);
    assert_eq!(certificate.available_from(taken), day("2026-11-22"));
    assert_eq!(certificate.elsewhere("大阪府").unwrap().ask, "大阪府医師会");
    assert!(certificate.elsewhere("東京都").is_none());
}

#[test]
fn there_are_84_codes_and_23_confirmed_names() {
    let codes = codes();
    assert_eq!((codes.codes.len(), codes.confirmed()), (84, 23));
    for (number, code) in codes.codes.iter().enumerate() {
        assert_eq!(code.code, number.to_string());
        assert_eq!(code.confirmed, number <= 10 || number >= 72, "{number}");
        let is_hiragana = |c: char| matches!(c, 'ぁ'..='ゖ' | 'ー' | ' ');
        assert!(!code.kana.is_empty() && code.kana.chars().all(is_hiragana), "{}", code.kana);
    }
    assert_eq!(codes.code("74").unwrap().name, "高血圧症");
    assert!(codes.code("84").is_none() && codes.code("074").is_none());
}

#[test]
fn each_subject_of_the_250_hours_is_a_minimum() {
    let hours = hours();
    assert_eq!((hours.sum(), hours.total, hours.subjects().count()), (250, 250, 25));
    let sums: Vec<u32> = hours.groups.iter().map(|group| group.sum()).collect();
    assert_eq!(sums, [55, 88, 82, 25]);
    let exact = |id: &domain::rules::SubjectId| {
        hours.subjects().find(|subject| subject.id == *id).unwrap().hours
    };
    assert!(hours.missing(exact).is_empty());
    let shifted = |id: &domain::rules::SubjectId| match id.as_str() {
        "introduction" => 4,
        "observation" => 35,
        _ => exact(id),
    };
    let missing = hours.missing(shifted);
    assert_eq!(missing.len(), 1);
    assert_eq!((missing[0].subject.title.as_str(), missing[0].hours), ("医学概論", 1));
    assert!(hours.experience.is_enough(5, 0) && hours.experience.is_enough(0, 2_000));
    assert!(!hours.experience.is_enough(4, 1_999));
}

#[test]
fn there_are_47_prefectural_associations() {
    let TableBody::Associations(table) = table("jma-associations").body else { panic!("a list") };
    assert_eq!(table.associations.len(), 47);
    let names: BTreeSet<&str> = table.associations.iter().map(|one| one.name.as_str()).collect();
    let telephones: BTreeSet<&str> =
        table.associations.iter().map(|one| one.telephone.as_str()).collect();
    assert_eq!((names.len(), telephones.len()), (47, 47));
    let osaka = table.associations.iter().find(|one| one.name == "大阪府医師会").unwrap();
    assert_eq!((osaka.telephone.as_str(), osaka.kana.as_str()), ("06-6763-7000", "おおさかふ"));
    let okinawa = table.associations.last().unwrap();
    assert_eq!((okinawa.name.as_str(), okinawa.en.as_str()), ("沖縄県医師会", "Okinawa"));
}

#[test]
fn who_may_receive_what_is_as_the_sources_say() {
    use Receives::{Condition, No, Unsaid, Yes};
    let documents = documents();
    let persons = ["member-physician", "other-physician", "health-professional", "public"];
    let expected = [
        ("jma-elearning", [Yes, No, No, No]),
        ("journal-credit", [Yes, No, No, No]),
        ("lecture-credit", [Yes, Yes, No, No]),
        ("attestation", [Condition, Condition, No, No]),
        ("als-attendance", [Yes, Yes, Yes, Unsaid]),
        ("als-certificate", [Yes, Yes, No, No]),
        ("als-option", [Condition, Condition, No, No]),
        ("physician-card", [Yes, Condition, No, No]),
        ("fire-token", [Yes; 4]),
        ("fire-token-others", [No; 4]),
        ("fire-certificate", [Yes; 4]),
    ];
    assert_eq!(documents.documents.len(), expected.len());
    for (document, answers) in expected {
        for (person, receives) in persons.iter().zip(answers) {
            let answer = documents.may_receive(document, person).unwrap();
            assert_eq!(answer.receives, receives, "{document} {person}");
        }
    }
    let inferred = |document, person| documents.may_receive(document, person).unwrap().inferred;
    assert!(inferred("attestation", "other-physician"));
    assert!(!inferred("als-certificate", "health-professional"));
    assert!(documents.may_receive("diploma", "public").is_none());
}

#[test]
fn a_sites_own_table_stands_in_for_the_built_in_one() {
    let (site, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    fs::write(
        site.path().join("site.toml"),
        "[organisation]\nname.ja = \"a\"\ncontact = \"b\"\n[site]\ntitle.ja = \"c\"\n",
    )
    .unwrap();
    fs::create_dir_all(site.path().join("rules")).unwrap();
    fs::create_dir_all(site.path().join("courses")).unwrap();
    let text = fs::read_to_string(folder().join("fire-1.toml")).unwrap();
    let own = text.replace("version = \"2026.11\"", "version = \"own\"");
    fs::write(site.path().join("rules/fire-1.toml"), &own).unwrap();
    let added = own.replace("id = \"fire-1\"", "id = \"our-town\"");
    fs::write(site.path().join("rules/our-town.toml"), added).unwrap();
    let findings = Findings::default();
    let book = RuleBook::read(site.path(), &findings);
    assert!(findings.sorted().is_empty());
    assert_eq!(book.tables().len(), BUILT_IN.len() + 1);
    assert_eq!(book.tables()[0].version, "own");
    assert_eq!(book.tables().last().unwrap().id.as_str(), "our-town");

    // A table with errors is not silently replaced by the built-in one.
    fs::write(site.path().join("rules/fire-1.toml"), own.replace("total = 180", "total = 181"))
        .unwrap();
    let findings = Findings::default();
    let book = RuleBook::read(site.path(), &findings);
    assert!(book.table(&TableId::new("fire-1").unwrap()).is_none());
    // The items, and the division.
    assert_eq!(findings.sorted().len(), 2);
    let content = content::read(site.path()).unwrap();
    let refused = bundle::build(&content, out.path(), false, &mut |_| {});
    assert!(refused.is_err() && !out.path().join("rules.json").exists());
}

#[test]
fn the_portal_gets_every_table_and_a_light_list() {
    let out = tempfile::tempdir().unwrap();
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("../e2e/site");
    fs::create_dir_all(out.path().join("rules")).unwrap();
    fs::write(out.path().join("rules/of-last-year.json"), "{}").unwrap();
    let content = content::read(&site).unwrap();
    bundle::build(&content, out.path(), false, &mut |_| {}).unwrap();
    let list: RuleList =
        serde_json::from_slice(&fs::read(out.path().join("rules.json")).unwrap()).unwrap();
    assert!(!out.path().join("rules/of-last-year.json").exists());
    // The site has a table of its own beside those of the program.
    assert_eq!(list.tables.len(), content.rules.tables().len());
    assert_eq!(list.tables.len(), BUILT_IN.len() + 1);
    assert_eq!(list.tables[0].kind, TableKind::Training);
    for entry in &list.tables {
        let path = out.path().join(format!("rules/{}.json", entry.id));
        let table: RuleTable = serde_json::from_slice(&fs::read(path).unwrap()).unwrap();
        assert_eq!((&table.id, &table.title), (&entry.id, &entry.title));
        assert_eq!(content.rules.table(&entry.id), Some(&table));
    }
}
