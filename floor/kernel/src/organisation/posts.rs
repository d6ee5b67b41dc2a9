// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The posts usual in each family of offices. Offices merge and rename posts; their own list is kept with the office.

use super::Post;

#[rustfmt::skip]
pub(super) const PRISON: &[Post] = &[
    head("kalapas", "Kepala Lapas (Kalapas)", "Head of the prison"),
    post("kasi-binadik", "Kepala Seksi Bimbingan Narapidana/Anak Didik (Kasi Binadik)", "Head of prisoner development"),
    post("kasi-giatja", "Kepala Seksi Kegiatan Kerja (Kasi Giatja)", "Head of work activities"),
    post("kasi-binadik-giatja", "Kepala Seksi Binadik dan Giatja", "Head of prisoner development and work activities"),
    post("kasubsi-giatja", "Kepala Subseksi Kegiatan Kerja (Kasubsi Giatja)", "Sub-head of work activities"),
    post("kasubsi-bimker", "Kepala Subseksi Bimbingan Kerja dan Pengelolaan Hasil Kerja", "Sub-head of work guidance and products"),
    post("kasubsi-sarana-kerja", "Kepala Subseksi Sarana Kerja", "Sub-head of work facilities"),
    post("ka-kplp", "Kepala Kesatuan Pengamanan Lapas (Ka. KPLP)", "Head of prison security"),
    SHIFT_COMMANDER, GATE_GUARD, GUARDIAN, RISK_ASSESSOR, REGISTRAR, DATABASE_OPERATOR,
];

#[rustfmt::skip]
pub(super) const REMAND_HOUSE: &[Post] = &[
    head("karutan", "Kepala Rutan (Karutan)", "Head of the remand house"),
    post("kasi-pelayanan-tahanan", "Kepala Seksi Pelayanan Tahanan", "Head of detainee services"),
    post("kasubsi-giatja", "Kepala Subseksi Kegiatan Kerja (Kasubsi Giatja)", "Sub-head of work activities"),
    post("ka-kpr", "Kepala Kesatuan Pengamanan Rutan (Ka. KPR)", "Head of remand house security"),
    SHIFT_COMMANDER, GATE_GUARD, GUARDIAN, RISK_ASSESSOR, REGISTRAR, DATABASE_OPERATOR,
];

#[rustfmt::skip]
pub(super) const JUVENILE: &[Post] = &[
    head("kepala-lpka", "Kepala LPKA", "Head of the juvenile institution"),
    post("kasi-pembinaan", "Kepala Seksi Pembinaan", "Head of development"),
    post("kasi-registrasi", "Kepala Seksi Registrasi dan Klasifikasi", "Head of registration and classification"),
    post("kasi-wasgakin", "Kepala Seksi Pengawasan dan Penegakan Disiplin", "Head of supervision and discipline"),
    SHIFT_COMMANDER, GATE_GUARD, GUARDIAN, RISK_ASSESSOR, REGISTRAR, DATABASE_OPERATOR,
];

#[rustfmt::skip]
pub(super) const PROBATION: &[Post] = &[
    head("kabapas", "Kepala Bapas (Kabapas)", "Head of the probation office"),
    post("kasi-bkd", "Kepala Seksi Bimbingan Klien Dewasa (Kasi BKD)", "Head of guidance for adult clients"),
    post("kasi-bka", "Kepala Seksi Bimbingan Klien Anak (Kasi BKA)", "Head of guidance for child clients"),
    post("pk", "Pembimbing Kemasyarakatan (PK)", "Probation counsellor"),
    post("apk", "Asisten Pembimbing Kemasyarakatan (APK)", "Assistant probation counsellor"),
    DATABASE_OPERATOR,
];

#[rustfmt::skip]
pub(super) const REGIONAL_OFFICE: &[Post] = &[
    head("kakanwil", "Kepala Kantor Wilayah (Kakanwil)", "Head of the regional office"),
    post("kabid-pembinaan", "Kepala Bidang Pelayanan dan Pembinaan", "Head of services and development"),
    post("kabid-pembimbingan", "Kepala Bidang Pembimbingan Kemasyarakatan", "Head of community guidance"),
];

