//! That no verb forgets to ask, in its transaction, who acts and what time it is.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// What begins a transaction without anybody acting, and why that is right.
const BY_NOBODY: [(&str, &str); 27] = [
    (
        "accept_invitation",
        "lets somebody in by the link they were sent, and asks where somebody is signed in",
    ),
    ("already", "asks for what a form posted before, for the verb that was refused"),
    ("answered_by", "says whose kept words are, of somebody who has just signed in"),
    ("begin", "keeps the first signing key; and takes a draft along with its turn"),
    ("begin_to_run", "gives a draft with its turn, to a verb that asks"),
    ("begin_with", "gives a row with its turn, to a verb that asks"),
    ("connect", "asks, and is of one account alone"),
    ("cosign", "signs, which the server does"),
    ("confirm", "lets somebody in who shows that an address is theirs"),
    ("disconnect", "asks, and is of one account alone"),
    ("issue", "makes a link for somebody who is not signed in"),
    ("issue_to_nobody", "takes as long as a link does"),
    ("join_by", "lets somebody in for whom a provider vouches"),
    ("keep", "keeps a checkpoint; and what somebody typed who is not signed in"),
    ("make_key", "makes what links in mails are signed with"),
    ("mark_used", "keeps a checkpoint"),
    ("prefer", "keeps how somebody reads, which nobody else sees"),
    ("put", "tells of what the record says already, which the server does"),
    ("read_on", "keeps the words of what the record says already, which the server does"),
    ("redeem", "signs in"),
    ("register", "asks, where somebody acts; the first account is made by the command line"),
    ("reseal", "is the command line"),
    ("seal", "encrypts the signing key, which the server does"),
    ("send_again", "makes another link for somebody who is not signed in"),
    ("set", "asks, and keeps how a role signs in"),
    ("succeed", "is the command line"),
    ("waits_for", "says for whom kept words wait, which shows nothing to anybody else"),
];

const BEGINS: [&str; 5] = [".begin()", "Entity::begin(", "begin_to_run(", "begin_with(", ".turn()"];

struct Function {
    name: String,
    body: String,
    /// Whether it is a method of a reader.
    acts: bool,
}

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        match path.is_dir() {
            true => files(&path, found),
            false if path.extension().is_some_and(|ending| ending == "rs") => found.push(path),
            false => {}
        }
    }
}

/// The asynchronous functions of the crate as they are written: rustfmt sets the end of each as deep as its beginning.
fn functions() -> Vec<Function> {
    let mut found = Vec::new();
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    let mut functions = Vec::new();
    for file in found {
        let written = fs::read_to_string(file).unwrap();
        let lines: Vec<&str> = written.lines().collect();
        let mut block = "";
        for (index, line) in lines.iter().enumerate() {
            if !line.starts_with(' ') && line.ends_with('{') {
                block = line;
            }
            let Some((before, after)) = line.split_once("async fn ") else { continue };
            if before.trim_start().starts_with("//") {
                continue;
            }
            let depth = line.len() - line.trim_start().len();
            let end = format!("{}}}", " ".repeat(depth));
            let name = after.split(['(', '<']).next().unwrap().to_owned();
            let body: Vec<&str> = lines[index..].iter().copied().take_while(|line| *line != end).collect();
            functions.push(Function {
                name,
                body: body.join("\n"),
                acts: depth > 0 && block == "impl Reader {",
            });
        }
    }
    functions
}

fn begins(body: &str) -> Option<usize> {
    BEGINS.iter().filter_map(|begin| body.find(begin)).min()
}

#[test]
fn every_verb_asks_who_acts_and_when_before_it_does_anything() {
    let functions = functions();
    let verbs: Vec<_> =
        functions.iter().filter(|function| function.acts && begins(&function.body).is_some()).collect();
    assert!(verbs.len() >= 20, "the verbs are not found: {}", verbs.len());
    for Function { name, body, .. } in verbs {
        let (_, then) = body[begins(body).unwrap()..].split_once(';').unwrap();
        let asks = then.trim_start().starts_with("let now = tx.confirm(self, now).await?;");
        assert!(asks, "{name} begins a transaction, and does not ask at once who acts and when:\n{body}");
    }
}

#[test]
fn nothing_else_begins_a_transaction_but_what_nobody_acts_in() {
    let functions = functions();
    let others: BTreeSet<_> = functions
        .iter()
        .filter(|function| !function.acts && begins(&function.body).is_some())
        .map(|function| function.name.as_str())
        .collect();
    let known: BTreeSet<_> = BY_NOBODY.iter().map(|(name, _)| *name).collect();
    assert_eq!(others, known);
}
