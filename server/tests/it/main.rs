//! The site as people meet it: one program of short stories, driven without a network.

mod command;
mod forms;
mod pages;
mod sign_in;
mod support;
