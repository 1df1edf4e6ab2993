//! `cargo xtask screenshots`.

use std::path::Path;

use anyhow::Result;

use crate::project::{Project, PublicUrl};
use crate::run::{program, run};
use crate::{dist, tools};

/// Every page on a phone and a desktop, light and dark, into `screenshots/`; names choose some of the pages.
pub(crate) fn screenshots(project: &Project, site: &Path, names: &[String]) -> Result<bool> {
    tools::for_testing(project)?;
    let out = project.assembled(site);
    dist::build(project, site, &PublicUrl::default(), &out)?;
    run(program(project, "node")
        .arg(project.e2e().join("screenshots.mjs"))
        .arg("--dist")
        .arg(&out)
        .args(["--out", "screenshots"])
        .args(names))?;
    Ok(true)
}
