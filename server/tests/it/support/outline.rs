//! Writings of a text reduced to what they have in common: nested elements, numbers and words.

use serde_json::Value;

/// The outline of HTML.
pub fn of_html(html: &str) -> String {
    let mut reader = Reader::default();
    let mut parts = html.split("<!--");
    let first = parts.next().unwrap().to_owned();
    let html = parts.fold(first, |html, part| html + part.split_once("-->").unwrap_or_default().1);
    for piece in html.split('<').skip(1) {
        let (tag, words) = piece.split_once('>').unwrap_or((piece, ""));
        reader.tag(tag);
        reader.words(&unescaped(words));
    }
    reader.finish()
}

#[derive(Default)]
struct Reader {
    /// What is open: the element, and the kind of block it is.
    open: Vec<(String, Option<&'static str>)>,
    /// Lines of the outline: depth, element, mark, words.
    lines: Vec<(usize, String, String, String)>,
    /// How many open elements hide their words, and how many are marks.
    hidden: usize,
    mark: usize,
    sup: usize,
    pre: bool,
}

impl Reader {
    fn depth(&self) -> usize {
        self.open.iter().filter(|(_, kind)| kind.is_some()).count()
    }

    fn begin(&mut self, line: String) {
        let depth = self.depth();
        self.lines.push((depth, line, String::new(), String::new()));
    }

    fn tag(&mut self, tag: &str) {
        if let Some(name) = tag.strip_prefix('/') {
            self.shut(name);
            return;
        }
        let name: String = tag.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        if name.is_empty() || tag.ends_with('/') {
            return;
        }
        if ["input", "br", "hr", "link", "meta", "use", "wbr"].contains(&name.as_str())
            || tag.starts_with('!')
        {
            return;
        }
        let has = |class: &str| {
            attribute(tag, "class").is_some_and(|classes| classes.split(' ').any(|one| one == class))
        };
        let hides = has("vh")
            || has("n")
            || has("say")
            || has("back")
            || tag.contains("doc-backlink")
            || has("threads")
            || has("quiet")
            || has("label");
        let kind = match name.as_str() {
            _ if hides => None,
            "ul" => Some("bullets".to_owned()),
            "ol" if has("typed") => Some("typed".to_owned()),
            "ol" => Some(format!("numbered from {}", attribute(tag, "start").unwrap_or("1".to_owned()))),
            "li" => Some("item".to_owned()),
            "blockquote" => Some("quote".to_owned()),
            "table" => Some("table".to_owned()),
            "tr" => Some("row".to_owned()),
            "th" if tag.contains("scope=\"col\"") => Some("th".to_owned()),
            "td" => Some("td".to_owned()),
            "dl" => Some("definitions".to_owned()),
            "dt" => Some("term".to_owned()),
            "dd" => Some("meaning".to_owned()),
            "div" if has("note") => {
                Some(format!("note {}", attribute(tag, "id").unwrap_or_default().trim_start_matches("fn-")))
            }
            "pre" => Some("pre".to_owned()),
            "p" | "h2" | "h3" | "h4" | "h5" | "h6" if has("line") => {
                Some(if name == "p" { "p" } else { "heading" }.to_owned())
            }
            _ => None,
        };
        match name.as_str() {
            "span" if self.pre && has("line") => self.part(),
            "pre" => {
                self.pre = true;
                self.begin("pre".to_owned());
            }
            _ if has("more") => self.part(),
            "code" if !self.pre && !self.open.iter().any(|(_, kind)| *kind == Some("leaf")) => {}
            _ => {}
        }
        let note = name == "div" && has("note");
        let leaf = matches!(name.as_str(), "p" | "h2" | "h3" | "h4" | "h5" | "h6" | "th" | "td" | "pre");
        let place = kind.as_ref().map(|_| {
            if leaf {
                "leaf"
            } else if note {
                "note"
            } else {
                "block"
            }
        });
        if let Some(kind) = kind.filter(|_| name != "pre" && !has("more")) {
            self.begin(kind);
        }
        let of_note = self.open.last().is_some_and(|(_, kind)| *kind == Some("leaf"))
            && self.open.iter().rev().nth(1).is_some_and(|(_, kind)| *kind == Some("note"));
        let of_note = of_note || self.open.last().is_some_and(|(_, kind)| *kind == Some("note"));
        let secret = hides || (has("no") && of_note);
        let role = match () {
            () if secret => "hidden",
            () if has("no") => "mark",
            () if name == "sup" => "sup",
            () => "",
        };
        match role {
            "hidden" => self.hidden += 1,
            "mark" => self.mark += 1,
            "sup" => self.sup += 1,
            _ => {}
        }
        let name = if role.is_empty() { name } else { format!("{name} {role}") };
        self.open.push((name, place));
    }

    /// Goes on with a paragraph, or with the next line of code.
    fn part(&mut self) {
        if let Some((.., words)) = self.lines.last_mut().filter(|(.., words)| !words.is_empty()) {
            words.truncate(words.trim_end_matches(' ').len());
            words.push_str(" / ");
        }
    }

    fn shut(&mut self, name: &str) {
        let Some((opened, _)) = self.open.pop() else { return };
        let (opened, role) = opened.split_once(' ').unwrap_or((&opened, ""));
        assert_eq!(opened, name, "elements are closed in order");
        match role {
            "hidden" => self.hidden -= 1,
            "mark" => self.mark -= 1,
            "sup" => self.sup -= 1,
            _ => {}
        }
        self.pre &= name != "pre";
    }

