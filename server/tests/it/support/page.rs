use axum::http::HeaderMap;

/// What a browser was answered.
pub struct Page {
    pub status: u16,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
}

impl Page {
    pub fn html(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// What a reader sees of the page itself: its words, a line for each block, without the bar and the foot.
    pub fn main_text(&self) -> String {
        let html = self.html();
        let main =
            html.split_once("<main").and_then(|(_, rest)| rest.split_once('>')).map_or("", |(_, rest)| rest);
        read(main.split("</main>").next().unwrap())
    }

    /// What is in a field of a form on the page.
    pub fn field(&self, name: &str) -> Option<String> {
        let html = self.html();
        let tag = html.split('<').find(|tag| tag.contains(&format!(" name=\"{name}\"")))?;
        if tag.starts_with("textarea") {
            return tag.split_once('>').map(|(_, text)| unescaped(text.trim_start_matches('\n')));
        }
        if tag.starts_with("select") {
            let list = &html[html.find(tag)?..];
            let chosen = list
                .split("</select>")
                .next()?
                .split("<option")
                .find(|option| option.contains(" selected"))?;
            return attribute(chosen, "value");
        }
        attribute(tag, "value")
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, rest) = tag.split_once(&format!("{name}=\""))?;
    rest.split('"').next().map(unescaped)
}

/// Reads HTML as a person does: tags vanish, blocks begin lines.
fn read(html: &str) -> String {
    let mut text = String::new();
    for (place, piece) in html.split('<').enumerate() {
        let (tag, words) =
            if place == 0 { ("", piece) } else { piece.split_once('>').unwrap_or((piece, "")) };
        let name: String =
            tag.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        let inline = [
            "a", "b", "em", "strong", "span", "time", "ins", "del", "abbr", "option", "label", "use", "svg",
            "i", "bdi", "",
        ];
        text.push_str(if inline.contains(&name.as_str()) { "" } else { "\n" });
        if tag.starts_with("option") {
            text.push_str(" | ");
        }
        text.push_str(&unescaped(words));
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&#x27;", "'")
        .replace("&amp;", "&")
}
