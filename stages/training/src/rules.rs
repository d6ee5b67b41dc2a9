// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The pure rules of attendance: letters, reasons and which are legitimate, who was seated when, theory before practice,
//! and when training is complete.

use enrolment::facts::{SeatFact, SeatState};
use kernel::day::Day;
use kernel::id::ModuleId;
use programme::facts::{ModuleFact, ModuleKind};

use crate::ledger::{Ledger, ModuleLedger};

macro_rules! coded {
    ($(#[$doc:meta])* $list:ident { $($(#[$variant_doc:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $list { $($(#[$variant_doc])* $variant),+ }

        impl $list {
            /// Every variant, in the order in which a form lists them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];
            /// Their codes, in the same order.
            pub const CODES: &[&'static str] = &[$($code),+];

            /// The code in the database and in commands; it never changes.
            pub fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The variant that carries this code.
            pub fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}
pub(crate) use coded;

coded! {
    /// A letter on the roll.
    Letter {
        /// Hadir.
        Present = "H",
        /// Terlambat; counts as present.
        Late = "T",
        /// Sakit.
        Sick = "S",
        /// Izin.
        Leave = "I",
        /// Tanpa kabar.
        Absent = "A",
    }
}

impl Letter {
    /// Whether the person took part.
    pub fn is_present(self) -> bool {
        match self {
            Self::Present | Self::Late => true,
            Self::Sick | Self::Leave | Self::Absent => false,
        }
    }

    /// What the letter means when nothing more is said.
    pub fn usual_reason(self) -> Option<Reason> {
        match self {
            Self::Present | Self::Late => None,
            Self::Sick => Some(Reason::Sick),
            Self::Leave => Some(Reason::Leave),
            Self::Absent => Some(Reason::Unexplained),
        }
    }
}

coded! {
    /// Why somebody was not there. The list is short on purpose and holds no diagnosis, case or cell.
    Reason {
        Sick = "sick",
        Leave = "leave",
        /// Sidang or kunjungan at the same hour.
        Clash = "clash",
        /// Sent to another task by the office.
        Duty = "duty",
        /// In isolation.
        Isolated = "isolated",
        /// Bon: lent to investigators, prosecutor or court.
        Lent = "lent",
        /// Works at that hour; of people who live at home.
        Work = "work",
        /// No way to get there; of people who live at home.
        Travel = "travel",
        /// Recorded by the office as away for a while; where, the roll does not say.
        Away = "away",
        Refused = "refused",
        Unexplained = "unexplained",
    }
}

impl Reason {
    /// The letter under which the reason stands on the roll.
    pub fn letter(self) -> Letter {
        match self {
            Self::Sick => Letter::Sick,
            Self::Leave
            | Self::Clash
            | Self::Duty
            | Self::Isolated
            | Self::Lent
            | Self::Work
            | Self::Travel
            | Self::Away => Letter::Leave,
            Self::Refused | Self::Unexplained => Letter::Absent,
        }
    }

    /// Whether the absence is without blame and may be caught up.
    ///
    /// # Source
    /// Product decision after the practice of the offices: bon, illness and isolation suspend attendance without blame. For
    /// people who live at home, earning a living is what the training is for, so working hours and the way there do too.
    pub fn is_legitimate(self) -> bool {
        match self {
            Self::Sick
            | Self::Leave
            | Self::Clash
            | Self::Duty
            | Self::Isolated
            | Self::Lent
            | Self::Work
            | Self::Travel
            | Self::Away => true,
            Self::Refused | Self::Unexplained => false,
        }
    }

    /// Reads a code, or the word that offices write.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase();
        Self::from_code(&word).or(match word.as_str() {
            "sakit" => Some(Self::Sick),
            "izin" | "ijin" => Some(Self::Leave),
            "sidang" | "kunjungan" | "bentrok" => Some(Self::Clash),
            "ditugaskan" | "tugas" => Some(Self::Duty),
            "diasingkan" | "isolasi" => Some(Self::Isolated),
            "bon" => Some(Self::Lent),
            "kerja" | "bekerja" | "jam kerja" => Some(Self::Work),
            "perjalanan" | "transportasi" => Some(Self::Travel),
            "tidak hadir sah" | "tidak hadir, sah" => Some(Self::Away),
            "menolak" => Some(Self::Refused),
            "tanpa keterangan" | "tanpa kabar" | "alpa" => Some(Self::Unexplained),
            _ => None,
        })
    }
}

/// What is written for one person in one session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub letter: Letter,
    /// Present for the letters of absence only.
    pub reason: Option<Reason>,
}

impl Mark {
    /// The letter with its usual reason.
    pub fn of(letter: Letter) -> Self {
        Self { letter, reason: letter.usual_reason() }
    }

    /// A letter with the reason given; nothing where the two contradict each other.
    pub fn with(letter: Letter, reason: Option<Reason>) -> Option<Self> {
        match reason {
            None => Some(Self::of(letter)),
            Some(given) if given.letter() == letter => Some(Self { letter, reason }),
            Some(_) => None,
        }
    }

    /// False only for an absence without blame-free reason.
    pub fn is_legitimate(self) -> bool {
        self.reason.is_none_or(Reason::is_legitimate)
    }

    /// Reads `S`, `s sakit`, `I sidang`: a letter, then perhaps a reason.
    pub fn parse(text: &str) -> Option<Self> {
        let (letter, reason) = text.trim().split_once(char::is_whitespace).unwrap_or((text.trim(), ""));
        let letter = Letter::from_code(&letter.to_uppercase())?;
        match reason.trim() {
            "" => Some(Self::of(letter)),
            word => Self::with(letter, Some(Reason::from_word(word)?)),
        }
    }
}

/// Whether the person held a seat on that day: from the day seated up to, but not on, the day of leaving.
///
/// # Source
/// Product decision: on the day somebody leaves, the roll is the next office's.
pub fn seated_on(seat: &SeatFact, day: Day) -> bool {
    let was_seated = match seat.state {
        SeatState::Seated => true,
        SeatState::Reserve => false,
        // A reserve who left keeps the place in the queue; one who had been seated has none.
        SeatState::Left => seat.reserve_position.is_none(),
    };
    was_seated && seat.since <= day && seat.left_on.is_none_or(|left| day < left)
}

/// The theory modules that are not yet wholly held, where practice has to wait for them; empty means: go on.
///
/// # Shape
/// `held_jp` answers the JP held so far for the batch.
pub fn theory_missing(
    theory_first: bool,
    kind: ModuleKind,
    modules: &[ModuleFact],
    held_jp: impl Fn(&ModuleFact) -> i64,
) -> Vec<&ModuleFact> {
    if !theory_first || kind != ModuleKind::Practice {
        return Vec::new();
    }
    modules.iter().filter(|module| module.kind == ModuleKind::Theory && held_jp(module) < module.jp).collect()
}

/// Whether the earned JP reach the programme's share of the planned JP; what was caught up counts.
///
/// # Source
/// The programme's own `completion_percent`. A curriculum without JP is never complete.
pub fn is_complete(ledger: &Ledger, completion_percent: i64) -> bool {
    let planned = ledger.planned_jp();
    planned > 0 && ledger.earned_jp() * 100 >= completion_percent * planned
}

/// Hours of one module that count in another batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recognisable {
    /// The module of the batch in which it shall count.
    pub module: ModuleId,
    /// The module in which it was earned.
    pub source: ModuleId,
    pub jp: i64,
}

/// What of a ledger counts towards these modules: a module is the same where code, title and kind are, whoever teaches it;
/// never more than the module plans here.
///
/// # Source
/// Product decision: two offices that take one curriculum from the same source give its modules the same codes.
pub fn recognisable(earned: &Ledger, modules: &[ModuleFact]) -> Vec<Recognisable> {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let same = |line: &ModuleLedger, module: &ModuleFact| {
        line.kind == module.kind
            && plain(&line.code) == plain(&module.code)
            && plain(&line.title) == plain(&module.title)
    };
    let of = |module: &ModuleFact| {
        let line = earned.modules.iter().find(|line| same(line, module))?;
        let jp = line.earned_jp().min(module.jp);
        (jp > 0).then_some(Recognisable { module: module.id, source: line.module, jp })
    };
    modules.iter().filter_map(of).collect()
}

coded! {
    /// How far an attitude to work has come, as seen by an instructor.
    Level {
        NeedsGuidance = "needs_guidance",
        Sufficient = "sufficient",
        Good = "good",
        VeryGood = "very_good",
    }
}

impl Level {
    /// Reads a code, or the word that offices write.
    pub fn from_word(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace(' ', "_");
        Self::from_code(&word).or(match word.as_str() {
            "perlu_bimbingan" => Some(Self::NeedsGuidance),
            "cukup" => Some(Self::Sufficient),
            "baik" => Some(Self::Good),
            "sangat_baik" => Some(Self::VeryGood),
            _ => None,
        })
    }
}
