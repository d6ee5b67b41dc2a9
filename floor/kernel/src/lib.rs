// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The words every room shares: ids, days, zones, money, names, regions. Pure values; no clock, no database, no page.

pub mod day;
pub mod id;
pub mod jp;
pub mod lang;
pub mod name;
pub mod nik;
pub mod number;
pub mod organisation;
pub mod person;
pub mod region;
pub mod rupiah;
pub mod sensitive;
mod wording;
pub mod zone;

pub use lang::Lang;
