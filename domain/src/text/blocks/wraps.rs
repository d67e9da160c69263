//! How the lines of a wrapped text begin and end.

/// The mark of Markdown that a line begins with.
pub(super) fn markdown(said: &str) -> Option<&str> {
    let digits = said.bytes().take_while(u8::is_ascii_digit).count();
    let length = match said.as_bytes().first()? {
        b'-' | b'+' | b'*' | b'#' => 1,
        b'0'..=b'9' if digits < 10 && said[digits..].starts_with(['.', ')']) => digits + 1,
        _ => return None,
    };
    said[length..].starts_with(' ').then(|| &said[..length])
}

/// What may stand after the end of a sentence.
const CLOSERS: [char; 8] = ['”', '»', '"', ')', '）', '」', '*', '_'];

/// Whether a line ends so that a list must follow, or go on.
pub(super) fn is_announcing(line: &str) -> bool {
    line.trim_end_matches(CLOSERS).ends_with([';', ':', '；', '：', '؛'])
}

/// Whether a line ends a sentence.
pub(super) fn is_ended(line: &str) -> bool {
    line.trim_end_matches(CLOSERS)
        .ends_with(['.', ';', ':', '!', '?', '。', '；', '：', '！', '？', '؟', '؛'])
}

/// Whether a line ends so that what follows can be the beginning of something.
pub(super) fn is_finished(line: &str) -> bool {
    line.ends_with([
        ':', ';', '.', '!', '?', ',', '—', '–', '：', '；', '。', '，', '、', '؛', '،', '؟', ')', '*', '_',
    ])
}

/// Whether a line in the middle of a sentence, and of a wrapped text, goes on in the next: a figure after a figure, or a small letter after
/// a line that was filled.
pub(super) fn goes_on(before: &str, rest: &str, heading: bool) -> bool {
    /// A line that was broken because it was full is not shorter.
    const FILLED: usize = 40;
    if is_finished(before) || before.starts_with(['#', '|', '>', '<']) {
        return false;
    }
    let figure = rest.starts_with(char::is_numeric);
    let figures = figure && (heading || before.ends_with(char::is_numeric));
    let filled = before.chars().count() >= FILLED;
    let small = rest.starts_with(char::is_lowercase);
    figures || (filled && (small || figure || (!heading && before.ends_with(char::is_numeric))))
}
