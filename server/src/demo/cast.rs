//! Whom a visitor of the demo may sign in as.

use app::context::Persona;

use super::script::{BadScript, Script};

/// The cast in the order in which it is offered. Refuses a script that does not read.
pub fn cast() -> Result<Vec<Persona>, BadScript> {
    let people = Script::read()?.people.into_iter().filter(|person| person.cast);
    let personas = people.map(|person| Persona {
        name: person.name.to_string(),
        email: person.email,
        role: person.role,
    });
    Ok(personas.collect())
}
