//! Making the code: the name by the learner's choice, then the seal.

use domain::completion::NotComplete;
use domain::journal::{Event, ProfileField};
use domain::profile::{self, PersonNameError};
use leptos::prelude::*;
use token::claims::Completion;

use crate::browser::{clock, focus, text_rules};
use crate::components::notice::{Meaning, Notice};
use crate::components::text_field::TextField;
use crate::pages::learner::completion_facts::{FactList, Told, facts};
use crate::pages::learner::course_trouble::CourseTrouble;
use crate::session::{CourseFault, CourseState, Entry, SealFault, Session};
use crate::text::completion::{self, words};
use crate::text::course::{self, Trouble};
use crate::text::{Language, fault};

/// The form. A course that puts no names into its codes asks for none.
#[component]
pub fn CompletionForm(
    /// The course.
    entry: Entry,
    /// The code is made.
    on_sealed: Callback<()>,
    /// Leaves the form; none when there is nothing to go back to.
    on_cancel: Option<Callback<()>>,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let has_practical = entry.outline.completion.practical_required;
    let asks_name = entry.outline.completion.name_in_token;
    let stored = session.journal().with_untracked(|journal| {
        journal.profile(ProfileField::Name).unwrap_or_default().to_owned()
    });
    let name = RwSignal::new(stored);
    let with_name = RwSignal::new(asks_name);
    let name_error = RwSignal::new(None::<PersonNameError>);
    let trouble = RwSignal::new(None::<SealFault>);
    let sealing = RwSignal::new(false);
    let for_contents = entry.clone();
    let seal = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if sealing.get_untracked() {
            return;
        }
        name_error.set(None);
        if with_name.get_untracked()
            && let Err(error) = keep_name(session, &name.get_untracked())
        {
            name_error.set(Some(error));
            focus::move_to("#name");
            return;
        }
        sealing.set(true);
        let (entry, with_name) = (entry.clone(), with_name.get_untracked());
        leptos::task::spawn_local(async move {
            let sealed = session.seal(&entry, with_name).await;
            // The learner may have left the page meanwhile: then there is nobody to tell.
            sealing.try_set(false);
            match sealed {
                Ok(_) => {
                    on_sealed.try_run(());
                }
                Err(fault) => {
                    trouble.try_set(Some(fault));
                }
            }
        });
    };
    view! {
        <form class="card card--next stack" on:submit=seal>
            <h2>{move || words().make}</h2>
            <p>{move || words().make_advice(has_practical)}</p>
            {asks_name.then(|| view! { <NameChoice with_name name name_error /> })}
            <Contents entry=for_contents name with_name />
            {move || trouble.get().map(|trouble| view! { <SealTrouble trouble /> })}
            <div class="cluster">
                <button type="submit" class="button button--primary button--large" disabled=sealing>
                    {move || if sealing.get() { words().sealing } else { words().seal }}
                </button>
                {on_cancel
                    .map(|on_cancel| {
                        view! {
                            <button type="button" class="button" on:click=move |_| on_cancel.run(())>
                                {move || words().cancel}
                            </button>
                        }
                    })}
            </div>
        </form>
    }
}

/// What the code will say, to be read over before it is signed.
#[component]
fn Contents(entry: Entry, name: RwSignal<String>, with_name: RwSignal<bool>) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let draft = {
        let entry = entry.clone();
        Memo::new(move |_| Draft::of(session, &entry))
    };
    let body = move || match draft.get() {
        Draft::Loading => {
            view! { <p class="quiet" role="status">{move || words().loading}</p> }.into_any()
        }
        Draft::Failed(fault) => view! { <CourseTrouble entry=entry.clone() fault /> }.into_any(),
        Draft::Refused(reason) => {
            view! { <SealTrouble trouble=SealFault::NotComplete(reason) /> }.into_any()
        }
        Draft::Ready(claims) => {
            view! { <Claims entry=entry.clone() claims name with_name /> }.into_any()
        }
    };
    view! {
        <section class="stack stack--tight" aria-labelledby="contents">
            <h3 id="contents">{move || words().contents}</h3>
            {body}
            <p class="quiet">{move || words().public}</p>
        </section>
    }
}

/// What would be signed now.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Draft {
    /// The questions are on their way: the code names those that were missed by their places.
    Loading,
    /// They could not be had.
    Failed(CourseFault),
    /// No code can be made.
    Refused(NotComplete),
    /// These claims.
    Ready(Box<Completion>),
}

