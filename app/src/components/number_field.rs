//! A number to be typed, with its unit beside it.

use domain::assessment::Answer;
use domain::decimal::{Decimal, NumberFault};
use domain::unit::Localized;
use leptos::html;
use leptos::prelude::*;

use crate::browser::clock::Alarm;
use crate::text::answering::{self, words};
use crate::text::{Language, pick};

/// More than any number that can be graded, with its unit.
const LONGEST: &str = "40";

/// Longer than a press on a button takes.
const PRESS_MS: i32 = 600;

/// One number.
#[component]
pub fn NumberField(
    /// The question's id.
    id: String,
    /// What it counts.
    unit: Localized,
    /// The answer given so far: what was typed, be it a number or not.
    answer: Signal<Option<Answer>>,
    /// Language of the words.
    language: Signal<Language>,
    /// The learner typed.
    on_answer: Callback<Option<Answer>>,
) -> impl IntoView {
    let unit = StoredValue::new(unit);
    let unit_text = move || unit.with_value(|unit| pick(unit, language.get()).to_owned());
    let typed = move || match answer.get() {
        Some(Answer::Number(typed)) => typed,
        _ => String::new(),
    };
    let input = NodeRef::<html::Input>::new();
    // Written only where it differs: a text that is being composed by an input method must not be touched.
    Effect::new(move || {
        let typed = typed();
        if let Some(input) = input.get().filter(|input| input.value() != typed) {
            input.set_value(&typed);
        }
    });
    // Nobody is told of a fault while still typing, nor before the press that left the field has come to its end: what
    // is said moves the buttons below, and the press would miss them.
    let is_typing = RwSignal::new(false);
    let leaving = StoredValue::new_local(None::<Alarm>);
    let leave = move || {
        let left = move || {
            // None is left when the page has been left.
            let _ = is_typing.try_set(false);
        };
        leaving.set_value(Alarm::after(PRESS_MS, left));
    };
    let read = move || unit.with_value(|unit| read(&typed(), unit));
    let fault = move || match read() {
        Err(NumberFault::Empty) => None,
        Err(fault) if !is_typing.get() => Some(answering::number_fault(fault, language.get())),
        _ => None,
    };
    let understood = move || {
        let number = read().ok()?.to_string();
        (number != typed()).then(|| answering::read_as(&number, &unit_text(), language.get()))
    };
    let [field, unit_id, error] =
        ["field", "unit", "error"].map(|part| format!("number-{id}-{part}"));
    let described = format!("{unit_id} {error}");
    view! {
        <div class="field">
            <label class="field__label" for=field.clone()>
                {move || words(language.get()).number_label}
            </label>
            <div class="cluster">
                <input
                    class="field__input number-field"
                    id=field
                    node_ref=input
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    maxlength=LONGEST
                    aria-describedby=described
                    aria-invalid=move || fault().is_some().then_some("true")
                    on:input=move |event| {
                        leaving.set_value(None);
                        is_typing.set(true);
                        let typed = event_target_value(&event);
                        on_answer.run((!typed.is_empty()).then_some(Answer::Number(typed)));
                    }
                    on:change=move |_| leave()
                    on:blur=move |_| leave()
                />
                <span id=unit_id>{unit_text}</span>
            </div>
            <span class="field__hint" role="status">
                {understood}
            </span>
            <span class="field__error" id=error role="status">
                {fault}
            </span>
        </div>
    }
}

/// The number, with or without its unit in either language.
fn read(typed: &str, unit: &Localized) -> Result<Decimal, NumberFault> {
    Decimal::read(typed, unit.ja())
        .or_else(|fault| Decimal::read(typed, unit.en()).map_err(|_| fault))
}
