// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A part of a long list for a program: so many after a cursor. What is added or taken away meanwhile moves nothing else.

use std::str::FromStr;

use store::Value;

use crate::{Desk, Field, Form, Halt, Kind, Secrets};

/// `?after=`: the `next` of the part before.
pub const AFTER: Field = Field::optional("after", Kind::Text);
/// `?limit=`: how many at most.
pub const LIMIT: Field = Field::optional("limit", Kind::Number);
/// `?q=`: words to search for.
pub const SEARCH: Field = Field::optional("q", Kind::Text);

/// How many come where nobody says how many, and at most.
const USUAL: i64 = 50;
const LARGEST: i64 = 200;
const PURPOSE: &str = "cursor";
const SEAL_BYTES: usize = 16;

/// Which part of a list was asked for. A list is in the order of its keys, which are unique and never change.
#[derive(Debug)]
pub struct Slice<'d> {
    secrets: &'d Secrets,
    after: Option<String>,
    limit: i64,
}

impl<'d> Slice<'d> {
    /// Reads `AFTER` and `LIMIT`.
    ///
    /// # Errors
    /// The limit is not from 1 to 200, or the cursor is not one of ours.
    pub fn read(desk: &'d Desk, form: &Form) -> Result<Self, Halt> {
        let secrets = &desk.house.secrets;
        let mut read = form.read();
        let limit = read.optional_number("limit").unwrap_or(USUAL);
        if !(1..=LARGEST).contains(&limit) {
            read.problem("limit", "problem-limit");
        }
        let cursor = form.text("after");
        let after = open(secrets, cursor);
        if after.is_none() && !cursor.is_empty() {
            read.problem("after", "problem-cursor");
        }
        read.done()?;
        Ok(Self { secrets, after, limit })
    }

    /// The end of a query: an `AND` to its condition, the order and one row more than asked for, which tells whether
    /// there are others. `column` holds the key.
    ///
    /// # Errors
    /// The cursor is one of another list.
    pub fn rest<K>(&self, column: &str, values: &mut Vec<Value>) -> Result<String, Halt>
    where
        K: FromStr + Into<Value>,
    {
        let mut and = String::new();
        if let Some(after) = &self.after {
            let key: K = after.parse().map_err(|_| Halt::field("after", "problem-cursor"))?;
            values.push(key.into());
            and = format!("AND {column} > ${}", values.len());
        }
        values.push((self.limit + 1).into());
        Ok(format!("{and} ORDER BY {column} LIMIT ${}", values.len()))
    }

    /// The rows of a query that ended in `rest`, and the cursor of what follows.
    pub fn of_query<T>(&self, mut rows: Vec<T>, key: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
        let limit = usize::try_from(self.limit).expect("a limit is between one and two hundred");
        if rows.len() <= limit {
            return (rows, None);
        }
        rows.truncate(limit);
        let next = rows.last().map(|row| seal(self.secrets, &key(row)));
        (rows, next)
    }

    /// The same of a short list that was read whole.
    pub fn of_all<T>(&self, mut rows: Vec<T>, key: impl Fn(&T) -> String) -> (Vec<T>, Option<String>) {
        rows.retain(|row| self.after.as_ref().is_none_or(|after| key(row) > *after));
        rows.sort_by_cached_key(&key);
        self.of_query(rows, key)
    }
}

/// A cursor says where to go on and nothing else; sealed, so that nobody asks by a key of her own making.
fn seal(secrets: &Secrets, key: &str) -> String {
    let mut bytes = secrets.keyed_hash(PURPOSE, key.as_bytes())[..SEAL_BYTES].to_vec();
    bytes.extend_from_slice(key.as_bytes());
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn open(secrets: &Secrets, cursor: &str) -> Option<String> {
    let pairs = cursor.as_bytes().chunks(2).map(|pair| {
        let pair = std::str::from_utf8(pair).ok().filter(|pair| pair.len() == 2)?;
        u8::from_str_radix(pair, 16).ok()
    });
    let bytes: Vec<u8> = pairs.collect::<Option<_>>()?;
    let key = String::from_utf8(bytes.get(SEAL_BYTES..)?.to_vec()).ok()?;
    (seal(secrets, &key) == cursor && !key.is_empty()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slice(secrets: &Secrets, after: Option<String>, limit: i64) -> Slice<'_> {
        Slice { secrets, after, limit }
    }

    #[test]
    fn parts_follow_each_other_whatever_is_added_before() {
        let secrets = Secrets::new([7; 32]);
        let all = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<String>>();
        let (first, next) = slice(&secrets, None, 2).of_all(all(&["c", "a", "d", "b"]), String::clone);
        assert_eq!(first, ["a", "b"]);
        let after = open(&secrets, &next.expect("there are others"));
        let (second, next) =
            slice(&secrets, after, 2).of_all(all(&["c", "a", "aa", "d", "b"]), String::clone);
        assert_eq!((second, next), (all(&["c", "d"]), None));
    }

    #[test]
    fn only_our_own_cursors_open() {
        let secrets = Secrets::new([7; 32]);
        let cursor = seal(&secrets, "PKS-1");
        assert_eq!(open(&secrets, &cursor).as_deref(), Some("PKS-1"));
        assert_eq!(open(&Secrets::new([8; 32]), &cursor), None);
        for wrong in ["", "00", "zz", "é", &cursor[2..], &cursor.to_uppercase()] {
            assert_eq!(open(&secrets, wrong), None, "{wrong}");
        }
    }
}
