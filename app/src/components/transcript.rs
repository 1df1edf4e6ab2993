//! The transcript: what is said, line by line. It follows the video, can be searched, and a line can be chosen to go there.

use domain::unit::MediaMs;
use leptos::prelude::*;

use crate::browser::{scroll, text_rules};
use crate::text::format;

/// One caption.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// When it begins.
    pub start: MediaMs,
    /// When it ends.
    pub end: MediaMs,
    /// The words, on one line.
    pub text: String,
}

impl Line {
    /// A caption whose words may be broken into several lines on the screen.
    pub fn new(start: MediaMs, end: MediaMs, text: &str) -> Self {
        Self { start, end, text: on_one_line(text) }
    }
}

/// The text without its line breaks. Only between two words of a script that has spaces does one stand for the break:
/// Japanese is broken anywhere, also within a word.
fn on_one_line(text: &str) -> String {
    let mut joined = String::with_capacity(text.len());
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let sides = (joined.chars().next_back(), line.chars().next());
        if let (Some(before), Some(after)) = sides
            && !is_japanese(before)
            && !is_japanese(after)
        {
            joined.push(' ');
        }
        joined.push_str(line);
    }
    joined
}

/// Kana, kanji, their punctuation and full-width forms.
const fn is_japanese(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..='\u{3ffff}')
}

/// The transcript's own words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TranscriptLabels {
    /// Label of the search field.
    pub search: &'static str,
    /// Said when the search finds nothing.
    pub nothing_found: &'static str,
}

/// A searchable list of captions, which are in Japanese as the videos are. Nothing while there are none: why, says the
/// page.
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
        let wanted = text_rules::as_searched(&wanted.get());
        lines
            .get()
            .into_iter()
            .filter(|line| {
                wanted.is_empty() || text_rules::as_searched(&line.text).contains(&wanted)
            })
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
        <Show when=move || !lines.read().is_empty()>
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

#[cfg(test)]
mod tests {
    use super::on_one_line;

    #[test]
    fn a_break_within_japanese_leaves_no_space() {
        assert_eq!(
            on_one_line("第3章では、除細動と、\n心停止の\r\n心電図"),
            "第3章では、除細動と、心停止の心電図"
        );
        assert_eq!(on_one_line("対象は\nVFと\n VT です"), "対象はVFとVT です");
        assert_eq!(on_one_line("chest\ncompressions\n"), "chest compressions");
        assert_eq!(on_one_line(""), "");
    }
}
