//! `cargo xtask bench`: what the portal weighs, how fast it opens, how fast it judges and replays. Weights over their
//! budget fail; times are shown beside their goals, since they depend on the machine.

use std::fs;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};

use crate::project::{Project, PublicUrl};
use crate::run::{Took, cargo, output, program, run};
use crate::{content, dist, test, tools};

/// All that the home page loads before it can be used, as brotli (1 kB = 1000 bytes).
const HOME_BUDGET: u64 = 200_000;
/// The QR reader, loaded when a picture is to be read.
const SCANNER_BUDGET: u64 = 60_000;
/// The repository, its files and its history.
const REPOSITORY_BUDGET: u64 = 120_000_000;
const PORT: u16 = 4180;

/// Builds the site and measures it.
pub(crate) fn bench(project: &Project, site: &Path) -> Result<bool> {
    tools::for_testing(project)?;
    let (out, url) = (project.assembled(site), PublicUrl::default());
    dist::build(project, site, &url, &out)?;
    measure(project, &out, &url)
}

/// Measures an assembled folder; `false` when a weight is over its budget.
pub(crate) fn measure(project: &Project, dir: &Path, url: &PublicUrl) -> Result<bool> {
    let within = weights(dir, url)? & repository(project)?;
    println!(
        "\nJudging a token (goal 2 ms), replaying 100,000 events (goal 150 ms), searching 5,000 courses and what is said in them at a keystroke (goal 16 ms, with what the page draws, below), in Chromium"
    );
    test::in_browser(project, &["speed"])?;
    println!("\nJudging a token, native (goal 1 ms)");
    let short = ["--warm-up-time", "1", "--measurement-time", "2", "--noplot"];
    run(cargo(project)
        .args(["bench", "--quiet", "--package", "token", "--bench", "judge", "--"])
        .args(short))?;
    in_browser(project, dir, url)?;
    film(project)?;
    Ok(within)
}

/// A chapter of the real course, spoken, drawn and filmed from nothing.
fn film(project: &Project) -> Result<()> {
    /// It plays for 5 min 1 s.
    const CHAPTER: &str = "06-ecg";
    const GOAL: Duration = Duration::from_secs(120);
    println!("\nA chapter of 5 minutes made from its narration and slides");
    let (source, copy) =
        (project.root.join("content/courses/als-pre"), project.web().join("bench-film"));
    let _ = fs::remove_dir_all(&copy);
    let sources = Path::new("video").join(CHAPTER);
    fs::create_dir_all(copy.join("course").join(&sources).join("slides"))?;
    for part in [Path::new("course.toml"), &sources.join("narration.md")] {
        fs::copy(source.join(part), copy.join("course").join(part))?;
    }
    for slide in fs::read_dir(source.join(&sources).join("slides"))? {
        let slide = slide?;
        fs::copy(
            slide.path(),
            copy.join("course").join(&sources).join("slides").join(slide.file_name()),
        )?;
    }
    let built = content::yoshu(project).args(["--lang", "en", "--version"]).status();
    ensure!(built.is_ok_and(|status| status.success()), "`yoshu` could not be built");
    let start = Instant::now();
    run(content::yoshu(project)
        .args(["--lang", "en", "video", "build"])
        .arg(copy.join("course"))
        .env("XDG_CACHE_HOME", copy.join("cache")))?;
    let took = start.elapsed();
    let word = if took <= GOAL { "met" } else { "missed" };
    println!("  {}, goal {}: {word}", Took(took), Took(GOAL));
    fs::remove_dir_all(&copy).context("the measured film cannot be removed")
}

fn weights(dir: &Path, url: &PublicUrl) -> Result<bool> {
    let index = fs::read_to_string(dir.join("index.html")).context("the site is not assembled")?;
    let mut home = vec!["index.html".to_owned()];
    home.extend(
        loaded_at_once(&index)
            .into_iter()
            .map(|path| path.trim_start_matches(&url.to_string()).to_owned()),
    );
    let scanner = ["scanner_loader.js", "scanner.js", "scanner_bg.wasm"].map(str::to_owned);
    println!("\nWeight as brotli, kB of 1000 bytes");
    let home = weigh(dir, "home", &home, HOME_BUDGET)?;
    let scanner = weigh(dir, "scanner", &scanner, SCANNER_BUDGET)?;
    Ok(home && scanner)
}

