//! A draft: its head, its tabs and its text with what is said beside it.

#[cfg(feature = "ssr")]
pub mod actions;
mod chosen_lines;
#[cfg(feature = "ssr")]
mod citation;
#[cfg(feature = "ssr")]
mod composer;
mod composer_island;
#[cfg(feature = "ssr")]
mod head_view;
#[cfg(feature = "ssr")]
mod legislation;
#[cfg(feature = "ssr")]
pub(crate) mod line_view;
mod live_island;
#[cfg(feature = "ssr")]
mod margin_thread;
#[cfg(feature = "ssr")]
mod margin_view;
mod offered;
#[cfg(feature = "ssr")]
mod outline;
#[cfg(feature = "ssr")]
pub(crate) mod returning;
pub mod section;
mod select_lines_island;
#[cfg(feature = "ssr")]
mod stage_words;
#[cfg(feature = "ssr")]
mod stranger;
#[cfg(feature = "ssr")]
mod text_notes;
#[cfg(feature = "ssr")]
pub mod text_page;
#[cfg(feature = "ssr")]
mod text_view;
#[cfg(feature = "ssr")]
pub(crate) mod written;

pub use composer_island::ComposeInPlace;
#[cfg(feature = "ssr")]
pub use entity::reading::Head;
#[cfg(feature = "ssr")]
pub use head_view::{DraftHead, DraftTabs, Tab, head_of, page_title};
#[cfg(feature = "ssr")]
pub use line_view::note_id;
pub use live_island::{LiveDiff, LivePreview};
pub use select_lines_island::SelectLines;
#[cfg(feature = "ssr")]
pub use stage_words::stage;
