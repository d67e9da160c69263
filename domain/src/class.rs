//! The classes of stakeholders.

use serde::{Deserialize, Serialize};

crate::kind::keyed!(
    /// What kind of organisation a stakeholder is; shown beside everything it says.
    Class {
        /// A government or one of its authorities.
        Government = "government",
        /// An organisation of states.
        InternationalOrganisation = "international-organisation",
        /// A non-governmental organisation.
        CivilSociety = "civil-society",
        /// A company or a trade association.
        Industry = "industry",
        /// A university or research institute.
        Academia = "academia",
        /// A body that makes standards or runs the technology.
        TechnicalCommunity = "technical-community",
    }
);

/// The number of a stakeholder, in the database and in the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StakeholderId(pub i64);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_of_a_class_is_what_is_stored() {
        for class in Class::ALL.iter().copied() {
            assert_eq!(serde_json::to_value(class).unwrap(), class.key());
            assert_eq!(Class::from_key(class.key()), Some(class));
        }
        assert_eq!(Class::from_key("member"), None);
    }
}
