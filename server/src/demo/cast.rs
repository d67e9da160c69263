//! Whom a visitor of the demo may sign in as.

use super::script::{BadScript, Script};

/// One of the cast, by the address of the account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Persona {
    pub name: String,
    pub email: String,
    /// Who this is and what waits for them, in a phrase.
    pub role: String,
}

/// The cast in the order in which it is offered.
pub fn cast() -> Result<Vec<Persona>, BadScript> {
    let people = Script::read()?.people.into_iter().filter(|person| person.cast);
    let personas = people.map(|person| Persona {
        name: person.name.to_string(),
        email: person.email,
        role: person.role,
    });
    Ok(personas.collect())
}
