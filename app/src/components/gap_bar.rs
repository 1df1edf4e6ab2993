//! The gap bar: a chapter's time line, coloured where it was really played. It is also the handle for moving about.

use domain::coverage::Span;
use domain::unit::MediaMs;
use leptos::prelude::*;

/// A bar as long as the chapter. Watched stretches are filled (and thicker, so that colour is not needed), the rest is not.
#[component]
pub fn GapBar(
    /// Length of the chapter.
    #[prop(into)]
    duration: Signal<MediaMs>,
    /// The watched stretches.
    #[prop(into)]
    watched: Signal<Vec<Span>>,
    /// Where the playhead stands.
    #[prop(into)]
    position: Signal<MediaMs>,
    /// Name of the bar, for screen readers.
    #[prop(into)]
    label: Signal<String>,
    /// Position and coverage in words, for screen readers.
    #[prop(into)]
    value_text: Signal<String>,
    /// The reader moved the playhead. Nothing is counted by moving.
    on_seek: Callback<MediaMs>,
) -> impl IntoView {
    let stretches = move || {
        let length = duration.get();
        watched
            .get()
            .into_iter()
            .map(|span| {
                let from = share(span.start(), length);
                let until = share(span.end(), length);
                // A stretch of a second in an hour must still be seen.
                view! { <rect class="gap-bar__stretch" x=from y="4" width=(until - from).max(1) height="16" /> }
            })
            .collect_view()
    };
    view! {
        <div class="gap-bar">
            <svg class="gap-bar__drawing" viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true">
                <rect class="gap-bar__rest" x="0" y="9" width="1000" height="6" />
                {stretches}
                <rect
                    class="gap-bar__playhead"
                    x=move || share(position.get(), duration.get()).min(996)
                    y="0"
                    width="4"
                    height="24"
                />
            </svg>
            <input
                class="gap-bar__handle"
                type="range"
                min="0"
                max=move || duration.get().0
                step="1000"
                prop:value=move || position.get().0.to_string()
                aria-label=label
                aria-valuetext=value_text
                on:input=move |event| {
                    if let Ok(ms) = event_target_value(&event).parse() {
                        on_seek.run(MediaMs(ms));
                    }
                }
            />
        </div>
    }
}

/// A position in thousandths of the length.
fn share(position: MediaMs, length: MediaMs) -> u32 {
    let thousandths = u64::from(position.0) * 1000 / u64::from(length.0.max(1));
    u32::try_from(thousandths.min(1000)).unwrap_or(1000)
}
