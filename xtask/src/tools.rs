//! Installs what is missing, in pinned versions, into `.tools/` and `e2e/node_modules/`. Nothing outside the checkout
//! changes, but for the compiler's wasm target (rustup's) and, for the tests alone, Debian's Chromium and ffmpeg.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::run::{Steps, cargo, output, program, run};

const TRUNK: &str = "0.21.14";
const WASM_SPLIT: &str = "0.2.4";

/// One thing to have, and how to get it.
struct Tool {
    title: String,
    present: fn(&Project) -> Result<bool>,
    install: fn(&Project) -> Result<()>,
}

/// What building the portal needs.
pub(crate) fn for_building(project: &Project) -> Result<()> {
    install(
        project,
        vec![
            wasm_target(),
            library_source(),
            trunk(),
            wasm_bindgen(project)?,
            wasm_split(),
            node_packages(),
        ],
    )
}

/// What the tests need beyond that.
pub(crate) fn for_testing(project: &Project) -> Result<()> {
    let all = vec![
        wasm_target(),
        library_source(),
        lints(),
        trunk(),
        wasm_bindgen(project)?,
        wasm_split(),
        node_packages(),
        browser(),
        workshop_programs(),
        workshop_packages(),
    ];
    install(project, all)
}

fn install(project: &Project, tools: Vec<Tool>) -> Result<()> {
    let mut missing = Vec::new();
    for tool in tools {
        if !(tool.present)(project)? {
            missing.push(tool);
        }
    }
    let mut steps = Steps::new(missing.len());
    for tool in missing {
        steps.step(&format!("Install {}", tool.title), || (tool.install)(project))?;
    }
    Ok(())
}

fn wasm_target() -> Tool {
    Tool {
        title: "the compiler's wasm32-unknown-unknown target".to_owned(),
        present: |project| {
            Ok(sysroot(project)?.join("lib/rustlib/wasm32-unknown-unknown/lib").is_dir())
        },
        install: |project| {
            run(program(project, "rustup").args(["target", "add", "wasm32-unknown-unknown"]))
                .context("install rustup (https://rustup.rs), or the wasm32-unknown-unknown target in another way")
        },
    }
}

fn sysroot(project: &Project) -> Result<PathBuf> {
    let path = output(program(project, "rustc").args(["--print", "sysroot"]))
        .context("install rustup (https://rustup.rs)")?;
    Ok(PathBuf::from(path))
}

/// Is the source of the standard library here? With it, the portal's own is compiled for size.
pub(crate) fn has_library_source(project: &Project) -> Result<bool> {
    Ok(sysroot(project)?.join("lib/rustlib/src/rust/library/Cargo.lock").is_file())
}

/// Wanted and not needed: a compiler that no rustup keeps may not offer it.
fn library_source() -> Tool {
    Tool {
        title: "the source of Rust's standard library".to_owned(),
        present: has_library_source,
        install: |project| {
            let add = ["component", "add", "rust-src"];
            if run(program(project, "rustup").args(add)).is_err() {
                println!(
                    "      it cannot be had here: the portal is built with the compiler's own library, 8 kB heavier"
                );
            }
            Ok(())
        },
    }
}

fn lints() -> Tool {
    Tool {
        title: "rustfmt and clippy".to_owned(),
        present: |project| {
            let works = |name| output(cargo(project).args([name, "--version"])).is_some();
            Ok(works("fmt") && works("clippy"))
        },
        install: |project| {
            run(program(project, "rustup").args(["component", "add", "rustfmt", "clippy"]))
                .context("install rustfmt and clippy")
        },
    }
}

fn trunk() -> Tool {
    Tool {
        title: format!("trunk {TRUNK} (once, 3 to 6 minutes)"),
        present: |project| Ok(prints(project, "trunk", &format!("trunk {TRUNK}"))),
        // Its own lock is followed: newer versions of its dependencies were not tried together.
        install: |project| cargo_install(project, &["trunk", "--version", TRUNK, "--locked"]),
    }
}

fn wasm_split() -> Tool {
    Tool {
        title: format!("wasm-split {WASM_SPLIT} (once, 1 minute)"),
        // It prints no version; the file beside it says which one was installed.
        present: |project| {
            let installed = fs::read_to_string(wasm_split_stamp(project));
            Ok(installed.is_ok_and(|version| version == WASM_SPLIT)
                && project.tools().join("bin/wasm-split-cli").is_file())
        },
        install: |project| {
            let name = ["wasm_split_cli_support", "--version", WASM_SPLIT];
            let features = ["--features", "build-binary", "--locked"];
            cargo_install(project, &[&name[..], &features[..]].concat())?;
            fs::write(wasm_split_stamp(project), WASM_SPLIT)?;
            Ok(())
        },
    }
}

