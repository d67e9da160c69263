//! The fonts that travel with the program: Latin, Greek and Cyrillic from Typst's own, Arabic and Chinese from what `cargo xtask` fetched.

use std::sync::LazyLock;

use rust_embed::RustEmbed;
use typst::{
    foundations::Bytes,
    text::{Font, FontBook},
    utils::LazyHash,
};

#[derive(RustEmbed)]
#[folder = "../target/fonts"]
#[allow_missing = true]
struct Fetched;

/// The letters of most languages of Europe.
pub(crate) const SERIF: &str = "libertinus serif";
/// Arabic.
pub(crate) const ARABIC: &str = "noto naskh arabic";
/// Chinese.
pub(crate) const CHINESE: &str = "noto sans s chinese";
/// Code and digests.
pub(crate) const MONO: &str = "dejavu sans mono";
/// Signs that the others lack.
const SIGNS: &str = "new computer modern math";

/// Every font, in the order in which they were found.
pub(crate) static FONTS: LazyLock<Fonts> = LazyLock::new(Fonts::load);

/// Fonts with what each family has.
pub(crate) struct Fonts {
    pub book: LazyHash<FontBook>,
    pub all: Vec<Font>,
    families: Vec<Letters>,
}

impl Fonts {
    fn load() -> Self {
        let own = typst_assets::fonts().map(Bytes::new);
        let fetched = Fetched::iter()
            .filter(|name| name.contains('.'))
            .filter_map(|name| Fetched::get(&name))
            .map(|file| Bytes::new(file.data));
        let all: Vec<Font> = own.chain(fetched).flat_map(Font::iter).collect();
        let families = [SERIF, ARABIC, CHINESE, MONO, SIGNS];
        let families = families.iter().filter_map(|family| Letters::of(family, &all)).collect();
        Self { book: LazyHash::new(FontBook::from_fonts(&all)), all, families }
    }

    /// Whether one family has all of what is read as one letter, in each of its cuts.
    pub fn have(&self, letter: &str) -> bool {
        self.families.iter().any(|family| letter.chars().all(|c| family.has(c)))
    }

    /// The families in the order in which a language wants them.
    pub fn of(language: &str) -> Vec<serde_json::Value> {
        let order = match language {
            "ar" | "fa" | "ur" | "ps" | "ckb" | "sd" | "ug" => [ARABIC, SERIF, CHINESE, MONO, SIGNS],
            _ => [SERIF, ARABIC, CHINESE, MONO, SIGNS],
        };
        // Signs that Latin and Chinese share are as wide as a Chinese one in a Chinese text.
        let shared = serde_json::json!({ "name": SERIF, "covers": "latin-in-cjk" });
        let chinese = matches!(language, "zh" | "ja" | "yue");
        let named = |family: &str| if chinese && family == SERIF { shared.clone() } else { family.into() };
        order.map(named).to_vec()
    }
}

/// A set of characters, one bit each.
struct Letters(Vec<u64>);

impl Letters {
    /// What every font of a family has; none where there is no such family.
    fn of(family: &str, all: &[Font]) -> Option<Self> {
        let of_family = all.iter().filter(|font| font.info().family.to_lowercase() == family);
        of_family
            .map(|font| {
                let mut bits = vec![0_u64; 0x11_0000 / 64];
                for letter in font.info().coverage.iter() {
                    if let Some(word) = bits.get_mut(letter as usize / 64) {
                        *word |= 1 << (letter % 64);
                    }
                }
                Self(bits)
            })
            .reduce(|one, other| Self(one.0.iter().zip(&other.0).map(|(a, b)| a & b).collect()))
    }

    fn has(&self, letter: char) -> bool {
        let code = u32::from(letter);
        self.0.get(code as usize / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }
}
