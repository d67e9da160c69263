//! The draft page beside a file: how close a page that is made comes to one that lies there.

use std::{fs, path::Path, process::Stdio};

use anyhow::{Context, Result, bail};

use super::{Figure, Ground, figure, http::Connection, pinned, resident};
use crate::{
    process::output,
    services::{Running, free_port, wait_for},
    setup,
};

/// Measures the draft page on one core, and nginx that sends the same bytes from a file. Installs nginx and wrk where they are missing.
pub fn measure(ground: &Ground, seconds: u32) -> Result<Vec<Figure>> {
    setup::debian(
        &[("nginx", "nginx-light"), ("wrk", "wrk"), ("taskset", "util-linux")],
        "to measure beside it",
    )?;
    let comity = ground.serve(Some(0))?;
    let page = Connection::open(&comity.url)?.get(&ground.page, "")?;
    if page.status != 200 {
        bail!("The draft page answers {}", page.status);
    }
    let file = nginx(ground.folder.path(), &page.body)?;
    let ours = wrk(&format!("{}{}", comity.url, ground.page), seconds)?;
    let theirs = wrk(&file.url, seconds)?;
    let memory = resident(comity.process.0.id())?;
    Ok(vec![
        figure("draft page, requests/s on one core", format!("{:.0}", ours.rate), ""),
        figure("nginx, the same bytes as a file, requests/s", format!("{:.0}", theirs.rate), ""),
        figure("ratio", format!("{:.2}", ours.rate / theirs.rate), "due 0.15, aim 0.5 and then 1"),
        figure("p50, p99", format!("{}, {}", ours.half, ours.most), ""),
        figure("nginx p50, p99", format!("{}, {}", theirs.half, theirs.most), ""),
        figure("page, bytes uncompressed", page.body.len().to_string(), ""),
        figure("resident under load, MiB", format!("{memory:.1}"), "at most 80"),
    ])
}

struct Nginx {
    url: String,
    _process: Running,
}

/// Starts nginx on the same core with one worker, nothing logged and the file kept open: at its best.
fn nginx(folder: &Path, bytes: &[u8]) -> Result<Nginx> {
    let site = folder.join("nginx");
    fs::create_dir_all(&site)?;
    fs::write(site.join("page.html"), bytes)?;
    let (port, at) = (free_port()?, site.display());
    let settings = format!(
        "daemon off; master_process off; pid {at}/pid; error_log {at}/log;\n\
         events {{ worker_connections 512; }}\n\
         http {{\n\
           access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000000;\n\
           open_file_cache max=10; types {{ text/html html; }}\n\
           client_body_temp_path {at}/b; proxy_temp_path {at}/p; fastcgi_temp_path {at}/f;\n\
           uwsgi_temp_path {at}/u; scgi_temp_path {at}/s;\n\
           server {{ listen 127.0.0.1:{port}; root {at}; }}\n\
         }}\n"
    );
    fs::write(site.join("nginx.conf"), settings)?;
    let mut command = pinned(Some(0), Path::new("nginx"));
    command.arg("-p").arg(&site).arg("-c").arg(site.join("nginx.conf")).stderr(Stdio::null());
    let process = Running(command.spawn().context("Cannot start nginx")?);
    wait_for(port)?;
    Ok(Nginx { url: format!("http://127.0.0.1:{port}/page.html"), _process: process })
}

/// What wrk says of a server.
pub struct Load {
    /// Requests a second.
    pub rate: f64,
    /// The time in which half of the answers came, as wrk writes it.
    pub half: String,
    /// The time in which 99 of 100 came.
    pub most: String,
}

/// Asks for a page over 16 connections from the other core, after a second to warm up.
pub fn wrk(url: &str, seconds: u32) -> Result<Load> {
    load(url, 1)?;
    let said = load(url, seconds)?;
    if said.contains("Non-2xx") {
        bail!("{url} did not answer every request with the page");
    }
    let after = |name: &str| {
        let line = said.lines().find_map(|line| line.trim().strip_prefix(name));
        line.map(|rest| rest.trim().to_owned()).with_context(|| format!("wrk says nothing of {name}"))
    };
    Ok(Load { rate: after("Requests/sec:")?.parse()?, half: after("50%")?, most: after("99%")? })
}

fn load(url: &str, seconds: u32) -> Result<String> {
    let mut wrk = pinned(Some(1), Path::new("wrk"));
    output(wrk.args(["-t1", "-c16", "--latency", &format!("-d{seconds}s"), url]))
}

/// Asks for a page this many times.
pub fn ask(url: &str, path: &str, times: u32) -> Result<()> {
    let mut connection = Connection::open(url)?;
    for _ in 0..times {
        let status = connection.get(path, "")?.status;
        if status != 200 {
            bail!("{path} answers {status}");
        }
    }
    Ok(())
}
