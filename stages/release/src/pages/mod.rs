// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen here: the list of packs and one pack.

mod list;
mod show;
mod twins;

pub use list::LIST;
pub use show::SHOW;
pub use twins::twins;
