//! Pieces of view that know nothing of the domain.

mod citing;
mod field;
mod icon;
pub mod markdown;
mod notice;
mod pager;
mod post_form;
mod sure;
pub mod time;
pub mod unseen;
pub mod unseen_html;

pub use field::{Area, Choice, Field, Pick, in_area};
pub use icon::Icon;
pub use markdown::Markdown;
pub use notice::{DayNearlySpent, Notice};
pub use pager::{Pager, Stretches};
pub use post_form::PostForm;
pub use sure::Sure;
pub use time::{Ago, Day, Deadline, Moment, There, WhereYouAre};
