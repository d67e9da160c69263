//! Numbers written as words: `Article premier`, `Artículo segundo`, `المادة الثانية عشرة`, `Primero.`, `أولا:`.

/// From the first to the tenth, the forms of each.
const ORDINALS: [&str; 10] = [
    "premier première primero primera primer primeiro primeira primo prima первый первая الأول الأولى",
    "deuxième second seconde segundo segunda secondo seconda второй вторая الثاني الثانية",
    "troisième tercero tercera tercer terceiro terceira terzo terza третий третья الثالث الثالثة",
    "quatrième cuarto cuarta quarto quarta четвертый четвёртый четвертая четвёртая الرابع الرابعة",
    "cinquième quinto quinta пятый пятая الخامس الخامسة",
    "sixième sexto sexta sesto sesta шестой шестая السادس السادسة",
    "septième séptimo séptima sétimo sétima settimo settima седьмой седьмая السابع السابعة",
    "huitième octavo octava oitavo oitava ottavo ottava восьмой восьмая الثامن الثامنة",
    "neuvième noveno novena nono nona девятый девятая التاسع التاسعة",
    "dixième décimo décima decimo decima десятый десятая العاشر العاشرة",
];

/// Those that number a clause by themselves.
const ALONE: [&str; 10] = [
    "primero primera primeiro primeira أولا أولاً",
    "segundo segunda ثانيا ثانياً",
    "tercero tercera terceiro terceira ثالثا ثالثاً",
    "cuarto cuarta quarto quarta رابعا رابعاً",
    "quinto quinta خامسا خامساً",
    "sexto sexta سادسا سادساً",
    "séptimo séptima sétimo sétima سابعا سابعاً",
    "octavo octava oitavo oitava ثامنا ثامناً",
    "noveno novena nono nona تاسعا تاسعاً",
    "décimo décima عاشرا عاشراً",
];

/// The ordinal that words begin with after the name of a clause: how many bytes it takes, and its value.
pub(super) fn ordinal(text: &str) -> Option<(usize, u32)> {
    let word = first_word(text);
    // The eleventh begins otherwise than the first.
    let value = if word == "الحادية" || word == "الحادي" { 1 } else { value(word, &ORDINALS)? };
    let rest = &text[word.len()..];
    let inner = rest.trim_start_matches([' ', '\u{a0}']);
    let next = first_word(inner);
    let both = text.len() - inner.len() + next.len();
    match next {
        "عشر" | "عشرة" if value < 10 => Some((both, value + 10)),
        // The twenty-second.
        next if next.starts_with("وال") => None,
        next if value == 10 => match self::value(next, &ORDINALS) {
            Some(more) if more < 10 => Some((both, value + more)),
            _ => Some((word.len(), value)),
        },
        _ if word == "الحادية" || word == "الحادي" => None,
        _ => Some((word.len(), value)),
    }
}

/// The ordinal that a clause begins with.
pub(super) fn alone(text: &str) -> Option<(usize, u32)> {
    /// No form takes more bytes.
    const LONGEST: usize = 16;
    let end = text.bytes().take(LONGEST + 1).position(|byte| matches!(byte, b'.' | b':' | b'-'))?;
    let word = &text[..end];
    value(word, &ALONE).map(|value| (end, value))
}

fn first_word(text: &str) -> &str {
    let end = text.find(|c: char| !c.is_alphabetic() && c != '\u{64b}').unwrap_or(text.len());
    &text[..end]
}

fn value(word: &str, forms: &[&str; 10]) -> Option<u32> {
    if word.is_empty() {
        return None;
    }
    let small = word.to_lowercase();
    let place = forms.iter().position(|forms| forms.split(' ').any(|form| form == small))?;
    u32::try_from(place + 1).ok()
}
