//! A chapter in the course's list: title, progress, state and times (R16).

use leptos::prelude::*;

use super::chip::Chip;
use super::notice::Meaning;

/// How far a chapter is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ChapterStanding {
    /// 受講済, 受講中 or 未受講.
    pub state: String,
    /// What the state means; none while nothing is begun.
    pub meaning: Option<Meaning>,
    /// Watched share, 0 to 100.
    pub percent: u8,
    /// Watched time and length in words.
    pub times: String,
    /// What is missing in words; none when nothing is.
    pub missing: Option<String>,
}

/// One chapter; the title is the link.
#[component]
pub fn ChapterRow(
    /// Address of the chapter.
    href: String,
    /// Number and title.
    #[prop(into)]
    title: Signal<String>,
    /// The word for progress, such as 進行度.
    #[prop(into)]
    progress_label: Signal<String>,
    /// How far it is.
    #[prop(into)]
    standing: Signal<ChapterStanding>,
) -> impl IntoView {
    view! {
        <li class="chapter-row">
            <div class="cluster cluster--apart">
                <a class="chapter-row__title" href=href>
                    {title}
                </a>
                {move || {
                    let ChapterStanding { state, meaning, .. } = standing.get();
                    view! { <Chip text=state meaning /> }
                }}
            </div>
            <progress
                class="progress"
                max="100"
                value=move || standing.read().percent.to_string()
                aria-label=move || format!("{} {}%", progress_label.get(), standing.read().percent)
            ></progress>
            <p class="chapter-row__times quiet">
                <span>{move || format!("{} {}%", progress_label.get(), standing.read().percent)}</span>
                <span>{move || standing.read().times.clone()}</span>
                <span class="chapter-row__missing">{move || standing.read().missing.clone()}</span>
            </p>
        </li>
    }
}
