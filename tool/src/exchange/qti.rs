//! QTI 2.x assessment items (2.0 to 2.2): one question a file. What one interaction asks is read; tests, templates and
//! items of several interactions are left out.

mod reading;
mod saying;
mod scoring;
mod text;

pub use reading::read;
pub use saying::write;
