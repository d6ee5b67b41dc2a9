// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What is published about the instances of the competition.

/// Name, best known cost, and the best of ten runs of the competition's winner.
///
/// # Source
/// Best known: the table of the benchmark's site. Winner: T. Müller, "ITC2007 solver description: a hybrid approach", best of
/// ten runs within the competition's time.
const KNOWN: [(&str, u64, u64); 7] = [
    ("comp01", 5, 5),
    ("comp02", 24, 51),
    ("comp03", 64, 84),
    ("comp04", 35, 37),
    ("comp05", 284, 330),
    ("comp06", 27, 48),
    ("comp07", 6, 20),
];

/// Best known and winner's best of an instance, by the stem of its file.
pub fn of(stem: &str) -> Option<(u64, u64)> {
    KNOWN.iter().find(|(name, ..)| *name == stem).map(|(_, best, winner)| (*best, *winner))
}
