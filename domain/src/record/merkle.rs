//! The Merkle tree of RFC 6962 section 2.1 over the hashes of the events.

use crate::text::Digest;

/// The root over these leaves; over none, the SHA-256 of nothing.
pub fn root(leaves: &[Digest]) -> Digest {
    match leaves {
        [] => Digest::of(&[]),
        [only] => leaf(*only),
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            node(root(left), root(right))
        }
    }
}

/// The audit path of one leaf, from its sibling up; none for a leaf that is not there.
pub fn path(leaves: &[Digest], index: usize) -> Option<Vec<Digest>> {
    if index >= leaves.len() {
        return None;
    }
    let (mut part, mut index, mut path) = (leaves, index, Vec::new());
    while part.len() > 1 {
        let (left, right) = part.split_at(split(part.len()));
        if index < left.len() {
            path.push(root(right));
            part = left;
        } else {
            path.push(root(left));
            index -= left.len();
            part = right;
        }
    }
    path.reverse();
    Some(path)
}

/// Whether the path leads from this leaf to this root in a tree of this size (RFC 9162 section 2.1.3.2).
pub fn path_holds(of: Digest, index: usize, size: usize, path: &[Digest], expected: Digest) -> bool {
    if index >= size {
        return false;
    }
    let (mut at, mut last, mut hash) = (index, size - 1, leaf(of));
    for sibling in path {
        if last == 0 {
            return false;
        }
        if at % 2 == 1 || at == last {
            hash = node(*sibling, hash);
            while at % 2 == 0 && at != 0 {
                at /= 2;
                last /= 2;
            }
        } else {
            hash = node(hash, *sibling);
        }
        at /= 2;
        last /= 2;
    }
    last == 0 && hash == expected
}

/// The largest power of two smaller than `length`, which is at least 2.
const fn split(length: usize) -> usize {
    1 << (length - 1).ilog2()
}

fn leaf(hash: Digest) -> Digest {
    Digest::of(&[&[0][..], &hash.0].concat())
}

fn node(left: Digest, right: Digest) -> Digest {
    Digest::of(&[&[1][..], &left.0, &right.0].concat())
}
