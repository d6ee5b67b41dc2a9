// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The 64 people and four batches of Mojokerto on the board, as its head of work goes through it: asked for, looked at as a
//! grid, a session moved where it cannot be and then where it can, two proposals side by side, one approved.

use kernel::day;
use planning::proposal;

use crate::demo_house::{Answer, Site};
use crate::reasons::{BATCHES, before_the_proposal};

/// What a page may weigh.
const MOST_BYTES: usize = 100_000;

async fn light(site: &Site, who: &str, path: &str) -> Answer {
    let page = site.get(who, path).await;
    assert!(page.status.is_success(), "{path} answers {}", page.status);
    assert!(page.body.len() < MOST_BYTES, "{path} has {} bytes", page.body.len());
    page
}

/// The same for programs: every person once, sessions week by week, and nothing to one from elsewhere.
async fn told_to_programs(site: &Site, code: &str) {
    let program = site.api_token("giatja.mojokerto").await;
    let told = site.tell(&program, &format!("/api/proposals/{code}")).await.json();
    let list = |of: &serde_json::Value, name: &str| of[name].as_array().cloned().unwrap_or_default();
    assert_eq!((list(&told, "people").len(), list(&told, "batches").len()), (64, 4));
    assert!(told["value"].as_i64() <= told["bound"].as_i64());
    let mut sessions = 0;
    let first = site.tell(&program, &format!("/api/proposals/{code}/calendar")).await.json();
    for week in list(&first, "weeks") {
        let monday = day::parse(week.as_str().unwrap_or_default()).expect("a day");
        let address = format!("/api/proposals/{code}/calendar?week={}", day::short(monday));
        let told = site.tell(&program, &address).await.json();
        assert_eq!(told["first"], week);
        sessions += list(&told, "sessions").len();
    }
    assert_eq!(sessions, list(&told, "sessions").len(), "each session lies in one week");
    let stranger = site.api_token("kepala.blkmojokerto").await;
    for end in ["", "/calendar"] {
        assert!(site.tell(&stranger, &format!("/api/proposals/{code}{end}")).await.is_denied());
    }
}

#[tokio::test]
async fn the_head_of_work_plans_mojokerto_by_forms() {
    let (_folder, house) = before_the_proposal().await;
    let site = Site::on(&house, day::parse("17-07-2025").expect("a day"));
    let work = site.sign_in("giatja.mojokerto").await;
    let asked = format!("code=USULAN-MJK-1&minimum=8&batches={}", BATCHES.join("%0A"));
    let made = site.post(&work, "/proposals/new", &asked).await;
    assert!(made.status.is_redirection(), "{}", made.body);
    let made = proposal::proposal_by_code(house.db.read(), "USULAN-MJK-1").await.expect("an answer");
    let made = made.expect("it was kept");
    let draft = proposal::read_draft(house.db.read(), &made).await.expect("it can be read");
    let change = "/proposals/USULAN-MJK-1/change";
    for path in ["/plans", "/proposals", "/proposals/USULAN-MJK-1", change] {
        light(&site, &work, path).await;
    }
    for by in ["room", "instructor", "batch"] {
        light(&site, &work, &format!("/proposals/USULAN-MJK-1/calendar?by={by}")).await;
    }
    light(&site, &work, "/plans/capacity?proposal=USULAN-MJK-1").await;

    told_to_programs(&site, &made.code).await;

    // Onto a Sunday: refused before and after, with why.
    let first = &draft.slots[0];
    let batch =
        programme::facts::batch(house.db.read(), first.batch).await.expect("an answer").expect("it is there");
    let session = proposal::slot_name(&batch.code, first).replace(' ', "+");
    let sunday = first.day.week(chrono::Weekday::Mon).last_day();
    let moved = format!("session={session}&day={}", day::short(sunday));
    let seen = light(&site, &work, &format!("{change}?preview=1&{moved}")).await;
    assert!(seen.body.contains("di luar jam kegiatan"));
    let refused = site.post(&work, change, &moved).await;
    assert_eq!(refused.status.as_u16(), 409);
    assert!(refused.body.contains("di luar jam kegiatan"));

    // Two who both have a seat exchange them, if both may sit where the other does.
    let seated = |place: usize| {
        let batch = Some(draft.batches[place].batch);
        let sits = draft.verdicts.iter().filter(|one| one.batch == batch);
        sits.map(|one| one.person).collect::<Vec<_>>()
    };
    let mut kept = None;
    'pairs: for one in seated(0) {
        for other in seated(1) {
            let exchange = format!("person={}&other={}&code=USULAN-MJK-1-A", one, other);
            if site.post(&work, change, &exchange).await.status.is_redirection() {
                kept = Some((one, other));
                break 'pairs;
            }
        }
    }
    assert!(kept.is_some(), "some two of them can");
    let page = light(&site, &work, "/proposals/USULAN-MJK-1-A").await;
    assert!(page.body.contains("diberikan petugas") && page.body.contains("bertukar kursi"));
    let both = light(&site, &work, "/proposals/compare?one=USULAN-MJK-1&other=USULAN-MJK-1-A").await;
    assert!(both.body.contains("Kursinya berbeda: 2 orang"));
    let approved = site.post(&work, "/proposals/USULAN-MJK-1-A/approval", "").await;
    assert!(approved.status.is_redirection(), "{}", approved.body);
}
