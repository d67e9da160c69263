//! Items whose marks were typed, in the lists they make, and articles of which each begins a line.

use pulldown_cmark::Tag;

use super::{Reader, typed::bullet};
use crate::text::{ClauseKind, nest::NestKind};

impl Reader<'_> {
    /// Whether an item with a typed mark, or an article, begins after a line break.
    pub(super) fn begins_item(&self, line: usize) -> bool {
        if self.starts.items.is_empty() && self.starts.articles.is_empty() || !self.body.is_closed() {
            return false;
        }
        let rest = &self.source[line..];
        let start = line + rest.len() - rest.trim_start_matches([' ', '\t', '>']).len();
        self.starts.items.contains(&start) || self.starts.articles.contains(&start)
    }

    /// Opens the item or the article that begins here; whether one does. Only within running text.
    pub(super) fn begin_typed(&mut self, start: usize) -> bool {
        let (item, article) = (self.starts.items.contains(&start), self.starts.articles.contains(&start));
        let running = self
            .open
            .as_ref()
            .is_none_or(|block| matches!(block.kind, ClauseKind::Paragraph | ClauseKind::Item));
        if !(item || article) || !running || !self.body.is_closed() {
            return false;
        }
        if item {
            self.typed_item(start);
        } else if self.body.says_something() {
            self.flush();
            self.end_typed();
            self.begin(ClauseKind::Paragraph, start);
        }
        true
    }

    /// Opens an item in the list it belongs to by how far it stands in.
    fn typed_item(&mut self, start: usize) {
        self.flush();
        let line = self.source[..start].rfind(['\n', '\r']).map_or(0, |at| at + 1);
        let below = usize::from(self.starts.under.contains(&start));
        let indent = self.source[line..start].chars().count() + below;
        while self.typed.last().is_some_and(|open| *open > indent) && self.typed.len() > 1 {
            self.end_typed_list();
        }
        match self.typed.last() {
            Some(open) if *open >= indent => self.out(),
            _ => {
                self.within(NestKind::List { start: None });
                self.lists.push(None);
                self.typed.push(indent);
            }
        }
        self.within(NestKind::Item { number: None });
        self.waiting = Some((start, ClauseKind::Item, None));
    }

    /// Ends the lists of typed items before a block, unless it goes on with them.
    pub(super) fn end_typed_by(&mut self, tag: &Tag<'_>, start: usize) {
        let goes_on = match tag {
            Tag::Paragraph => {
                let rest = &self.source[start..];
                self.starts.again.contains(&(start + rest.len() - rest.trim_start().len()))
            }
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } => true,
            Tag::Superscript | Tag::Subscript => true,
            _ => false,
        };
        if !goes_on {
            self.end_typed();
        }
    }

    fn end_typed_list(&mut self) {
        self.typed.pop();
        self.lists.pop();
        self.out();
        self.out();
    }

    pub(super) fn end_typed(&mut self) {
        while !self.typed.is_empty() {
            self.end_typed_list();
        }
    }
}

/// How many bytes the bullet takes that an item begins with and the space after it; it is shown as a bullet.
pub(super) fn bullet_length(said: &str) -> usize {
    bullet(said).map_or(0, |mark| {
        let rest = &said[mark.len_utf8()..];
        mark.len_utf8() + rest.len() - rest.trim_start().len()
    })
}
