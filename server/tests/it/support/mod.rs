//! What the stories need: a server of one's own, a browser, the page it shows, and a small world to tell them in.

mod app;
mod browser;
mod line;
mod mail_server;
pub mod outline;
mod page;
mod provider;
mod world;

pub use app::{TestApp, new_db};
pub use browser::{Browser, Raw};
pub use line::{Line, Wire};
pub use mail_server::{Does, MailServer};
pub use page::Page;
pub use provider::Provider;
pub use world::{FIRST, SECOND, World};