fn wasm_split_stamp(project: &Project) -> PathBuf {
    project.tools().join("wasm-split.version")
}

fn wasm_bindgen(project: &Project) -> Result<Tool> {
    Ok(Tool {
        title: format!("wasm-bindgen {} (once, 2 to 4 minutes)", wasm_bindgen_version(project)?),
        present: |project| {
            let wanted = format!("wasm-bindgen {}", wasm_bindgen_version(project)?);
            Ok(prints(project, "wasm-bindgen", &wanted)
                && runs(project, "wasm-bindgen-test-runner"))
        },
        // Not `--locked`: its lock may name releases that a registry mirror does not have yet.
        install: |project| {
            cargo_install(
                project,
                &["wasm-bindgen-cli", "--version", &wasm_bindgen_version(project)?],
            )
        },
    })
}

/// The program must be of exactly the version of the crate: it reads what the crate wrote.
fn wasm_bindgen_version(project: &Project) -> Result<String> {
    let lock =
        fs::read_to_string(project.root.join("Cargo.lock")).context("Cargo.lock cannot be read")?;
    locked_version(&lock, "wasm-bindgen").context("Cargo.lock names no wasm-bindgen")
}

fn locked_version(lock: &str, name: &str) -> Option<String> {
    let (_, rest) = lock.split_once(&format!("\nname = \"{name}\"\nversion = \""))?;
    rest.split_once('"').map(|(version, _)| version.to_owned())
}

fn prints(project: &Project, name: &str, version: &str) -> bool {
    output(program(project, name).arg("--version")).is_some_and(|line| line == version)
}

fn runs(project: &Project, name: &str) -> bool {
    output(program(project, name).arg("--version")).is_some()
}

/// A tool runs for seconds and is compiled once: quick to compile before quick to run.
fn cargo_install(project: &Project, what: &[&str]) -> Result<()> {
    let tools = project.tools();
    let building = tools.join("building");
    let result = run(cargo(project)
        .args(["install", "--force", "--no-track"])
        .args(what)
        .arg("--root")
        .arg(&tools)
        .env("CARGO_TARGET_DIR", &building)
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "false"))
    .with_context(|| {
        format!("install {} in another way, or connect to crates.io and repeat", what[0])
    });
    // Half a gigabyte that nobody needs again; a next try starts with what cargo downloaded.
    let _ = fs::remove_dir_all(&building);
    result
}

/// wasm-opt, the static server, Playwright and axe: one lock file, in `e2e/`.
fn node_packages() -> Tool {
    Tool {
        title: "node packages (wasm-opt, static server, Playwright)".to_owned(),
        present: |project| {
            let wanted = fs::read(project.e2e().join("package-lock.json"))
                .context("e2e/package-lock.json is missing")?;
            Ok(fs::read(npm_stamp(project)).is_ok_and(|installed| installed == wanted))
        },
        install: |project| {
            let node = output(program(project, "node").arg("--version")).unwrap_or_default();
            if node
                .trim_start_matches('v')
                .split('.')
                .next()
                .and_then(|n| n.parse().ok())
                .unwrap_or(0)
                < 20
            {
                bail!(
                    "install Node 20 or newer with npm (found: {})",
                    if node.is_empty() { "none" } else { &node }
                );
            }
            run(program(project, "npm")
                .args(["ci", "--no-audit", "--no-fund"])
                .current_dir(project.e2e()))
            .context("install Node 20 with npm, and connect to the npm registry")?;
            fs::copy(project.e2e().join("package-lock.json"), npm_stamp(project))?;
            Ok(())
        },
    }
}

/// A copy of the lock file the packages were installed by.
fn npm_stamp(project: &Project) -> PathBuf {
    project.e2e().join("node_modules/.installed-by.json")
}

fn browser() -> Tool {
    Tool {
        title: "Chromium, its driver and Japanese fonts (Debian's packages)".to_owned(),
        present: |_| Ok(chromium().is_some() && chromedriver().is_some() && japanese_font()),
        install: |project| debian(project, &["chromium", "chromium-driver", "fonts-noto-cjk"]),
    }
}

/// The dictionary of the workshop's voice, where Debian's package puts it.
const DICTIONARY: &str = "/var/lib/mecab/dic/open-jtalk/naist-jdic/sys.dic";

