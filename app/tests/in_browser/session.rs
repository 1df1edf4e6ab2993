//! The session: what is recorded is there after a reload; what is damaged is set aside and said.

use std::cell::Cell;
use std::rc::Rc;

use app::browser::clock;
use app::browser::store::{Durability, Shelf, Store};
use app::session::{Session, StorageState, boot};
use app::text::Language;
use domain::archive;
use domain::journal::{Event, ProfileField};
use domain::unit::UnixMs;
use leptos::prelude::{With as _, provide_context};
use wasm_bindgen_test::wasm_bindgen_test;

fn named(value: &str, at: i64) -> Event {
    Event::ProfileSet { field: ProfileField::Name, value: value.into(), at: UnixMs(at) }
}

async fn booted() -> Session {
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
    let export = session.export();

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

    again.erase().await.expect("erased");
    let report = again.import(&export).expect("an archive");
    assert!(report.is_new && report.set_aside == 0, "{report:?}");
    assert!(!again.import(&export).expect("an archive").is_new);
    assert_eq!(name(again).as_deref(), Some("佐藤"));
    assert!(again.import("{}").is_err());
}
