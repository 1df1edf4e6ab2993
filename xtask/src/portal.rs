//! Builds the portal with Trunk: once, for any site and any path, since content and addresses are put in afterwards.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::dist::{copy_tree, tree};
use crate::project::Project;
use crate::run::{cargo, program, run};
use crate::stylesheet::{self, PageStyles};
use crate::{imports, page, tools};

/// Stands for the public URL in what Trunk writes; [`crate::page`] puts the real one in.
pub(crate) const PLACEHOLDER: &str = "/__public__/";

/// Tells the hooks that this program, not a person, runs Trunk.
const DRIVEN: &str = "YOSHU_XTASK_DRIVES_TRUNK";

/// Where `e2e/server/parts.mjs` puts the program into the page.
const MARKER: &str = "<meta name=\"yoshu-portal\">";

/// The release build; gives the folder it stands in. Trunk makes the page and the reader; the program itself is cut
/// into parts, which Trunk cannot do (docs/decisions.md, "Pages are loaded when they are opened").
pub(crate) fn build(project: &Project) -> Result<PathBuf> {
    let out = project.web().join("app");
    let (sources, note) = (sources(project)?, project.web().join("app.sources"));
    if out.is_dir() && fs::read_to_string(&note).is_ok_and(|built| built == sources) {
        println!("      nothing has changed since it was built");
        return Ok(out);
    }
    let _ = fs::remove_file(&note);
    fs::create_dir_all(&out).with_context(|| format!("{} cannot be made", out.display()))?;
    // Trunk is not allowed on the network, so cargo fetches beforehand.
    run(cargo(project).args(["fetch", "--quiet"]))?;
    stylesheet::join(project, PageStyles::Apart)?;
    run(program(project, "trunk")
        .args(["build", "--release", "--offline", "--public-url", PLACEHOLDER, "--dist"])
        .arg(&out)
        .arg(page_without_program(project)?)
        // Trunk takes this for an option of its own and wants `true`.
        .env_remove("NO_COLOR")
        .env("CARGO_TARGET_DIR", &project.target)
        // Its own stack traces help nobody who builds a site.
        .env("RUST_BACKTRACE", "0")
        .env(DRIVEN, "1"))?;
    let (cut, bound) = cut(project, &compile(project)?)?;
    run(program(project, "node")
        .arg(project.e2e().join("server/parts.mjs"))
        .arg("--cut")
        .arg(cut)
        .arg("--bound")
        .arg(bound)
        .arg("--styles")
        .arg(stylesheet::of_pages(project))
        .arg("--out")
        .arg(&out)
        .args(["--base", PLACEHOLDER]))?;
    fs::write(note, sources)?;
    Ok(out)
}

/// A fingerprint of all that the portal is made of, tools and their versions included.
fn sources(project: &Project) -> Result<String> {
    let mut files = Vec::new();
    for folder in ["app", "domain", "token", "scanner", "assets", "xtask/src", "e2e/server"] {
        files
            .extend(tree(&project.root.join(folder))?.into_iter().map(|f| format!("{folder}/{f}")));
    }
    for file in
        ["Cargo.toml", "Cargo.lock", "Trunk.toml", "rust-toolchain.toml", "e2e/package-lock.json"]
    {
        files.push(file.to_owned());
    }
    let contents = files
        .iter()
        .map(|file| Ok((file.as_str(), fs::read(project.root.join(file))?)))
        .collect::<Result<Vec<_>>>()?;
    let library = format!("library from source: {}", tools::has_library_source(project)?);
    let tools = [("compiler", library.into_bytes())];
    Ok(page::fingerprint(contents.into_iter().chain(tools)))
}

/// The page as its author wrote it, with a mark in place of the program. It stands in a folder beside `app/`, so that
/// its relative addresses hold.
fn page_without_program(project: &Project) -> Result<PathBuf> {
    let html = fs::read_to_string(project.root.join("app/index.html"))
        .context("app/index.html cannot be read")?;
    let path = project.root.join(".cache/index.html");
    fs::create_dir_all(project.root.join(".cache"))?;
    fs::write(&path, without_program(&html).context("app/index.html names no program")?)?;
    Ok(path)
}

