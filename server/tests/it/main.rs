//! The site as people meet it: one program of short stories, driven without a network.

#![expect(clippy::unwrap_used, reason = "a story that cannot go on should stop where it is")]

mod api;
mod archive;
mod attack;
mod attempts;
mod away;
mod command;
mod demo;
mod erasure;
mod first_start;
mod first_use;
mod forms;
mod houses;
mod inviting;
mod joining;
mod kept_pages;
mod keys;
mod large;
mod limits;
mod line;
mod numbers;
mod offered;
mod outage;
mod pages;
mod providers;
mod receipts;
mod referral;
mod responses;
mod revise;
mod search;
mod shapes;
mod sign_in;
mod sign_offs;
mod steps;
mod support;
mod telling;
mod text;
mod threads;
mod times;
mod trust;
mod unseen;
mod upgrade;
mod walk;
mod withdrawn;
mod word;
