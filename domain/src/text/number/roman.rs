//! Roman numbers.

/// The value of a Roman number that is written as the rules ask.
pub(super) fn roman_value(word: &str) -> Option<u32> {
    let value = |byte: u8| match byte.to_ascii_lowercase() {
        b'i' => 1,
        b'v' => 5,
        b'x' => 10,
        b'l' => 50,
        _ => 100,
    };
    if word.len() > 8 {
        return None;
    }
    let (mut sum, mut less, mut last) = (0, 0, u32::MAX);
    for here in word.bytes().map(value) {
        sum += here;
        less += if last < here { 2 * last } else { 0 };
        last = here;
    }
    let number = u32::checked_sub(sum, less)?;
    is_roman_of(number, word.as_bytes()).then_some(number)
}

/// Whether the letters, small or not, are this number as the rules write it.
fn is_roman_of(mut number: u32, mut word: &[u8]) -> bool {
    for (value, sign) in
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    {
        while number >= value {
            let Some((start, rest)) = word.split_at_checked(sign.len()) else { return false };
            if !start.eq_ignore_ascii_case(sign.as_bytes()) {
                return false;
            }
            (number, word) = (number - value, rest);
        }
    }
    word.is_empty()
}

#[cfg(test)]
mod tests {
    use super::roman_value;

    #[test]
    fn numbers_are_written_as_the_rules_ask() {
        for (word, value) in [("i", 1), ("IV", 4), ("xlii", 42), ("XCIX", 99), ("cxc", 190), ("ccc", 300)] {
            assert_eq!(roman_value(word), Some(value), "{word}");
        }
        for word in ["iiii", "vx", "ic", "iix", "vv", "cccccccci"] {
            assert_eq!(roman_value(word), None, "{word}");
        }
    }
}
