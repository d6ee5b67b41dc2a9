// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Moments as XML Schema writes them.

use chrono::{DateTime, Timelike, Utc};

/// A `dateTimeStamp`: day, time and offset, all of them.
///
/// # Source
/// XML Schema 1.1 part 2, section 3.4.28.
pub fn date_time_stamp(text: &str) -> Option<DateTime<Utc>> {
    let bytes = text.as_bytes();
    let plain = bytes.get(10) == Some(&b'T') && !text.contains(['t', 'z', ' ', '\u{2212}']);
    let moment = DateTime::parse_from_rfc3339(text).ok().filter(|_| plain)?;
    let offset = moment.offset().local_minus_utc().abs();
    (moment.nanosecond() < 1_000_000_000 && offset <= 14 * 3600).then(|| moment.to_utc())
}

/// The same, where a missing offset means UTC.
///
/// # Source
/// Data Integrity 1.0, section 2.1 (created, expires); VC Data Model 2.0, section 4.9.
pub fn date_time(text: &str) -> Option<DateTime<Utc>> {
    date_time_stamp(text).or_else(|| date_time_stamp(&format!("{text}Z")))
}
