// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Money and lines of a plan as people type them, one record a line. Every fault is named with its line.

use std::collections::HashMap;

use chrono::Datelike;
use desk::{Desk, Form, Halt, Reading, Say};
use kernel::day;
use kernel::id::{OrganisationId, ProgrammeId};
use kernel::rupiah::Rupiah;

use super::{Contents, CostUnit, Money, Source, YearLine};

/// So that no sum ever leaves what the database holds.
const MOST_RUPIAH: i64 = 100_000_000_000;
const MOST_LINES: usize = 100;
const MOST_BATCHES: i64 = 50;
const MOST_SEATS: i64 = 500;

/// What the words in the lines may mean.
struct Codes<'d> {
    desk: &'d Desk,
    programmes: HashMap<String, ProgrammeId>,
}

/// Reads `ceilings` and `lines` of a form.
///
/// # Errors
/// Every fault of every line.
pub(crate) async fn read_contents(desk: &Desk, form: &Form, host: OrganisationId) -> Result<Contents, Halt> {
    let mut reading = form.read();
    let (ceilings, lines) = (reading.lines("ceilings"), reading.lines("lines"));
    for (field, records) in [("ceilings", &ceilings), ("lines", &lines)] {
        if records.is_empty() {
            reading.problem(field, "problem-empty");
        } else if records.len() > MOST_LINES {
            reading.problem(field, Say::new("problem-year-too-many").with("most", MOST_LINES));
        }
    }
    let mut programmes = HashMap::new();
    let on = desk.house.db.read();
    for agreement in partnership::facts::agreements_of_host(on, host).await? {
        for programme in programme::facts::programmes_under(on, agreement.id).await? {
            programmes.insert(programme.code.to_uppercase(), programme.id);
        }
    }
    let codes = Codes { desk, programmes };
    let mut contents = Contents::default();
    for (line, parts) in (1_usize..).zip(&ceilings) {
        let known = |source: Source| contents.money.iter().any(|money| money.source == source);
        match codes.money(parts, known) {
            Ok(money) => contents.money.push(money),
            Err(faults) => codes.problems(&mut reading, "ceilings", line, faults),
        }
    }
    for (number, parts) in (1_usize..).zip(&lines) {
        match codes.line(parts, &contents) {
            Ok(line) => contents.lines.push(line),
            Err(faults) => codes.problems(&mut reading, "lines", number, faults),
        }
    }
    reading.done()?;
    Ok(contents)
}

impl Codes<'_> {
    fn problems(&self, reading: &mut Reading<'_>, field: &str, line: usize, faults: Vec<Say>) {
        for fault in faults {
            let what = self.desk.teller().tell(&fault);
            reading.problem(field, Say::new("problem-line").with("line", line).with("what", what));
        }
    }

    fn money(&self, parts: &[String], known: impl Fn(Source) -> bool) -> Result<Money, Vec<Say>> {
        let [source, ceiling] = parts else { return Err(vec![Say::new("problem-year-money")]) };
        let mut faults = Vec::new();
        let source = kept(self.source(source), &mut faults);
        let ceiling = kept(amount(ceiling), &mut faults);
        if let Some(twice) = source.filter(|source| known(*source)) {
            faults.push(Say::new("problem-year-twice").with("text", self.source_name(twice)));
        }
        match (source, ceiling) {
            (Some(source), Some(ceiling)) if faults.is_empty() => Ok(Money { source, ceiling }),
            _ => Err(faults),
        }
    }

    fn line(&self, parts: &[String], known: &Contents) -> Result<YearLine, Vec<Say>> {
        let [code, programme, months, batches, seats, cost, unit, source] = parts else {
            return Err(vec![Say::new("problem-year-line")]);
        };
        let mut faults = Vec::new();
        let code = code.to_uppercase();
        if code.is_empty() || code.chars().count() > 20 {
            faults.push(Say::new("problem-year-code").with("text", &code));
        } else if known.lines.iter().any(|line| line.code == code) {
            faults.push(Say::new("problem-year-twice").with("text", &code));
        }
        let unknown = || Say::new("problem-unknown").with("text", programme);
        let found = self.programmes.get(&programme.to_uppercase()).copied().ok_or_else(unknown);
        let programme = kept(found, &mut faults);
        let months = kept(read_months(months), &mut faults);
        let batches = kept(count(batches, MOST_BATCHES), &mut faults);
        let seats = kept(count(seats, MOST_SEATS), &mut faults);
        let cost = kept(amount(cost), &mut faults);
        let unit = kept(self.unit(unit), &mut faults);
        let source = kept(self.source(source), &mut faults);
        if let Some(source) = source.filter(|one| !known.money.iter().any(|money| money.source == *one)) {
            faults.push(Say::new("problem-year-no-ceiling").with("source", self.source_name(source)));
        }
        let (Some(programme), Some(months), Some(batches), Some(seats)) = (programme, months, batches, seats)
        else {
            return Err(faults);
        };
        match (cost, unit, source) {
            (Some(cost), Some(unit), Some(source)) if faults.is_empty() => {
                let id = self.desk.dice.ordered_id(self.desk.now);
                Ok(YearLine { id, code, programme, months, batches, seats, cost, unit, source })
            }
            _ => Err(faults),
        }
    }

    fn source_name(&self, source: Source) -> String {
        self.desk.teller().code("year-source", source.code())
    }

    /// By its code, or by its name in the reader's language.
    fn source(&self, text: &str) -> Result<Source, Say> {
        let named = |source: &Source| {
            source.code().eq_ignore_ascii_case(text)
                || self.source_name(*source).to_lowercase() == text.to_lowercase()
        };
        let all: Vec<String> = Source::ALL.iter().map(|source| self.source_name(*source)).collect();
        let unknown = || Say::new("problem-year-source").with("text", text).with("all", all.join(", "));
        Source::ALL.iter().copied().find(named).ok_or_else(unknown)
    }

    fn unit(&self, text: &str) -> Result<CostUnit, Say> {
        let named = |unit: &CostUnit| {
            let name = self.desk.teller().code("year-unit", unit.code());
            unit.code().eq_ignore_ascii_case(text) || name.to_lowercase() == text.to_lowercase()
        };
        let unknown = || Say::new("problem-year-unit").with("text", text);
        CostUnit::ALL.iter().copied().find(named).ok_or_else(unknown)
    }
}

