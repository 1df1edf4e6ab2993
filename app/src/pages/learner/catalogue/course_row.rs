//! A course in a list of the catalogue: what it is, what it is worth, and where what was searched for stands in it.

use std::sync::Arc;

use domain::catalog::{Audience, Outline, SpecialistCategory};
use domain::search::{Query, Stretch, marks};
use leptos::prelude::*;

use super::Desk;
use super::more::{self, More};
use crate::components::chip::Chip;
use crate::paths::Route;
use crate::session::Shelves;
use crate::text::{Language, catalogue, format, home, pick};

/// What leads to a course in a search.
#[derive(Clone)]
pub struct Finding {
    /// What was searched for: marked in the title.
    pub(super) query: Signal<Query>,
    /// A key was pressed on the link.
    pub(super) on_key: Callback<leptos::ev::KeyboardEvent>,
}

/// One course; the title is the link. In a search another may take its place: only what differs is drawn anew.
#[component]
pub fn CourseRow(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: StoredValue<Arc<Shelves>>,
    /// Its place in the catalog.
    #[prop(into)]
    course: Signal<usize>,
    /// Id of the link.
    id: String,
    /// What leads to it, in a search.
    #[prop(optional)]
    finding: Option<Finding>,
    /// Where what was searched for stands.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let session = desk.session;
    let of_outline = move |read: fn(&Outline, Language) -> String| {
        let outline = |shelves: &Arc<Shelves>| {
            read(&shelves.entries[course.get()].outline, session.language())
        };
        shelves.with_value(outline)
    };
    let query = finding.as_ref().map(|finding| finding.query);
    let on_key = move |event| {
        if let Some(finding) = &finding {
            finding.on_key.run(event);
        }
    };
    let title = Memo::new(move |_| {
        let title = of_outline(|outline, language| pick(&outline.title, language).to_owned());
        query.map_or_else(|| marks(&title, &Query::default()), |query| marks(&title, &query.read()))
    });
    let summary =
        move || of_outline(|outline, language| pick(&outline.summary, language).to_owned());
    let href = move || of_outline(|outline, _| Route::course(&outline.id).href());
    let worth = Memo::new(move |_| {
        let outline = |shelves: &Arc<Shelves>| {
            let outline = &shelves.entries[course.get()].outline;
            let mut said = worth(outline, shelves, session.language());
            said.extend(counts_for(desk, outline, shelves));
            said
        };
        shelves.with_value(outline)
    });
    view! {
        <li class="catalogue-row">
            <h3 class="catalogue-row__title">
                <a href=href id=id on:keydown=on_key>
                    {move || pieces(title.get())}
                </a>
            </h3>
            <Chips said=worth />
            {match children {
                Some(children) => children().into_any(),
                None => view! { <p class="quiet">{summary}</p> }.into_any(),
            }}
        </li>
    }
}

/// Courses one below the other, the first at once, the others when asked for.
#[component]
pub fn CourseList(
    /// What the parts of the page share.
    desk: Desk,
    /// The courses.
    shelves: Arc<Shelves>,
    /// The list's name, to which its links' ids belong.
    list: &'static str,
    /// Places in the catalog.
    courses: Vec<usize>,
) -> impl IntoView {
    let (count, most) = (courses.len(), desk.most_browsed());
    let shelves = StoredValue::new(shelves);
    let rows = move || {
        let shown = courses.iter().take(most.get()).enumerate();
        let row = |(row, course): (usize, &usize)| {
            view! { <CourseRow desk shelves course=*course id=more::link(list, row) /> }
        };
        shown.map(row).collect_view()
    };
    view! {
        <ul class="plain-list card">{rows}</ul>
        <More desk list count most />
    }
}

/// A word on a course, with its language where that is not the page's.
pub(super) type Said = (String, Option<&'static str>);

/// Such words side by side; nothing where there are none.
#[component]
pub(super) fn Chips(#[prop(into)] said: Signal<Vec<Said>>) -> impl IntoView {
    let chip = |(text, lang): Said| {
        view! {
            <span lang=lang>
                <Chip text meaning=None />
            </span>
        }
    };
    let chips = move || said.get().into_iter().map(chip).collect_view();
    view! {
        <Show when=move || !said.read().is_empty()>
            <p class="cluster">{chips}</p>
        </Show>
    }
}

/// Codes and units.
fn worth(outline: &Outline, shelves: &Shelves, language: Language) -> Vec<Said> {
    let mut said = Vec::new();
    for code in &outline.curriculum.codes {
        said.push(match shelves.code_name(code) {
            // The table's names are in Japanese alone.
            Some(name) => (format!("CC {code} {name}"), Some("ja")),
            None => (format!("CC {code}"), None),
        });
    }
    if outline.curriculum.units_tenths > 0 {
        said.push((format::units(outline.curriculum.units_tenths, language), None));
    }
    said
}

/// That a course is a sample, what it counts for besides, from when on where that day is still to come (R22), and who
/// earns its credit (R4).
pub(super) fn counts_for(desk: Desk, outline: &Outline, shelves: &Shelves) -> Vec<Said> {
    let language = desk.session.language();
    let mut said = Vec::new();
    if outline.sample {
        said.push((home::words(language).sample.to_owned(), None));
    }
    if let Some(credit) = &outline.listing.specialist {
        let text = catalogue::specialist_from(credit, shelves.specialist(), desk.today, language);
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

/// A text in pieces, those that were searched for marked.
pub(super) fn pieces(pieces: Vec<Stretch>) -> impl IntoView + use<> {
    let piece = |Stretch { text, marked }| match marked {
        true => view! { <mark>{text}</mark> }.into_any(),
        false => text.into_any(),
    };
    pieces.into_iter().map(piece).collect_view()
}
