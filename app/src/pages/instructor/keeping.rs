//! What stays on this device of a practical session: names only where they are wanted, and all of it only until it is
//! erased (token spec §12).

use std::collections::BTreeSet;

use domain::practical::{CheckInLog, SessionKey};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::desk::Desk;
use super::results::{SessionRow, rows};
use crate::browser::{clock, focus};
use crate::components::dialog::Dialog;
use crate::components::notice::{Meaning, Notice};
use crate::text::format;
use crate::text::verify::{self, words};

/// The switch for names and scores in the list.
#[component]
pub(super) fn NamesSwitch(desk: Desk) -> impl IntoView {
    let words = move || words(desk.session.language());
    view! {
        <div class="stack stack--tight on-screen-only">
            <label class="choice">
                <input
                    class="choice__input"
                    type="checkbox"
                    aria-describedby="keep-names-hint"
                    prop:checked=desk.keeps_names
                    on:change=move |event| desk.keep_names(event_target_checked(&event))
                />
                <span>{move || words().keep_names}</span>
            </label>
            <p class="quiet" id="keep-names-hint">
                {move || words().keep_names_hint}
            </p>
        </div>
    }
}

/// A list that the instructor is about to erase.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Doomed {
    sessions: BTreeSet<SessionKey>,
    people: usize,
    unread: usize,
}

impl Doomed {
    fn of(rows: &[SessionRow]) -> Self {
        let people = rows.iter().filter(|(_, row)| row.cti8.is_some()).count();
        let sessions = rows.iter().map(|(session, _)| session.clone()).collect();
        Self { sessions, people, unread: rows.len() - people }
    }
}

/// Erasing the list on show, and those of other days and courses.
#[component]
pub(super) fn Erasing(desk: Desk, shown: Signal<Vec<SessionRow>>) -> impl IntoView {
    let words = move || words(desk.session.language());
    let doomed = RwSignal::new(None::<Doomed>);
    view! {
        <div class="on-screen-only" hidden=move || shown.with(Vec::is_empty)>
            <button
                type="button"
                class="button button--danger"
                on:click=move |_| doomed.set(Some(shown.with_untracked(|rows| Doomed::of(rows))))
            >
                {move || words().erase_list}
            </button>
        </div>
        <OtherLists desk shown doomed />
        <EraseDialog desk doomed />
    }
}

/// The lists of other days and courses that are still here.
#[component]
fn OtherLists(
    desk: Desk,
    shown: Signal<Vec<SessionRow>>,
    doomed: RwSignal<Option<Doomed>>,
) -> impl IntoView {
    let words = move || words(desk.session.language());
    let others = Memo::new(move |_| {
        let shown = shown.with(|rows| Doomed::of(rows)).sessions;
        desk.session.check_ins().with(|log| others(log, &shown))
    });
    let lines = move || {
        let language = desk.session.language();
        let line = |(session, count): (SessionKey, usize)| {
            let date = format::jst_date(session.date, true, language);
            let title = format!("{date} {}", desk.title(&session.course));
            let name = verify::said_of(&title, words().erase_list, language);
            let erase = move |_| {
                let log = desk.session.check_ins();
                let rows = log.with_untracked(|log| rows(log, Some(&session.course), session.date));
                doomed.set(Some(Doomed::of(&rows)));
            };
            view! {
                <li class="cluster cluster--apart">
                    <span>{verify::aside(&title, &verify::entries(count, language), language)}</span>
                    <button type="button" class="button" aria-label=name on:click=erase>
                        {words().erase_list}
                    </button>
                </li>
            }
        };
        others.get().into_iter().map(line).collect_view()
    };
    view! {
        <details class="details on-screen-only" hidden=move || others.with(Vec::is_empty)>
            <summary class="details__summary">{move || words().other_lists}</summary>
            <ul class="stack stack--tight">{lines}</ul>
        </details>
    }
}

/// The sessions that are kept but not on show, with the number of their rows.
fn others(log: &CheckInLog, shown: &BTreeSet<SessionKey>) -> Vec<(SessionKey, usize)> {
    let sessions = log.sessions().into_iter().filter(|session| !shown.contains(session));
    sessions.map(|session| (session.clone(), log.rows(&session).len())).collect()
}

/// Asks before a list is erased, and says how many people it holds.
#[component]
fn EraseDialog(desk: Desk, doomed: RwSignal<Option<Doomed>>) -> impl IntoView {
    let words = move || words(desk.session.language());
    let has_failed = RwSignal::new(false);
    let close = move || {
        doomed.set(None);
        has_failed.set(false);
    };
    let erase = move |_| {
        let Some(Doomed { sessions, .. }) = doomed.get_untracked() else { return };
        spawn_local(async move {
            let sessions: Vec<_> = sessions.into_iter().collect();
            let outcome = desk.session.forget_check_ins(&sessions).await;
            if desk.is_gone() {
                return;
            }
            has_failed.set(outcome.is_err());
            if outcome.is_ok() {
                desk.clear(&sessions);
                doomed.set(None);
                focus::announce(untrack(words).list_erased);
                // The button that was pressed may be gone with the list.
                clock::later(0, || {
                    focus::move_to("#results-heading");
                });
            }
        });
    };
    let what = move || {
        let language = desk.session.language();
        doomed.get().map(|Doomed { sessions, people, unread }| {
            let of_session = |session: &SessionKey| {
                let date = format::jst_date(session.date, true, language);
                view! { <li>{format!("{date} {}", desk.title(&session.course))}</li> }
            };
            view! {
                <ul>{sessions.iter().map(of_session).collect_view()}</ul>
                <p>{verify::to_be_erased(people, unread, language)}</p>
            }
        })
    };
    view! {
        <Dialog
            open=Signal::derive(move || doomed.read().is_some())
            title=Signal::derive(move || words().erase_title.to_owned())
            close_label=Signal::derive(move || words().close.to_owned())
            on_close=Callback::new(move |()| close())
        >
            <div class="stack">
                {what}
                <p>{move || words().erase_advice}</p>
                {move || {
                    has_failed
                        .get()
                        .then(|| {
                            view! { <Notice meaning=Meaning::Stop title=words().not_erased.to_owned() live=true /> }
                        })
                }}
                <div class="cluster">
                    <button type="button" class="button button--danger" on:click=erase>
                        {move || words().erase}
                    </button>
                    <button type="button" class="button" on:click=move |_| close()>
                        {move || words().cancel}
                    </button>
                </div>
            </div>
        </Dialog>
    }
}
