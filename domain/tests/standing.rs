//! Where a learner stands: chapters, test, due date, next step.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

mod course;

use course::*;
use domain::catalog::Validity;
use domain::completion::{NameChoice, NotComplete, claims};
use domain::journal::{AttemptId, Event, Journal};
use domain::progress::{
    DueState, Missing, NextStep, TestState, Window, completion_event, due_state, progress, window,
};
use domain::unit::{MediaMs, UnixMs};
use token::calendar::JstDate;
use token::identifier::{ContentHash, Cti};
use token::key::CompressedPoint;

const NOW: UnixMs = UnixMs(1_795_222_800_000);

fn later(minutes: i64) -> UnixMs {
    NOW.saturating_add_ms(minutes * 60_000)
}

fn date(iso: &str) -> JstDate {
    iso.parse().unwrap()
}

/// Noon in Japan.
fn noon(iso: &str) -> UnixMs {
    UnixMs::from_seconds(date(iso).start().plus_s(12 * 3600))
}

#[test]
fn the_due_date_is_a_month_on_by_the_civil_code() {
    let outline = outline();
    for (completed, due) in [
        ("2026-01-31", "2026-02-28"),
        ("2024-01-31", "2024-02-29"),
        ("2026-03-31", "2026-04-30"),
        ("2026-02-28", "2026-03-31"),
        ("2026-12-15", "2027-01-15"),
        ("2026-11-20", "2026-12-20"),
    ] {
        let state = due_state(&outline, noon(completed), noon(completed));
        assert_eq!(state.due, date(due), "{completed}");
        assert_eq!(state.exp, date(due).plus_days(1).start());
    }
    let mut days = outline;
    days.completion.validity = Validity::Days(30);
    assert_eq!(due_state(&days, noon("2026-11-20"), NOW).due, date("2026-12-20"));
}

#[test]
fn a_day_is_within_about_or_over() {
    let due = date("2026-12-20");
    for (day, expected) in [
        ("2026-12-20", Window::Within),
        ("2026-12-21", Window::About),
        ("2026-12-27", Window::About),
        ("2026-12-28", Window::Over),
    ] {
        assert_eq!(window(due, 7, date(day)), expected, "{day}");
    }
    let state = due_state(&outline(), noon("2026-11-20"), noon("2026-12-22"));
    assert_eq!((state.days_left, state.window), (-2, Window::About));
}

#[test]
fn a_token_keeps_its_own_due_date_when_the_course_changes_its_validity() {
    let completed = noon("2026-11-20");
    let mut outline = outline();
    let made = due_state(&outline, completed, completed);
    outline.completion.validity = Validity::Days(90);
    assert_ne!(due_state(&outline, completed, completed).due, made.due);
    for (day, days_left, window) in [
        ("2026-12-01", 19, Window::Within),
        ("2026-12-20", 0, Window::Within),
        ("2026-12-21", -1, Window::About),
    ] {
        let state = DueState::of_token(&outline, made.exp, noon(day));
        assert_eq!(
            (state.due, state.days_left, state.window),
            (made.due, days_left, window),
            "{day}"
        );
    }
}

#[test]
fn sixty_and_a_hundred_and_twenty_minutes_on_day_20_are_in_time_and_on_day_45_are_not() {
    let outline = outline();
    let completed = noon("2026-11-20");
    let on = |days: i64| {
        due_state(&outline, completed, completed.saturating_add_ms(days * 86_400_000)).window
    };
    assert_eq!((on(20), on(45)), (Window::Within, Window::Over));
}

#[test]
fn every_chapter_and_the_test_are_needed() {
    let (entry, mut journal) = (entry(), Journal::new());
    watch_everything(&mut journal, NOW);
    assert_eq!(progress(&entry, &journal, NOW).missing, [Missing::Test]);
    attempt(&mut journal, 1, 10, &[], NOW);
    assert_eq!(progress(&entry, &journal, NOW).missing, []);

    // The test alone is nothing while one chapter is missing, and no completion is recorded.
    let mut without = Journal::new();
    [1, 3].iter().for_each(|n| without.apply(&watched(*n, span(0, CHAPTER_MS), NOW)));
    attempt(&mut without, 1, 10, &[], NOW);
    let missing = [Missing::Chapter(chapter_id(2), MediaMs(CHAPTER_MS))];
    assert_eq!(progress(&entry, &without, NOW).missing, missing);
    assert_eq!(completion_event(&entry, &without, NOW), None);
}

