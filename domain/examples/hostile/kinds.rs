//! Texts that are made to take long.

/// A text of one piece many times over.
pub struct Kind {
    pub name: &'static str,
    first: &'static str,
    piece: &'static str,
    last: &'static str,
}

impl Kind {
    /// The text, of about so many bytes. What comes last comes as often as the piece when it closes it.
    pub fn text(&self, size: usize) -> String {
        let Self { first, piece, last, .. } = self;
        let times = (size / (piece.len() + if self.closes() { last.len() } else { 0 })).max(1);
        let last = if self.closes() { last.repeat(times) } else { (*last).to_owned() };
        // A long word in what comes first grows with the text.
        let first = first.replace("{long}", &"x".repeat(size / 2));
        format!("{first}{}{last}", piece.repeat(times))
    }

    fn closes(&self) -> bool {
        matches!(self.last, ")" | "]" | "*" | "**")
    }
}

const fn kind(name: &'static str, first: &'static str, piece: &'static str, last: &'static str) -> Kind {
    Kind { name, first, piece, last }
}

pub const KINDS: &[Kind] = &[
    kind("prose", "", "Say who answers for it. ", ""),
    // Structure.
    kind("lists in lists", "", "- ", "a"),
    kind("numbers in numbers", "", "1. ", "a"),
    kind("quotes in quotes", "", "> ", "a"),
    kind("quotes without spaces", "", ">", "a"),
    kind("quoted lists", "", "> - ", "a"),
    kind("tasks", "", "- [ ] ", "a"),
    kind("notes in notes", "", "[^a]: ", "b"),
    kind("note definitions", "", "[^a]: b\n\n", ""),
    kind("link definitions", "", "[a]: b\n", ""),
    kind("terms", "", "a\n: b\n\n", ""),
    kind("cells", "|a|\n|-|\n", "|", ""),
    kind("a wide table", "", "|a", "|\n"),
    kind("rows", "|a|b|\n|-|-|\n", "|*a*|b|\n", ""),
    kind("headings", "", "# a\n", ""),
    kind("deep headings", "", "###### a\n\n# b\n\n", ""),
    kind("items", "", "- a\n", ""),
    kind("lines of a quote", "", "> a\n", ""),
    kind("lazy lines", "> ", "a\n", ""),
    kind("lazy lines of many quotes", "> > > > > > > > > > > > > > > > > > > > > > ", "a\n", ""),
    kind("empty lines in lists", "- - - - - - - - - - - - - - - - - - - - - - a", "\n", "b"),
    kind("paragraphs", "", "a\n\n", ""),
    kind("fences", "", "```\n", ""),
    kind("breaks", "", "***\n", ""),
    kind("underlined", "", "a\n=\n", ""),
    kind("dashes", "", "-", ""),
    kind("rules that are none", "", "- - - -\n- -a", ""),
    kind("typed bullets", "", "• a\n", ""),
    kind("typed numbers", "", "a) a\n", ""),
    kind("typed marks of all kinds", "", "• a\n– b\n(a) c\n1) d\n", ""),
    kind("wrapped marks", "", "A line that is long enough to be a wrapped one\n- 1\n", ""),
    // Looks.
    kind("emphases", "", "*a* ", ""),
    kind("strongs", "", "**a** ", ""),
    kind("opened emphases", "", "*a ", ""),
    kind("closed emphases", "", "a* ", ""),
    kind("emphases in emphases", "", "*a ", "*"),
    kind("strongs in strongs", "", "**a ", "**"),
    kind("stars", "", "*", "a"),
    kind("stars by turns", "", "*a**b", ""),
    kind("lows", "", "_a_ ", ""),
    kind("opened lows", "", "_a ", ""),
    kind("words with lows", "", "a_", ""),
    kind("strikes", "", "~~a~~ ", ""),
    kind("opened strikes", "", "~~a ", ""),
    kind("tildes", "", "~a~ ", ""),
    kind("ticks of rising length", "", "`` ` ", ""),
    kind("ticks", "", "`", "a"),
    kind("codes", "", "`a` ", ""),
    kind("hard breaks", "", "a\\\n", ""),
    kind("hard breaks in emphasis", "*b", "**a**\\\n", "b*"),
    // Links.
    kind("brackets", "", "[", "a"),
    kind("bracket pairs", "", "[a] ", ""),
    kind("closed brackets", "a", "]", ""),
    kind("nested brackets", "", "[", "]"),
    kind("nested links", "", "[a](", ""),
    kind("pictures", "", "![", "a"),
    kind("pictures of links", "", "![[", "a"),
    kind("links", "", "[a](b) ", ""),
    kind("a long address with many pieces", "[x]: {long}\n\n[", "*a* ", "b][x]"),
    kind("references", "[x]: https://example.org/\n\n", "[x] ", ""),
    kind("long references", "[x]: {long}\n\n", "[x] ", ""),
    kind("unknown references", "", "[a][b] ", ""),
    kind("notes", "", "[^a] ", ""),
    kind("opened angles", "", "<", "a"),
    kind("opened tags", "", "<a ", ""),
    kind("tags without an end", "", "<a", ""),
    kind("opened comments", "", "a <!-- ", ""),
    kind("opened instructions", "", "a <? ", ""),
    kind("opened characters", "", "a <![CDATA[ ", ""),
    kind("opened declarations", "", "a <!A ", ""),
    kind("entities", "", "&amp; ", ""),
    kind("opened entities", "", "&a", ""),
    kind("escapes", "", "\\*", ""),
    // Sentences and words.
    kind("empty lines", "a", "\n", "b"),
    kind("spaces", "a", " ", "b"),
    kind("tabs", "a", "\t", "b"),
    kind("carriage returns", "a", "\r", "b"),
    kind("line separators", "", "a\u{2028}", ""),
    kind("one word", "", "a", ""),
    kind("stops", "", ". ", ""),
    kind("stops and capitals", "", "A. ", ""),
    kind("initials", "", "A.", ""),
    kind("numbers", "", "1.1", ""),
    kind("abbreviations", "", "art. ", ""),
    kind("closed quotes", "“", "a. ” ", ""),
    kind("angled quotes", "«", "a. » ", ""),
    kind("straight quotes", "", "a. \" ", ""),
    kind("opened notes", "", "a. [", ""),
    kind("raised marks", "", "a.&lt;sup>", ""),
    kind("parentheses", "", "(", ""),
    kind("closed parentheses", "", "(", ")"),
    kind("parentheses and others", "", "(", "]"),
    kind("a URL", "https://", "a.", ""),
    kind("marks", "a", "\u{301}", ""),
    kind("Arabic", "", "قل من يجيب. ", ""),
    kind("Chinese", "", "谁负责。", ""),
    kind("wide stops", "", "一．", ""),
];
