// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A stage reads an earlier stage through its `facts` alone, however the path is written.

use super::Problem;
use super::settings::House;
use super::source::{Source, Token};

pub fn problems(sources: &[Source], house: &House) -> Vec<Problem> {
    sources.iter().flat_map(|source| of_one(source, house)).collect()
}

fn of_one(source: &Source, house: &House) -> Vec<Problem> {
    let Some((own, _)) = source.path.strip_prefix("stages/").and_then(|below| below.split_once("/src/"))
    else {
        return Vec::new();
    };
    let tokens = &source.tokens;
    let mut problems = Vec::new();
    for (index, token) in tokens.iter().enumerate() {
        let other = token.is_name && token.text != own && house.stages.contains(&token.text);
        if !other || source.is_test_line(token.line) || is_inner_segment(tokens, index) {
            continue;
        }
        if !reads_facts_only(tokens, index) {
            let what = format!("{} is read beside its facts", token.text);
            problems.push(Problem::new("facts", &source.path, token.line, what));
        }
    }
    problems
}

/// Whether the name continues a path, as in `crate::training`, and so is a module of this crate.
fn is_inner_segment(tokens: &[Token], index: usize) -> bool {
    index >= 2
        && tokens[index - 1].text == "::"
        && tokens[index - 2].is_name
        && tokens[index - 2].text != "use"
}

fn reads_facts_only(tokens: &[Token], index: usize) -> bool {
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text.as_str());
    if text(index + 1) != "::" {
        // Without a path it is a field or a variable; `use partnership as p` opens the whole crate.
        let before = if index == 0 { "" } else { text(index - 1) };
        return !matches!(before, "use" | "crate");
    }
    match text(index + 2) {
        "facts" => true,
        "{" => all_begin_with_facts(&tokens[index + 3..]),
        _ => false,
    }
}

/// Looks at the first name of each element of a braced import, up to its closing brace.
fn all_begin_with_facts(tokens: &[Token]) -> bool {
    let mut depth = 0_usize;
    let mut begins = true;
    for token in tokens {
        match token.text.as_str() {
            "}" if depth == 0 => return true,
            "}" => depth -= 1,
            "{" => depth += 1,
            "," if depth == 0 => {
                begins = true;
                continue;
            }
            text if begins && text != "facts" => return false,
            _ => {}
        }
        begins = false;
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, lines: &[usize]) {
        let stages = ["partnership", "programme", "training"].map(str::to_owned).into();
        let house = House { floor: Vec::new(), stages };
        let found: Vec<usize> = problems(&[Source::parse(path, text).unwrap()], &house)
            .iter()
            .map(|problem| problem.line)
            .collect();
        assert_eq!(found, lines, "{text}");
    }

    #[test]
    fn facts_are_read_and_nothing_else() {
        let path = "stages/training/src/actions/open.rs";
        check(path, "use partnership::facts::Agreement;", &[]);
        check(path, "use partnership::{facts, facts::{Term, Party}};", &[]);
        check(path, "use crate::programme::Row;\nfn one(partnership: u8) -> u8 { partnership }", &[]);
        check(path, "/// As partnership::state says.\nfn one() { let _ = \"partnership::store\"; }", &[]);
        check(path, "use partnership::state::State;", &[1]);
        check(path, "use partnership::{facts, store};", &[1]);
        check(path, "use ::partnership::store;", &[1]);
        check(path, "use partnership as earlier;", &[1]);
        check(path, "fn one() {\n    ::programme::store::all();\n    programme::router();\n}", &[2, 3]);
        check(path, "fn one() { run!(programme::store::all()); }", &[1]);
    }

    #[test]
    fn tests_and_the_door_may_see_more() {
        check("stages/training/tests/open.rs", "use partnership::store;", &[]);
        check("stages/training/src/a.rs", "#[cfg(test)]\nmod tests {\n    use partnership::store;\n}", &[]);
        check("app/src/routes.rs", "use partnership::router;", &[]);
    }
}
