//! Every link is made here.

/// The path of a page, with its query and fragment.
pub type Href = String;

pub fn home() -> Href {
    "/".to_owned()
}

pub fn settings() -> Href {
    "/settings".to_owned()
}
