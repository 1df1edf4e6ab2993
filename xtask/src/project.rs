//! Where things are: the folders of the project, and the path a site is served below.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use anyhow::{Context, Result, bail};

/// The checkout, and where cargo puts what it builds.
pub(crate) struct Project {
    /// The folder of the workspace's Cargo.toml.
    pub(crate) root: PathBuf,
    /// `CARGO_TARGET_DIR`, or `target/` of the checkout.
    pub(crate) target: PathBuf,
}

impl Project {
    /// The checkout this program was compiled in.
    pub(crate) fn find() -> Result<Self> {
        let manifest =
            std::env::var_os("CARGO_MANIFEST_DIR").context("start this through `cargo xtask`")?;
        let root =
            Path::new(&manifest).parent().context("xtask stands in no workspace")?.to_path_buf();
        let target = match std::env::var_os("CARGO_TARGET_DIR") {
            Some(dir) => root.join(dir),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// Tools in pinned versions, installed by [`crate::tools`].
    pub(crate) fn tools(&self) -> PathBuf {
        self.root.join(".tools")
    }

    /// Python packages of the video workshop, in pinned versions.
    pub(crate) fn python(&self) -> PathBuf {
        self.tools().join("python")
    }

    /// Node packages, the end-to-end tests and the static server.
    pub(crate) fn e2e(&self) -> PathBuf {
        self.root.join("e2e")
    }

    /// What this program builds; below cargo's own folder, so that one variable moves all of it.
    pub(crate) fn web(&self) -> PathBuf {
        self.target.join("web")
    }

    /// Keys of the development organisation that runs a site; never committed.
    pub(crate) fn keys(&self, site: &Path) -> PathBuf {
        self.root.join(".keys").join(site_name(site))
    }

    /// Built content of a site.
    pub(crate) fn content(&self, site: &Path) -> PathBuf {
        self.web().join("content").join(site_name(site))
    }

    /// The assembled folder of a site, where a command does not name another.
    pub(crate) fn assembled(&self, site: &Path) -> PathBuf {
        self.web().join("dist").join(site_name(site))
    }
}

/// A folder name for a site: `e2e/site` becomes `e2e-site`.
fn site_name(site: &Path) -> String {
    let parts: Vec<_> = site
        .components()
        .filter_map(|part| match part {
            std::path::Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        })
        .collect();
    parts.join("-")
}

/// The path below which a host serves the site: `/` or `/x/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PublicUrl(String);

impl Default for PublicUrl {
    fn default() -> Self {
        Self("/".to_owned())
    }
}

impl FromStr for PublicUrl {
    type Err = anyhow::Error;

    fn from_str(text: &str) -> Result<Self> {
        let allowed = |c: char| c.is_ascii_alphanumeric() || "/-_.~".contains(c);
        if !text.starts_with('/')
            || !text.ends_with('/')
            || text.contains("//")
            || !text.chars().all(allowed)
        {
            bail!(
                "--public-url is a path that begins and ends with a slash, such as /yoshu/, not `{text}`"
            );
        }
        Ok(Self(text.to_owned()))
    }
}

impl fmt::Display for PublicUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_public_url_begins_and_ends_with_a_slash() {
        assert!("/".parse::<PublicUrl>().is_ok());
        assert!("/als/2026/".parse::<PublicUrl>().is_ok());
        for wrong in ["", "x", "/x", "x/", "//", "/a b/", "/\"/", "https://example.jp/"] {
            assert!(wrong.parse::<PublicUrl>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn sites_of_different_folders_have_different_names() {
        assert_eq!(site_name(Path::new("content")), "content");
        assert_eq!(site_name(Path::new("./e2e/site/")), "e2e-site");
    }
}
