//! Long lists begin with their first rows; the others come when they are asked for.

use leptos::prelude::*;

use super::Desk;
use crate::browser::focus;
use crate::text::catalogue;

/// Rows that a list shows at once: a phone shows four.
pub(super) const AT_ONCE: usize = 10;

impl Desk {
    /// Rows that a list of what is browsed shows. While it is out of sight it stays as it is.
    pub(super) fn most_browsed(self) -> Memo<usize> {
        self.most(move || !self.is_searching.get())
    }

    /// Rows that the list of what was found shows. While it is out of sight it stays as it is.
    pub(super) fn most_found(self) -> Memo<usize> {
        self.most(move || self.is_searching.get())
    }

    fn most(self, is_seen: impl Fn() -> bool + Send + Sync + 'static) -> Memo<usize> {
        Memo::new(move |last: Option<&usize>| match is_seen() {
            true => AT_ONCE * (1 + usize::from(self.more.get())),
            false => last.copied().unwrap_or(AT_ONCE),
        })
    }
}

/// Id of the link in a row, counted from 0: the arrow keys lead there, and the focus where more is shown.
pub(super) fn link(list: &str, row: usize) -> String {
    format!("{list}-{row}")
}

/// The button below a list that has more rows than it shows; the focus goes on at the first new one.
#[component]
pub(super) fn More(
    /// What the parts of the page share.
    desk: Desk,
    /// The list's name, as in [`link`].
    #[prop(into)]
    list: String,
    /// All its rows.
    #[prop(into)]
    count: Signal<usize>,
    /// Those that it shows.
    most: Memo<usize>,
) -> impl IntoView {
    let list = StoredValue::new(list);
    let left = Memo::new(move |_| count.get().saturating_sub(most.get()));
    let press = move |_| {
        let first = most.get_untracked();
        desk.show_more();
        request_animation_frame(move || {
            focus::move_to(&format!("#{}", list.with_value(|list| link(list, first))));
        });
    };
    view! {
        <Show when=move || { left.get() > 0 }>
            <div class="on-screen-only">
                <button type="button" class="button" on:click=press>
                    {move || catalogue::more(left.get(), desk.session.language())}
                </button>
            </div>
        </Show>
    }
}
