// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Reading `policy.txt`. Both the decision for one object and the condition for lists come from these rows.

use std::sync::OnceLock;

use crate::{Act, Role};

/// The flags of the last column.
const STEP_UP: &str = "step_up";
const IN_PERSON: &str = "in_person";
const PUBLIC: &str = "public";

/// How an actor stands to a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Relation {
    Own,
    Party,
    Addressed,
    Assigned,
    Any,
}

impl Relation {
    /// In the order of the table's columns.
    pub const ALL: [Relation; 5] = [Self::Own, Self::Party, Self::Addressed, Self::Assigned, Self::Any];
}

/// One act and the roles that may do it, by relation.
#[derive(Debug, Clone)]
pub struct Row {
    pub act: Act,
    /// It needs a proof, given within the last minutes, that it is still the person who signed in.
    pub step_up: bool,
    in_person: bool,
    /// Nobody needs to have signed in.
    pub(crate) is_public: bool,
    roles: [Vec<Role>; 5],
}

impl Row {
    /// Whether a program with a token may ever do it. Nobody can ask a program for a proof.
    pub fn is_for_tokens(&self) -> bool {
        !self.step_up && !self.in_person
    }

    pub fn roles(&self, relation: Relation) -> &[Role] {
        &self.roles[relation as usize]
    }
}

/// The whole table, in the order of `Act::ALL`.
///
/// # Panics
/// `policy.txt` names an unknown act or role, or lacks an act: a mistake of the build, found by its first test.
pub fn policy() -> &'static [Row] {
    static POLICY: OnceLock<Vec<Row>> = OnceLock::new();
    POLICY.get_or_init(|| {
        read(include_str!("../policy.txt")).unwrap_or_else(|problem| panic!("policy.txt: {problem}"))
    })
}

/// The row of an act.
pub(crate) fn row(act: Act) -> &'static Row {
    // `read` has put one row per act, in the order of the enum.
    &policy()[act as usize]
}

fn read(text: &str) -> Result<Vec<Row>, String> {
    let mut found: Vec<Option<Row>> = vec![None; Act::ALL.len()];
    for line in text.lines().filter(|line| line.contains('|') && !line.starts_with('#')) {
        let mut cells = line.split('|').map(str::trim);
        let code = cells.next().unwrap_or_default();
        if code == "act" {
            continue;
        }
        let act =
            Act::ALL.iter().copied().find(|act| act.code() == code).ok_or(format!("unknown act {code}"))?;
        let mut cells: Vec<&str> = cells.collect();
        // The last column may be left out: few rows have a flag.
        let flags = if cells.len() > Relation::ALL.len() { cells.pop().unwrap_or_default() } else { "" };
        if cells.len() != Relation::ALL.len() {
            return Err(format!("{code}: {} columns instead of {}", cells.len(), Relation::ALL.len()));
        }
        let flags: Vec<&str> = flags.split_whitespace().collect();
        if let Some(unknown) = flags.iter().find(|flag| ![STEP_UP, IN_PERSON, PUBLIC].contains(flag)) {
            return Err(format!("{code}: unknown flag {unknown}"));
        }
        let mut roles: [Vec<Role>; 5] = Default::default();
        for (place, cell) in roles.iter_mut().zip(&cells) {
            *place = read_roles(cell).map_err(|role| format!("{code}: unknown role {role}"))?;
        }
        let has = |flag: &str| flags.contains(&flag);
        let row =
            Row { act, step_up: has(STEP_UP), in_person: has(IN_PERSON), is_public: has(PUBLIC), roles };
        if found[act as usize].replace(row).is_some() {
            return Err(format!("{code} stands twice"));
        }
    }
    let rows: Vec<Row> = found.into_iter().flatten().collect();
    match Act::ALL.iter().find(|act| !rows.iter().any(|row| row.act == **act)) {
        Some(missing) => Err(format!("no row for {}", missing.code())),
        None => Ok(rows),
    }
}

fn read_roles(cell: &str) -> Result<Vec<Role>, String> {
    if cell == "all" {
        return Ok(Role::ALL.to_vec());
    }
    cell.split_whitespace().map(|word| Role::from_code(word).ok_or(word.to_owned())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_act_has_one_row() {
        assert_eq!(policy().len(), Act::ALL.len());
    }

    #[test]
    fn a_gap_a_double_and_an_unknown_word_are_refused() {
        let good = include_str!("../policy.txt");
        assert!(read(&good.replace("decree.issue", "#decree.issue")).is_err());
        assert!(read(&format!("{good}\ndecree.issue|head||||")).is_err());
        assert!(read(&good.replace("| head security", "| head secrity")).is_err());
        assert!(read(&good.replace("| step_up", "| stepup")).is_err());
        assert!(read(&good.replace("| step_up", "| | step_up")).is_err());
    }

    #[test]
    fn what_cannot_be_undone_or_reveals_most_asks_who_it_is() {
        let asking: Vec<&str> = policy().iter().filter(|row| row.step_up).map(|row| row.act.code()).collect();
        for act in ["see.nik", "agreement.sign", "agreement.end", "decree.issue", "certificate.issue"] {
            assert!(asking.contains(&act), "{act} lacks step_up");
        }
        for act in ["certificate.revoke", "account.open", "account.roles", "token.create", "account.protect"]
        {
            assert!(asking.contains(&act), "{act} lacks step_up");
        }
        assert!(policy().iter().filter(|row| row.step_up).all(|row| !row.is_for_tokens()));
    }

    #[test]
    fn only_checking_a_certificate_and_fetching_ones_own_need_no_sign_in() {
        let open: Vec<&str> = policy().iter().filter(|row| row.is_public).map(|row| row.act.code()).collect();
        assert_eq!(open, ["public.read", "certificate.claim"]);
    }

    #[test]
    fn those_outside_never_hold_a_right_to_a_sensitive_class() {
        let outside = [
            Role::Instructor,
            Role::Teacher,
            Role::TrainingHead,
            Role::Mentor,
            Role::Employer,
            Role::Assessor,
        ];
        for row in policy().iter().filter(|row| row.act.code().starts_with("see.")) {
            for relation in Relation::ALL {
                assert!(row.roles(relation).iter().all(|role| !outside.contains(role)), "{}", row.act.code());
            }
        }
    }
}
