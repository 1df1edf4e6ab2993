//! Puts the video workshop (`content/video`) into the program, so that `yoshu video build` needs no second download.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let root =
        PathBuf::from(env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../content/video");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &mut files)?;
    files.sort();
    let mut list = String::from("[\n");
    for file in files {
        let name = file.strip_prefix(&root).unwrap_or(&file).to_string_lossy().replace('\\', "/");
        let _ = writeln!(list, "    ({name:?}, include_str!({:?})),", file.display().to_string());
    }
    list.push(']');
    fs::write(PathBuf::from(env::var("OUT_DIR").unwrap_or_default()).join("workshop.rs"), list)
}

/// What the workshop runs on: its Python, its look, its readings, its requirements.
fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let kind = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        if path.is_dir() && !path.ends_with("__pycache__") {
            collect(&path, files)?;
        } else if ["py", "css", "tsv", "txt"].contains(&kind) {
            files.push(path);
        }
    }
    Ok(())
}
