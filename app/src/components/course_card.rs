//! A course in a list: what it is, how far the learner is.

use leptos::prelude::*;

use super::chip::Chip;
use super::notice::Meaning;

/// Where the learner stands, as one word with its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The word, such as `4 / 9章 受講済`.
    pub text: String,
    /// What it means; none while nothing is begun.
    pub meaning: Option<Meaning>,
    /// Watched share of the whole course, 0 to 100.
    pub percent: u8,
}

/// One course. The title is the link.
#[component]
pub fn CourseCard(
    /// Address of the course's page.
    href: String,
    /// Title.
    #[prop(into)]
    title: Signal<String>,
    /// What it is about.
    #[prop(into)]
    summary: Signal<String>,
    /// Number of chapters and length.
    #[prop(into)]
    length: Signal<String>,
    /// Label of sample content, where it is.
    #[prop(into)]
    sample: Signal<Option<String>>,
    /// Where the learner stands.
    #[prop(into)]
    standing: Signal<Standing>,
    /// Due date in words, where there is one.
    #[prop(into)]
    due: Signal<Option<String>>,
) -> impl IntoView {
    view! {
        <li class="course-card card">
            <h3 class="course-card__title">
                <a href=href>{title}</a>
            </h3>
            <p class="course-card__summary">{summary}</p>
            <progress
                class="progress"
                max="100"
                value=move || standing.read().percent.to_string()
                aria-label=move || standing.read().text.clone()
            ></progress>
            <p class="cluster">
                {move || {
                    let Standing { text, meaning, .. } = standing.get();
                    view! { <Chip text meaning /> }
                }}
                {move || sample.get().map(|sample| view! { <Chip text=sample meaning=None /> })}
                <span class="quiet">{length}</span>
            </p>
            {move || due.get().map(|due| view! { <p class="course-card__due">{due}</p> })}
        </li>
    }
}
