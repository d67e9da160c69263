//! A list of people as somebody pastes it: a person a line, with name, address, stakeholder, role and tier, as a spreadsheet gives them.

/// The most lines that are read.
pub const LIMIT: usize = 200;

/// One line of a list, as it was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Which line it is, counted from 1.
    pub line: usize,
    pub name: String,
    pub email: String,
    pub stakeholder: String,
    pub role: String,
    pub tier: String,
}

/// Reads a list: its cells stand between tabs, semicolons or commas, whichever its first line has; a cell in quotation marks may have any
/// of them. A first line without an address is the heads of the columns. A cell alone may be `name <address>`, as mail programs copy it.
/// Empty lines are left out, and what comes after [`LIMIT`] people.
pub fn read(list: &str) -> Vec<Entry> {
    let list = list.trim_start_matches('\u{feff}');
    let mut lines = list.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).peekable();
    let Some((_, first)) = lines.peek().copied() else { return Vec::new() };
    let between = |line: &str| ['\t', ';', ',', '،'].into_iter().find(|mark| line.contains(*mark));
    let has_heads = !first.contains('@') && between(first).is_some();
    let people = lines.skip(usize::from(has_heads));
    people
        .take(LIMIT)
        .map(|(index, line)| entry(index + 1, &cells(line, between(line).unwrap_or(','))))
        .collect()
}

fn entry(line: usize, cells: &[String]) -> Entry {
    let cell = |index: usize| cells.get(index).cloned().unwrap_or_default();
    let (mut name, mut email) = (cell(0), cell(1));
    if let Some((before, address)) = name.split_once('<').filter(|_| email.is_empty()) {
        let address = address.trim_end().trim_end_matches('>').to_owned();
        (name, email) = (before.trim().trim_matches('"').to_owned(), address);
    } else if email.is_empty() && name.contains('@') {
        email = std::mem::take(&mut name);
    }
    let email = email.trim().to_lowercase();
    Entry { line, name, email, stakeholder: cell(2), role: cell(3), tier: cell(4) }
}

/// The cells of a line, without the space around them. Two quotation marks within a quoted cell are one.
fn cells(line: &str, between: char) -> Vec<String> {
    let (mut cells, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut letters = line.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.extend(letters.next()),
            '"' if quoted || cell.trim().is_empty() => quoted = !quoted,
            letter if letter == between && !quoted => cells.push(std::mem::take(&mut cell).trim().to_owned()),
            letter => cell.push(letter),
        }
    }
    cells.push(cell.trim().to_owned());
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(line: usize, cells: [&str; 5]) -> Entry {
        let [name, email, stakeholder, role, tier] = cells.map(str::to_owned);
        Entry { line, name, email, stakeholder, role, tier }
    }

    #[test]
    fn a_table_is_read_with_its_heads_and_quoted_cells() {
        let list = "\u{feff}Name;Mail;For;Role;Tier\r\n\r\n\"Berg; \"\"Nora\"\"\";Nora@Example.org;aravel;delegate;lead\r\nOlga;olga@example.org\r\n";
        let nora = row(3, ["Berg; \"Nora\"", "nora@example.org", "aravel", "delegate", "lead"]);
        assert_eq!(read(list), [nora, row(4, ["Olga", "olga@example.org", "", "", ""])]);
    }

    #[test]
    fn addresses_alone_are_read_as_mail_programs_copy_them() {
        let list = "Nora Berg <nora@example.org>\nolga@example.org\n\"Ben\" <ben@example.org>";
        let people = read(list);
        let emails: Vec<_> = people.iter().map(|one| (one.name.as_str(), one.email.as_str())).collect();
        let expected =
            [("Nora Berg", "nora@example.org"), ("", "olga@example.org"), ("Ben", "ben@example.org")];
        assert_eq!(emails, expected);
    }

    #[test]
    fn nothing_is_nobody_and_a_line_that_is_nonsense_stays_one() {
        assert!(read(" \n\n").is_empty());
        assert_eq!(read("who, ever\nxyz")[..], [row(2, ["xyz", "", "", "", ""])]);
        assert_eq!(read("Olga").len(), 1);
        assert_eq!(read(&"a@b\n".repeat(LIMIT + 5)).len(), LIMIT);
    }
}
