// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Rendering a template of a room.

use anyhow::Context;
use desk::Halt;

/// Renders a template; what a page hands to the layout.
///
/// # Errors
/// A value inside the template could not be written.
pub fn html<T: askama::Template>(template: &T) -> Result<String, Halt> {
    template.render().context("a template could not be written").map_err(Halt::Fault)
}
