//! What a form sent.

use axum::{
    body::{Body, to_bytes},
    extract::{DefaultBodyLimit, FromRequest, Multipart, Request},
    http::{HeaderMap, header},
};
use domain::{Message, typed};
use serde::{Deserialize, Serialize};

use crate::{
    body::{READ, Taken},
    error::AppError,
};

/// How many fields a form may have: more than any form of ours, one of the threads of a large draft included.
const MOST: usize = 20_000;

/// The fields of a form, in the order sent.
#[derive(Clone, Debug, Default, Hash, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fields {
    texts: Vec<(String, String)>,
    uploads: Vec<(String, Upload)>,
}

/// A file as it was sent; whether it is a text is for the rules to say.
#[derive(Clone, Debug, Hash, PartialEq, Eq, Serialize, Deserialize)]
pub struct Upload {
    pub name: String,
    /// Not known to be text.
    #[serde(with = "as_text")]
    pub bytes: Vec<u8>,
}

/// Files are kept as text, which is what they are for; what is none is kept as none, and asked for again.
mod as_text {
    use serde::{Deserialize, Deserializer, Serializer};

    /// Writes the bytes as text; empty when they are not UTF-8.
    pub fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(std::str::from_utf8(bytes).unwrap_or_default())
    }

    /// Takes the bytes of a text; refuses what is no text.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        String::deserialize(deserializer).map(String::into_bytes)
    }
}

impl Fields {
    /// The text of a field, or nothing at all (`""`) when it was not sent.
    pub fn text(&self, name: &str) -> &str {
        self.get(name).unwrap_or_default()
    }

    /// The text of a field that was sent.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.texts.iter().find(|(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// The texts of a field that can be sent more than once, such as checkboxes of one name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.texts.iter().filter(move |(field, _)| field == name).map(|(_, text)| text.as_str())
    }

    /// The texts that somebody wrote, as far as that can be told: more than one word, and no address of ours.
    pub fn prose(&self) -> impl Iterator<Item = &str> {
        let written =
            self.texts.iter().filter(|(name, _)| !["page", "back", "once"].contains(&name.as_str()));
        written
            .map(|(_, text)| text.trim())
            .filter(|text| text.contains(char::is_whitespace) || text.len() > 40)
    }

    /// The text of a field without the white space around it; refuses a field left empty.
    pub fn required(&self, name: &'static str) -> Result<&str, AppError> {
        match self.text(name).trim() {
            "" => Err(AppError::field(name, Message::new("form-empty"))),
            text => Ok(text),
        }
    }

    /// The text of a field, unless it was left empty.
    pub fn optional(&self, name: &str) -> Option<&str> {
        Some(self.text(name).trim()).filter(|text| !text.is_empty())
    }

    /// The value of a field, numbers in the digits of any keyboard; refuses what does not read as one.
    pub fn parse<T: std::str::FromStr>(&self, name: &'static str) -> Result<T, AppError> {
        typed::read(self.required(name)?).map_err(|_| AppError::field(name, Message::new("form-unreadable")))
    }

    /// A file that was chosen.
    pub fn upload(&self, name: &str) -> Option<&Upload> {
        self.uploads
            .iter()
            .find(|(field, upload)| field == name && !upload.name.is_empty())
            .map(|(_, upload)| upload)
    }

    /// These fields with one more, or another value for one.
    #[must_use]
    pub fn with(mut self, name: &str, text: impl Into<String>) -> Self {
        self.texts.retain(|(field, _)| field != name);
        self.texts.push((name.to_owned(), text.into()));
        self
    }

    /// These fields but for those with one of some names.
    #[must_use]
    pub fn without(mut self, names: &[&str]) -> Self {
        self.texts.retain(|(name, _)| !names.contains(&name.as_str()));
        self
    }

    /// Of these fields only those with one of some names.
    #[must_use]
    pub fn only(mut self, names: &[&str]) -> Self {
        self.texts.retain(|(name, _)| names.contains(&name.as_str()));
        self.uploads.clear();
        self
    }

    /// How many bytes they have.
    pub fn weight(&self) -> usize {
        let texts: usize = self.texts.iter().map(|(name, text)| name.len() + text.len()).sum();
        texts + self.uploads.iter().map(|(_, upload)| upload.bytes.len()).sum::<usize>()
    }

    /// Tells whether a text has the character U+0000, which no text has and no database keeps.
    pub fn has_nul(&self) -> bool {
        self.texts.iter().any(|(name, text)| name.contains('\0') || text.contains('\0'))
    }

    /// These fields without that character.
    fn without_nul(mut self) -> Self {
        for (name, text) in &mut self.texts {
            name.retain(|letter| letter != '\0');
            text.retain(|letter| letter != '\0');
        }
        self
    }

    /// Reads a query string or a posted form.
    pub fn parse_urlencoded(text: &[u8]) -> Self {
        Self {
            texts: form_urlencoded::parse(text).into_owned().take(MOST + 1).collect(),
            uploads: Vec::new(),
        }
    }

    /// Writes the fields as a query string.
    pub fn to_query(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(&self.texts).finish()
    }

    /// Reads a posted form. When it is too large or broken, the fields before that point come with the refusal, and when it has what no text
    /// has, all of them without it.
    pub async fn read(request: Request) -> (Self, Result<(), AppError>) {
        let (mut parts, body) = request.into_parts();
        // The bytes were taken off the line before; without that, as in a test, they are all there.
        let taken = parts.extensions.remove::<Taken>();
        let (bytes, whole) = match &taken {
            Some(taken) => (taken.bytes.clone(), taken.whole.clone()),
            None => (to_bytes(body, READ).await.unwrap_or_default(), Ok(())),
        };
        let (mut fields, read) = if is_multipart(&parts.headers) {
            Self::read_multipart(bytes.len(), Request::from_parts(parts, Body::from(bytes))).await
        } else {
            (Self::parse_urlencoded(&bytes), Ok(()))
        };
        let many =
            if fields.texts.len() > MOST { Err(AppError::refused("form-too-many-fields")) } else { Ok(()) };
        fields.texts.truncate(MOST);
        if fields.has_nul() {
            return (fields.without_nul(), Err(AppError::Unreadable));
        }
        (fields, whole.and(read).and(many))
    }

    async fn read_multipart(size: usize, mut request: Request) -> (Self, Result<(), AppError>) {
        let mut fields = Self::default();
        DefaultBodyLimit::max(READ.max(size)).apply(&mut request);
        let Ok(mut parts) = Multipart::from_request(request, &()).await else {
            return (fields, Err(AppError::refused("form-broken")));
        };
        while fields.texts.len() + fields.uploads.len() <= MOST {
            let part = match parts.next_field().await {
                Ok(Some(part)) => part,
                Ok(None) => return (fields, Ok(())),
                Err(_) => return (fields, Err(AppError::refused("form-broken"))),
            };
            let name = part.name().unwrap_or_default().to_owned();
            let file = part.file_name().map(str::to_owned);
            let Ok(bytes) = part.bytes().await else {
                return (fields, Err(AppError::refused("form-broken")));
            };
            match file {
                Some(file) => fields.uploads.push((name, Upload { name: file, bytes: bytes.to_vec() })),
                None => fields.texts.push((name, String::from_utf8_lossy(&bytes).into_owned())),
            }
        }
        (fields, Err(AppError::refused("form-too-many-fields")))
    }
}

fn is_multipart(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().to_ascii_lowercase().starts_with(b"multipart/form-data"))
}
