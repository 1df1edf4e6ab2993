//! The plan of the house as a test: reads every source file of the portal and fails with file and
//! line where a room sees what it must not see.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, reason = "a test that cannot read the sources fails")]

use std::fmt;
use std::path::{Path, PathBuf};

/// The rooms of the portal and their floors: a line looks only down.
const FLOORS: [(&str, u8); 7] = [
    ("app", 5),
    ("pages", 4),
    ("components", 3),
    ("session", 3),
    ("text", 2),
    ("paths", 2),
    ("browser", 1),
];

/// Only the door to the browser names these.
const BEHIND_THE_DOOR: [&str; 3] = ["web_sys", "js_sys", "wasm_bindgen"];

/// Names that say nothing.
const EMPTY_NAMES: [&str; 11] = [
    "util", "utils", "common", "helper", "helpers", "misc", "types", "manager", "service", "error",
    "errors",
];

#[derive(Debug, PartialEq)]
struct Finding {
    file: String,
    line: usize,
    what: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.what)
    }
}

fn floor(room: &str) -> Option<u8> {
    FLOORS.iter().find(|(name, _)| *name == room).map(|(_, floor)| *floor)
}

/// The modules of a file below `src`: `browser/store/mod.rs` is `browser`, `store`.
fn modules(file: &str) -> Vec<&str> {
    let mut modules: Vec<&str> = file.trim_end_matches(".rs").split('/').collect();
    if matches!(modules.last(), Some(&"mod" | &"lib" | &"main")) {
        modules.pop();
    }
    modules
}

/// Everything wrong with one source file, given by its path below `src`.
fn examine(file: &str, source: &str) -> Vec<Finding> {
    let modules = modules(file);
    let room = modules.first().copied().unwrap_or_default();
    let mut findings = Vec::new();
    let mut add = |line: usize, what: String| {
        findings.push(Finding { file: file.to_owned(), line, what });
    };
    if let Some(name) = modules.iter().find(|name| EMPTY_NAMES.contains(name)) {
        add(1, format!("a module called `{name}` says nothing"));
    }
    for (index, code) in code_lines(source).iter().enumerate() {
        let line = index + 1;
        if code.contains("style=\"") {
            add(line, "a style attribute, which the content security policy refuses".into());
        }
        if room != "browser" {
            for name in BEHIND_THE_DOOR {
                if mentions(code, name) {
                    add(line, format!("`{name}` is named outside browser/"));
                }
            }
        }
        if file != "browser/clock.rs"
            && (code.contains("Date::now") || code.contains(".performance()"))
        {
            add(line, "a clock is read outside browser/clock".into());
        }
    }
    let code = code_lines(source).join("\n");
    for (line, target) in imports(&code, &modules) {
        let (Some(here), Some(there)) = (floor(room), floor(&target)) else { continue };
        if room != target && there >= here {
            add(line, format!("`{room}` (floor {here}) looks at `{target}` (floor {there})"));
        }
    }
    findings
}

/// The lines without comments. Strings stay: an attribute is a string.
fn code_lines(source: &str) -> Vec<&str> {
    source
        .lines()
        .map(|line| match line.find("//") {
            // `https://` stands in strings only.
            Some(at) if !line[..at].ends_with(':') => &line[..at],
            _ => line,
        })
        .collect()
}

/// Whether the code has this word, or a word that begins with it and goes on with `_`.
fn mentions(code: &str, name: &str) -> bool {
    code.match_indices(name).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

/// The rooms that a file names by `crate::…`, `crate::{…}` or by climbing out with `super::`.
fn imports(code: &str, modules: &[&str]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let line_of = |at: usize| code[..at].matches('\n').count() + 1;
    for (at, _) in code.match_indices("crate::") {
        for name in heads(&code[at + "crate::".len()..]) {
            found.push((line_of(at), name));
        }
    }
    let mut rest = 0;
    while let Some(at) = code[rest..].find("super::").map(|at| rest + at) {
        let climbs = code.as_bytes()[at..].chunks(7).take_while(|c| *c == b"super::").count();
        let end = at + climbs * "super::".len();
        if climbs >= modules.len() {
            for name in heads(&code[end..]) {
                found.push((line_of(at), name));
            }
        }
        rest = end;
    }
    found
}

/// The first names of a path or of a `{…}` group of paths.
fn heads(code: &str) -> Vec<String> {
    let word = |code: &str| -> String {
        code.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()
    };
    let Some(group) = code.strip_prefix('{') else { return vec![word(code)] };
    let (mut depth, mut names, mut start) = (1, Vec::new(), 0);
    for (at, c) in group.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth == 0 || (depth == 1 && c == ',') {
            names.push(word(&group[start..at]));
            start = at + 1;
        }
        if depth == 0 {
            break;
        }
    }
    names
}

