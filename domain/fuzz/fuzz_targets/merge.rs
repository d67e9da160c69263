//! Any suggestions are put into any text, or refused.
#![no_main]

use domain::{
    suggestion::{Proposal, merge},
    text::{LineRange, Text},
};

libfuzzer_sys::fuzz_target!(|asked: (&str, Vec<(u8, u8, &str)>)| {
    let text = Text::parse_unlimited(asked.0);
    let proposals: Vec<Proposal> = asked
        .1
        .iter()
        .zip(0..)
        .map(|((first, last, words), id)| {
            let lines = LineRange::spanning(u32::from(*first), u32::from(*last));
            Proposal { id, lines, chars: None, words: (*words).to_owned() }
        })
        .collect();
    let merged = merge(&text, &proposals);
    assert_eq!(merged.applied.len() + merged.conflicts.len(), proposals.len());
});
