//! Which practical session the codes are read for.

use leptos::prelude::*;
use token::calendar::JstDate;

use super::desk::Desk;
use super::judging::move_focus;
use crate::browser::clock;
use crate::components::notice::{Meaning, Notice};
use crate::text::format;
use crate::text::verify::{self, words};

/// Course and date of the session.
#[component]
pub(super) fn SessionChoice(desk: Desk) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let options = move || {
        desk.courses_on_offer()
            .into_iter()
            .map(|course| {
                let (value, title) = (course.to_string(), desk.title(&course));
                let is_chosen = move || desk.course.get().as_ref() == Some(&course);
                view! { <option value=value prop:selected=is_chosen>{title}</option> }
            })
            .collect_view()
    };
    let choose_course = move |event| {
        desk.choose(event_target_value(&event).parse().ok(), desk.date.get_untracked());
    };
    view! {
        <div class="stack">
            <div class="field">
                <label class="field__label" for="session-course">
                    {move || words().course}
                </label>
                <select class="field__input" id="session-course" on:change=choose_course>
                    <option value="" prop:selected=move || desk.course.read().is_none()>
                        {move || words().any_course}
                    </option>
                    {options}
                </select>
            </div>
            <SessionDate desk />
            <TypedDate desk />
        </div>
    }
}

/// Asks for the course right above the reader, while there are several and none was chosen.
#[component]
pub(super) fn CourseRequest(desk: Desk) -> impl IntoView {
    let words = move || words(desk.session.language());
    let lacks_course = Memo::new(move |_| desk.lacks_course());
    let choose = move |event| {
        desk.choose(event_target_value(&event).parse().ok(), desk.date.get_untracked());
        // The field goes with the answer.
        move_focus("#reading-heading");
    };
    let options = move || {
        let courses = desk.courses_on_offer().into_iter();
        courses
            .map(|course| view! { <option value=course.to_string()>{desk.title(&course)}</option> })
            .collect_view()
    };
    move || {
        lacks_course.get().then(|| {
            view! {
                <Notice meaning=Meaning::Attention title=Signal::derive(move || words().no_course_chosen.to_owned())>
                    <p>{move || words().choose_course}</p>
                    <div class="field">
                        <label class="field__label" for="course-today">
                            {move || words().course_today}
                        </label>
                        <select class="field__input" id="course-today" on:change=choose>
                            <option value="">{move || words().not_chosen}</option>
                            {options}
                        </select>
                    </div>
                </Notice>
            }
        })
    }
}

#[component]
fn SessionDate(desk: Desk) -> impl IntoView {
    let words = move || words(desk.session.language());
    let is_bad = RwSignal::new(false);
    let choose = move |event| {
        let date = event_target_value(&event).parse::<JstDate>();
        is_bad.set(date.is_err());
        if let Ok(date) = date {
            desk.choose(desk.course.get_untracked(), date);
        }
    };
    let is_today = move || {
        desk.session.now();
        desk.typed_date.get();
        desk.date.get() == desk.now().jst_date()
    };
    view! {
        <div class="field">
            <label class="field__label" for="session-date">
                {move || words().date}
            </label>
            <span class="field__hint" id="session-date-hint">
                {move || words().date_hint}
            </span>
            <div class="cluster">
                <input
                    class="field__input session-date"
                    id="session-date"
                    type="date"
                    aria-describedby="session-date-hint"
                    aria-invalid=move || is_bad.get().then_some("true")
                    prop:value=move || desk.date.get().to_string()
                    on:change=choose
                />
                <button
                    type="button"
                    class="button"
                    hidden=is_today
                    on:click=move |_| desk.choose(desk.course.get_untracked(), desk.now().jst_date())
                >
                    {move || words().today}
                </button>
            </div>
            {move || {
                is_bad.get().then(|| view! { <span class="field__error" role="alert">{words().bad_date}</span> })
            }}
        </div>
    }
}

/// Says that a typed date is in use, and goes back to the device's.
#[component]
fn TypedDate(desk: Desk) -> impl IntoView {
    let words = move || words(desk.session.language());
    move || {
        desk.typed_date.get().map(|date| {
            let language = desk.session.language();
            let device = format::jst_date(clock::now().jst_date(), true, language);
            let date = format::jst_date(date, true, language);
            let title = verify::said_of(words().typed_date, &date, language);
            view! {
                <Notice meaning=Meaning::Attention title=title>
                    <div>
                        <button type="button" class="button" on:click=move |_| desk.use_device_date()>
                            {verify::aside(words().use_device_date, &device, language)}
                        </button>
                    </div>
                </Notice>
            }
        })
    }
}
