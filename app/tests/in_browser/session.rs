//! The session: what is recorded is there after a reload; what is damaged is set aside and said.

use std::cell::Cell;
use std::rc::Rc;

use app::browser::clock;
use app::browser::store::{Durability, Shelf, Store};
use app::session::{Session, StorageState, boot};
use app::text::Language;
use domain::archive;
use domain::journal::{Event, ProfileField};
use domain::practical::CheckInEvent;
use domain::unit::UnixMs;
use leptos::prelude::{With as _, provide_context};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = r#"
const { add } = IDBObjectStore.prototype;
export function refuse(is_refused) {
  IDBObjectStore.prototype.add = is_refused
    ? function () { throw new DOMException("full", "QuotaExceededError"); }
    : add;
}
export function show_page() { document.dispatchEvent(new Event("visibilitychange")); }
const heard = [];
new BroadcastChannel("yoshu").onmessage = ({ data }) => heard.push(data);
export async function messages() {
  await new Promise((done) => setTimeout(done, 100));
  return heard.splice(0).join("\0");
}
"#)]
extern "C" {
    fn refuse(is_refused: bool);
    fn show_page();
    async fn messages() -> wasm_bindgen::JsValue;
}

/// What the other tabs were told since the last time.
async fn told() -> Vec<String> {
    let all = messages().await.as_string().expect("a text");
    all.split('\0').filter(|message| !message.is_empty()).map(str::to_owned).collect()
}

fn set(field: ProfileField, value: &str, at: i64) -> Event {
    Event::ProfileSet { field, value: value.into(), at: UnixMs(at) }
}

fn profile(session: Session, field: ProfileField) -> Option<String> {
    session.journal().with(|journal| journal.profile(field).map(str::to_owned))
}

/// A session with nothing kept.
async fn fresh() -> Session {
    Store::open("yoshu").await.expect("opens").erase().await.expect("empty");
    booted().await
}

fn checked_in() -> CheckInEvent {
    let line = r#"["identity","als-pre","2026-12-05","0101010101010101",true,1796428810000]"#;
    domain::practical::parse_line(line).expect("a check-in")
}

fn named(value: &str, at: i64) -> Event {
    Event::ProfileSet { field: ProfileField::Name, value: value.into(), at: UnixMs(at) }
}

pub(crate) async fn booted() -> Session {
    let booted = boot().await;
    let slot = Rc::new(Cell::new(None));
    let inside = Rc::clone(&slot);
    leptos::mount::mount_to_body(move || {
        let session = Session::new(booted);
        provide_context(session);
        inside.set(Some(session));
    });
    slot.get().expect("mounted")
}

async fn settled(session: Session) {
    for _ in 0..100 {
        if session.storage() == StorageState::Saved {
            return;
        }
        clock::sleep(20).await;
    }
    panic!("not saved: {:?}", session.storage());
}

#[wasm_bindgen_test]
async fn what_is_recorded_survives_and_what_is_damaged_is_set_aside() {
    let store = Store::open("yoshu").await.expect("opens");
    store.erase().await.expect("empty");
    let good = archive::line(&named("長谷川", 1));
    let lines = [good, "[\"profile-set\"".to_owned()];
    store.append(Shelf::Journal, &lines, Durability::Strict).await.expect("kept");

    let session = booted().await;
    assert_eq!(session.set_aside(), 1);
    assert_eq!(session.storage(), StorageState::Saved);
    let name = |s: Session| {
        s.journal().with(|journal| journal.profile(ProfileField::Name).map(str::to_owned))
    };
    assert_eq!(name(session).as_deref(), Some("長谷川"));

    session.record(named("佐藤", 2));
    session.set_language(Language::En);
    assert_eq!(session.storage(), StorageState::Saving);
    settled(session).await;
    let export = session.export().await;

    let again = booted().await;
    assert_eq!(again.set_aside(), 1, "set aside once, not again");
    assert_eq!(name(again).as_deref(), Some("佐藤"));
    assert_eq!(again.language(), Language::En);
    let texts = again.set_aside_text().await.expect("readable");
    assert_eq!(texts, "[\"profile-set\"\n");

    again.erase().await.expect("erased");
    assert_eq!(name(again), None);
    assert_eq!(again.undo_left_s(), Some(20));
    again.undo_erase().await.expect("taken back");
    assert_eq!(name(again).as_deref(), Some("佐藤"));
    assert_eq!(again.set_aside(), 1);

    again.erase().await.expect("erased");
    let report = again.import(&export).await.expect("an archive");
    assert!(report.new > 0 && report.set_aside == 0, "{report:?}");
    assert_eq!(again.import(&export).await.expect("an archive").new, 0);
    assert_eq!(name(again).as_deref(), Some("佐藤"));
    assert!(again.import("{}").await.is_err());
}

