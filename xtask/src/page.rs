//! What is written into the portal's own files when a folder for a host is assembled: the public URL, the content
//! security policy, the service worker's list.

use std::hash::{DefaultHasher, Hash, Hasher};

use anyhow::{Context, Result, bail};

use crate::portal::PLACEHOLDER;
use crate::project::PublicUrl;

/// Everything comes from the site's own origin; WebAssembly is compiled; nothing inline runs and nothing is evaluated.
/// `blob:` and `data:` are pictures the page draws itself: the code to save, a chosen photo.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' blob: data:; media-src 'self' blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; \
    base-uri 'self'; form-action 'none'";

/// The page for a host: the real path, the policy before anything that could load, and the addresses of the courses'
/// text, which `boot.js` fetches ahead.
pub(crate) fn index(html: &str, url: &PublicUrl, courses: &[String]) -> Result<String> {
    forbid_inline(html)?;
    let html = html.replace(PLACEHOLDER, &url.to_string());
    let known = format!(" data-courses=\"{}\" data-wasm=", courses.join(" "));
    let html = html.replacen(" data-wasm=", &known, 1);
    let (start, end) = html.split_once("<head>").context("index.html has no <head>")?;
    Ok(format!(
        "{start}<head><meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{end}"
    ))
}

/// The policy would stop these silently, on the learner's device; better here, aloud.
fn forbid_inline(html: &str) -> Result<()> {
    for tag in html.split('<').skip(1) {
        let tag = tag.split('>').next().unwrap_or_default();
        let name = tag.split_whitespace().next().unwrap_or_default();
        if name == "style" || (name == "script" && !tag.contains("src=")) {
            bail!("index.html has an inline <{name}>, which the content security policy forbids");
        }
        if let Some(attribute) =
            tag.split_whitespace().skip(1).find(|a| a.starts_with("style=") || is_handler(a))
        {
            bail!(
                "index.html has `{attribute}` in <{name}>, which the content security policy forbids"
            );
        }
    }
    Ok(())
}

/// `onclick="…"` and its kind.
fn is_handler(attribute: &str) -> bool {
    attribute.starts_with("on") && attribute.contains('=')
}

/// The service worker with the name of this build and the files that make the portal run with no network.
pub(crate) fn service_worker(script: &str, build: &str, shell: &[String]) -> Result<String> {
    let list: Vec<String> = shell.iter().map(|path| format!("\"{path}\"")).collect();
    let filled = replace_line(script, "const BUILD = ", &format!("const BUILD = \"{build}\";"))?;
    replace_line(&filled, "const SHELL = ", &format!("const SHELL = [{}];", list.join(", ")))
}

fn replace_line(text: &str, start: &str, with: &str) -> Result<String> {
    let mut found = false;
    let lines: Vec<&str> = text
        .lines()
        .map(|line| {
            let here = !found && line.starts_with(start);
            found |= here;
            if here { with } else { line }
        })
        .collect();
    if !found {
        bail!("assets/sw.js has no line that starts with `{start}`");
    }
    Ok(lines.join("\n") + "\n")
}

/// A name for this build: it changes when any of its files does.
pub(crate) fn fingerprint<'a>(files: impl Iterator<Item = (&'a str, Vec<u8>)>) -> String {
    let mut hasher = DefaultHasher::new();
    for file in files {
        file.hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<!doctype html><html><head><meta charset=utf-8><base href=\"/__public__/\"><script type=\"module\" \
        src=\"/__public__/boot.js\"></script></head><body></body></html>";

    #[test]
    fn a_page_says_its_policy_before_anything_else_and_knows_its_path() {
        let page = index(PAGE, &"/x/".parse().unwrap(), &[]).unwrap();
        assert!(page.starts_with(
            "<!doctype html><html><head><meta http-equiv=\"Content-Security-Policy\""
        ));
        assert!(page.contains("<base href=\"/x/\">") && page.contains("src=\"/x/boot.js\""));
        assert!(!page.contains(PLACEHOLDER));
    }

    #[test]
    fn a_page_knows_where_the_text_of_its_courses_is() {
        let page = PAGE.replace("boot.js\"", "boot.js\" data-wasm=\"a.wasm\"");
        let courses = ["content/courses/als/0a/course.json".to_owned(), "b".to_owned()];
        let page = index(&page, &PublicUrl::default(), &courses).unwrap();
        assert!(page.contains(
            " data-courses=\"content/courses/als/0a/course.json b\" data-wasm=\"a.wasm\""
        ));
    }

    #[test]
    fn the_policy_allows_no_inline_code_and_no_evaluation() {
        assert!(!POLICY.contains("unsafe-inline") && !POLICY.contains("'unsafe-eval'"));
        assert!(POLICY.contains("connect-src 'self';"));
    }

    #[test]
    fn inline_code_is_refused() {
        for wrong in [
            "<script>1</script>",
            "<script type=module>1</script>",
            "<style>a{}</style>",
            "<p style=\"a:b\">",
            "<p onclick=\"a()\">",
        ] {
            assert!(
                index(
                    &PAGE.replace("<body>", &format!("<body>{wrong}")),
                    &PublicUrl::default(),
                    &[]
                )
                .is_err(),
                "{wrong}"
            );
        }
    }

    #[test]
    fn the_service_worker_learns_its_build_and_its_files() {
        let script = "// x\nconst BUILD = \"\";\nconst SHELL = [];\nrest\n";
        let filled =
            service_worker(script, "0a", &["index.html".to_owned(), "a.js".to_owned()]).unwrap();
        assert_eq!(
            filled,
            "// x\nconst BUILD = \"0a\";\nconst SHELL = [\"index.html\", \"a.js\"];\nrest\n"
        );
        assert!(service_worker("rest", "0a", &[]).is_err());
    }

    #[test]
    fn a_build_is_named_by_its_files() {
        let one = fingerprint([("a", vec![1]), ("b", vec![2])].into_iter());
        assert_eq!(one, fingerprint([("a", vec![1]), ("b", vec![2])].into_iter()));
        assert_ne!(one, fingerprint([("a", vec![1]), ("b", vec![3])].into_iter()));
    }
}
