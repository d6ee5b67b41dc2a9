// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Turns facts into paper: certificates, attendance rolls and official letters as PDF/A-3a + PDF/UA-1.
//! Nothing here knows a stage, a clock, a file or a network; the same input gives the same bytes.
#![doc = include_str!("../README.md")]

mod certificate;
mod fonts;
mod letter;
mod paper;
mod press;
mod problem;
mod qr;
mod roll;
pub mod seal;

pub use certificate::{CertificatePaper, PaperUnit, render_certificate};
pub use letter::{Block, LabelledText, LetterPaper, ShareBar, render_letter};
pub use paper::{Letterhead, Paper, PaperSize, Signer};
pub use problem::DocumentProblem;
pub use roll::{RollFact, RollPaper, RollRow, render_roll};
