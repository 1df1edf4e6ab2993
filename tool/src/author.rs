//! The authors' files as they are written: TOML, Markdown, WebVTT. Only this program knows these forms; what learners
//! get is `domain::catalog`.

pub mod als;
pub mod captions;
pub mod chapter;
pub mod course;
pub mod form;
pub mod listing;
pub mod markdown;
pub mod question;
pub mod rules;
pub mod site;
