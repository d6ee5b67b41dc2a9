// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What stands around every page: layout, style, theme and language, pages for when something is not there.

pub(crate) mod assets;
pub(crate) mod flash;
mod layout;
pub(crate) mod near;
pub(crate) mod preference;
mod trouble;

pub(crate) use layout::{Frame, framed};
pub(crate) use near::Near;
pub(crate) use preference::Theme;
pub(crate) use trouble::{Trouble, trouble_page};
