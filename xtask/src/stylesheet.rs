//! Joins `assets/css` into the one sheet that the page loads. No list is kept by hand: the folders say what there is,
//! and the cascade layers, declared first in `tokens.css`, say what wins.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;

/// Writes `.cache/site.css`, and only when it changes, so that a watcher of files is not woken for nothing.
pub(crate) fn join(project: &Project) -> Result<()> {
    let mut sheet = String::new();
    for file in files(&project.root.join("assets/css"))? {
        let text = fs::read_to_string(&file)
            .with_context(|| format!("{} cannot be read", file.display()))?;
        sheet.push_str(&text);
        sheet.push('\n');
    }
    let out = project.root.join(".cache/site.css");
    if fs::read_to_string(&out).is_ok_and(|old| old == sheet) {
        return Ok(());
    }
    fs::create_dir_all(project.root.join(".cache"))?;
    fs::write(&out, sheet).with_context(|| format!("{} cannot be written", out.display()))
}

/// Tokens, base, layout, then the components by name.
fn files(css: &Path) -> Result<Vec<PathBuf>> {
    let mut all: Vec<PathBuf> =
        ["tokens.css", "base.css", "layout.css"].iter().map(|name| css.join(name)).collect();
    let folder = css.join("components");
    let mut components: Vec<PathBuf> = fs::read_dir(&folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    components.retain(|path| path.extension().is_some_and(|ext| ext == "css"));
    components.sort();
    all.append(&mut components);
    Ok(all)
}
