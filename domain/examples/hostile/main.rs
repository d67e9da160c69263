//! How the time grows on texts that are made to take long: `cargo run --release -p domain --example hostile [bytes] [name]`.
//!
//! Each kind is read, compared and mapped at a size, at twice that size and at four times. What grows by much more than that is not linear.

mod kinds;

use std::{
    hint::black_box,
    time::{Duration, Instant},
};

use domain::{
    clause_map::ClauseMap,
    diff, suggestion,
    text::{Manner, Text},
};
use kinds::KINDS;

/// What is done with a text.
type Work = fn(&str) -> Duration;

const WORKS: &[(&str, Work)] =
    &[("read", read), ("shown", shown), ("compared", compared), ("suggested", suggested)];

#[expect(clippy::print_stdout, reason = "what the command has to say")]
fn main() {
    let mut asked = std::env::args().skip(1);
    let size = asked.next().and_then(|size| size.parse().ok()).unwrap_or(64 << 10);
    let name = asked.next().unwrap_or_default();
    for kind in KINDS.iter().filter(|kind| kind.name.contains(&name)) {
        let texts = [1, 2, 4].map(|times| kind.text(times * size));
        for (what, work) in WORKS {
            let times = texts.each_ref().map(|text| work(text).min(work(text)));
            let growth = times[2].as_secs_f64() / times[0].as_secs_f64();
            let mark = if growth > 8.0 && times[2] > Duration::from_millis(20) { "  <<<" } else { "" };
            let [once, twice, often] = times.map(|time| time.as_secs_f64() * 1e3);
            println!(
                "{:32} {what:10} {once:>9.1} {twice:>9.1} {often:>9.1} ms  x{growth:.1}{mark}",
                kind.name
            );
        }
    }
}

/// How long it takes; what was made is given back outside of that.
fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let begun = Instant::now();
    let made = black_box(work());
    let took = begun.elapsed();
    drop(made);
    took
}

fn read(source: &str) -> Duration {
    time(|| Text::read(source, &Manner::default()))
}

fn shown(source: &str) -> Duration {
    let text = Text::read(source, &Manner::default());
    time(|| (text.tree().len(), text.to_markdown(), text.to_json()))
}

/// With the same text and a few words more in the middle and at the end.
fn compared(source: &str) -> Duration {
    let text = Text::read(source, &Manner::default());
    let middle = source.floor_char_boundary(source.len() / 2);
    let revised = format!("{} new words {} and more", &source[..middle], &source[middle..]);
    let revised = Text::read(&revised, &Manner::default());
    time(|| {
        let map = ClauseMap::between(&text, &revised);
        diff::changed(&text, &revised, &map).len()
    })
}

/// All lines by the same words and a few more.
fn suggested(source: &str) -> Duration {
    let text = Text::read(source, &Manner::default());
    let Some(lines) = text.all_lines() else { return Duration::ZERO };
    let words = format!("{} and more", suggestion::given(&text, lines).unwrap_or_default());
    time(|| suggestion::apply(&text, lines, None, &words).map(|source| source.len()))
}
