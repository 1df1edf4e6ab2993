//! The instructor's pages.

pub mod verify;
