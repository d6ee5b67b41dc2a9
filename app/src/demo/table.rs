// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The table of the stories: one row a case, counted from the database, never from the script.

use std::fmt::Write;

use desk::House;
use kernel::id::PersonId;
use livelihood::facts::{Milestone, in_work, outcome_at};
use partnership::facts::{AgreementKind, PartyRole};
use programme::facts::{BatchFact, CertificateKind, batches_under};

/// A case by its agreement.
pub(super) const CASES: &[(&str, &str, &str)] = &[
    ("S0", "Bapas Madiun – Yayasan Allena – LPK Budi Kartika Jaya", "MOU-MADIUN"),
    ("S1", "Lapas Mojokerto – BLK Mojokerto", "PKS-MOJOKERTO"),
    ("S2", "Lapas Lamongan – Disnaker Lamongan", "PKS-LAMONGAN"),
    ("S3", "Lapas Jember – SMKN 3 Jember", "PKS-JEMBER-ROTI"),
    ("S4", "Lapas Kotabaru – BLK Kotabaru", "PKS-KOTABARU-LAS"),
    // Learners who were never in custody, of the same school and the same training centre.
    ("umum", "SMKN 3 Jember, peserta umum", "SK-SMKN3-UMUM"),
    ("umum", "BLK Kotabaru, peserta umum", "SK-BLK-LAS"),
    ("S3, lanjutan", "Lapas Bondowoso – SMKN 1 Bondowoso", "PKS-BONDOWOSO-ROTI"),
];

const HEAD: [&str; 12] = [
    "kasus",
    "perjanjian",
    "angkatan",
    "peserta",
    "sesi",
    "tanda hadir",
    "K",
    "BK",
    "sertifikat",
    "surat pengakuan",
    "bekerja 12 bulan",
    "tidak diketahui",
];

/// What does not apply says so.
const NOT_APPLICABLE: &str = "tidak berlaku";

#[derive(Default)]
struct Counts {
    batches: usize,
    people: usize,
    sessions: i64,
    marks: i64,
    competent: Option<i64>,
    not_yet: Option<i64>,
    certificates: usize,
    /// Nothing where no foundation is a party.
    letters: Option<usize>,
    in_work: usize,
    due: usize,
    unknown: usize,
    /// Nobody follows up ordinary learners here; a body's own decision has no office that would ask.
    is_followed: bool,
}

impl Counts {
    fn in_work_of_due(&self) -> String {
        if self.is_followed {
            format!("{} dari {}", self.in_work, self.due)
        } else {
            NOT_APPLICABLE.to_owned()
        }
    }

    fn unknown_of_due(&self) -> String {
        if self.is_followed { self.unknown.to_string() } else { NOT_APPLICABLE.to_owned() }
    }
}

/// Counts and prints.
pub async fn of_the_stories(house: &House) -> anyhow::Result<String> {
    let mut rows = vec![HEAD.map(str::to_owned).to_vec()];
    for (case, title, code) in CASES {
        let counts = count(house, code).await?;
        let letter = |count: Option<i64>| count.map_or(NOT_APPLICABLE.to_owned(), |count| count.to_string());
        rows.push(vec![
            (*case).to_owned(),
            format!("{code} ({title})"),
            counts.batches.to_string(),
            counts.people.to_string(),
            counts.sessions.to_string(),
            counts.marks.to_string(),
            letter(counts.competent),
            letter(counts.not_yet),
            counts.certificates.to_string(),
            counts.letters.map_or(NOT_APPLICABLE.to_owned(), |count| count.to_string()),
            counts.in_work_of_due(),
            counts.unknown_of_due(),
        ]);
    }
    Ok(print(&rows))
}

async fn count(house: &House, agreement: &str) -> anyhow::Result<Counts> {
    let on = house.db.read();
    let mut counts = Counts::default();
    let Some(agreement) = partnership::facts::agreement_by_code(on, agreement).await? else {
        return Ok(counts);
    };
    let accompanies = agreement.parties.iter().any(|party| party.role == PartyRole::Mentor);
    counts.letters = accompanies.then_some(0);
    counts.is_followed = agreement.kind != AgreementKind::Own;
    for batch in batches_under(on, agreement.id).await? {
        counts.batches += 1;
        counts.sessions += training::facts::held_count(on, batch.id).await?;
        counts.marks += training::facts::marks_count(on, batch.id).await?;
        if batch.programme.certificate_kind == CertificateKind::Competence {
            let assessed = assessment::facts::counts(on, batch.id).await?;
            *counts.competent.get_or_insert(0) += assessed.k_people;
            *counts.not_yet.get_or_insert(0) += assessed.bk_people;
        }
        let certificates = certification::facts::certificates_of_batch(on, batch.id).await?;
        let live = certificates
            .iter()
            .filter(|certificate| certificate.revoked_on.is_none() && certificate.renewed_on.is_none());
        let (letters, papers): (Vec<_>, Vec<_>) =
            live.partition(|paper| paper.kind == CertificateKind::Acknowledgement);
        counts.certificates += papers.len();
        counts.letters = counts.letters.map(|count| count + letters.len());
        for person in enrolment::facts::ever_seated(on, batch.id).await? {
            counts.people += 1;
            outcome(house, &batch, person.id, &mut counts).await?;
        }
    }
    Ok(counts)
}

/// Counts a person at twelve months once that day has come; who was not reached stays in the denominator.
async fn outcome(
    house: &House,
    batch: &BatchFact,
    person: PersonId,
    counts: &mut Counts,
) -> anyhow::Result<()> {
    let on = house.db.read();
    if livelihood::facts::due_on(on, batch.id, person, Milestone::Month12)
        .await?
        .is_none_or(|due| due > super::DAY)
    {
        return Ok(());
    }
    counts.due += 1;
    match outcome_at(on, batch.id, person, Milestone::Month12).await? {
        Some(status) if in_work(status) => counts.in_work += 1,
        Some(status) if !status.is_unknown() => {}
        _ => counts.unknown += 1,
    }
    Ok(())
}

fn print(rows: &[Vec<String>]) -> String {
    let width = |column: usize| rows.iter().map(|row| row[column].chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..HEAD.len()).map(width).collect();
    let mut out = String::new();
    for row in rows {
        for (place, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width - cell.chars().count());
            // Words to the left, figures to the right.
            let _ = if place < 2 { write!(out, "{cell}{gap}  ") } else { write!(out, "{gap}{cell}  ") };
        }
        out.truncate(out.trim_end().len());
        out.push('\n');
    }
    out
}
