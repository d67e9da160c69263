//! The program as whoever runs the server meets it.

use std::{
    io::{BufRead, BufReader},
    net::TcpListener,
    path::PathBuf,
    process::{Command, Output, Stdio},
};

use sea_orm::ConnectionTrait;
use server::{clock, config::Store, database};

fn comity(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_comity"));
    command.args(arguments).env_remove("DATABASE_URL").env_remove("COMITY_DATA");
    command
}

fn folder() -> PathBuf {
    std::env::temp_dir().join(format!("comity-{}", clock::token()))
}

fn said(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn a_data_folder_that_cannot_be_written_is_named() {
    let file = folder();
    std::fs::write(&file, "not a folder").unwrap();
    let output = comity(&["serve", "--data", file.to_str().unwrap()]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("cannot be written"), "{}", said(&output));
    assert!(said(&output).contains("--data"));
    std::fs::remove_file(file).unwrap();
}

#[test]
fn a_port_in_use_is_named() {
    let taken = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let folder = folder();
    let output =
        comity(&["serve", "--data", folder.to_str().unwrap(), "--listen", &address]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains(&format!("{address} is in use by another program")), "{}", said(&output));
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn a_database_from_a_newer_version_is_left_alone() {
    let folder = folder();
    let store = Store { data: folder.clone(), database_url: None };
    let db = database::open(&store).await.unwrap();
    let newer = "INSERT INTO seaql_migrations (version, applied_at) VALUES ('m29991231_000001_later', 0)";
    db.owner().execute_unprepared(newer).await.unwrap();
    let output = comity(&["serve", "--data", folder.to_str().unwrap()]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("written by a newer Comity"), "{}", said(&output));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_wrong_option_is_a_usage_error() {
    assert_eq!(comity(&["serve", "--port", "80"]).output().unwrap().status.code(), Some(2));
}

#[test]
fn the_first_administrator_is_made_once() {
    let folder = folder();
    let create = [
        "admin",
        "create",
        "--name",
        "Ada Lind",
        "--email",
        "ada@example.org",
        "--data",
        folder.to_str().unwrap(),
    ];
    let first = comity(&create).output().unwrap();
    assert_eq!(first.status.code(), Some(0), "{}", said(&first));
    let again = comity(&create).output().unwrap();
    assert_eq!(again.status.code(), Some(1));
    assert!(said(&again).starts_with("comity: "), "{}", said(&again));
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_server_says_one_line_when_it_is_ready_and_stops_when_asked() {
    let folder = folder();
    let mut serving = comity(&["serve", "--data", folder.to_str().unwrap(), "--listen", "127.0.0.1:0"])
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(serving.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert!(line.starts_with("Comity is at http://127.0.0.1:"), "{line}");
    let stop = Command::new("kill").args(["-TERM", &serving.id().to_string()]).status().unwrap();
    assert!(stop.success());
    assert_eq!(serving.wait().unwrap().code(), Some(0));
    std::fs::remove_dir_all(folder).unwrap();
}

/// Holds a value to a schema as far as that of the difference goes: references, types, choices, and that the keys are those named.
pub fn hold(value: &serde_json::Value, schema: &serde_json::Value, root: &serde_json::Value, place: &str) {
    if let Some(to) = schema["$ref"].as_str() {
        return hold(value, root.pointer(to.trim_start_matches('#')).unwrap(), root, place);
    }
    if let Some(either) = schema["anyOf"].as_array() {
        let one = either.iter().find(|one| (one["type"] == "null") == value.is_null()).unwrap();
        return hold(value, one, root, place);
    }
    if !schema["const"].is_null() {
        return assert_eq!(schema["const"], *value, "{place}");
    }
    if let Some(choices) = schema["enum"].as_array() {
        return assert!(choices.contains(value), "{place}: {value}");
    }
    let kind = match value {
        serde_json::Value::Null => "null",
        serde_json::Value::Bool(_) => "boolean",
        serde_json::Value::Number(number) if number.is_u64() => "integer",
        serde_json::Value::String(_) => "string",
        serde_json::Value::Array(_) => "array",
        serde_json::Value::Object(_) => "object",
        other => panic!("{place}: {other}"),
    };
    let kinds = &schema["type"];
    assert!(
        kinds == kind || kinds.as_array().is_some_and(|all| all.iter().any(|one| one == kind)),
        "{place}: {value}"
    );
    for (index, item) in value.as_array().into_iter().flatten().enumerate() {
        hold(item, &schema["items"], root, &format!("{place}/{index}"));
    }
    if let Some(object) = value.as_object() {
        let required = schema["required"].as_array().unwrap();
        assert!(required.iter().all(|key| object.contains_key(key.as_str().unwrap())), "{place}: {value}");
        for (key, inner) in object {
            match schema["properties"].get(key) {
                Some(known) => hold(inner, known, root, &format!("{place}/{key}")),
                None => assert!(schema["additionalProperties"] == true, "{place}/{key} is not in the schema"),
            }
        }
    }
}

#[test]
fn the_difference_as_json_keeps_to_its_schema() {
    let place = folder();
    std::fs::create_dir(&place).unwrap();
    let (old, new) = (place.join("old.md"), place.join("new.md"));
    let before = "# 1. Fees\n\nA fee is due. See [it](/a).\n\n# 2. Seats\n\nThe \"seat\" is kept by whoever was first to ask for it.\n\n# 3. Rest\n\nThe rest of the matters goes to the assembly in spring.\n";
    let after = "# 1. Rest\n\nThe rest of the matters goes to the assembly in spring.\n\n# 2. Fees\n\nNo fee is due. See [it](/b).\n\n# 3. Seats\n\nThe “seat” is kept by whoever was first to ask for it.\n\n# 4. More\n\nMore.\n";
    std::fs::write(&old, before).unwrap();
    std::fs::write(&new, after).unwrap();
    let output =
        comity(&["diff", old.to_str().unwrap(), new.to_str().unwrap(), "--format", "json"]).output().unwrap();
    let said = std::str::from_utf8(&output.stdout).unwrap().trim();
    let value: serde_json::Value = serde_json::from_str(said).unwrap();
    // A key that stood twice would be left out once.
    assert_eq!(value.to_string().len(), said.len());
    let schema = serde_json::from_str(include_str!("../../src/command/diff.schema.json")).unwrap();
    hold(&value, &schema, &schema, "");
    let looks = value["hunks"].as_array().unwrap().iter().flat_map(|hunk| hunk["rows"].as_array().unwrap());
    assert!(looks.into_iter().any(|row| row["looks"][1]["text"] == "[it](/b)"), "{said}");
    std::fs::remove_dir_all(place).unwrap();
}

/// The rights of what is in a folder, and of the folder itself.
fn rights(folder: &std::path::Path) -> Vec<(String, u32)> {
    use std::os::unix::fs::PermissionsExt;
    let of = |path: &std::path::Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let files = std::fs::read_dir(folder).unwrap().map(|entry| {
        let entry = entry.unwrap();
        (entry.file_name().to_string_lossy().into_owned(), of(&entry.path()))
    });
    files.chain([(".".to_owned(), of(folder))]).collect()
}

#[test]
fn nobody_else_reads_the_data_even_where_everybody_may_read_everything() {
    let data = folder();
    let shell = format!("umask 0; exec \"$0\" serve --listen 127.0.0.1:0 --data {}", data.display());
    let start = || {
        let mut command = Command::new("sh");
        command.args(["-c", &shell, env!("CARGO_BIN_EXE_comity")]).env_remove("DATABASE_URL");
        let mut server = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut line = String::new();
        BufReader::new(server.stdout.take().unwrap()).read_line(&mut line).unwrap();
        assert!(line.contains("http://"), "{line}");
        server
    };
    for _ in 0..2 {
        let mut server = start();
        let found = rights(&data);
        assert!(found.iter().any(|(name, _)| name == "comity.sqlite-wal"), "{found:?}");
        assert!(found.iter().all(|(_, mode)| mode & 0o077 == 0), "{found:?}");
        server.kill().unwrap();
        server.wait().unwrap();
        // What was left open by somebody is closed again.
        use std::os::unix::fs::PermissionsExt;
        for name in ["comity.sqlite", "."] {
            std::fs::set_permissions(data.join(name), std::fs::Permissions::from_mode(0o777)).unwrap();
        }
    }
    std::fs::remove_dir_all(data).unwrap();
}
