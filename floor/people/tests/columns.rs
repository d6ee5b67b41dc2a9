// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Headings, rows and cells as offices write them, case by case.

use kernel::person::{Education, PersonKind, Sex};
use people::import::candidate::{self, OfficeLook};
use people::import::columns::{Column, Layout};
use people::import::sheet::{self, SheetProblem};

fn csv(text: &str) -> Vec<sheet::Sheet> {
    sheet::read("daftar.csv", text.as_bytes()).expect("the text is a sheet")
}

fn rows_of_people(text: &str) -> Vec<usize> {
    let sheets = csv(text);
    let layout = Layout::find(&sheets[0]).expect("there is a heading");
    layout.people(&sheets[0]).map(|row| row.number).collect()
}

#[test]
fn headings_are_known_by_the_names_offices_use() {
    let table = [
        ("No. Registrasi", Some(Column::Register)),
        ("NAMA LENGKAP", Some(Column::Name)),
        ("Tgl. Lahir", Some(Column::BirthDay)),
        ("Tempat / Tanggal Lahir", Some(Column::BirthPlaceAndDay)),
        ("L/P", Some(Column::Sex)),
        ("NIK", Some(Column::Nik)),
        ("Perkara/Pasal", Some(Column::Offence)),
        ("2/3 Masa Pidana", Some(Column::TwoThirds)),
        ("Blok / Kamar", Some(Column::Block)),
        ("Ket.", Some(Column::Note)),
        ("Agama", None),
        ("Religion", None),
        ("", None),
    ];
    for (heading, column) in table {
        assert_eq!(Column::named(heading), column, "{heading}");
    }
}

#[test]
fn titles_totals_signatures_numberings_and_repeated_headings_are_no_people() {
    let text = "DAFTAR WARGA BINAAN;;;\n;;;\nNo;No. Registrasi;Nama;JK\n1;2;3;4\n1;B.I 1/2025;Ali;L\n\
                No;No. Registrasi;Nama;JK\n2;B.I 2/2025;Budi;L\n3;;Candra;L\nJUMLAH : 3 orang;;;\n;;Jember, 1 Mei 2025;\n\
                ;B.I 9/2025;Bukan Orang;L\n";
    assert_eq!(rows_of_people(text), [5, 7, 8]);
}

#[test]
fn signatures_are_left_out_even_without_a_total() {
    let text = "No;No. Registrasi;Nama;JK\n1;B.I 1/2025;Ali;L\n\n;;Kepala Seksi;\n;;(nama pejabat);\n";
    assert_eq!(rows_of_people(text), [2]);
}

#[test]
fn a_heading_of_two_rows_is_read_by_its_lower_names() {
    let text = "No;Nama;Masa Pidana;;;Agama\n;;Lama Pidana;Tgl Ekspirasi;2/3 Masa Pidana;\n1;Ali;4 th;1-1-2030;1-1-2029;x\n";
    let sheets = csv(text);
    let layout = Layout::find(&sheets[0]).expect("there is a heading");
    assert_eq!(layout.place(Column::Sentence), Some(2));
    assert_eq!(layout.place(Column::Expiry), Some(3));
    assert_eq!(layout.place(Column::TwoThirds), Some(4));
    assert_eq!(layout.unread, ["Agama"]);
    assert_eq!(layout.people(&sheets[0]).map(|row| row.number).collect::<Vec<_>>(), [3]);
}

#[test]
fn commas_semicolons_tabs_and_old_letters_are_read() {
    for text in ["Nama,NIK,JK\nAli,1,L\n", "Nama;NIK;JK\nAli;1;L\n", "Nama\tNIK\tJK\nAli\t1\tL\n"] {
        assert_eq!(rows_of_people(text), [2], "{text}");
    }
    let sheets = sheet::read("a.csv", b"Nama;NIK;JK\nAndr\xE9;1;L\n").expect("one byte a letter");
    assert_eq!(sheets[0].rows[1].cell(0).text(), "André");
}

#[test]
fn what_is_no_list_says_what_to_do() {
    assert_eq!(sheet::read("a.xls", &[0xD0, 0xCF, 0x11, 0xE0, 0]).err(), Some(SheetProblem::OldSpreadsheet));
    assert_eq!(sheet::read("a.bin", &[1, 0, 2]).err(), Some(SheetProblem::Unreadable));
    assert_eq!(sheet::read("a.xlsx", b"PK\x03\x04 broken").err(), Some(SheetProblem::Unreadable));
    assert!(Layout::find(&csv("Nama;x;y\nAli;1;2\n")[0]).is_none(), "a name alone is no heading");
}

#[test]
fn sexes_schools_and_kinds_are_read_as_abbreviated() {
    for (text, sex) in [
        ("L", Some(Sex::Male)),
        ("Laki-laki", Some(Sex::Male)),
        ("P", Some(Sex::Female)),
        ("x", None),
        ("", None),
    ] {
        assert_eq!(candidate::sex(text), sex, "{text}");
    }
    let schools = [
        ("tidak sekolah", Some(Education::None)),
        ("SD", Some(Education::Primary)),
        ("Paket B", Some(Education::LowerSecondary)),
        ("SLTA", Some(Education::UpperSecondary)),
        ("STM", Some(Education::Vocational)),
        ("D-III", Some(Education::DiplomaThree)),
        ("S1", Some(Education::Bachelor)),
        ("TK", None),
    ];
    for (text, education) in schools {
        assert_eq!(candidate::education(text), education, "{text}");
    }
    for (text, kind) in [
        ("Narapidana", PersonKind::Convict),
        ("TAHANAN", PersonKind::RemandDetainee),
        ("Klien", PersonKind::Client),
    ] {
        assert_eq!(candidate::kind(text), Some(kind), "{text}");
    }
    assert_eq!(candidate::kind_of_book("A.III 4/2025"), Some(PersonKind::RemandDetainee));
    assert_eq!(candidate::kind_of_book("B.IIa 4/2025"), Some(PersonKind::Convict));
    assert_eq!(candidate::kind_of_book("2025-11"), None);
}

#[test]
fn an_office_is_looked_at_by_its_kind() {
    assert_eq!(OfficeLook::of("lapas"), OfficeLook::Gate);
    assert_eq!(OfficeLook::of("bapas"), OfficeLook::Probation);
    assert_eq!(OfficeLook::of("smk"), OfficeLook::Teaching);
    assert_eq!(OfficeLook::of("who knows"), OfficeLook::Gate);
}

#[test]
fn a_district_is_found_inside_an_address() {
    let codes =
        |text: &str| candidate::districts(text).iter().map(|district| district.code).collect::<Vec<_>>();
    assert_eq!(codes("Kabupaten Jember"), ["35.09"]);
    assert_eq!(codes("Dsn. Krajan RT 2, Kec. Ambulu, Kab. Jember"), ["35.09"]);
    assert_eq!(codes("Jl. Melati 5 Kabupaten Jember"), ["35.09"]);
    assert_eq!(codes("Malang").len(), 2, "a city and a regency");
    assert!(codes("Negeri Antah Berantah").is_empty());
}

#[test]
fn a_note_says_why_there_is_no_nik() {
    assert_eq!(candidate::nik_absent("belum rekam e-KTP"), Some("not-recorded"));
    assert_eq!(candidate::nik_absent("KTP hilang"), Some("document-lost"));
    assert_eq!(candidate::nik_absent("WNA Malaysia"), Some("foreign-national"));
    assert_eq!(candidate::nik_absent("menunggu putusan"), None);
}
