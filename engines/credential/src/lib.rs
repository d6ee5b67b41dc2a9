// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates of competence as signed files: build, sign, verify, and find them inside a PDF.
//! Bytes in, bytes out: no clock, no files, no randomness of its own.
#![doc = include_str!("../README.md")]

pub mod badge;
pub mod cause;
pub mod code;
pub mod did;
pub mod general;
mod json;
pub mod key;
pub mod pdf;
pub mod problem;
pub mod proof;
pub mod quads;
pub mod rdf_suite;
pub mod rdfc;
mod read;
pub mod register;
mod reread;
pub mod sdjwt;
pub mod status;
pub mod stigma;
pub mod suite;
pub mod trust;
pub mod verdict;

pub use badge::{Badge, BadgeKind, BadgeStatus, BadgeUnit};
pub use cause::Cause;
pub use code::{CodeFacts, CodeRead, issue_code, read_code};
pub use key::{IssuerKey, PublicKey};
pub use pdf::{Face, face_of, read_attachment};
pub use problem::{Problem, ProblemKind};
pub use proof::{issue, verify};
pub use stigma::stigma_words_in;
pub use trust::TrustList;
pub use verdict::{Read, Verdict};
