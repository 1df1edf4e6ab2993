//! The device's key: it stays, it signs, it cannot be taken out.

use app::browser::key::DeviceKey;
use app::browser::store::Store;
use token::key::PublicKey;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn the_key_survives_reopening_and_cannot_be_exported() {
    let name = format!("test-key-{}", app::browser::random::u64());
    let store = Store::open(&name).await.expect("opens");
    let key = DeviceKey::kept_or_new(&store).await.expect("made");
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
async fn without_storage_the_key_lives_as_long_as_the_page() {
    let store = Store::in_memory();
    let one = DeviceKey::kept_or_new(&store).await.expect("made");
    let two = DeviceKey::kept_or_new(&store).await.expect("kept");
    assert_eq!(one.public_point().await, two.public_point().await);
}
