// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A function named `decide` answers every state and command by name: no arm that takes whatever is left.

use super::Problem;
use super::source::Source;
use syn::visit::{self, Visit};

pub fn problems(sources: &[Source]) -> Vec<Problem> {
    sources.iter().flat_map(of_one).collect()
}

fn of_one(source: &Source) -> Vec<Problem> {
    let mut finder = Finder { inside: false, lines: Vec::new() };
    finder.visit_file(&source.syntax);
    let what = "decide has an arm for whatever is left; name what it stands for";
    finder.lines.iter().map(|line| Problem::new("decide", &source.path, *line, what)).collect()
}

struct Finder {
    inside: bool,
    lines: Vec<usize>,
}

impl Finder {
    fn within(&mut self, name: &syn::Ident, visit: impl FnOnce(&mut Self)) {
        let outer = self.inside;
        self.inside = outer || name == "decide";
        visit(self);
        self.inside = outer;
    }
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_item_fn(&mut self, function: &'ast syn::ItemFn) {
        self.within(&function.sig.ident, |finder| visit::visit_item_fn(finder, function));
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        self.within(&function.sig.ident, |finder| visit::visit_impl_item_fn(finder, function));
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        if self.inside && arm.guard.is_none() && takes_anything(&arm.pat) {
            self.lines.push(arm.fat_arrow_token.spans[0].start().line);
        }
        visit::visit_arm(self, arm);
    }
}

/// `_`, a plain name, or a tuple of nothing else.
fn takes_anything(pattern: &syn::Pat) -> bool {
    match pattern {
        syn::Pat::Wild(_) => true,
        syn::Pat::Tuple(tuple) => tuple.elems.iter().all(takes_anything),
        // A capital first letter is a variant or a constant that was imported.
        syn::Pat::Ident(name) => {
            name.subpat.is_none() && name.ident.to_string().starts_with(|first: char| first.is_lowercase())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, lines: &[usize]) {
        let found = problems(&[Source::parse("a/src/state.rs", text).unwrap()]);
        assert_eq!(found.iter().map(|problem| problem.line).collect::<Vec<_>>(), lines);
    }

    #[test]
    fn decide_names_every_case() {
        check("fn decide() {\n match (a, b) {\n (Open, _) => 1,\n (Shut, Ring | Knock) => 2,\n }\n}", &[]);
        check("fn other() {\n match a {\n _ => 1,\n }\n}", &[]);
        check("fn decide() {\n match a {\n Open => 1,\n _ => 2,\n }\n}", &[4]);
        check("impl A {\n fn decide() {\n match a {\n _ => 2,\n }\n }\n}", &[4]);
        check("fn decide() {\n match (a, b) {\n (_, _) => 2,\n }\n}", &[3]);
        check("fn decide() {\n match a {\n rest => 2,\n }\n}", &[3]);
    }
}
