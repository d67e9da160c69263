//! The draft page while people write: on other drafts, and on the one that is read.

use std::{
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle, sleep},
    time::{Duration, Instant},
};

use anyhow::{Context, Result, anyhow, bail};

use super::{Figure, Ground, figure, http::Connection, page::wrk, post::Form};

/// How often the page is looked at for how old it is.
const LOOK: Duration = Duration::from_millis(20);

/// Measures the draft page alone, while `writing` comments a second come on other drafts, and while they come on this one.
pub fn measure(ground: &Ground, seconds: u32, writing: u32) -> Result<Vec<Figure>> {
    let comity = ground.serve(Some(0))?;
    let page = format!("{}{}", comity.url, ground.page);
    let quiet = wrk(&page, seconds)?;
    let elsewhere = Writing::start(ground, &comity.url, &ground.beside(), writing)?;
    let beside = wrk(&page, seconds)?;
    let posted_beside = elsewhere.stop()?.len();
    let base = count(&comity.url, &ground.page)?;
    let here = Writing::start(ground, &comity.url, &ground.page, writing)?;
    let oldest = Looking::start(&comity.url, &ground.page, base, here.posted.clone());
    let own = wrk(&page, seconds)?;
    let (oldest, posted) = (oldest.stop()?, here.stop()?.len());
    let rate = |posted: usize| format!("{:.0}", posted as f64 / f64::from(seconds + 1));
    Ok(vec![
        figure("draft page on one core, requests/s", format!("{:.0}", quiet.rate), ""),
        figure("the same while others write on other drafts", format!("{:.0}", beside.rate), ""),
        figure("comments/s there", rate(posted_beside), ""),
        figure("ratio", format!("{:.2}", beside.rate / quiet.rate), "at least 0.8"),
        figure("the same while others write on this draft", format!("{:.0}", own.rate), ""),
        figure("comments/s here", rate(posted), ""),
        figure("ratio", format!("{:.2}", own.rate / quiet.rate), "at least 0.25"),
        figure("p50, p99", format!("{}, {}", own.half, own.most), "p99 at most 250 ms"),
        figure("the oldest page seen, ms", oldest.as_millis().to_string(), "at most 1,000"),
    ])
}

/// Somebody who posts so many comments a second, each once the one before is acknowledged.
struct Writing {
    ends: Arc<AtomicBool>,
    /// When each was acknowledged.
    posted: Arc<Mutex<Vec<Instant>>>,
    work: JoinHandle<Result<()>>,
}

impl Writing {
    fn start(ground: &Ground, url: &str, page: &str, rate: u32) -> Result<Self> {
        let cookie = ground.cookies.first().context("Nobody can sign in")?.clone();
        let form = Form::on(url, page, &cookie)?;
        let (ends, posted) = (Arc::new(AtomicBool::new(false)), Arc::new(Mutex::new(Vec::new())));
        let (end, done, url) = (ends.clone(), posted.clone(), url.to_owned());
        let work = thread::spawn(move || {
            let (mut connection, started) = (Connection::open(&url)?, Instant::now());
            for number in 0.. {
                if end.load(Ordering::Relaxed) {
                    break;
                }
                form.post(&mut connection, &cookie, number)?;
                done.lock().unwrap_or_else(PoisonError::into_inner).push(Instant::now());
                let due = Duration::from_secs(1) * number / rate.max(1);
                sleep(due.saturating_sub(started.elapsed()));
            }
            Ok(())
        });
        Ok(Self { ends, posted, work })
    }

    fn stop(self) -> Result<Vec<Instant>> {
        self.ends.store(true, Ordering::Relaxed);
        self.work.join().map_err(|_| anyhow!("The writer stopped"))??;
        let posted = self.posted.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(posted.clone())
    }
}

/// Somebody who looks at the page all the time.
struct Looking {
    ends: Arc<AtomicBool>,
    work: JoinHandle<Result<Duration>>,
}

impl Looking {
    fn start(url: &str, page: &str, base: usize, posted: Arc<Mutex<Vec<Instant>>>) -> Self {
        let ends = Arc::new(AtomicBool::new(false));
        let (end, url, page) = (ends.clone(), url.to_owned(), page.to_owned());
        let work = thread::spawn(move || {
            let mut oldest = Duration::ZERO;
            while !end.load(Ordering::Relaxed) {
                let asked = Instant::now();
                let shown = count(&url, &page)?.saturating_sub(base);
                // The first comment that is not on the page was acknowledged so long before it was asked for.
                let posted = posted.lock().unwrap_or_else(PoisonError::into_inner);
                let missing = posted.get(shown).map(|missing| asked.saturating_duration_since(*missing));
                oldest = oldest.max(missing.unwrap_or_default());
                drop(posted);
                sleep(LOOK);
            }
            Ok(oldest)
        });
        Self { ends, work }
    }

    fn stop(self) -> Result<Duration> {
        self.ends.store(true, Ordering::Relaxed);
        self.work.join().map_err(|_| anyhow!("The reader stopped"))?
    }
}

/// How many comments the page says there are, in its tab.
fn count(url: &str, page: &str) -> Result<usize> {
    let answer = Connection::open(url)?.get(page, "")?;
    if answer.status != 200 {
        bail!("{page} answers {}", answer.status);
    }
    let html = String::from_utf8(answer.body)?;
    let (_, tab) =
        html.split_once(&format!("href=\"{page}/threads\"")).context("There is no tab of comments")?;
    let (_, tab) = tab.split_once("<small>").context("The tab says no number")?;
    let number: String =
        tab.split("</small>").next().unwrap_or_default().chars().filter(char::is_ascii_digit).collect();
    number.parse().context("The tab says no number")
}
