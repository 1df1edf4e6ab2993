//! Beside the video: transcript, lecture text, notes.

use leptos::prelude::*;

use crate::browser::focus;
use crate::components::playback::{CaptionsState, Playback};
use crate::components::tabs::Tabs;
use crate::components::transcript::{Transcript, TranscriptLabels};
use crate::pages::learner::chapter_notes::Notes;
use crate::pages::learner::course_trouble::CourseTrouble;
use crate::paths::content;
use crate::session::{CourseState, Entry, Session};
use crate::text::chapter::words;

/// Three panels, one at a time.
#[component]
pub fn Panels(
    /// The course.
    entry: Entry,
    /// Place of the chapter in the course's list.
    index: usize,
    /// The handle on the chapter's video.
    playback: Playback,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let chosen = RwSignal::new(0_usize);
    let hidden = move |n: usize| move || chosen.get() != n;
    let chapter = entry.outline.chapters.get(index);
    let has_captions = chapter.is_some_and(|chapter| chapter.captions.is_some());
    view! {
        <div class="stack">
            <Tabs
                id="panels"
                label=Signal::derive(move || words().panels.to_owned())
                names=Signal::derive(move || {
                    vec![words().transcript.to_owned(), words().lecture.to_owned(), words().notes.to_owned()]
                })
                chosen
                on_choose=Callback::new(move |n| chosen.set(n))
            />
            <div role="tabpanel" id="panels-panel-0" aria-labelledby="panels-tab-0" hidden=hidden(0)>
                <Spoken playback />
                <NotSpoken playback has_captions />
            </div>
            <div role="tabpanel" id="panels-panel-1" aria-labelledby="panels-tab-1" hidden=hidden(1)>
                <Lecture entry=entry.clone() index playback />
            </div>
            <div role="tabpanel" id="panels-panel-2" aria-labelledby="panels-tab-2" hidden=hidden(2)>
                <Notes entry index playback />
            </div>
        </div>
    }
}

/// The captions as text, as the browser read them for the video.
#[component]
fn Spoken(playback: Playback) -> impl IntoView {
    let session = Session::here();
    let labels = move || {
        let words = words(session.language());
        TranscriptLabels { search: words.search, nothing_found: words.search_empty }
    };
    view! {
        <Transcript
            lines=playback.lines
            position=playback.position
            labels=Signal::derive(labels)
            on_go=Callback::new(move |position| playback.go(position))
        />
    }
}

/// Why there is no transcript: the chapter has none, or it is on its way, or it could not be had.
#[component]
fn NotSpoken(playback: Playback, has_captions: bool) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let said = move || match (has_captions, playback.captions_state.get()) {
        (false, _) | (true, CaptionsState::Here) => words().no_captions,
        (true, CaptionsState::Awaited) => words().loading,
        (true, CaptionsState::Missing) => words().captions_failed,
    };
    let again = move |_| {
        // The button goes by its own press.
        focus::set_on("[role=tab][aria-selected=true]");
        playback.load_captions_again();
    };
    view! {
        <Show when=move || playback.lines.read().is_empty()>
            <div class="stack stack--tight">
                <p class="quiet" role="status">
                    {said}
                </p>
                <Show when=move || playback.captions_state.get() == CaptionsState::Missing>
                    <div>
                        <button type="button" class="button" on:click=again>
                            {move || words().retry}
                        </button>
                    </div>
                </Show>
            </div>
        </Show>
    }
}

/// The chapter's text from the course's bundle.
#[component]
fn Lecture(entry: Entry, index: usize, playback: Playback) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let state = session.course(&entry);
    // That the video goes on is not promised where it does not.
    let failed = move || match playback.fault.get() {
        None => words().text_failed,
        Some(_) => words().text_failed_too,
    };
    move || match state.get() {
        CourseState::Loading => {
            view! { <p class="quiet" role="status">{words().loading}</p> }.into_any()
        }
        CourseState::Failed(fault) => view! {
            <div class="stack">
                <p>{failed}</p>
                <CourseTrouble entry=entry.clone() fault />
            </div>
        }
        .into_any(),
        CourseState::Ready(loaded) => {
            let Some(text) = loaded.course.chapters.get(index).cloned() else {
                return ().into_any();
            };
            let html = with_addresses(&text.html);
            let objectives =
                text.objectives.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
            let sources =
                text.sources.into_iter().map(|one| view! { <li>{one}</li> }).collect_view();
            view! {
                <article class="lecture" lang="ja">
                    <h2>{words().objectives}</h2>
                    <ul>{objectives}</ul>
                    <div class="lecture" inner_html=html></div>
                    <h2>{words().sources}</h2>
                    <ul>{sources}</ul>
                </article>
            }
            .into_any()
        }
    }
}

/// The text with the addresses of its pictures, which stand in a bundle as `src="media:NAME"`. Prose and links that
/// happen to say `media:` stay as they are.
fn with_addresses(html: &str) -> String {
    html.replace("src=\"media:", &format!("src=\"{}", content::media("")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_addresses_of_pictures_are_filled_in() {
        let html = r#"<p>multimedia: <a href="https://example.org/media:x">media:</a></p><img src="media:a.webp" alt="media:">"#;
        let shown = with_addresses(html);
        assert_eq!(shown, html.replace("src=\"media:a", &format!("src=\"{}", content::media("a"))));
        assert!(!shown.contains("src=\"media:"));
    }
}
