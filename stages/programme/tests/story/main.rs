// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The room in a standing house, on each database, through its forms and pages.

mod batch;
mod ground;
mod inspection;
mod scheme;
mod takeover;
