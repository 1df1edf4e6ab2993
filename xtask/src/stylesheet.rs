//! Joins `assets/css` into the one sheet that the page loads. No list is kept by hand: the folders say what there is,
//! and the cascade layers, declared first in `tokens.css`, say what wins.
//!
//! `parts/<page>/` holds what one page alone needs. Where the program is cut into parts, `e2e/server/parts.mjs` puts
//! those styles into the part of their page; in a program of one piece they stand in the one sheet.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::project::Project;

/// Where the styles of single pages go.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum PageStyles {
    /// Into the one sheet.
    Joined,
    /// Not into it: they come with the part of the program that their page is in.
    Apart,
}

/// The folder with a folder for each page that has styles of its own.
pub(crate) fn of_pages(project: &Project) -> PathBuf {
    project.root.join("assets/css/parts")
}

/// Writes `.cache/site.css`, and only when it changes, so that a watcher of files is not woken for nothing.
pub(crate) fn join(project: &Project, page_styles: PageStyles) -> Result<()> {
    let mut sheet = String::new();
    for file in files(project, page_styles)? {
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

/// Tokens, base, layout, then the components by name, then those of single pages.
fn files(project: &Project, page_styles: PageStyles) -> Result<Vec<PathBuf>> {
    let css = project.root.join("assets/css");
    let mut all: Vec<PathBuf> =
        ["tokens.css", "base.css", "layout.css"].iter().map(|name| css.join(name)).collect();
    all.append(&mut listed(&css.join("components"))?);
    if page_styles == PageStyles::Joined {
        for page in listed(&of_pages(project))? {
            all.append(&mut listed(&page)?);
        }
    }
    Ok(all)
}

/// What stands in a folder, by name.
fn listed(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = fs::read_dir(folder)
        .and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>, _>>())
        .with_context(|| format!("{} cannot be read", folder.display()))?;
    all.retain(|path| path.is_dir() || path.extension().is_some_and(|ext| ext == "css"));
    all.sort();
    Ok(all)
}
