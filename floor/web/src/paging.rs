// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Long lists, fifty rows a page, by address.

use desk::{Form, Say, Teller};

use crate::address;

/// Which page of a list was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// The first page is 1.
    pub page: i64,
    pub per_page: i64,
}

/// What `parts::pager` shows.
#[derive(Debug, Clone)]
pub struct Pager {
    pub label: String,
    pub sentence: String,
    pub before: Option<String>,
    pub before_label: String,
    pub after: Option<String>,
    pub after_label: String,
}

impl Paging {
    /// Reads `?page=`.
    pub fn of(form: &Form) -> Self {
        let page = form.text("page").parse().unwrap_or(1);
        Self { page: i64::clamp(page, 1, 1_000_000), per_page: 50 }
    }

    /// For `LIMIT … OFFSET …`.
    pub fn offset(self) -> i64 {
        (self.page - 1) * self.per_page
    }

    /// Links to the pages before and after, keeping the other parameters of the list at `path`.
    pub fn pager(self, teller: Teller<'_>, path: &str, form: &Form, total: i64) -> Pager {
        let pages = ((total + self.per_page - 1) / self.per_page).max(1);
        let link = |page: i64| {
            // Parts of the path come along too; they do no harm, for the path itself wins over them.
            let others = form.pairs().iter().filter(|(name, value)| name != "page" && !value.is_empty());
            let base = others
                .fold(path.to_owned(), |base, (name, value)| address::with_parameter(&base, name, value));
            address::with_parameter(&base, "page", &page.to_string())
        };
        let sentence =
            Say::new("chrome-page-of").with("page", self.page).with("pages", pages).with("total", total);
        Pager {
            label: teller.say("chrome-pages"),
            sentence: teller.tell(&sentence),
            before: (self.page > 1).then(|| link((self.page - 1).min(pages))),
            before_label: teller.say("chrome-page-before"),
            after: (self.page < pages).then(|| link(self.page + 1)),
            after_label: teller.say("chrome-page-after"),
        }
    }
}

impl Pager {
    /// False for a list that fits on one page.
    pub fn is_needed(&self) -> bool {
        self.before.is_some() || self.after.is_some()
    }
}
