//! The rule tables as people read them.
#![allow(unreachable_pub, reason = "Leptos makes the props and the function of a component public")]

mod als;
mod associations;
mod codes;
mod documents;
mod earning;
mod estimate;
mod fact;
mod find;
mod hours;
pub mod list;
mod loading;
mod reckoning;
mod sentence;
pub mod table;
mod training;
