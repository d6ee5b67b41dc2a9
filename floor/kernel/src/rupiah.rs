// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whole rupiah, and counts written with Indonesian thousands.

use crate::Lang;
use crate::wording::pick;

/// An amount of money.
///
/// # Units
/// Whole rupiah; sen are no longer in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rupiah(pub i64);

impl Rupiah {
    /// Reads `Rp1.250.000`, `1250000`, `Rp 1.250.000,00`, `Rp1.250.000,-` or `-Rp500`.
    ///
    /// # Errors
    /// Each variant of [`RupiahProblem`]; a dot that does not part thousands is never guessed at.
    pub fn parse(text: &str) -> Result<Self, RupiahProblem> {
        let text = text.trim();
        if text.is_empty() {
            return Err(RupiahProblem::Empty);
        }
        let (negative, text) = strip_minus(text);
        let text = strip_currency(text);
        let (negative_after, text) = strip_minus(text);
        if negative && negative_after {
            return Err(RupiahProblem::Unknown);
        }
        let (whole, sen) = text.split_once(',').unwrap_or((text, ""));
        match sen {
            "" | "-" | "--" | "0" | "00" => {}
            _ if sen.bytes().all(|b| b.is_ascii_digit()) && sen.len() <= 2 => return Err(RupiahProblem::Sen),
            _ => return Err(RupiahProblem::Grouping),
        }
        let digits = ungroup(whole)?;
        let amount: i64 = digits.parse().map_err(|_| RupiahProblem::TooLarge)?;
        Ok(Self(if negative || negative_after { -amount } else { amount }))
    }

    /// The sum, or nothing if it does not fit.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }
}

impl std::fmt::Display for Rupiah {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        write!(out, "{sign}Rp{}", grouped(self.0.unsigned_abs()))
    }
}

impl std::str::FromStr for Rupiah {
    type Err = RupiahProblem;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// A plain count with dots between thousands: `1.250`.
pub fn thousands(count: i64) -> String {
    let sign = if count < 0 { "-" } else { "" };
    format!("{sign}{}", grouped(count.unsigned_abs()))
}

/// What is wrong with a written amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RupiahProblem {
    Empty,
    /// No amount can be read from the text.
    Unknown,
    /// Dots or commas stand where no thousands end.
    Grouping,
    /// The amount has sen other than 00.
    Sen,
    TooLarge,
}

impl RupiahProblem {
    /// The stable code of the problem.
    pub fn code(self) -> &'static str {
        match self {
            Self::Empty => "rupiah-empty",
            Self::Unknown => "rupiah-unknown",
            Self::Grouping => "rupiah-grouping",
            Self::Sen => "rupiah-sen",
            Self::TooLarge => "rupiah-too-large",
        }
    }

    /// What is wrong and what to write instead.
    pub fn sentence(self, lang: Lang) -> String {
        let (indonesian, english) = match self {
            Self::Empty => (
                "Jumlah uang belum diisi. Tulis misalnya Rp1.250.000.",
                "The amount is empty. Write it like Rp1.250.000.",
            ),
            Self::Unknown => (
                "Jumlah uang tidak terbaca. Tulis misalnya Rp1.250.000.",
                "The amount cannot be read. Write it like Rp1.250.000.",
            ),
            Self::Grouping => (
                "Letak titik atau koma tidak jelas. Tulis titik tiap tiga angka, misalnya Rp1.250.000.",
                "Dots or commas stand in unclear places. Put a dot between thousands, like Rp1.250.000.",
            ),
            Self::Sen => {
                ("Sen tidak dipakai. Bulatkan ke rupiah penuh.", "Sen are not used. Round to whole rupiah.")
            }
            Self::TooLarge => (
                "Jumlah uang terlalu besar. Periksa banyaknya angka.",
                "The amount is too large. Check the number of digits.",
            ),
        };
        pick(lang, indonesian, english).to_owned()
    }
}

impl std::fmt::Display for RupiahProblem {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.sentence(Lang::En))
    }
}

impl std::error::Error for RupiahProblem {}

fn strip_minus(text: &str) -> (bool, &str) {
    match text.strip_prefix(['-', '−']) {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    }
}

fn strip_currency(text: &str) -> &str {
    let rest = match text.get(..3) {
        Some(head) if head.eq_ignore_ascii_case("rp.") || head.eq_ignore_ascii_case("idr") => &text[3..],
        _ => match text.get(..2) {
            Some(head) if head.eq_ignore_ascii_case("rp") => &text[2..],
            _ => text,
        },
    };
    rest.trim_start()
}

/// Takes the dots out of `1.250.000` and refuses `1.25`.
fn ungroup(whole: &str) -> Result<String, RupiahProblem> {
    let groups: Vec<&str> = whole.split('.').collect();
    if groups.iter().any(|group| !group.bytes().all(|b| b.is_ascii_digit())) || groups[0].is_empty() {
        return Err(RupiahProblem::Unknown);
    }
    let grouped_well =
        groups.len() == 1 || (groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3));
    if grouped_well { Ok(groups.concat()) } else { Err(RupiahProblem::Grouping) }
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}
