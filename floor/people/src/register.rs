// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Register numbers of offices, in one spelling however they were written.

/// Brings a register number into the form `B.I 123/2025`.
///
/// # Shape
/// Book (a letter, a Roman numeral, perhaps a small letter), serial, slash, year of four digits; dots and spaces
/// anywhere. Nothing else is a register number of this form, and nothing is guessed.
///
/// # Source
/// Registers A (detainees) and B (sentenced) as prisons keep them.
pub fn normalise(text: &str) -> Option<String> {
    let bare: String = text.chars().filter(|sign| !sign.is_whitespace() && *sign != '.').collect();
    let (front, year) = bare.split_once('/')?;
    let serial_at = front.find(|sign: char| sign.is_ascii_digit())?;
    let (book, serial) = front.split_at(serial_at);
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if !digits(serial) || serial.len() > 6 || !digits(year) || year.len() != 4 {
        return None;
    }
    let serial = serial.trim_start_matches('0');
    (!serial.is_empty()).then_some(())?;
    Some(format!("{} {serial}/{year}", normal_book(book)?))
}

/// The number in its one form; where it has another shape, as written with single spaces.
pub fn canonical(text: &str) -> String {
    normalise(text).unwrap_or_else(|| text.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase())
}

/// `BIIa` as `B.IIa`.
fn normal_book(book: &str) -> Option<String> {
    let mut letters = book.chars();
    let head = letters.next().filter(char::is_ascii_alphabetic)?.to_ascii_uppercase();
    let rest = letters.as_str();
    let numeral_end =
        rest.find(|sign: char| !matches!(sign.to_ascii_uppercase(), 'I' | 'V' | 'X')).unwrap_or(rest.len());
    let (numeral, part) = rest.split_at(numeral_end);
    let one_letter = part.len() <= 1 && part.chars().all(|sign| sign.is_ascii_alphabetic());
    if numeral.is_empty() || !one_letter {
        return None;
    }
    Some(format!("{head}.{}{}", numeral.to_ascii_uppercase(), part.to_ascii_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_number_meet() {
        for written in ["B.I 123/2025", "BI.123/2025", "B.I. 123 / 2025", "B.I.123/2025", "b.i 0123/2025"] {
            assert_eq!(normalise(written).as_deref(), Some("B.I 123/2025"), "{written}");
        }
        assert_eq!(normalise("A.III 43/2025").as_deref(), Some("A.III 43/2025"));
        assert_eq!(normalise("BIIA.17/2025").as_deref(), Some("B.IIa 17/2025"));
    }

    #[test]
    fn what_is_no_register_number_is_not_made_one() {
        for written in [
            "",
            "Sutrisno",
            "123/2025",
            "B.I 123/25",
            "B.I /2025",
            "B.I 000/2025",
            "XII/2/2025",
            "B.I 12b/2025",
        ] {
            assert_eq!(normalise(written), None, "{written}");
        }
        assert_eq!(canonical(" nis  2025-12 "), "NIS 2025-12");
    }
}
