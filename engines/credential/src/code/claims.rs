// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The claims of a code: two of the standard's own, and one that holds all the rest in a fixed order, which is shorter than
//! naming each.

use chrono::{DateTime, NaiveDate, NaiveTime};

use super::CodeFacts;
use super::cbor::{Reader, Writer};
use crate::badge::BadgeKind;

/// # Source
/// RFC 8392, section 3.1 (`exp`, `iat`), and section 9.1: numbers below -65536 are for private use.
const EXPIRES: i64 = 4;
const ISSUED: i64 = 6;
const FACTS: i64 = -65_537;

/// The end of a text that was cut.
const CUT: &str = "…";
/// Bytes that the learner's name may take before the achievement has its turn.
const MOST_NAME: usize = 48;

const KINDS: [BadgeKind; 4] =
    [BadgeKind::Training, BadgeKind::School, BadgeKind::Competence, BadgeKind::Acknowledgement];

/// Bytes of the claims apart from the letters of name and achievement.
pub fn bytes_without_words(facts: &CodeFacts) -> usize {
    // Both texts are longer than 23 bytes at worst, which costs each one byte more.
    written(facts, ["", ""]).len() + 2
}

/// The claims, with name and achievement in no more than `room` bytes together.
pub fn write(facts: &CodeFacts, room: usize) -> Vec<u8> {
    let spare = room.saturating_sub(facts.achievement.len());
    let name = cut(&facts.learner, MOST_NAME.max(spare).min(room));
    let achievement = cut(&facts.achievement, room - name.len());
    written(facts, [&name, &achievement])
}

fn written(facts: &CodeFacts, [learner, achievement]: [&str; 2]) -> Vec<u8> {
    let mut claims = Writer::default();
    claims.map(2 + u64::from(facts.valid_until.is_some()));
    if let Some(last) = facts.valid_until {
        claims.int(EXPIRES);
        claims.int(seconds(last) + SECONDS_OF_DAY - 1);
    }
    claims.int(ISSUED);
    claims.int(seconds(facts.awarded_on));
    claims.int(FACTS);
    claims.array(if facts.status.is_some() { 7 } else { 5 });
    claims.int(KINDS.iter().position(|kind| *kind == facts.kind).map_or(0, |place| place as i64));
    claims.text(&facts.number);
    claims.text(learner);
    claims.text(achievement);
    claims.int(facts.units.into());
    if let Some((list, place)) = facts.status {
        claims.int(list.into());
        claims.int(place.into());
    }
    claims.0
}

/// Nothing where the bytes are other claims.
pub fn read(payload: &[u8]) -> Option<CodeFacts> {
    let mut claims = Reader(payload);
    let valid_until = match claims.map()? {
        2 => None,
        3 if claims.int()? == EXPIRES => Some(day(claims.int()?.checked_sub(SECONDS_OF_DAY - 1)?)?),
        _ => return None,
    };
    let (issued, awarded_on, facts) = (claims.int()?, day(claims.int()?)?, claims.int()?);
    if (issued, facts) != (ISSUED, FACTS) {
        return None;
    }
    let count = claims.array()?;
    let facts = CodeFacts {
        kind: *KINDS.get(usize::try_from(claims.int()?).ok()?)?,
        number: claims.text()?.to_owned(),
        learner: claims.text()?.to_owned(),
        achievement: claims.text()?.to_owned(),
        units: claims.int()?.try_into().ok()?,
        awarded_on,
        valid_until,
        status: match count {
            5 => None,
            7 => Some((claims.int()?.try_into().ok()?, claims.int()?.try_into().ok()?)),
            _ => return None,
        },
    };
    claims.done(facts)
}

const SECONDS_OF_DAY: i64 = 24 * 60 * 60;

fn seconds(day: NaiveDate) -> i64 {
    day.and_time(NaiveTime::MIN).and_utc().timestamp()
}

/// The day that begins with this second; nothing within a day, so that no hour can hide in a code.
fn day(seconds: i64) -> Option<NaiveDate> {
    let whole = seconds % SECONDS_OF_DAY == 0;
    DateTime::from_timestamp(seconds, 0).filter(|_| whole).map(|moment| moment.date_naive())
}

/// The text, or as much of it as fits with the mark that it goes on.
fn cut(text: &str, room: usize) -> String {
    if text.len() <= room {
        return text.to_owned();
    }
    let Some(room) = room.checked_sub(CUT.len()) else { return String::new() };
    let end = text.floor_char_boundary(room);
    format!("{}{CUT}", text[..end].trim_end())
}
