//! `cargo xtask bench`.

use std::path::Path;

use anyhow::Result;

use crate::project::Project;

pub(crate) fn bench(_project: &Project, _site: &Path) -> Result<bool> {
    Ok(true)
}
