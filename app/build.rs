//! Makes the catalogues part of the program: a new file among them is noticed, not only a changed one.

fn main() {
    println!("cargo::rerun-if-changed=locales");
}
