//! Things that never change, kept since they were last asked for.

use std::sync::{Arc, Mutex, PoisonError};

/// Something that is kept: how many bytes it counts for.
pub trait Weigh {
    fn weight(&self) -> usize;
}

/// As many of them as there is room for, the one last asked for at the end.
#[derive(Debug)]
pub struct Recent<T> {
    kept: Mutex<Vec<Arc<T>>>,
    room: usize,
}

impl<T: Weigh> Recent<T> {
    /// An empty store for so many bytes.
    pub const fn with_room(room: usize) -> Self {
        Self { kept: Mutex::new(Vec::new()), room }
    }

    /// The one that is meant, if it is at hand.
    pub fn find(&self, is_meant: impl Fn(&T) -> bool) -> Option<Arc<T>> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        let at = kept.iter().position(|one| is_meant(one))?;
        let found = kept.remove(at);
        kept.push(found.clone());
        Some(found)
    }

    /// Keeps one more, and lets go of those not asked for the longest. What is larger than the room is not kept.
    pub fn keep(&self, one: T) -> Arc<T> {
        let one = Arc::new(one);
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        kept.push(one.clone());
        let mut weight: usize = kept.iter().map(|one| one.weight()).sum();
        while weight > self.room && !kept.is_empty() {
            weight -= kept.remove(0).weight();
        }
        one
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Weigh for String {
        fn weight(&self) -> usize {
            self.len()
        }
    }

    #[test]
    fn what_was_not_asked_for_the_longest_makes_room() {
        let recent = Recent::with_room(8);
        let is = |word: &'static str| recent.find(|one: &String| one == word).is_some();
        for word in ["one", "two"] {
            recent.keep(word.to_owned());
        }
        assert!(is("one") && is("two") && is("one"));
        recent.keep("six".to_owned());
        assert!(is("one") && is("six") && !is("two"));
        recent.keep("far too long".to_owned());
        assert!(!is("far too long"));
    }
}
