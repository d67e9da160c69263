//! Texts that are made to take long take no longer than their size asks.

#[path = "../examples/hostile/kinds.rs"]
mod kinds;

use std::{fs, hint::black_box};

use domain::text::{Manner, Text};
use kinds::{KINDS, Kind};

const SIZE: usize = 16 << 10;

#[test]
fn reading_is_near_linear() {
    let slow: Vec<_> = KINDS
        .iter()
        .filter_map(|kind| grown(kind, |source| drop(black_box(Text::read(source, &Manner::default())))))
        .collect();
    assert!(slow.is_empty(), "{}", slow.join("\n"));
}

/// What is said when the work on a text of four times the size is far more than four times the work. What takes little is not judged.
fn grown(kind: &Kind, work: fn(&str)) -> Option<String> {
    const LITTLE: u64 = 60_000_000;
    let spent = |size: usize| {
        let text = kind.text(size);
        (0..2).map(|_| spent(|| work(&text))).min().unwrap_or_default()
    };
    let (once, often) = (spent(SIZE), spent(4 * SIZE));
    (often > LITTLE && often > once * 9)
        .then(|| format!("{}: {} ms became {} ms", kind.name, once / 1_000_000, often / 1_000_000))
}

/// The nanoseconds this thread was on a processor meanwhile: what others do on the machine is no part of it.
fn spent(work: impl FnOnce()) -> u64 {
    let now = || {
        let said = fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
        said.split_whitespace().next().and_then(|spent| spent.parse::<u64>().ok()).unwrap_or_default()
    };
    let begun = now();
    work();
    now() - begun
}
