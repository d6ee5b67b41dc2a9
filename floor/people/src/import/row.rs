// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One row of a list as a person, with every finding about it at once. Other rows are not looked at.

use kernel::day::{self, Day, DayProblem};
use kernel::name::{self, PersonName};
use kernel::nik::{Nik, NikProblem};
use kernel::person::{PersonKind, Sex};

use super::candidate::{self, Candidate, Frame, NewSecrets, NikOrWhy, OfficeLook, Register};
use super::columns::{Column, Layout};
use super::finding::{Finding, Severity, What};
use super::sheet::{Cell, Row};

/// A row being read.
struct Reader<'a> {
    layout: &'a Layout,
    row: &'a Row,
    findings: Vec<Finding>,
}

/// Reads one row. The candidate is nothing where it could not even be put together; it must not be used when there
/// is an error among the findings.
pub fn read(layout: &Layout, row: &Row, frame: Frame) -> (Option<Candidate>, Vec<Finding>) {
    let mut reader = Reader { layout, row, findings: Vec::new() };
    let Frame { office, today } = frame;
    let names = reader.names();
    let register = reader.register(office);
    let (birth_place, born_on) = reader.birth();
    let sex = reader.sex();
    let kind = reader.kind(register.as_ref(), office);
    let nik = reader.nik(born_on, sex);
    let education = reader.education();
    let home_district = reader.home();
    let phone = reader.optional(Column::Phone);
    let admitted_on = reader.day(Column::AdmittedOn, true);
    reader.not_after(today, Column::BirthDay, born_on);
    reader.not_after(today, Column::AdmittedOn, admitted_on);
    let secrets = reader.secrets(kind);
    let candidate = names.zip(sex).zip(kind).map(|(((name, aliases), sex), kind)| Candidate {
        name,
        aliases,
        register,
        born_on,
        birth_place,
        sex,
        kind,
        home_district,
        education,
        phone,
        nik,
        admitted_on,
        secrets,
    });
    (candidate, reader.findings)
}

