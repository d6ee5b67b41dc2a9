// SPDX-License-Identifier: Apache-2.0 OR MIT
//! One person in one unit: not yet assessed, competent, not yet competent. Pure; who may judge and when is in `rules`.

/// The judgement on one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// K, kompeten; a school writes `ya`.
    Competent,
    /// BK, belum kompeten; a school writes `belum`.
    NotYet,
}

impl Verdict {
    pub const ALL: &[Self] = &[Self::Competent, Self::NotYet];
    pub const CODES: &[&'static str] = &["K", "BK"];

    /// The code in the database, in files and on the grid; it never changes.
    pub fn code(self) -> &'static str {
        match self {
            Self::Competent => "K",
            Self::NotYet => "BK",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|verdict| verdict.code() == code)
    }

    /// Reads what an assessor or a teacher writes into a cell, in any case.
    pub fn from_word(word: &str) -> Option<Self> {
        match word.trim().to_lowercase().as_str() {
            "k" | "kompeten" | "ya" => Some(Self::Competent),
            "bk" | "belum kompeten" | "belum" => Some(Self::NotYet),
            _ => None,
        }
    }
}

/// Where one person stands in one unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum UnitState {
    Untested,
    Competent,
    NotYet,
}

impl UnitState {
    pub const ALL: &[Self] = &[Self::Untested, Self::Competent, Self::NotYet];

    pub fn code(self) -> &'static str {
        match self {
            Self::Untested => "untested",
            Self::Competent => "K",
            Self::NotYet => "BK",
        }
    }

    /// The state that the verdict in force leads to; none in force is `Untested`.
    pub fn of(verdict: Option<Verdict>) -> Self {
        match verdict {
            None => Self::Untested,
            Some(Verdict::Competent) => Self::Competent,
            Some(Verdict::NotYet) => Self::NotYet,
        }
    }
}

/// On what occasion a verdict is given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Command {
    /// The first try.
    Decide(Verdict),
    /// A later try.
    Retry(Verdict),
    /// The decision on an appeal against the verdict in force.
    Appeal(Verdict),
}

impl Command {
    pub const ALL: &[Self] = &[
        Self::Decide(Verdict::Competent),
        Self::Decide(Verdict::NotYet),
        Self::Retry(Verdict::Competent),
        Self::Retry(Verdict::NotYet),
        Self::Appeal(Verdict::Competent),
        Self::Appeal(Verdict::NotYet),
    ];
}

/// Why a verdict cannot be given for this person in this unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CellRefusal {
    /// K stands; nobody is judged again on what they have shown.
    CompetentAlready,
    /// The first try has been; this would be a second one.
    DecidedAlready,
    /// There was no first try.
    NotDecidedYet,
    /// The verdict is contested; the one named to hear the appeal judges, and nobody beside.
    UnderAppeal,
}

impl CellRefusal {
    /// The end of the word `assessment-cell-CODE`.
    pub fn code(self) -> &'static str {
        match self {
            Self::CompetentAlready => "competent-already",
            Self::DecidedAlready => "decided-already",
            Self::NotDecidedYet => "not-decided-yet",
            Self::UnderAppeal => "under-appeal",
        }
    }
}

/// Decides one cell of the grid; answers the verdict in force from then on.
///
/// # Errors
/// Each variant of [`CellRefusal`]. There is no way from K to BK.
///
/// # Source
/// Second tries on missing units only: the practice of BNSP schemes. No limit on their number: product decision.
pub fn decide(state: UnitState, command: Command) -> Result<Verdict, CellRefusal> {
    match (state, command) {
        (UnitState::Untested, Command::Decide(verdict)) => Ok(verdict),
        (UnitState::Untested, Command::Retry(_)) => Err(CellRefusal::NotDecidedYet),
        (UnitState::NotYet, Command::Decide(_)) => Err(CellRefusal::DecidedAlready),
        (UnitState::NotYet, Command::Retry(verdict)) => Ok(verdict),
        (UnitState::Untested, Command::Appeal(_)) => Err(CellRefusal::NotDecidedYet),
        (UnitState::NotYet, Command::Appeal(verdict)) => Ok(verdict),
        (UnitState::Competent, Command::Decide(_)) => Err(CellRefusal::CompetentAlready),
        (UnitState::Competent, Command::Retry(_)) => Err(CellRefusal::CompetentAlready),
        (UnitState::Competent, Command::Appeal(_)) => Err(CellRefusal::CompetentAlready),
    }
}
