//! Items to be put into their order: each has a button up and a button down, and can be dragged.

use domain::assessment::{Answer, reordered};
use domain::unit::Localized;
use leptos::html;
use leptos::prelude::*;

use crate::browser::drag::Dragging;
use crate::browser::focus;
use crate::text::answering::{self, words};
use crate::text::{Language, pick};

/// The items of an order, one a row.
#[component]
pub fn OrderList(
    /// The question's id.
    id: String,
    /// The items, in the authors' order.
    items: Vec<Localized>,
    /// The order in which they show until the learner moves one.
    shown: Vec<usize>,
    /// The answer given so far.
    answer: Signal<Option<Answer>>,
    /// Language of the words.
    language: Signal<Language>,
    /// The learner moved an item, or answers with the order as it is.
    on_answer: Callback<Option<Answer>>,
) -> impl IntoView {
    let fixed = StoredValue::new(Fixed { id, items, shown });
    let list = List { fixed, answer, language, on_answer };
    let rows = (0..list.len()).map(|place| row(list, place)).collect_view();
    let rows_of = NodeRef::<html::Ol>::new();
    let dragging = StoredValue::new_local(None);
    Effect::new(move || {
        let rows = rows_of.get();
        dragging.set_value(
            rows.map(|rows| Dragging::of(&rows, move |from, to| list.shift(from, to, None))),
        );
    });
    let words = move || words(language.get());
    let is_given = Memo::new(move |_| list.given().is_some());
    let state = move || if is_given.get() { words().ordered } else { words().not_ordered };
    view! {
        <ol class="order-list plain-list" node_ref=rows_of>
            {rows}
        </ol>
        <div class="cluster">
            <span class="quiet">{state}</span>
            <button
                type="button"
                class="button"
                // Not disabled, nor taken away: it would lose the focus by its own press.
                aria-disabled=move || is_given.get().then_some("true")
                on:click=move |_| {
                    if !is_given.get_untracked() {
                        untrack(|| list.answer(list.order()));
                    }
                }
            >
                {move || words().as_shown}
            </button>
        </div>
    }
}

/// What of the list never changes.
struct Fixed {
    id: String,
    items: Vec<Localized>,
    shown: Vec<usize>,
}

/// The list, as its rows share it. A row belongs to a place, not to an item: what has the focus is never taken off the
/// page.
#[derive(Clone, Copy)]
struct List {
    fixed: StoredValue<Fixed>,
    answer: Signal<Option<Answer>>,
    language: Signal<Language>,
    on_answer: Callback<Option<Answer>>,
}

impl List {
    fn len(self) -> usize {
        self.fixed.with_value(|fixed| fixed.shown.len())
    }

    /// The learner's order (tracked). One of other items, as another version of the course may have had, is none.
    fn given(self) -> Option<Vec<usize>> {
        self.answer.with(|answer| match answer {
            Some(Answer::Order(given))
                if given.len() == self.len() && given.iter().all(|item| *item < self.len()) =>
            {
                Some(given.clone())
            }
            _ => None,
        })
    }

    /// The order as it stands (tracked).
    fn order(self) -> Vec<usize> {
        self.given().unwrap_or_else(|| self.fixed.with_value(|fixed| fixed.shown.clone()))
    }

    /// The item at a place, in words (tracked).
    fn text(self, place: usize) -> String {
        let (order, language) = (self.order(), self.language.get());
        self.fixed.with_value(|fixed| {
            let item = order.get(place).and_then(|item| fixed.items.get(*item));
            item.map(|item| pick(item, language).to_owned()).unwrap_or_default()
        })
    }

    fn answer(self, order: Vec<usize>) {
        self.on_answer.run(Some(Answer::Order(order)));
    }

    /// Moves an item, tells where it is now, and goes with it.
    fn shift(self, from: usize, to: usize, button: Option<&str>) {
        if from == to || to >= self.len() {
            return;
        }
        untrack(|| {
            let text = self.text(from);
            self.answer(reordered(&self.order(), from, to));
            focus::announce(&answering::moved(&text, to + 1, self.len(), self.language.get()));
        });
        if let Some(button) = button {
            focus::move_to(&format!("[id=\"{}\"]", self.button(to, button)));
        }
    }

    fn button(self, place: usize, button: &str) -> String {
        self.fixed.with_value(|fixed| format!("order-{}-{place}-{button}", fixed.id))
    }
}

fn row(list: List, place: usize) -> AnyView {
    view! {
        <li class="order-list__row" draggable="true">
            <span class="order-list__place">{place + 1}</span>
            <span class="order-list__text">{move || list.text(place)}</span>
            {shift_button(list, place, true)}
            {shift_button(list, place, false)}
        </li>
    }
    .into_any()
}

fn shift_button(list: List, place: usize, is_up: bool) -> AnyView {
    let name = if is_up { "up" } else { "down" };
    let is_at_end = if is_up { place == 0 } else { place + 1 == list.len() };
    let shift = move |is_up: bool| {
        let to = if is_up { place.checked_sub(1) } else { Some(place + 1) };
        to.into_iter().for_each(|to| list.shift(place, to, Some(name)));
    };
    let words = move || words(list.language.get());
    view! {
        <button
            type="button"
            class="button"
            id=list.button(place, name)
            // Not disabled: it would lose the focus under the hand that moves an item to the end.
            aria-disabled=is_at_end.then_some("true")
            aria-label=move || answering::move_item(&list.text(place), is_up, list.language.get())
            on:click=move |_| shift(is_up)
            on:keydown=move |event| {
                let way = match event.key().as_str() {
                    "ArrowUp" => true,
                    "ArrowDown" => false,
                    _ => return,
                };
                event.prevent_default();
                shift(way);
            }
        >
            {move || if is_up { words().up } else { words().down }}
        </button>
    }
    .into_any()
}
