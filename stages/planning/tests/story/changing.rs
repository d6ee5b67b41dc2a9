// SPDX-License-Identifier: Apache-2.0 OR MIT
//! A proposal changed by hand: seen before it is kept, refused with everything it breaks, kept beside the one it comes from.

use kernel::day;
use planning::proposal::{self, Draft, DraftSlot, ProposalFact, Why};
use web::testing::on_each_database;

use crate::ground::{Ground, day as on_day, plan};
use crate::proposing::{id, made, ranked};

const CHANGE: &str = "/proposals/USUL-1/change";

async fn read(ground: &Ground, code: &str) -> (ProposalFact, Draft) {
    let on = ground.house.house.db.read();
    let made = proposal::proposal_by_code(on, code)
        .await
        .expect("proposals can be read")
        .unwrap_or_else(|| panic!("no {code}"));
    let draft = proposal::read_draft(on, &made).await.expect("drafts can be read");
    (made, draft)
}

async fn codes(ground: &Ground) -> Vec<String> {
    let known = proposal::proposals_of(ground.house.house.db.read(), ground.host)
        .await
        .expect("proposals can be read");
    known.into_iter().map(|one| one.code).collect()
}

/// The session of LAS-1's last module, which nothing must follow.
fn business(draft: &Draft) -> &DraftSlot {
    let of_module = |slot: &&DraftSlot| slot.batch.0 == id(50) && slot.module.0 == id(72);
    draft.slots.iter().find(of_module).expect("every module is laid")
}

fn named(slot: &DraftSlot) -> String {
    proposal::slot_name("LAS-1", slot)
}

/// The address of the preview.
fn preview(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", value.replace(' ', "+"))).collect();
    format!("{CHANGE}?preview=1&{}", pairs.join("&"))
}

#[tokio::test]
async fn a_change_that_breaks_things_is_refused_with_every_one_of_them_and_nothing_is_kept() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-1").await.expect(303);
        let (_, draft) = read(&ground, "USUL-1").await;
        let session = named(business(&draft));
        // A Sunday, when the place and the instructor are both closed.
        let sunday = [("session", session.as_str()), ("day", "15-02-2026")];
        let breaks = ["Sesi di luar jam kegiatan", "Sesi di luar jam tersedia instruktur INS-LAS"];
        let seen = ground.house.get("giatja", &preview(&sunday)).await.expect(200);
        let refused = ground.house.post("giatja", CHANGE, &sunday).await.expect(409);
        for sentence in breaks.into_iter().chain(["2 hal dilanggar"]) {
            assert!(seen.shows(sentence), "{sentence}");
            assert!(refused.shows(sentence), "{sentence}");
        }
        // Onto another session of the same people, room or not: nobody is named, no id is shown.
        let other = draft.slots.iter().find(|slot| slot.batch.0 == id(50) && slot.module.0 == id(71));
        let other = other.expect("every module is laid");
        let (on, at) = (day::short(other.day), other.starts.to_string());
        let twice = [("session", session.as_str()), ("day", &on), ("starts", &at)];
        let refused = ground.house.post("giatja", CHANGE, &twice).await.expect(409);
        for sentence in ["Peserta yang sama terjadwal di dua sesi", "Instruktur INS-LAS mengajar dua sesi"] {
            assert!(refused.shows(sentence), "{sentence}");
        }
        assert!(!refused.shows("Peserta 0000"));
        // Practice, in the classroom: everything else about it holds.
        let practice = |slot: &&DraftSlot| slot.batch.0 == id(50) && slot.module.0 == id(70);
        let practice = draft.slots.iter().find(practice).expect("every module is laid");
        let indoors = [("session", named(practice)), ("facility", "KELAS".to_owned())];
        let indoors: Vec<(&str, &str)> =
            indoors.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let refused = ground.house.post("giatja", CHANGE, &indoors).await.expect(409);
        assert!(refused.shows("praktik diadakan di Bengkel las") && refused.shows("1 hal dilanggar"));
        assert_eq!(codes(&ground).await, ["USUL-1"], "nothing is kept");
        assert_eq!(read(&ground, "USUL-1").await.1, draft);
    })
    .await;
}

