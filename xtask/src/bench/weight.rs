//! What a first visit costs the reader's line.

use anyhow::{Context, Result, bail};

use super::{Figure, Ground, figure, http::Connection};

const AS_A_BROWSER: &str = "Accept-Encoding: gzip, deflate, br\r\n";

/// Measures the page, the style sheet, the script and the browser's code, in bytes as they are sent. Refuses what is sent uncompressed.
pub fn measure(ground: &Ground) -> Result<Vec<Figure>> {
    let comity = ground.serve(None)?;
    let mut connection = Connection::open(&comity.url)?;
    let plain = String::from_utf8(connection.get(&ground.page, "")?.body)?;
    let (style, script) = (asset(&plain, ".css")?, asset(&plain, ".js")?);
    let code = asset(&String::from_utf8(connection.get(&script, "")?.body)?, ".wasm")?;
    let mut sent = |path: &str| {
        let answer = connection.get(path, AS_A_BROWSER)?;
        if answer.status != 200 || answer.header("content-encoding").is_none() {
            bail!("{path} comes with status {} and not compressed", answer.status);
        }
        Ok(answer.sent)
    };
    let (page, style) = (sent(&ground.page)?, sent(&style)?);
    let (script, code) = (sent(&script)?, sent(&code)?);
    Ok(vec![
        figure("draft page, bytes as sent", page.to_string(), ""),
        figure("style sheet", style.to_string(), ""),
        figure("page and style", (page + style).to_string(), "at most 60,000"),
        figure("script", script.to_string(), ""),
        figure("wasm", code.to_string(), ""),
        figure("script and wasm", (script + code).to_string(), "at most 120,000"),
    ])
}

/// The first asset with an ending that a text names.
fn asset(text: &str, ending: &str) -> Result<String> {
    let names = text.split(['"', '\'']).filter(|name| name.ends_with(ending));
    let name = names.map(|name| name.rsplit('/').next().unwrap_or(name)).next();
    name.map(|name| format!("/assets/{name}")).with_context(|| format!("No asset like {ending} is named"))
}
