//! Laws that hold for every input.

#![allow(clippy::unwrap_used, reason = "a test may fail")]

mod organisation;

use std::sync::LazyLock;

use organisation::*;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use token::base45;
use token::calendar::{JstDate, Period, UnixSeconds};
use token::cbor::{Int, TOKEN_MAX_ENTRIES, Value};
use token::claims::{Checks, Completion, Confirmation, Enrolment, Missed, Name, Score, Watched};
use token::cose::{Kind, Sealed, Sign1};
use token::identifier::{ContentHash, Cti, EvidenceDigest, KeyThumb, TicketId};
use token::judge::judge;
use token::key::CompressedPoint;
use token::presentation::Presentation;
use token::text::{Scanned, lines, printable_nfc};
use token::ticket::Ticket;
use token::trust::{Roots, TrustBody, TrustList};

#[test]
fn no_single_flipped_bit_of_a_good_token_is_accepted() {
    let trust = load(&list_body());
    let good = circumstances(&trust);
    let ticketed = by_device(&with_ticket(sealed_ticket(&ticket(), ORGANISER)));
    for sealed in [by(ISSUER, &completion()), by_device(&completion()), ticketed] {
        assert!(judge(&Scanned::file(sealed.as_bytes()).unwrap(), &good).is_ok());
        for bit in 0..sealed.as_bytes().len() * 8 {
            let mut flipped = sealed.as_bytes().to_vec();
            flipped[bit / 8] ^= 1 << (bit % 8);
            let flipped = Scanned::file(&flipped).unwrap();
            assert!(judge(&flipped, &good).is_err(), "bit {bit}");
        }
    }
}

#[test]
fn a_token_says_the_same_in_all_its_forms() {
    let trust = load(&list_body());
    let good = circumstances(&trust);
    let sealed = by_device(&completion());
    let text = sealed.text();
    let broken: String = text.chars().flat_map(|character| [character, '\u{3000}', '\n']).collect();
    let from_file = Scanned::file(sealed.as_bytes()).unwrap();
    let verdict = judge(&from_file, &good).unwrap();
    for form in [sealed.qr(), text, broken] {
        assert_eq!(judge(&Scanned::read(&form).unwrap(), &good).unwrap(), verdict, "{form}");
    }
}

#[test]
fn pasted_lines_are_taken_apart_and_broken_text_forms_joined() {
    let (text, qr) = (by_device(&completion()).text(), by_device(&completion()).qr());
    let (head, tail) = text.split_at(76);
    let pasted = format!("{head}\r\n  {tail}\n\n{qr}\r\n{text}\n山田さんの分\n");
    assert_eq!(lines(&pasted), [text.as_str(), &qr, &text, "山田さんの分"]);
}

#[test]
fn a_stray_word_does_not_spoil_the_whole_code_above_it() {
    let text = by_device(&completion()).text();
    assert_eq!(
        lines(&format!("{text}\nYamada\n{text}\n0412-3")),
        [&text, "Yamada", &text, "0412-3"]
    );
}

/// The due date by Civil Code 140, 141 and 143, day by day: the first day is not counted; months go by the calendar;
/// a period from the first day of a month ends with the last day of the last month; any other ends on the day before
/// the one that corresponds to its first, or with the month if there is no such day.
fn due_by_the_civil_code(completed: JstDate, months: u32) -> JstDate {
    let first = completed.plus_days(1);
    let day_of_first = first.civil().day;
    let mut date = first;
    for _ in 0..months {
        let month = date.civil().month;
        while date.civil().month == month {
            date = date.plus_days(1);
        }
    }
    let target_month = date.civil().month;
    loop {
        if date.civil().day == day_of_first {
            return date.plus_days(-1);
        }
        if date.plus_days(1).civil().month != target_month {
            return date;
        }
        date = date.plus_days(1);
    }
}

#[test]
fn the_due_date_is_the_civil_codes_for_every_day_of_eighty_years() {
    let (first, last) =
        ("2024-01-01".parse::<JstDate>().unwrap(), "2103-12-31".parse::<JstDate>().unwrap());
    let mut cases = 0;
    for day in first.days()..=last.days() {
        let date = JstDate::from_days(day);
        for months in [1u16, 2, 3, 6] {
            assert_eq!(
                date.due(Period::Months(months)),
                due_by_the_civil_code(date, months.into()),
                "{date} + {months}"
            );
            cases += 1;
        }
    }
    assert_eq!(cases, 116_876);
}

