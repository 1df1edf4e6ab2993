//! Running other programs, and telling which step of how many is under way.

use std::ffi::OsString;
use std::fmt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::project::Project;

/// A program that finds the project's own tools before any other.
pub(crate) fn program(project: &Project, name: &str) -> Command {
    let mut command = Command::new(name);
    command.current_dir(&project.root).env("PATH", search_path(project)).stdin(Stdio::null());
    command.env("PYTHONPATH", joined([project.python()], "PYTHONPATH"));
    // npm looks for this; no test here uses a browser that npm downloads.
    command.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    command
}

/// The cargo that started this program.
pub(crate) fn cargo(project: &Project) -> Command {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    program(project, &cargo)
}

fn search_path(project: &Project) -> OsString {
    joined([project.tools().join("bin"), project.e2e().join("node_modules/.bin")], "PATH")
}

/// The project's own folders before those that a variable names.
fn joined<const N: usize>(own: [PathBuf; N], variable: &str) -> OsString {
    let theirs = std::env::var_os(variable).unwrap_or_default();
    let all = own
        .into_iter()
        .chain(std::env::split_paths(&theirs).filter(|path| !path.as_os_str().is_empty()));
    std::env::join_paths(all).unwrap_or(theirs)
}

/// Runs to the end; a failure names the program and what it was asked.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let shown = shown(command);
    let status = command.status().with_context(|| format!("`{shown}` could not be started"))?;
    if !status.success() {
        bail!("`{shown}` ended with {status}");
    }
    Ok(())
}

/// Runs to the end and gives what it printed; `None` when it is missing or fails.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command.stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

fn shown(command: &Command) -> String {
    let name = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let words = std::iter::once(name).chain(command.get_args());
    words.map(|word| word.to_string_lossy()).collect::<Vec<_>>().join(" ")
}

/// Says "[2/5] what" before a step and how long it took after it.
pub(crate) struct Steps {
    total: usize,
    done: usize,
}

impl Steps {
    pub(crate) fn new(total: usize) -> Self {
        Self { total, done: 0 }
    }

    pub(crate) fn step<T>(&mut self, title: &str, work: impl FnOnce() -> Result<T>) -> Result<T> {
        self.done += 1;
        println!("\n[{}/{}] {title}", self.done, self.total);
        let start = Instant::now();
        let result = work();
        let end = if result.is_ok() { "done" } else { "failed" };
        println!("      {end} in {}", Took(start.elapsed()));
        result
    }
}

/// A duration as people read it: `4.2 s`, `3 min 07 s`.
pub(crate) struct Took(pub(crate) Duration);

impl fmt::Display for Took {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = self.0.as_secs();
        match seconds {
            0..60 => write!(f, "{:.1} s", self.0.as_secs_f64()),
            _ => write!(f, "{} min {:02} s", seconds / 60, seconds % 60),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_read_as_people_say_them() {
        assert_eq!(Took(Duration::from_millis(4230)).to_string(), "4.2 s");
        assert_eq!(Took(Duration::from_secs(187)).to_string(), "3 min 07 s");
    }
}
