//! `cargo xtask serve`: builds everything and serves exactly what `dist` gives to a host.

use std::net::TcpListener;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::dist;
use crate::project::{Project, PublicUrl};
use crate::run::program;

/// Serves until it is stopped with Ctrl-C.
pub(crate) fn serve(project: &Project, site: &Path, url: &PublicUrl, port: u16) -> Result<bool> {
    // Said now, not after some minutes of building.
    drop(TcpListener::bind(("127.0.0.1", port)).with_context(|| {
        format!("port {port} of this machine is taken: stop the other program, or choose one with --port")
    })?);
    let out = project.assembled(site);
    dist::build(project, site, url, &out)?;
    println!("\n  Learner     http://127.0.0.1:{port}{url}");
    println!("  Instructor  http://127.0.0.1:{port}{url}verify");
    println!("\nStop with Ctrl-C.");
    let status = program(project, "node")
        .arg(project.e2e().join("server/static.mjs"))
        .args(["--dir".as_ref(), out.as_os_str()])
        .args(["--base", &url.to_string(), "--port", &port.to_string()])
        .status()
        .context("node could not be started")?;
    // Ended by a signal: somebody stopped it.
    ensure!(status.success() || status.code().is_none(), "the server ended with {status}");
    Ok(true)
}
