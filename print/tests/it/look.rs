//! Papers to look at, and how long they take.

use std::{fs, time::Instant};

use print::print;

use crate::support::{ARABIC, KINDS, TEXT, anchor, comment, discussed, paper, text, thread};

#[test]
#[ignore = "writes files to look at"]
fn files_to_look_at() {
    let folder = std::env::var("COMITY_LOOK").unwrap();
    let (english, arabic) = (text(TEXT, "en"), text(ARABIC, "ar"));
    for kind in KINDS {
        let said = comment("ليلى، المعهد", "متى؟ See line 3.", Some("خلال 60 يومًا"));
        let threads = vec![thread(1, Some(anchor(&arabic, "خلال 30 يومًا")), vec![said])];
        for (name, paper) in [
            ("en", paper(&english, "en", "en", discussed(&english))),
            ("ar", paper(&arabic, "ar", "ar", threads)),
        ] {
            fs::write(format!("{folder}/{name}-{kind:?}.pdf"), print(&paper, kind).unwrap().file).unwrap();
        }
    }
}

#[test]
#[ignore = "measures"]
fn how_long_a_long_paper_takes() {
    let clause = |number: usize| {
        format!(
            "## {number} Clause\n\nEach body shall publish what it does and why it does so. It answers within thirty days of asking. It keeps a record that others can read.\n\n"
        )
    };
    let source: String = (0..100).map(clause).collect();
    let text = text(&format!("# Principles\n\n{source}"), "en");
    let lines = text.line_count();
    for count in [300_u32, 1000, 5000] {
        let ids: Vec<_> = (0..text.clauses().len() as u32).map(domain::text::ClauseId).collect();
        let threads: Vec<_> = (1..=count)
            .map(|number| {
                let line = number * 7 % lines + 1;
                let lines = domain::text::LineRange::new(line, line).unwrap();
                let anchor = domain::anchor::Anchor::on(&text, &ids, lines, None).unwrap();
                let words = "This is too short a time for a body that has to ask others first. Say thirty working days, and say who decides when the time is over.";
                thread(number + 1, Some(anchor), vec![comment("Grace Lund, Aravel", words, Some("thirty working days"))])
            })
            .collect();
        for kind in KINDS {
            let paper = paper(&text, "en", "en", threads.clone());
            let begun = Instant::now();
            let size = print(&paper, kind).unwrap().file.len();
            let peak = fs::read_to_string("/proc/self/status").unwrap();
            let peak = peak.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default().to_owned();
            eprintln!(
                "{count} comments, {lines} lines, {kind:?}: {:?}, {} kB; {peak}",
                begun.elapsed(),
                size / 1000
            );
        }
    }
}
