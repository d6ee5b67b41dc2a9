// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A person about to be put on record, valid by construction, whether from a row of a file or from the form.

use kernel::day::Day;
use kernel::name::PersonName;
use kernel::nik::{Nik, NikProblem};
use kernel::person::{Education, PersonKind, Sex};
use kernel::region::{self, District};

pub use crate::store::{NewSecrets, NikOrWhy};

/// What the office is tells what a person is of whom nothing else is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OfficeLook {
    /// People live behind its gate.
    Gate,
    /// Its people live at home.
    Probation,
    /// It teaches.
    Teaching,
}

impl OfficeLook {
    /// By the office's kind; a kind nobody knows is taken for one with a gate, which asks for most.
    pub fn of(kind: &str) -> Self {
        match kernel::organisation::kind(kind) {
            None => Self::Gate,
            Some(kind) if kind.holds_people() => Self::Gate,
            Some(kind) if kind.answers_for_people() => Self::Probation,
            Some(_) => Self::Teaching,
        }
    }
}

/// Where and when people are put on record.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    pub office: OfficeLook,
    pub today: Day,
}

/// A person about to be put on record.
#[derive(Debug, Clone)]
pub struct Candidate {
    pub name: PersonName,
    pub aliases: Vec<PersonName>,
    pub register: Option<Register>,
    pub born_on: Option<Day>,
    pub birth_place: Option<String>,
    pub sex: Sex,
    pub kind: PersonKind,
    pub home_district: Option<String>,
    pub education: Option<Education>,
    pub phone: Option<String>,
    pub nik: NikOrWhy,
    pub admitted_on: Option<Day>,
    pub secrets: NewSecrets,
}

/// A register number in its one spelling and as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Register {
    pub number: String,
    pub written: String,
}

impl Register {
    /// Reads what stands in the register column; nothing when it is blank.
    pub fn read(text: &str) -> Option<Self> {
        let written = text.trim();
        (!written.is_empty())
            .then(|| Self { number: crate::register::canonical(written), written: written.to_owned() })
    }
}

impl Candidate {
    pub fn nik(&self) -> Option<&Nik> {
        match &self.nik {
            NikOrWhy::Nik(nik) => Some(nik),
            NikOrWhy::Missing { .. } => None,
        }
    }
}

/// Why a person is on record without a NIK, when what was written is none. Codes have labels `nik-missing-CODE`.
///
/// # Source
/// Product decision: a number a spreadsheet has spoilt is not guessed; the reason says what to do about it.
pub fn nik_lost(problem: NikProblem) -> &'static str {
    match problem {
        NikProblem::Rounded | NikProblem::SerialZero => "rounded",
        NikProblem::LostLeadingZero => "lost-digit",
        NikProblem::NotDigits | NikProblem::Length { .. } => "unreadable",
        NikProblem::Empty => "not-yet-asked",
    }
}

/// The reason an office's own note gives for a missing NIK.
pub fn nik_absent(note: &str) -> Option<&'static str> {
    let note = note.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| note.contains(word));
    if says(&["rekam", "belum punya ktp", "belum ber-ktp"]) {
        Some("not-recorded")
    } else if says(&["hilang", "kehilangan"]) {
        Some("document-lost")
    } else if says(&["dukcapil", "verifikasi", "dicek"]) {
        Some("not-verified")
    } else if says(&["wna", "warga negara asing", "orang asing"]) {
        Some("foreign-national")
    } else {
        None
    }
}

/// Reads `L`, `P`, `Laki-laki`, `Perempuan` and their like.
pub fn sex(text: &str) -> Option<Sex> {
    let plain: String = text.to_lowercase().chars().filter(|sign| sign.is_alphabetic()).collect();
    match plain.as_str() {
        "l" | "lk" | "lakilaki" | "laki" | "pria" | "male" => Some(Sex::Male),
        "p" | "pr" | "perempuan" | "wanita" | "female" => Some(Sex::Female),
        _ => None,
    }
}