    fn words(&mut self, words: &str) {
        let inside = self.open.iter().any(|(_, kind)| *kind == Some("leaf")) || self.mark > 0;
        if self.hidden > 0 || !inside || words.is_empty() {
            return;
        }
        let code = self.open.iter().any(|(name, _)| name == "code");
        let Some((_, _, mark, said)) = self.lines.last_mut() else { return };
        if self.mark > 0 {
            mark.push_str(words);
        } else if self.sup > 0 {
            said.push_str(&format!("[{words}]"));
        } else if !self.pre || code {
            said.push_str(words);
        }
    }

    fn finish(self) -> String {
        let lines = self.lines.into_iter().map(|(depth, element, mark, words)| {
            // A clause shown in a page is told apart from its own by white space alone.
            let words = if element == "pre" { words.trim_end().to_owned() } else { words.trim().to_owned() };
            // A page shows the sign by which a number was typed, which the tree leaves to the text.
            let mark = match mark.trim().strip_suffix(['.', ')', ':']) {
                Some(bare) if !mark.starts_with('(') => bare.to_owned(),
                _ => mark,
            };
            let parts = [element, mark, words].into_iter().filter(|part| !part.is_empty());
            format!("{}{}\n", "  ".repeat(depth), parts.collect::<Vec<_>>().join(" "))
        });
        lines.collect()
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
    rest.split('"').next().map(str::to_owned)
}

fn unescaped(words: &str) -> String {
    words
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}

/// The outline of the tree as JSON.
pub fn of_json(blocks: &Value) -> String {
    let mut out = String::new();
    all(blocks, 0, false, None, &mut out);
    out
}

fn put(out: &mut String, depth: usize, line: &str) {
    out.push_str(&format!("{}{}\n", "  ".repeat(depth), line.trim_end()));
}

/// `note` tells that a footnote begins, whose mark is its own; `mark` is that of an item.
fn all(blocks: &Value, depth: usize, note: bool, mark: Option<&str>, out: &mut String) {
    for (index, one) in blocks.as_array().unwrap().iter().enumerate() {
        block(one, depth, note && index == 0, mark.filter(|_| index == 0), out);
    }
}

fn block(block: &Value, depth: usize, note: bool, mark: Option<&str>, out: &mut String) {
    match block["block"].as_str().unwrap() {
        "list" => list(block, depth, out),
        "quote" => {
            put(out, depth, "quote");
            all(&block["blocks"], depth + 1, false, mark, out);
        }
        "table" => {
            put(out, depth, "table");
            for (rows, cell) in [("head", "th"), ("body", "td")] {
                for row in block[rows].as_array().unwrap() {
                    put(out, depth + 1, "row");
                    let cells = row["cells"].as_array().unwrap();
                    cells.iter().for_each(|words| put(out, depth + 2, &format!("{cell} {}", text(words))));
                }
            }
        }
        "definitions" => {
            put(out, depth, "definitions");
            for entry in block["entries"].as_array().unwrap() {
                for term in entry["terms"].as_array().unwrap() {
                    put(out, depth + 1, "term");
                    self::block(term, depth + 2, false, None, out);
                }
                for meaning in entry["meanings"].as_array().unwrap() {
                    put(out, depth + 1, "meaning");
                    all(meaning, depth + 2, false, None, out);
                }
            }
        }
        "footnote" => {
            put(out, depth, &format!("note {}", block["label"].as_str().unwrap()));
            all(&block["blocks"], depth + 1, true, None, out);
        }
        name => leaf(block, name, depth, note, mark, out),
    }
}

fn list(list: &Value, depth: usize, out: &mut String) {
    put(
        out,
        depth,
        &match list["kind"].as_str().unwrap() {
            "numbered" => format!("numbered from {}", list["start"]),
            kind => kind.to_owned(),
        },
    );
    for item in list["items"].as_array().unwrap() {
        let mark = item["number"].as_str().unwrap_or("•");
        let bare = item["blocks"][0]["block"] == "list";
        put(out, depth + 1, &format!("item {}", if bare { mark } else { "" }));
        all(&item["blocks"], depth + 2, false, Some(mark).filter(|_| !bare), out);
    }
}

fn leaf(leaf: &Value, name: &str, depth: usize, note: bool, mark: Option<&str>, out: &mut String) {
    let name = match name {
        "heading" => "heading",
        "code" | "html" | "front_matter" | "link" => "pre",
        _ => "p",
    };
    let number = leaf["number"].as_str().or(mark).filter(|_| !note);
    let words = leaf["lines"].as_array().unwrap().iter().map(|line| text(&line["runs"]));
    let words = words.collect::<Vec<_>>().join(" / ");
    // Whether the number stands among the words, where it was typed, or is the list's, the words show.
    let named =
        |number: &str| words.split_once(' ')?.1.strip_prefix(number).filter(|rest| rest.starts_with('.'));
    let typed = number.and_then(|number| words.strip_prefix(number).or_else(|| named(number)));
    let words = typed.map_or(words.as_str(), |rest| rest.trim_start_matches([' ', '.', ':', ')', '、']));
    put(
        out,
        depth,
        [name, number.unwrap_or_default(), words]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
            .as_str(),
    );
}

fn text(runs: &Value) -> String {
    runs.as_array().unwrap().iter().map(|run| run["text"].as_str().unwrap()).collect()
}