fn sources(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder can be read") {
        let path = entry.expect("the entry can be read").path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn every_room_looks_only_down() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    sources(&root, &mut files);
    assert!(files.len() > 40, "only {} files were found", files.len());
    let mut findings = Vec::new();
    for path in &files {
        let file =
            path.strip_prefix(&root).expect("below src").to_string_lossy().replace('\\', "/");
        findings.extend(examine(&file, &std::fs::read_to_string(path).expect("readable")));
    }
    let list: Vec<String> = findings.iter().map(|f| format!("app/src/{f}")).collect();
    assert!(findings.is_empty(), "\n{}", list.join("\n"));
}

#[test]
fn the_page_itself_has_no_inline_style_or_script() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html");
    let html = std::fs::read_to_string(page).expect("readable");
    assert!(!html.contains("style=\""), "index.html has a style attribute");
    for (at, _) in html.match_indices("<script") {
        let tag: String = html[at..].chars().take_while(|c| *c != '>').collect();
        assert!(tag.contains("src="), "index.html has an inline script: {tag}");
    }
}

#[test]
fn the_portal_and_the_organisers_program_never_meet() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (room, other) in [("app", "tool"), ("tool", "app"), ("domain", "app"), ("token", "domain")]
    {
        let manifest = root.join(room).join("Cargo.toml");
        let text = std::fs::read_to_string(manifest).expect("readable");
        let names = |line: &str| line.split(['=', '.', ' ']).next() == Some(other);
        assert!(!text.lines().any(names), "{room} depends on {other}");
    }
}

#[test]
fn this_test_can_fail() {
    let bad = [
        ("browser/a.rs", "use crate::session::Session;", 1),
        ("text/a.rs", "use crate::paths::Route;", 1),
        ("components/a.rs", "\nfn f() { crate::session::boot(); }", 2),
        ("components/a.rs", "use super::super::session::Session;", 1),
        ("pages/mod.rs", "use super::app::start;", 1),
        (
            "session/a.rs",
            "use crate::{\n    browser::clock,\n    components::{icon, notice},\n};",
            1,
        ),
        ("pages/a.rs", "fn f(e: &web_sys::Event) {}", 1),
        ("pages/a.rs", "use leptos::wasm_bindgen::JsCast;", 1),
        ("session/a.rs", "use wasm_bindgen_futures::spawn_local;", 1),
        ("browser/a.rs", "let now = js_sys::Date::now();", 1),
        ("pages/a.rs", "view! { <p style=\"color: red\"></p> }", 1),
        ("session/util.rs", "", 1),
        ("components/types/mod.rs", "", 1),
    ];
    for (file, source, line) in bad {
        let findings = examine(file, source);
        assert_eq!(findings.len(), 1, "{file}: {source}: {findings:?}");
        assert_eq!(findings[0].line, line, "{findings:?}");
    }
    let good = [
        ("pages/a.rs", "use crate::session::Session;\nuse crate::{browser::clock, text};"),
        ("components/a.rs", "use super::icon::Icon; // web_sys is behind the door"),
        ("browser/store/disk.rs", "use super::super::page::window;\nuse web_sys::Event;"),
        ("browser/service_worker.rs", "let site = \"https://example.jp\";"),
    ];
    for (file, source) in good {
        assert_eq!(examine(file, source), [], "{file}");
    }
}