fn without_program(html: &str) -> Option<String> {
    let (before, link) = html.split_once("<link data-trunk rel=\"rust\" href=\"Cargo.toml\"")?;
    let (_, after) = link.split_once('>')?;
    Some(format!("{before}{MARKER}{after}"))
}

/// The whole program, with what the cut needs to know of it.
fn compile(project: &Project) -> Result<PathBuf> {
    // The standard library, too, compiled for size: 4 % off (docs/decisions.md).
    const STD: &str = "-Zbuild-std=std,panic_abort";
    // Its own crates are no dependencies of the project: where they cannot be had, the compiler's library serves.
    let fetch = |project| {
        run(cargo(project).args(["fetch", "--quiet", STD]).env("RUSTC_BOOTSTRAP", "1")).is_ok()
    };
    let library: &[&str] = match tools::has_library_source(project)? && fetch(project) {
        true => &[STD, "-Zbuild-std-features=optimize_for_size"],
        false => &[],
    };
    run(cargo(project)
        .args(["rustc", "--profile", "web", "--target", "wasm32-unknown-unknown"])
        .args(library)
        .args(["--package", "app", "--bin", "yoshu-app", "--features", "split"])
        .args(["--", "-Clink-args=--emit-relocs"])
        // Components forget their views' types, panics where they stood, errors their form for programmers: less to load
        // (docs/decisions.md).
        .env("RUSTFLAGS", "--cfg erase_components -Zlocation-detail=none -Zfmt-debug=none")
        // Some of this is still unstable, in the one compiler that rust-toolchain.toml pins.
        .env("RUSTC_BOOTSTRAP", "1")
        .env("CARGO_TARGET_DIR", project.web().join("cut")))?;
    Ok(project.web().join("cut/wasm32-unknown-unknown/web/yoshu-app.wasm"))
}

/// The parts, and what wasm-bindgen makes of the first.
fn cut(project: &Project, whole: &Path) -> Result<(PathBuf, PathBuf)> {
    let (cut, bound) = (project.web().join("cut/parts"), project.web().join("cut/bound"));
    for folder in [&cut, &bound] {
        if folder.is_dir() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
    }
    run(program(project, "wasm-split-cli").arg(whole).arg(&cut))?;
    run(program(project, "wasm-bindgen")
        .arg(cut.join("main.wasm"))
        .args(["--target", "web", "--keep-lld-exports", "--no-typescript", "--out-name", "main"])
        .arg("--out-dir")
        .arg(&bound))?;
    shorten_names(&bound)?;
    Ok((cut, bound))
}

/// Shorter names between program and script: wasm-bindgen's carry hashes, which no compression makes small.
fn shorten_names(bound: &Path) -> Result<()> {
    let (wasm, script) = (bound.join("main_bg.wasm"), bound.join("main.js"));
    let (code, text) = imports::shorten(&fs::read(&wasm)?, &fs::read_to_string(&script)?)?;
    fs::write(wasm, code)?;
    Ok(fs::write(script, text)?)
}

/// What Trunk calls before and after each build (see Trunk.toml), also under `trunk serve`.
pub(crate) fn hook(project: &Project, stage: Option<&str>) -> Result<bool> {
    match stage {
        Some("pre-build") if std::env::var_os(DRIVEN).is_none() => {
            stylesheet::join(project, PageStyles::Joined)?;
        }
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
        Some("pre-build" | "post-build") => {}
        _ => bail!("the hooks are `pre-build` and `post-build`"),
    }
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_has_one_place_for_the_program() {
        let html =
            "<head><link data-trunk rel=\"rust\" href=\"Cargo.toml\"\n data-bin=\"x\"><b></head>";
        assert_eq!(
            without_program(html).as_deref(),
            Some("<head><meta name=\"yoshu-portal\"><b></head>")
        );
        assert_eq!(without_program("<head></head>"), None);
    }
}
