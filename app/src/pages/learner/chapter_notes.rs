//! The learner's own notes, each at a moment of the video. A note that was deleted can be had back.

use domain::catalog::ChapterId;
use domain::journal::Event;
use domain::unit::{MediaMs, UnixMs};
use leptos::prelude::*;
use token::identifier::CourseId;

use crate::browser::{clock, focus};
use crate::components::playback::Playback;
use crate::session::{Entry, Session};
use crate::text::chapter::words;
use crate::text::format;

/// A note as the journal has it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Written {
    position: MediaMs,
    text: String,
    at: UnixMs,
}

/// The notes of one chapter, and the one deleted last.
#[derive(Clone, Copy)]
struct Notebook {
    session: Session,
    course: StoredValue<CourseId>,
    chapter: StoredValue<ChapterId>,
    deleted: RwSignal<Option<Written>>,
}

impl Notebook {
    fn read(self) -> Vec<Written> {
        let (course, chapter) = (self.course.get_value(), self.chapter.get_value());
        self.session.journal().with(|journal| {
            let notes = journal.notes(&course, &chapter);
            let own = |note: domain::journal::Note<'_>| Written {
                position: note.position,
                text: note.text.to_owned(),
                at: note.at,
            };
            notes.map(own).collect()
        })
    }

    /// Adds a note at a moment of the video, or as near behind it as no other note ever stood.
    fn add(self, position: MediaMs, text: String) {
        let (course, chapter) = (self.course.get_value(), self.chapter.get_value());
        let position = self
            .session
            .journal()
            .with_untracked(|journal| journal.free_note_position(&course, &chapter, position));
        self.write(position, text, clock::now());
    }

    fn delete(self, note: Written) {
        // Later than the note itself, even if the clock was set back: the newest counts.
        let at = clock::now().max(note.at.saturating_add_ms(1));
        self.write(note.position, String::new(), at);
        self.deleted.set(Some(Written { at, ..note }));
    }

    /// Brings back the note that was deleted last; its place.
    fn undo(self) -> Option<MediaMs> {
        let note = self.deleted.get_untracked()?;
        self.deleted.set(None);
        self.write(note.position, note.text, clock::now().max(note.at.saturating_add_ms(1)));
        Some(note.position)
    }

    fn write(self, position: MediaMs, text: String, at: UnixMs) {
        let (course, chapter) = (self.course.get_value(), self.chapter.get_value());
        self.session.record(Event::NoteWritten { course, chapter, position, text, at });
    }
}

/// A form for a new note, and all notes in the order of the video.
#[component]
pub fn Notes(
    /// The course.
    entry: Entry,
    /// Place of the chapter in the course's list.
    index: usize,
    /// The handle on the chapter's video.
    playback: Playback,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let Some(chapter) = entry.outline.chapters.get(index).map(|chapter| chapter.id.clone()) else {
        return ().into_any();
    };
    let notebook = Notebook {
        session,
        course: StoredValue::new(entry.outline.id.clone()),
        chapter: StoredValue::new(chapter),
        deleted: RwSignal::new(None),
    };
    let draft = RwSignal::new(String::new());
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let text = draft.get_untracked().trim().to_owned();
        if !text.is_empty() {
            notebook.add(playback.position.get_untracked(), text);
            draft.set(String::new());
        }
    };
    let notes = Memo::new(move |_| notebook.read());
    view! {
        <form class="stack stack--tight" on:submit=save>
            <label class="field">
                <span class="field__label">
                    {move || words().note} " " {move || format::position(playback.position.get().0.into())}
                </span>
                <textarea
                    class="field__input"
                    rows="3"
                    prop:value=draft
                    on:input=move |event| draft.set(event_target_value(&event))
                ></textarea>
            </label>
            <div>
                <button type="submit" class="button">{move || words().save_note}</button>
            </div>
        </form>
        <Undo notebook />
        <Show when=move || notes.read().is_empty()>
            <p class="quiet">{move || words().no_notes}</p>
        </Show>
        <ul class="plain-list stack stack--tight">
            {move || {
                notes.get().into_iter().map(|note| view! { <NoteRow note notebook playback /> }).collect_view()
            }}
        </ul>
    }
    .into_any()
}

/// Says that a note was deleted, and brings it back; stays until the next one or until the page is left.
#[component]
fn Undo(notebook: Notebook) -> impl IntoView {
    let words = move || words(notebook.session.language());
    let is_deleted = Memo::new(move |_| notebook.deleted.read().is_some());
    let undo = move |_| {
        if let Some(position) = notebook.undo() {
            focus_later(note_id(position));
        }
    };
    view! {
        <div class="cluster">
            <span role="status">{move || is_deleted.get().then(|| words().note_deleted)}</span>
            <Show when=move || is_deleted.get()>
                <button type="button" class="button" id="undo-note" on:click=undo>
                    {move || words().undo}
                </button>
            </Show>
        </div>
    }
}

#[component]
fn NoteRow(note: Written, notebook: Notebook, playback: Playback) -> impl IntoView {
    let session = Session::here();
    let position = note.position;
    let time = format::position(position.0.into());
    let delete_label = {
        let time = time.clone();
        move || format!("{} {time}", words(session.language()).delete_note)
    };
    let text = note.text.clone();
    let delete = move |_| {
        notebook.delete(note.clone());
        // The button that was pressed is gone; the way back is the nearest thing to it.
        focus_later("undo-note".to_owned());
    };
    view! {
        <li class="card stack stack--tight">
            <p class="note">{text}</p>
            <div class="cluster">
                <button
                    type="button"
                    class="button button--quiet"
                    id=note_id(position)
                    on:click=move |_| playback.go(position)
                >
                    {time}
                </button>
                <button type="button" class="button button--quiet" aria-label=delete_label on:click=delete>
                    {move || words(session.language()).delete_note}
                </button>
            </div>
        </li>
    }
}

fn note_id(position: MediaMs) -> String {
    format!("note-{}", position.0)
}

/// Moves the focus once what was just changed is on the page.
fn focus_later(id: String) {
    request_animation_frame(move || {
        focus::move_to(&format!("#{id}"));
    });
}
