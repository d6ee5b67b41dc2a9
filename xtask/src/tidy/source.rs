// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A Rust file, parsed once for all rules: its syntax tree, its flat tokens, and which lines are tests.

use super::Problem;
use super::tree::Tree;
use proc_macro2::{Delimiter, Spacing, TokenStream, TokenTree};
use std::ops::RangeInclusive;
use std::str::FromStr;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};

pub struct Source {
    pub path: String,
    pub lines: usize,
    pub syntax: syn::File,
    pub tokens: Vec<Token>,
    tests: Vec<RangeInclusive<usize>>,
}

/// An identifier, a punctuation mark (`::` as one) or a bracket. Literals, and with them docs, keep only their place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub text: String,
    pub line: usize,
    pub is_name: bool,
}

impl Source {
    pub fn parse(path: &str, text: &str) -> syn::Result<Self> {
        let syntax = syn::parse_file(text)?;
        let mut tokens = Vec::new();
        flatten(TokenStream::from_str(text)?, &mut tokens);
        let mut finder = TestFinder { tests: Vec::new() };
        finder.visit_file(&syntax);
        Ok(Self { path: path.to_owned(), lines: text.lines().count(), syntax, tokens, tests: finder.tests })
    }

    /// Whether the whole file is a test.
    pub fn is_test(&self) -> bool {
        self.path.contains("/tests/") || self.path.ends_with("/tests.rs") || self.path.contains("/benches/")
    }

    pub fn is_test_line(&self, line: usize) -> bool {
        self.is_test() || self.tests.iter().any(|range| range.contains(&line))
    }

    /// The lines that are not in an item marked `#[cfg(test)]`.
    pub fn lines_without_tests(&self) -> usize {
        (1..=self.lines).filter(|line| !self.tests.iter().any(|range| range.contains(line))).count()
    }
}

/// Parses every Rust file; one that does not parse is a problem.
pub fn parse_all(tree: &Tree) -> (Vec<Source>, Vec<Problem>) {
    let mut sources = Vec::new();
    let mut problems = Vec::new();
    for (path, text) in tree.texts().filter(|(path, _)| path.ends_with(".rs")) {
        match Source::parse(path, text) {
            Ok(source) => sources.push(source),
            Err(fault) => {
                problems.push(Problem::new("syntax", path, fault.span().start().line, fault.to_string()))
            }
        }
    }
    (sources, problems)
}

fn flatten(stream: TokenStream, tokens: &mut Vec<Token>) {
    let mut joined = false;
    for tree in stream {
        let line = tree.span().start().line;
        let mut push = |text: String, is_name| tokens.push(Token { text, line, is_name });
        match tree {
            TokenTree::Ident(ident) => push(ident.to_string(), true),
            TokenTree::Literal(_) => push("\"\"".to_owned(), false),
            TokenTree::Punct(punct) if joined && punct.as_char() == ':' => {
                tokens.last_mut().expect("the first colon was pushed").text.push(':');
                joined = false;
                continue;
            }
            TokenTree::Punct(punct) => {
                push(punct.as_char().to_string(), false);
                joined = punct.as_char() == ':' && punct.spacing() == Spacing::Joint;
                continue;
            }
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ("(", ")"),
                    Delimiter::Brace => ("{", "}"),
                    Delimiter::Bracket => ("[", "]"),
                    Delimiter::None => ("", ""),
                };
                push(open.to_owned(), false);
                flatten(group.stream(), tokens);
                let line = group.span_close().end().line;
                tokens.push(Token { text: close.to_owned(), line, is_name: false });
            }
        }
        joined = false;
    }
}

struct TestFinder {
    tests: Vec<RangeInclusive<usize>>,
}

impl<'ast> Visit<'ast> for TestFinder {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        if attributes(item).iter().any(is_cfg_test) {
            self.tests.push(lines(item));
        } else {
            visit::visit_item(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, function: &'ast syn::ImplItemFn) {
        if function.attrs.iter().any(is_cfg_test) {
            self.tests.push(lines(function));
        }
    }
}

fn lines(spanned: &impl Spanned) -> RangeInclusive<usize> {
    let span = spanned.span();
    span.start().line..=span.end().line
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

fn is_cfg_test(attribute: &syn::Attribute) -> bool {
    let syn::Meta::List(list) = &attribute.meta else {
        return false;
    };
    let condition: String = list.tokens.to_string().split_whitespace().collect();
    list.path.is_ident("cfg") && (condition == "test" || condition.starts_with("all(test,"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_are_told_from_code_and_colons_are_joined() {
        let text = "fn one() { a::b(); }\n#[cfg(test)]\nmod tests {\n    fn two() {}\n}\nstruct Three;\n";
        let source = Source::parse("x/src/a.rs", text).unwrap();
        assert_eq!(source.lines_without_tests(), 2);
        assert!(source.is_test_line(4) && !source.is_test_line(6));
        let texts: Vec<&str> = source.tokens.iter().map(|token| token.text.as_str()).take(8).collect();
        assert_eq!(texts, ["fn", "one", "(", ")", "{", "a", "::", "b"]);
    }
}
