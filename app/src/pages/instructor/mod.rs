//! Pages for instructors.
#![allow(unreachable_pub, reason = "Leptos makes the props and the function of a component public")]

mod batch;
mod camera;
mod camera_panel;
mod choice;
mod decision;
mod desk;
mod details;
mod export;
mod finding;
mod instead;
mod judging;
mod keeping;
mod keys;
mod memory;
mod readiness;
mod reading;
mod refused;
mod results;
mod sightings;
mod spoken;
mod trust_actions;
mod unread;
mod verdict;
pub mod verify;
