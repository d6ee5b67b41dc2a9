// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a booking under a licensed scheme must satisfy. The tables hold the same rules once more.

use desk::{FieldProblem, Say};
use kernel::day::{Day, short};
use kernel::id::OrganisationId;

use super::broken;
use crate::facts::{
    AssessorCertificateFact, BatchFact, Forbids, LicenceFact, SchemeFact, SchemeUnitFact, UnitFact,
};

/// A booking under a scheme, as far as the rules look at it.
#[derive(Debug, Clone)]
pub struct Licensed<'a> {
    pub scheme: &'a SchemeFact,
    pub licences: &'a [LicenceFact],
    pub scope: &'a [SchemeUnitFact],
    pub batch: &'a BatchFact,
    /// The units by which people of the batch are judged.
    pub units: &'a [UnitFact],
    pub reserved_on: Day,
    pub assessor_organisation: OrganisationId,
    /// Whether an account was named; a name alone has no certificate on record.
    pub has_account: bool,
    pub assessor_name: &'a str,
    /// Every certificate of the assessor.
    pub certificates: &'a [AssessorCertificateFact],
}

/// Every rule a booking under a scheme breaks.
///
/// # Source
/// Peraturan BNSP on the licensing of LSPs and on assessors: a body assesses within the scope and term of its licence, by
/// assessors whose certificate holds on the day. Where an assessor may not belong is said by the scheme itself.
pub fn licensed(booking: &Licensed) -> Vec<FieldProblem> {
    let day = booking.reserved_on;
    let mut problems = Vec::new();
    if booking.scheme.lsp != booking.assessor_organisation {
        problems.push(broken("assessor_organisation", "problem-scheme-lsp"));
    }
    if !booking.licences.iter().any(|one| one.holds_on(day)) {
        let say = Say::new("problem-scheme-licence").with("scheme", &booking.scheme.title);
        problems.push(broken("licensed_scheme", say.with("day", short(day))));
    }
    let outside: Vec<&str> = booking
        .units
        .iter()
        .filter(|unit| !booking.scope.iter().any(|known| Some(&known.code) == unit.code.as_ref()))
        .map(|unit| unit.code.as_deref().unwrap_or(&unit.title))
        .collect();
    if !outside.is_empty() {
        problems.push(broken(
            "licensed_scheme",
            Say::new("problem-scheme-scope").with("units", outside.join(", ")),
        ));
    }
    problems.extend(assessor(booking));
    problems
}

fn assessor(booking: &Licensed) -> Vec<FieldProblem> {
    if !booking.has_account {
        return vec![broken("assessor", "problem-scheme-account")];
    }
    let mut problems = Vec::new();
    let of_field = |one: &&AssessorCertificateFact| one.is_for(&booking.scheme.field);
    let mut own = booking.certificates.iter().filter(of_field);
    if !own.any(|one| one.term.holds_on(booking.reserved_on)) {
        let say = Say::new("problem-assessor-certificate").with("name", booking.assessor_name);
        let say = say.with("field", &booking.scheme.field).with("day", short(booking.reserved_on));
        problems.push(broken("assessor", say));
    }
    let forbidden = |workplace: OrganisationId| match booking.scheme.forbids {
        Forbids::Nothing => false,
        Forbids::Provider => workplace == booking.batch.provider,
        Forbids::ProviderAndHost => workplace == booking.batch.provider || workplace == booking.batch.host,
    };
    if booking.certificates.iter().filter_map(|one| one.workplace).any(forbidden) {
        let say = Say::new("problem-assessor-belongs").with("name", booking.assessor_name);
        problems.push(broken("assessor", say));
    }
    problems
}

/// Units and elements from lines.
///
/// # Shape
/// Units: `code | title`. Elements: `unit code | number | title`.
///
/// # Errors
/// Every line that is no unit or element, that names an unknown unit, or that comes twice.
pub fn scope(units: &[Vec<String>], elements: &[Vec<String>]) -> (Vec<SchemeUnitFact>, Vec<FieldProblem>) {
    let mut found: Vec<SchemeUnitFact> = Vec::new();
    let mut problems = Vec::new();
    let bad = |field: &str, key: &str, line: &[String]| {
        broken(field, Say::new(format!("problem-scheme-{key}")).with("text", line.join(" | ")))
    };
    for line in units {
        match line.as_slice() {
            [code, title] if !code.is_empty() && !title.is_empty() => {
                if found.iter().any(|known| known.code == *code) {
                    problems.push(bad("units", "twice", line));
                } else {
                    let (code, title) = (code.clone(), title.clone());
                    found.push(SchemeUnitFact { code, title, elements: Vec::new() });
                }
            }
            _ => problems.push(bad("units", "unit-line", line)),
        }
    }
    for line in elements {
        let [code, number, title] = line.as_slice() else {
            problems.push(bad("elements", "element-line", line));
            continue;
        };
        match found.iter_mut().find(|unit| unit.code == *code) {
            _ if number.is_empty() || title.is_empty() => {
                problems.push(bad("elements", "element-line", line));
            }
            None => problems.push(bad("elements", "element-unit", line)),
            Some(unit) if unit.elements.iter().any(|known| known.number == *number) => {
                problems.push(bad("elements", "twice", line));
            }
            Some(unit) => {
                let (number, title) = (number.clone(), title.clone());
                unit.elements.push(crate::facts::ElementFact { number, title });
            }
        }
    }
    (found, problems)
}
