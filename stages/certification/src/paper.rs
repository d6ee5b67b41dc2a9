// SPDX-License-Identifier: Apache-2.0 OR MIT
//! From what was earned to the two faces of a certificate, credential and paper. Both are read for words that betray
//! custody before anything is stored.

use credential::{Badge, BadgeKind, BadgeUnit, CodeFacts, stigma_words_in};
use desk::{Refusal, Say, Words};
use document::{CertificatePaper, PaperUnit};
use kernel::Lang;
use kernel::day::{Day, long};
use office::facts::OrganisationFact;
use people::facts::PersonFact;
use programme::facts::{BatchFact, CertificateKind, ModuleFact, UnitFact};
use uuid::Uuid;

use crate::rules::months;
use crate::signer::Pen;
use crate::status::Place;

/// File name of the credential inside the paper.
pub const ATTACHMENT: &str = "sertifikat.json";

/// What all certificates of one issue share.
#[derive(Debug)]
pub struct Occasion<'a> {
    pub words: &'a Words,
    pub kind: CertificateKind,
    pub issuer: OrganisationFact,
    /// The office above the issuer, printed under its name.
    pub above: Option<OrganisationFact>,
    pub batch: BatchFact,
    pub units: Vec<UnitFact>,
    pub modules: Vec<ModuleFact>,
    pub place: String,
    pub signer: String,
    pub signer_post: String,
    pub issued_on: Day,
    pub valid_until: Option<Day>,
    /// Without a slash at the end.
    pub public_base: String,
    pub specimen: bool,
}

/// What is one learner's own.
#[derive(Debug, Clone)]
pub struct Award {
    /// Of the certificate, as the signer's log names it.
    pub id: Uuid,
    pub person: PersonFact,
    pub number: String,
    pub credential_id: Uuid,
    /// Its place in the status lists.
    pub place: Place,
    /// The first and the last day of an accompaniment; else the training's.
    pub accompanied: Option<(Day, Day)>,
}

/// A signed credential and the paper to be printed with it.
#[derive(Debug, Clone)]
pub struct Faces {
    pub credential: String,
    pub paper: CertificatePaper,
}

/// One line of what was learned.
struct Learned {
    code: Option<String>,
    title: String,
    hours: Option<i32>,
}

