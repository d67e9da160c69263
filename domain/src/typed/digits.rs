//! Numbers, in the digits of whoever typed them.

use std::{borrow::Cow, str::FromStr};

/// Zero in each run of ten digits that people type numbers in: Arabic, Persian and Urdu, Devanagari, Bengali, Thai, full-width.
const ZEROS: [char; 6] = ['\u{660}', '\u{6f0}', '\u{966}', '\u{9e6}', '\u{e50}', '\u{ff10}'];

/// Reads what was typed, digits of any script as those of ASCII (`٣٨` and `３８` are 38). What reads as it stands is never changed, so that a
/// name that holds such digits keeps them. Refuses what the type refuses.
pub fn read<T: FromStr>(typed: &str) -> Result<T, T::Err> {
    typed.parse().or_else(|refusal| match plain_digits(typed) {
        Cow::Borrowed(_) => Err(refusal),
        Cow::Owned(plain) => plain.parse(),
    })
}

/// Typed words with digits as ASCII has them, and without the marks of direction that a right-to-left keyboard leaves beside them;
/// borrowed when there was nothing to change.
pub fn plain_digits(typed: &str) -> Cow<'_, str> {
    if typed.chars().all(|letter| digit(letter).is_none() && !is_direction(letter)) {
        return Cow::Borrowed(typed);
    }
    let plain = typed.chars().filter(|letter| !is_direction(*letter));
    Cow::Owned(plain.map(|letter| digit(letter).unwrap_or(letter)).collect())
}

fn digit(letter: char) -> Option<char> {
    let values = ZEROS.iter().filter_map(|zero| u32::from(letter).checked_sub(u32::from(*zero)));
    values.filter(|value| *value < 10).find_map(|value| char::from_digit(value, 10))
}

fn is_direction(letter: char) -> bool {
    matches!(letter, '\u{200e}' | '\u{200f}' | '\u{61c}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::LineRange;

    #[test]
    fn a_number_is_read_in_the_digits_of_any_keyboard() {
        for typed in ["38", "٣٨", "۳۸", "３８", "३८", "\u{200f}٣٨", "٣٨\u{61c}"] {
            assert_eq!(read(typed), Ok(38_u32), "{typed}");
        }
        for typed in ["", "٣x", "٣٫٨", "½", "三", "-٣"] {
            assert!(read::<u32>(typed).is_err(), "{typed}");
        }
    }

    #[test]
    fn a_run_of_lines_is_read_in_the_digits_of_any_keyboard() {
        let run: LineRange = "L30-L32".parse().unwrap();
        for typed in
            ["٣٠-٣٢", "L٣٠–L٣٢", "۳۰ - ۳۲", "３０-３２", "３０－３２", "30‑32", "30—32", "\u{200f}٣٠-٣٢"]
        {
            assert_eq!(typed.parse(), Ok(run), "{typed}");
        }
        assert!("٣٢-٣٠".parse::<LineRange>().is_err());
    }

    #[test]
    fn what_is_no_number_keeps_its_digits() {
        assert_eq!(read("لجنة ٣"), Ok("لجنة ٣".to_owned()));
    }
}
