//! Without a dictionary each character of a script without spaces is a word, which keeps the browser half small.

use unicode_segmentation::UnicodeSegmentation;

pub(super) fn split<'a>(run: &'a str, pieces: &mut Vec<&'a str>) {
    pieces.extend(run.split_word_bounds());
}
