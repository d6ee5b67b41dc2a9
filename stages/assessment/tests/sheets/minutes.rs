// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The minutes of the deciding meeting, read back as text: nothing judged, recommended and waiting, confirmed.

use crate::licensed::{MODERATE, decided, licensed};
use crate::stories::{Story, in_scene};

const MINUTES: &str = "/batches/A-1/assessment/forms/pleno-01";

/// What stands behind her name in the table of decisions.
///
/// Only there: the sample drawn for moderation, which differs from run to run, names people above it.
fn decision<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let (_, table) = text.split_once("Rekomendasi asesor").expect("the table of decisions has its heading");
    behind(table, name)
}

/// What stands behind a label.
fn behind<'a>(text: &'a str, start: &str) -> Vec<&'a str> {
    let found = text.lines().find_map(|line| line.trim().split_once(start).map(|(_, rest)| rest));
    found
        .unwrap_or_else(|| panic!("no line with {start}: {text}"))
        .split_whitespace()
        .filter(|word| *word != ":")
        .collect()
}

#[tokio::test]
async fn the_minutes_say_what_is_decided_and_leave_open_what_is_not() {
    in_scene(Story::Welding, |scene| async move {
        licensed(&scene).await;
        let before = scene.house.get("manajer", MINUTES).await.expect(200).printed();
        assert_eq!(behind(&before, "Asesi yang diuji"), ["0"]);
        assert!(decision(&before, "Saidi Rahman").is_empty(), "nobody has judged him: {before}");

        decided(&scene).await;
        let waiting = scene.house.get("manajer", MINUTES).await.expect(200).printed();
        assert_eq!(behind(&waiting, "Asesi yang diuji"), ["16"]);
        assert_eq!(behind(&waiting, "Menunggu"), ["16"]);
        assert_eq!(decision(&waiting, "Saidi Rahman"), ["K"], "recommended and no more: {waiting}");
        assert_eq!(decision(&waiting, "Ambo Lallo"), ["BK"]);

        let confirm = [("outcome", "confirm"), ("day", "23-11-2026"), ("note", "Bukti lengkap.")];
        scene.house.post("manajer", MODERATE, &confirm).await.expect(303);
        let confirmed = scene.house.get("manajer", MINUTES).await.expect(200).printed();
        assert_eq!(behind(&confirmed, "Menunggu"), ["0"]);
        assert_eq!(behind(&confirmed, "Belum kompeten"), ["4"]);
        assert_eq!(decision(&confirmed, "Saidi Rahman"), ["K", "K"], "{confirmed}");
        assert_eq!(decision(&confirmed, "Ambo Lallo"), ["BK", "BK"]);
        assert!(
            confirmed.contains("Disahkan oleh manajer, 23 November 2026."),
            "by another hand: {confirmed}"
        );
    })
    .await;
}
