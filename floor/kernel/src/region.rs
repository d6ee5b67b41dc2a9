// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Provinces and districts of Indonesia by Kemendagri code. Sub-districts and villages are not here.

mod text;

use std::sync::OnceLock;

use crate::zone::Zone;

/// A province.
///
/// # Shape
/// `code` is two digits, as in `35`; `name` is title-cased, as in `Jawa Timur`.
#[derive(Debug, PartialEq, Eq)]
pub struct Province {
    pub code: &'static str,
    pub name: String,
}

impl Province {
    /// The time zone of the whole province.
    ///
    /// # Source
    /// Keppres 41/1987; provinces founded later keep the zone of the land they were formed from.
    pub fn zone(&self) -> Zone {
        match self.code {
            "51" | "52" | "53" | "63" | "64" | "65" | "71" | "72" | "73" | "74" | "75" | "76" => Zone::Wita,
            "81" | "82" | "91" | "92" | "93" | "94" | "95" | "96" => Zone::Wit,
            _ => Zone::Wib,
        }
    }
}

/// A regency or city (kabupaten or kota).
///
/// # Shape
/// `code` is dotted, as in `35.09`; `name` is title-cased with its kind, as in `Kabupaten Jember`.
#[derive(Debug, PartialEq, Eq)]
pub struct District {
    pub code: &'static str,
    pub name: String,
    pub province: &'static Province,
    /// The name without its kind, lowercase and without spaces, for searching.
    key: String,
}

impl District {
    /// Whether this is a city and not a regency.
    pub fn is_city(&self) -> bool {
        self.name.starts_with("Kota ")
    }
}

/// All provinces, sorted by code.
pub fn provinces() -> &'static [Province] {
    static PROVINCES: OnceLock<Vec<Province>> = OnceLock::new();
    PROVINCES.get_or_init(|| {
        rows(include_str!("../data/provinces.csv"))
            .map(|(code, name)| Province { code, name: text::title_case(name) })
            .collect()
    })
}

/// All districts, sorted by code.
pub fn districts() -> &'static [District] {
    static DISTRICTS: OnceLock<Vec<District>> = OnceLock::new();
    DISTRICTS.get_or_init(|| {
        rows(include_str!("../data/regencies.csv"))
            .map(|(code, rest)| {
                let (province_code, name) =
                    rest.split_once(',').expect("the list names a province in every row");
                District {
                    code,
                    name: text::title_case(name),
                    province: province(province_code).expect("the list has the province of every district"),
                    key: text::Wanted::read(name).key,
                }
            })
            .collect()
    })
}

/// The province with this code.
pub fn province(code: &str) -> Option<&'static Province> {
    let place = provinces().binary_search_by(|province| province.code.cmp(code)).ok()?;
    provinces().get(place)
}

/// The district with this code, dotted (`35.09`) or plain as at the head of a NIK (`3509`).
pub fn district(code: &str) -> Option<&'static District> {
    let dotted = match code.len() {
        4 => format!("{}.{}", code.get(..2)?, code.get(2..)?),
        _ => code.to_owned(),
    };
    let place = districts().binary_search_by(|district| district.code.cmp(&dotted)).ok()?;
    districts().get(place)
}

/// How near a district is to another, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    Same,
    /// They share a border on land, or a bridge.
    Neighbouring,
    SameProvince,
    Elsewhere,
}

impl Nearness {
    /// The end of a word such as `nearness-same`.
    pub fn code(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Neighbouring => "neighbouring",
            Self::SameProvince => "same-province",
            Self::Elsewhere => "elsewhere",
        }
    }

    /// Between two districts.
    ///
    /// # Source
    /// Borders as on common maps, written by hand for Jawa Timur and Kalimantan Selatan only; elsewhere two districts of one
    /// province are `SameProvince` until somebody adds their borders to the list.
    pub fn between(one: &District, other: &District) -> Self {
        if one.code == other.code {
            return Self::Same;
        }
        let (low, high) = (one.code.min(other.code), one.code.max(other.code));
        let borders = rows(include_str!("../data/neighbours.csv")).any(|pair| pair == (low, high));
        match (borders, one.province.code == other.province.code) {
            (true, _) => Self::Neighbouring,
            (false, true) => Self::SameProvince,
            (false, false) => Self::Elsewhere,
        }
    }
}

/// The one district a person means, or nothing if there is none or more than one.
///
/// # Shape
/// Reads `Kab. Jember`, `KABUPATEN JEMBER`, `Jember`, `Kota Surabaya`; `Malang` alone is both a city and a regency.
pub fn find(name: &str) -> Option<&'static District> {
    match candidates(name).as_slice() {
        &[district] => Some(district),
        _ => None,
    }
}

/// Every district a name may mean, so that a form can ask which one.
pub fn candidates(name: &str) -> Vec<&'static District> {
    let wanted = text::Wanted::read(name);
    let named: Vec<_> = districts()
        .iter()
        .filter(|district| district.key == wanted.key)
        .filter(|district| wanted.city.is_none_or(|city| city == district.is_city()))
        .collect();
    if !named.is_empty() {
        return named;
    }
    // "Kota Baru" is how many write Kabupaten Kotabaru.
    let whole = text::squashed(name);
    districts().iter().filter(|district| district.key == whole).collect()
}

/// Rows as code and rest, without the heading; the lists hold no quoted fields.
fn rows(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().skip(1).filter_map(|row| row.split_once(','))
}
