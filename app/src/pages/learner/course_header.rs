//! The course's header (R15): who plans and supervises it, for whom, how long, what it is worth, its sources.

use domain::rules::TableId;
use domain::unit::Localized;
use leptos::prelude::*;

use crate::pages::learner::course_als::AlsFacts;
use crate::pages::learner::course_trouble::CourseTrouble;
use crate::paths::Route;
use crate::session::{CourseState, Entry, LoadedCourse, Session};
use crate::text::course::{self, words};
use crate::text::{catalogue, pick};

/// The header's facts. Those of the outline are there at once, the others when the course is loaded.
#[component]
pub fn CourseHeader(
    /// The course.
    entry: Entry,
) -> impl IntoView {
    let session = Session::here();
    let state = session.course(&entry);
    let words = move || words(session.language());
    let loaded = {
        let entry = entry.clone();
        let table = entry.outline.rule_table.clone();
        move || match state.get() {
            CourseState::Loading => {
                view! { <p class="quiet" role="status">{words().loading}</p> }.into_any()
            }
            CourseState::Ready(course) => {
                view! { <Loaded course=(*course).clone() table=table.clone() /> }.into_any()
            }
            CourseState::Failed(fault) => {
                view! { <CourseTrouble entry=entry.clone() fault /> }.into_any()
            }
        }
    };
    let outline = entry.outline.clone();
    let videos_ms = outline.chapters.iter().map(|chapter| u64::from(chapter.duration.0)).sum();
    let credit = {
        let curriculum = outline.curriculum.clone();
        let is_sample = outline.sample;
        move || {
            if curriculum.codes.is_empty() {
                words().no_credit.to_owned()
            } else {
                let credit =
                    course::credit(&curriculum.codes, curriculum.units_tenths, session.language());
                let remark = if is_sample { words().sample_credit } else { "" };
                format!("{credit}\n{remark}").trim_end().to_owned()
            }
        }
    };
    let counts_for = counts_for(&entry, session);
    view! {
        <section class="stack" aria-labelledby="about">
            <h2 id="about">{move || words().about}</h2>
            <dl class="facts">
                <Fact name=Signal::derive(move || words().audience) value=Signal::derive(move || {
                    course::audience(&outline.audience, session.language()).to_owned()
                }) />
                <Fact name=Signal::derive(move || words().minutes) value=Signal::derive(move || {
                    let minutes = outline.minutes;
                    course::minutes(minutes.elearning, videos_ms, minutes.inperson, session.language())
                }) />
                <Fact name=Signal::derive(move || words().credit) value=Signal::derive(credit) />
                {counts_for}
                <Fact name=Signal::derive(move || words().version) value=outline.version.clone() />
            </dl>
            {loaded}
        </section>
    }
}

/// What the course counts for besides its units. From when on is in the course's own file.
fn counts_for(entry: &Entry, session: Session) -> Option<impl IntoView + use<>> {
    let listing = entry.outline.listing.clone();
    if listing.specialist.is_none() && listing.tags.is_empty() {
        return None;
    }
    let state = session.course(entry);
    let today = untrack(|| session.now()).jst_date();
    let value = move || {
        let language = session.language();
        let state = state.get();
        let rule = match &state {
            CourseState::Ready(course) => course.course.framework.specialist.as_ref(),
            CourseState::Loading | CourseState::Failed(_) => None,
        };
        let specialist = listing.specialist.iter();
        let specialist =
            specialist.map(|credit| catalogue::specialist_from(credit, rule, today, language));
        let tags = listing.tags.iter();
        let tags = tags.map(|tag| catalogue::training(*tag, language).to_owned());
        specialist.chain(tags).collect::<Vec<_>>().join("\n")
    };
    let name = Signal::derive(move || words(session.language()).counts_for);
    Some(view! { <Fact name value=Signal::derive(value) /> })
}

/// The rule table that the course keeps, as a link to it.
#[component]
fn RuleLink(table: TableId, title: Localized) -> impl IntoView {
    let session = Session::here();
    let text = move || {
        let language = session.language();
        course::rules(pick(&title, language), language)
    };
    view! { <p><a href=Route::rule_table(table).href()>{text}</a></p> }
}

#[component]
fn Loaded(course: LoadedCourse, table: Option<TableId>) -> impl IntoView {
    let session = Session::here();
    let words = move || words(session.language());
    let course = course.course;
    let supervisors = course
        .supervisors
        .iter()
        .map(|one| said_once(&[&one.affiliation, &one.post, &one.name]))
        .collect::<Vec<_>>()
        .join("\n");
    let goal = course.goal.clone();
    let sources = course
        .sources
        .iter()
        .cloned()
        .map(|source| view! { <li lang="ja">{source}</li> })
        .collect_view();
    let title = course.framework.rule_title.clone();
    let rules = table.zip(title).map(|(table, title)| view! { <RuleLink table title /> });
    let als = course.framework.als.clone().map(|als| view! { <AlsFacts als /> });
    view! {
        <dl class="facts">
            <Fact name=Signal::derive(move || words().goal) value=Signal::derive(move || {
                pick(&goal, session.language()).to_owned()
            }) />
            <Fact name=Signal::derive(move || words().organiser) value=course.organiser.clone() lang="ja" />
            <Fact name=Signal::derive(move || words().supervisors) value=supervisors lang="ja" />
        </dl>
        {rules}
        {als}
        <h3>{move || words().sources}</h3>
        <ul>{sources}</ul>
    }
}

/// The parts side by side, without those that a later part says again: `未定` beside `監修者未定`.
fn said_once(parts: &[&str]) -> String {
    let is_said_later =
        |index: usize, part: &str| parts[index + 1..].iter().any(|later| later.contains(part));
    let kept = parts.iter().enumerate().filter(|(index, part)| !is_said_later(*index, part));
    kept.map(|(_, part)| *part).collect::<Vec<_>>().join("　")
}

/// A field of the header with its value.
#[component]
pub(super) fn Fact(
    /// The field.
    #[prop(into)]
    name: Signal<&'static str>,
    /// What it says.
    #[prop(into)]
    value: Signal<String>,
    /// Language of the value where it is not that of the page.
    #[prop(optional)]
    lang: Option<&'static str>,
) -> impl IntoView {
    view! {
        <dt class="facts__name">{name}</dt>
        <dd class="facts__value" lang=lang>{value}</dd>
    }
}

#[cfg(test)]
mod tests {
    use super::said_once;

    #[test]
    fn what_is_undecided_is_said_once() {
        assert_eq!(
            said_once(&["未定", "未定", "監修者未定（サンプル）"]),
            "監修者未定（サンプル）"
        );
        assert_eq!(said_once(&["見本大学", "教授", "見本 太郎"]), "見本大学　教授　見本 太郎");
    }
}