#[tokio::test]
async fn seats_that_the_facts_do_not_allow_are_refused() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-1").await.expect(303);
        let (first, second, third, fourth) =
            (id(501).to_string(), id(502).to_string(), id(503).to_string(), id(504).to_string());
        for (fields, sentence) in [
            ([("person", second.as_str()), ("batch", "LAS-1")], "LAS-1: 2 orang untuk 1 kursi"),
            ([("person", &first), ("batch", "-")], "LAS-1: dibuka tanpa peserta"),
            ([("person", &third), ("other", &fourth)], "LAS-2: ada peserta yang tidak memenuhi syarat"),
            ([("person", &second), ("other", &fourth)], "tidak mengubah apa pun"),
        ] {
            let refused = ground.house.post("giatja", CHANGE, &fields).await.expect(409);
            assert!(refused.shows(sentence), "{sentence}");
        }
        for (fields, sentence) in [
            (vec![], "Pilih sesi atau orang"),
            (vec![("day", "10-02-2026")], "Pilih dahulu sesi"),
            (vec![("session", "LAS-9 10-02-2026 08.00")], "Tidak ada sesi"),
            (vec![("person", first.as_str())], "Pilih kursi barunya"),
            (vec![("batch", "LAS-2")], "Pilih dahulu orang"),
            (vec![("person", &first), ("batch", "LAS-2"), ("other", &third)], "jangan keduanya"),
        ] {
            let unread = ground.house.post("giatja", CHANGE, &fields).await.expect(422);
            assert!(unread.shows(sentence), "{sentence}");
        }
        assert_eq!(codes(&ground).await, ["USUL-1"]);
    })
    .await;
}

#[tokio::test]
async fn a_preview_writes_nothing_and_a_partner_may_do_neither() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-1").await.expect(303);
        let (_, draft) = read(&ground, "USUL-1").await;
        let session = named(business(&draft));
        let later = [("session", session.as_str()), ("day", "30-03-2026"), ("starts", "08.00")];
        let leaves = audit::verify(ground.house.house.db.read()).await.unwrap().leaves;
        let seen = ground.house.get("giatja", &preview(&later)).await.expect(200);
        assert!(seen.shows("Tidak ada yang dilanggar") && seen.shows("Hari sampai sesi terakhir"));
        assert!(seen.shows("30-03-2026 08.00, "), "what is changed is said");
        assert!(seen.bytes.len() < 100_000);
        assert_eq!(codes(&ground).await, ["USUL-1"]);
        assert_eq!(audit::verify(ground.house.house.db.read()).await.unwrap().leaves, leaves);
        for partner in ["kablk", "instruktur"] {
            ground.house.get(partner, &preview(&later)).await.expect(403);
            ground.house.post(partner, CHANGE, &later).await.expect(403);
        }
        ground.house.get("asing", &preview(&later)).await.expect(404);
        ground.house.post("asing", CHANGE, &later).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn what_holds_is_kept_beside_the_old_one_and_can_be_approved() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-1").await.expect(303);
        let (old, before) = read(&ground, "USUL-1").await;
        let session = named(business(&before));
        let later = [("session", session.as_str()), ("day", "30-03-2026"), ("starts", "08.00")];
        let done = ground.house.post("giatja", CHANGE, &later).await.expect(303);
        assert_eq!(done.location, "/proposals/USUL-1-A");
        assert!(done.said.iter().any(|said| said.contains("Hari sampai sesi terakhir")), "{:?}", done.said);
        let (new, after) = read(&ground, "USUL-1-A").await;
        assert_eq!((new.parent, new.value, new.bound), (old.parent, old.value, old.bound));
        assert_eq!(business(&after).day, on_day("30-03-2026"));
        assert_eq!(after.verdicts, before.verdicts, "seats and reasons are as they were");
        assert_eq!(read(&ground, "USUL-1").await, (old, before), "the old one is as it was");
        let page = ground.house.get("giatja", "/proposals/USUL-1-A").await.expect(200);
        assert!(page.shows("Diubah dengan tangan dari USUL-1 oleh giatja"));
        // One change further: the next letter, from the one that was changed.
        let again = [("session", named(business(&after))), ("day", "31-03-2026".to_owned())];
        let again: Vec<(&str, &str)> = again.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let done = ground.house.post("giatja", "/proposals/USUL-1-A/change", &again).await.expect(303);
        assert_eq!(done.location, "/proposals/USUL-1-B");
        ground.house.post("giatja", "/proposals/USUL-1-A/approval", &[]).await.expect(303);
        let slots = planning::facts::slots(ground.house.house.db.read(), ground.batch).await.unwrap();
        assert!(slots.iter().any(|slot| slot.day == on_day("30-03-2026")));
        let late = ground.house.post("giatja", "/proposals/USUL-1-A/change", &again).await.expect(409);
        assert!(late.shows("sudah diputuskan"));
        let stale = ground.house.post("giatja", CHANGE, &later).await.expect(409);
        assert!(stale.shows("rencana lain sudah disetujui"));
    })
    .await;
}

