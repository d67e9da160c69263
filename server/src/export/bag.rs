//! The archive as a bag (BagIt, RFC 8493), as archives take things in: its files as the payload, under checksums that their programs check.

use chrono::{DateTime, Utc};
use domain::text::Digest;

use super::zip::{self, File};

const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// Packs the files of an archive into a bag. Refuses what is no archive, and what would be larger than a zip can be.
pub fn write(archive: &[u8], reference: &str, now: DateTime<Utc>) -> Result<Vec<u8>, String> {
    let files = zip::unpack(archive)?;
    if files.is_empty() {
        return Err("it is no archive".to_owned());
    }
    let octets: usize = files.iter().map(|(_, content)| content.len()).sum();
    let sums = files.iter().map(|(name, content)| format!("{}  data/{name}\n", Digest::of(content)));
    let about = format!(
        "External-Identifier: {reference}\nBagging-Date: {}\nPayload-Oxum: {octets}.{}\nBag-Software-Agent: Comity\n",
        now.format("%Y-%m-%d"),
        files.len()
    );
    let tags = [
        ("bagit.txt", DECLARATION.to_owned()),
        ("bag-info.txt", about),
        ("manifest-sha256.txt", sums.collect()),
    ];
    let over: String =
        tags.iter().map(|(name, content)| format!("{}  {name}\n", Digest::of(content.as_bytes()))).collect();
    let place = |name: &str| format!("{reference}/{name}");
    let mut bag: Vec<File> =
        tags.into_iter().map(|(name, content)| (place(name), content.into_bytes())).collect();
    bag.push((place("tagmanifest-sha256.txt"), over.into_bytes()));
    bag.extend(files.into_iter().map(|(name, content)| (place(&format!("data/{name}")), content)));
    zip::pack(&bag, now).ok_or_else(|| "it is larger than a zip can be".to_owned())
}

#[cfg(test)]
mod tests {
    use super::{write, zip};

    #[test]
    fn a_bag_has_each_file_under_its_checksum() {
        let now = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap_or_default();
        let files =
            [("texts/1.md".to_owned(), b"# A\n".to_vec()), ("manifest.txt".to_owned(), b"m".to_vec())];
        let archive = zip::pack(&files, now).unwrap_or_default();
        let bag = zip::unpack(&write(&archive, "DN-1", now).unwrap_or_default()).unwrap_or_default();
        let file =
            |name: &str| bag.iter().find(|(known, _)| known == name).map(|(_, content)| content.as_slice());
        assert_eq!(file("DN-1/data/texts/1.md"), Some(b"# A\n".as_slice()));
        let sums = String::from_utf8_lossy(file("DN-1/manifest-sha256.txt").unwrap_or_default()).into_owned();
        assert_eq!(sums.lines().count(), 2);
        assert!(sums.lines().all(|line| line.len() > 66 && line[64..].starts_with("  data/")), "{sums}");
        assert!(write(b"no zip", "DN-1", now).is_err());
    }
}
