//! `cargo xtask test`: everything that can be checked, step by step. A step that fails does not stop the others.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, bail, ensure};

use crate::project::{Project, PublicUrl};
use crate::run::{Took, cargo, program, run};
use crate::{bench, content, dist, portal, tools};

/// The small site that the end-to-end tests walk through, and the real one.
const FIXTURE_SITE: &str = "e2e/site";
const REAL_SITE: &str = "content";

/// One thing to check.
struct Step {
    name: &'static str,
    title: &'static str,
    check: fn(&Project) -> Result<()>,
}

const STEPS: [Step; 12] = [
    Step { name: "tools", title: "Install what the tests need", check: tools::for_testing },
    Step {
        name: "format",
        title: "Format",
        check: |p| run(cargo(p).args(["fmt", "--all", "--check"])),
    },
    Step { name: "lint", title: "Lints, native", check: lint },
    Step { name: "lint-wasm", title: "Lints, for the browser", check: lint_wasm },
    Step { name: "types", title: "Types of the end-to-end tests", check: types },
    Step { name: "unit", title: "Unit, property and vector tests", check: unit },
    Step {
        name: "vectors",
        title: "Token vectors, by the runner for any such file",
        check: vectors,
    },
    Step { name: "content", title: "Check the courses", check: courses },
    Step { name: "browser", title: "Tests in headless Chromium", check: browser },
    Step { name: "sites", title: "Build the portal, assemble both sites", check: sites },
    Step { name: "e2e", title: "End-to-end tests", check: end_to_end },
    Step { name: "bench", title: "Weights and speed", check: weights_and_speed },
];

/// Names the steps.
pub(crate) fn list() -> Result<bool> {
    for step in &STEPS {
        println!("{:<10} {}", step.name, step.title);
    }
    Ok(true)
}

/// Runs all steps, or those named; the last line counts them.
pub(crate) fn test(project: &Project, names: &[String]) -> Result<bool> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        bail!("no step `{unknown}`; `cargo xtask test --list` names them");
    }
    let chosen: Vec<&Step> =
        STEPS.iter().filter(|s| names.is_empty() || names.iter().any(|n| n == s.name)).collect();
    let start = Instant::now();
    let mut summary = Vec::new();
    for (index, step) in chosen.iter().enumerate() {
        println!("\n[{}/{}] {} ({})", index + 1, chosen.len(), step.title, step.name);
        let start = Instant::now();
        let result = (step.check)(project);
        let word = if result.is_ok() { "passed" } else { "FAILED" };
        println!("      {word} after {}", Took(start.elapsed()));
        if let Err(error) = &result {
            println!("      {error:#}");
        }
        summary.push((step, result, start.elapsed()));
    }

    println!("\nSummary, {} in all", Took(start.elapsed()));
    for (step, result, took) in &summary {
        let word = if result.is_ok() { "passed" } else { "FAILED" };
        println!("  {word}  {:<10} {:>14}  {}", step.name, Took(*took).to_string(), step.title);
    }
    let failed = summary.iter().filter(|(_, result, _)| result.is_err()).count();
    println!("{} passed, {failed} failed", summary.len() - failed);
    Ok(failed == 0)
}

fn lint(project: &Project) -> Result<()> {
    run(cargo(project).args([
        "clippy",
        "--quiet",
        "--workspace",
        "--all-targets",
        "--",
        "-D",
        "warnings",
    ]))
}

fn lint_wasm(project: &Project) -> Result<()> {
    // The reader's own tests run natively, and some of what they need does not compile for a browser.
    for (package, targets) in [("app", "--all-targets"), ("scanner", "--bins")] {
        let what = ["clippy", "--quiet", "--package", package, targets];
        let how = ["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
        run(cargo(project).args(what).args(how))?;
    }
    Ok(())
}

fn types(project: &Project) -> Result<()> {
    run(program(project, "tsc").args(["--noEmit", "--project"]).arg(project.e2e()))
}

fn unit(project: &Project) -> Result<()> {
    run(cargo(project).args(["test", "--quiet", "--workspace"]))
}

fn vectors(project: &Project) -> Result<()> {
    let runner = ["run", "--quiet", "--package", "token", "--example", "vectors", "--"];
    run(cargo(project).args(runner).arg("token/tests/vectors.json"))
}

fn courses(project: &Project) -> Result<()> {
    run(content::yoshu(project).args(["content", "check", REAL_SITE]))
}

/// What runs here is compiled as it is shipped: its speed counts too.
pub(crate) fn browser(project: &Project) -> Result<()> {
    in_browser(project, &[])
}

/// Runs the tests of the program's door to the browser, or those whose names have a part in common with one given.
pub(crate) fn in_browser(project: &Project, names: &[&str]) -> Result<()> {
    let driver = tools::chromedriver().context("no chromedriver: run the step `tools`")?;
    let browser = tools::chromium().context("no Chromium: run the step `tools`")?;
    // Not `--quiet`: cargo hands it on, and this runner does not know it.
    let what = ["test", "--package", "app", "--test", "in_browser"];
    let how = ["--profile", "web", "--target", "wasm32-unknown-unknown", "--", "--nocapture"];
    run(cargo(project)
        .args(what)
        .args(how)
        .args(names)
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", driver)
        .env("CHROMIUM", browser)
        // A loaded machine with two cores is slow to start a browser.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "180"))
}

/// The fixture stands at the root of its host; the real site below a path, so that both ways are tested.
pub(crate) fn sites(project: &Project) -> Result<()> {
    let app = portal::build(project)?;
    for (site, url) in [(FIXTURE_SITE, PublicUrl::default()), (REAL_SITE, real_url()?)] {
        let site = Path::new(site);
        let content = content::build(project, site)?;
        dist::assemble(project, &app, &content, &url, &project.assembled(site))?;
    }
    Ok(())
}

fn real_url() -> Result<PublicUrl> {
    "/yoshu/".parse()
}

fn end_to_end(project: &Project) -> Result<()> {
    run(&mut playwright(project)?)
}

/// Playwright with both sites, as its configurations expect them.
pub(crate) fn playwright(project: &Project) -> Result<Command> {
    let mut playwright = program(project, "playwright");
    playwright.arg("test").current_dir(project.e2e());
    playwright.env("CHROMIUM", tools::chromium().context("no Chromium: run the step `tools`")?);
    playwright.env("YOSHU_FIXTURE_DIST", assembled(project, FIXTURE_SITE)?);
    playwright.env("YOSHU_REAL_DIST", assembled(project, REAL_SITE)?);
    Ok(playwright)
}

fn weights_and_speed(project: &Project) -> Result<()> {
    let real = assembled(project, REAL_SITE)?;
    ensure!(bench::measure(project, &real, &real_url()?)?, "a weight is over its budget");
    Ok(())
}

fn assembled(project: &Project, site: &str) -> Result<PathBuf> {
    let dir = project.assembled(Path::new(site));
    ensure!(dir.join("index.html").is_file(), "{site} is not built: run the step `sites`");
    Ok(dir)
}