#[test]
fn a_chapter_is_watched_when_a_second_at_most_is_missing() {
    let (entry, mut journal) = (entry(), Journal::new());
    journal.apply(&watched(1, span(0, 9_000), NOW));
    journal.apply(&watched(2, span(0, 8_999), NOW));
    let chapters = progress(&entry, &journal, NOW).chapters;
    assert_eq!((chapters[0].watched, chapters[0].percent.get()), (true, 90));
    assert_eq!((chapters[1].watched, chapters[1].remaining), (false, MediaMs(1_001)));
}

#[test]
fn stopping_somewhere_is_not_watching_it() {
    let (entry, mut journal) = (entry(), Journal::new());
    (1..=3).for_each(|n| journal.apply(&stopped(n, CHAPTER_MS, NOW)));
    let standing = progress(&entry, &journal, NOW);
    assert_eq!(standing.remaining(), MediaMs(3 * CHAPTER_MS));
    assert_eq!(standing.missing.len(), 4);
}

#[test]
fn another_recording_is_not_watched_by_having_watched_the_old_one() {
    let (mut entry, mut journal) = (entry(), Journal::new());
    watch_everything(&mut journal, NOW);
    entry.outline.chapters[1].video = video(99);
    assert_eq!(progress(&entry, &journal, NOW).watched_chapters(), 2);
}

#[test]
fn one_goes_on_where_one_stopped_or_from_the_end_at_the_first_gap() {
    let (entry, mut journal) = (entry(), Journal::new());
    journal.apply(&watched(2, span(0, 3_000), NOW));
    let watch =
        |position: u32| NextStep::Watch { chapter: chapter_id(2), position: MediaMs(position) };
    journal.apply(&stopped(2, 3_000, NOW));
    assert_eq!(progress(&entry, &journal, NOW).next, watch(3_000), "the chapter where one stopped");
    journal.apply(&watched(2, span(6_000, 10_000), later(1)));
    journal.apply(&stopped(2, 9_500, later(1)));
    assert_eq!(progress(&entry, &journal, NOW).next, watch(3_000), "the first gap");
    journal.apply(&watched(2, span(3_000, 6_000), later(2)));
    let first = NextStep::Watch { chapter: chapter_id(1), position: MediaMs::ZERO };
    assert_eq!(progress(&entry, &journal, NOW).next, first, "the first chapter not watched");
    assert_eq!(progress(&entry, &journal, NOW).chapters[1].position, None, "again from the start");
}

#[test]
fn a_failed_attempt_cools_down_and_an_open_one_is_gone_on_with() {
    let (mut entry, mut journal) = (entry(), Journal::new());
    entry.outline.completion.test.as_mut().unwrap().cooldown_minutes = 3;
    watch_everything(&mut journal, NOW);
    attempt(&mut journal, 1, 7, &[], NOW);
    let until = UnixMs(later(3).0 + 2_000);
    assert_eq!(progress(&entry, &journal, later(1)).test, TestState::CoolingDown { until });
    assert_eq!(progress(&entry, &journal, later(1)).next, NextStep::WaitForTest { until });
    assert_eq!(progress(&entry, &journal, until).next, NextStep::TakeTest);
    journal.apply(&Event::AttemptStarted {
        attempt: AttemptId(2),
        course: entry.outline.id.clone(),
        content: entry.content,
        seed: 2,
        questions: vec![question_id(0)],
        at: later(4),
    });
    assert_eq!(progress(&entry, &journal, later(5)).next, NextStep::ResumeTest(AttemptId(2)));
    let last = journal.last_activity(&entry.outline.id);
    assert_eq!(last, Some(later(4)));
}

