//! The store: what is appended is there, what is refused is said.

use std::cell::Cell;
use std::rc::Rc;

use app::browser::clock;
use app::browser::store::{Durability, Shelf, Store, StoreFault};
use futures_util::future::{Either, select};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen(inline_js = r#"
const opened = (name, version) => new Promise((done, failed) => {
  const request = indexedDB.open(name, version);
  request.onsuccess = () => done(request.result);
  request.onerror = () => failed(request.error);
});
export async function make_newer(name) { (await opened(name, 99)).close(); }
export async function upgrade(name) { const database = await opened(name, 2); database.close(); return true; }
export async function put_number(name) {
  const database = await opened(name);
  const transaction = database.transaction("journal", "readwrite");
  transaction.objectStore("journal").add({ not: "text" });
  await new Promise((done) => { transaction.oncomplete = done; });
  database.close();
}
export async function block(name) {
  await opened(name, 1); // Never closed, so that the deletion behind it waits, and whoever opens next.
  indexedDB.deleteDatabase(name);
}
"#)]
extern "C" {
    async fn make_newer(name: &str);
    async fn upgrade(name: &str) -> wasm_bindgen::JsValue;
    async fn put_number(name: &str);
    async fn block(name: &str);
}

/// A name that no other test and no earlier run has used.
fn fresh(name: &str) -> String {
    format!("test-{name}-{}", app::browser::random::u64())
}

fn lines(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

async fn texts(store: &Store, shelf: Shelf) -> Vec<String> {
    let kept = store.lines(shelf, None).await.expect("readable");
    kept.into_iter().map(|kept| kept.line).collect()
}

#[wasm_bindgen_test]
async fn lines_come_back_in_order_after_reopening() {
    let name = fresh("order");
    let store = Store::open(&name).await.expect("opens");
    store.append(Shelf::Journal, &lines(&["1", "2"]), Durability::Relaxed).await.expect("kept");
    store.append(Shelf::Journal, &lines(&["3"]), Durability::Strict).await.expect("kept");
    store.append(Shelf::CheckIns, &lines(&["x"]), Durability::Strict).await.expect("kept");
    drop(store);
    let store = Store::open(&name).await.expect("opens again");
    assert_eq!(texts(&store, Shelf::Journal).await, ["1", "2", "3"]);
    assert_eq!(texts(&store, Shelf::CheckIns).await, ["x"]);
    let kept = store.lines(Shelf::Journal, None).await.expect("readable");
    let later = store.lines(Shelf::Journal, Some(kept[1].key)).await.expect("readable");
    assert_eq!(later, kept[2..]);
}

#[wasm_bindgen_test]
async fn two_tabs_append_without_losing_a_line() {
    let name = fresh("tabs");
    let one = Store::open(&name).await.expect("opens");
    let two = Store::open(&name).await.expect("opens beside");
    for n in 0..20 {
        let (a, b) = (lines(&[&format!("a{n}")]), lines(&[&format!("b{n}")]));
        let both = futures_util::future::join(
            one.append(Shelf::Journal, &a, Durability::Relaxed),
            two.append(Shelf::Journal, &b, Durability::Relaxed),
        );
        assert_eq!(both.await, (Ok(()), Ok(())));
    }
    let mut all = texts(&one, Shelf::Journal).await;
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), 40);
}

