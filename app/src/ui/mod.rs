//! Pieces of view that know nothing of the domain.
