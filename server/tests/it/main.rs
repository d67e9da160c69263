//! The site as people meet it: one program of short stories, driven without a network.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on should stop where it is")]

mod command;
mod forms;
mod pages;
mod responses;
mod sign_in;
mod support;
mod text;
mod threads;
