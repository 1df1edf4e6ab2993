//! The organiser's program `yoshu`: it checks and builds what authors write, keeps an organisation's keys, signs its trust
//! list and verifies completion codes in batches. It reads authors' files and prints to a terminal; it never meets the
//! portal, and no rule of learning or of tokens is decided here.

#![forbid(unsafe_code)]

pub mod author;
pub mod breach;
pub mod bundle;
pub mod catalogue;
pub mod check;
pub mod citation;
pub mod content;
pub mod disk;
pub mod exchange;
pub mod finding;
pub mod key;
pub mod language;
pub mod lint;
pub mod logic;
pub mod mistake;
pub mod picture;
pub mod report;
pub mod rule_book;
pub mod sentence;
pub mod sheet;
pub mod source;
pub mod statistics;
pub mod table;
pub mod ticket;
pub mod trust;
pub mod verify;
pub mod video;
pub mod workshop;
