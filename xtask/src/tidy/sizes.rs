// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Files and functions stay small enough to be read in one go, or say in `tidy.toml` why they are not.

use super::Problem;
use super::settings::{Larger, Settings};
use super::source::Source;
use syn::visit::{self, Visit};

/// Files and functions over the limit, and exceptions that nothing needs any more.
pub fn problems(sources: &[Source], settings: &Settings) -> Vec<Problem> {
    let mut judge = Judge { settings, needed: vec![false; settings.larger.len()], problems: Vec::new() };
    for source in sources {
        let limit = settings.limits.file_lines;
        judge.measure(&Measured {
            path: &source.path,
            line: 1,
            function: None,
            lines: source.lines_without_tests(),
            limit,
        });
        let mut functions = Functions { found: Vec::new() };
        functions.visit_file(&source.syntax);
        for (name, line, lines) in functions.found {
            let limit = settings.limits.function_lines;
            judge.measure(&Measured { path: &source.path, line, function: Some(&name), lines, limit });
        }
    }
    let idle = settings.larger.iter().zip(&judge.needed).filter(|(_, needed)| !**needed);
    let unneeded = idle.map(|(larger, _)| {
        Problem::new("size", Settings::PATH, 0, format!("the exception for {} is not needed", larger.path))
    });
    let unneeded: Vec<Problem> = unneeded.collect();
    [judge.problems, unneeded].concat()
}

/// One line with the median and the ninetieth percentile of the files that are not tests.
pub fn summary(sources: &[Source]) -> String {
    let mut lines: Vec<usize> =
        sources.iter().filter(|source| !source.is_test()).map(Source::lines_without_tests).collect();
    lines.sort_unstable();
    let at = |percent: usize| lines.get(lines.len() * percent / 100).copied().unwrap_or(0);
    format!("sizes: {} files without tests, median {} lines, p90 {}", lines.len(), at(50), at(90))
}

struct Measured<'a> {
    path: &'a str,
    line: usize,
    function: Option<&'a str>,
    lines: usize,
    limit: usize,
}

struct Judge<'a> {
    settings: &'a Settings,
    needed: Vec<bool>,
    problems: Vec<Problem>,
}

impl Judge<'_> {
    fn measure(&mut self, measured: &Measured<'_>) {
        if measured.lines <= measured.limit {
            return;
        }
        let fits =
            |larger: &Larger| larger.path == measured.path && larger.function.as_deref() == measured.function;
        let mut limit = measured.limit;
        let mut reason = String::new();
        for (larger, needed) in self.settings.larger.iter().zip(&mut self.needed) {
            if fits(larger) {
                *needed = true;
                limit = larger.lines;
                reason = format!(" (larger because {})", larger.reason);
            }
        }
        if measured.lines > limit {
            let thing = measured.function.map_or("file".to_owned(), |name| format!("fn {name}"));
            let what = format!("{thing} has {} lines, at most {limit}{reason}", measured.lines);
            self.problems.push(Problem::new("size", measured.path, measured.line, what));
        }
    }
}

/// Name, first line and number of lines of each function, without its attributes and docs.
struct Functions {
    found: Vec<(String, usize, usize)>,
}

impl Functions {
    fn add(&mut self, signature: &syn::Signature, block: &syn::Block) {
        let first = signature.fn_token.span.start().line;
        let last = block.brace_token.span.close().end().line;
        self.found.push((signature.ident.to_string(), first, last + 1 - first));
    }
}

impl<'ast> Visit<'ast> for Functions {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.add(&function.sig, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_trait_item_fn(&mut self, function: &'ast syn::TraitItemFn) {
        if let Some(block) = &function.default {
            self.add(&function.sig, block);
        }
        visit::visit_trait_item_fn(self, function);
    }
}

#[cfg(test)]
mod tests {
    use super::super::settings::{House, Limits};
    use super::*;

    #[track_caller]
    fn check(text: &str, larger: &[(&str, Option<&str>, usize)], expected: &[&str]) {
        let larger = larger.iter().map(|(path, function, lines)| Larger {
            path: path.to_string(),
            function: function.map(str::to_owned),
            lines: *lines,
            reason: "it is a table".into(),
        });
        let settings = Settings {
            house: House { floor: Vec::new(), stages: Vec::new() },
            limits: Limits { file_lines: 6, function_lines: 3 },
            larger: larger.collect(),
            only_in: Vec::new(),
            word: Vec::new(),
        };
        let source = Source::parse("a/src/a.rs", text).unwrap();
        let found: Vec<String> =
            problems(&[source], &settings).into_iter().map(|problem| problem.what).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn files_are_counted_without_their_tests() {
        check("struct A;\n\n\n\n\n#[cfg(test)]\nmod tests {\n\n}\n", &[], &[]);
        check("struct A;\n\n\n\n\n\nstruct B;\n", &[], &["file has 7 lines, at most 6"]);
        check(
            "#[cfg(test)]\nmod tests;\nstruct A;\n\n\n\n\n\nstruct B;\n",
            &[],
            &["file has 7 lines, at most 6"],
        );
    }

    #[test]
    fn functions_are_counted_wherever_they_stand() {
        check("/// Docs.\n#[inline]\nfn one() {\n    two();\n}\n", &[], &[]);
        check("fn one() {\n    1;\n    2;\n}\n", &[], &["fn one has 4 lines, at most 3"]);
        check("impl A {\n fn two() {\n 1;\n 2;\n }\n}\n", &[], &["fn two has 4 lines, at most 3"]);
        check("trait A {\n fn tri() {\n 1;\n 2;\n }\n}\n", &[], &["fn tri has 4 lines, at most 3"]);
    }

    #[test]
    fn an_exception_has_its_own_limit_and_must_be_needed() {
        let text = "fn one() {\n    1;\n    2;\n}\n";
        check(text, &[("a/src/a.rs", Some("one"), 4)], &[]);
        let what = "fn one has 4 lines, at most 3 (larger because it is a table)";
        check(text, &[("a/src/a.rs", Some("one"), 3)], &[what]);
        let idle = "the exception for b/src/b.rs is not needed";
        check("struct A;\n", &[("b/src/b.rs", None, 9)], &[idle]);
    }
}
