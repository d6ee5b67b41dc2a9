// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Certificates of chance; every person and number in them is made up.

use chrono::{Days, NaiveDate};
use credential::{Badge, BadgeKind, BadgeStatus, BadgeUnit};
use rand::RngExt;
use rand::rngs::StdRng;
use rand::seq::IndexedRandom;

const NAMES: [&str; 12] = [
    "Siti",
    "Ñoman O’Brien",
    "I Gusti Ngurah Agung Putu Wiraadhitama Kusumanegara Sastrawinata Adhiprabowo",
    "D'Artagnan \"Dar\" Łukasz",
    "Ni Luh Ketut Ayu",
    "محمد إحسان",
    "ꦱꦶꦠꦶ",
    "Muḥammad ʿAbd al-Raḥmān",
    "Tjokorda Gde Raka",
    "Ḥasan\\Ḥusain",
    "Yohanes Ama <Leki>",
    "Zoë & Renée",
];
const TITLES: [&str; 5] =
    ["Las SMAW pelat", "Produksi roti, kelas \"sore\"", "Olahan bandeng", "Tata boga — tingkat II", "Jahit"];

pub fn some_badge(dice: &mut StdRng) -> Badge {
    let pick = |dice: &mut StdRng, of: &[&str]| (*of.choose(dice).expect("there are some")).to_owned();
    let awarded_on =
        NaiveDate::from_ymd_opt(2024, 1, 1).expect("a day") + Days::new(dice.random_range(0..900));
    let hex = format!("{:032x}", dice.random::<u128>());
    let kinds = [BadgeKind::Training, BadgeKind::School, BadgeKind::Competence, BadgeKind::Acknowledgement];
    let units = (0..dice.random_range(1..9)).map(|number| BadgeUnit {
        code: dice.random_bool(0.7).then(|| format!("C.24LAS01.{number:03}.1")),
        title: format!("{} {number}", TITLES.choose(dice).expect("there are some")),
        hours: dice.random_bool(0.7).then(|| dice.random_range(1..80)),
    });
    let units: Vec<BadgeUnit> = units.collect();
    let list = format!("https://periksa.example/c/status/{}", dice.random_range(1..9));
    Badge {
        id: format!(
            "urn:uuid:{}-{}-4{}-8{}-{}",
            &hex[..8],
            &hex[8..12],
            &hex[13..16],
            &hex[17..20],
            &hex[20..]
        ),
        issuer_name: format!("LSP {}", pick(dice, &TITLES)),
        issuer_url: dice.random_bool(0.3).then(|| "https://lsp.example".to_owned()),
        kind: *kinds.choose(dice).expect("there are some"),
        learner_name: pick(dice, &NAMES),
        achievement_name: pick(dice, &TITLES),
        achievement_name_en: dice.random_bool(0.5).then(|| "Plate welding".to_owned()),
        description: "Pelatihan, 160 jam pelajaran.".into(),
        criteria: "Dinyatakan kompeten pada setiap unit.".into(),
        units,
        number: hex[..14].to_uppercase(),
        awarded_on,
        trained: dice.random_bool(0.8).then(|| (awarded_on - Days::new(120), awarded_on - Days::new(20))),
        valid_until: dice.random_bool(0.5).then(|| NaiveDate::from_ymd_opt(2190, 6, 1).expect("a day")),
        standard: dice.random_bool(0.5).then(|| "SKKNI 98/2018".to_owned()),
        verify_url: format!("https://periksa.example/c/{}", &hex[..14]),
        status: Some(BadgeStatus {
            revocation_list: format!("{list}/revocation"),
            suspension_list: format!("{list}/suspension"),
            index: dice.random_range(2..131_072),
        }),
    }
}
