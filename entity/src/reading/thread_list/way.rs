//! Reading a list on, or back.

use sea_orm::entity::prelude::*;

/// Which way a list is read from a place in it.
#[derive(Clone, Copy)]
pub(super) enum Way {
    On,
    Back,
}

impl Way {
    /// The order in which rows are asked for.
    pub const fn order(self) -> sea_orm::Order {
        match self {
            Self::On => sea_orm::Order::Asc,
            Self::Back => sea_orm::Order::Desc,
        }
    }

    /// What comes after a value, as one reads.
    pub fn beyond(self, column: impl ColumnTrait, value: impl Into<Value>) -> Expr {
        match self {
            Self::On => column.gt(value),
            Self::Back => column.lt(value),
        }
    }

    /// The value, and what comes after it.
    pub fn from(self, column: impl ColumnTrait, value: impl Into<Value>) -> Expr {
        match self {
            Self::On => column.gte(value),
            Self::Back => column.lte(value),
        }
    }
}
