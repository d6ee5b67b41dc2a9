// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Draws a QR code as a vector picture with its quiet zone; reading one back is left to the tests.

use std::fmt::Write;

use fast_qr::{ECL, QRBuilder};

use crate::DocumentProblem;

/// Modules of white around the code that a reader needs.
///
/// # Source
/// ISO/IEC 18004, 6.3.8.
const QUIET_ZONE_MODULES: usize = 4;

/// The code as an SVG picture of black runs on white, one unit a module.
pub(crate) fn qr_svg(text: &str) -> Result<String, DocumentProblem> {
    let code = QRBuilder::new(text)
        .ecl(ECL::M)
        .build()
        .map_err(|_| DocumentProblem::QrTooLong { byte_count: text.len() })?;
    let side = code.size + 2 * QUIET_ZONE_MODULES;
    let mut svg = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path d=""##
    );
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = code[y][x..].iter().take_while(|module| module.value()).count();
            if run > 0 {
                let (left, top) = (x + QUIET_ZONE_MODULES, y + QUIET_ZONE_MODULES);
                write!(svg, "M{left} {top}h{run}v1h-{run}z").expect("writing to a String cannot fail");
            }
            x += run.max(1);
        }
    }
    svg.push_str(r#""/></svg>"#);
    Ok(svg)
}