impl Occasion<'_> {
    /// What is attested: the programme; of an acknowledgement the accompaniment, which is no trade.
    pub fn title(&self, lang: Lang) -> String {
        let programme = &self.batch.programme;
        match (self.kind, lang) {
            (CertificateKind::Acknowledgement, _) => {
                self.words.say(lang, &Say::new("certificate-acknowledged"))
            }
            (_, Lang::Id) => programme.title_id.clone(),
            (_, Lang::En) => english_title(programme).to_owned(),
        }
    }

    /// Hours of the whole curriculum; an acknowledgement counts none.
    pub fn jp(&self) -> Option<i64> {
        let sum: i64 = self.modules.iter().map(|module| module.jp).sum();
        match self.kind {
            CertificateKind::Training | CertificateKind::School | CertificateKind::Competence => {
                Some(sum).filter(|sum| *sum > 0)
            }
            CertificateKind::Acknowledgement => None,
        }
    }

    /// Signs the credential and lays out the paper.
    ///
    /// # Errors
    /// `CERT-05` with every word that would tell a stranger where the learner was.
    pub fn faces(&self, award: &Award, pen: &Pen) -> Result<Faces, Refusal> {
        let badge = self.badge(award);
        let credential = pen.credential(award.id, &badge);
        let list = u32::try_from(award.place.list).unwrap_or(u32::MAX);
        let code = pen.code(award.id, &CodeFacts::of(&badge, list));
        let paper = self.paper(award, &credential, code);
        let mut betraying = stigma_words_in(&credential);
        betraying.extend(printed(&paper).into_iter().flat_map(stigma_words_in));
        betraying.sort();
        betraying.dedup();
        if betraying.is_empty() {
            return Ok(Faces { credential, paper });
        }
        Err(Refusal::new("CERT-05").with("words", betraying.join(", ")).with("name", &award.person.name))
    }

    fn verify_url(&self, number: &str) -> String {
        format!("{}/c/{number}", self.public_base.trim_end_matches('/'))
    }

    fn badge(&self, award: &Award) -> Badge {
        let programme = &self.batch.programme;
        // What is acknowledged is measured by no standard.
        let (description, standard) = match self.kind {
            CertificateKind::Acknowledgement => ("certificate-paper-description-acknowledgement", None),
            CertificateKind::Training | CertificateKind::School | CertificateKind::Competence => {
                ("certificate-paper-description", programme.standard.clone())
            }
        };
        let unit =
            |learned: Learned| BadgeUnit { code: learned.code, title: learned.title, hours: learned.hours };
        Badge {
            id: format!("urn:uuid:{}", award.credential_id),
            issuer_name: self.issuer.name.clone(),
            issuer_url: None,
            kind: badge_kind(self.kind),
            learner_name: award.person.name.clone(),
            achievement_name: self.title(Lang::Id),
            achievement_name_en: Some(self.title(Lang::En)).filter(|title| *title != self.title(Lang::Id)),
            description: self.say(Lang::Id, award, description),
            criteria: self.say(Lang::Id, award, &format!("certificate-paper-criteria-{}", self.kind.code())),
            units: self.learned().into_iter().map(unit).collect(),
            number: award.number.clone(),
            awarded_on: self.issued_on,
            valid_until: self.valid_until,
            trained: Some(self.period(award)),
            standard,
            verify_url: self.verify_url(&award.number),
            status: Some(award.place.written(&self.public_base)),
        }
    }

    fn paper(&self, award: &Award, credential: &str, offline_code: String) -> CertificatePaper {
        let kind = self.kind.code();
        let result = self.words.try_say(Lang::Id, &Say::new(format!("certificate-paper-result-{kind}")));
        let unit = |learned: Learned| PaperUnit {
            code: learned.code,
            title: learned.title,
            jp: learned.hours,
            result: result.clone(),
        };
        CertificatePaper {
            kind_title_id: self.say(Lang::Id, award, &format!("certificate-kind-{kind}")),
            kind_title_en: self.say(Lang::En, award, &format!("certificate-kind-{kind}")),
            issuer_name: self.issuer.name.clone(),
            issuer_lines: self.issuer_lines(),
            learner_name: award.person.name.clone(),
            birth: birth(&award.person),
            programme_id: self.title(Lang::Id),
            programme_en: self.title(Lang::En),
            statement_id: self.say(Lang::Id, award, &format!("certificate-paper-statement-{kind}")),
            statement_en: self.say(Lang::En, award, &format!("certificate-paper-statement-{kind}")),
            letter: self.letter(),
            units: self.learned().into_iter().map(unit).collect(),
            total_jp: self.jp().and_then(|jp| i32::try_from(jp).ok()),
            number: award.number.clone(),
            place: self.place.clone(),
            issued_on_id: long(self.issued_on, Lang::Id),
            issued_on_en: long(self.issued_on, Lang::En),
            valid_until_id: self.valid_until.map(|day| long(day, Lang::Id)),
            valid_until_en: self.valid_until.map(|day| long(day, Lang::En)),
            signer_name: self.signer.clone(),
            signer_post: self.signer_post.clone(),
            qr_url: self.verify_url(&award.number),
            offline_code,
            credential_json: credential.as_bytes().to_vec(),
            attachment_name: ATTACHMENT.to_owned(),
            specimen: self.specimen,
            document_date: self.issued_on,
        }
    }

    fn issuer_lines(&self) -> Vec<String> {
        let above = self.above.as_ref().map(|office| office.name.clone());
        above.into_iter().chain(Some(self.issuer.address.clone())).filter(|line| !line.is_empty()).collect()
    }

    /// What an acknowledgement says it is not, in both languages; other kinds need no such sentence.
    fn letter(&self) -> Option<(String, String)> {
        let key = "certificate-paper-not-competence";
        let sentence = |lang| self.words.say(lang, &Say::new(key));
        match self.kind {
            CertificateKind::Training | CertificateKind::School | CertificateKind::Competence => None,
            CertificateKind::Acknowledgement => Some((sentence(Lang::Id), sentence(Lang::En))),
        }
    }

    /// When what is attested took place.
    fn period(&self, award: &Award) -> (Day, Day) {
        award.accompanied.unwrap_or((self.batch.starts_on, self.batch.ends_on))
    }

    /// A sentence of the paper; nothing in it differs between learners but the months of an accompaniment.
    fn say(&self, lang: Lang, award: &Award, key: &str) -> String {
        let (first, last) = self.period(award);
        let programme = &self.batch.programme;
        let title = match lang {
            Lang::Id => programme.title_id.as_str(),
            Lang::En => english_title(programme),
        };
        let say = Say::new(key)
            .with("title", title)
            .with("jp", self.jp().unwrap_or(0))
            .with("units", self.units.len())
            .with("percent", programme.completion_percent)
            .with("issuer", &self.issuer.name)
            .with("months", months(first, last, lang));
        self.words.say(lang, &say)
    }

    /// Units where units were judged, modules where attendance was; an acknowledgement lists nothing.
    fn learned(&self) -> Vec<Learned> {
        let hours = |jp: i64| i32::try_from(jp).ok();
        match self.kind {
            CertificateKind::Competence | CertificateKind::School => {
                let each = unit_hours(&self.units, &self.modules);
                let learned = |(place, unit): (usize, &UnitFact)| Learned {
                    code: unit.code.clone(),
                    title: unit.title.clone(),
                    hours: each.as_ref().and_then(|each| hours(each[place])),
                };
                self.units.iter().enumerate().map(learned).collect()
            }
            CertificateKind::Training => {
                let learned = |module: &ModuleFact| Learned {
                    code: None,
                    title: module.title.clone(),
                    hours: hours(module.jp),
                };
                self.modules.iter().map(learned).collect()
            }
            CertificateKind::Acknowledgement => Vec::new(),
        }
    }
}

