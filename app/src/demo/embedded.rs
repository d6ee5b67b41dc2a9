// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The stories and the files they hand in, inside the binary, so that the demo needs nothing beside it.

use anyhow::Context;

use crate::command::Files;

/// The stories in order: name and text.
pub const STORIES: &[(&str, &str)] = &[
    ("00-kantor", include_str!("../../../journeys/00-kantor.txt")),
    ("s3-jember", include_str!("../../../journeys/s3-jember.txt")),
    ("s4-kotabaru", include_str!("../../../journeys/s4-kotabaru.txt")),
    ("s0-madiun", include_str!("../../../journeys/s0-madiun.txt")),
    ("s1-mojokerto", include_str!("../../../journeys/s1-mojokerto.txt")),
    ("s2-lamongan", include_str!("../../../journeys/s2-lamongan.txt")),
    ("u3-smkn3", include_str!("../../../journeys/u3-smkn3.txt")),
    ("u4-blk", include_str!("../../../journeys/u4-blk.txt")),
    ("pindah-bondowoso", include_str!("../../../journeys/pindah-bondowoso.txt")),
    ("ganda-bondowoso", include_str!("../../../journeys/ganda-bondowoso.txt")),
    ("banding-kotabaru", include_str!("../../../journeys/banding-kotabaru.txt")),
    ("berakhir-di-tengah", include_str!("../../../journeys/berakhir-di-tengah.txt")),
    ("cabut-setelah-kerja", include_str!("../../../journeys/cabut-setelah-kerja.txt")),
    ("ganti-sertifikat", include_str!("../../../journeys/ganti-sertifikat.txt")),
    ("ganti-kunci", include_str!("../../../journeys/ganti-kunci.txt")),
    ("perpanjang-sertifikat", include_str!("../../../journeys/perpanjang-sertifikat.txt")),
];

macro_rules! data {
    ($($name:literal),* $(,)?) => {
        /// The files, by the name under which the stories hand them in.
        pub const DATA: &[(&str, &[u8])] =
            &[$(($name, include_bytes!(concat!("../../../journeys/data/", $name)))),*];
    };
}

data! {
    "s1/peserta.xlsx", "s1/minat.csv", "s1/kurikulum-kayu.xlsx", "s1/kurikulum-lele.xlsx", "s1/kurikulum-ayam.xlsx",
    "s1/kurikulum-kambing.xlsx", "s1/peninjauan-bengkel.csv", "s1/peninjauan-kelas.csv", "s1/lowongan.csv",
    "s3/peserta.xlsx", "s3/kurikulum.xlsx", "s3/peninjauan.csv", "s3/minat.csv", "s3/lowongan.csv",
    "s3/penguasaan.csv", "s3/penguasaan-2.csv",
    "s4/peserta.xlsx", "s4/kurikulum.xlsx", "s4/peninjauan-1.csv", "s4/peninjauan-2.csv", "s4/minat.csv",
    "s4/lowongan.csv", "s4/hasil-uji.csv", "s4/hasil-uji-2.csv",
    "s0/klien.xlsx", "s0/kurikulum.xlsx", "s0/peninjauan.csv", "s0/minat.csv", "s0/lowongan.csv",
    "s2/peserta.xlsx", "s2/kurikulum-pangkas.xlsx", "s2/kurikulum-binatu.xlsx", "s2/peninjauan-pangkas.csv",
    "s2/peninjauan-binatu.csv", "s2/minat.csv", "s2/lowongan.csv", "s2/hasil-uji.csv", "s2/hasil-uji-2.csv",
    "u3/peserta.xlsx", "u3/minat.csv", "u3/peninjauan.csv", "u3/penguasaan.csv",
    "u4/peserta.xlsx", "u4/minat.csv", "u4/peninjauan.csv", "u4/hasil-uji.csv",
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
