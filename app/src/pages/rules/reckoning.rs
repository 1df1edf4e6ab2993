//! Small reckonings beside a rule: how many sets a class needs, until when a practical is in time.

use leptos::prelude::*;
use token::calendar::JstDate;

use crate::browser::clock;

/// A number of people, and what follows from it.
#[component]
pub(super) fn People(
    /// Element id, unique on the page.
    id: &'static str,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// The number at first.
    first: u16,
    /// What so many people need.
    #[prop(into)]
    needs: Callback<u16, String>,
) -> impl IntoView {
    let typed = RwSignal::new(first.to_string());
    let people = move || typed.read().trim().parse::<u16>().ok().filter(|people| *people > 0);
    view! {
        <div class="field rule-reckoning on-screen-only">
            <label class="field__label" for=id>{label}</label>
            <input
                class="field__input rule-reckoning__number"
                id=id
                type="number"
                inputmode="numeric"
                min="1"
                max="999"
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <output class="rule-reckoning__answer" for=id>{move || people().map(|people| needs.run(people))}</output>
        </div>
    }
}

/// A day, and what follows from it.
#[component]
pub(super) fn Day(
    /// Element id, unique on the page.
    id: &'static str,
    /// The label.
    #[prop(into)]
    label: Signal<String>,
    /// What follows from the day.
    #[prop(into)]
    follows: Callback<JstDate, String>,
) -> impl IntoView {
    let typed = RwSignal::new(clock::now().jst_date().to_string());
    let day = move || typed.read().parse::<JstDate>().ok();
    view! {
        <div class="field rule-reckoning on-screen-only">
            <label class="field__label" for=id>{label}</label>
            <input
                class="field__input rule-reckoning__day"
                id=id
                type="date"
                prop:value=typed
                on:input=move |event| typed.set(event_target_value(&event))
            />
            <output class="rule-reckoning__answer" for=id>{move || day().map(|day| follows.run(day))}</output>
        </div>
    }
}
