//! Everything that reads what others made: no bytes and no string may make it panic, and whatever is read is written
//! back to the same bytes. Run: `cargo +nightly fuzz run decode`, in `token/`.

#![no_main]

use libfuzzer_sys::fuzz_target;
use token::cbor::{TRUST_LIST_MAX_ENTRIES, Value};
use token::claims::Completion;
use token::presentation::Presentation;
use token::text::{Scanned, lines, printable_nfc};
use token::ticket::Ticket;
use token::trust::{Roots, TrustBody, TrustList};
use token::{base45, cose::Sign1};

fuzz_target!(|bytes: &[u8]| {
    read_bytes(bytes);
    let Ok(text) = str::from_utf8(bytes) else { return };
    for line in lines(text) {
        if let Ok(binary) = Scanned::read(&line).and_then(|scanned| scanned.bytes()) {
            read_bytes(&binary);
        }
    }
    if let Ok(binary) = base45::decode(text) {
        assert_eq!(base45::encode(&binary), text);
    }
});

fn read_bytes(bytes: &[u8]) {
    if let Ok(value) = Value::decode(bytes, TRUST_LIST_MAX_ENTRIES) {
        assert_eq!(value.encode(), bytes);
    }
    if let Ok(signed) = Sign1::open(bytes, TRUST_LIST_MAX_ENTRIES) {
        read_payload(&signed.payload);
    }
    read_payload(bytes);
    let _ = TrustList::load(bytes, Roots::first(&[]), None);
    if let Ok(presentation) = Presentation::decode(bytes) {
        let _ = Sign1::open(&presentation.token, TRUST_LIST_MAX_ENTRIES);
    }
}

fn read_payload(payload: &[u8]) {
    if let Ok(completion) = Completion::decode(payload, printable_nfc) {
        assert_eq!(completion.encode(), payload);
    }
    if let Ok(ticket) = Ticket::decode(payload) {
        assert_eq!(ticket.encode(), payload);
    }
    if let Ok(list) = TrustBody::decode(payload) {
        // Empty optional lists may be written or left out: the meaning is the same.
        assert_eq!(TrustBody::decode(&list.encode()).as_ref(), Ok(&list));
    }
}
