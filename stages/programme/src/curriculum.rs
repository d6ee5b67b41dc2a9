// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A curriculum as offices hand it in: modules, units of a standard, skills of a mastery list. Pure.

use std::collections::{BTreeMap, BTreeSet};

use desk::Say;

use crate::facts::{CertificateKind, ModuleKind};
use crate::sheet::{Line, RowProblem, Sheet, Table};

/// The parts of typed lines, in order.
pub const TYPED_MODULES: [&str; 7] =
    ["kode", "modul", "jenis", "jp", "unit kompetensi", "prasyarat", "sumber"];
pub const TYPED_UNITS: [&str; 4] = ["kode unit", "judul unit", "standar", "sumber"];
pub const TYPED_SKILLS: [&str; 4] = ["kode", "keterampilan", "modul", "ukuran penguasaan"];

const MOST_JP: i64 = 400;

/// The tables of one curriculum.
#[derive(Debug, Clone)]
pub struct Tables {
    pub modules: Table,
    pub units: Option<Table>,
    pub skills: Option<Table>,
}

/// A curriculum, valid by construction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Curriculum {
    pub modules: Vec<Module>,
    /// What is judged person by person.
    pub units: Vec<Unit>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Module {
    pub code: String,
    pub title: String,
    pub kind: ModuleKind,
    pub jp: i64,
    /// Codes of `Curriculum::units`.
    pub units: Vec<String>,
    /// Codes of modules that come before.
    pub needs: Vec<String>,
    pub source: String,
    /// Unit codes it follows but by which nobody is judged.
    pub follows: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    pub code: String,
    pub title: String,
    pub standard: String,
    pub source: String,
    pub measure: String,
}

impl Curriculum {
    pub fn jp(&self) -> i64 {
        self.modules.iter().map(|module| module.jp).sum()
    }

    /// Units that no module teaches; allowed, but said.
    pub fn untaught(&self) -> Vec<&Unit> {
        let taught: BTreeSet<&String> = self.modules.iter().flat_map(|module| &module.units).collect();
        self.units.iter().filter(|unit| !taught.contains(&unit.code)).collect()
    }
}

/// What the programme asks of its curriculum.
#[derive(Debug, Clone, Copy)]
pub struct Demand {
    pub certificate_kind: CertificateKind,
    pub theory_first: bool,
}

/// Finds the tables in the sheets of a file, by their columns.
pub fn tables(sheets: &[Sheet]) -> Option<Tables> {
    let find = |needed: &[&str]| sheets.iter().find_map(|sheet| sheet.table(needed));
    Some(Tables {
        modules: find(&["kode", "modul", "jenis", "jp"])?,
        units: find(&["kode unit", "judul unit"]),
        skills: find(&["kode", "keterampilan"]),
    })
}

/// Reads the curriculum. For a school certificate with a mastery list, its skills are what people are judged by;
/// otherwise the units of the standard are.
///
/// # Errors
/// Every problem of every row of every table.
pub fn read(tables: &Tables, demand: Demand) -> Result<Curriculum, Vec<RowProblem>> {
    let mut problems = Vec::new();
    let listed = tables.units.as_ref().map_or_else(Vec::new, |table| read_units(table, &mut problems));
    let skills = tables.skills.as_ref().filter(|_| demand.certificate_kind == CertificateKind::School);
    let mut modules = read_modules(&tables.modules, &listed, &mut problems);
    check_order(&tables.modules, &modules, demand, &mut problems);
    let units = match skills {
        Some(table) => {
            for module in &mut modules {
                module.0.follows = std::mem::take(&mut module.0.units).join("; ");
            }
            read_skills(table, &mut modules, &mut problems)
        }
        None => listed,
    };
    if units.is_empty()
        && matches!(demand.certificate_kind, CertificateKind::Competence | CertificateKind::School)
    {
        problems.push(RowProblem(Say::new("problem-curriculum-no-units")));
    }
    let modules = modules.into_iter().map(|(module, _)| module).collect();
    if problems.is_empty() { Ok(Curriculum { modules, units }) } else { Err(problems) }
}

fn read_units(table: &Table, problems: &mut Vec<RowProblem>) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::new();
    for line in table.lines.iter().filter(|line| !line.is_total()) {
        let text = |column| table.cell(line, column).to_owned();
        need(table, line, &["kode unit", "judul unit"], problems);
        note_double(table, line, "kode unit", units.iter().map(|unit| &unit.code), problems);
        units.push(Unit {
            code: text("kode unit"),
            title: text("judul unit"),
            standard: named_standard(table.cell(line, "standar")),
            source: text("sumber"),
            measure: String::new(),
        });
    }
    units
}

/// Where a unit follows no standard, offices write so into the column.
fn named_standard(cell: &str) -> String {
    match cell.to_lowercase().as_str() {
        "tanpa" | "tanpa standar" | "tidak ada" | "none" | "-" | "–" => String::new(),
        _ => cell.to_owned(),
    }
}

fn read_skills(table: &Table, modules: &mut [(Module, usize)], problems: &mut Vec<RowProblem>) -> Vec<Unit> {
    let mut skills: Vec<Unit> = Vec::new();
    for line in table.lines.iter().filter(|line| !line.is_total()) {
        let text = |column| table.cell(line, column).to_owned();
        need(table, line, &["kode", "keterampilan"], problems);
        note_double(table, line, "kode", skills.iter().map(|skill| &skill.code), problems);
        for code in codes(table.cell(line, "modul")) {
            match modules.iter_mut().find(|(module, _)| module.code == code) {
                Some((module, _)) => module.units.push(text("kode")),
                None => {
                    problems.push(RowProblem::new(table, line.row, "curriculum-module").with("code", code))
                }
            }
        }
        skills.push(Unit {
            code: text("kode"),
            title: text("keterampilan"),
            standard: String::new(),
            source: String::new(),
            measure: text("ukuran penguasaan"),
        });
    }
    skills
}

