//! Item statistics: how hard each question of a course is, and how well it tells those who know from those who do not,
//! from the anonymous item results that learners hand in.
//!
//! Files are taken in and checked against the questions ([`intake`]), counted ([`measure`]), judged ([`verdict`]) and
//! shown ([`report`], [`page`]).

mod chart;
pub mod edition;
pub mod intake;
pub mod measure;
pub mod page;
pub mod report;
pub mod verdict;
