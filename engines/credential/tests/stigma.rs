// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Which words give custody away, and which ordinary ones must not.

use credential::stigma_words_in;

fn check(text: &str, expected: &[&str]) {
    assert_eq!(stigma_words_in(text), expected, "{text:?}");
}

#[test]
fn words_are_found_whatever_their_case_and_neighbours() {
    check("Pelatihan di LAPAS Kelas I, lalu Bapas.", &["LAPAS", "Bapas"]);
    check("rutan/LPKA_wbp", &["rutan", "LPKA", "wbp"]);
    check("Warga\n  Binaan dan warga-binaan", &["Warga\n  Binaan", "warga-binaan"]);
    check("Direktorat Jenderal Pemasyarakatan; narapidana; napi", &["Pemasyarakatan", "narapidana", "napi"]);
    check("LPP Kelas IIA; bekas penjara, kini klien", &["LPP", "penjara", "klien"]);
    check(
        "Kepala Rumah Tahanan Negara; anak binaan; residivis",
        &["Rumah Tahanan", "anak binaan", "residivis"],
    );
    check("dibuat dengan Bekal", &["Bekal"]);
}

#[test]
fn register_numbers_are_found_in_the_forms_offices_write() {
    for text in
        ["B.I 123/2024", "BI.123/2024", "B.IIa 12/2025", "B.I.7/2024", "A.III 45 / 2026", "b.iib-9/2023"]
    {
        check(&format!("Nomor {text}."), &[text]);
    }
}

#[test]
fn ordinary_words_and_numbers_are_left_alone() {
    for text in [
        "",
        "warga negara, binaan mutu, anak didik, rumah makan, tahanan listrik, Lapasang, Napitupulu, Rutansyah, kelapas, kliennya, LPPNPI",
        "C.24LAS01.001.1 SKKNI 98/2018",
        "LSP-LN/2026/000123",
        "Bab I 12/2024",
        "B.I 123-2024",
        "B.I 123/24",
        "z6MkrJVnaZkeFzdWBPQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2",
        "Kelas B, 12/2024",
    ] {
        check(text, &[]);
    }
}
