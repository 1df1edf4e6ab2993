//! A learner's notes at the moments of a video.
#![allow(clippy::unwrap_used, reason = "a test says so by failing")]

mod course;

use course::*;
use domain::journal::{Event, Journal};
use domain::unit::{MediaMs, UnixMs};

fn note(position: u32, text: &str, at: i64) -> Event {
    Event::NoteWritten {
        course: outline().id,
        chapter: chapter_id(1),
        position: MediaMs(position),
        text: text.into(),
        at: UnixMs(at),
    }
}

fn texts(journal: &Journal) -> Vec<String> {
    journal.notes(&outline().id, &chapter_id(1)).map(|note| note.text.to_owned()).collect()
}

#[test]
fn a_second_note_at_the_same_moment_gets_a_place_of_its_own() {
    let mut journal = Journal::new();
    for (at, text) in ["電極の位置", "もう一度", "三つ目"].into_iter().enumerate() {
        let place = journal.free_note_position(&outline().id, &chapter_id(1), MediaMs(4_200));
        journal.apply(&note(place.0, text, i64::try_from(at).unwrap()));
    }
    assert_eq!(texts(&journal), ["電極の位置", "もう一度", "三つ目"]);
    let free = |chapter, from| {
        journal.free_note_position(&outline().id, &chapter_id(chapter), MediaMs(from))
    };
    assert_eq!(
        (free(1, 4_200), free(1, 4_201), free(1, 4_199)),
        (MediaMs(4_203), MediaMs(4_203), MediaMs(4_199))
    );
    assert_eq!(free(2, 4_200), MediaMs(4_200), "another chapter");
}

#[test]
fn the_place_of_a_deleted_note_stays_its_own_so_that_it_can_come_back() {
    let mut journal = Journal::new();
    journal.apply(&note(4_200, "電極の位置", 1));
    journal.apply(&note(4_200, "", 2));
    assert!(texts(&journal).is_empty());
    let place = journal.free_note_position(&outline().id, &chapter_id(1), MediaMs(4_200));
    journal.apply(&note(place.0, "もう一度", 3));
    journal.apply(&note(4_200, "電極の位置", 4));
    assert_eq!(texts(&journal), ["電極の位置", "もう一度"]);
}
