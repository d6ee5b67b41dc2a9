// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What a job is given: a small value and, where it is about one, a file. It lies sealed in the database.

use anyhow::Context;
use desk::{Dice, Secrets};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

const PURPOSE: &str = "job";

/// A JSON value and the bytes of a file.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Payload {
    pub value: Value,
    pub file: Vec<u8>,
}

impl std::fmt::Debug for Payload {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Payload(…, {} bytes)", self.file.len())
    }
}

impl Payload {
    /// # Errors
    /// The value cannot be written as JSON, such as a map whose keys are no text.
    pub fn of(value: &impl Serialize) -> anyhow::Result<Self> {
        let value = serde_json::to_value(value).context("a payload is not JSON")?;
        Ok(Self { value, file: Vec::new() })
    }

    #[must_use]
    pub fn with_file(mut self, bytes: Vec<u8>) -> Self {
        self.file = bytes;
        self
    }

    /// The value, as what it was.
    ///
    /// # Errors
    /// It was written by another version of the program.
    pub fn read<T: DeserializeOwned>(&self) -> anyhow::Result<T> {
        serde_json::from_value(self.value.clone()).context("a payload of another version")
    }

    /// # Shape
    /// Length of the JSON text as 8 bytes, big end first; the text; the file; all sealed.
    pub(crate) fn seal(&self, secrets: &Secrets, dice: &Dice) -> Vec<u8> {
        let text = self.value.to_string();
        let mut plain = (text.len() as u64).to_be_bytes().to_vec();
        plain.extend_from_slice(text.as_bytes());
        plain.extend_from_slice(&self.file);
        secrets.seal(PURPOSE, &plain, dice.bytes())
    }

    pub(crate) fn open(secrets: &Secrets, sealed: &[u8]) -> anyhow::Result<Self> {
        let plain = secrets.open(PURPOSE, sealed)?;
        let (length, rest) = plain.split_first_chunk::<8>().context("a payload is too short")?;
        let length = usize::try_from(u64::from_be_bytes(*length)).context("a payload is too long")?;
        let (text, file) = rest.split_at_checked(length).context("a payload is too short")?;
        Ok(Self {
            value: serde_json::from_slice(text).context("a payload is not JSON")?,
            file: file.to_vec(),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_is_sealed_opens_as_it_was_and_shows_nothing() {
        let (secrets, dice) = (Secrets::new([5; 32]), Dice::from_seed("payload"));
        let payload =
            Payload::of(&json!({ "name": "Misnadi" })).expect("JSON").with_file(b"NIK 3509".to_vec());
        let sealed = payload.seal(&secrets, &dice);
        assert_eq!(Payload::open(&secrets, &sealed).expect("it opens"), payload);
        assert!(!String::from_utf8_lossy(&sealed).contains("Misnadi"));
        assert!(!format!("{payload:?}").contains("Misnadi"));
        assert!(Payload::open(&Secrets::new([6; 32]), &sealed).is_err(), "another installation's key");
    }
}
