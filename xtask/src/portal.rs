//! Builds the portal with Trunk: once, for any site and any path, since content and addresses are put in afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::dist::copy_tree;
use crate::project::Project;
use crate::run::{cargo, program, run};
use crate::stylesheet;

/// Stands for the public URL in what Trunk writes; [`crate::page`] puts the real one in.
pub(crate) const PLACEHOLDER: &str = "/__public__/";

/// Tells the hooks that this program, not a person, runs Trunk.
const DRIVEN: &str = "YOSHU_XTASK_DRIVES_TRUNK";

/// The release build; gives the folder it stands in.
pub(crate) fn build(project: &Project) -> Result<PathBuf> {
    let out = project.web().join("app");
    fs::create_dir_all(&out).with_context(|| format!("{} cannot be made", out.display()))?;
    // Trunk is not allowed on the network, so cargo fetches beforehand.
    run(cargo(project).args(["fetch", "--quiet"]))?;
    run(program(project, "trunk")
        .args(["build", "--release", "--offline", "--public-url", PLACEHOLDER, "--dist"])
        .arg(&out)
        // Trunk takes this for an option of its own and wants `true`.
        .env_remove("NO_COLOR")
        .env("CARGO_TARGET_DIR", &project.target)
        // Its own stack traces help nobody who builds a site.
        .env("RUST_BACKTRACE", "0")
        .env(DRIVEN, "1"))?;
    Ok(out)
}

/// What Trunk calls before and after each build (see Trunk.toml), also under `trunk serve`.
pub(crate) fn hook(project: &Project, stage: Option<&str>) -> Result<bool> {
    match stage {
        Some("pre-build") => stylesheet::join(project)?,
        Some("post-build") if std::env::var_os(DRIVEN).is_none() => {
            let staging =
                std::env::var_os("TRUNK_STAGING_DIR").context("this hook is called by Trunk")?;
            let content = project.content(Path::new("content"));
            if content.is_dir() {
                copy_tree(&content, &Path::new(&staging).join("content"))?;
            } else {
                println!("no built content beside the portal yet: `cargo xtask dist` makes it");
            }
        }
        Some("post-build") => {}
        _ => bail!("the hooks are `pre-build` and `post-build`"),
    }
    Ok(true)
}
