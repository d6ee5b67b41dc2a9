// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The list of kinds of organisations.

use super::{Family, OrganisationKind, Post, posts};

/// All kinds, in the order in which a form lists them.
///
/// # Source
/// UU 22/2022 and the ministry's list of operating units for the offices of corrections; UU 13/2003 for training.
pub fn kinds() -> &'static [OrganisationKind] {
    KINDS
}

#[rustfmt::skip]
const KINDS: &[OrganisationKind] = &[
    kind("lapas", Family::Prison, posts::PRISON, "Lembaga Pemasyarakatan (Lapas)", "Prison"),
    kind("lapas-perempuan", Family::Prison, posts::PRISON, "Lapas Perempuan (LPP)", "Women's prison"),
    kind("lapas-narkotika", Family::Prison, posts::PRISON, "Lapas Narkotika", "Prison for narcotics cases"),
    kind("lapas-pemuda", Family::Prison, posts::PRISON, "Lapas Pemuda", "Prison for young adults"),
    kind("lapas-terbuka", Family::Prison, posts::PRISON, "Lapas Terbuka", "Open prison"),
    kind("rutan", Family::RemandHouse, posts::REMAND_HOUSE, "Rumah Tahanan Negara (Rutan)", "Remand house"),
    kind("lpka", Family::Juvenile, posts::JUVENILE, "Lembaga Pembinaan Khusus Anak (LPKA)", "Juvenile institution"),
    kind("lpas", Family::Juvenile, posts::JUVENILE, "Lembaga Penempatan Anak Sementara (LPAS)", "Temporary juvenile institution"),
    kind("bapas", Family::Probation, posts::PROBATION, "Balai Pemasyarakatan (Bapas)", "Probation office"),
    kind("kanwil", Family::RegionalOffice, posts::REGIONAL_OFFICE, "Kantor Wilayah Ditjen Pemasyarakatan", "Regional office of corrections"),
    kind("ditjenpas", Family::Directorate, posts::DIRECTORATE, "Direktorat Jenderal Pemasyarakatan", "Directorate General of Corrections"),
    kind("disnaker", Family::ManpowerOffice, posts::MANPOWER_OFFICE, "Dinas Tenaga Kerja (Disnaker)", "Manpower office"),
    kind("blk", Family::TrainingCentre, posts::TRAINING_CENTRE, "Balai Latihan Kerja (BLK)", "Vocational training centre"),
    kind("bpvp", Family::TrainingCentre, posts::TRAINING_CENTRE, "Balai Pelatihan Vokasi dan Produktivitas (BPVP)", "National vocational training centre"),
    kind("lpk", Family::TrainingBody, posts::TRAINING_BODY, "Lembaga Pelatihan Kerja (LPK)", "Private training body"),
    kind("smk", Family::School, posts::SCHOOL, "Sekolah Menengah Kejuruan (SMK)", "Vocational school"),
    kind("yayasan", Family::Foundation, posts::FOUNDATION, "Yayasan", "Foundation"),
    kind("lsp", Family::CertificationBody, posts::CERTIFICATION_BODY, "Lembaga Sertifikasi Profesi (LSP)", "Certification body"),
    kind("employer", Family::Employer, posts::EMPLOYER, "Perusahaan atau usaha", "Employer"),
];

const fn kind(
    code: &'static str,
    family: Family,
    posts: &'static [Post],
    indonesian: &'static str,
    english: &'static str,
) -> OrganisationKind {
    OrganisationKind { code, family, posts, indonesian, english }
}
