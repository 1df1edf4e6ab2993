//! The trust list: a lower one never takes a higher one's place, whichever tab or file comes first.

use app::browser::key::DeviceKey;
use app::browser::store::Store;
use app::session::{Session, TrustFault};
use token::calendar::UnixSeconds;
use token::key::PublicKey;
use token::trust::{TrustBody, TrustError};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::session::booted;

async fn list(root: &DeviceKey, seq: u64) -> Vec<u8> {
    let body = TrustBody {
        seq,
        issued: UnixSeconds(1_795_000_000),
        next_update: UnixSeconds(1_797_592_000),
        keys: Vec::new(),
        revoked: Vec::new(),
        courses: Vec::new(),
        next_roots: Vec::new(),
    };
    let draft = body.draft(None).expect("sound");
    let signature = root.sign(&draft.to_be_signed()).await.expect("signed");
    draft.seal(signature).into_bytes()
}

/// A root of which this device has pinned the public half.
async fn pinned_root() -> DeviceKey {
    let root = DeviceKey::make().await.expect("made");
    let public = PublicKey::from_raw(&root.public_point().await.expect("public")).expect("a point");
    let hex: String =
        public.compressed().as_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
    let store = Store::open("yoshu").await.expect("opens");
    store.erase().await.expect("empty");
    store.put("trust-pins", &hex).await.expect("kept");
    root
}

fn seq(session: Session) -> Option<u64> {
    session.trust().list.map(|list| list.seq())
}

fn rollback(seq: u64, stored_seq: u64) -> Result<(), TrustFault> {
    Err(TrustFault::Refused(TrustError::Rollback { seq, stored_seq }))
}

#[wasm_bindgen_test]
async fn of_two_lists_at_once_the_higher_is_used_and_kept() {
    let root = pinned_root().await;
    let (higher, lower) = (list(&root, 7).await, list(&root, 6).await);
    let session = booted().await;
    let both = futures_util::future::join(
        session.load_trust_file(&higher),
        session.load_trust_file(&lower),
    );
    assert_eq!(both.await, (Ok(()), rollback(6, 7)));
    assert_eq!(seq(session), Some(7));
    let store = Store::open("yoshu").await.expect("opens");
    assert_eq!(store.get("trust-seq").await, Ok(Some("7".into())));
}

#[wasm_bindgen_test]
async fn a_tab_with_an_older_list_does_not_put_a_middle_one_back() {
    let root = pinned_root().await;
    let (older, newer) = (booted().await, booted().await);
    older.load_trust_file(&list(&root, 5).await).await.expect("taken");
    newer.load_trust_file(&list(&root, 8).await).await.expect("taken");
    assert_eq!(older.load_trust_file(&list(&root, 6).await).await, rollback(6, 8));
    assert_eq!(seq(older), Some(8), "by now it knows");
    let next = booted().await;
    assert_eq!(next.load_trust_file(&list(&root, 7).await).await, rollback(7, 8));
}
