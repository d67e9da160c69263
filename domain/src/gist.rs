//! A text in one short line.

/// The beginning of a text as one line, ending with a word; all of it when it is short.
pub fn gist(text: &str, length: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((cut, _)) = line.char_indices().nth(length) else { return line };
    let head = &line[..cut];
    let head = head.rfind(' ').map_or(head, |space| &head[..space]);
    format!("{}…", head.trim_end_matches([',', ';', ':', '.']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gist_ends_with_a_whole_word() {
        assert_eq!(gist("Say who\nanswers.", 40), "Say who answers.");
        assert_eq!(gist("Say who answers, and when they do", 18), "Say who answers…");
        assert_eq!(gist("由谁答复以及何时答复", 4), "由谁答复…");
    }
}