#[test]
fn the_due_dates_of_the_spec_hold() {
    for (from, due) in [
        ("2026-01-10", "2026-02-10"),
        ("2026-01-28", "2026-02-28"),
        ("2026-01-29", "2026-02-28"),
        ("2026-01-30", "2026-02-28"),
        ("2026-01-31", "2026-02-28"),
        ("2028-01-29", "2028-02-29"),
        ("2028-02-28", "2028-03-28"),
        ("2028-02-29", "2028-03-31"),
        ("2026-02-28", "2026-03-31"),
        ("2026-04-30", "2026-05-31"),
        ("2026-11-20", "2026-12-20"),
        ("2026-12-31", "2027-01-31"),
    ] {
        let date: JstDate = from.parse().unwrap();
        assert_eq!(date.due(Period::Months(1)).to_string(), due, "{from}");
    }
    let date: JstDate = "2026-11-20".parse().unwrap();
    assert_eq!(date.due(Period::Days(30)).to_string(), "2026-12-20");
}

#[test]
fn midnight_in_japan_parts_two_days() {
    let date: JstDate = "2026-11-20".parse().unwrap();
    assert_eq!(UnixSeconds(date.end().0 - 1).jst_date(), date);
    assert_eq!(date.end().jst_date(), date.plus_days(1));
    assert_eq!(date.start(), UnixSeconds(1_795_100_400));
}

/// Dates by counting days forward from 1970-01-01, a Thursday.
#[test]
fn the_calendar_counts_as_one_counts_days() {
    use token::calendar::Weekday::{
        Friday, Monday, Saturday, Sunday, Thursday, Tuesday, Wednesday,
    };
    let week = [Thursday, Friday, Saturday, Sunday, Monday, Tuesday, Wednesday];
    let (mut year, mut month, mut day) = (1970, 1, 1);
    for days in 0..80_000 {
        let date = JstDate::from_days(days);
        let civil = date.civil();
        assert_eq!((civil.year, civil.month, civil.day), (year, month, day));
        assert_eq!(JstDate::from_civil(year, month, day), Some(date));
        assert_eq!(date.weekday(), week[days as usize % 7]);
        assert_eq!(date.to_string().parse(), Ok(date));
        day += 1;
        if JstDate::from_civil(year, month, day).is_none() {
            (day, month) = (1, month + 1);
        }
        if month == 13 {
            (month, year) = (1, year + 1);
        }
    }
    for wrong in
        ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "20260101", "２０26-01-01", ""]
    {
        assert!(wrong.parse::<JstDate>().is_err(), "{wrong}");
    }
}

fn value() -> impl Strategy<Value = Value> {
    let int = prop_oneof![
        any::<u64>().prop_map(Int::Uint),
        any::<u64>().prop_map(Int::Nint),
        any::<i8>().prop_map(|n| Int::from(i64::from(n)))
    ];
    let leaf = prop_oneof![
        int.clone().prop_map(Value::Int),
        vec(any::<u8>(), 0..300).prop_map(Value::Bytes),
        ".{0,30}".prop_map(Value::Text),
        any::<bool>().prop_map(Value::Bool),
    ];
    leaf.prop_recursive(4, 40, 8, move |inner| {
        prop_oneof![
            vec(inner.clone(), 0..8).prop_map(Value::Array),
            btree_map(int.clone(), inner, 0..8).prop_map(Value::Map),
        ]
    })
}

