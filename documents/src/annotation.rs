//! Threads as W3C Web Annotations (JSON-LD): what is said, and on which words of which version.

use serde_json::{Value, json};

use crate::{Comment, Document, Thread};

/// Writes every thread of a document as a collection of annotations; each names its words by a quote, by characters and by a fragment.
pub fn write(document: &Document<'_>) -> Vec<u8> {
    let items: Vec<Value> =
        document.threads.iter().flat_map(|thread| annotations(document, thread)).collect();
    let total = items.len();
    let collection = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{}#annotations", document.address),
        "type": "AnnotationCollection",
        "label": document.title,
        "total": total,
        "first": { "type": "AnnotationPage", "startIndex": 0, "items": items },
    });
    let mut written = serde_json::to_vec_pretty(&collection).unwrap_or_default();
    written.push(b'\n');
    written
}

fn annotations(document: &Document<'_>, thread: &Thread) -> Vec<Value> {
    let root = id(document, thread, 1);
    let answer = thread.answer.as_ref().map(|answer| {
        json!({
            "id": format!("{}/threads/{}#answer", document.site(), thread.number),
            "type": "Annotation",
            "motivation": "assessing",
            "created": answer.given.to_rfc3339(),
            "creator": { "type": "Organization", "name": document.forum },
            "body": body(&format!("{}. {}", answer.disposition, answer.reason), "commenting"),
            "target": root,
        })
    });
    let comments = thread.comments.iter().map(|comment| {
        let target = if comment.number == 1 { target(document, thread) } else { json!(root) };
        let motivation = match (comment.number, &comment.proposed) {
            (_, Some(_)) => "editing",
            (1, None) => "commenting",
            (_, None) => "replying",
        };
        json!({
            "id": id(document, thread, comment.number),
            "type": "Annotation",
            "motivation": motivation,
            "created": comment.posted.to_rfc3339(),
            "creator": { "name": comment.author },
            "body": bodies(comment),
            "target": target,
        })
    });
    comments.chain(answer).collect()
}

fn id(document: &Document<'_>, thread: &Thread, comment: u32) -> String {
    format!("{}/threads/{}#comment-{comment}", document.site(), thread.number)
}

fn body(words: &str, purpose: &str) -> Value {
    json!({ "type": "TextualBody", "value": words, "format": "text/markdown", "purpose": purpose })
}

fn bodies(comment: &Comment) -> Value {
    let said = body(&comment.words, "commenting");
    match &comment.proposed {
        Some(words) => json!([said, body(words, "editing")]),
        None => json!([said]),
    }
}

/// The words a thread is on; the whole version for one that is on no words of it.
fn target(document: &Document<'_>, thread: &Thread) -> Value {
    let Some(anchor) = &thread.anchor else { return json!(document.address) };
    let Some(first) = document.text.line(anchor.lines.first()) else { return json!(document.address) };
    let fragment = json!({
        "type": "FragmentSelector",
        "conformsTo": "http://tools.ietf.org/rfc/rfc3236",
        "value": format!("L{}", anchor.lines.first()),
    });
    let (start, end) = position(document, thread).unwrap_or((0, 0));
    let language = &document.language;
    json!({
        "source": document.address,
        "language": language,
        "selector": [
            { "type": "TextQuoteSelector", "exact": anchor.quote, "prefix": anchor.before, "suffix": anchor.after },
            { "type": "TextPositionSelector", "start": start, "end": end },
            fragment,
        ],
        "scope": format!("{}#L{}", document.address, first.number),
    })
}

/// The characters of the words in the lines of the version, one line of the text on each.
fn position(document: &Document<'_>, thread: &Thread) -> Option<(usize, usize)> {
    let anchor = thread.anchor.as_ref()?;
    let before = |line: u32| -> usize {
        let lines = document.text.lines().iter().take_while(|one| one.number < line);
        lines.map(|line| line.text.chars().count() + 1).sum()
    };
    let (first, last) = (document.text.line(anchor.lines.first())?, document.text.line(anchor.lines.last())?);
    match &anchor.chars {
        Some(chars) => {
            let start = before(first.number) + chars.start.saturating_sub(first.chars.start) as usize;
            Some((start, start + (chars.end - chars.start) as usize))
        }
        None => Some((before(first.number), before(last.number) + last.text.chars().count())),
    }
}
