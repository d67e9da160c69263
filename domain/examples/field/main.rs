//! Tries the small hard cases of a folder: each has `old.md`, often `new.md`, and what is right of it stands in these files.
//!
//! `cargo run -p domain --example field -- FOLDER`

mod changes;
mod lines;
mod places;
mod said;
mod wordings;

use std::{error::Error, fs, path::Path};

/// The texts of one case.
pub struct Case {
    pub old: String,
    pub new: String,
}

/// What one case asks of us; gives a sentence for everything that is not so.
pub type Check = fn(&Case) -> Vec<String>;

#[expect(clippy::print_stdout, reason = "what the command has to say")]
fn main() -> Result<(), Box<dyn Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: field FOLDER")?;
    let folder = Path::new(&folder);
    let checks: Vec<(&str, Check)> =
        [lines::CHECKS, changes::CHECKS, places::CHECKS, wordings::CHECKS].concat();
    let mut failures = 0;
    for name in names(folder)? {
        let case = Case::read(&folder.join(&name));
        let mine: Vec<Check> =
            checks.iter().filter(|(of, _)| name.starts_with(of)).map(|(_, check)| *check).collect();
        let mut wrong: Vec<String> = mine.iter().flat_map(|check| check(&case)).collect();
        if mine.is_empty() {
            wrong.push("nothing here says what is right".to_owned());
        }
        println!("{} {name}", if wrong.is_empty() { "  ok  " } else { "WRONG " });
        wrong.iter().for_each(|why| println!("         {why}"));
        failures += usize::from(!wrong.is_empty());
    }
    println!("{failures} failures");
    if failures == 0 { Ok(()) } else { Err("some cases are not right".into()) }
}

fn names(folder: &Path) -> Result<Vec<String>, Box<dyn Error>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_dir() {
            names.push(entry.file_name().to_string_lossy().into_owned());
        }
    }
    names.sort();
    Ok(names)
}

impl Case {
    /// A file that is not there is an empty text: some cases have one version, and some none.
    fn read(folder: &Path) -> Self {
        let text = |name| fs::read_to_string(folder.join(name)).unwrap_or_default();
        Self { old: text("old.md"), new: text("new.md") }
    }
}
