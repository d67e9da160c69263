//! Scripts in which letters look like those of another (after UTS #39).

/// A script of which some letters look like letters of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
    Greek,
    Armenian,
    Cherokee,
    Lisu,
    Coptic,
    /// Latin letters in a style of their own: those of mathematics and phonetics, Roman numbers.
    Styled,
}

impl Script {
    /// All of them, in the order they are declared.
    pub const ALL: [Self; 8] = [
        Self::Latin,
        Self::Cyrillic,
        Self::Greek,
        Self::Armenian,
        Self::Cherokee,
        Self::Lisu,
        Self::Coptic,
        Self::Styled,
    ];

    /// The script of a letter; none for letters of other scripts and for what is no letter.
    pub fn of(c: char) -> Option<Self> {
        match c {
            'ɑ' | 'ɡ' | '\u{1d00}'..='\u{1d2b}' | '\u{2160}'..='\u{217f}' | '\u{1d400}'..='\u{1d7cb}' => {
                Some(Self::Styled)
            }
            '\u{2102}'..='\u{2149}' if c.is_alphabetic() && !matches!(c, 'Ω' | 'K' | 'Å') => {
                Some(Self::Styled)
            }
            'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(Self::Latin),
            '\u{400}'..='\u{52f}' => Some(Self::Cyrillic),
            '\u{3e2}'..='\u{3ef}' | '\u{2c80}'..='\u{2cff}' => Some(Self::Coptic),
            '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}' => Some(Self::Greek),
            '\u{531}'..='\u{587}' => Some(Self::Armenian),
            '\u{13a0}'..='\u{13ff}' | '\u{ab70}'..='\u{abbf}' => Some(Self::Cherokee),
            '\u{a4d0}'..='\u{a4fd}' => Some(Self::Lisu),
            _ => None,
        }
    }

    /// Whether no language is written in it and in another script within one word.
    pub const fn stands_alone(self) -> bool {
        matches!(self, Self::Cherokee | Self::Lisu | Self::Coptic)
    }

    /// The letters of it that one takes for letters of the other script.
    pub const fn look_alikes(self, other: Self) -> &'static str {
        match (self, other) {
            (Self::Latin, Self::Greek) => "ovuABEZHIKMNOPTYX",
            (Self::Latin, _) => "aceopxyijshABCEHIJKMOPSTXY",
            (Self::Cyrillic, _) => "асеорхуіјѕһԁԛԝӏкмтвнгпиүьАВСЕНІЈКМОРЅТХУҮҒԌԚԜӀЗ",
            (Self::Greek, _) => "ονικρΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳ",
            (Self::Armenian, _) => "օոսհցՕՍԼ",
            (Self::Cherokee, _) => "ᎠᎡᎢᎥᎪᎫᎬᎳᎷᎻᎽᏀᏂᏃᏎᏒᏔᏙᏚᏞᏟᏢᏦᏧᏩᏴ",
            (Self::Lisu, _) => "ꓐꓑꓓꓔꓖꓗꓙꓚꓜꓝꓞꓟꓠꓡꓢꓣꓦꓧꓪꓫꓬꓮꓰꓲꓳꓴ",
            (Self::Coptic, _) => "ⲀⲂⲈⲎⲒⲓⲔⲘⲚⲞⲟⲢⲣⲤⲥⲦⲨⲬⲭ",
            (Self::Styled, _) => "",
        }
    }

    /// Those of its letters that are drawn as Latin ones are, in every common font.
    pub const fn drawn_as_latin(self) -> &'static str {
        match self {
            Self::Cyrillic => "асеорхуіјѕһԁԛԝӏАВСЕНІЈКМОРЅТХУԌԚԜӀ",
            Self::Greek => "ονΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϳ",
            Self::Armenian => "օոսհցՕՍ",
            Self::Coptic => "ⲞⲟⲤⲥⲢⲣⲬⲭ",
            _ => "",
        }
    }
}

/// Letters that one takes for a nought, a one, or a three beside figures.
pub(super) const LIKE_FIGURES: &str = "OolIОоІӀӏЗΟοΙօՕꓳꓲⲞⲟⲒ";
