//! Counting what was found, what was not, and what was wrong without saying so.

use std::{collections::BTreeMap, fmt};

use domain::{
    anchor::{Placement, Standing},
    text::LineRange,
};

use super::edits::Edit;

#[derive(Default)]
pub struct Score {
    answers: Vec<Answer>,
}

struct Answer {
    edit: Edit,
    standing: Standing,
    confidence: f32,
    lives: bool,
    right: bool,
}

impl Score {
    pub fn add(&mut self, edit: Edit, placement: &Placement, truth: Option<LineRange>) {
        let right = match (placement.lines, truth) {
            (Some(lines), Some(truth)) => lines.overlaps(truth) && lines.count() <= truth.count() + 2,
            (lines, truth) => lines.is_none() && truth.is_none(),
        };
        if std::env::var_os("MISSES").is_some() && !right {
            eprintln!("{edit:?} {placement:?} truth {truth:?}");
        }
        let (standing, confidence) = (placement.standing, placement.confidence);
        self.answers.push(Answer { edit, standing, confidence, lives: truth.is_some(), right });
    }

    /// How many of those that live are found, against how many of all are wrong without a mark, when all that is at
    /// least as sure as some confidence counts as placed.
    pub fn curve(&self) -> String {
        let living = self.answers.iter().filter(|answer| answer.lives).count().max(1) as f32;
        let points: Vec<(f32, f32)> = (0..=40)
            .map(|step| {
                let least = step as f32 / 40.0;
                let placed = || {
                    self.answers.iter().filter(move |answer| {
                        answer.standing != Standing::Detached && answer.confidence >= least
                    })
                };
                let found = placed().filter(|answer| answer.right).count() as f32 / living;
                let wrong =
                    placed().filter(|answer| !answer.right).count() as f32 / self.answers.len().max(1) as f32;
                (wrong, found)
            })
            .collect();
        let most = points.iter().map(|point| point.0).fold(0.01, f32::max);
        let low = points.iter().map(|point| point.1).fold(1.0, f32::min).min(0.99);
        let place = |(wrong, found): (f32, f32)| {
            format!("{:.1},{:.1}", 70.0 + 500.0 * wrong / most, 330.0 - 290.0 * (found - low) / (1.0 - low))
        };
        let line = points.iter().map(|&point| place(point)).collect::<Vec<_>>().join(" ");
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 600 400\" font-family=\"sans-serif\" font-size=\"13\" role=\"img\" aria-label=\"Found against silently wrong\">\n\
            <rect width=\"600\" height=\"400\" fill=\"#fffdf9\"/>\n<path d=\"M70 40V330H570\" fill=\"none\" stroke=\"#857f72\"/>\n\
            <polyline points=\"{line}\" fill=\"none\" stroke=\"#0b4f4c\" stroke-width=\"2\"/>\n\
            <text x=\"70\" y=\"24\">share of living words found</text><text x=\"62\" y=\"46\" text-anchor=\"end\">100%</text><text x=\"62\" y=\"334\" text-anchor=\"end\">{:.0}%</text>\n\
            <text x=\"570\" y=\"370\" text-anchor=\"end\">share silently wrong, as ever less sure places are shown without a mark</text><text x=\"70\" y=\"348\">0</text><text x=\"570\" y=\"348\" text-anchor=\"end\">{:.1}%</text>\n</svg>\n",
            100.0 * low,
            100.0 * most
        )
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let share = |count: usize, all: usize| 100.0 * count as f32 / all.max(1) as f32;
        let row = |f: &mut fmt::Formatter<'_>, name: &str, answers: &[&Answer]| {
            let count =
                |wanted: &dyn Fn(&Answer) -> bool| answers.iter().filter(|answer| wanted(answer)).count();
            let wrong = count(&|answer| !answer.right && answer.standing == Standing::Placed);
            let asks = count(&|answer| {
                answer.standing == Standing::Uncertain
                    || (answer.standing == Standing::Detached && answer.lives)
            });
            let all = answers.len();
            writeln!(
                f,
                "  {name:10} n={all:6}  right {:5.1}%  silently wrong {:5.2}%  asks {:5.2}%",
                share(count(&|answer| answer.right), all),
                share(wrong, all),
                share(asks, all)
            )
        };
        for edit in Edit::ALL {
            let answers: Vec<&Answer> = self.answers.iter().filter(|answer| answer.edit == edit).collect();
            row(f, &format!("{edit:?}").to_lowercase(), &answers)?;
        }
        row(f, "all", &self.answers.iter().collect::<Vec<_>>())?;
        row(f, "gone", &self.answers.iter().filter(|answer| !answer.lives).collect::<Vec<_>>())?;
        let mut tenths: BTreeMap<u32, (f32, usize, usize)> = BTreeMap::new();
        for answer in &self.answers {
            let tenth = tenths.entry(((answer.confidence * 10.0) as u32).min(9)).or_default();
            *tenth = (tenth.0 + answer.confidence, tenth.1 + usize::from(answer.right), tenth.2 + 1);
        }
        let tenth = |(sum, right, all): &(f32, usize, usize)| {
            format!("{:.2}: {:.2} (n={all})", sum / *all as f32, *right as f32 / *all as f32)
        };
        writeln!(f, "  calibration  {}", tenths.values().map(tenth).collect::<Vec<_>>().join("  "))?;
        let off = |(sum, right, all): &(f32, usize, usize)| (sum - *right as f32).abs() / *all as f32;
        let most = tenths.values().filter(|tenth| tenth.2 >= 100).map(off).fold(0.0, f32::max);
        write!(
            f,
            "  of tenths with 100 cases the farthest off is off by {:.1} points (due: at most 5)",
            100.0 * most
        )
    }
}
