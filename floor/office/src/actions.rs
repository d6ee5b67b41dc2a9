// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What can be done here, one file each.

mod close;
mod open;
mod register;

pub use close::CLOSE;
pub use open::OPEN;
pub use register::REGISTER;
