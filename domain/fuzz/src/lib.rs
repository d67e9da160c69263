//! What the fuzz targets share: inputs that people can read and write, and the time that nothing may take.

use std::time::{Duration, Instant};

use domain::text::{ClauseId, Text};

/// Divides the two parts of an input, alone on its line.
const DIVIDER: &str = "=====\n";

/// What no input of a few thousand bytes may take, in a build with every check on and on a busy machine.
const MOST: Duration = Duration::from_secs(5);

/// The two parts of an input; without a divider the second is empty. Bytes that are not UTF-8 are made so.
pub fn parts(bytes: &[u8]) -> (String, String) {
    let text = String::from_utf8_lossy(bytes);
    let (first, second) = text.split_once(DIVIDER).unwrap_or((&text, ""));
    (first.to_owned(), second.to_owned())
}

/// Does the work; refuses when it takes too long twice, as a machine may stand still once.
pub fn soon<T>(work: impl Fn() -> T) -> T {
    let time = || {
        let started = Instant::now();
        (work(), started.elapsed())
    };
    let (done, taken) = time();
    assert!(taken < MOST || time().1 < MOST, "took {taken:?}");
    done
}

/// The ids a first version's clauses have.
pub fn ids(text: &Text) -> Vec<ClauseId> {
    (0..text.clauses().len() as u32).map(ClauseId).collect()
}
