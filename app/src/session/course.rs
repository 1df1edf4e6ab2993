//! A course's text and questions: loaded when first wanted, checked against the catalog's hash.

use std::collections::HashMap;
use std::sync::Arc;

use domain::catalog::{CatalogEntry, Course, Pool};
use futures_util::future::join;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::{Entry, Session};
use crate::browser::digest;
use crate::browser::fetch::{self, FetchFault};
use crate::paths::content;

/// A course as its authors wrote it, proven to be what the catalog names.
#[derive(Clone, Debug)]
pub struct LoadedCourse {
    /// Texts, topics, organiser.
    pub course: Course,
    /// The questions, when the course has a self-assessment.
    pub pool: Option<Pool>,
}

/// Why a course cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CourseFault {
    /// A file could not be had, or is not what it should be.
    Fetch(FetchFault),
    /// The files are not those that the catalog names: changed, cut, or of another version.
    Damaged,
    /// The questions are missing though the course has a self-assessment, or there though it has none.
    Incomplete,
}

/// Where the loading of a course stands.
#[derive(Clone, Debug, Default)]
pub enum CourseState {
    /// On its way.
    #[default]
    Loading,
    /// Here.
    Ready(Arc<LoadedCourse>),
    /// Not to be had.
    Failed(CourseFault),
}

/// Every course that was asked for, by its content hash.
pub(super) type Courses = HashMap<String, ArcRwSignal<CourseState>>;

impl Session {
    /// The course's text and questions; loading starts with the first call.
    pub fn course(self, entry: &Entry) -> Signal<CourseState> {
        let key = entry.content.to_string();
        if let Some(state) = self.courses.with_value(|courses| courses.get(&key).cloned()) {
            return state.into();
        }
        let state = ArcRwSignal::new(CourseState::Loading);
        self.courses.update_value(|courses| {
            courses.insert(key, state.clone());
        });
        load(entry.clone(), state.clone());
        state.into()
    }

    /// Tries again to load a course, after a fault.
    pub fn retry_course(self, entry: &Entry) {
        let key = entry.content.to_string();
        if let Some(state) = self.courses.with_value(|courses| courses.get(&key).cloned()) {
            state.set(CourseState::Loading);
            load(entry.clone(), state);
        }
    }
}

impl Session {
    /// The course's text and questions, waited for.
    pub(super) async fn loaded(self, entry: &Entry) -> Result<Arc<LoadedCourse>, CourseFault> {
        if let CourseState::Ready(course) = self.course(entry).get_untracked() {
            return Ok(course);
        }
        fetch_course(entry).await.map(Arc::new)
    }
}

fn load(entry: Entry, state: ArcRwSignal<CourseState>) {
    spawn_local(async move {
        state.set(match fetch_course(&entry).await {
            Ok(course) => CourseState::Ready(Arc::new(course)),
            Err(fault) => CourseState::Failed(fault),
        });
    });
}

async fn fetch_course(entry: &CatalogEntry) -> Result<LoadedCourse, CourseFault> {
    let (id, hash) = (entry.outline.id.as_str(), entry.content.to_string());
    let course = async { fetch::bytes(&content::course(id, &hash)).await };
    let questions = async {
        match entry.outline.completion.test {
            Some(_) => fetch::bytes(&content::questions(id, &hash)).await.map(Some),
            None => Ok(None),
        }
    };
    let (course, questions) = join(course, questions).await;
    let course = course.map_err(CourseFault::Fetch)?;
    let questions = questions.map_err(CourseFault::Fetch)?;
    check_hash(&course, questions.as_deref(), &entry.content.0).await?;
    let parsed = |what: &str, e: serde_json::Error| {
        CourseFault::Fetch(FetchFault::Unreadable(format!("{what}: {e}")))
    };
    let loaded = LoadedCourse {
        course: serde_json::from_slice(&course).map_err(|e| parsed("course.json", e))?,
        pool: questions
            .map(|questions| serde_json::from_slice(&questions))
            .transpose()
            .map_err(|e| parsed("questions.json", e))?,
    };
    if loaded.course.outline == entry.outline { Ok(loaded) } else { Err(CourseFault::Damaged) }
}

/// The first 8 bytes of SHA-256 over `course.json ‖ 00 ‖ questions.json` must be what the catalog names.
async fn check_hash(
    course: &[u8],
    questions: Option<&[u8]>,
    expected: &[u8; 8],
) -> Result<(), CourseFault> {
    let mut bytes = course.to_vec();
    bytes.push(0);
    bytes.extend_from_slice(questions.unwrap_or_default());
    match digest::sha256(&bytes).await {
        Ok(digest) if digest[..8] == *expected => Ok(()),
        Ok(_) => Err(CourseFault::Damaged),
        // Over plain http from another machine there is no WebCrypto to check with; nothing there is
        // protected against the network either.
        Err(digest::NoCrypto) => Ok(()),
    }
}
