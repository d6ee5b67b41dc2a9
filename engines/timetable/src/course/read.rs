// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reads a problem from the text of a `.ctt` file: the head first, then its sections.

use super::fault::{Fault, Why};
use super::instance::Instance;
use super::sections::{Section, Sections};

/// The largest numbers taken, so that no text can ask for more memory than a search needs.
pub(super) mod most {
    pub const DAYS: usize = 64;
    /// A day is one mask of 64 bits with two free bits on either side.
    pub const PERIODS_PER_DAY: usize = 60;
    pub const LISTED: usize = 4_000;
    pub const LECTURES: usize = 255;
    pub const PEOPLE: usize = 1_000_000;
}

const HEAD: [&str; 7] = ["Name", "Courses", "Rooms", "Days", "Periods_per_day", "Curricula", "Constraints"];

impl Instance {
    /// Reads the text of a `.ctt` file.
    ///
    /// # Shape
    /// A head of `Key: value` lines (`Name`, `Courses`, `Rooms`, `Days`, `Periods_per_day`, `Curricula`,
    /// `Constraints`), then the sections `COURSES:` (name, teacher, lectures, fewest days, students), `ROOMS:` (name,
    /// capacity), `CURRICULA:` (name, how many courses, the courses), `UNAVAILABILITY_CONSTRAINTS:` (course, day,
    /// period), then `END.`. Blank lines mean nothing.
    ///
    /// # Errors
    /// Every fault found, in the order of the lines; never an empty list.
    ///
    /// # Source
    /// The file format of the International Timetabling Competition 2007, track 3.
    pub fn read(text: &str) -> Result<Self, Vec<Fault>> {
        let mut head = Head::default();
        let mut sections = Sections::default();
        let mut section = None;
        let mut faults = Vec::new();
        let mut last = 1;
        let mut ended = false;
        for (index, line) in text.lines().enumerate() {
            last = index + 1;
            let words: Vec<&str> = line.split_whitespace().collect();
            let Some(&first) = words.first() else { continue };
            if first == "END." {
                ended = true;
                break;
            }
            let taken = match (Section::named(first), section) {
                (Some(next), _) => {
                    if section.is_none() {
                        head.check(last, &mut faults);
                    }
                    section = Some(next);
                    Ok(())
                }
                (None, None) => head.take(&words),
                (None, Some(section)) => sections.take(section, &words, &head),
            };
            faults.extend(taken.err().map(|why| Fault { line: last, why }));
        }
        if !ended {
            faults.push(Fault { line: last, why: Why::NoEnd });
        }
        if section.is_none() {
            head.check(last, &mut faults);
        }
        // A line that could not be taken is missing from its section; saying so again would hide the cause.
        if faults.is_empty() {
            faults.extend(sections.miscounted(&head).map(|why| Fault { line: last, why }));
        }
        if faults.is_empty() { Ok(sections.finish(head)) } else { Err(faults) }
    }
}

/// What the head says.
#[derive(Debug, Default)]
pub(super) struct Head {
    pub name: Option<String>,
    /// In the order of [`HEAD`], the name left out.
    numbers: [Option<usize>; HEAD.len()],
    /// Entries that stand there, right or wrong.
    named: [bool; HEAD.len()],
}

impl Head {
    pub fn number(&self, key: &str) -> usize {
        HEAD.iter().position(|known| *known == key).and_then(|index| self.numbers[index]).unwrap_or(0)
    }

    fn take(&mut self, words: &[&str]) -> Result<(), Why> {
        let key = words[0].trim_end_matches(':');
        let Some(index) = HEAD.iter().position(|known| *known == key) else {
            return Err(Why::Unknown(words[0].to_owned()));
        };
        self.named[index] = true;
        if words.len() != 2 {
            return Err(Why::Words { expected: 2, found: words.len() });
        }
        if index == 0 {
            self.name = Some(words[1].to_owned());
            return Ok(());
        }
        let (most, least) = match key {
            "Days" => (most::DAYS, 1),
            "Periods_per_day" => (most::PERIODS_PER_DAY, 1),
            "Constraints" => (most::PEOPLE, 0),
            _ => (most::LISTED, 0),
        };
        let number = number(words[1], HEAD[index], most)?;
        if number < least {
            return Err(Why::TooSmall { what: HEAD[index], number, least });
        }
        self.numbers[index] = Some(number);
        Ok(())
    }

    fn check(&self, line: usize, faults: &mut Vec<Fault>) {
        // An entry that stands there but is wrong has been told already.
        let missing = (0..HEAD.len()).filter(|index| !self.named[*index]);
        faults.extend(missing.map(|index| Fault { line, why: Why::Missing(HEAD[index]) }));
    }
}

/// A whole number from zero to `most`.
pub(super) fn number(word: &str, what: &'static str, most: usize) -> Result<usize, Why> {
    match word.parse::<usize>() {
        Ok(number) if number <= most => Ok(number),
        Ok(number) => Err(Why::TooLarge { what, number, most }),
        Err(_) => Err(Why::NotANumber(word.to_owned())),
    }
}