#[test]
fn a_clock_that_was_ahead_locks_the_test_no_longer_than_the_cool_down() {
    let mut entry = entry();
    entry.outline.completion.test.as_mut().unwrap().cooldown_minutes = 30;
    let failed_at = |minutes: i64| {
        let mut journal = Journal::new();
        watch_everything(&mut journal, NOW);
        attempt(&mut journal, 1, 7, &[], later(minutes));
        journal
    };
    // Handed in a year ahead of the clock that is right again.
    let year = failed_at(365 * 24 * 60);
    assert_eq!(progress(&entry, &year, NOW).test, TestState::Open);
    // A few minutes ahead: the whole cool-down is waited for, and not those minutes on top.
    let minutes = failed_at(5);
    let until = later(30);
    assert_eq!(progress(&entry, &minutes, NOW).test, TestState::CoolingDown { until });
    assert_eq!(progress(&entry, &minutes, later(36)).test, TestState::Open);
}

#[test]
fn nothing_changes_an_attempt_that_was_handed_in() {
    let mut journal = Journal::new();
    attempt(&mut journal, 1, 8, &[], NOW);
    let course = outline().id;
    let before = journal.attempts(&course)[0].answers();
    let question = journal.attempts(&course)[0].questions[0].clone();
    let (attempt, answer) = (AttemptId(1), None);
    journal.apply(&Event::Answered { attempt, question, answer, at: later(1) });
    assert_eq!(journal.attempts(&course)[0].answers(), before);
}

#[test]
fn a_result_that_claims_to_pass_is_judged_by_the_pass_mark() {
    let (entry, mut journal) = (entry(), Journal::new());
    watch_everything(&mut journal, NOW);
    let (attempt, course) = (AttemptId(1), entry.outline.id.clone());
    let questions: Vec<_> = (0..10).map(question_id).collect();
    let started = |course| Event::AttemptStarted {
        attempt,
        course,
        content: entry.content,
        seed: 1,
        questions: questions.clone(),
        at: NOW,
    };
    journal.apply(&started(course));
    let claimed = |correct, total| Event::HandedIn {
        attempt,
        correct,
        total,
        passed: true,
        missed: vec![],
        at: NOW,
    };
    for (correct, total) in [(7, 10), (1, 1), (0, 0)] {
        let mut forged = journal.clone();
        forged.apply(&claimed(correct, total));
        assert_eq!(progress(&entry, &forged, NOW).test, TestState::Open, "{correct}/{total}");
    }
}

#[test]
fn a_new_version_asks_its_own_test_and_a_token_of_the_old_one_stays_in_use_until_it_is_over() {
    let (mut entry, mut journal) = (entry(), Journal::new());
    let old = entry.content;
    watch_everything(&mut journal, NOW);
    attempt(&mut journal, 1, 8, &[], NOW);
    journal.apply(&completion_event(&entry, &journal, later(1)).unwrap());
    let course = entry.outline.id.clone();
    let sealed =
        Event::Sealed { course, content: old, cti: Cti([1; 16]), token: vec![1], at: later(2) };
    journal.apply(&sealed);
    entry.content = ContentHash([9; 8]);
    let standing = progress(&entry, &journal, later(3));
    assert_eq!((&standing.test, standing.watched_chapters()), (&TestState::Open, 3));
    assert_eq!((standing.next, standing.completed_content), (NextStep::ShowToken, Some(old)));
    let over = progress(&entry, &journal, later(40 * 24 * 60));
    assert_eq!((over.next, over.completed_at), (NextStep::TakeTest, None));
}

#[test]
fn a_clock_before_any_token_could_be_records_no_completion_and_one_that_is_right_again_does() {
    let (entry, mut journal) = (entry(), Journal::new());
    let wrong = UnixMs(0);
    watch_everything(&mut journal, wrong);
    attempt(&mut journal, 1, 10, &[], wrong);
    assert!(progress(&entry, &journal, wrong).missing.is_empty());
    assert_eq!(completion_event(&entry, &journal, wrong), None);
    let (cti, key) = (Cti([1; 16]), CompressedPoint::from_x([1; 32], false));
    let claims = |now| {
        claims(&entry, Some(&pool()), &journal, NameChoice::LeaveOut, cti, key, now).unwrap_err()
    };
    assert_eq!((claims(wrong), claims(NOW)), (NotComplete::Clock, NotComplete::NotRecorded));
    assert!(completion_event(&entry, &journal, NOW).is_some());
}
