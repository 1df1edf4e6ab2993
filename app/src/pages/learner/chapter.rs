//! One chapter: the video that counts what is played, its words, its text.

use domain::unit::{MediaMs, RatePercent};
use leptos::prelude::*;

use crate::browser::media::Film;
use crate::browser::{history, keys, media};
use crate::components::keys_sheet::KeysSheet;
use crate::components::page_heading::PageHeading;
use crate::components::playback::Playback;
use crate::components::player::Player;
use crate::pages::learner::chapter_onward::Onward;
use crate::pages::learner::chapter_panels::Panels;
use crate::pages::learner::chapter_uncounted;
use crate::pages::learner::course::made_in_japanese;
use crate::pages::not_found::NotFoundPage;
use crate::paths::{Route, Stretch, content};
use crate::session::watching::Watching;
use crate::session::{Entry, Session, StorageState};
use crate::text::chapter::{self, words};
use crate::text::{course, pick};

/// One chapter: the video that counts what is played, its words, its text.
#[component]
pub fn ChapterPage(
    /// The course of the address.
    entry: Entry,
    /// Place of the chapter in the course's list; the frame has checked it.
    index: usize,
    /// Stretch to play, when the link names one.
    stretch: Stretch,
) -> impl IntoView {
    let session = Session::here();
    let Some(chapter) = entry.outline.chapters.get(index).cloned() else {
        return view! { <NotFoundPage /> }.into_any();
    };
    let watching = Watching::new(session, &entry, index);
    let policy = entry.outline.watching;
    let playback = Playback::new(chapter.duration, policy.rate_cap, watching.coverage());
    remember_choices(playback, session);
    start_at(playback, session, &entry, index, stretch);
    let keys_open = RwSignal::new(false);
    listen_to_keys(session, playback, keys_open, &entry, index);
    keep_awake(playback);
    announce_to_system(playback, &entry, index);

    let language = Signal::derive(move || session.language());
    let title = {
        let title = chapter.title.clone();
        Signal::derive(move || {
            course::chapter_title(index + 1, pick(&title, language.get()), language.get())
        })
    };
    let course_title = {
        let entry = entry.clone();
        move || pick(&entry.outline.title, language.get()).to_owned()
    };
    let film = Film {
        video: content::media(&chapter.video),
        poster: chapter.poster.as_ref().map(content::media),
        captions: chapter.captions.as_ref().map(content::media),
    };
    let watched = {
        let duration = chapter.duration;
        Signal::derive(move || {
            watching.coverage().with(|coverage| coverage.is_watched(duration, policy.tolerance))
        })
    };
    let reason = chapter_uncounted::reason(watching, playback);
    let uncounted = Signal::derive(move || {
        chapter::uncounted(reason.get()?, policy.rate_cap.0, language.get())
    });
    view! {
        <div class="stack">
            <div class="stack stack--tight">
                <a href=Route::course(&entry.outline.id).href()>{course_title}</a>
                <PageHeading text=title />
                {move || made_in_japanese(session)}
            </div>
            <div class="beside">
                <div class="stack">
                    <Passage playback />
                    <Player
                        film
                        playback
                        tolerance=policy.tolerance
                        watched
                        uncounted
                        saved=Signal::derive(move || saved(session))
                        language
                        on_observation=Callback::new(move |observation| watching.observe(observation))
                        on_keys=Callback::new(move |()| keys_open.set(true))
                    />
                    <Onward entry=entry.clone() index />
                </div>
                <Panels entry index playback />
            </div>
            <KeysSheet
                open=keys_open
                title=Signal::derive(move || words(language.get()).keys.to_owned())
                close_label=Signal::derive(move || words(language.get()).close.to_owned())
                keys=Signal::derive(move || {
                    chapter::keys(language.get()).iter().map(|key| (key.key, key.does)).collect::<Vec<_>>()
                })
                on_close=Callback::new(move |()| keys_open.set(false))
            />
        </div>
    }
    .into_any()
}

/// Captions and speed are as the learner chose them last, in whichever chapter.
fn remember_choices(playback: Playback, session: Session) {
    playback.begin_with(session.captions(), session.rate());
    Effect::new(move |before: Option<bool>| {
        let now = playback.captions.get();
        if before.is_some_and(|before| before != now) {
            session.set_captions(now);
        }
        now
    });
    Effect::new(move |before: Option<RatePercent>| {
        let now = playback.chosen_rate.get();
        if before.is_some_and(|before| before != now) {
            session.set_rate(now);
        }
        now
    });
}

