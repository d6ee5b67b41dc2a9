// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The third door over the whole house: what is told has its shape, the document is the router, deeds are done once,
//! and nothing that is sent breaks it.

mod deeds;
mod document;
mod malformed;
mod shape;
