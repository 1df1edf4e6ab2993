//! Built content of a site, with the trust list of the development organisation. The work is done by the organiser's
//! own program, `yoshu`.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::run::{cargo, run};

/// The organiser's program, ready for its arguments.
pub(crate) fn yoshu(project: &Project) -> Command {
    let mut command = cargo(project);
    command.args(["run", "--quiet", "--package", "tool", "--bin", "yoshu", "--"]);
    command
}

/// Builds the site's content and signs its trust list; gives the folder it stands in.
pub(crate) fn build(project: &Project, site: &Path) -> Result<PathBuf> {
    let site_dir = project.root.join(site);
    if !site_dir.join("site.toml").is_file() {
        bail!(
            "{} is no folder of courses: it has no site.toml (name another with --site)",
            site.display()
        );
    }
    let out = project.content(site);
    fs::create_dir_all(&out).with_context(|| format!("{} cannot be made", out.display()))?;
    run(yoshu(project).args(["content", "build"]).arg(site).arg("--out").arg(&out))?;
    sign(project, site, &out)?;
    for name in ["site.json", "catalog.json", "trust.cose"] {
        if !out.join(name).is_file() {
            bail!("`yoshu` wrote no {name} into {}", out.display());
        }
    }
    Ok(out)
}

/// The keys are made on the first run and kept: tokens made yesterday are still good today. Each site is an organisation
/// of its own, or the lists of one would take back the courses of another.
fn sign(project: &Project, site: &Path, out: &Path) -> Result<()> {
    let keys = project.keys(site);
    run(yoshu(project).args(["keys", "new", "--out"]).arg(&keys))?;
    run(yoshu(project).args(["trust", "sign", "--content"]).arg(out).arg("--keys").arg(&keys))
}
