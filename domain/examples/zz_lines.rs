#![allow(missing_docs, clippy::print_stdout, clippy::unwrap_used)]
fn main() {
    for f in std::env::args().skip(1) {
        let s = std::fs::read_to_string(&f).unwrap();
        let t = domain::text::Text::parse_unlimited(&s);
        println!("=== {f}");
        for c in t.clauses() {
            println!("[{:?} d{} n={:?}]", c.kind, c.depth, c.number);
            for l in t.lines_in(c.lines) {
                println!("  {} {}", l.number, l.text.replace('\n', "⏎"));
            }
        }
    }
}
