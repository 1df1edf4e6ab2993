//! Before leaving for the venue: can this device check codes there with the network off?

use leptos::prelude::*;
use leptos::task::spawn_local;
use token::trust::{Age, TrustList};

use super::desk::Desk;
use super::trust_actions::TrustActions;
use crate::browser::clock;
use crate::browser::scan_worker::ScanFault;
use crate::browser::service_worker::{SiteKept, site_kept};
use crate::components::notice::{Meaning, Notice};
use crate::session::{StorageState, TrustFault};
use crate::text::verify::{self, words};
use crate::text::{Language, fault, format, reader, refusal};

/// Between two looks at whether the page is kept.
const LOOK_AGAIN_MS: i32 = 500;
/// So many looks pass before a page of which nothing is on the way counts as not kept: its worker is registered once
/// the page shows.
const PATIENCE: u32 = 20;

/// A clock may be behind what has certainly passed by so much (token spec §7, step 12).
const DAY_S: u64 = 86_400;

/// What a device needs to check codes with the network off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Equipment {
    /// The page itself.
    page: SiteKept,
    /// The age of the trust list, where there is one.
    list: Option<Age>,
    /// Whether a trust list is being loaded.
    is_list_loading: bool,
    /// The reader of pictures; nothing while it loads.
    reader: Option<Result<(), ScanFault>>,
    /// Whether the browser keeps what is stored.
    is_storing: bool,
    /// Whether the date is one that has certainly passed: every code would be refused.
    is_date_behind: bool,
}

/// What is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lack {
    ListStale,
    ListMissing,
    DateBehind,
    Preparing,
    NothingStored,
    PageNeverKept,
    PageNotKept,
    Reader(ScanFault),
    ListOld,
}

impl Equipment {
    /// What is missing, the worst first; nothing when the device is ready.
    fn lacks(self) -> Vec<Lack> {
        let is_waiting = self.list.is_none() && self.is_list_loading
            || self.reader.is_none()
            || self.page == SiteKept::OnTheWay;
        let checks = [
            (self.list == Some(Age::Stale), Lack::ListStale),
            (self.list.is_none() && !self.is_list_loading, Lack::ListMissing),
            (self.is_date_behind, Lack::DateBehind),
            (is_waiting, Lack::Preparing),
            (!self.is_storing, Lack::NothingStored),
            (self.page == SiteKept::Never, Lack::PageNeverKept),
            (self.page == SiteKept::No, Lack::PageNotKept),
            (self.list == Some(Age::Old), Lack::ListOld),
        ];
        let reader = self.reader.and_then(Result::err).map(Lack::Reader);
        checks.into_iter().filter_map(|(is_so, lack)| is_so.then_some(lack)).chain(reader).collect()
    }
}

impl Lack {
    fn meaning(self) -> Meaning {
        match self {
            Self::ListStale | Self::ListMissing | Self::DateBehind => Meaning::Stop,
            Self::Preparing => Meaning::Information,
            _ => Meaning::Attention,
        }
    }

    /// What it means, and what to do.
    fn told(self, language: Language) -> (&'static str, &'static str) {
        let words = words(language);
        match self {
            Self::ListStale => (words.ready_stale, words.ready_missing_advice),
            Self::ListMissing => (words.ready_missing, words.ready_missing_advice),
            Self::DateBehind => (words.date_behind, words.date_behind_advice),
            Self::Preparing => (words.preparing, ""),
            Self::NothingStored => (words.open_only, words.nothing_stored),
            Self::PageNeverKept => (words.open_only, words.page_never_kept),
            Self::PageNotKept => (words.open_only, words.page_not_kept),
            Self::Reader(fault) => reader::scan_fault(fault, language),
            Self::ListOld => (words.ready_old, words.ready_old_advice),
        }
    }
}

/// The state of the page, the trust list and the reader, and how to mend it.
#[component]
pub(super) fn Readiness(
    desk: Desk,
    /// Whether the reader of pictures has loaded; nothing while it does.
    reader: Signal<Option<Result<(), ScanFault>>>,
) -> impl IntoView {
    let session = desk.session;
    let page = watch_page();
    let equipment = Memo::new(move |_| {
        session.now();
        desk.typed_date.track();
        let (trust, now) = (session.trust(), desk.now().seconds());
        let issued = trust.list.as_ref().map(|list| list.issued());
        Equipment {
            page: page.get(),
            list: trust.list.as_ref().map(|list| list.age(now)),
            is_list_loading: trust.is_loading,
            reader: reader.get(),
            is_storing: !matches!(session.storage(), StorageState::Memory(_)),
            is_date_behind: issued
                .max(trust.clock_floor)
                .is_some_and(|floor| floor.0.saturating_sub(now.0) > DAY_S),
        }
    });
    view! {
        <Headline desk equipment />
        <dl class="facts">{move || facts(desk, equipment.get())}</dl>
        <TrustActions desk id="ready" />
    }
}

/// Follows whether the page is kept, as long as it is not.
fn watch_page() -> Signal<SiteKept> {
    let page = RwSignal::new(SiteKept::OnTheWay);
    spawn_local(async move {
        for look in 0.. {
            let kept = match site_kept().await {
                SiteKept::No if look < PATIENCE => SiteKept::OnTheWay,
                kept => kept,
            };
            let is_gone = page.try_set(kept).is_some();
            if is_gone || matches!(kept, SiteKept::Yes | SiteKept::Never) {
                return;
            }
            clock::sleep(LOOK_AGAIN_MS).await;
        }
    });
    page.into()
}