/// Where playing starts: the link's passage, else where the learner stopped.
fn start_at(playback: Playback, session: Session, entry: &Entry, index: usize, stretch: Stretch) {
    let stopped = session.progress(entry).with_untracked(|progress| {
        progress.chapters.get(index).and_then(|chapter| chapter.position)
    });
    let from = stretch.from_s.map(MediaMs::from_seconds).or(stopped);
    playback.position.set(from.unwrap_or_default().min(playback.duration()));
    playback.until.set(stretch.until_s.map(MediaMs::from_seconds));
}

/// Keys of the page, as the help sheet lists them.
fn listen_to_keys(
    session: Session,
    playback: Playback,
    sheet: RwSignal<bool>,
    entry: &Entry,
    index: usize,
) {
    let next = entry
        .outline
        .chapters
        .get(index + 1)
        .map(|next| Route::chapter(&entry.outline.id, &next.id).href());
    let letters = move || untrack(|| session.letter_keys());
    let listener = keys::shortcuts(letters, move |key| {
        match key {
            " " | "k" | "K" => playback.toggle(),
            "ArrowLeft" | "j" | "J" => playback.back(),
            "ArrowRight" | "l" | "L" => playback.forward(),
            "<" => playback.change_rate(false),
            ">" => playback.change_rate(true),
            "c" | "C" => playback.toggle_captions(),
            "f" | "F" => playback.toggle_full_screen(),
            "g" | "G" => playback.play_gaps(),
            "n" | "N" => match &next {
                Some(next) => history::push(next),
                None => return false,
            },
            "?" => sheet.set(true),
            _ => return false,
        }
        true
    });
    // Held until the page goes.
    StoredValue::new_local(listener);
}

/// The screen stays on while the video plays.
fn keep_awake(playback: Playback) {
    let lock = StoredValue::new_local(None);
    let playing = Memo::new(move |_| playback.playing.get());
    Effect::new(move || lock.set_value(playing.get().then(media::WakeLock::hold)));
}

/// The system's own media keys and lock screen show the chapter and work on it.
fn announce_to_system(playback: Playback, entry: &Entry, index: usize) {
    let Some(chapter) = entry.outline.chapters.get(index) else { return };
    let link = |index: usize| {
        let chapter = entry.outline.chapters.get(index)?;
        Some(Route::chapter(&entry.outline.id, &chapter.id).href())
    };
    let (before, after) = (index.checked_sub(1).and_then(link), link(index + 1));
    let poster = chapter.poster.as_ref().map(content::media);
    let keys = media::MediaKeys::claim(
        &chapter.title.ja,
        &entry.outline.title.ja,
        poster.as_deref(),
        move |key| match key {
            media::MediaKey::Play => playback.play(),
            media::MediaKey::Pause => playback.pause(),
            media::MediaKey::Back => playback.back(),
            media::MediaKey::Forward => playback.forward(),
            media::MediaKey::Previous => before.iter().for_each(|href| history::push(href)),
            media::MediaKey::Next => after.iter().for_each(|href| history::push(href)),
        },
    );
    StoredValue::new_local(keys);
}

fn saved(session: Session) -> String {
    let words = words(session.language());
    match session.storage() {
        StorageState::Saved => words.saved,
        StorageState::Saving => words.saving,
        StorageState::Memory(_) | StorageState::Failing(_) => words.memory_only,
    }
    .to_owned()
}

/// Said when the reader came here from a question: that the passage plays, or how to play it where the browser refuses to
/// do so by itself.
#[component]
fn Passage(playback: Playback) -> impl IntoView {
    let session = Session::here();
    let said = Memo::new(move |_| {
        playback.until.get()?;
        let words = words(session.language());
        match (playback.playing.get(), playback.refused.get()) {
            (true, _) => Some(words.passage),
            (false, true) => Some(words.passage_refused),
            (false, false) => None,
        }
    });
    move || said.get().map(|said| view! { <p class="quiet" role="status">{said}</p> })
}
