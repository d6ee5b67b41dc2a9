// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Files named on the command line, read from the disk.

use anyhow::Context;

use crate::command::Files;

/// The disk.
pub struct Disk;

impl Files for Disk {
    fn read(&self, name: &str) -> anyhow::Result<Vec<u8>> {
        std::fs::read(name).with_context(|| format!("berkas {name} tidak dapat dibaca / cannot read {name}"))
    }
}
