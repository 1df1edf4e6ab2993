//! Finding as one types, in the folded form in which the catalogue's search compares, too.

use domain::search::Query;
use domain::search::fold::{Unit, fold};
use leptos::prelude::*;

/// An item of a list that narrows, with the texts that it is found by, folded.
#[derive(Clone)]
pub(super) struct Findable<T> {
    /// The item.
    pub(super) item: T,
    texts: Vec<Vec<Unit>>,
}

impl<T> Findable<T> {
    /// An item that is found by these texts.
    pub(super) fn by(texts: &[&str], item: T) -> Self {
        Self { item, texts: texts.iter().map(|text| fold(text)).collect() }
    }

    /// Whether every word that is looked for stands in one of the texts.
    pub(super) fn has(&self, query: &Query) -> bool {
        let stands = |word: &[Unit]| {
            self.texts.iter().any(|text| text.windows(word.len()).any(|window| window == word))
        };
        query.terms().iter().all(|word| stands(word))
    }
}

/// A field that narrows a list, with the number of what is found.
#[component]
pub(super) fn Find(
    /// Element id, unique on the page.
    id: &'static str,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What it looks at.
    #[prop(into)]
    hint: Signal<String>,
    /// What was found, spoken as it changes.
    #[prop(into)]
    found: Signal<String>,
    /// What is typed.
    typed: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="field on-screen-only">
            <label class="field__label" for=id>{label}</label>
            <span class="field__hint" id=format!("{id}-hint")>{hint}</span>
            <input
                class="field__input"
                id=id
                type="search"
                autocomplete="off"
                aria-describedby=format!("{id}-hint")
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <p class="quiet" role="status">{found}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_word_is_found_in_each_of_its_spellings() {
        let code = Findable::by(&["高血圧症", "こうけつあつしょう"], 74);
        for typed in ["", "高血圧", "髙血圧", "コウケツアツ", "ｺｳｹﾂｱﾂ", "高血圧 こうけつ", "、"]
        {
            assert!(code.has(&Query::parse(typed)), "{typed}");
        }
        // A word does not run from one text into the next.
        for typed in ["症こう", "低血圧", "高血圧 低"] {
            assert!(!code.has(&Query::parse(typed)), "{typed}");
        }
    }
}
