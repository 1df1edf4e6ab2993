// Starts the QR reader in its worker. Trunk can write this file too, but in a form that wasm-bindgen warns of.
importScripts("./scanner.js");
wasm_bindgen({ module_or_path: "./scanner_bg.wasm" });
