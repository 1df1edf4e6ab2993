//! The transcript: what is said, line by line. It follows the video, can be searched, and a line can be chosen to go there.

use domain::unit::MediaMs;
use leptos::prelude::*;

use crate::browser::scroll;
use crate::text::format;

/// One caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When it begins.
    pub start: MediaMs,
    /// When it ends.
    pub end: MediaMs,
    /// The words.
    pub text: String,
}

/// The transcript's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranscriptLabels {
    /// Label of the search field.
    pub search: &'static str,
    /// Said when the search finds nothing.
    pub nothing_found: &'static str,
    /// Said when there are no captions.
    pub none: &'static str,
}

/// A searchable list of captions, which are in Japanese as the videos are.
#[component]
pub fn Transcript(
    /// The captions in order.
    #[prop(into)]
    lines: Signal<Vec<Line>>,
    /// Where the playhead stands.
    #[prop(into)]
    position: Signal<MediaMs>,
    /// Words of the list.
    #[prop(into)]
    labels: Signal<TranscriptLabels>,
    /// A line was chosen.
    on_go: Callback<MediaMs>,
) -> impl IntoView {
    let wanted = RwSignal::new(String::new());
    let found = Memo::new(move |_| {
        let wanted = wanted.get().trim().to_lowercase();
        lines
            .get()
            .into_iter()
            .filter(|line| wanted.is_empty() || line.text.to_lowercase().contains(&wanted))
            .collect::<Vec<_>>()
    });
    let current = Memo::new(move |_| {
        let now = position.get();
        lines.with(|lines| lines.iter().rev().find(|line| line.start <= now).map(|line| line.start))
    });
    // The list follows the video as long as nobody searches in it.
    Effect::new(move || {
        if current.get().is_some() && wanted.read_untracked().is_empty() {
            scroll::reveal(".transcript__lines", ".transcript__line[aria-current]");
        }
    });
    view! {
        <Show
            when=move || !lines.read().is_empty()
            fallback=move || view! { <p class="quiet">{move || labels.get().none}</p> }
        >
            <div class="transcript">
                <label class="field">
                    <span class="field__label">{move || labels.get().search}</span>
                    <input
                        class="field__input"
                        type="search"
                        prop:value=wanted
                        on:input=move |event| wanted.set(event_target_value(&event))
                    />
                </label>
                <p class="quiet" role="status">
                    {move || found.read().is_empty().then(|| labels.get().nothing_found)}
                </p>
                <ol class="transcript__lines" lang="ja">
                    <For each=move || found.get() key=|line| line.start.0 let:line>
                        <TranscriptLine line current on_go />
                    </For>
                </ol>
            </div>
        </Show>
    }
}

#[component]
fn TranscriptLine(
    line: Line,
    current: Memo<Option<MediaMs>>,
    on_go: Callback<MediaMs>,
) -> impl IntoView {
    let start = line.start;
    view! {
        <li class="transcript__item">
            <button
                type="button"
                class="transcript__line"
                aria-current=move || (current.get() == Some(start)).then_some("true")
                on:click=move |_| on_go.run(start)
            >
                <span class="transcript__time">{format::position(start.0.into())}</span>
                <span>{line.text}</span>
            </button>
        </li>
    }
}
