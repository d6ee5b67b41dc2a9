// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The JP of a curriculum by kind, as `jp_bar.html` shows them: one bar in parts, and the numbers in a table.

use desk::{Desk, Say};

use crate::facts::{ModuleFact, ModuleKind};

/// The bar with its table.
pub struct JpBar {
    pub total: i64,
    /// The whole bar in words, for those who do not see it.
    pub label: String,
    pub shares: Vec<Share>,
}

/// One kind of module.
pub struct Share {
    pub kind: String,
    pub jp: i64,
    pub modules: usize,
    /// Of the bar's width, such as `41.7`.
    pub left_percent: String,
    pub width_percent: String,
    /// The class that fills the part.
    pub fill: &'static str,
    pub percent: i64,
}

/// Adds the modules up by kind; a kind without modules is left out.
pub fn jp_bar(desk: &Desk, modules: &[ModuleFact]) -> JpBar {
    let teller = desk.teller();
    let total: i64 = modules.iter().map(|module| module.jp).sum();
    let mut left = 0;
    let mut shares = Vec::new();
    for kind in ModuleKind::ALL {
        let own: Vec<&ModuleFact> = modules.iter().filter(|module| module.kind == *kind).collect();
        let jp: i64 = own.iter().map(|module| module.jp).sum();
        if jp == 0 {
            continue;
        }
        shares.push(Share {
            kind: teller.code("module-kind", kind.code()),
            jp,
            modules: own.len(),
            left_percent: tenths(left, total),
            width_percent: tenths(jp, total),
            fill: fill(*kind),
            percent: (jp * 100 + total / 2) / total,
        });
        left += jp;
    }
    let parts: Vec<String> = shares.iter().map(|share| format!("{} {} JP", share.kind, share.jp)).collect();
    let label = teller.tell(&Say::new("jp-bar-label").with("total", total).with("parts", parts.join(", ")));
    JpBar { total, label, shares }
}

fn fill(kind: ModuleKind) -> &'static str {
    match kind {
        ModuleKind::Theory => "f-plan",
        ModuleKind::Practice => "f-done",
        ModuleKind::SoftSkill => "f-soon",
        ModuleKind::Business => "f-me",
    }
}

/// A share of the whole in percent with one decimal, rounded down so that the parts never pass the end of the bar.
fn tenths(part: i64, whole: i64) -> String {
    let tenths = part * 1000 / whole.max(1);
    format!("{}.{}", tenths / 10, tenths % 10)
}