#[wasm_bindgen_test]
async fn what_was_erased_twice_comes_back_whole() {
    let session = fresh().await;
    session.record(set(ProfileField::Name, "長谷川", 1));
    session.record_check_in(checked_in());
    settled(session).await;
    session.erase().await.expect("erased");
    session.record(set(ProfileField::Profession, "医師", 2));
    settled(session).await;
    session.erase().await.expect("erased again");
    assert_eq!(profile(session, ProfileField::Profession), None);
    session.undo_erase().await.expect("taken back");
    settled(session).await;
    let again = booted().await;
    for of in [session, again] {
        assert_eq!(profile(of, ProfileField::Name).as_deref(), Some("長谷川"));
        assert_eq!(profile(of, ProfileField::Profession).as_deref(), Some("医師"));
    }
    assert_eq!(session.check_ins().with(|log| log.events().count()), 1);
    assert_eq!(session.undo_left_s(), None);
}

#[wasm_bindgen_test]
async fn what_waited_to_be_written_comes_back_with_an_erasure_and_is_written() {
    let session = fresh().await;
    refuse(true);
    session.record(set(ProfileField::Name, "長谷川", 1));
    session.record_check_in(checked_in());
    clock::sleep(100).await;
    assert!(matches!(session.storage(), StorageState::Failing(_)), "{:?}", session.storage());
    session.erase().await.expect("erased");
    refuse(false);
    // What waited is erased too: it does not come back by itself.
    session.set_language(Language::En);
    settled(session).await;
    assert_eq!(profile(booted().await, ProfileField::Name), None);

    session.undo_erase().await.expect("taken back");
    settled(session).await;
    let again = booted().await;
    assert_eq!(profile(again, ProfileField::Name).as_deref(), Some("長谷川"));
    assert!(again.export().await.contains("[\"identity\",\"als-pre\""));
}

#[wasm_bindgen_test]
async fn an_import_keeps_what_is_new_once_and_tells_it_once() {
    let session = fresh().await;
    session.record(set(ProfileField::Name, "長谷川", 1));
    session.record_check_in(checked_in());
    settled(session).await;
    let known = session.export().await;
    assert!(known.contains("[\"identity\""), "the instructor's log is in it: {known}");
    let text = format!(
        "{known}{{\"yoshu\":\"journal\",\"version\":1,\"events\":3}}\n{}\n{}\n[\"torn\n",
        archive::line(&set(ProfileField::Profession, "医師", 2)),
        archive::line(&set(ProfileField::MamisId, "1", 3)),
    );
    told().await;
    let report = session.import(&text).await.expect("an archive");
    assert_eq!((report.read, report.new, report.set_aside, report.missing), (4, 2, 1, 0));
    assert_eq!(told().await.len(), 1);
    settled(session).await;
    let store = Store::open("yoshu").await.expect("opens");
    let count = async |shelf| store.lines(shelf, None).await.expect("readable").len();
    assert_eq!((count(Shelf::Journal).await, count(Shelf::CheckIns).await), (3, 1));

    let report = session.import(&text).await.expect("an archive");
    assert_eq!((report.new, report.set_aside), (0, 1));
    assert_eq!(told().await, Vec::<String>::new());
    assert_eq!((count(Shelf::Journal).await, count(Shelf::SetAside).await), (3, 1));
    assert_eq!(session.set_aside(), 1);
}

#[wasm_bindgen_test]
async fn what_another_tab_kept_without_a_word_is_there_when_the_page_is_shown_again() {
    let session = fresh().await;
    let store = Store::open("yoshu").await.expect("opens");
    for (at, name) in [(1, "長谷川"), (2, "佐藤")] {
        let line = archive::line(&named(name, at));
        store.append(Shelf::Journal, &[line], Durability::Strict).await.expect("kept");
        assert_ne!(profile(session, ProfileField::Name).as_deref(), Some(name));
        show_page();
        clock::sleep(300).await;
        assert_eq!(profile(session, ProfileField::Name).as_deref(), Some(name));
    }
}

#[wasm_bindgen_test]
async fn what_is_chosen_after_the_clock_was_set_back_counts() {
    let session = fresh().await;
    session.record(set(ProfileField::Name, "長谷川", 2_000));
    session.record(set(ProfileField::Name, "佐藤", 1_000));
    settled(session).await;
    assert_eq!(profile(booted().await, ProfileField::Name).as_deref(), Some("佐藤"));
}
