//! What stands before the Markdown.

use super::Reader;
use crate::text::ClauseKind;

impl Reader<'_> {
    /// Takes the front matter, and gives where the Markdown begins.
    pub(super) fn front_matter(&mut self) -> usize {
        let start = if self.source.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let rest = &self.source[start..];
        let Some(opened) = rest.strip_prefix("---\n").or_else(|| rest.strip_prefix("---\r\n")) else {
            return start;
        };
        let inner = self.source.len() - opened.len();
        let mut at = inner;
        for line in opened.split_inclusive('\n') {
            if matches!(line.trim_end(), "---" | "...") {
                if !self.source[inner..at].trim().is_empty() {
                    self.begin(ClauseKind::FrontMatter, start);
                    self.verbatim(inner..at);
                    self.close(at + line.trim_end().len());
                }
                return at + line.len();
            }
            if line.trim().is_empty() && at == inner {
                return start;
            }
            at += line.len();
        }
        start
    }
}
