//! Runs a file of test vectors and prints each one that differs: `cargo run -p token --example vectors -- FILE`.
//! Ends with `N passed, M failed`, and with exit code 1 if any failed.

#[path = "../tests/vector_file/mod.rs"]
mod vector_file;

use std::process::ExitCode;

fn main() -> ExitCode {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("which file? cargo run -p token --example vectors -- FILE");
        return ExitCode::FAILURE;
    };
    let file = match std::fs::read_to_string(&path)
        .map_err(|error| error.to_string())
        .and_then(|text| vector_file::VectorFile::read(&text))
    {
        Ok(file) => file,
        Err(error) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let differing = file.differing();
    for vector in &differing {
        println!("differs: {vector}");
    }
    println!("{} passed, {} failed", file.len() - differing.len(), differing.len());
    if differing.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
