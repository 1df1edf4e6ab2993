//! The learner's pages.

pub mod answering;
pub mod attempt_result;
pub mod attempt_review;
pub mod attempt_sheet;
pub mod catalogue;
pub mod chapter;
pub mod chapter_notes;
pub mod chapter_onward;
pub mod chapter_panels;
mod chapter_uncounted;
pub mod completion;
pub mod completion_facts;
pub mod completion_form;
pub mod completion_token;
pub mod course;
pub mod course_als;
pub mod course_credit;
pub mod course_header;
pub mod course_trouble;
pub mod home;
pub mod question_card;
pub mod self_assessment;
