//! One page per address: joins components to the session.

pub mod cut;
pub mod instructor;
pub mod learner;
pub mod not_found;
pub mod part;
pub mod rules;
pub mod settings;
