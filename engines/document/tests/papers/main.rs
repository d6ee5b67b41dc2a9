// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Holds the finished papers against readers from outside: poppler for text, zbar for the QR code, veraPDF for the standards.

mod archive;
mod certificate;
mod examples;
mod letter;
mod names;
mod readers;
mod refusals;
mod roll;
mod sealed;
