// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What every paper shares: the finished file, the sheet it is printed on, who speaks at its head and who signs at its foot.

use typst::foundations::{Array, Dict, IntoValue, Value, dict};

/// A finished file, ready to be kept, sent or printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paper {
    /// The bytes of a PDF/A-3a and PDF/UA-1 file.
    pub pdf: Vec<u8>,
    /// Number of pages.
    pub pages: usize,
}

/// The sheet a roll or a letter is laid out for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaperSize {
    /// 210 x 297 mm.
    #[default]
    A4,
    /// 215 x 330 mm, the "folio" of Indonesian offices.
    F4,
}

impl IntoValue for PaperSize {
    fn into_value(self) -> Value {
        match self {
            PaperSize::A4 => "a4",
            PaperSize::F4 => "f4",
        }
        .into_value()
    }
}

/// The head of an official sheet ("kop"): the offices above, the office that speaks, and its address.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Letterhead {
    /// The offices above the one that speaks, highest first; may be empty.
    pub parent_offices: Vec<String>,
    /// The office that speaks, set in bold.
    pub office: String,
    /// Section, address, telephone, in small type; may be empty.
    pub detail_lines: Vec<String>,
}

impl Letterhead {
    pub(crate) fn to_dict(&self) -> Dict {
        dict! {
            "parents" => texts(&self.parent_offices),
            "office" => self.office.as_str(),
            "details" => texts(&self.detail_lines),
        }
    }
}

/// One who signs: the post above the line, the name below it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Signer {
    /// The post, as in `Kepala UPT`.
    pub post: String,
    /// The name with titles; an employee number may follow on a second line.
    pub name: String,
}

impl Signer {
    pub(crate) fn to_dict(&self) -> Dict {
        dict! { "post" => self.post.as_str(), "name" => self.name.as_str() }
    }
}

pub(crate) fn texts(lines: &[String]) -> Array {
    lines.iter().map(|line| line.as_str().into_value()).collect()
}
