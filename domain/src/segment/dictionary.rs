//! Words of Chinese, Japanese, Thai, Lao, Khmer and Burmese, by the dictionaries of the Unicode project.

use std::sync::LazyLock;

use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};

static DICTIONARY: LazyLock<WordSegmenterBorrowed<'static>> =
    LazyLock::new(|| WordSegmenter::new_dictionary(Default::default()));

pub(super) fn split<'a>(run: &'a str, pieces: &mut Vec<&'a str>) {
    let mut start = 0;
    for end in DICTIONARY.segment_str(run).filter(|&end| end > 0) {
        pieces.push(&run[start..end]);
        start = end;
    }
    if start < run.len() {
        pieces.push(&run[start..]);
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        diff::{self, PieceKind, Weight},
        segment::words,
    };

    fn said(text: &str) -> Vec<&str> {
        words(text).collect()
    }

    #[test]
    fn chinese_is_read_by_the_word() {
        assert_eq!(
            said("公共机构必须说明人工智能系统的用途。"),
            ["公共", "机构", "必须", "说明", "人工", "智能", "系统", "的", "用途"]
        );
        assert_eq!(said("第3条 AI系统"), ["第", "3", "条", "AI", "系统"]);
    }

    #[test]
    fn japanese_and_thai_are_read_by_the_word() {
        assert_eq!(said("公的機関は説明する。"), ["公的", "機関", "は", "説明", "する"]);
        assert_eq!(said("หน่วยงานต้องอธิบาย"), ["หน่วย", "งาน", "ต้อง", "อธิบาย"]);
    }

    #[test]
    fn a_chinese_word_is_replaced_whole_and_counts_once() {
        let pieces = diff::words("公共机构必须说明用途。", "公共机构应当说明用途。");
        let shown: Vec<(PieceKind, &str)> =
            pieces.iter().map(|piece| (piece.kind, piece.text.as_str())).collect();
        assert_eq!(
            shown,
            [
                (PieceKind::Same, "公共机构"),
                (PieceKind::Removed, "必须"),
                (PieceKind::Added, "应当"),
                (PieceKind::Same, "说明用途。")
            ]
        );
        let weight = Weight::of(&pieces, None);
        assert_eq!((weight.removed, weight.inserted, weight.substance), (1, 1, 2));
    }
}
