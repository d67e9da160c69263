//! Programs that run beside a test or a bench and are stopped when it ends.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    net::{TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio, id},
    thread::sleep,
    time::{Duration, Instant},
};

use anyhow::{Context, Result, bail};

use crate::{
    process::{is_root, on_path, output},
    setup,
};

/// A folder of its own under the system's folder for temporary files; it goes when this goes.
pub struct Scratch(PathBuf);

impl Scratch {
    /// Makes the folder; its name has this one and the number of the process.
    pub fn new(name: &str) -> Result<Self> {
        let folder = env::temp_dir().join(format!("comity-{name}-{}", id()));
        fs::create_dir_all(&folder).with_context(|| format!("Cannot make {}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Where the folder is.
    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Err(error) = fs::remove_dir_all(&self.0) {
            println!("  could not remove {}: {error}", self.0.display());
        }
    }
}

/// Gives a port that nobody listens on at the moment.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

/// Waits until something listens on the port; refuses after half a minute.
pub fn wait_for(port: u16) -> Result<()> {
    let started = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if started.elapsed() > Duration::from_secs(30) {
            bail!("Nothing answers on port {port}");
        }
        sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// A program that is ended when this goes.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        if self.0.kill().and_then(|()| self.0.wait()).is_err() {
            println!("  process {} could not be ended", self.0.id());
        }
    }
}

/// A server of ours on a folder of its own, and where it answers.
pub struct Comity {
    pub url: String,
    pub process: Running,
}

impl Comity {
    /// Starts it and waits for the line that names its address; refuses when it ends before that.
    pub fn start(command: &mut Command, data: &Path) -> Result<Self> {
        command.arg("--data").arg(data).args(["--listen", "127.0.0.1:0"]);
        command.stdin(Stdio::null()).stdout(Stdio::piped());
        let mut process = Running(command.spawn().context("Cannot start comity")?);
        let said = process.0.stdout.take().context("comity has no output")?;
        for line in BufReader::new(said).lines() {
            if let Some(at) = line?.split_whitespace().find(|word| word.starts_with("http://")) {
                return Ok(Self { url: at.trim_end_matches('/').to_owned(), process });
            }
        }
        bail!("comity ended before it was ready")
    }
}

/// A PostgreSQL of its own, with nothing in it, that forgets everything at the end.
pub struct Postgres {
    programs: PathBuf,
    folder: Scratch,
    port: u16,
}

impl Postgres {
    /// Starts one on a free port, and installs PostgreSQL where it is missing.
    pub fn start() -> Result<Self> {
        if programs().is_none() {
            setup::debian(&[("pg_ctl", "postgresql")], "to test on PostgreSQL")?;
        }
        let programs = programs().context("PostgreSQL is installed but its initdb is nowhere to be found")?;
        let postgres = Self { programs, folder: Scratch::new("postgres")?, port: free_port()? };
        if is_root() {
            output(Command::new("chown").arg("postgres").arg(postgres.folder.path()))?;
        }
        let data = postgres.data();
        output(postgres.command("initdb").args([
            "--no-sync",
            "-A",
            "trust",
            "-U",
            "postgres",
            "-E",
            "UTF8",
            "-D",
            &data,
        ]))?;
        postgres.restart()?;
        Ok(postgres)
    }

    /// Where tests reach it; each makes a database of its own there.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{}/postgres", self.port)
    }

    /// Stops it as a crash does: nothing is written that was not written.
    pub fn crash(&self) -> Result<()> {
        output(self.command("pg_ctl").args(["-D", &self.data(), "-m", "immediate", "stop"])).map(drop)
    }

    /// Starts it again.
    pub fn restart(&self) -> Result<()> {
        let sockets = self.folder.path().display();
        let options = format!(
            "-p {} -k {sockets} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200",
            self.port
        );
        let log = format!("{sockets}/log");
        let arguments = ["-w", "-D", &self.data(), "-l", &log, "-o", &options, "start"];
        output(self.command("pg_ctl").args(arguments)).map(drop)
    }

    fn data(&self) -> String {
        self.folder.path().join("data").display().to_string()
    }

    /// One of its programs, run as `postgres` where this process is root: it refuses to run as root.
    fn command(&self, name: &str) -> Command {
        let program = self.programs.join(name);
        let mut command = if is_root() { Command::new("runuser") } else { Command::new(&program) };
        if is_root() {
            command.args(["-u", "postgres", "--"]).arg(program);
        }
        command.current_dir(self.folder.path());
        command
    }
}

impl Drop for Postgres {
    fn drop(&mut self) {
        let data = self.data();
        if let Err(error) = output(self.command("pg_ctl").args(["-D", &data, "-m", "immediate", "stop"])) {
            println!("  PostgreSQL could not be stopped: {error}");
        }
    }
}

/// The folder with `initdb` and `pg_ctl`, which Debian keeps off the path.
fn programs() -> Option<PathBuf> {
    let versions = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let mut folders: Vec<PathBuf> = versions.map(|version| version.path().join("bin")).collect();
    folders.sort();
    let installed = folders.into_iter().rev().find(|folder| folder.join("initdb").is_file());
    installed.or_else(|| on_path("initdb").and_then(|file| file.parent().map(Path::to_path_buf)))
}
