//! A draft that people write on, and the servers that serve it.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, RwLock},
};

use anyhow::{Context, Result};

use super::disk::Disk;
use crate::{
    process::{on_path, output},
    services::{Postgres, Scratch, free_port, wait_for},
};

/// A database with a draft in consultation, and what runs on it.
pub struct Site {
    binary: PathBuf,
    /// What its data are on, where one could be mounted; it goes before the folder does.
    pub disk: Option<Disk>,
    folder: Scratch,
    pub postgres: Option<Postgres>,
    /// The address of the draft, without the host.
    pub page: String,
    /// The sessions of those who write, as cookie headers have them.
    pub cookies: Vec<String>,
    /// Where servers answer at the moment.
    pub urls: Arc<RwLock<Vec<String>>>,
    servers: Vec<Child>,
}

impl Site {
    /// Makes a draft in a fresh SQLite database, on a small disk of its own where one can be mounted.
    pub fn on_sqlite(binary: &Path) -> Result<Self> {
        Self::prepare(binary, None)
    }

    /// Makes a draft in this PostgreSQL, which ends with the site.
    pub fn on_postgres(binary: &Path, postgres: Postgres) -> Result<Self> {
        Self::prepare(binary, Some(postgres))
    }

    fn prepare(binary: &Path, postgres: Option<Postgres>) -> Result<Self> {
        let folder = Scratch::new(if postgres.is_some() { "torture-postgres" } else { "torture-sqlite" })?;
        let mut site = Self {
            binary: binary.to_owned(),
            disk: if postgres.is_none() { Disk::on(&folder.path().join("data")) } else { None },
            folder,
            postgres,
            page: String::new(),
            cookies: Vec::new(),
            urls: Arc::default(),
            servers: Vec::new(),
        };
        let measure = binary.with_file_name("examples").join("measure");
        let mut draft = site.on_database(Command::new(measure));
        let said = output(draft.arg("draft").arg(site.data()).args(["40", "10"]))?;
        let mut words = said.split_whitespace().map(str::to_owned);
        site.page = words.next().context("measure named no draft")?;
        site.cookies = words.collect();
        Ok(site)
    }

    /// The data folder of the servers.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A file of this name in the site's folder, outside of the data folder.
    pub fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program itself, on the site's database.
    pub fn comity(&self) -> Command {
        let mut command = self.on_database(Command::new(&self.binary));
        command.env("COMITY_DATA", self.data());
        command
    }

    fn on_database(&self, mut command: Command) -> Command {
        command.env_remove("DATABASE_URL").env("RUST_LOG", "off");
        if let Some(postgres) = &self.postgres {
            command.env("DATABASE_URL", postgres.url());
        }
        command
    }

    /// Starts a server as usual.
    pub fn start(&mut self) -> Result<()> {
        self.start_under(&[], &[])
    }

    /// Starts one more server, under another program and with these variables.
    pub fn start_under(&mut self, under: &[&str], variables: &[(&str, &str)]) -> Result<()> {
        let address = format!("127.0.0.1:{}", free_port()?);
        // A file that may not grow any more sends a signal that would end the program; as on a full disk it is told instead.
        let script = "trap '' XFSZ; exec \"$@\"";
        let mut command = self.on_database(Command::new("sh"));
        command.args(["-c", script, "sh"]).args(under).arg(&self.binary);
        command.args(["serve", "--posts-a-day", "0", "--kib-a-day", "0", "--listen", &address]);
        command.env("COMITY_DATA", self.data()).envs(variables.iter().copied());
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        self.servers.push(command.spawn().context("Cannot start comity")?);
        let port = address.rsplit(':').next().context("No port")?.parse()?;
        wait_for(port)?;
        self.urls.write().map_err(|_| anyhow::anyhow!("A writer stopped"))?.push(format!("http://{address}"));
        Ok(())
    }

    /// The process of the server that started last.
    pub fn process(&self) -> Result<u32> {
        Ok(self.servers.last().context("No server runs")?.id())
    }

    /// Kills every server at once, without a word.
    pub fn stop(&mut self) {
        if let Ok(mut urls) = self.urls.write() {
            urls.clear();
        }
        for mut server in self.servers.drain(..) {
            if server.kill().and_then(|()| server.wait()).is_err() {
                println!("  a server could not be ended");
            }
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stop();
    }
}

/// Whether a program is there; says what is not tried without it.
pub fn has(program: &str, what: &str, package: &str) -> bool {
    let found = on_path(program).is_some();
    if !found {
        println!("  not tried, {what}: there is no {program} (on Debian: apt-get install {package})");
    }
    found
}
