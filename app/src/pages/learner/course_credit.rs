//! On a course whose credit is for members alone (R4): whether the learner earns it, beside the learner's name (R5).

use domain::audience::{Earning, Membership, may_earn};
use domain::catalog::Audience;
use domain::journal::ProfileField;
use leptos::prelude::*;

use crate::components::notice::{Meaning, Notice};
use crate::paths::Route;
use crate::session::{Entry, Session};
use crate::text::audience::{self, words};
use crate::text::course;

/// Nothing on a course that is not for members alone, or that gives no credit to anybody.
#[component]
pub fn CreditNote(
    /// The course.
    entry: Entry,
) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let is_sample = entry.outline.sample;
    let is_for_members = entry.outline.audience == Audience::Members;
    let earning = Memo::new(move |_| {
        let membership = session.journal().with(Membership::of);
        Some(may_earn(&entry.outline, membership)).filter(|_| is_for_members)
    });
    let said = move |what: &'static str| {
        session.journal().with(|journal| {
            audience::said_of(journal.profile(ProfileField::Name), what, session.language())
        })
    };
    let setting = move || {
        view! {
            <div>
                <a class="button" href=Route::Settings.href()>{move || words().to_setting}</a>
            </div>
        }
    };
    move || match earning.get() {
        None | Some(Earning::NoCredit) => ().into_any(),
        Some(Earning::Earns) => {
            let remark = move || course::words(session.language()).sample_credit;
            view! {
                <p class="quiet">
                    {move || said(words().earns)}
                    {is_sample.then(|| view! { <br /> {remark} })}
                </p>
            }
            .into_any()
        }
        Some(Earning::EarnsNone(reason)) => {
            let title = move || said(words().earns_none);
            view! {
                <Notice meaning=Meaning::Attention title=Signal::derive(title)>
                    <p>{move || audience::reason(reason, session.language())}</p>
                    <p>{move || words().may_learn}</p>
                    {setting()}
                </Notice>
            }
            .into_any()
        }
    }
}
