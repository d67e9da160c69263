//! Which column of a table is which, by the words at its head.

use super::grid::Cell;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    Who,
    Line,
    Clause,
    Paragraph,
    Kind,
    Comment,
    Proposed,
    Answer,
}

/// Words that a head begins with, without accents; the longest that fits decides.
const HEADS: [(Column, &[&str]); 8] = [
    (
        Column::Who,
        &[
            "mb",
            "nc",
            "mb/nc",
            "cm/cn",
            "member",
            "national committee",
            "organi",
            "country",
            "author",
            "name",
            "who",
            "from",
            "stakeholder",
            "delegation",
            "comite membre",
            "membre",
            "pays",
            "auteur",
            "nom",
            "organisme",
            "institution",
            "qui",
            "الجهه",
            "الجهة",
            "من",
            "الاسم",
            "البلد",
        ],
    ),
    (
        Column::Line,
        &["line", "ligne", "numero de ligne", "no de ligne", "n de ligne", "السطر", "رقم السطر", "سطر"],
    ),
    (
        Column::Clause,
        &[
            "clause",
            "subclause",
            "section",
            "article",
            "principle",
            "provision",
            "chapter",
            "chapitre",
            "principe",
            "disposition",
            "article/paragraphe",
            "البند",
            "الماده",
            "المادة",
            "المبدا",
            "المبدأ",
            "بند",
        ],
    ),
    (
        Column::Paragraph,
        &[
            "paragraph",
            "para",
            "figure",
            "table",
            "alinea",
            "paragraphe",
            "tableau",
            "الفقره",
            "الفقرة",
            "فقرة",
        ],
    ),
    (
        Column::Kind,
        &[
            "type",
            "kind",
            "category",
            "nature",
            "categorie",
            "type of comment",
            "type de commentaire",
            "النوع",
            "نوع",
        ],
    ),
    (
        Column::Comment,
        &[
            "comment",
            "justification",
            "remark",
            "observation",
            "commentaire",
            "remarque",
            "feedback",
            "التعليق",
            "تعليق",
            "الملاحظ",
        ],
    ),
    (
        Column::Proposed,
        &[
            "proposed",
            "proposal",
            "suggest",
            "proposition",
            "modification",
            "changement",
            "change",
            "texte propose",
            "amendement",
            "new text",
            "التعديل",
            "الصيغة المقترحة",
            "الصيغه المقترحه",
            "التغيير",
            "المقترح",
        ],
    ),
    (
        Column::Answer,
        &[
            "observations of the secretariat",
            "secretariat",
            "observations du secretariat",
            "answer",
            "response",
            "disposition of comment",
            "resolution",
            "decision",
            "reponse",
            "رد",
            "الرد",
            "ملاحظات الامانة",
            "ملاحظات الأمانة",
            "الجواب",
        ],
    ),
];

/// Where each column stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    places: Vec<(Column, usize)>,
    /// How many cells the row of heads has.
    pub width: usize,
}

impl Columns {
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.iter().find(|(known, _)| *known == column).map(|(_, index)| *index)
    }
}

/// The columns that a row names; none for a row that names neither a comment nor a proposed change, or nothing else.
pub(super) fn heads(row: &[Cell]) -> Option<Columns> {
    let mut places: Vec<(Column, usize)> = Vec::new();
    for (index, cell) in row.iter().enumerate() {
        let column = named(&cell.words).map(|column| meant(column, cell, row));
        if let Some(column) = column.filter(|one| places.iter().all(|(known, _)| known != one)) {
            places.push((column, index));
        }
    }
    let has = |column: Column| places.iter().any(|(known, _)| *known == column);
    let says = has(Column::Comment) || has(Column::Proposed);
    (says && places.len() > 1).then_some(Columns { places, width: row.len() })
}

/// What a column holds beside the others: “Observations” are comments where no other column has them, and else what was said to them.
fn meant(column: Column, cell: &Cell, row: &[Cell]) -> Column {
    let observes = |cell: &Cell| plain(&cell.words).starts_with("observation");
    let comments = |cell: &Cell| named(&cell.words) == Some(Column::Comment) && !observes(cell);
    match column {
        Column::Comment if observes(cell) && row.iter().any(comments) => Column::Answer,
        column => column,
    }
}

/// The column that these words are the head of.
fn named(words: &str) -> Option<Column> {
    let words = plain(words);
    // A head is a few words; a comment may begin like one.
    if words.is_empty() || words.chars().count() > 60 {
        return None;
    }
    let all = HEADS.iter().flat_map(|(column, starts)| starts.iter().map(move |start| (*column, *start)));
    let fits = all.filter(|(_, start)| begins(&words, start));
    fits.max_by_key(|(_, start)| start.len()).map(|(column, _)| column)
}

/// Whether words begin with a head; a short one has to be a whole word.
fn begins(words: &str, start: &str) -> bool {
    let Some(rest) = words.strip_prefix(start) else { return false };
    let rest = rest.strip_prefix('s').unwrap_or(rest);
    start.chars().count() > 4 || !rest.chars().next().is_some_and(char::is_alphanumeric)
}

/// Words in small letters without accents, what is in brackets, and signs at the edges.
fn plain(words: &str) -> String {
    let (mut out, mut inside) = (String::new(), 0_u32);
    for letter in words.to_lowercase().chars() {
        match letter {
            '(' | '[' => inside += 1,
            ')' | ']' => inside = inside.saturating_sub(1),
            _ if inside > 0 => {}
            'é' | 'è' | 'ê' | 'ë' => out.push('e'),
            'à' | 'â' | 'á' => out.push('a'),
            'ç' => out.push('c'),
            'ô' | 'ó' => out.push('o'),
            'î' | 'ï' | 'í' => out.push('i'),
            'û' | 'ù' | 'ú' => out.push('u'),
            '°' | 'º' | '№' | '.' | '\'' | '’' => {}
            letter if letter.is_whitespace() => out.push(' '),
            letter => out.push(letter),
        }
    }
    let out = out.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    out.replace("/ ", "/")
        .replace(" /", "/")
        .trim_matches(|letter: char| ":*#-".contains(letter))
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::{Column, named};

    #[test]
    fn heads_are_known_in_english_french_and_arabic() {
        for (words, column) in [
            ("MB/NC¹", Column::Who),
            ("Line number\n(e.g. 17)", Column::Line),
            ("Numéro de ligne", Column::Line),
            ("Clause/ Subclause", Column::Clause),
            ("Article/ Paragraphe", Column::Clause),
            ("Paragraph/ Figure/ Table/", Column::Paragraph),
            ("Alinéa/Figure/Tableau", Column::Paragraph),
            ("Type of comment²", Column::Kind),
            ("Type de commentaire", Column::Kind),
            ("Comments", Column::Comment),
            ("Commentaires", Column::Comment),
            ("Proposed change", Column::Proposed),
            ("Modification proposée", Column::Proposed),
            ("Observations of the secretariat", Column::Answer),
            ("Observations du secrétariat", Column::Answer),
            ("التعليق", Column::Comment),
            ("رقم السطر", Column::Line),
        ] {
            assert_eq!(named(words), Some(column), "{words}");
        }
        assert_eq!(named("Nominal values"), None);
        assert_eq!(named("Fromage"), None);
    }
}
