// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The QR code of an authenticator's key, as a picture inside the page: no file of it is ever made.

use std::fmt::Write;

use anyhow::anyhow;
use desk::Halt;
use fast_qr::{ECL, QRBuilder};

/// Modules of white around the code that a reader needs.
///
/// # Source
/// ISO/IEC 18004, 6.3.8.
const QUIET_ZONE_MODULES: usize = 4;
/// Wide enough for a telephone held over an old screen, narrow enough for a page of 360 pixels.
const SIDE_PIXELS: usize = 240;

/// Black runs on white, one unit a module, white in the dark theme too.
pub(crate) fn picture(text: &str, label: &str) -> Result<String, Halt> {
    let code = QRBuilder::new(text).ecl(ECL::M).build();
    let code = code.map_err(|_| anyhow!("an authenticator's address does not fit into a QR code"))?;
    let side = code.size + 2 * QUIET_ZONE_MODULES;
    let mut path = String::new();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = code[y][x..].iter().take_while(|module| module.value()).count();
            if run > 0 {
                let (left, top) = (x + QUIET_ZONE_MODULES, y + QUIET_ZONE_MODULES);
                let _ = write!(path, "M{left} {top}h{run}v1h-{run}z");
            }
            x += run.max(1);
        }
    }
    Ok(format!(
        r##"<svg role="img" aria-label="{label}" width="{SIDE_PIXELS}" height="{SIDE_PIXELS}" viewBox="0 0 {side} {side}"><path fill="#fff" d="M0 0h{side}v{side}h-{side}z"/><path fill="#000" d="{path}"/></svg>"##
    ))
}
