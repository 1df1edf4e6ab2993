//! The verdict on the code that was just read.

use std::sync::Arc;

use domain::practical::{Decision, Outcome, Ruling, SessionKey};
use domain::unit::UnixMs;
use leptos::prelude::*;
use token::claims::{Completion, Level};
use token::identifier::CtiHash;
use token::judge::{Class, Holder, Verdict, Warning};

use super::desk::{Deciding, Desk};
use super::details::Details;
use super::finding::{Finding, holder_of};
use super::refused::RefusedVerdict;
use super::unread::{NoCode, NoVerdict};
use crate::components::chip::Chip;
use crate::components::icon::{Icon, Symbol};
use crate::components::notice::{Meaning, Notice};
use crate::components::verdict_banner::{Face, VerdictBanner};
use crate::text::verify::{self, words};
use crate::text::{format, refusal};

/// The code on show, or what will be there.
#[component]
pub(super) fn VerdictPane(desk: Desk) -> impl IntoView {
    let words = move || words(desk.session.language());
    view! {
        <section class="stack" aria-label=move || words().verdict>
            {move || match desk.finding.get() {
                None if desk.instead.read().is_some() => {
                    desk.instead.get().map(|instead| view! { <NoVerdict desk instead /> }).into_any()
                }
                None if !desk.batch.read().is_empty() => ().into_any(),
                None => view! { <p class="card quiet">{words().no_verdict}</p> }.into_any(),
                Some(finding) => {
                    match finding.verdict.clone() {
                        Ok(verdict) => view! { <Accepted desk finding verdict /> }.into_any(),
                        Err(refused) if finding.is_no_code() => view! { <NoCode desk finding refused /> }.into_any(),
                        Err(refused) => view! { <RefusedVerdict desk finding refused /> }.into_any(),
                    }
                }
            }}
        </section>
    }
}

/// A code that went through all steps: in time or late.
#[component]
fn Accepted(desk: Desk, finding: Arc<Finding>, verdict: Verdict) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let (class, due) = (verdict.class, verdict.due);
    let claims = verdict.verified.completion().clone();
    let name = claims.name.as_ref().map(|name| name.as_str().to_owned());
    let (key, token) = (finding.session.clone(), claims.cti.hash());
    let (course, level) = (claims.course.clone(), verdict.level);
    let warnings = warnings(&finding, &verdict);
    let date = finding.session.date;
    let (of_row, next_key) = (key.clone(), key.clone());
    let ruling = Memo::new(move |_| desk.row(&of_row, token).and_then(|row| row.ruling));
    let decision = move || ruling.read().as_ref().map(|ruling| ruling.decision);
    let seen = finding.read_before();
    let judged_at = finding.at;
    let face = move || face(class, level, seen.is_some(), decision());
    let word = move || {
        let seen = seen.map(|seen| format::near(seen, judged_at, session.language()));
        let decision = decision().filter(|_| class != Class::Ok);
        verify::headline(class != Class::Ok, decision, seen.as_deref(), session.language())
    };
    view! {
        <VerdictBanner face=Signal::derive(face) word=Signal::derive(word) id="verdict-heading">
            <Next desk key=next_key token holder=verdict.holder />
            <Axes desk key=key.clone() token level holder=verdict.holder />
            {match class {
                Class::Ok => None,
                Class::Late { days } => Some(view! { <Late desk key token ruling days due /> }),
            }}
            {move || {
                warnings
                    .iter()
                    .map(|(warning, seen)| {
                        let seen = seen.map(|at| format::moment(at, session.language()));
                        let told = refusal::warning(*warning, seen.as_deref(), session.language());
                        view! {
                            <Notice meaning=Meaning::Attention title=told.what>
                                <p>{told.action}</p>
                            </Notice>
                        }
                    })
                    .collect_view()
            }}
            <p class="verdict__name">{move || name.clone().unwrap_or_else(|| words().no_name.to_owned())}</p>
            <p class="verdict__course">{move || desk.title(&course)}</p>
            <Facts desk claims verdict=verdict.clone() date />
            {verdict
                .proof
                .clone()
                .and_then(Result::err)
                .map(|fault| {
                    view! {
                        <p class="quiet">
                            {move || {
                                let told = refusal::proof_fault(&fault, session.language());
                                format!("{} {}", told.what, told.action)
                            }}
                        </p>
                    }
                })}
            <p class="quiet">
                <strong>{move || words().meaning}</strong>
                " "
                {move || verify::level_meaning(level, session.language())}
            </p>
        </VerdictBanner>
        <div class="cluster">
            <button type="button" class="button button--primary button--large" on:click=move |_| desk.read_next()>
                {move || words().next}
            </button>
        </div>
        <Details desk finding />
    }
}

