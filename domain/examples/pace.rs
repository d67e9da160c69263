//! How fast the engine reads, maps and places, in one process: prints `parse` in MB/s, `map` and `place` in milliseconds.

use std::{error::Error, time::Instant};

use domain::{
    anchor::{Anchor, Places},
    clause_map::ClauseMap,
    text::{ClauseId, LineRange, Text},
};

const CLAUSES: usize = 5_000;
const RUNS: usize = 7;

#[expect(clippy::print_stdout, reason = "what the command has to say")]
fn main() -> Result<(), Box<dyn Error>> {
    let (before, after) = (source(false), source(true));
    let read = best(|| Text::parse_unlimited(&before));
    println!("parse {:.0}", before.len() as f64 / 1e3 / read);
    let (old, new) = (Text::parse_unlimited(&before), Text::parse_unlimited(&after));
    println!("map {:.1}", best(|| ClauseMap::between(&old, &new)));
    let map = ClauseMap::between(&old, &new);
    let ids: Vec<ClauseId> = (0..old.clauses().len() as u32).map(ClauseId).collect();
    let last = old.line_count();
    let anchors = (0..CLAUSES as u32).map(|at| {
        let line = at * last / CLAUSES as u32 + 1;
        Anchor::on(&old, &ids, LineRange::spanning(line, line), None)
    });
    let anchors = anchors.collect::<Result<Vec<_>, _>>()?;
    let place = best(|| {
        let places = Places::between(&old, &new, &map);
        anchors.iter().map(|anchor| places.of(anchor)).collect::<Vec<_>>()
    });
    println!("place {place:.1}");
    Ok(())
}

/// The shortest of several runs, in milliseconds.
fn best<T>(work: impl Fn() -> T) -> f64 {
    let time = |_| {
        let started = Instant::now();
        let made = work();
        let taken = started.elapsed();
        drop(made);
        taken.as_secs_f64() * 1e3
    };
    (0..RUNS).map(time).fold(f64::MAX, f64::min)
}

/// Clauses of three sentences under numbered headings, with some emphasis; the later text rewords every eleventh, drops every
/// fortieth and puts one in after every thirtieth.
fn source(later: bool) -> String {
    let who = ["public body", "operator", "ministry", "supervising office", "council", "laboratory"];
    let does = ["publishes", "reviews", "explains", "records", "corrects", "withdraws", "measures"];
    let what = [
        "the purpose of the system",
        "each decision",
        "the data behind it",
        "any harm reported",
        "its costs",
    ];
    let mut text = String::new();
    for at in 0..CLAUSES {
        if later && at % 40 == 7 {
            continue;
        }
        let pick = |words: &[&'static str], by: usize| words[(at * by + at / 5) % words.len()];
        let (who, does, what) = (pick(&who, 3), pick(&does, 5), pick(&what, 7));
        if at % 20 == 0 {
            text += &format!("## {}. On {what} ({at})\n\n", at / 20 + 1);
            continue;
        }
        let how = if later && at % 11 == 3 { "within a week of being asked" } else { "before it is used" };
        text += &format!(
            "The {who} {does} **{what}** {how}. Article {at} says who may ask, and how they are answered in writing. Whoever is \
             not heard by the {who} may turn to office {} of the region.\n\n",
            at % 97
        );
        if later && at % 30 == 11 {
            text += &format!("A new clause says for case {at} that nobody waits longer than they must.\n\n");
        }
    }
    text
}
