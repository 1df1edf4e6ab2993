//! The developer's commands: `cargo xtask serve`, `dist`, `test`, `bench`, `screenshots`.

#![forbid(unsafe_code)]

mod bench;
mod content;
mod dist;
mod imports;
mod page;
mod portal;
mod project;
mod run;
mod screenshots;
mod serve;
mod stylesheet;
mod test;
mod tools;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, bail};
use lexopt::{Arg, Parser, ValueExt};

use project::{Project, PublicUrl};

const HELP: &str = "\
Commands of the Yoshu project

  cargo xtask serve [--port N]       build everything and serve it on 127.0.0.1:8080
  cargo xtask dist [--out DIR]       a folder for any static host (default: dist)
  cargo xtask test [STEP…]           all tests, or the named steps; `--list` names them
  cargo xtask bench                  weights, load times, speed of judging and of the journal
  cargo xtask screenshots [NAME…]    every page, phone and desktop, light and dark

  --site DIR          the folder of courses (default: content)
  --public-url /x/    the path below which the host serves the folder (default: /)
";

/// What the command line asks for.
#[derive(Default)]
struct Options {
    site: Option<PathBuf>,
    out: Option<PathBuf>,
    public_url: PublicUrl,
    port: Option<u16>,
    list: bool,
    help: bool,
    names: Vec<String>,
}

fn main() -> ExitCode {
    match command() {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command; `false` means that it ran and found something wrong.
fn command() -> Result<bool> {
    let mut parser = Parser::from_env();
    let Some(Arg::Value(command)) = parser.next()? else {
        print!("{HELP}");
        return Ok(true);
    };
    let options = options(&mut parser)?;
    if options.help {
        print!("{HELP}");
        return Ok(true);
    }
    let project = Project::find()?;
    let site = options.site.clone().unwrap_or_else(|| PathBuf::from("content"));
    match command.string()?.as_str() {
        "serve" => serve::serve(&project, &site, &options.public_url, options.port.unwrap_or(8080)),
        "dist" => {
            let out = options.out.unwrap_or_else(|| PathBuf::from("dist"));
            dist::dist(&project, &site, &options.public_url, &out)
        }
        "test" if options.list => test::list(),
        "test" => test::test(&project, &options.names),
        "bench" => bench::bench(&project, &site),
        "screenshots" => screenshots::screenshots(&project, &options.names),
        "hook" => portal::hook(&project, options.names.first().map(String::as_str)),
        "help" => {
            print!("{HELP}");
            Ok(true)
        }
        other => bail!("no command `{other}`\n\n{HELP}"),
    }
}

fn options(parser: &mut Parser) -> Result<Options> {
    let mut options = Options::default();
    while let Some(arg) = parser.next()? {
        match arg {
            Arg::Long("site") => options.site = Some(parser.value()?.into()),
            Arg::Long("out") => options.out = Some(parser.value()?.into()),
            Arg::Long("public-url") => options.public_url = parser.value()?.parse()?,
            Arg::Long("port") => options.port = Some(parser.value()?.parse()?),
            Arg::Long("list") => options.list = true,
            Arg::Long("help") | Arg::Short('h') => options.help = true,
            Arg::Value(name) => options.names.push(name.string()?),
            _ => return Err(arg.unexpected().into()),
        }
    }
    Ok(options)
}
