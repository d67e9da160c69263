//! The files of a draft: how long each takes to make, how that grows with what is said, and what it holds in memory.

use std::time::Duration;

use anyhow::Result;

use super::{
    Bench, Figure, Ground, figure,
    large::{median, ms},
    resident,
};

/// How many comments the draft has in turn: as usual, and as many as a text ever had.
const SIZES: [u32; 2] = [300, 5_000];
/// The files, by their endings.
const FILES: [&str; 7] =
    ["docx", "comments.docx", "compilation.docx", "form.docx", "xlsx", "form.xlsx", "akn.xml"];
/// How often each file is asked for; the median counts.
const TIMES: u32 = 5;

/// Measures each file at each size, and the memory that is held after the largest.
pub fn measure(bench: &Bench, binary: &std::path::Path) -> Result<Vec<Figure>> {
    let (mut figures, mut first) = (Vec::new(), Vec::<Duration>::new());
    for size in SIZES {
        let ground = Ground::of(bench.lines, size, binary.to_path_buf())?;
        let comity = ground.serve(None)?;
        let before = resident(comity.process.0.id())?;
        for (index, file) in FILES.iter().enumerate() {
            let took = median(&comity.url, &format!("{}/export.{file}", ground.page), TIMES)?;
            match first.get(index) {
                None => {
                    figures.push(figure(format!("{file} of {size} comments, ms"), ms(took), "at most 150"));
                    first.push(took);
                }
                Some(small) => {
                    figures.push(figure(format!("{file} of {size} comments, ms"), ms(took), ""));
                    // What is written once whatever is said makes this less than one.
                    let growth = took.as_secs_f64() / small.as_secs_f64() / f64::from(size / SIZES[0]);
                    figures.push(figure(
                        "growth, beside that of the comments",
                        format!("{growth:.2}"),
                        "at most 1.5",
                    ));
                }
            }
        }
        let grown = resident(comity.process.0.id())? - before;
        figures.push(figure(
            format!("memory for files of {size} comments, MiB"),
            format!("{grown:.0}"),
            "at most 200",
        ));
    }
    Ok(figures)
}