fn workshop_programs() -> Tool {
    Tool {
        title: "ffmpeg and the dictionary of the video workshop's voice (Debian's packages)"
            .to_owned(),
        present: |_| {
            let named =
                std::env::var_os("OPEN_JTALK_DICT_DIR").map(|dir| Path::new(&dir).join("sys.dic"));
            let dictionary = named.unwrap_or_else(|| PathBuf::from(DICTIONARY));
            Ok(find(&["ffmpeg"]).is_some() && find(&["ffprobe"]).is_some() && dictionary.is_file())
        },
        install: |project| {
            debian(
                project,
                &["ffmpeg", "fontconfig", "open-jtalk-mecab-naist-jdic", "python3", "python3-pip"],
            )
        },
    }
}

/// numpy and Open JTalk, in the versions that `content/video/requirements.txt` names.
fn workshop_packages() -> Tool {
    Tool {
        title: "Python packages of the video workshop".to_owned(),
        present: |project| {
            let wanted =
                fs::read(project.root.join(REQUIREMENTS)).context("the workshop is not here")?;
            Ok(fs::read(python_stamp(project)).is_ok_and(|installed| installed == wanted))
        },
        install: |project| {
            let (place, wanted) = (project.python(), project.root.join(REQUIREMENTS));
            let how = [
                "-m",
                "pip",
                "install",
                "--quiet",
                "--disable-pip-version-check",
                "--root-user-action=ignore",
            ];
            run(program(project, "python3")
                .args(how)
                .arg("--upgrade")
                .arg("--target")
                .arg(&place)
                .arg("-r")
                .arg(&wanted))
            .context("install Python 3.11 or newer with pip, and connect to its package index")?;
            fs::copy(wanted, python_stamp(project))?;
            Ok(())
        },
    }
}

const REQUIREMENTS: &str = "content/video/requirements.txt";

/// A copy of the list the packages were installed by.
fn python_stamp(project: &Project) -> PathBuf {
    project.python().join(".installed-by.txt")
}

/// Installs Debian's packages, where that can be done; else names them.
fn debian(project: &Project, wanted: &[&str]) -> Result<()> {
    let advice =
        format!("install these (Debian, Ubuntu, as root: apt-get install {})", wanted.join(" "));
    let root = output(program(project, "id").arg("-u")).as_deref() == Some("0");
    if !root || find(&["apt-get"]).is_none() {
        bail!(advice);
    }
    let apt = |args: &[&str]| {
        run(program(project, "apt-get").args(args).env("DEBIAN_FRONTEND", "noninteractive"))
    };
    apt(&["update", "-qq"]).with_context(|| advice.clone())?;
    apt(&[&["install", "-y", "-qq", "--no-install-recommends"], wanted].concat())
        .with_context(|| advice.clone())
}

/// The browser of this machine; `CHROMIUM` names another.
pub(crate) fn chromium() -> Option<PathBuf> {
    named("CHROMIUM").or_else(|| {
        find(&["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"])
    })
}

/// Its WebDriver; `CHROMEDRIVER` names another.
pub(crate) fn chromedriver() -> Option<PathBuf> {
    named("CHROMEDRIVER").or_else(|| find(&["chromedriver"]))
}

fn named(variable: &str) -> Option<PathBuf> {
    std::env::var_os(variable).map(PathBuf::from).filter(|path| path.is_file())
}

fn find(names: &[&str]) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let folders: Vec<_> = std::env::split_paths(&path).collect();
    names
        .iter()
        .find_map(|name| folders.iter().map(|dir| dir.join(name)).find(|file| file.is_file()))
}

/// Without fontconfig there is no way to tell, and the fonts of such systems (macOS) have Japanese.
fn japanese_font() -> bool {
    match std::process::Command::new("fc-list").args([":lang=ja", "family"]).output() {
        Ok(output) => !output.stdout.is_empty(),
        Err(_) => !Path::new("/etc/debian_version").exists(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_file_tells_the_version_of_a_package() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.2.3\"\n\n[[package]]\nname = \"b\"\nversion = \"4.5.6\"\n";
        assert_eq!(locked_version(lock, "b").as_deref(), Some("4.5.6"));
        assert_eq!(locked_version(lock, "a"), None);
    }

    #[test]
    fn trunk_is_told_the_same_wasm_bindgen_as_cargo() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        let lock = fs::read_to_string(root.join("Cargo.lock")).unwrap();
        let trunk = fs::read_to_string(root.join("Trunk.toml")).unwrap();
        let version = locked_version(&lock, "wasm-bindgen").unwrap();
        assert!(
            trunk.contains(&format!("wasm_bindgen = \"{version}\"")),
            "Trunk.toml wants another than {version}"
        );
        assert!(trunk.contains(&format!("trunk-version = \"{TRUNK}\"")));
    }
}
