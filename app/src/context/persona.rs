//! The people of a demo.

/// One of the cast of a demo, as whom anyone may sign in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Persona {
    pub name: String,
    /// The address of the account.
    pub email: String,
    /// Who this is and what waits for them, in a phrase.
    pub role: String,
}
