//! Documents as people make and meet them, from literal texts.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on should stop where it is")]

mod back;
mod form;
mod office;
mod real;
mod refused;
mod sheet;
mod support;
mod word;
