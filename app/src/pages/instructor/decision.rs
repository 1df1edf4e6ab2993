//! The decision on a late code: accept or not, with a reason (token spec §14).

use domain::practical::{Decision, LateReason, Ruling};
use leptos::prelude::*;

use super::desk::Desk;
use crate::components::dialog::Dialog;
use crate::text::verify::{self, words};

/// What is wrong with the form.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lack {
    Reason,
    Note,
}

/// The dialog, open while a decision is being made.
#[component]
pub(super) fn DecisionDialog(desk: Desk) -> impl IntoView {
    let words = move || words(desk.session.language());
    let reason = RwSignal::new(None::<LateReason>);
    let note = RwSignal::new(String::new());
    let lack = RwSignal::new(None::<Lack>);
    let decision = move || desk.deciding.read().as_ref().map(|deciding| deciding.decision);
    Effect::new(move || {
        if let Some(deciding) = desk.deciding.get() {
            let decided =
                desk.row_untracked(&deciding.session, deciding.token).and_then(|row| row.ruling);
            // What spoke for the one decision does not speak for the other.
            let decided = decided.filter(|ruling| ruling.decision == deciding.decision);
            reason.set(decided.as_ref().map(|ruling| ruling.reason));
            note.set(decided.map(|ruling| ruling.note).unwrap_or_default());
            lack.set(None);
        }
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(deciding) = desk.deciding.get_untracked() else { return };
        let Some(reason) = reason.get_untracked() else { return lack.set(Some(Lack::Reason)) };
        let note = note.get_untracked().trim().to_owned();
        if reason == LateReason::Other && note.is_empty() {
            return lack.set(Some(Lack::Note));
        }
        let ruling = Ruling { decision: deciding.decision, reason, note };
        desk.decide(deciding.session, deciding.token, ruling);
    };
    let title = move || {
        if decision() == Some(Decision::Refuse) {
            words().refuse_title
        } else {
            words().accept_title
        }
    };
    let record = move || {
        if decision() == Some(Decision::Refuse) {
            words().record_refuse
        } else {
            words().record_accept
        }
    };
    view! {
        <Dialog
            open=Signal::derive(move || desk.deciding.read().is_some())
            title=Signal::derive(move || title().to_owned())
            close_label=Signal::derive(move || words().close.to_owned())
            on_close=Callback::new(move |()| desk.deciding.set(None))
        >
            <form class="stack" on:submit=submit>
                <fieldset class="field stack--tight">
                    <legend class="field__label">{move || words().reason}</legend>
                    {move || {
                        let reasons = LateReason::of(decision().unwrap_or(Decision::Accept));
                        reasons.map(|one| view! { <ReasonChoice desk one reason /> })
                    }}
                    {move || {
                        (lack.get() == Some(Lack::Reason))
                            .then(|| view! { <span class="field__error" role="alert">{words().reason_missing}</span> })
                    }}
                </fieldset>
                <div class="field">
                    <label class="field__label" for="reason-note">
                        {move || words().note}
                    </label>
                    <span class="field__hint" id="reason-note-hint">
                        {move || words().note_hint}
                    </span>
                    <textarea
                        class="field__input"
                        id="reason-note"
                        rows="2"
                        maxlength="200"
                        aria-describedby="reason-note-hint"
                        aria-invalid=move || (lack.get() == Some(Lack::Note)).then_some("true")
                        prop:value=note
                        on:input=move |event| note.set(event_target_value(&event))
                    ></textarea>
                    {move || {
                        (lack.get() == Some(Lack::Note))
                            .then(|| view! { <span class="field__error" role="alert">{words().note_missing}</span> })
                    }}
                </div>
                <div class="cluster">
                    <button type="submit" class="button button--primary">
                        {move || record()}
                    </button>
                    <button type="button" class="button" on:click=move |_| desk.deciding.set(None)>
                        {move || words().cancel}
                    </button>
                </div>
            </form>
        </Dialog>
    }
}

#[component]
fn ReasonChoice(
    desk: Desk,
    one: LateReason,
    reason: RwSignal<Option<LateReason>>,
) -> impl IntoView {
    view! {
        <label class="choice">
            <input
                class="choice__input"
                type="radio"
                name="late-reason"
                prop:checked=move || reason.get() == Some(one)
                on:change=move |_| reason.set(Some(one))
            />
            <span>{move || verify::reason(one, desk.session.language())}</span>
        </label>
    }
}