fn kept<T>(read: Result<T, Say>, faults: &mut Vec<Say>) -> Option<T> {
    read.map_err(|say| faults.push(say)).ok()
}

fn amount(text: &str) -> Result<Rupiah, Say> {
    let amount = Rupiah::parse(text).map_err(|_| Say::new("problem-rupiah").with("text", text))?;
    let fits = (0..=MOST_RUPIAH).contains(&amount.0);
    fits.then_some(amount).ok_or_else(|| Say::new("problem-year-amount").with("most", Rupiah(MOST_RUPIAH)))
}

fn count(text: &str, most: i64) -> Result<i64, Say> {
    let number = text.parse::<i64>().ok().filter(|number| (1..=most).contains(number));
    number.ok_or_else(|| Say::new("problem-year-count").with("text", text).with("most", most))
}

/// `8`, `8-11`, `Agu` or `Agustus–November`, the first and the last month.
fn read_months(text: &str) -> Result<(i64, i64), Say> {
    let unread = || Say::new("problem-year-months").with("text", text);
    let (first, last) = text.split_once(['-', '–']).unwrap_or((text, text));
    let months = month(first.trim()).zip(month(last.trim())).ok_or_else(unread)?;
    if months.0 <= months.1 { Ok(months) } else { Err(unread()) }
}

fn month(text: &str) -> Option<i64> {
    match text.parse::<i64>() {
        Ok(number) => (1..=12).contains(&number).then_some(number),
        // The kernel knows the names of months as parts of days.
        Err(_) => day::parse(&format!("1 {text} 2000")).ok().map(|day| i64::from(day.month())),
    }
}

/// The money as it would be typed.
pub(crate) fn money_text(contents: &Contents) -> String {
    let line = |money: &Money| format!("{} | {}", money.source.code(), money.ceiling);
    contents.money.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// The lines as they would be typed; `code_of` names a programme.
pub(crate) fn lines_text(
    desk: &Desk,
    contents: &Contents,
    code_of: impl Fn(ProgrammeId) -> String,
) -> String {
    let line = |line: &YearLine| {
        format!(
            "{} | {} | {}-{} | {} | {} | {} | {} | {}",
            line.code,
            code_of(line.programme),
            line.months.0,
            line.months.1,
            line.batches,
            line.seats,
            line.cost,
            desk.teller().code("year-unit", line.unit.code()),
            line.source.code()
        )
    };
    contents.lines.iter().map(line).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_by_number_and_by_name() {
        for (text, months) in [
            ("8", Some((8, 8))),
            ("8-11", Some((8, 11))),
            ("Agustus–November", Some((8, 11))),
            ("Agu - Des", Some((8, 12))),
            ("March-May", Some((3, 5))),
            ("11-8", None),
            ("0-3", None),
            ("13", None),
            ("", None),
            ("Agustus 2025", None),
        ] {
            assert_eq!(read_months(text).ok(), months, "{text}");
        }
    }

    #[test]
    fn amounts_are_whole_and_not_negative() {
        assert_eq!(amount("Rp3.125.000").ok(), Some(Rupiah(3_125_000)));
        assert_eq!(amount("0").ok(), Some(Rupiah(0)));
        for text in ["-Rp1", "-1", "Rp100.000.000.001", "satu", ""] {
            assert!(amount(text).is_err(), "{text}");
        }
    }

    #[test]
    fn counts_have_a_least_and_a_most() {
        assert_eq!([count("1", 50).ok(), count("50", 50).ok()], [Some(1), Some(50)]);
        for text in ["0", "51", "-1", "2,5", ""] {
            assert!(count(text, 50).is_err(), "{text}");
        }
    }
}