/// Hours of each unit, where every hour of the curriculum belongs to exactly one unit; else they cannot be told apart.
fn unit_hours(units: &[UnitFact], modules: &[ModuleFact]) -> Option<Vec<i64>> {
    if modules.is_empty() || modules.iter().any(|module| module.units.len() != 1) {
        return None;
    }
    let of = |unit: &UnitFact| {
        modules.iter().filter(|module| module.units.contains(&unit.id)).map(|module| module.jp).sum()
    };
    let hours: Vec<i64> = units.iter().map(of).collect();
    hours.iter().all(|hours| *hours > 0).then_some(hours)
}

fn english_title(programme: &programme::facts::ProgrammeFact) -> &str {
    if programme.title_en.is_empty() { &programme.title_id } else { &programme.title_en }
}

fn badge_kind(kind: CertificateKind) -> BadgeKind {
    match kind {
        CertificateKind::Training => BadgeKind::Training,
        CertificateKind::School => BadgeKind::School,
        CertificateKind::Competence => BadgeKind::Competence,
        CertificateKind::Acknowledgement => BadgeKind::Acknowledgement,
    }
}

/// `Jombang, 19 Agustus 1995`, where both are on record.
fn birth(person: &PersonFact) -> Option<String> {
    let place = person.birth_place.as_deref().filter(|place| !place.trim().is_empty())?;
    Some(format!("{place}, {}", long(person.born_on?, Lang::Id)))
}

/// Every text the paper shows.
fn printed(paper: &CertificatePaper) -> Vec<&str> {
    let whole: [&str; 14] = [
        &paper.kind_title_id,
        &paper.kind_title_en,
        &paper.issuer_name,
        &paper.learner_name,
        &paper.programme_id,
        &paper.programme_en,
        &paper.statement_id,
        &paper.statement_en,
        &paper.number,
        &paper.place,
        &paper.signer_name,
        &paper.signer_post,
        &paper.qr_url,
        &paper.attachment_name,
    ];
    let units = paper
        .units
        .iter()
        .flat_map(|unit| [unit.code.as_deref(), Some(&*unit.title), unit.result.as_deref()]);
    let lines = paper.issuer_lines.iter().map(String::as_str);
    let letter = paper.letter.iter().flat_map(|(id, en)| [id.as_str(), en.as_str()]);
    whole
        .into_iter()
        .chain(units.flatten())
        .chain(lines)
        .chain(paper.birth.as_deref())
        .chain(letter)
        .collect()
}
