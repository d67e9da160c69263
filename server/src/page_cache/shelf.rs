//! Where pages are kept.

use std::{
    collections::HashMap,
    sync::{
        Arc, PoisonError, RwLock,
        atomic::{AtomicU64, Ordering},
    },
};

use super::{Key, page::Page};

/// How many bytes of pages are kept.
const ROOM: usize = 24 << 20;
/// A page larger than this is not kept.
const LARGEST: usize = 4 << 20;

/// The pages kept. The least recently sent ones make room for new ones.
#[derive(Debug, Default)]
pub struct Shelf {
    pages: RwLock<HashMap<Key, Arc<Page>>>,
    tick: AtomicU64,
}

impl Shelf {
    /// The page that is kept for this address, language and encoding, however old; none when there is none.
    pub fn find(&self, key: &Key) -> Option<Arc<Page>> {
        self.pages.read().unwrap_or_else(PoisonError::into_inner).get(key).cloned()
    }

    /// Notes that a page is sent now.
    pub fn take(&self, page: Arc<Page>) -> Arc<Page> {
        page.used.store(self.tick.fetch_add(1, Ordering::Relaxed), Ordering::Relaxed);
        page
    }

    /// Keeps a page, unless it is larger than 4 MiB. When there is no room, the half that was sent least recently goes.
    pub fn keep(&self, key: Key, page: Arc<Page>) {
        if page.weight() > LARGEST {
            return;
        }
        let mut pages = self.pages.write().unwrap_or_else(PoisonError::into_inner);
        pages.insert(key, self.take(page));
        let mut weight: usize = pages.iter().map(|(key, page)| page.weight() + key.address.len()).sum();
        if weight <= ROOM {
            return;
        }
        // Half is cleared at once, so that this is done seldom.
        let mut by_use: Vec<_> =
            pages.iter().map(|(key, page)| (page.used.load(Ordering::Relaxed), key.clone())).collect();
        by_use.sort_unstable_by_key(|(used, _)| *used);
        for (_, key) in by_use {
            if weight <= ROOM / 2 {
                break;
            }
            weight -= pages.remove(&key).map_or(0, |page| page.weight() + key.address.len());
        }
    }
}
