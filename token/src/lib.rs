//! The Yoshu token family, version 1: compact signed objects that prove offline who vouches for what.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;
#[cfg(test)]
extern crate std;

pub mod base45;
pub mod calendar;
pub mod cbor;
pub mod claims;
pub mod cose;
pub mod identifier;
pub mod judge;
pub mod key;
pub mod presentation;
pub mod refusal;
pub mod text;
pub mod ticket;
pub mod trust;
