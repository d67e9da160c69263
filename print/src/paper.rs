//! What is printed.

use documents::{Document, Speech};

/// One version of a draft, with what papers show besides the text and its threads.
pub struct Paper<'a> {
    /// The version and its threads.
    pub document: Document<'a>,
    /// The language of labels.
    pub speech: Speech<'a>,
    /// Where the draft is in its life, as a sentence.
    pub stage: String,
    /// Each seat: those with a position that stands, and for a sign-off sheet those without.
    pub seats: Vec<Seat>,
    /// Whose proposed words came into the text, each as a sentence.
    pub credits: Vec<String>,
    /// What stands above the columns of the matrix.
    pub heads: [String; 7],
    /// The response matrix, where it is wanted.
    pub rows: Vec<Row>,
}

/// Which paper is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// The text, with signatories, reservations and statements.
    Text,
    /// The text with its lines numbered and a wide margin, for a meeting.
    Room,
    /// As [`Kind::Room`], with the comments beside the words they are about.
    Beside,
    /// As [`Kind::Room`], with the comments after the text.
    EndNotes,
    /// The response matrix, on sheets that lie.
    Matrix,
    /// A row for each seat, with room to sign.
    SignOff,
}

/// What a stakeholder says of the version.
#[derive(Clone, Debug, Default)]
pub struct Seat {
    /// The name of the stakeholder.
    pub seat: String,
    /// What the position is called; none where none stands.
    pub position: Option<String>,
    /// Who took it and when, as a sentence.
    pub by: String,
    /// The words of a reservation, of an objection and what would lift it, or why it stands aside.
    pub statements: Vec<String>,
}

/// What the matrix says of a thread, each cell in paragraphs: number, from whom, the words it is about, the comment as Markdown, proposed
/// words, answer, and what became of the text.
pub type Row = [Vec<String>; 7];

/// The column whose words are Markdown.
pub(crate) const COMMENT: usize = 3;
