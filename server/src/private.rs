//! Files and folders that only the account of the server can read, whatever its umask is.

use std::{
    fs::{self, DirBuilder, File, OpenOptions, Permissions},
    io,
    os::unix::fs::{DirBuilderExt, OpenOptionsExt, PermissionsExt},
    path::Path,
};

const FOLDER: u32 = 0o700;
const FILE: u32 = 0o600;
/// What marks a folder as ours; one that somebody uses for other things as well is left as it is.
const OURS: [&str; 2] = ["comity.sqlite", "checkpoint.key"];

/// Makes a folder that only its owner enters. One that is there already is closed to others when it is empty or ours. Fails when the disk
/// or its rights do not let it.
pub fn folder(path: &Path) -> io::Result<()> {
    if !path.exists() {
        return DirBuilder::new().recursive(true).mode(FOLDER).create(path);
    }
    let is_ours = OURS.iter().any(|name| path.join(name).exists()) || fs::read_dir(path)?.next().is_none();
    if is_ours { close(path, FOLDER) } else { Ok(()) }
}

/// Makes a file that only its owner reads, unless it is there, and closes one that is there to others. Fails when the disk or its rights do
/// not let it.
pub fn file(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().create(true).append(true).mode(FILE).open(path)?;
    close(path, FILE)?;
    Ok(file)
}

/// Closes what is there to others; does nothing where nothing is. Fails when it belongs to somebody else.
pub fn close_if_there(path: &Path) -> io::Result<()> {
    if path.exists() { close(path, FILE) } else { Ok(()) }
}

fn close(path: &Path, mode: u32) -> io::Result<()> {
    let now = fs::metadata(path)?.permissions().mode() & 0o7777;
    if now & 0o077 == 0 { Ok(()) } else { fs::set_permissions(path, Permissions::from_mode(mode)) }
}
