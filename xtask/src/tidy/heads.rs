// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every Rust file says its licence and what is in it; every crate of the house has its sign.

use super::Problem;
use super::tree::Tree;

const LICENCE: &str = "// SPDX-License-Identifier: Apache-2.0 OR MIT";

pub fn problems(tree: &Tree) -> Vec<Problem> {
    let rust = tree.texts().filter(|(path, _)| path.ends_with(".rs"));
    rust.filter_map(|(path, text)| head(path, text)).chain(signs(tree)).collect()
}

fn head(path: &str, text: &str) -> Option<Problem> {
    let mut lines = text.lines();
    if lines.next() != Some(LICENCE) {
        return Some(Problem::new("head", path, 1, format!("the first line is not {LICENCE}")));
    }
    let second = lines.next().unwrap_or_default();
    // A crate may have its README as its docs.
    let told = second.strip_prefix("//!").is_some_and(|said| !said.trim().is_empty())
        || second.starts_with("#![doc = include_str!");
    (!told).then(|| Problem::new("head", path, 2, "no `//!` saying what is here"))
}

fn signs(tree: &Tree) -> impl Iterator<Item = Problem> {
    let rooms = tree.paths().filter_map(|path| path.strip_suffix("/Cargo.toml"));
    let house =
        rooms.filter(|folder| ["floor/", "engines/", "stages/"].iter().any(|top| folder.starts_with(top)));
    house
        .filter(|folder| !tree.has(&format!("{folder}/README.md")))
        .map(|folder| Problem::new("sign", folder, 0, "no README.md"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(files: &[(&str, &str)], expected: &[(&str, usize)]) {
        let found = problems(&Tree::of(files));
        let found: Vec<(&str, usize)> = found.iter().map(|problem| (problem.rule, problem.line)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_file_says_its_licence_and_its_purpose() {
        check(&[("a.rs", &format!("{LICENCE}\n//! What is here.\n"))], &[]);
        check(&[("a.rs", &format!("{LICENCE}\n#![doc = include_str!(\"../README.md\")]\n"))], &[]);
        check(&[("a.rs", "//! What is here.\n")], &[("head", 1)]);
        check(&[("a.rs", &format!("{LICENCE}\n\nuse std::fmt;\n"))], &[("head", 2)]);
        check(&[("a.rs", &format!("{LICENCE}\n//!\n"))], &[("head", 2)]);
    }

    #[test]
    fn a_room_has_a_sign() {
        check(&[("stages/training/Cargo.toml", ""), ("stages/training/README.md", "")], &[]);
        check(&[("stages/training/Cargo.toml", ""), ("stages/training2/README.md", "")], &[("sign", 0)]);
        check(&[("xtask/Cargo.toml", "")], &[]);
    }
}
