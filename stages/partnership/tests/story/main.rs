// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From a meeting to kept promises, through the web, on every database at hand; each refusal, and who is denied.

mod drafting;
mod ending;
mod ground;
mod meetings;
mod promises;
mod signing;
mod tables;
