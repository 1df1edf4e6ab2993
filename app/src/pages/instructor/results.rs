//! The list of a session's check-ins, with counts, decisions and export.

use std::collections::BTreeSet;

use domain::practical::{CheckInLog, Decision, Outcome, Row, SessionKey};
use leptos::prelude::*;
use token::calendar::JstDate;
use token::claims::Level;
use token::identifier::CourseId;

use super::desk::{Deciding, Desk};
use super::export;
use super::finding::holder_of;
use super::keeping::{Erasing, NamesSwitch};
use crate::browser::{file, focus, print};
use crate::components::chip::Chip;
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::text::verify::{self, words};
use crate::text::{Language, format};

/// A row with the session it belongs to: with any course there are several.
pub(super) type SessionRow = (SessionKey, Row);

/// The rows of the chosen course, or of every course, on a day, in the order of first readings.
pub(super) fn rows(log: &CheckInLog, course: Option<&CourseId>, date: JstDate) -> Vec<SessionRow> {
    let sessions = match course {
        Some(course) => BTreeSet::from([SessionKey { course: course.clone(), date }]),
        None => log.sessions().into_iter().filter(|session| session.date == date).collect(),
    };
    let mut rows: Vec<SessionRow> = sessions
        .into_iter()
        .flat_map(|session| log.rows(&session).into_iter().map(move |row| (session.clone(), row)))
        .collect();
    rows.sort_by_key(|(_, row)| (row.first_at, row.cti8));
    rows
}

/// How many rows there are of each kind.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Counts {
    pub(super) ready: usize,
    pub(super) late_accepted: usize,
    pub(super) undecided: usize,
    pub(super) refused: usize,
    pub(super) confirmed: usize,
}

impl Counts {
    /// Counts the rows; an accepted late one is not also counted as ready.
    pub(super) fn of(rows: &[SessionRow]) -> Self {
        let mut counts = Self::default();
        for (_, row) in rows {
            match (row.outcome, row.reading.is_late()) {
                (Outcome::Accepted, false) => counts.ready += 1,
                (Outcome::Accepted, true) => counts.late_accepted += 1,
                (Outcome::Undecided, _) => counts.undecided += 1,
                (Outcome::Refused, _) => counts.refused += 1,
            }
            counts.confirmed += usize::from(row.holder > 0 && row.outcome != Outcome::Refused);
        }
        counts
    }
}

/// The list.
#[component]
pub(super) fn Results(desk: Desk) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let rows = Memo::new(move |_| {
        desk.session.check_ins().with(|log| rows(log, desk.course.read().as_ref(), desk.date.get()))
    });
    view! {
        <section class="card stack" aria-labelledby="results-heading">
            <div class="stack stack--tight">
                <h2 id="results-heading">{move || words().results}</h2>
                <p>{move || desk.chosen()}</p>
            </div>
            <NamesSwitch desk />
            <CountRow desk counts=Signal::derive(move || rows.with(|rows| Counts::of(rows))) />
            {move || {
                if rows.with(Vec::is_empty) {
                    view! { <p class="quiet">{words().results_empty}</p> }.into_any()
                } else {
                    view! { <Table desk rows=rows.into() /> }.into_any()
                }
            }}
            <ExportButtons desk rows=rows.into() />
            <Erasing desk shown=rows.into() />
        </section>
    }
}

#[component]
fn CountRow(desk: Desk, counts: Signal<Counts>) -> impl IntoView {
    move || {
        let words = words(desk.session.language());
        let counts = counts.get();
        let count = |name: &'static str, number: usize| {
            view! {
                <div class="counts__one">
                    <dt class="counts__name">{name}</dt>
                    <dd class="counts__number">{number}</dd>
                </div>
            }
        };
        view! {
            <dl class="counts">
                {count(words.count_ready, counts.ready)} {count(words.count_late_accepted, counts.late_accepted)}
                {count(words.count_undecided, counts.undecided)} {count(words.count_refused, counts.refused)}
                {count(words.count_confirmed, counts.confirmed)}
            </dl>
        }
    }
}

#[component]
fn Table(desk: Desk, rows: Signal<Vec<SessionRow>>) -> impl IntoView {
    let heads = move || {
        let words = words(desk.session.language());
        let heads = [
            words.time,
            words.receipt,
            words.name,
            words.result,
            words.level,
            words.holder,
            words.decision,
        ];
        view! {
            {heads.map(|head| view! { <th role="columnheader" scope="col">{head}</th> })}
            <th role="columnheader" scope="col" class="on-screen-only">{words.action}</th>
        }
    };
    let lines = move || {
        let language = desk.session.language();
        let line = |(session, row)| line(desk, session, row, language);
        rows.get().into_iter().map(line).collect_view()
    };
    view! {
        <table class="rows" role="table" aria-labelledby="results-heading">
            <thead class="rows__head" role="rowgroup">
                <tr role="row">{heads}</tr>
            </thead>
            <tbody role="rowgroup">{lines}</tbody>
        </table>
    }
}

