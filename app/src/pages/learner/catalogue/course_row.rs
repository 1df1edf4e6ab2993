//! A course in a list of the catalogue: what it is, what it is worth, and where what was searched for stands in it.

use std::sync::Arc;

use domain::catalog::{Audience, Outline, SpecialistCategory};
use domain::search::{Query, Stretch, marks};
use leptos::prelude::*;

use super::Desk;
use crate::components::chip::Chip;
use crate::paths::Route;
use crate::session::Shelves;
use crate::text::{Language, catalogue, pick};

/// What leads to a course in a search.
#[derive(Clone)]
pub struct Finding {
    /// What was searched for: marked in the title.
    pub(super) query: Query,
    /// Id of the link, to which the arrow keys lead.
    pub(super) id: String,
    /// A key was pressed on the link.
    pub(super) on_key: Callback<leptos::ev::KeyboardEvent>,
}

/// One course; the title is the link.
#[component]
pub fn CourseRow(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: Arc<Shelves>,
    /// Its place in the catalog.
    course: usize,
    /// What leads to it, in a search.
    #[prop(optional)]
    finding: Option<Finding>,
    /// Where what was searched for stands.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let session = desk.session;
    let entry = shelves.entries[course].clone();
    let query = finding.as_ref().map(|finding| finding.query.clone()).unwrap_or_default();
    let id = finding.as_ref().map(|finding| finding.id.clone());
    let on_key = move |event| {
        if let Some(finding) = &finding {
            finding.on_key.run(event);
        }
    };
    let title = {
        let entry = entry.clone();
        move || marked(pick(&entry.outline.title, session.language()), &query)
    };
    let summary = entry.outline.summary.clone();
    let href = Route::course(&entry.outline.id).href();
    let worth = move || {
        let said = worth(&entry.outline, &shelves, session.language());
        let is_any = !said.is_empty();
        let chip = |(text, lang): (String, Option<&'static str>)| {
            view! {
                <span lang=lang>
                    <Chip text meaning=None />
                </span>
            }
        };
        let chips = said.into_iter().map(chip);
        is_any.then(|| view! { <p class="cluster">{chips.collect_view()}</p> })
    };
    view! {
        <li class="catalogue-row">
            <h3 class="catalogue-row__title">
                <a href=href id=id on:keydown=on_key>
                    {title}
                </a>
            </h3>
            {worth}
            {match children {
                Some(children) => children().into_any(),
                None => view! { <p class="quiet">{move || pick(&summary, session.language()).to_owned()}</p> }.into_any(),
            }}
        </li>
    }
}

/// Codes, units and what the course counts for besides, a word each, with its language where that is not the page's.
fn worth(
    outline: &Outline,
    shelves: &Shelves,
    language: Language,
) -> Vec<(String, Option<&'static str>)> {
    let mut said = Vec::new();
    for code in &outline.curriculum.codes {
        said.push(match shelves.code_name(code) {
            // The table's names are in Japanese alone.
            Some(name) => (format!("CC {code} {name}"), Some("ja")),
            None => (format!("CC {code}"), None),
        });
    }
    if outline.curriculum.units_tenths > 0 {
        said.push((catalogue::units_short(outline.curriculum.units_tenths, language), None));
    }
    if let Some(credit) = &outline.listing.specialist {
        let text = catalogue::specialist(&credit.category, credit.units_tenths, language);
        let is_named = matches!(credit.category, SpecialistCategory::Named(_));
        said.push((text, is_named.then_some("ja")));
    }
    let trainings = outline.listing.tags.iter();
    said.extend(trainings.map(|tag| (catalogue::training(*tag, language).to_owned(), None)));
    if outline.audience == Audience::Members {
        said.push((catalogue::words(language).members.to_owned(), None));
    }
    said
}

/// A text with what was searched for marked.
pub(super) fn marked(text: &str, query: &Query) -> impl IntoView + use<> {
    let piece = |Stretch { text, marked }| match marked {
        true => view! { <mark>{text}</mark> }.into_any(),
        false => text.into_any(),
    };
    marks(text, query).into_iter().map(piece).collect_view()
}
