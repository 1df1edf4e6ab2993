//! What is seen: one public component a file, private parts below it.
//!
//! Components get values, signals and callbacks as props; they know no session and no browser store.

pub mod page_heading;
pub mod site_footer;
pub mod site_header;
