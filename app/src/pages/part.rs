//! The pages that are parts of their own: fetched when they are opened, so that the home page is light
//! (`docs/decisions.md`, "Pages are loaded when they are opened").
#![allow(unsafe_code, reason = "the macro names the two ends of the cut with `no_mangle`")]

use futures_util::FutureExt as _;
use futures_util::future::LocalBoxFuture;
use leptos::prelude::*;

use super::cut::{NotLoaded, parts};
use super::instructor::verify::VerifyPage;
use super::learner::catalogue::CataloguePage;
use super::learner::chapter::ChapterPage;
use super::learner::completion::CompletionPage;
use super::learner::course::CoursePage;
use super::learner::self_assessment::SelfAssessmentPage;
use super::rules::list::RulesPage;
use super::rules::table::RuleTablePage;
use super::settings::SettingsPage;
use crate::paths::{CatalogueView, Route, Stretch};
use crate::session::{Entry, Session};

/// Fetches what the page of an address needs; at once when it is here already.
///
/// # Errors
/// [`NotLoaded`]; asked again, it tries again.
pub async fn load(route: &Route) -> Result<(), NotLoaded> {
    match route {
        Route::Home | Route::NotFound => {}
        Route::Course { .. } => load_course().await?,
        Route::Chapter { .. } => load_chapter().await?,
        Route::SelfAssessment { .. } => load_self_assessment().await?,
        Route::Completion { .. } => load_completion().await?,
        Route::Catalogue(_) => load_catalogue().await?,
        Route::Settings => load_settings().await?,
        Route::Verify => load_verify().await?,
        Route::Rules | Route::RuleTable { .. } => load_rules().await?,
    }
    Ok(())
}

/// Offers everything this device keeps as a file; false when that cannot be had. The settings' part knows how: the
/// home page need not carry it.
pub async fn save_export(session: Session) -> bool {
    match exporting(session).await {
        Ok(is_saved) => is_saved.await,
        Err(NotLoaded) => false,
    }
}

#[cfg(feature = "split")]
#[wasm_split_helpers::wasm_split(settings, fallible)]
fn exporting(session: Session) -> Result<LocalBoxFuture<'static, bool>, NotLoaded> {
    Ok(session.save_export().boxed_local())
}

#[cfg(not(feature = "split"))]
async fn exporting(session: Session) -> Result<LocalBoxFuture<'static, bool>, NotLoaded> {
    Ok(session.save_export().boxed_local())
}

parts! {
    show_course(entry: Entry) in course by load_course: view! { <CoursePage entry /> };
    show_chapter(entry: Entry, index: usize, stretch: Stretch) in chapter by load_chapter:
        view! { <ChapterPage entry index stretch /> };
    show_self_assessment(entry: Entry) in self_assessment by load_self_assessment:
        view! { <SelfAssessmentPage entry /> };
    show_completion(entry: Entry) in completion by load_completion: view! { <CompletionPage entry /> };
    show_catalogue(view: CatalogueView) in catalogue by load_catalogue: view! { <CataloguePage view /> };
    show_settings() in settings by load_settings: view! { <SettingsPage /> };
    show_verify() in verify by load_verify: view! { <VerifyPage /> };
    show_rules(table: Option<String>) in rules by load_rules: match table {
        Some(table) => view! { <RuleTablePage table /> }.into_any(),
        None => view! { <RulesPage /> }.into_any(),
    };
}
