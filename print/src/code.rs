//! The address as a QR code, drawn in lines.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

/// Light squares around the code, as ISO/IEC 18004 wants.
const QUIET: usize = 4;

/// Draws it as SVG; none for an address that is too long for one, or empty.
pub(crate) fn draw(address: &str) -> Option<String> {
    if address.is_empty() {
        return None;
    }
    let code = QrCode::with_error_correction_level(address, EcLevel::M).ok()?;
    let (width, mut path) = (code.width(), String::new());
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            let (x, y) = (place % width + QUIET, place / width + QUIET);
            // Writing to a string cannot fail.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let side = width + 2 * QUIET;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 {side} {side}\"><path fill=\"#000\" d=\"{path}\"/></svg>"
    ))
}
