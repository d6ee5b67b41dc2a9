// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Each certificate's PDF and JSON as files, for those who check them with programs of their own.

use std::path::Path;

use anyhow::Context;
use desk::House;

/// Writes what is not there yet.
pub async fn write(house: &House, folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("cannot create {}", folder.display()))?;
    let on = house.db.read();
    for (_, _, agreement) in super::table::CASES {
        let Some(agreement) = partnership::facts::agreement_by_code(on, agreement).await? else { continue };
        for batch in programme::facts::batches_under(on, agreement.id).await? {
            for (number, pdf, json) in certification::facts::all_for_export(on, batch.id).await? {
                put(&folder.join(format!("{number}.pdf")), &pdf)?;
                put(&folder.join(format!("{number}.json")), json.as_bytes())?;
            }
        }
    }
    Ok(())
}

/// Leaves a file alone that holds these bytes already.
fn put(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    if std::fs::read(path).ok().as_deref() == Some(bytes) {
        return Ok(());
    }
    std::fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