fn line(desk: Desk, session: SessionKey, row: Row, language: Language) -> impl IntoView {
    let words = words(language);
    let level = row.reading.level.and_then(|level| Level::from_number(level.into()));
    let meaning = meaning(&row.reading.verdict, level);
    let is_refused = level.is_none();
    let level = level.map_or("–", |level| verify::level_name(level, language));
    let ruling = row.ruling.as_ref().map(|ruling| {
        let reason = verify::reason(ruling.reason, language).to_owned();
        let reason = match ruling.note.as_str() {
            "" => reason,
            note => verify::said_of(&reason, note, language),
        };
        verify::aside(verify::decision(ruling.decision, language), &reason, language)
    });
    let decision = ruling.unwrap_or_else(|| verify::outcome(row.outcome, language).to_owned());
    let name = row.reading.name.clone().unwrap_or_else(|| "–".to_owned());
    let holder =
        if is_refused { "–" } else { verify::holder_name(holder_of(row.holder), language) };
    let receipt = row.reading.receipt.clone();
    view! {
        <tr class="rows__row" role="row">
            <td role="cell" class="rows__short" data-label=words.time>{format::time(row.first_at)}</td>
            <td role="cell" class="rows__short" data-label=words.receipt>{receipt.unwrap_or_else(|| "–".to_owned())}</td>
            <td role="cell" data-label=words.name>{name}</td>
            <td role="cell" data-label=words.result>
                <Chip text=verify::kept_verdict(&row.reading.verdict, language) meaning />
            </td>
            <td role="cell" data-label=words.level>{level}</td>
            <td role="cell" data-label=words.holder>{holder}</td>
            <td role="cell" data-label=words.decision>{decision}</td>
            <td role="cell" class="on-screen-only">{actions(desk, session, &row, language)}</td>
        </tr>
    }
}

/// What a verdict means. As in the large verdict, a self-declared code in time is a plain label, never green.
pub(super) fn meaning(verdict: &str, level: Option<Level>) -> Option<Meaning> {
    match (verdict, level) {
        ("OK", Some(Level::A2 | Level::A3)) => Some(Meaning::Done),
        ("OK", Some(Level::A1)) => Some(Meaning::Information),
        ("OK", _) => None,
        ("LATE", _) => Some(Meaning::Attention),
        _ => Some(Meaning::Stop),
    }
}

/// What can still be done about a row: the identity, and the decision on a late code.
fn actions(
    desk: Desk,
    session: SessionKey,
    row: &Row,
    language: Language,
) -> Option<impl IntoView + use<>> {
    let token = row.cti8.filter(|_| row.reading.is_ok() || row.reading.is_late())?;
    let words = words(language);
    let person = row.reading.name.clone().or(row.reading.receipt.clone());
    let person = person.unwrap_or_else(|| format::time(row.first_at));
    let is_confirmed = row.holder > 0;
    let confirm = if is_confirmed { words.unconfirm } else { words.confirm };
    let (key, of_decision) = (session.clone(), session);
    let decide = move |decision: Decision| {
        desk.deciding.set(Some(Deciding { session: of_decision.clone(), token, decision }));
    };
    let decided = row.ruling.as_ref().map(|ruling| ruling.decision);
    let offers: Vec<(Decision, &'static str)> = match decided {
        _ if !row.reading.is_late() => vec![],
        None => vec![(Decision::Accept, words.accept), (Decision::Refuse, words.refuse)],
        Some(Decision::Accept) => vec![(Decision::Refuse, words.change)],
        Some(Decision::Refuse) => vec![(Decision::Accept, words.change)],
    };
    let offers = offers.into_iter().map(|(decision, label)| {
        let decide = decide.clone();
        let name = verify::said_of(&person, label, language);
        view! {
            <button type="button" class="button" aria-label=name on:click=move |_| decide(decision)>
                {label}
            </button>
        }
    });
    let offers = offers.collect_view();
    let name = verify::said_of(&person, confirm, language);
    Some(view! {
        <div class="cluster">
            <button
                type="button"
                class="button"
                aria-label=name
                on:click=move |_| desk.confirm(key.clone(), token, !is_confirmed)
            >
                {confirm}
            </button>
            {offers}
        </div>
    })
}

#[component]
fn ExportButtons(desk: Desk, rows: Signal<Vec<SessionRow>>) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let failed = RwSignal::new(false);
    let save = move |_| {
        let language = untrack(|| session.language());
        let title = |course: &CourseId| untrack(|| desk.title(course));
        let table = export::csv(&rows.get_untracked(), title, language);
        let course = desk.course.with_untracked(|course| course.as_ref().map(ToString::to_string));
        let date = desk.date.get_untracked().to_string();
        let name = verify::csv_name(course.as_deref().unwrap_or("all"), &date);
        let is_saved = file::save(&name, "text/csv;charset=utf-8", table.as_bytes());
        failed.set(!is_saved);
        if is_saved {
            focus::announce(words().saved);
        }
    };
    view! {
        <div class="cluster on-screen-only" hidden=move || rows.with(Vec::is_empty)>
            <button type="button" class="button" on:click=save>
                <Icon symbol=Symbol::Download />
                {move || words().save_csv}
            </button>
            <button type="button" class="button" on:click=move |_| print::page()>
                <Icon symbol=Symbol::Print />
                {move || words().print}
            </button>
        </div>
        {move || {
            failed.get().then(|| view! { <Notice meaning=Meaning::Stop title=words().not_saved.to_owned() live=true /> })
        }}
    }
}
