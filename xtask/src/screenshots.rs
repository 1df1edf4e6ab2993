//! `cargo xtask screenshots`.

use anyhow::Result;

use crate::project::Project;
use crate::run::run;
use crate::{test, tools};

/// Every page in every state, on a phone and a desktop, light and dark, into `screenshots/`: the fixture site's pages
/// on the tours of the end-to-end tests, and a chapter of the real course for the README. Names choose some of the
/// tours and screens, such as `instructor` or `phone-dark`.
pub(crate) fn screenshots(project: &Project, names: &[String]) -> Result<bool> {
    tools::for_testing(project)?;
    test::sites(project)?;
    let mut playwright = test::playwright(project)?;
    playwright.args(["--config", "screenshots.config.ts"]);
    if !names.is_empty() {
        playwright.arg("--grep").arg(names.join("|"));
    }
    run(&mut playwright)?;
    println!("\nThe pictures are in screenshots/");
    Ok(true)
}