/// The modules, each with its row.
fn read_modules(table: &Table, units: &[Unit], problems: &mut Vec<RowProblem>) -> Vec<(Module, usize)> {
    let mut modules: Vec<(Module, usize)> = Vec::new();
    for line in table.lines.iter().filter(|line| !line.is_total()) {
        need(table, line, &["kode", "modul"], problems);
        note_double(table, line, "kode", modules.iter().map(|(module, _)| &module.code), problems);
        let kind = module_kind(table.cell(line, "jenis")).unwrap_or_else(|| {
            let text = table.cell(line, "jenis");
            problems.push(RowProblem::new(table, line.row, "curriculum-kind").with("text", text));
            ModuleKind::Theory
        });
        let jp = table.cell(line, "jp").parse().ok().filter(|jp| (1..=MOST_JP).contains(jp)).unwrap_or_else(
            || {
                problems.push(
                    RowProblem::new(table, line.row, "curriculum-jp").with("text", table.cell(line, "jp")),
                );
                0
            },
        );
        let taught = codes(table.cell(line, "unit kompetensi"));
        for code in taught.iter().filter(|code| !units.iter().any(|unit| unit.code == **code)) {
            problems.push(RowProblem::new(table, line.row, "curriculum-unit").with("code", code));
        }
        let text = |column| table.cell(line, column).to_owned();
        let module = Module {
            code: text("kode"),
            title: text("modul"),
            kind,
            jp,
            units: taught,
            needs: codes(table.cell(line, "prasyarat")),
            source: text("sumber"),
            follows: String::new(),
        };
        modules.push((module, line.row));
    }
    if modules.is_empty() {
        problems.push(RowProblem(Say::new("problem-curriculum-empty")));
    }
    check_total(table, &modules, problems);
    modules
}

/// The total an office wrote below its modules must be theirs.
fn check_total(table: &Table, modules: &[(Module, usize)], problems: &mut Vec<RowProblem>) {
    let sum: i64 = modules.iter().map(|(module, _)| module.jp).sum();
    for line in table.lines.iter().filter(|line| line.is_total()) {
        let written = table.cell(line, "jp");
        if !written.is_empty() && written.parse() != Ok(sum) {
            let problem = RowProblem::new(table, line.row, "curriculum-total").with("text", written);
            problems.push(problem.with("sum", sum));
        }
    }
}

/// Prerequisites exist and do not go in a circle; where theory comes first, no theory waits for practice.
fn check_order(table: &Table, modules: &[(Module, usize)], demand: Demand, problems: &mut Vec<RowProblem>) {
    let by_code: BTreeMap<&str, &Module> =
        modules.iter().map(|(module, _)| (module.code.as_str(), module)).collect();
    for (module, row) in modules {
        for code in &module.needs {
            match by_code.get(code.as_str()) {
                None => problems.push(RowProblem::new(table, *row, "curriculum-module").with("code", code)),
                Some(needed) if needs_itself(needed, &module.code, &by_code) => {
                    problems.push(RowProblem::new(table, *row, "curriculum-circle").with("code", code));
                }
                Some(needed)
                    if demand.theory_first
                        && (module.kind, needed.kind) == (ModuleKind::Theory, ModuleKind::Practice) =>
                {
                    problems.push(RowProblem::new(table, *row, "curriculum-theory-first").with("code", code));
                }
                Some(_) => {}
            }
        }
    }
}

/// Whether `code` is among what the module needs, near or far.
fn needs_itself(module: &Module, code: &str, by_code: &BTreeMap<&str, &Module>) -> bool {
    let mut seen = BTreeSet::new();
    let mut waiting = vec![module.code.as_str()];
    while let Some(one) = waiting.pop() {
        if one == code {
            return true;
        }
        if seen.insert(one) {
            waiting.extend(
                by_code.get(one).into_iter().flat_map(|module| module.needs.iter().map(String::as_str)),
            );
        }
    }
    false
}

fn need(table: &Table, line: &Line, columns: &[&str], problems: &mut Vec<RowProblem>) {
    for column in columns.iter().filter(|column| table.cell(line, column).is_empty()) {
        problems.push(RowProblem::new(table, line.row, "programme-row-empty").with("column", column));
    }
}

fn note_double<'a>(
    table: &Table,
    line: &Line,
    column: &str,
    mut before: impl Iterator<Item = &'a String>,
    problems: &mut Vec<RowProblem>,
) {
    let code = table.cell(line, column);
    if !code.is_empty() && before.any(|one| one == code) {
        problems.push(RowProblem::new(table, line.row, "programme-row-double").with("code", code));
    }
}

fn module_kind(text: &str) -> Option<ModuleKind> {
    Some(match text.to_lowercase().as_str() {
        "teori" | "theory" => ModuleKind::Theory,
        "praktik" | "praktek" | "practice" => ModuleKind::Practice,
        "soft skill" | "softskill" | "soft_skill" => ModuleKind::SoftSkill,
        "kewirausahaan" | "wirausaha" | "business" => ModuleKind::Business,
        _ => return None,
    })
}

/// Several codes in one cell, each once: `R01; R02`. A semicolon parts them, or a comma in a typed line.
fn codes(text: &str) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    for code in text.split([';', ',']).map(str::trim).filter(|code| !code.is_empty()) {
        if !codes.iter().any(|one| one == code) {
            codes.push(code.to_owned());
        }
    }
    codes
}

#[cfg(test)]
mod tests;
