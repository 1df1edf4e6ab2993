//! Pairs to be found: for each left, a choice among all rights.

use domain::assessment::{Answer, chosen_again, paired};
use domain::catalog::Pair;
use domain::unit::Localized;
use leptos::prelude::*;

use crate::text::answering::{self, words};
use crate::text::{Language, pick};

/// The pairs of a question, one a row.
#[component]
pub fn PairList(
    /// The question's id.
    id: String,
    /// The pairs, in the authors' order.
    pairs: Vec<Pair>,
    /// The order in which the rights are offered.
    shown: Vec<usize>,
    /// The answer given so far, finished or not.
    answer: Signal<Option<Answer>>,
    /// Language of the words.
    language: Signal<Language>,
    /// The learner chose a right, or took it away.
    on_answer: Callback<Option<Answer>>,
) -> impl IntoView {
    let count = pairs.len();
    let fixed = StoredValue::new(Fixed { pairs, shown });
    let list = List { fixed, answer, language, on_answer };
    let rows = (0..count).map(|left| row(list, left, format!("pair-{id}-{left}"))).collect_view();
    view! {
        <div class="pair-list">{rows}</div>
        <p class="quiet" role="status">
            {move || list.state()}
        </p>
    }
}

/// What of the list never changes.
struct Fixed {
    pairs: Vec<Pair>,
    shown: Vec<usize>,
}

/// The list, as its rows share it.
#[derive(Clone, Copy)]
struct List {
    fixed: StoredValue<Fixed>,
    answer: Signal<Option<Answer>>,
    language: Signal<Language>,
    on_answer: Callback<Option<Answer>>,
}

impl List {
    /// The rights chosen so far (tracked).
    fn given(self) -> Vec<Option<usize>> {
        let count = self.fixed.with_value(|fixed| fixed.pairs.len());
        self.answer.with(|answer| match answer {
            Some(Answer::Match(given)) if given.len() == count => given.clone(),
            _ => vec![None; count],
        })
    }

    /// One side of a pair, in words (tracked).
    fn text(self, index: usize, side: fn(&Pair) -> &Localized) -> String {
        let language = self.language.get();
        self.fixed.with_value(|fixed| {
            let pair = fixed.pairs.get(index);
            pair.map(|pair| pick(side(pair), language).to_owned()).unwrap_or_default()
        })
    }

    fn chosen(self, left: usize) -> Option<usize> {
        self.given().get(left).copied().flatten()
    }

    fn choose(self, left: usize, right: Option<usize>) {
        let before = self.given();
        let after = paired(&before, before.len(), left, right);
        let is_empty = after.iter().all(Option::is_none);
        self.on_answer.run((!is_empty).then_some(Answer::Match(after)));
    }

    /// Why what is chosen is no answer yet (tracked): a right that is chosen again, before what is not chosen.
    fn state(self) -> Option<String> {
        let (given, language) = (self.given(), self.language.get());
        let missing = given.iter().filter(|right| right.is_none()).count();
        let again = chosen_again(&given).into_iter().map(|(right, lefts)| {
            let lefts = lefts.into_iter().map(|left| self.text(left, |pair| &pair.left));
            let right = self.text(right, |pair| &pair.right);
            answering::chosen_again(&right, &lefts.collect::<Vec<_>>(), language)
        });
        let again: String = again.collect();
        if !again.is_empty() {
            return Some(again);
        }
        (1..given.len()).contains(&missing).then(|| answering::pairs_left(missing, language))
    }
}

fn row(list: List, left: usize, id: String) -> AnyView {
    let value = move || list.chosen(left).map(|right| right.to_string()).unwrap_or_default();
    let options = move || {
        let chosen = untrack(|| list.chosen(left));
        let option = |right: usize| {
            view! {
                <option value=right.to_string() selected=chosen == Some(right)>
                    {list.text(right, |pair| &pair.right)}
                </option>
            }
        };
        let shown = list.fixed.with_value(|fixed| fixed.shown.clone());
        shown.into_iter().map(option).collect_view()
    };
    let choose = move |event| {
        let right = event_target_value(&event).parse().ok();
        untrack(|| list.choose(left, right));
    };
    view! {
        <div class="pair-list__row">
            <label for=id.clone()>{move || list.text(left, |pair| &pair.left)}</label>
            <select class="field__input" id=id prop:value=value on:change=choose>
                <option value="">{move || words(list.language.get()).choose}</option>
                {options}
            </select>
        </div>
    }
    .into_any()
}
