//! Documents as people make and meet them, from literal texts.

mod back;
mod office;
mod refused;
mod support;
mod word;
