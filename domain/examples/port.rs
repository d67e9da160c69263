//! Places physical lines of one file in another: `port OLD NEW`, anchors as JSON lines on standard input, answers on standard output.

use std::{error::Error, io::Write};

fn main() -> Result<(), Box<dyn Error>> {
    let files: Vec<String> = std::env::args().skip(1).filter(|word| word != "port").collect();
    let [old, new] = files.as_slice() else { return Err("usage: port OLD NEW".into()) };
    let (old, new) = (std::fs::read_to_string(old)?, std::fs::read_to_string(new)?);
    let asks = std::io::stdin()
        .lines()
        .map(|line| Ok(serde_json::from_str(&line?)?))
        .collect::<Result<Vec<_>, Box<dyn Error>>>()?;
    let mut out = std::io::stdout().lock();
    for answer in domain::port::run(&old, &new, &asks) {
        writeln!(out, "{}", serde_json::to_string(&answer)?)?;
    }
    Ok(())
}
