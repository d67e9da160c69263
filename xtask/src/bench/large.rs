//! A draft that everybody speaks of: how its pages grow with what is said, and what they hold in memory.

use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use super::{Bench, Figure, Ground, figure, http::Connection, resident};

/// How many comments the draft has in turn.
const SIZES: [u32; 4] = [100, 1_000, 10_000, 50_000];
/// How often each page is asked for; the median counts.
const TIMES: u32 = 11;

/// Measures a draft at each of its sizes: its page, and at the largest its lists, its export and the memory they take.
pub fn measure(bench: &Bench, binary: &std::path::Path) -> Result<Vec<Figure>> {
    let mut figures = Vec::new();
    let mut pages = Vec::new();
    for size in SIZES {
        let ground = Ground::of(bench.lines, size, binary.to_path_buf())?;
        let comity = ground.serve(None)?;
        let page = median(&comity.url, &ground.page, TIMES)?;
        pages.push(page);
        figures.push(figure(format!("draft page of {size} comments, ms"), ms(page), due(size)));
        if size == SIZES[SIZES.len() - 1] {
            let threads = median(&comity.url, &format!("{}/threads", ground.page), TIMES)?;
            let responses = median(&comity.url, &format!("{}/responses", ground.page), TIMES)?;
            figures.push(figure("its list of threads, ms", ms(threads), "at most 50"));
            figures.push(figure("its responses, ms", ms(responses), "at most 50"));
            let read = resident(comity.process.0.id())?;
            figures.push(figure("resident after these, MiB", format!("{read:.0}"), "at most 200"));
            let export = median(&comity.url, &format!("{}/export.json", ground.page), 3)?;
            figures.push(figure("its export as JSON, ms", ms(export), "at most 3,000"));
            let exported = resident(comity.process.0.id())?;
            figures.push(figure("resident after the export, MiB", format!("{exported:.0}"), "at most 200"));
        }
    }
    if let (Some(first), Some(last)) = (pages.first(), pages.last()) {
        let ratio = last.as_secs_f64() / first.as_secs_f64();
        figures.push(figure("draft page, the last beside the first", format!("{ratio:.1}"), "at most 2"));
    }
    Ok(figures)
}

const fn due(size: u32) -> &'static str {
    if size == SIZES[SIZES.len() - 1] { "at most 150" } else { "" }
}

/// A time in milliseconds.
pub(super) fn ms(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1000.0)
}

/// The time of a page that is not kept: each asks for an address of its own.
pub(super) fn median(url: &str, page: &str, times: u32) -> Result<Duration> {
    let mut connection = Connection::open(url)?;
    let mut took = Vec::new();
    for number in 0..times {
        let started = Instant::now();
        let answer = connection.get(&format!("{page}?measure={number}"), "Accept-Encoding: br\r\n")?;
        took.push(started.elapsed());
        if answer.status != 200 {
            bail!("{page} answers {}", answer.status);
        }
    }
    took.sort_unstable();
    Ok(took[took.len() / 2])
}
