//! The reader as a Web Worker: takes camera frames and pictures, answers with the text of the code in them.
//!
//! Messages in and out are described in `README.md`. Outside a browser this binary only says so.

#[cfg(target_arch = "wasm32")]
mod worker;

#[cfg(target_arch = "wasm32")]
fn main() {
    worker::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!(
        "scanner is a Web Worker: build it for wasm32-unknown-unknown and load it in a browser"
    );
}
