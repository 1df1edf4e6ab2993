//! What comes after this chapter: the next chapter, the test, or the completion code.

use domain::progress::TestState;
use leptos::prelude::*;

use crate::components::icon::{Icon, Symbol};
use crate::paths::Route;
use crate::session::{Entry, Session};
use crate::text::chapter::words;
use crate::text::{course, pick};

/// The link onward. It stands out once this chapter is watched.
#[component]
pub fn Onward(
    /// The course.
    entry: Entry,
    /// Place of the chapter in the course's list.
    index: usize,
) -> impl IntoView {
    let session = Session::here();
    let progress = session.progress(&entry);
    let watched =
        move || progress.read().chapters.get(index).is_some_and(|chapter| chapter.watched);
    let all_watched = move || progress.read().chapters.iter().all(|chapter| chapter.watched);
    let class = move || if watched() { "button button--primary" } else { "button" };
    let next = entry.outline.chapters.get(index + 1).map(|next| {
        let title = next.title.clone();
        let text = move || {
            let language = session.language();
            course::chapter_title(index + 2, pick(&title, language), language)
        };
        (Route::chapter(&entry.outline.id, &next.id).href(), text)
    });
    let course = entry.outline.id.clone();
    let after_all = move || {
        let words = words(session.language());
        let (href, text) = match &progress.read().test {
            TestState::NotRequired | TestState::Passed { .. } => {
                (Route::completion(&course).href(), words.to_completion)
            }
            _ => (Route::self_assessment(&course).href(), words.to_test),
        };
        all_watched().then(|| view! { <a class="button button--primary" href=href>{text}</a> })
    };
    view! {
        <div class="cluster">
            {next
                .map(|(href, text)| {
                    view! {
                        <a class=class href=href>
                            <span>{move || words(session.language()).next_chapter} "　" {text}</span>
                            <Icon symbol=Symbol::Forward />
                        </a>
                    }
                })}
            {after_all}
        </div>
    }
}