prop_compose! {
    fn claims()(
        issued in 1_700_000_000u64..1 << 39,
        life in 1u64..1 << 32,
        cti in any::<[u8; 16]>(),
        confirmation in proptest::option::of(prop_oneof![
            (any::<[u8; 32]>(), any::<bool>()).prop_map(|(x, odd)| Confirmation::Key(CompressedPoint::from_x(x, odd))),
            any::<[u8; 16]>().prop_map(|thumb| Confirmation::Thumb(KeyThumb(thumb))),
        ]),
        (course, content) in ("[a-z0-9-]{1,24}", any::<[u8; 8]>()),
        (correct, wrong) in (0u8..=100, 0u8..=100),
        checks in proptest::option::of(0u8..=15),
        watched in proptest::option::of((vec(0u32..32, 0..10), 0u32..=1_000_000)),
        evidence in proptest::option::of(any::<[u8; 16]>()),
        missed in proptest::option::of(vec(any::<u8>(), 1..=32)),
        name in proptest::option::of("[ぁ-ん亜-熙a-z ]{1,20}"),
        enrolment in proptest::option::of(prop_oneof![
            any::<[u8; 8]>().prop_map(|id| Enrolment::Ticket(TicketId(id))),
            vec(any::<u8>(), 60..=400).prop_map(Enrolment::Embedded),
        ]),
        codes in vec("[A-Z0-9]{1,12}", 0..=8),
    ) -> Completion {
        Completion {
            expires: UnixSeconds(issued + life),
            issued: UnixSeconds(issued),
            cti: Cti(cti),
            confirmation,
            course: course.parse().unwrap(),
            content: ContentHash(content),
            score: Score::new(correct, correct + wrong).unwrap(),
            checks: checks.and_then(Checks::from_bits),
            watched: watched.map(|(chapters, seconds)| Watched::new(chapters, seconds)),
            evidence: evidence.map(EvidenceDigest),
            missed: missed.and_then(|bits| Missed::from_slice(&bits)),
            name: name.and_then(|name| Name::new(&name, printable_nfc).ok()),
            enrolment,
            codes: codes.iter().map(|code| code.parse().unwrap()).collect(),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn claims_are_read_back_as_written(claims in claims()) {
        prop_assert_eq!(Completion::decode(&claims.encode(), printable_nfc), Ok(claims));
    }

    #[test]
    fn a_value_is_read_back_as_written_and_another_reader_agrees(value in value()) {
        let bytes = value.encode();
        prop_assert_eq!(Value::decode(&bytes, TOKEN_MAX_ENTRIES), Ok(value));
        let mut other = minicbor::Decoder::new(&bytes);
        other.skip().unwrap();
        prop_assert_eq!(other.position(), bytes.len());
    }

    #[test]
    fn whatever_is_read_encodes_to_the_same_bytes(bytes in vec(any::<u8>(), 0..60)) {
        if let Ok(value) = Value::decode(&bytes, TOKEN_MAX_ENTRIES) {
            prop_assert_eq!(value.encode(), bytes);
        }
    }

    #[test]
    fn base45_is_read_back_as_written(bytes in vec(any::<u8>(), 0..200)) {
        prop_assert_eq!(base45::decode(&base45::encode(&bytes)), Ok(bytes));
    }

    #[test]
    fn base45_has_one_spelling(text in "[0-9A-Z $%*+./:-]{0,30}") {
        if let Ok(bytes) = base45::decode(&text) {
            prop_assert_eq!(base45::encode(&bytes), text);
        }
    }

    #[test]
    fn tickets_are_read_back_as_written(
        issued in 0u64..1 << 40, expires in 0u64..1 << 40, id in any::<[u8; 8]>(), session in proptest::option::of("[!-~]{1,24}"),
    ) {
        let session = session.map(|session| session.parse().unwrap());
        let (issued, expires) = (UnixSeconds(issued), UnixSeconds(expires));
        let ticket = Ticket { expires, issued, id: TicketId(id), course: course("first-aid"), session };
        prop_assert_eq!(Ticket::decode(&ticket.encode()), Ok(ticket));
    }

    #[test]
    fn no_bytes_make_a_reader_panic(bytes in vec(any::<u8>(), 0..300)) {
        read_all(&bytes);
    }

    #[test]
    fn no_damage_to_a_good_object_makes_a_reader_panic(which in 0usize..4, at in any::<proptest::sample::Index>(), with in vec(any::<u8>(), 0..4), cut in 0usize..4) {
        let object = &OBJECTS[which];
        let at = at.index(object.len());
        let rest = &object[(at + cut).min(object.len())..];
        read_all(&[&object[..at], with.as_slice(), rest].concat());
    }

    #[test]
    fn no_text_makes_a_reader_panic(text in "(YC1:|YP1:|Y|yoshu-c1\\.|yoshu-)?\\PC{0,200}") {
        let _ = lines(&text);
        if let Ok(scanned) = Scanned::read(&text) {
            let _ = scanned.bytes();
        }
    }

    #[test]
    fn any_instant_and_period_have_a_due_date(seconds in any::<u64>(), n in any::<u16>()) {
        for period in [Period::Months(n), Period::Days(n)] {
            let _ = UnixSeconds(seconds).jst_date().due(period).end().jst_date().to_string();
        }
    }
}

static TRUST: LazyLock<TrustList> = LazyLock::new(|| load(&list_body()));

/// Good objects to be damaged.
static OBJECTS: LazyLock<[Vec<u8>; 4]> = LazyLock::new(|| {
    [
        by_device(&with_ticket(sealed_ticket(&ticket(), ORGANISER))).into_bytes(),
        sealed_list(&list_body(), ROOT),
        completion().encode(),
        list_body().encode(),
    ]
});

/// Everything that reads bytes from outside, judged under a loaded list.
fn read_all(bytes: &[u8]) {
    let _ = Sign1::open(bytes, TOKEN_MAX_ENTRIES);
    let _ = Completion::decode(bytes, printable_nfc);
    let _ = Ticket::decode(bytes);
    let _ = TrustBody::decode(bytes);
    let _ = TrustList::load(bytes, Roots::first(std::slice::from_ref(TRUST.root())), None);
    let _ = Presentation::decode(bytes);
    if let Ok(scanned) = Scanned::file(bytes) {
        let _ = judge(&scanned, &circumstances(&TRUST));
    }
    let as_base45 = Sealed::from_stored(Kind::Completion, bytes.to_vec());
    assert!(
        bytes.is_empty()
            || bytes.len() > 1100
            || Scanned::read(&as_base45.qr()).unwrap().bytes().unwrap() == bytes
    );
}
