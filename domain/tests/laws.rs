//! Laws of coverage and journal: only the set of facts counts, never their order, their repetition,
//! or how a played stretch was cut into pieces.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

mod course;

use course::*;
use domain::archive;
use domain::assessment::Answer;
use domain::catalog::Point;
use domain::coverage::{Coverage, Span};
use domain::journal::{AttemptId, Event, Journal, Preference, ProfileField};
use domain::progress::progress;
use domain::unit::{MediaMs, UnixMs};
use proptest::prelude::*;
use token::identifier::{ContentHash, Cti};

fn a_span() -> impl Strategy<Value = Span> {
    (0u32..12_000, 1u32..4_000).prop_map(|(start, length)| span(start, start + length))
}

fn a_moment() -> impl Strategy<Value = UnixMs> {
    // Few moments, so that facts of the same moment meet.
    (0i64..6).prop_map(|n| UnixMs(1_795_000_000_000 + n))
}

fn an_answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        Just(None),
        any::<bool>().prop_map(|given| Some(Answer::TrueFalse(given))),
        (0usize..4).prop_map(|given| Some(Answer::Single(given))),
        prop::collection::btree_set(0usize..4, 0..4)
            .prop_map(|given| Some(Answer::Multiple(given))),
        prop::collection::vec(0usize..4, 0..4).prop_map(|given| Some(Answer::Order(given))),
        prop::collection::vec(prop::option::of(0usize..4), 0..4)
            .prop_map(|given| Some(Answer::Match(given))),
        a_text().prop_map(|given| Some(Answer::Number(given))),
        (0u16..=10_000, 0u16..=10_000).prop_map(|(x, y)| Some(Answer::Spot(Point { x, y }))),
    ]
}

fn a_content() -> impl Strategy<Value = ContentHash> {
    prop_oneof![Just(entry().content), Just(ContentHash([1; 8]))]
}

fn questions() -> impl Strategy<Value = Vec<domain::catalog::QuestionId>> {
    prop::collection::vec(0usize..12, 0..4).prop_map(|ns| ns.into_iter().map(question_id).collect())
}

/// Texts as people and machines write them: quotes, line ends, emoji, nothing.
fn a_text() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,12}", Just("a\"b\\c\n\r\td\u{1f9e1}\u{0}".to_string()), Just(String::new())]
}

