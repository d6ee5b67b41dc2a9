// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The stories and the files they hand in, inside the binary, so that the demo needs nothing beside it.

use anyhow::Context;

use crate::command::Files;

/// The stories in order: name and text.
pub const STORIES: &[(&str, &str)] = &[
    ("00-kantor", include_str!("../../../journeys/00-kantor.txt")),
    ("s3-jember", include_str!("../../../journeys/s3-jember.txt")),
    ("s4-kotabaru", include_str!("../../../journeys/s4-kotabaru.txt")),
    ("pindah-bondowoso", include_str!("../../../journeys/pindah-bondowoso.txt")),
    ("ganda-bondowoso", include_str!("../../../journeys/ganda-bondowoso.txt")),
];

macro_rules! data {
    ($($name:literal),* $(,)?) => {
        /// The files, by the name under which the stories hand them in.
        pub const DATA: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!("../../../journeys/data/", $name)))),*];
    };
}

data! {
    "s3/peserta.xlsx", "s3/kurikulum.xlsx", "s3/peninjauan.csv", "s3/minat.csv", "s3/lowongan.csv",
    "s3/penguasaan.csv", "s3/penguasaan-2.csv",
    "s4/peserta.xlsx", "s4/kurikulum.xlsx", "s4/peninjauan-1.csv", "s4/peninjauan-2.csv", "s4/minat.csv",
    "s4/lowongan.csv", "s4/hasil-uji.csv", "s4/hasil-uji-2.csv",
    "pindah/peninjauan.csv", "pindah/penguasaan.csv",
}

/// Reads from inside the binary.
pub struct Embedded;

impl Files for Embedded {
    fn read(&self, name: &str) -> anyhow::Result<Vec<u8>> {
        let found = DATA.iter().find(|(known, _)| *known == name);
        found.map(|(_, bytes)| bytes.to_vec()).with_context(|| format!("no story file {name}"))
    }
}