#[wasm_bindgen_test]
async fn a_damaged_record_is_moved_not_dropped() {
    let name = fresh("damaged");
    let store = Store::open(&name).await.expect("opens");
    store.append(Shelf::Journal, &lines(&["good", "bad"]), Durability::Strict).await.expect("kept");
    put_number(&name).await;
    let kept = store.lines(Shelf::Journal, None).await.expect("readable");
    assert_eq!(kept.len(), 3);
    assert!(!kept[2].is_text);
    store.set_aside(Shelf::Journal, &kept[1..]).await.expect("moved");
    assert_eq!(texts(&store, Shelf::Journal).await, ["good"]);
    assert_eq!(texts(&store, Shelf::SetAside).await, ["bad", r#"{"not":"text"}"#]);
}

#[wasm_bindgen_test]
async fn an_erasure_can_be_taken_back() {
    let store = Store::open(&fresh("erase")).await.expect("opens");
    store.append(Shelf::Journal, &lines(&["1", "2"]), Durability::Strict).await.expect("kept");
    store.put("name", "value").await.expect("kept");
    let snapshot = store.snapshot().await.expect("readable");
    store.erase().await.expect("erased");
    assert!(texts(&store, Shelf::Journal).await.is_empty());
    assert_eq!(store.get("name").await, Ok(None));
    store.append(Shelf::Journal, &lines(&["3"]), Durability::Strict).await.expect("kept");
    store.restore(&snapshot).await.expect("restored");
    assert_eq!(texts(&store, Shelf::Journal).await, ["3", "1", "2"]);
    assert_eq!(store.get("name").await, Ok(Some("value".into())));
}

#[wasm_bindgen_test]
async fn a_database_of_a_newer_version_is_left_alone() {
    let name = fresh("newer");
    make_newer(&name).await;
    assert_eq!(Store::open(&name).await.err(), Some(StoreFault::Newer));
}

#[wasm_bindgen_test]
async fn a_newer_version_in_another_tab_is_let_in_and_said() {
    let name = fresh("upgrade");
    let store = Store::open(&name).await.expect("opens");
    store.append(Shelf::Journal, &lines(&["1"]), Durability::Strict).await.expect("kept");
    let told = Rc::new(Cell::new(false));
    let telling = Rc::clone(&told);
    store.on_newer(move || telling.set(true));
    let (upgraded, patience) =
        (core::pin::pin!(upgrade(&name)), core::pin::pin!(clock::sleep(3_000)));
    let Either::Left((done, _)) = select(upgraded, patience).await else {
        panic!("the newer version is kept waiting");
    };
    assert!(done.is_truthy() && told.get());
    let refused = store.append(Shelf::Journal, &lines(&["2"]), Durability::Strict).await;
    assert_eq!(refused, Err(StoreFault::Newer));
}

#[wasm_bindgen_test]
async fn of_two_that_look_and_keep_at_once_the_greater_stays() {
    let name = fresh("greater");
    let (one, two) =
        (Store::open(&name).await.expect("opens"), Store::open(&name).await.expect("opens"));
    let keep = async |store: &Store, number: u8| {
        let text = number.to_string();
        let outweighs = |there: &str| there.parse::<u8>().is_ok_and(|there| there > number);
        let texts: [(&str, &str); 2] = [("number", &text), ("beside", &text)];
        store.put_unless(&texts, "number", outweighs).await.expect("answers")
    };
    for (first, second) in [(3, 2), (4, 5)] {
        let both = futures_util::future::join(keep(&one, first), keep(&two, second)).await;
        assert_eq!(both, (true, second > first));
        let greater = first.max(second).to_string();
        assert_eq!(one.get("number").await, Ok(Some(greater.clone())));
        assert_eq!(one.get("beside").await, Ok(Some(greater)));
    }
}

#[wasm_bindgen_test]
async fn a_blocked_database_does_not_stop_the_learner() {
    let name = fresh("blocked");
    block(&name).await;
    assert_eq!(Store::open(&name).await.err(), Some(StoreFault::Blocked));
    // What the session does then.
    let store = Store::in_memory();
    store.append(Shelf::Journal, &lines(&["1", "2"]), Durability::Strict).await.expect("kept");
    let kept = store.lines(Shelf::Journal, None).await.expect("readable");
    store.set_aside(Shelf::Journal, &kept[..1]).await.expect("moved");
    assert_eq!(texts(&store, Shelf::Journal).await, ["2"]);
    assert_eq!(texts(&store, Shelf::SetAside).await, ["1"]);
}
