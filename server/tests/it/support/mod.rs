//! What the stories need: a server of one's own, a browser, and the page it shows.

mod app;
mod browser;
mod page;

pub use app::TestApp;
pub use browser::Browser;
pub use page::Page;
