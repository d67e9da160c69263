//! People who write, whatever happens.

use std::{
    sync::{
        Arc, Mutex, RwLock,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle, sleep},
    time::Duration,
};

use anyhow::{Context, Result, anyhow};

use super::site::Site;
use crate::bench::{http::Connection, post::Form};

/// Everyone who writes, each with a connection of their own.
pub struct Writers {
    shared: Arc<Shared>,
    threads: Vec<JoinHandle<()>>,
}

struct Shared {
    urls: Arc<RwLock<Vec<String>>>,
    form: Form,
    is_over: AtomicBool,
    count: AtomicUsize,
    /// The words of every comment that was acknowledged.
    acknowledged: Mutex<Vec<String>>,
}

impl Writers {
    /// Lets each of the site's people write one comment after the other. Refuses a site on which no server runs.
    pub fn begin(site: &Site) -> Result<Self> {
        let url = site.urls.read().ok().and_then(|urls| urls.first().cloned()).context("No server runs")?;
        let cookie = site.cookies.first().context("Nobody can sign in")?;
        let shared = Arc::new(Shared {
            urls: site.urls.clone(),
            form: Form::on(&url, &site.page, cookie)?,
            is_over: AtomicBool::new(false),
            count: AtomicUsize::new(0),
            acknowledged: Mutex::default(),
        });
        let threads = site.cookies.iter().enumerate().map(|(writer, cookie)| {
            let (shared, cookie) = (shared.clone(), cookie.clone());
            thread::spawn(move || shared.write(writer, &cookie))
        });
        Ok(Self { threads: threads.collect(), shared })
    }

    /// How many comments were acknowledged so far.
    pub fn acknowledged(&self) -> usize {
        self.shared.count.load(Ordering::Relaxed)
    }

    /// Ends it, and gives the words of every comment that was acknowledged.
    pub fn end(self) -> Result<Vec<String>> {
        self.shared.is_over.store(true, Ordering::Relaxed);
        for thread in self.threads {
            thread.join().map_err(|_| anyhow!("A writer stopped"))?;
        }
        let acknowledged = self.shared.acknowledged.lock().map_err(|_| anyhow!("A writer stopped"))?;
        Ok(acknowledged.clone())
    }
}

impl Shared {
    /// Writes one comment after the other. One that was not answered, or not well, is sent again as a browser does: with its token.
    fn write(&self, writer: usize, cookie: &str) {
        let mut connection = None;
        let (mut number, mut tries) = (0_u32, writer);
        while !self.is_over.load(Ordering::Relaxed) {
            let words = format!("Writer {writer} says for the time {number} who reviews it.");
            tries += 1;
            if self.post(&mut connection, cookie, &words, tries).is_ok_and(|saved| saved) {
                self.count.fetch_add(1, Ordering::Relaxed);
                if let Ok(mut acknowledged) = self.acknowledged.lock() {
                    acknowledged.push(words);
                }
                number += 1;
            } else {
                connection = None;
                sleep(Duration::from_millis(30));
            }
        }
    }

    /// Whether the comment was acknowledged.
    fn post(
        &self,
        connection: &mut Option<Connection>,
        cookie: &str,
        words: &str,
        tries: usize,
    ) -> Result<bool> {
        let line = match connection {
            Some(line) => line,
            None => {
                let urls = self.urls.read().map_err(|_| anyhow!("The site stopped"))?;
                let url = urls.get(tries % urls.len().max(1)).context("No server runs")?.clone();
                drop(urls);
                connection.insert(Connection::open(&url)?)
            }
        };
        let once = format!("{cookie}{words}");
        let filled = self.form.filled_with(words, &once);
        let answer = line.post(&self.form.action, &format!("Cookie: {cookie}\r\n"), &filled)?;
        Ok(answer.status == 303)
    }
}
