// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Words that must not stand in the tree; `tidy.toml` lists them and is itself not looked at.

use super::Problem;
use super::settings::{Settings, Word};
use super::tree::Tree;

pub fn problems(tree: &Tree, words: &[Word]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for (path, text) in tree.texts().filter(|(path, _)| *path != Settings::PATH) {
        let here: Vec<&Word> = words.iter().filter(|word| path.ends_with(&word.within)).collect();
        for (index, line) in text.lines().enumerate() {
            let lower = line.to_lowercase();
            let found =
                here.iter().filter(|word| stands_in(word, line, &lower) && !is_excepted(word, path, line));
            problems.extend(found.map(|word| {
                let what = format!("{} stands here: {}", word.text, word.reason);
                Problem::new("word", path, index + 1, what)
            }));
        }
    }
    problems
}

fn stands_in(word: &Word, line: &str, lower: &str) -> bool {
    if !word.whole_word {
        return lower.contains(&word.text.to_lowercase());
    }
    let joins = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(&word.text)
        .any(|(at, text)| !line[..at].ends_with(joins) && !line[at + text.len()..].starts_with(joins))
}

fn is_excepted(word: &Word, path: &str, line: &str) -> bool {
    word.except_lines.iter().any(|except| except.path == path && except.line == line.trim())
}

#[cfg(test)]
mod tests {
    use super::super::settings::ExceptLine;
    use super::*;

    #[track_caller]
    fn check(path: &str, text: &str, lines: &[usize]) {
        let word = |text: &str, whole_word, within: &str| Word {
            text: text.into(),
            whole_word,
            within: within.into(),
            except_lines: vec![ExceptLine { path: "list".into(), line: "from /house/one".into() }],
            reason: "it is so".into(),
        };
        let words = [word("/house/", false, ""), word("LATER", true, ""), word("later!", false, "rs")];
        let found = problems(&Tree::of(&[(path, text)]), &words);
        assert_eq!(found.iter().map(|problem| problem.line).collect::<Vec<_>>(), lines);
    }

    #[test]
    fn a_word_is_found_wherever_it_stands() {
        check("a.md", "fine\nsee /House/x\n", &[2]);
        check("a.md", "LATERAL and later\n// LATER: x\n", &[2]);
        check("a.rs", "later!()\n", &[1]);
        check("a.md", "later!()\n", &[]);
        check("list", "  from /house/one\nfrom /house/two\n", &[2]);
        check("tidy.toml", "/house/", &[]);
    }
}
