//! Assembles the folder that any static host can serve: the portal, a site's content, compressed copies.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::{Project, PublicUrl};
use crate::run::{Steps, program, run};
use crate::{content, page, portal, tools};

/// Addresses that people are told: a host answers them as pages of their own, not by its page for unknown addresses.
const PAGES: [&str; 4] = ["catalogue", "rules", "settings", "verify"];

/// `cargo xtask dist`.
pub(crate) fn dist(project: &Project, site: &Path, url: &PublicUrl, out: &Path) -> Result<bool> {
    let out = std::path::absolute(out)?;
    build(project, site, url, &out)?;
    println!("\n{} is ready for a host that serves it below {url}", out.display());
    Ok(true)
}

/// Every step from a bare checkout to the folder.
pub(crate) fn build(project: &Project, site: &Path, url: &PublicUrl, out: &Path) -> Result<()> {
    tools::for_building(project)?;
    let mut steps = Steps::new(3);
    let content = steps.step(&format!("Build the content of {}", site.display()), || {
        content::build(project, site)
    })?;
    let app = steps.step("Build the portal (when something changed: some minutes)", || {
        portal::build(project)
    })?;
    steps.step("Assemble and compress", || assemble(project, &app, &content, url, out))
}

/// Puts a built portal and built content together.
pub(crate) fn assemble(
    project: &Project,
    app: &Path,
    content: &Path,
    url: &PublicUrl,
    out: &Path,
) -> Result<()> {
    clear(out)?;
    copy_tree(app, out)?;
    copy_tree(content, &out.join("content"))?;

    let index = out.join("index.html");
    let courses: Vec<String> = tree(out)?
        .into_iter()
        .filter(|path| path.starts_with("content/courses/") && path.ends_with(".json"))
        .collect();
    let html = page::index(&read(&index)?, url, &courses)?;
    fs::write(&index, &html)?;
    fs::write(out.join("404.html"), &html)?;
    for name in PAGES {
        fs::create_dir_all(out.join(name))?;
        fs::write(out.join(name).join("index.html"), &html)?;
    }

    let shell = shell(out)?;
    let contents =
        shell.iter().map(|path| (path.as_str(), fs::read(out.join(path)).unwrap_or_default()));
    let build = page::fingerprint(contents);
    let worker = out.join("sw.js");
    fs::write(&worker, page::service_worker(&read(&worker)?, &build, &shell)?)?;

    run(program(project, "node").arg(project.e2e().join("server/pack.mjs")).arg(out))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
}

/// Empties the folder, but only one that an earlier run made.
fn clear(out: &Path) -> Result<()> {
    if out.is_dir() && fs::read_dir(out)?.next().is_some() {
        if !out.join("sw.js").is_file() || !out.join("404.html").is_file() {
            bail!(
                "{} is not empty and no earlier build; name another folder with --out",
                out.display()
            );
        }
        fs::remove_dir_all(out)?;
    }
    fs::create_dir_all(out).with_context(|| format!("{} cannot be made", out.display()))
}

/// What the portal needs to open with no network; courses are kept when they are visited.
fn shell(out: &Path) -> Result<Vec<String>> {
    let kinds = ["html", "css", "js", "wasm", "svg", "webmanifest"];
    let mut shell: Vec<String> = tree(out)?
        .into_iter()
        .filter(|path| !path.starts_with("content/") && path != "404.html" && path != "sw.js")
        .filter(|path| !path.ends_with("/index.html"))
        .filter(|path| path.rsplit('.').next().is_some_and(|ext| kinds.contains(&ext)))
        .collect();
    for name in ["content/site.json", "content/catalog.json", "content/trust.cose"] {
        shell.push(name.to_owned());
    }
    Ok(shell)
}

/// Copies a folder with everything in it.
pub(crate) fn copy_tree(from: &Path, to: &Path) -> Result<()> {
    for path in tree(from)? {
        let target = to.join(&path);
        if let Some(parent) = target.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(from.join(&path), &target)
            .with_context(|| format!("{} cannot be written", target.display()))?;
    }
    Ok(())
}

/// All files below a folder, by their path inside it with forward slashes, sorted.
pub(crate) fn tree(dir: &Path) -> Result<Vec<String>> {
    let mut files = Vec::new();
    let mut folders = vec![PathBuf::new()];
    while let Some(folder) = folders.pop() {
        let here = dir.join(&folder);
        for entry in
            fs::read_dir(&here).with_context(|| format!("{} cannot be read", here.display()))?
        {
            let entry = entry?;
            let path = folder.join(entry.file_name());
            if entry.file_type()?.is_dir() {
                folders.push(path);
            } else {
                files.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    files.sort();
    Ok(files)
}
