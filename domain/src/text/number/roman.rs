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
    let values: Vec<u32> = word.bytes().map(value).collect();
    let sum: u32 = values.iter().sum();
    let less: u32 = values.windows(2).filter(|pair| pair[0] < pair[1]).map(|pair| 2 * pair[0]).sum();
    let number = sum.checked_sub(less)?;
    (roman_of(number) == word.to_ascii_lowercase()).then_some(number)
}

fn roman_of(mut number: u32) -> String {
    let mut roman = String::new();
    for (value, sign) in
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")]
    {
        while number >= value {
            roman.push_str(sign);
            number -= value;
        }
    }
    roman
}
