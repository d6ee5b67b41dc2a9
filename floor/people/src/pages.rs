// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be seen here, one file each. A person's own page, with her whole journey, is put together by the door.

mod duplicates;
mod list;
mod report;
mod twin;

pub use duplicates::DUPLICATES;
pub(crate) use duplicates::side_by_side;
pub use list::LIST;
pub use report::REPORT;
pub(crate) use report::summary;
pub(crate) use twin::PersonList;