#[rustfmt::skip]
pub(super) const DIRECTORATE: &[Post] = &[
    head("dirjen", "Direktur Jenderal Pemasyarakatan", "Director General of Corrections"),
    post("direktur", "Direktur", "Director"),
    post("analis", "Analis pemasyarakatan", "Corrections analyst"),
];

#[rustfmt::skip]
pub(super) const MANPOWER_OFFICE: &[Post] = &[
    head("kadisnaker", "Kepala Dinas Tenaga Kerja (Kadisnaker)", "Head of the manpower office"),
    post("kabid-pelatihan", "Kepala Bidang Pelatihan dan Produktivitas", "Head of training and productivity"),
    post("kabid-penempatan", "Kepala Bidang Penempatan Tenaga Kerja", "Head of job placement"),
    post("pengantar-kerja", "Pengantar kerja", "Job placement officer"),
];

#[rustfmt::skip]
pub(super) const TRAINING_CENTRE: &[Post] = &[
    head("kepala-blk", "Kepala Balai", "Head of the training centre"),
    post("kasi-pelatihan", "Kepala Seksi Pelatihan", "Head of training"),
    post("kasi-sertifikasi", "Kepala Seksi Sertifikasi", "Head of certification"),
    INSTRUCTOR,
];

#[rustfmt::skip]
pub(super) const TRAINING_BODY: &[Post] = &[
    head("direktur-lpk", "Direktur LPK", "Director of the training body"),
    post("koordinator-pelatihan", "Koordinator pelatihan", "Training coordinator"),
    INSTRUCTOR,
];

#[rustfmt::skip]
pub(super) const SCHOOL: &[Post] = &[
    head("kepala-sekolah", "Kepala sekolah", "Headteacher"),
    post("waka-humas", "Wakil kepala sekolah bidang hubungan industri", "Deputy head for industry relations"),
    post("kaprog", "Ketua program keahlian", "Head of a vocational department"),
    post("guru-kejuruan", "Guru kejuruan", "Vocational teacher"),
];

#[rustfmt::skip]
pub(super) const FOUNDATION: &[Post] = &[
    head("ketua-yayasan", "Ketua yayasan", "Chair of the foundation"),
    post("pendamping", "Pendamping", "Mentor"),
];

#[rustfmt::skip]
pub(super) const CERTIFICATION_BODY: &[Post] = &[
    head("direktur-lsp", "Direktur LSP", "Director of the certification body"),
    post("manajer-sertifikasi", "Manajer sertifikasi", "Certification officer"),
    post("asesor-kompetensi", "Asesor kompetensi", "Competence assessor"),
];

#[rustfmt::skip]
pub(super) const EMPLOYER: &[Post] = &[
    head("pimpinan", "Pimpinan usaha", "Head of the business"),
    post("personalia", "Bagian personalia", "Personnel officer"),
];

const SHIFT_COMMANDER: Post = post("karupam", "Kepala Regu Pengamanan (Karupam)", "Shift commander");
const GATE_GUARD: Post = post("p2u", "Petugas Pintu Utama (P2U)", "Main gate guard");
const GUARDIAN: Post = post("wali-pemasyarakatan", "Wali pemasyarakatan", "Guardian officer");
const RISK_ASSESSOR: Post = post("asesor-pemasyarakatan", "Asesor pemasyarakatan", "Risk and need assessor");
const REGISTRAR: Post = post("registrasi", "Petugas registrasi", "Registrar");
const DATABASE_OPERATOR: Post = post("operator-sdp", "Operator SDP", "Corrections database operator");
const INSTRUCTOR: Post = post("instruktur", "Instruktur", "Instructor");

const fn post(code: &'static str, indonesian: &'static str, english: &'static str) -> Post {
    Post { code, signs: false, indonesian, english }
}

const fn head(code: &'static str, indonesian: &'static str, english: &'static str) -> Post {
    Post { code, signs: true, indonesian, english }
}
