// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The sentence that follows a deed, carried to the next page in its address and signed so that nobody can invent one.

use chrono::{DateTime, Utc};
use desk::Secrets;

use crate::address;

/// The parameter's name.
pub(crate) const DONE: &str = "done";

/// After this long a kept address says nothing any more.
const FRESH_SECONDS: i64 = 300;
/// What proxies let pass in an address is little; sentences beyond it stand on the page itself.
const LONGEST_BYTES: usize = 1500;

/// The location with the sentences added, for the one who signed in as `login`.
pub(crate) fn carry(
    secrets: &Secrets,
    login: &str,
    location: &str,
    said: &[String],
    now: DateTime<Utc>,
) -> String {
    let mut text = String::new();
    for sentence in said {
        if !text.is_empty() && text.len() + sentence.len() > LONGEST_BYTES {
            text.push_str("\n…");
            break;
        }
        text.push_str(if text.is_empty() { "" } else { "\n" });
        text.push_str(sentence);
    }
    let seconds = now.timestamp();
    let seal = seal(secrets, login, seconds, &text);
    address::with_parameter(location, DONE, &format!("{seal}.{seconds}.{text}"))
}

/// The sentences carried here; none when they are not ours, not for this person, or old.
pub(crate) fn arrived(secrets: &Secrets, login: &str, carried: &str, now: DateTime<Utc>) -> Vec<String> {
    let mut parts = carried.splitn(3, '.');
    let (Some(given), Some(seconds), Some(text)) = (parts.next(), parts.next(), parts.next()) else {
        return Vec::new();
    };
    let Ok(seconds) = seconds.parse::<i64>() else {
        return Vec::new();
    };
    let is_fresh = (0..=FRESH_SECONDS).contains(&(now.timestamp() - seconds));
    if !is_fresh || !same(given, &seal(secrets, login, seconds, text)) {
        return Vec::new();
    }
    text.lines().map(str::to_owned).collect()
}

fn seal(secrets: &Secrets, login: &str, seconds: i64, text: &str) -> String {
    let hash = secrets.keyed_hash("flash", format!("{login}\n{seconds}\n{text}").as_bytes());
    hash.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// Compares in a time that does not depend on where the two differ.
fn same(left: &str, right: &str) -> bool {
    left.len() == right.len() && left.bytes().zip(right.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carried(location: &str) -> String {
        let uri: axum::http::Uri = location.parse().unwrap();
        address::parameters(&uri).into_iter().find(|(name, _)| name == DONE).unwrap().1
    }

    #[test]
    fn only_its_own_sentence_arrives_and_only_for_a_while() {
        let (ours, theirs) = (Secrets::new([1; 32]), Secrets::new([2; 32]));
        let now = DateTime::from_timestamp(1_764_000_000, 0).unwrap();
        let later = |seconds| now + chrono::Duration::seconds(seconds);
        let text = carried(&carry(&ours, "budi", "/a", &["Tercatat.".to_owned(), "1 & 2".to_owned()], now));
        assert_eq!(arrived(&ours, "budi", &text, later(10)), ["Tercatat.", "1 & 2"]);
        assert!(arrived(&theirs, "budi", &text, now).is_empty(), "another key");
        assert!(arrived(&ours, "siti", &text, now).is_empty(), "another person");
        assert!(
            arrived(&ours, "budi", &text.replace("Tercatat", "Dihapus"), now).is_empty(),
            "another sentence"
        );
        assert!(arrived(&ours, "budi", &text, later(301)).is_empty(), "too late");
        assert!(arrived(&ours, "budi", &text, later(-1)).is_empty(), "from tomorrow");
    }

    #[test]
    fn an_address_stays_short() {
        let many: Vec<String> =
            (0..500).map(|count| format!("Orang ke-{count} belum memenuhi syarat.")).collect();
        let now = DateTime::from_timestamp(1_764_000_000, 0).unwrap();
        let secrets = Secrets::new([1; 32]);
        let location = carry(&secrets, "budi", "/a", &many, now);
        assert!(location.len() < 4000, "{}", location.len());
        assert_eq!(arrived(&secrets, "budi", &carried(&location), now).last().unwrap(), "…");
    }
}
