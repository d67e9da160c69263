//! Any two texts have a map and a difference that shows every clause.
#![no_main]

use domain::{clause_map::ClauseMap, diff::changes, text::Text};

libfuzzer_sys::fuzz_target!(|texts: (&str, &str)| {
    let (old, new) = (Text::parse_unlimited(texts.0), Text::parse_unlimited(texts.1));
    let changes = changes(&old, &new, &ClauseMap::between(&old, &new));
    let shown: usize = changes.hunks.iter().filter(|hunk| hunk.now_at.is_none()).map(|hunk| hunk.new.len()).sum();
    assert_eq!(shown, new.clauses().len());
});