/// Ready or not, in one sentence, with all that is missing below it.
#[component]
fn Headline(desk: Desk, equipment: Memo<Equipment>) -> impl IntoView {
    let session = desk.session;
    move || {
        let language = session.language();
        let words = words(language);
        let trust = session.trust();
        let lacks = equipment.get().lacks();
        let told = lacks.first().map(|lack| (lack.meaning(), lack.told(language)));
        let (meaning, (title, advice)) =
            told.unwrap_or((Meaning::Done, (words.ready, words.ready_advice)));
        let more = lacks.into_iter().skip(1).filter(|lack| *lack != Lack::Preparing);
        // The same title is not said twice.
        let strings = |(of, advice): (&'static str, &'static str)| {
            (if of == title { String::new() } else { of.to_owned() }, advice.to_owned())
        };
        let more = more.map(|lack| strings(lack.told(language))).chain(
            trust.fault.iter().map(|fault| fault_words(fault, trust.list.is_some(), language)),
        );
        let more = more.collect::<Vec<_>>().into_iter().map(|(title, advice)| {
            view! {
                <p>
                    <strong>{title}</strong>
                    " "
                    {advice}
                </p>
            }
        });
        view! {
            <Notice meaning title=title live=true>
                {(!advice.is_empty()).then(|| view! { <p>{advice}</p> })}
                {more.collect_view()}
            </Notice>
        }
    }
}

/// Each thing that is needed, and how it stands.
fn facts(desk: Desk, equipment: Equipment) -> impl IntoView {
    let language = desk.session.language();
    let words = words(language);
    let page = match equipment.page {
        SiteKept::Yes => words.page_kept,
        SiteKept::OnTheWay => words.page_on_the_way,
        SiteKept::No | SiteKept::Never => words.page_lacking,
    };
    let reader = match equipment.reader {
        None => words.reader_loading,
        Some(Ok(())) => words.reader_ready,
        Some(Err(fault)) => reader::scan_fault(fault, language).0,
    };
    let list = match desk.session.trust().list {
        Some(list) => list_rows(&list, language),
        None if equipment.is_list_loading => vec![(words.list, words.list_loading.to_owned())],
        None => vec![(words.list, words.list_missing.to_owned())],
    };
    let ours = [(words.page, page.to_owned()), (words.reader, reader.to_owned())];
    let rows = ours.into_iter().chain(list);
    rows.map(|(name, value)| view! { <dt class="facts__name">{name}</dt> <dd class="facts__value">{value}</dd> })
        .collect_view()
}

/// Why the newest list is not in use.
fn fault_words(fault: &TrustFault, has_list: bool, language: Language) -> (String, String) {
    let words = words(language);
    match fault {
        TrustFault::Fetch(fetch) => {
            let (why, advice) = fault::fetch_fault(fetch, language);
            let kept = if has_list { words.list_kept.to_owned() } else { advice };
            (verify::aside(words.update_failed, &why, language), kept)
        }
        TrustFault::Refused(error) => {
            let told = refusal::trust_error(error, language);
            (verify::aside(&told.what, error.code(), language), told.action)
        }
        TrustFault::NoRoots => (words.no_roots.to_owned(), String::new()),
    }
}

fn list_rows(list: &TrustList, language: Language) -> Vec<(&'static str, String)> {
    let words = words(language);
    let today = clock::now().jst_date();
    let with_age = |date: token::calendar::JstDate| {
        let age = verify::days_ago(today.days_since(date), language);
        verify::aside(&format::jst_date(date, true, language), &age, language)
    };
    vec![
        (words.list, verify::list_number(list.seq(), language)),
        (words.issued, with_age(list.issued().jst_date())),
        (words.next_update, with_age(list.next_update().jst_date())),
        (words.courses, list.body().courses.len().to_string()),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    const READY: Equipment = Equipment {
        page: SiteKept::Yes,
        list: Some(Age::Fresh),
        is_list_loading: false,
        reader: Some(Ok(())),
        is_storing: true,
        is_date_behind: false,
    };

    #[test]
    fn a_device_is_ready_only_with_page_list_reader_and_storage() {
        assert_eq!(READY.lacks(), []);
        let lacking = [
            (Equipment { page: SiteKept::No, ..READY }, Lack::PageNotKept),
            (Equipment { page: SiteKept::Never, ..READY }, Lack::PageNeverKept),
            (Equipment { page: SiteKept::OnTheWay, ..READY }, Lack::Preparing),
            (Equipment { list: None, ..READY }, Lack::ListMissing),
            (Equipment { list: None, is_list_loading: true, ..READY }, Lack::Preparing),
            (Equipment { list: Some(Age::Stale), ..READY }, Lack::ListStale),
            (Equipment { list: Some(Age::Old), ..READY }, Lack::ListOld),
            (Equipment { reader: None, ..READY }, Lack::Preparing),
            (
                Equipment { reader: Some(Err(ScanFault::NoReader)), ..READY },
                Lack::Reader(ScanFault::NoReader),
            ),
            (Equipment { is_storing: false, ..READY }, Lack::NothingStored),
            (Equipment { is_date_behind: true, ..READY }, Lack::DateBehind),
        ];
        for (equipment, lack) in lacking {
            assert_eq!(equipment.lacks(), [lack]);
        }
    }

    #[test]
    fn a_list_that_is_being_renewed_is_ready_meanwhile() {
        assert_eq!(Equipment { is_list_loading: true, ..READY }.lacks(), []);
    }

    #[test]
    fn what_stops_the_check_comes_before_what_hinders_it() {
        let bare = Equipment { page: SiteKept::No, list: None, reader: None, ..READY };
        assert_eq!(bare.lacks(), [Lack::ListMissing, Lack::Preparing, Lack::PageNotKept]);
    }
}
