// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Calls that may stand only in some places: the clock, and the making of a right.

use super::Problem;
use super::settings::OnlyIn;
use super::source::Source;

pub fn problems(sources: &[Source], rules: &[OnlyIn]) -> Vec<Problem> {
    sources.iter().flat_map(|source| rules.iter().flat_map(|rule| of_one(source, rule))).collect()
}

fn of_one(source: &Source, rule: &OnlyIn) -> Vec<Problem> {
    let allowed = rule.allowed.iter().any(|place| source.path.starts_with(place));
    if allowed || !source.path.starts_with(&rule.within) {
        return Vec::new();
    }
    let wanted = written(&rule.call);
    source
        .tokens
        .windows(wanted.len())
        .filter(|window| window.iter().map(|token| token.text.as_str()).eq(wanted.iter().copied()))
        .filter(|window| !(rule.except_tests && source.is_test_line(window[0].line)))
        .map(|window| {
            let what = format!("{} stands here, but {}", rule.call, rule.reason);
            Problem::new("place", &source.path, window[0].line, what)
        })
        .collect()
}

/// A path as the tokens it is written with.
fn written(path: &str) -> Vec<&str> {
    let mut tokens: Vec<&str> = path.split("::").flat_map(|segment| [segment, "::"]).collect();
    tokens.pop();
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, lines: &[usize]) {
        let rule = |call: &str, within: &str, allowed: &[&str]| OnlyIn {
            call: call.into(),
            within: within.into(),
            allowed: allowed.iter().map(|place| place.to_string()).collect(),
            except_tests: !within.is_empty(),
            reason: "it is so".into(),
        };
        let rules = [rule("Utc::now", "", &["floor/desk/"]), rule("Instant::now", "engines/", &[])];
        let found = problems(&[Source::parse(path, text).unwrap()], &rules);
        assert_eq!(found.iter().map(|problem| problem.line).collect::<Vec<_>>(), lines);
    }

    #[test]
    fn a_call_stands_only_where_it_may() {
        let text = "fn one() {\n    chrono::Utc::now();\n}";
        check("stages/training/src/a.rs", text, &[2]);
        check("floor/desk/src/clock.rs", text, &[]);
        check("app/src/a.rs", "/// As Utc::now does.\nfn now() { let _ = \"Utc::now\"; }", &[]);
        check("engines/checker/src/a.rs", "fn one() { std::time::Instant::now(); }", &[1]);
        check("app/src/a.rs", "fn one() { std::time::Instant::now(); }", &[]);
        check("engines/checker/tests/a.rs", "fn one() { Instant::now(); }", &[]);
        check("app/tests/a.rs", "fn one() { Utc::now(); }", &[1]);
    }
}
