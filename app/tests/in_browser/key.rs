//! The device's key: it stays, it signs, it cannot be taken out.

use app::browser::key::DeviceKey;
use app::browser::store::Store;
use token::key::PublicKey;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_key_survives_reopening_and_cannot_be_exported() {
    let name = format!("test-key-{}", app::browser::random::u64());
    let store = Store::open(&name).await.expect("opens");
    let key = DeviceKey::make().await.expect("made").keep(&store).await.expect("kept");
    let point = key.public_point().await.expect("public");
    drop((key, store));
    let store = Store::open(&name).await.expect("opens again");
    let key = DeviceKey::kept(&store).await.expect("readable").expect("kept");
    assert_eq!(key.public_point().await.expect("public"), point);
    assert!(!key.is_extractable().await);
    let signature = key.sign(b"bytes").await.expect("signs");
    let public = PublicKey::from_raw(&point).expect("a point");
    assert!(public.verifies(b"bytes", &signature));
    assert!(!public.verifies(b"byteS", &signature));
}

#[wasm_bindgen_test]
async fn a_pair_that_is_kept_is_never_replaced() {
    for store in [
        Store::in_memory(),
        Store::open(&format!("test-key-{}", app::browser::random::u64())).await.expect("opens"),
    ] {
        assert!(DeviceKey::kept(&store).await.expect("readable").is_none());
        let first = DeviceKey::make().await.expect("made").keep(&store).await.expect("kept");
        let second = DeviceKey::make().await.expect("made");
        assert_ne!(second.public_point().await, first.public_point().await);
        let kept = second.keep(&store).await.expect("the first");
        assert_eq!(kept.public_point().await, first.public_point().await);
    }
}
