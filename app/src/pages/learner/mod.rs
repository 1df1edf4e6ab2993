//! The learner's pages.

pub mod chapter;
pub mod completion;
pub mod course;
pub mod home;
pub mod self_assessment;