impl Draft {
    /// Tracked. A course without a test needs no questions, and waits for none.
    fn of(session: Session, entry: &Entry) -> Self {
        let loaded = match entry.outline.completion.test {
            None => None,
            Some(_) => match session.course(entry).get() {
                CourseState::Loading => return Self::Loading,
                CourseState::Failed(fault) => return Self::Failed(fault),
                CourseState::Ready(course) => Some(course),
            },
        };
        let pool = loaded.as_ref().and_then(|course| course.pool.as_ref());
        match session.to_be_sealed(entry, pool) {
            Ok(claims) => Self::Ready(Box::new(claims)),
            Err(reason) => Self::Refused(reason),
        }
    }
}

/// The claims in words, with the name as it is typed.
#[component]
fn Claims(
    entry: Entry,
    claims: Box<Completion>,
    name: RwSignal<String>,
    with_name: RwSignal<bool>,
) -> impl IntoView {
    let session = Session::here();
    let facts = Signal::derive(move || {
        let words = words(session.language());
        let name = name.read();
        let name = match (with_name.get(), name.trim()) {
            (false, _) => words.name_left_out,
            (true, "") => "—",
            (true, name) => name,
        };
        let told = Told { name: name.to_owned(), receipt: words.receipt_later.to_owned() };
        facts(&entry, &claims, told, clock::now(), session.language())
    });
    view! { <FactList facts /> }
}

/// Checks the name and keeps it in the profile, so that it is there the next time.
fn keep_name(session: Session, name: &str) -> Result<(), PersonNameError> {
    let name =
        profile::name(name, text_rules::nfc, text_rules::is_printable, text_rules::has_letter)?;
    let stored = session.journal().with_untracked(|journal| {
        journal.profile(ProfileField::Name).unwrap_or_default().to_owned()
    });
    if stored != name.as_str() {
        session.record(Event::ProfileSet {
            field: ProfileField::Name,
            value: name.as_str().to_owned(),
            at: clock::now(),
        });
    }
    Ok(())
}

#[component]
fn NameChoice(
    with_name: RwSignal<bool>,
    name: RwSignal<String>,
    name_error: RwSignal<Option<PersonNameError>>,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let choice = move |value: bool| {
        view! {
            <label class="choice">
                <input
                    class="choice__input"
                    type="radio"
                    name="with-name"
                    prop:checked=move || with_name.get() == value
                    on:change=move |_| with_name.set(value)
                />
                <span>{move || if value { words().with_name } else { words().without_name }}</span>
            </label>
        }
    };
    view! {
        <fieldset class="field">
            <legend class="field__label">{move || words().name_choice}</legend>
            <div class="stack stack--tight">{choice(true)} {choice(false)}</div>
        </fieldset>
        <Show when=move || with_name.get()>
            <TextField
                id="name"
                label=Signal::derive(move || words().name.to_owned())
                hint=Signal::derive(move || words().name_hint.to_owned())
                error=Signal::derive(move || {
                    name_error.get().map(|error| completion::name_error(error, session.language()).to_owned())
                })
                value=name
                autocomplete="name"
            />
        </Show>
    }
}

/// Why the code could not be made. Nothing was lost, and the button tries again.
#[component]
fn SealTrouble(trouble: SealFault) -> impl IntoView {
    let session = Session::here();
    let said = Memo::new(move |_| say(&trouble, session.language()));
    view! {
        <Notice meaning=Meaning::Stop title=Signal::derive(move || said.get().0) live=true>
            <p>{move || said.get().1}</p>
        </Notice>
    }
}

fn say(trouble: &SealFault, language: Language) -> (String, String) {
    match trouble {
        SealFault::NotComplete(reason) => completion::not_complete(reason, language),
        SealFault::Course(CourseFault::Fetch(fetch)) => fault::fetch_fault(fetch, language),
        SealFault::Course(CourseFault::Damaged) => course::trouble(Trouble::Damaged, language),
        SealFault::Course(CourseFault::Incomplete) => {
            course::trouble(Trouble::Incomplete, language)
        }
        SealFault::Key(key) => fault::key_fault(*key, language),
        SealFault::Claims(_) => completion::bad_claims(language),
    }
}
