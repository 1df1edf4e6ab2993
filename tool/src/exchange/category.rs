//! Categories, as Moodle writes them: a path whose last part is what the questions are about.

use super::{Loss, Remarks};

/// Where Moodle's own paths begin; it says nothing about the questions.
const ROOTS: [&str; 4] = ["$course$", "$module$", "$system$", "top"];

/// The last part of a path; what it stood in is remarked. A slash of a name is written twice.
pub(super) fn topic(path: &str, line: u32, remarks: &mut Remarks) -> String {
    let path = path.replace("//", "\u{1}");
    let mut parts: Vec<String> =
        path.split('/').map(|part| part.replace('\u{1}', "/").trim().to_string()).collect();
    let topic = parts.pop().unwrap_or_default();
    parts.retain(|part| !part.is_empty() && !ROOTS.contains(&part.as_str()));
    if !parts.is_empty() {
        remarks.add(line, Loss::Category(format!("{}/", parts.join("/"))));
    }
    topic
}
