// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The paths that ARCHITECTURE.md names are there.

use super::Problem;
use super::tree::Tree;

const PATH: &str = "ARCHITECTURE.md";

pub fn problems(tree: &Tree) -> Vec<Problem> {
    let Some(text) = tree.text(PATH) else {
        return vec![Problem::new("architecture", PATH, 0, "the file is missing")];
    };
    let mut problems = Vec::new();
    let mut in_picture = false;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with("```") {
            in_picture = !in_picture;
        } else if !in_picture {
            let quoted = line.split('`').skip(1).step_by(2);
            let lost = quoted.filter_map(path_in).filter(|path| !tree.has(path));
            let what = |path: &str| format!("`{path}` is not in the tree");
            problems.extend(lost.map(|path| Problem::new("architecture", PATH, index + 1, what(path))));
        }
    }
    problems
}

/// The part of a quoted word that can be looked up, if it looks like a path of this repository at all.
fn path_in(word: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/._-{}*<>,".contains(c);
    let looks = word.contains('/') && !word.starts_with('/') && word.chars().all(plain);
    let ends = word.ends_with('/') || word.rsplit('/').next().is_some_and(|last| last.contains('.'));
    let top =
        ["app/", "floor/", "engines/", "stages/", "xtask/", "journeys/", "benches/", "docs/", "packaging/"];
    if !looks || !(ends || top.iter().any(|folder| word.starts_with(folder))) {
        return None;
    }
    // Of a pattern, the folder above its first varying part.
    let fixed = match word.find(['{', '*', '<']) {
        Some(varying) => &word[..word[..varying].rfind('/')?],
        None => word,
    };
    Some(fixed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tree = Tree::of(&[(PATH, text), ("stages/training/src/facts.rs", "")]);
        let found: Vec<String> = problems(&tree).into_iter().map(|problem| problem.what).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_named_path_is_there() {
        check("See `stages/training/src/facts.rs`, `stages/training/` and `stages/*/src`.", &[]);
        check("`/people/{id}`, `text/html`, `and/or`, `state.rs`, `a -> b/c.rs`", &[]);
        check("See `stages/training/src/rules.rs`.", &["`stages/training/src/rules.rs` is not in the tree"]);
        check("See `engines/timetable`.", &["`engines/timetable` is not in the tree"]);
        check("See `stage/{a,b}/src/x.rs`.", &["`stage` is not in the tree"]);
        check("```\n`stages/none/`\n```\n`stages/none/`", &["`stages/none/` is not in the tree"]);
    }

    #[test]
    fn the_file_itself_is_there() {
        assert_eq!(problems(&Tree::of(&[])).len(), 1);
    }
}
