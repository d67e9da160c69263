//! The fonts of printed files: Arabic and Chinese, which Typst does not bring along. All are under the SIL Open Font License.

use std::fs;

use anyhow::{Context, Result};

use crate::process::{digest, root, target};

/// Where npm puts each font, and what it is called here.
const FONTS: [(&str, &str); 4] = [
    ("@expo-google-fonts/noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf", "arabic-regular.ttf"),
    ("@expo-google-fonts/noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf", "arabic-bold.ttf"),
    ("@embedpdf/fonts-sc/fonts/NotoSansHans-Regular.otf", "chinese-regular.otf"),
    ("@embedpdf/fonts-sc/fonts/NotoSansHans-Bold.otf", "chinese-bold.otf"),
];

/// Puts the fonts where `print` embeds them from. Files that are there already are left alone, so that nothing is compiled for them again.
pub fn publish() -> Result<()> {
    let folder = target("fonts");
    fs::create_dir_all(&folder)?;
    let mut made = String::new();
    for (from, name) in FONTS {
        let from = root().join("e2e/node_modules").join(from);
        let font = fs::read(&from).with_context(|| format!("Cannot read {}", from.display()))?;
        let file = folder.join(name);
        if fs::read(&file).ok().as_deref() != Some(font.as_slice()) {
            fs::write(&file, &font)?;
        }
        made.push_str(&format!("{}  {name}\n", digest(&font)));
    }
    if fs::read_to_string(folder.join("made")).ok().as_deref() != Some(made.as_str()) {
        fs::write(folder.join("made"), made)?;
    }
    Ok(())
}
