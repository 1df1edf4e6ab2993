//! Beside the video: transcript, lecture text, notes.

use leptos::prelude::*;

use crate::components::playback::Playback;
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
            </div>
            <div role="tabpanel" id="panels-panel-1" aria-labelledby="panels-tab-1" hidden=hidden(1)>
                <Lecture entry=entry.clone() index />
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
        TranscriptLabels {
            search: words.search,
            nothing_found: words.search_empty,
            none: words.no_captions,
        }
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

/// The chapter's text from the course's bundle.
#[component]
fn Lecture(entry: Entry, index: usize) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let state = session.course(&entry);
    move || match state.get() {
        CourseState::Loading => {
            view! { <p class="quiet" role="status">{words().loading}</p> }.into_any()
        }
        CourseState::Failed(fault) => view! {
            <div class="stack">
                <p>{words().text_failed}</p>
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
