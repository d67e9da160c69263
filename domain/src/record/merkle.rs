//! The Merkle tree of RFC 6962 section 2.1 over the hashes of the events.

use crate::text::Digest;

/// The root over these leaves; over none, the SHA-256 of nothing.
pub fn root(leaves: &[Digest]) -> Digest {
    let leaves: Vec<Digest> = leaves.iter().map(|hash| leaf(&hash.0)).collect();
    over(&leaves)
}

/// The root of a tree of which the hashes of the leaves are given.
pub(super) fn over(leaves: &[Digest]) -> Digest {
    match leaves {
        [] => Digest::of(&[]),
        [only] => *only,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node(over(left), over(right))
        }
    }
}

/// The largest power of two smaller than `length`, which is at least 2.
pub(super) const fn split(length: usize) -> usize {
    1 << (length - 1).ilog2()
}

/// The hash of a leaf.
pub(super) fn leaf(content: &[u8]) -> Digest {
    Digest::of(&[&[0][..], content].concat())
}

/// The hash of a node over its two sides.
pub(super) fn node(left: Digest, right: Digest) -> Digest {
    Digest::of(&[&[1][..], &left.0, &right.0].concat())
}
