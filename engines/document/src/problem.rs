// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Why a paper could not be made, in words an officer can act on.

/// Why a paper could not be made.
///
/// `Display` gives the English sentence, [`sentence_id`](DocumentProblem::sentence_id) the Indonesian one.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum DocumentProblem {
    /// The text holds characters that the embedded fonts cannot print; an archive file may not show a box instead.
    #[error("These characters cannot be printed: {}. Write them in Latin letters.", listed(.characters))]
    UnprintableCharacters {
        /// Each character once, in the order of first appearance.
        characters: Vec<char>,
    },
    /// The address in the QR code does not fit into the largest code.
    #[error("The text of the QR code is too long ({byte_count} bytes). Use a shorter address.")]
    QrTooLong {
        /// Length of the text.
        byte_count: usize,
    },
    /// A row of a table has more cells than the table has columns.
    #[error(
        "Row {row_number} of a table has {cell_count} cells but the table has {column_count} columns. Remove the extra cells."
    )]
    TooManyCells {
        /// Counted from one, without the head.
        row_number: usize,
        /// Cells in this row.
        cell_count: usize,
        /// Columns of the table.
        column_count: usize,
    },
    /// A part that the reader cannot do without is empty.
    #[error("These parts are empty: {}. Fill them in.", .parts.join(", "))]
    Empty {
        /// The names of the empty fields.
        parts: Vec<&'static str>,
    },
    /// The typesetter refused; this is a fault of a template and not of the input.
    #[error("The page could not be set: {reason}. Report this to whoever looks after the system.")]
    Typesetting {
        /// The typesetter's own words.
        reason: String,
    },
    /// The finished file could not take a seal, or nobody gave one.
    #[error("The file could not be sealed: {reason}. Report this to whoever looks after the system.")]
    Unsealed {
        /// What stood in the way.
        reason: String,
    },
}

impl DocumentProblem {
    /// A short stable code, for logs and for the person on the telephone.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            DocumentProblem::UnprintableCharacters { .. } => "DOC-01",
            DocumentProblem::QrTooLong { .. } => "DOC-02",
            DocumentProblem::TooManyCells { .. } => "DOC-03",
            DocumentProblem::Empty { .. } => "DOC-04",
            DocumentProblem::Typesetting { .. } => "DOC-05",
            DocumentProblem::Unsealed { .. } => "DOC-06",
        }
    }

    /// The problem and the next step in Bahasa Indonesia.
    #[must_use]
    pub fn sentence_id(&self) -> String {
        match self {
            DocumentProblem::UnprintableCharacters { characters } => {
                format!("Huruf ini tidak dapat dicetak: {}. Tuliskan dengan huruf Latin.", listed(characters))
            }
            DocumentProblem::QrTooLong { byte_count } => {
                format!("Isi kode QR terlalu panjang ({byte_count} bita). Gunakan alamat yang lebih pendek.")
            }
            DocumentProblem::TooManyCells { row_number, cell_count, column_count } => format!(
                "Baris {row_number} tabel memuat {cell_count} sel, padahal tabel memiliki {column_count} kolom. Hapus sel yang lebih."
            ),
            DocumentProblem::Empty { parts } => {
                format!("Bagian ini masih kosong: {}. Lengkapi dahulu.", parts.join(", "))
            }
            DocumentProblem::Typesetting { reason } => {
                format!("Halaman tidak dapat disusun: {reason}. Laporkan kepada pengelola sistem.")
            }
            DocumentProblem::Unsealed { reason } => {
                format!("Berkas tidak dapat diberi segel: {reason}. Laporkan kepada pengelola sistem.")
            }
        }
    }
}

fn listed(characters: &[char]) -> String {
    let shown: Vec<String> = characters.iter().map(|c| format!("{c} (U+{:04X})", u32::from(*c))).collect();
    shown.join(", ")
}