#[tokio::test]
async fn a_seat_given_by_hand_says_so_and_two_proposals_stand_side_by_side() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-1").await.expect(303);
        let (first, second) = (id(501).to_string(), id(502).to_string());
        let exchange = [("person", first.as_str()), ("other", &second), ("code", "USUL-TANGAN")];
        let done = ground.house.post("giatja", CHANGE, &exchange).await.expect(303);
        assert!(done.said.iter().any(|said| said.contains("Poin: berkurang 10")), "{:?}", done.said);
        let (new, draft) = read(&ground, "USUL-TANGAN").await;
        assert_eq!(new.value, 145);
        let why = |number| draft.verdicts.iter().find(|one| one.person.0 == id(number)).unwrap().why.clone();
        assert_eq!(why(502), Why::ByHand { batch: "LAS-1".to_owned(), points: 80 });
        assert_eq!(why(501), Why::TakenByHand { batch: "LAS-1".to_owned(), points: 90 });
        // Nothing was searched for the others either; only what is plainly true is said.
        assert_eq!(why(503), Why::Seat { batch: "LAS-2".to_owned(), points: 65 });
        let page = ground.house.get("giatja", "/proposals/USUL-TANGAN").await.expect(200);
        assert!(page.shows("diberikan petugas, bukan oleh pencarian"));
        assert!(page.shows("Peserta 501 dan Peserta 502 bertukar kursi."));
        let both = "/proposals/compare?one=USUL-1&other=USUL-TANGAN";
        let side = ground.house.get("giatja", both).await.expect(200);
        for part in
            ["berkurang 10", "Peserta 501", "tanpa kursi", "Kursinya berbeda: 2 orang", "Semua sesi sama"]
        {
            assert!(side.shows(part), "{part}");
        }
        ground.house.get("kablk", both).await.expect(403);
        ground.house.get("asing", both).await.expect(404);
    })
    .await;
}

#[tokio::test]
async fn what_changed_since_is_told_before_anything_else() {
    on_each_database(plan(), async |house| {
        let ground = ranked(house).await;
        made(&ground, "USUL-1").await.expect(303);
        let session = named(business(&read(&ground, "USUL-1").await.1));
        let closed = [("day", "10-02-2026"), ("reason", "Kunjungan")];
        ground.house.post("giatja", "/plans/closed-days", &closed).await.expect(303);
        let later: [(&str, &str); 2] = [("session", &session), ("day", "30-03-2026")];
        assert!(ground.house.get("giatja", &preview(&later)).await.expect(200).shows("sudah berubah"));
        assert!(ground.house.post("giatja", CHANGE, &later).await.expect(409).shows("sudah berubah"));
        assert_eq!(codes(&ground).await, ["USUL-1"]);
    })
    .await;
}
