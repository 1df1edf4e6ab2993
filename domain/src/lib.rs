//! The rules of Yoshu: everything that would still be true on paper.
//!
//! The tables of the regulations are data ([`rules`]).
//! A course has chapters and, often, a self-assessment ([`catalog`]). What a player reports becomes
//! watched stretches ([`watch`], [`coverage`]); answers are graded ([`assessment`]); what the learner
//! does becomes events in a journal ([`journal`]), stored as text ([`archive`]). Where the learner
//! stands follows from both ([`progress`]), and so do the claims of a completion token
//! ([`completion`]). How questions were answered can be told without telling who
//! ([`item_result`]). The instructor's door keeps a journal of its own ([`practical`]). Both go into one file
//! ([`backup`]). Courses are found by what one types ([`search`]); whether one earns credit by them follows from the
//! profile ([`audience`]).
//!
//! `tests/journey.rs` tells the whole story.
//!
//! This crate has no clock, no storage, no browser and no randomness: times and seeds are inputs.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

extern crate alloc;

pub mod unit;

pub mod decimal;

pub mod rules;

pub mod catalog;

pub mod coverage;

pub mod watch;

pub mod assessment;

pub mod journal;

pub mod archive;

pub mod progress;

pub mod completion;

pub mod item_result;

pub mod profile;

pub mod practical;

pub mod backup;

pub mod search;

pub mod audience;

#[cfg(feature = "sample")]
pub mod sample;

mod random;
mod text_form;