/// Reads schooling as offices abbreviate it; the old names of schools too.
pub fn education(text: &str) -> Option<Education> {
    let plain: String = text.to_lowercase().chars().filter(|sign| sign.is_alphanumeric()).collect();
    let plain = plain.strip_prefix("tamat").unwrap_or(&plain);
    match plain {
        "tidaksekolah" | "belumsekolah" | "belumtamatsd" | "tidaktamatsd" | "tdksekolah" | "butahuruf" => {
            Some(Education::None)
        }
        "sd" | "mi" | "paketa" | "sdpaketa" | "sr" => Some(Education::Primary),
        "smp" | "mts" | "sltp" | "paketb" | "smppaketb" => Some(Education::LowerSecondary),
        "sma" | "ma" | "slta" | "smu" | "paketc" | "smapaketc" => Some(Education::UpperSecondary),
        "smk" | "stm" | "smea" | "smkk" | "mak" => Some(Education::Vocational),
        "d1" | "di" => Some(Education::DiplomaOne),
        "d2" | "dii" => Some(Education::DiplomaTwo),
        "d3" | "diii" => Some(Education::DiplomaThree),
        "d4" | "div" | "s1" | "sarjana" => Some(Education::Bachelor),
        "s2" | "magister" => Some(Education::Master),
        "s3" | "doktor" => Some(Education::Doctor),
        _ => None,
    }
}

/// Reads what a person is, as the status column says it.
pub fn kind(text: &str) -> Option<PersonKind> {
    let plain: String = text.to_lowercase().chars().filter(|sign| sign.is_alphabetic()).collect();
    match plain.as_str() {
        "narapidana" | "terpidana" | "napi" => Some(PersonKind::Convict),
        "tahanan" | "terdakwa" | "tersangka" => Some(PersonKind::RemandDetainee),
        "anakbinaan" | "andikpas" | "anakdidik" | "anakpidana" => Some(PersonKind::ConvictedChild),
        "klien" | "klienpemasyarakatan" | "klienbapas" | "pb" | "cb" | "cmb" => Some(PersonKind::Client),
        "bebasmurni" | "mantanwargabinaan" => Some(PersonKind::Former),
        "siswa" | "pesertaumum" | "umum" | "pesertadidik" => Some(PersonKind::Learner),
        _ => None,
    }
}

/// What a person is by her register's book: A holds those without a sentence, B the sentenced.
pub fn kind_of_book(register: &str) -> Option<PersonKind> {
    match crate::register::normalise(register)?.chars().next() {
        Some('A') => Some(PersonKind::RemandDetainee),
        Some('B') => Some(PersonKind::Convict),
        _ => None,
    }
}

/// What a person is at an office that says nothing else.
pub fn kind_at(office: OfficeLook) -> Option<PersonKind> {
    match office {
        OfficeLook::Gate => None,
        OfficeLook::Probation => Some(PersonKind::Client),
        OfficeLook::Teaching => Some(PersonKind::Learner),
    }
}

/// The districts an address may mean: the whole text, else its last part that names one.
pub fn districts(address: &str) -> Vec<&'static District> {
    let whole = region::candidates(address);
    if !whole.is_empty() {
        return whole;
    }
    let from_kind = |text: &str| {
        let lower = text.to_lowercase();
        ["kabupaten ", "kab. ", "kab ", "kab.", "kota "]
            .iter()
            .filter_map(|word| lower.rfind(word))
            .max()
            .filter(|&at| text.is_char_boundary(at))
            .map(|at| text[at..].to_owned())
    };
    let parts = address.rsplit([',', ';', '/']).map(str::trim).filter(|part| !part.is_empty());
    parts
        .flat_map(|part| [Some(part.to_owned()), from_kind(part)])
        .flatten()
        .map(|part| region::candidates(&part))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}
