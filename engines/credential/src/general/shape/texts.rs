// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Names and descriptions, in one language or several.

use serde_json::Value;

use super::base::each;
use crate::general::marked::is_language;
use crate::problem::Problem;

/// `name` and `description`, if they are there: a string, or a value object of language and direction, or several.
///
/// # Source
/// VC Data Model 2.0, sections 4.6 and 11.1.
pub(crate) fn names(object: &Value, path: &str, problems: &mut Vec<Problem>) {
    for member in ["name", "description"] {
        if let Some(value) = object.get(member) {
            for (path, one) in each(value, &format!("{path}.{member}")) {
                if !one.is_string() {
                    value_object(one, &path, problems);
                }
            }
        }
    }
}

fn value_object(value: &Value, path: &str, problems: &mut Vec<Problem>) {
    let Some(members) = value.as_object() else {
        problems.push(Problem::malformed(path, "must be a string or a text with its language"));
        return;
    };
    if !members.get("@value").is_some_and(Value::is_string) {
        problems.push(Problem::malformed(format!("{path}.@value"), "must be a string"));
    }
    for (member, value) in members {
        let fits = match member.as_str() {
            "@value" => true,
            "@language" => value.as_str().is_some_and(is_language),
            "@direction" => value == "ltr" || value == "rtl",
            _ => false,
        };
        if !fits {
            let detail = "beside @value there may be @language, a language tag, and @direction, ltr or rtl";
            problems.push(Problem::malformed(format!("{path}.{member}"), detail));
        }
    }
}
