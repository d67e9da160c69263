//! Papers as people print them, from literal texts.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on should stop where it is")]

mod any;
mod look;
mod support;
mod tags;
mod words;
