//! scanner
fn main() {}
