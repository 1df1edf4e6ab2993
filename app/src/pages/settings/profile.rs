//! The profile: all optional, checked field by field, saved together.

use domain::audience::Membership;
use domain::journal::{Event, ProfileField};
use domain::profile::{self, NumberError, PersonNameError};
use leptos::prelude::*;

use crate::browser::{clock, focus, text_rules};
use crate::components::text_field::TextField;
use crate::session::Session;
use crate::text::settings::{self, words};
use crate::text::{Language, audience, completion};

/// A form of all fields.
#[component]
pub fn Profile() -> impl IntoView {
    let session = Session::here();
    let drafts =
        ProfileField::ALL.iter().map(|field| Draft::of(session, *field)).collect::<Vec<_>>();
    let saved = RwSignal::new(false);
    let row = |draft: &Draft| match draft.field {
        ProfileField::JmaMembership => view! { <MembershipRow draft=*draft /> }.into_any(),
        _ => view! { <Row draft=*draft /> }.into_any(),
    };
    let rows = drafts.iter().map(row).collect_view();
    let save = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let checked: Vec<_> = drafts.iter().map(|draft| draft.check()).collect();
        for (draft, value) in drafts.iter().zip(&checked) {
            draft.problem.set(value.as_ref().err().copied());
        }
        let wrong = drafts.iter().zip(&checked).find(|(_, value)| value.is_err());
        saved.set(wrong.is_none());
        if let Some((draft, _)) = wrong {
            // Half a profile is not kept: what is right stays in the form until all of it is.
            focus::move_to(&format!("#{}", draft.field.as_str()));
            return;
        }
        for (draft, value) in drafts.iter().zip(checked.into_iter().flatten()) {
            draft.keep(session, value);
        }
    };
    view! {
        <section class="card stack" aria-labelledby="profile">
            <h2 id="profile">{move || words(session.language()).profile}</h2>
            <p class="quiet">{move || words(session.language()).profile_note}</p>
            <form class="stack" on:submit=save on:input=move |_| saved.set(false)>
                {rows}
                <div class="cluster">
                    <button type="submit" class="button button--primary">
                        {move || words(session.language()).save}
                    </button>
                    <span role="status">{move || saved.get().then(|| words(session.language()).saved)}</span>
                </div>
            </form>
        </section>
    }
}

/// What is wrong with a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Problem {
    Number(NumberError),
    Name(PersonNameError),
}

/// A field while it is edited.
#[derive(Clone, Copy)]
struct Draft {
    field: ProfileField,
    value: RwSignal<String>,
    problem: RwSignal<Option<Problem>>,
}

impl Draft {
    fn of(session: Session, field: ProfileField) -> Self {
        let stored = session
            .journal()
            .with_untracked(|journal| journal.profile(field).unwrap_or_default().to_owned());
        Self { field, value: RwSignal::new(stored), problem: RwSignal::new(None) }
    }

    fn check(self) -> Result<String, Problem> {
        let value = self.value.get_untracked();
        let trimmed = value.trim();
        if trimmed.is_empty() {
            return Ok(String::new());
        }
        match self.field {
            ProfileField::Name => profile::name(
                trimmed,
                text_rules::nfc,
                text_rules::is_printable,
                text_rules::has_letter,
            )
            .map(|name| name.as_str().to_owned())
            .map_err(Problem::Name),
            ProfileField::Profession | ProfileField::JmaMembership => Ok(trimmed.to_owned()),
            ProfileField::JmaMemberId => profile::jma_member_id(trimmed).map_err(Problem::Number),
            ProfileField::MamisId => profile::mamis_id(trimmed).map_err(Problem::Number),
            ProfileField::PhysicianRegistrationNumber => {
                profile::physician_registration_number(trimmed).map_err(Problem::Number)
            }
        }
    }

    fn keep(self, session: Session, value: String) {
        self.value.set(value.clone());
        let stored = session
            .journal()
            .with_untracked(|journal| journal.profile(self.field).unwrap_or_default().to_owned());
        if stored != value {
            session.record(Event::ProfileSet { field: self.field, value, at: clock::now() });
        }
    }
}

#[component]
fn Row(draft: Draft) -> impl IntoView {
    let session = Session::here();
    follow(draft, session);
    let (autocomplete, inputmode) = match draft.field {
        ProfileField::Name => ("name", "text"),
        ProfileField::Profession => ("organization-title", "text"),
        ProfileField::MamisId | ProfileField::JmaMembership => ("off", "text"),
        ProfileField::JmaMemberId | ProfileField::PhysicianRegistrationNumber => ("off", "numeric"),
    };
    view! {
        <TextField
            id=draft.field.as_str()
            label=Signal::derive(move || settings::field(draft.field, session.language()).0.to_owned())
            hint=Signal::derive(move || settings::field(draft.field, session.language()).1.to_owned())
            error=Signal::derive(move || draft.problem.get().map(|problem| say(problem, session.language())))
            value=draft.value
            autocomplete
            inputmode
        />
    }
}

/// Whether one is a member (R4): one of three answers.
#[component]
fn MembershipRow(draft: Draft) -> impl IntoView {
    let session = Session::here();
    follow(draft, session);
    let words = move || audience::words(session.language());
    let answers = Membership::ALL
        .map(|answer| {
            view! {
                <label class="choice">
                    <input
                        class="choice__input"
                        type="radio"
                        name=draft.field.as_str()
                        prop:checked=move || draft.value.read().as_str() == answer.as_str()
                        on:change=move |_| draft.value.set(answer.as_str().to_owned())
                    />
                    <span>{move || audience::membership(answer, session.language())}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class="field" aria-describedby="jma-membership-hint">
            <legend class="field__label">{move || words().question}</legend>
            <span class="field__hint" id="jma-membership-hint">
                {move || words().hint}
            </span>
            {answers}
        </fieldset>
    }
}

/// Shows what the record says when it changes elsewhere: it was erased, brought back, taken in, or set in another tab.
fn follow(draft: Draft, session: Session) {
    let stored = Memo::new(move |_| {
        session
            .journal()
            .with(|journal| journal.profile(draft.field).unwrap_or_default().to_owned())
    });
    Effect::new(move |before: Option<()>| {
        let stored = stored.get();
        if before.is_some() {
            draft.problem.set(None);
            draft.value.set(stored);
        }
    });
}

fn say(problem: Problem, language: Language) -> String {
    match problem {
        Problem::Number(error) => settings::number_error(error, language),
        Problem::Name(error) => completion::name_error(error, language).to_owned(),
    }
}