/// What the verdict looks like; a late code that the instructor refused looks refused.
fn face(class: Class, level: Level, is_seen: bool, decision: Option<Decision>) -> Face {
    match (class, decision) {
        (Class::Ok, _) if is_seen => Face::InTimeAgain,
        (Class::Ok, _) => Face::InTime(level),
        (Class::Late { .. }, None) => Face::Late,
        (Class::Late { .. }, Some(Decision::Accept)) => Face::LateAccepted,
        (Class::Late { .. }, Some(Decision::Refuse)) => Face::Refused,
    }
}

/// The warnings, with the moment of the earlier reading where there was one.
fn warnings(finding: &Finding, verdict: &Verdict) -> Vec<(Warning, Option<UnixMs>)> {
    let seen = finding.seen.as_ref().map(|seen| seen.at);
    verdict.warnings.iter().map(|warning| (*warning, seen)).collect()
}

/// What to do now: the code says nothing of who shows it. Where no course was chosen, that its course counts, too.
#[component]
fn Next(desk: Desk, key: SessionKey, token: CtiHash, holder: Holder) -> impl IntoView {
    let words = move || words(desk.session.language());
    let of_row = key.clone();
    let row = Memo::new(move |_| desk.row(&of_row, token));
    let is_identified = move || {
        row.read().as_ref().map_or(holder, |row| holder_of(row.holder)) != Holder::Unconfirmed
    };
    let is_over = move || row.read().as_ref().is_some_and(|row| row.outcome != Outcome::Accepted);
    let request = move || {
        desk.lacks_course().then(|| {
            let title = desk.title(&key.course);
            let said = verify::no_course_for(&title, desk.session.language());
            view! {
                <Notice meaning=Meaning::Attention title=said>
                    <p>{words().no_course_advice}</p>
                </Notice>
            }
        })
    };
    view! {
        <div class="stack stack--tight on-screen-only">
            {request} <p class="verdict__action" hidden=is_over>
                {move || if is_identified() { words().then_next } else { words().then_identify }}
            </p>
        </div>
    }
}

/// Level and holder, side by side and never one tick.
#[component]
fn Axes(
    desk: Desk,
    key: SessionKey,
    token: CtiHash,
    level: Level,
    holder: Holder,
) -> impl IntoView {
    let session = desk.session;
    let meaning = match level {
        Level::A0 => None,
        Level::A1 => Some(Meaning::Information),
        Level::A2 | Level::A3 => Some(Meaning::Done),
    };
    let of_row = key.clone();
    let now = Memo::new(move |_| {
        let row = desk.row(&of_row, token);
        row.map_or(holder, |row| holder_of(row.holder))
    });
    view! {
        <div class="cluster">
            <Chip text=Signal::derive(move || verify::plain_level(level, session.language()).to_owned()) meaning />
            {move || {
                let holder = now.get();
                let meaning = if holder == Holder::Unconfirmed { Meaning::Attention } else { Meaning::Information };
                view! { <Chip text=verify::plain_holder(holder, session.language()).to_owned() meaning=Some(meaning) /> }
            }}
            <button
                type="button"
                class="button on-screen-only"
                on:click=move |_| desk.confirm(key.clone(), token, now.get_untracked() == Holder::Unconfirmed)
            >
                {move || {
                    let words = words(session.language());
                    if now.get() == Holder::Unconfirmed { words.confirm } else { words.unconfirm }
                }}
            </button>
        </div>
    }
}

