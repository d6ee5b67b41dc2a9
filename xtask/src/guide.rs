// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The pictures of `docs/guide` and of the README, taken anew from the demo. What is taken is in `xtask/browser/guide.mjs`.

use crate::browser;
use crate::run::Tally;
use anyhow::{Context, Result, ensure};
use std::path::{Path, PathBuf};

const SCRIPT: &str = "xtask/browser/guide.mjs";
const GUIDE: &str = "docs/guide";

pub fn run(root: &Path) -> Result<()> {
    browser::play(root, SCRIPT, &mut Tally::default())?;
    let lost = lost_pictures(root)?;
    ensure!(lost.is_empty(), "the guide shows pictures that were not taken: {}", lost.join(", "));
    Ok(())
}

/// Pictures that a page of the guide shows and that are not there.
fn lost_pictures(root: &Path) -> Result<Vec<String>> {
    let mut lost = Vec::new();
    for page in pages(&root.join(GUIDE))? {
        let text = std::fs::read_to_string(&page).with_context(|| format!("reading {}", page.display()))?;
        let shown = shown_in(&text).filter(|name| !root.join(GUIDE).join(name).is_file());
        lost.extend(shown.map(str::to_owned));
    }
    Ok(lost)
}

fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))?;
    let paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
    Ok(paths.into_iter().filter(|path| path.extension().is_some_and(|end| end == "md")).collect())
}

/// The targets of `![words](img/name.png)`.
fn shown_in(text: &str) -> impl Iterator<Item = &str> {
    let pictures = text.split("![").skip(1).filter_map(|rest| rest.split_once("](")?.1.split(')').next());
    pictures.filter(|name| name.starts_with("img/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pictures_are_found_and_links_are_not() {
        let text =
            "![satu](img/a.png) dan [img](img/b.png)\n![dua](img/c.png) ![luar](https://contoh.id/d.png)";
        assert_eq!(shown_in(text).collect::<Vec<_>>(), ["img/a.png", "img/c.png"]);
        assert_eq!(shown_in("tanpa gambar").count(), 0);
    }

    #[test]
    fn every_picture_of_the_guide_is_there() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
        assert_eq!(lost_pictures(root).unwrap(), Vec::<String>::new());
    }
}
