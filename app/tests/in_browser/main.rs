//! The door to the browser, tried in a browser:
//! `cargo test -p app --target wasm32-unknown-unknown --test in_browser` with wasm-bindgen's test runner.
#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::unwrap_used,
    reason = "a test that cannot go on fails, and says at which step"
)]

mod key;
mod session;
mod speed;
mod store;
mod text_rules;
mod trust;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