/// How late it is, and the decision.
#[component]
fn Late(
    desk: Desk,
    key: SessionKey,
    token: CtiHash,
    ruling: Memo<Option<Ruling>>,
    days: u32,
    due: token::calendar::JstDate,
) -> impl IntoView {
    let session = desk.session;
    let words = move || words(session.language());
    let key = StoredValue::new(key);
    let decide = move |decision: Decision| {
        desk.deciding.set(Some(Deciding { session: key.get_value(), token, decision }));
    };
    view! {
        <p>
            {move || verify::late_by(days, &format::jst_date(due, true, session.language()), session.language())} " "
            {move || ruling.read().is_none().then(|| words().decide)}
        </p>
        {move || {
            ruling.get().map(|ruling| {
                let symbol = if ruling.decision == Decision::Accept { Symbol::Done } else { Symbol::Stop };
                view! {
                    <p class="verdict__ruling">
                        <Icon symbol class="verdict__ruling-icon" />
                        <span>
                            {verify::aside(
                                verify::decision(ruling.decision, session.language()),
                                verify::reason(ruling.reason, session.language()),
                                session.language(),
                            )} " " {ruling.note}
                        </span>
                    </p>
                }
            })
        }}
        <div class="cluster">
            {move || match ruling.read().as_ref().map(|ruling| ruling.decision) {
                None => {
                    view! {
                        <button type="button" class="button button--large" on:click=move |_| decide(Decision::Accept)>
                            {words().accept}
                        </button>
                        <button
                            type="button"
                            class="button button--large button--danger"
                            on:click=move |_| decide(Decision::Refuse)
                        >
                            {words().refuse}
                        </button>
                    }
                        .into_any()
                }
                Some(decided) => {
                    let other = if decided == Decision::Accept { Decision::Refuse } else { Decision::Accept };
                    view! {
                        <button type="button" class="button" on:click=move |_| decide(other)>
                            {words().change}
                        </button>
                    }
                        .into_any()
                }
            }}
        </div>
    }
}

/// Score, minutes, dates, what to go over again, the receipt number.
#[component]
fn Facts(
    desk: Desk,
    claims: Completion,
    verdict: Verdict,
    date: token::calendar::JstDate,
) -> impl IntoView {
    let rows = move || {
        let language = desk.session.language();
        let words = words(language);
        let score = match (claims.score.correct(), claims.score.total()) {
            (_, 0) => words.no_test.to_owned(),
            (correct, total) => format::questions(correct.into(), total.into(), language),
        };
        let minutes = verdict.verified.policy().minutes;
        let watched = claims.watched.map_or(words.not_stated.to_owned(), |watched| {
            format::duration(u64::from(watched.seconds()) * 1000, language)
        });
        let watched = match minutes {
            Some(minutes) => {
                let required = format::minutes(minutes.elearning.into(), language);
                verify::aside(&watched, &format!("{} {required}", words.required), language)
            }
            None => watched,
        };
        let due = format::jst_date(verdict.due, true, language);
        let left = verify::days_left(verdict.due.days_since(date), language);
        let missed = claims.missed.as_ref().map(|missed| missed.questions().count());
        let missed = match missed {
            None => words.not_stated.to_owned(),
            Some(0) => words.missed_none.to_owned(),
            Some(count) => verify::missed(count, &desk.topics(&claims), language),
        };
        [
            (words.score, score),
            (words.watched, watched),
            (words.completed, format::jst_date(claims.issued.jst_date(), true, language)),
            (words.due, verify::due(&due, &left, language)),
            (words.missed, missed),
            (words.receipt, verify::aside(&claims.cti.receipt_number(), words.receipt_note, language)),
        ]
        .map(|(name, value)| view! { <dt class="facts__name">{name}</dt> <dd class="facts__value">{value}</dd> })
    };
    view! { <dl class="facts">{rows}</dl> }
}