fn an_event() -> impl Strategy<Value = Event> {
    let course = outline().id;
    let of = move || course.clone();
    let (c1, c2, c3, c4, c5) = (of(), of(), of(), of(), of());
    prop_oneof![
        4 => (1usize..4, a_span(), a_moment()).prop_map(|(n, span, at)| watched(n, span, at)),
        1 => (1usize..4, 0u32..12_000, a_moment()).prop_map(|(n, position, at)| stopped(n, position, at)),
        1 => (0u64..3, a_content(), any::<u64>(), questions(), a_moment()).prop_map(
            move |(id, content, seed, questions, at)| {
                let (attempt, course) = (AttemptId(id), c1.clone());
                Event::AttemptStarted { attempt, course, content, seed, questions, at }
            }
        ),
        2 => (0u64..3, 0usize..4, an_answer(), a_moment()).prop_map(|(id, n, answer, at)| {
            Event::Answered { attempt: AttemptId(id), question: question_id(n), answer, at }
        }),
        1 => (0u64..3, 0u16..9, any::<bool>(), questions(), a_moment()).prop_map(
            |(id, correct, passed, missed, at)| {
                Event::HandedIn { attempt: AttemptId(id), correct, total: 9, passed, missed, at }
            }
        ),
        1 => (a_content(), a_moment())
            .prop_map(move |(content, at)| Event::Completed { course: c2.clone(), content, at }),
        1 => (a_content(), 0u8..3, prop::collection::vec(any::<u8>(), 0..9), a_moment()).prop_map(
            move |(content, cti, token, at)| {
                Event::Sealed { course: c3.clone(), content, cti: Cti([cti; 16]), token, at }
            }
        ),
        1 => (prop::sample::select(ProfileField::ALL), a_text(), a_moment())
            .prop_map(|(field, value, at)| Event::ProfileSet { field, value, at }),
        1 => (prop::sample::select(Preference::ALL), a_text(), a_moment())
            .prop_map(|(preference, value, at)| Event::PreferenceSet { preference, value, at }),
        1 => (1usize..4, 0u32..3, a_text(), a_moment()).prop_map(move |(n, position, text, at)| {
            let (course, chapter, position) = (c4.clone(), chapter_id(n), MediaMs(position));
            Event::NoteWritten { course, chapter, position, text, at }
        }),
        1 => (0u8..4).prop_map(move |n| Event::Unknown { text: format!(r#"["dreamt","{c5}",{n}]"#) }),
    ]
}

fn events() -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec(an_event(), 0..40)
}

fn journal(events: &[Event]) -> Journal {
    let mut journal = Journal::new();
    events.iter().for_each(|event| journal.apply(event));
    journal
}

/// The event as two, cut at a fraction of its stretch.
fn split(event: &Event, percent: u32) -> Vec<Event> {
    let Event::Watched { course, chapter, video, span, at } = event else {
        return vec![event.clone()];
    };
    let cut = MediaMs(span.start().0 + span.length().0 * percent / 100);
    let pieces = [Span::new(span.start(), cut), Span::new(cut, span.end())];
    let piece = |span| Event::Watched {
        course: course.clone(),
        chapter: chapter.clone(),
        video: video.clone(),
        span,
        at: *at,
    };
    pieces.into_iter().flatten().map(piece).collect()
}

proptest! {
    #[test]
    fn a_fact_is_new_just_when_it_changes_the_journal(before in events(), event in an_event()) {
        let before = journal(&before);
        let mut after = before.clone();
        prop_assert_eq!(after.learn(&event), after != before);
        prop_assert!(!after.learn(&event), "known by now");
    }

    #[test]
    fn whatever_the_clock_does_what_is_recorded_last_counts(
        before in events(), event in an_event(),
    ) {
        let before = journal(&before);
        let placed = before.in_order(event);
        let mut after = before.clone();
        after.apply(&placed);
        match &placed {
            Event::ProfileSet { field, value, .. } => {
                prop_assert_eq!(after.profile(*field).unwrap_or_default(), value);
            }
            Event::PreferenceSet { preference, value, .. } => {
                prop_assert_eq!(after.preference(*preference), Some(&**value));
            }
            Event::Stopped { course, chapter, video, position, .. } => {
                prop_assert_eq!(after.resume(course, chapter, video), Some(*position));
            }
            Event::NoteWritten { course, chapter, position, text, .. } => {
                let note = after.notes(course, chapter).find(|note| note.position == *position);
                prop_assert_eq!(note.map_or("", |note| note.text), text);
            }
            Event::Answered { attempt, question, answer, .. } => {
                if let Some(attempt) = after.attempt(*attempt).filter(|a| a.handed_in.is_none()) {
                    prop_assert_eq!(attempt.answer(question), answer.as_ref());
                }
            }
            _ => {}
        }
    }
}

#[test]
fn a_clock_set_back_before_handing_in_takes_no_answer_away() {
    let (attempt, question) = (AttemptId(7), question_id(0));
    let start = Event::AttemptStarted {
        attempt,
        course: outline().id,
        content: entry().content,
        seed: 1,
        questions: vec![question.clone()],
        at: UnixMs(1_000),
    };
    let answered = |given, at| Event::Answered {
        attempt,
        question: question.clone(),
        answer: Some(Answer::TrueFalse(given)),
        at: UnixMs(at),
    };
    let handed_in = Event::HandedIn {
        attempt,
        correct: 1,
        total: 1,
        passed: true,
        missed: Vec::new(),
        at: UnixMs(400),
    };
    let mut journal = Journal::new();
    for event in [start, answered(false, 2_000), answered(true, 500), handed_in] {
        journal.apply(&journal.in_order(event));
    }
    let attempt = journal.attempt(attempt).unwrap();
    assert_eq!(attempt.answer(&question), Some(&Answer::TrueFalse(true)));
    assert_eq!(attempt.handed_in.unwrap().at, UnixMs(2_002));
}

proptest! {
    #[test]
    fn order_repetition_and_splitting_never_change_a_coverage(
        spans in prop::collection::vec(a_span(), 0..30).prop_flat_map(|s| (Just(s.clone()), Just(s).prop_shuffle())),
        percent in 1u32..100,
    ) {
        let (ordered, shuffled) = spans;
        let expected: Coverage = ordered.iter().copied().collect();
        let mut other: Coverage = shuffled.iter().copied().collect();
        for span in &shuffled {
            let cut = MediaMs(span.start().0 + span.length().0 * percent / 100);
            [Span::new(cut, span.end()), Span::new(span.start(), cut)].into_iter().flatten().for_each(|s| other.insert(s));
        }
        prop_assert_eq!(&other, &expected);
        other.union(&expected);
        prop_assert_eq!(&other, &expected);
    }

    #[test]
    fn a_coverage_is_the_set_of_milliseconds_played(spans in prop::collection::vec(a_span(), 0..12), duration in 0u32..15_000) {
        let coverage: Coverage = spans.iter().copied().collect();
        let played = |ms: u32| spans.iter().any(|s| s.start().0 <= ms && ms < s.end().0);
        let within = (0..duration).filter(|ms| played(*ms)).count() as u32;
        let duration = MediaMs(duration);
        prop_assert_eq!(coverage.covered_within(duration).0, within);
        prop_assert_eq!(coverage.remaining(duration).0, duration.0 - within);
        let gaps: u32 = coverage.gaps(duration).iter().map(|gap| gap.length().0).sum();
        prop_assert_eq!(gaps + within, duration.0, "gaps and covered are all there is");
        prop_assert!(coverage.gaps(duration).iter().all(|gap| !played(gap.start().0) && !played(gap.end().0 - 1)));
        prop_assert!(coverage.spans().windows(2).all(|pair| pair[0].end() < pair[1].start()), "sorted, never touching");
        prop_assert!((0..16_000).step_by(61).all(|ms| coverage.contains(MediaMs(ms)) == played(ms)));
    }

    #[test]
    fn order_repetition_and_splitting_never_change_a_journal(
        events in events().prop_flat_map(|e| (Just(e.clone()), Just(e).prop_shuffle())),
        again in prop::collection::vec(any::<prop::sample::Index>(), 0..10),
        percent in 0u32..=100,
    ) {
        let (ordered, mut shuffled) = events;
        if !shuffled.is_empty() {
            let repeated: Vec<_> = again.iter().map(|index| index.get(&shuffled).clone()).collect();
            shuffled.extend(repeated);
        }
        let pieces: Vec<Event> = shuffled.iter().flat_map(|event| split(event, percent)).collect();
        let (expected, other) = (journal(&ordered), journal(&pieces));
        prop_assert_eq!(&other, &expected);
        let now = UnixMs(1_795_000_000_005);
        prop_assert_eq!(progress(&entry(), &other, now), progress(&entry(), &expected, now));
    }

    #[test]
    fn merging_is_applying_all_and_knows_no_side(left in events(), right in events()) {
        let (a, b) = (journal(&left), journal(&right));
        let (mut ab, mut ba) = (a.clone(), b.clone());
        ab.merge(&b);
        ba.merge(&a);
        prop_assert_eq!(&ab, &ba);
        prop_assert_eq!(&ab, &journal(&[left, right].concat()));
        ab.merge(&ba);
        prop_assert_eq!(ab, ba, "twice is once");
    }

    #[test]
    fn a_journal_can_be_written_down_and_read_again(events in events()) {
        let journal_before = journal(&events);
        prop_assert_eq!(&journal(&journal_before.events()), &journal_before);
        let text = archive::export(&journal_before.events(), &archive::About::default());
        let imported = archive::import(&text).unwrap();
        prop_assert!(imported.set_aside.is_empty() && imported.missing == 0);
        prop_assert_eq!(journal(&imported.events), journal_before);
    }

    #[test]
    fn every_event_is_read_back_as_it_was_written(event in an_event()) {
        let line = archive::line(&event);
        prop_assert!(!line.contains(['\n', '\r']));
        prop_assert_eq!(archive::parse_line(&line), Ok(event));
    }

    #[test]
    fn no_line_makes_the_reader_panic(event in an_event(), cut: prop::sample::Index, junk in "\\PC{0,20}") {
        let line = archive::line(&event);
        let cut = (0..=cut.index(line.len() + 1)).rev().find(|at| line.is_char_boundary(*at)).unwrap();
        let _ = archive::parse_line(&line[..cut]);
        let _ = archive::parse_line(&format!("{}{junk}", &line[..cut]));
        let _ = archive::parse_line(&format!("{}{junk}{}", &line[..cut], &line[cut..]));
        let _ = archive::import(&format!("{junk}\n{line}"));
    }
}
