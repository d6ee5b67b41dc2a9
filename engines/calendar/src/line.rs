// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Content lines: escaped, folded, ended by carriage return and line feed.

/// The most bytes of a line, without its end.
///
/// # Source
/// RFC 5545, section 3.1.
const LONGEST: usize = 75;

/// The lines so far.
#[derive(Debug, Default)]
pub(crate) struct Lines(String);

impl Lines {
    /// A property whose value is written as it is.
    pub(crate) fn line(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut room = LONGEST;
        for letter in line.chars() {
            // A fold may not part the bytes of one letter.
            if letter.len_utf8() > room {
                self.0.push_str("\r\n ");
                room = LONGEST - 1;
            }
            self.0.push(letter);
            room -= letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// A property whose value is text.
    pub(crate) fn text(&mut self, name: &str, text: &str) {
        self.line(name, &escaped(text));
    }

    pub(crate) fn finish(self) -> String {
        self.0
    }
}

/// Text as a value: `\`, `;` and `,` are marked, line ends written as `\n`, control characters left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.replace("\r\n", "\n").chars() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\n' | '\r' => out.push_str("\\n"),
            letter if letter.is_control() => {}
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        assert_eq!(escaped("a, b; c\\d\r\ne\u{7}f"), "a\\, b\\; c\\\\d\\nef");
    }

    #[test]
    fn a_long_line_is_folded_between_letters() {
        let mut lines = Lines::default();
        lines.text("SUMMARY", &"é".repeat(100));
        let file = lines.finish();
        assert!(file.split("\r\n").all(|line| line.len() <= LONGEST), "{file}");
        assert_eq!(file.replace("\r\n ", ""), format!("SUMMARY:{}\r\n", "é".repeat(100)));
    }
}