impl Reader<'_> {
    fn find(&mut self, column: Column, severity: Severity, what: What) {
        self.findings.push(Finding::new(self.row.number, Some(column), severity, what));
    }

    fn cell(&self, column: Column) -> &Cell {
        self.layout.cell(self.row, column)
    }

    fn text(&self, column: Column) -> String {
        self.cell(column).text()
    }

    fn optional(&self, column: Column) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty())
    }

    fn names(&mut self) -> Option<(PersonName, Vec<PersonName>)> {
        name::split_alias(&self.text(Column::Name))
            .map_err(|problem| self.find(Column::Name, Severity::Error, What::Name(problem)))
            .ok()
    }

    fn register(&mut self, office: OfficeLook) -> Option<Register> {
        let read = Register::read(&self.text(Column::Register));
        match &read {
            None if office == OfficeLook::Gate => {
                self.find(Column::Register, Severity::Error, What::say("people-register-empty"));
            }
            Some(register)
                if office == OfficeLook::Gate && crate::register::normalise(&register.written).is_none() =>
            {
                let what = What::say("people-register-shape").with("text", &register.number);
                self.find(Column::Register, Severity::Warning, what);
            }
            None | Some(_) => {}
        }
        read
    }

    fn birth(&mut self) -> (Option<String>, Option<Day>) {
        let both = self.text(Column::BirthPlaceAndDay);
        let (place, day) = match both.rsplit_once(',') {
            Some((place, day)) => {
                (Some(place.trim().to_owned()), self.written_day(Column::BirthDay, day.trim(), true))
            }
            None if !both.is_empty() => (None, self.written_day(Column::BirthDay, &both, true)),
            None => (None, self.day(Column::BirthDay, true)),
        };
        let nothing_wrong = !self.findings.iter().any(|finding| finding.column == Some(Column::BirthDay));
        if day.is_none() && nothing_wrong {
            self.find(Column::BirthDay, Severity::Warning, What::say("people-birth-empty"));
        }
        (place.or_else(|| self.optional(Column::BirthPlace)).filter(|place| !place.is_empty()), day)
    }

    /// A day that may be blank. `shown` says whether the report may repeat what was written.
    fn day(&mut self, column: Column, shown: bool) -> Option<Day> {
        match self.cell(column) {
            Cell::Day(Some(day)) => Some(*day),
            Cell::Day(None) => {
                self.find(column, Severity::Error, What::Day { problem: DayProblem::Unknown, written: None });
                None
            }
            Cell::Empty | Cell::Text(_) | Cell::Number(_) => {
                let text = self.text(column);
                self.written_day(column, &text, shown)
            }
        }
    }

    fn written_day(&mut self, column: Column, text: &str, shown: bool) -> Option<Day> {
        if text.is_empty() {
            return None;
        }
        match day::parse(text) {
            Ok(day) => Some(day),
            Err(problem) => {
                let written = shown.then(|| text.to_owned());
                self.find(column, Severity::Error, What::Day { problem, written });
                None
            }
        }
    }

    fn not_after(&mut self, today: Day, column: Column, day: Option<Day>) {
        if day.is_some_and(|day| day > today) {
            self.find(column, Severity::Error, What::say("people-day-future"));
        }
    }

    fn sex(&mut self) -> Option<Sex> {
        let text = self.text(Column::Sex);
        let sex = candidate::sex(&text);
        if sex.is_none() {
            self.find(Column::Sex, Severity::Error, What::say("people-sex-unknown").with("text", text));
        }
        sex
    }

    /// The status column, else the register's book, else what the office is.
    fn kind(&mut self, register: Option<&Register>, office: OfficeLook) -> Option<PersonKind> {
        let text = self.text(Column::Status);
        let by_book = register.and_then(|register| candidate::kind_of_book(&register.number));
        if !text.is_empty() && candidate::kind(&text).is_none() {
            self.find(Column::Status, Severity::Error, What::say("people-status-unknown").with("text", text));
            return None;
        }
        let kind = candidate::kind(&text);
        if office == OfficeLook::Gate && kind.zip(by_book).is_some_and(|(kind, book)| differs(kind, book)) {
            self.find(Column::Status, Severity::Warning, What::say("people-status-book"));
        }
        let kind = kind.or(by_book).or(candidate::kind_at(office));
        if kind.is_none() {
            self.find(Column::Status, Severity::Error, What::say("people-status-empty"));
        }
        kind
    }

    fn nik(&mut self, born_on: Option<Day>, sex: Option<Sex>) -> NikOrWhy {
        // Remarks about anything else, such as the case, are not kept.
        let said =
            self.optional(Column::Note).and_then(|note| candidate::nik_absent(&note).map(|why| (why, note)));
        let problem = match (read_nik(self.cell(Column::Nik)), said) {
            (Ok(nik), _) => {
                for warning in nik.warnings(born_on, sex) {
                    self.find(Column::Nik, Severity::Warning, What::NikOdd(warning));
                }
                return NikOrWhy::Nik(nik);
            }
            (Err(NikProblem::Empty), Some((why, note))) => {
                self.find(Column::Nik, Severity::Note, What::say("people-nik-absent").with("note", &note));
                return NikOrWhy::Missing { why, note: Some(note) };
            }
            (Err(problem), _) => problem,
        };
        self.find(Column::Nik, Severity::Warning, What::Nik(problem));
        NikOrWhy::Missing { why: candidate::nik_lost(problem), note: None }
    }

    fn education(&mut self) -> Option<kernel::person::Education> {
        let text = self.optional(Column::Education)?;
        let read = candidate::education(&text);
        if read.is_none() {
            self.find(
                Column::Education,
                Severity::Warning,
                What::say("people-education-unknown").with("text", text),
            );
        }
        read
    }

    fn home(&mut self) -> Option<String> {
        let text = self.optional(Column::Home)?;
        match candidate::districts(&text).as_slice() {
            [district] => Some(district.code.to_owned()),
            [] => {
                self.find(
                    Column::Home,
                    Severity::Warning,
                    What::say("people-home-unknown").with("text", text),
                );
                None
            }
            several => {
                let names: Vec<&str> = several.iter().map(|district| district.name.as_str()).collect();
                let what =
                    What::say("people-home-several").with("text", text).with("names", names.join(", "));
                self.find(Column::Home, Severity::Warning, what);
                None
            }
        }
    }

    /// What is put into envelopes. Nothing of it is repeated in a finding.
    fn secrets(&mut self, kind: Option<PersonKind>) -> NewSecrets {
        let (expiry_on, two_thirds_on) =
            (self.day(Column::Expiry, false), self.day(Column::TwoThirds, false));
        if expiry_on.zip(two_thirds_on).is_some_and(|(expiry, two_thirds)| two_thirds > expiry) {
            self.find(Column::TwoThirds, Severity::Warning, What::say("people-two-thirds-late"));
        }
        let read_both = !self.findings.iter().any(|finding| finding.column == Some(Column::Expiry));
        if kind == Some(PersonKind::Convict) && expiry_on.is_none() && read_both {
            self.find(Column::Expiry, Severity::Warning, What::say("people-expiry-empty"));
        }
        NewSecrets {
            offence: self.optional(Column::Offence),
            sentence_text: self.optional(Column::Sentence),
            expiry_on,
            two_thirds_on,
            block: self.optional(Column::Block),
            health: self.optional(Column::Health),
        }
    }
}

/// Sentenced or not sentenced: the two things a book tells.
fn differs(kind: PersonKind, book: PersonKind) -> bool {
    (kind == PersonKind::RemandDetainee) != (book == PersonKind::RemandDetainee)
}

/// A number cell keeps 15 digits: of a sixteenth only a 0 is left, and nobody can tell whether it was one.
fn read_nik(cell: &Cell) -> Result<Nik, NikProblem> {
    let text = cell.text();
    match cell {
        Cell::Number(_) if text.len() == 16 && text.ends_with('0') => Err(NikProblem::Rounded),
        Cell::Empty | Cell::Text(_) | Cell::Number(_) | Cell::Day(_) => Nik::parse(&text),
    }
}