/// What a clone takes: films stay in the history for ever. Nothing is measured where there is no history.
fn repository(project: &Project) -> Result<bool> {
    let git = |arguments: &[&str]| output(program(project, "git").args(arguments));
    let history = git(&["rev-list", "--disk-usage", "--objects", "HEAD"]);
    let history = history.and_then(|bytes| bytes.trim().parse::<u64>().ok());
    let (Some(files), Some(history)) = (git(&["ls-files", "-z"]), history) else {
        println!("\nNo history here to weigh");
        return Ok(true);
    };
    let files = files.split('\0').filter_map(|file| fs::metadata(project.root.join(file)).ok());
    let files: u64 = files.filter(fs::Metadata::is_file).map(|file| file.len()).sum();
    let total = files + history;
    let word = if total <= REPOSITORY_BUDGET { "ok" } else { "OVER BUDGET" };
    let megabytes = |bytes: u64| kilobytes(bytes / 1000);
    println!(
        "\nThe repository, MB: files {:.1}, history {:.1}, together {:.1}, budget {:.0}: {word}",
        megabytes(files),
        megabytes(history),
        megabytes(total),
        megabytes(REPOSITORY_BUDGET)
    );
    Ok(total <= REPOSITORY_BUDGET)
}

fn weigh(dir: &Path, title: &str, files: &[String], budget: u64) -> Result<bool> {
    let mut total = 0;
    for file in files {
        let packed = dir.join(format!("{file}.br"));
        let bytes = fs::metadata(&packed)
            .with_context(|| format!("{} is missing", packed.display()))?
            .len();
        println!("  {:>7.1}  {file}", kilobytes(bytes));
        total += bytes;
    }
    let word = if total <= budget { "ok" } else { "OVER BUDGET" };
    println!("  {:>7.1}  {title}, budget {:.0}: {word}", kilobytes(total), kilobytes(budget));
    Ok(total <= budget)
}

fn kilobytes(bytes: u64) -> f64 {
    Duration::from_millis(bytes).as_secs_f64()
}

/// What a browser fetches when it reads the page: sheets, scripts, and whatever is named to be fetched ahead.
fn loaded_at_once(html: &str) -> Vec<String> {
    let mut files = Vec::new();
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let file = match attribute(tag, "rel") {
            Some("stylesheet" | "preload" | "modulepreload") => attribute(tag, "href"),
            _ if tag.starts_with("script") => attribute(tag, "src"),
            _ => None,
        };
        files.extend(file.map(str::to_owned));
    }
    files
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split_once('"').map(|(value, _)| value)
}

/// Runs every script of `e2e/bench/` against the served folder.
fn in_browser(project: &Project, dir: &Path, url: &PublicUrl) -> Result<()> {
    let chromium = tools::chromium().context("no Chromium: run `cargo xtask test tools`")?;
    let server = Server::start(
        program(project, "node")
            .arg(project.e2e().join("server/static.mjs"))
            .arg("--dir")
            .arg(dir)
            .args(["--base", &url.to_string(), "--port", &PORT.to_string()]),
    )?;
    let mut scripts: Vec<_> =
        fs::read_dir(project.e2e().join("bench"))?.map(|e| Ok(e?.path())).collect::<Result<_>>()?;
    scripts.retain(|path| path.extension().is_some_and(|ext| ext == "mjs"));
    scripts.sort();
    for script in scripts {
        println!();
        run(program(project, "node")
            .arg(&script)
            .args(["--url", &format!("http://127.0.0.1:{PORT}{url}")])
            .env("CHROMIUM", &chromium))?;
    }
    drop(server);
    Ok(())
}

/// A static host that ends when this value does.
struct Server(Child);

impl Server {
    fn start(command: &mut Command) -> Result<Self> {
        if TcpStream::connect(("127.0.0.1", PORT)).is_ok() {
            bail!("port {PORT} of this machine is taken: stop the other program");
        }
        let server = Self(command.spawn().context("node could not be started")?);
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", PORT)).is_err() {
            if start.elapsed() > Duration::from_secs(10) {
                bail!("the static host did not answer within 10 s");
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Ok(server)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_a_browser_fetches_at_once_is_weighed_and_nothing_else() {
        let html = "<head><base href=\"/x/\"><link rel=\"stylesheet\" href=\"/x/a.css\"><link rel=\"icon\" href=\"i.svg\">\
            <script type=\"module\" src=\"/x/boot.js\" data-js=\"/x/b.js\"></script><link rel=\"modulepreload\" href=\"/x/b.js\">\
            <link rel=\"preload\" as=\"fetch\" href=\"content/site.json\"></head><a href=\"verify\">";
        assert_eq!(
            loaded_at_once(html),
            ["/x/a.css", "/x/boot.js", "/x/b.js", "content/site.json"]
        );
    }
}
