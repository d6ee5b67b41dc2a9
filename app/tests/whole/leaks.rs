// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who must not see what: canary strings of offence, sentence, block, health and religion stand in the imported files;
//! no page, file or list of a partner may hold one, and a partner's access ends at midnight of the agreement's last day.

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use crate::demo_house::{DemoHouse, Site};
use bekal::demo;
use desk::House;
use kernel::day::Day;
use kernel::zone::Zone;

/// The word every canary begins with.
const CANARY: &str = "KANARI-";

const PARTNERS: [&str; 13] = [
    "guru.roti",
    "guru.usaha",
    "kepsek.smkn3",
    "instruktur.las",
    "kepala.blk",
    "lsp.las",
    "asesor.las",
    "roti.gembira",
    "disnaker.jember",
    "instruktur.jahit",
    "direktur.bkj",
    "pendamping.allena",
    "ketua.allena",
];

/// The word with which the sensitive notes of a mentor begin.
const NOTE: &str = "RAHASIA-CATATAN";

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

/// Every address that a page links to, followed until there is nothing new.
async fn every_page(site: &Site, login: &str) -> Vec<(String, String)> {
    let token = site.sign_in(login).await;
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut waiting: VecDeque<String> = desk_paths().into();
    let mut pages = Vec::new();
    while let Some(path) = waiting.pop_front() {
        if !seen.insert(path.clone()) || seen.len() > 160 {
            continue;
        }
        let answer = site.get(&token, &path).await;
        assert!(!answer.status.is_server_error(), "{login} {path}: {}", answer.status);
        for link in answer.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            let link = link.replace("&amp;", "&");
            if link.starts_with('/')
                && !link.starts_with("/-/")
                && !link.contains("tema=")
                && !link.contains("bahasa=")
            {
                waiting.push_back(link);
            }
        }
        pages.push((path, answer.body));
    }
    pages
}

/// Where a crawl begins: every page whose address has no part to fill in.
fn desk_paths() -> Vec<String> {
    bekal::rooms::pages().iter().map(|page| page.path.to_owned()).filter(|path| !path.contains('{')).collect()
}

async fn visible_to_the_office(house: &Arc<House>) -> usize {
    let site = Site::on(house, demo::DAY);
    let pages = every_page(&site, "kalapas.jember").await;
    pages.iter().filter(|(_, body)| body.contains(CANARY)).count()
}

#[tokio::test]
async fn partners_see_no_canary_and_nobody_after_midnight() {
    let demo_house = DemoHouse::new().await;
    let house = &demo_house.house;
    // The canaries are really there: the head of the office, who may see them, does.
    assert!(
        visible_to_the_office(house).await > 0,
        "no canary can be seen by anybody; the test would prove nothing"
    );

    let during = Site::on(house, day(2026, 3, 4));
    for login in PARTNERS {
        let pages = every_page(&during, login).await;
        assert!(pages.len() > 3, "{login} sees {} pages", pages.len());
        for (path, body) in &pages {
            assert!(!body.contains(CANARY), "{login} sees a canary at {path}");
        }
    }
    midnight(house, "guru.roti", "Misnadi", (Zone::Wib, day(2026, 12, 16))).await;
    midnight(house, "instruktur.las", "Mahyuni", (Zone::Wita, day(2026, 12, 31))).await;
    // The training body of Madiun loses its access with the memorandum, and so does the foundation's mentor.
    midnight(house, "instruktur.jahit", "Mujiono", (Zone::Wib, day(2026, 10, 1))).await;
    mentor(house, (Zone::Wib, day(2026, 10, 1))).await;
}

async fn showing(site: &Site, login: &str, word: &str) -> usize {
    every_page(site, login).await.iter().filter(|(_, body)| body.contains(word)).count()
}

/// The mentor sees the people named to her and her notes about them, until the agreement ends; nobody else sees her notes but
/// the office in charge, and she sees nobody else.
async fn mentor(house: &Arc<House>, (zone, last): (Zone, Day)) {
    let end = zone.end_of(last);
    let before = Site::at(house, end - chrono::Duration::seconds(1));
    let after = Site::at(house, end);
    assert!(showing(&before, "pendamping.allena", "Jarwo").await > 0, "the mentor sees nobody");
    assert!(showing(&before, "pendamping.allena", NOTE).await > 0, "the mentor does not see her own notes");
    assert!(showing(&before, "pk.madiun", NOTE).await > 0, "the office in charge does not see the notes");
    for stranger in ["Heri Susilo", "Mujiono", "Anik Setyorini"] {
        assert_eq!(showing(&before, "pendamping.allena", stranger).await, 0, "she sees {stranger}");
    }
    for login in [
        "ketua.allena",
        "direktur.bkj",
        "instruktur.jahit",
        "disnaker.madiun",
        "ditjenpas.pemantau",
        "giatja.jember",
    ] {
        assert_eq!(showing(&before, login, NOTE).await, 0, "{login} sees the notes of a mentor");
    }
    assert_eq!(showing(&after, "pendamping.allena", "Jarwo").await, 0, "the mentor is in after the end");
    assert_eq!(showing(&after, "pendamping.allena", NOTE).await, 0, "the mentor reads on after the end");
}

/// One second before the end of the last day in the host's zone the learner is on the partner's pages; at the end, nobody.
async fn midnight(house: &Arc<House>, login: &str, learner: &str, (zone, last): (Zone, Day)) {
    let end = zone.end_of(last);
    let account = access::account_named(house.db.read(), login)
        .await
        .expect("the database answers")
        .expect("an account");
    let actor =
        access::actor_of(house.db.read(), account).await.expect("the database answers").expect("an actor");
    let scope = |at| access::scope(&actor, access::Act::SessionRead, at);
    assert!(
        !scope(end - chrono::Duration::seconds(1)).agreements.is_empty(),
        "{login} is out before the end"
    );
    assert!(scope(end).agreements.is_empty(), "{login} is in after the end");

    let before = Site::at(house, end - chrono::Duration::seconds(1));
    let after = Site::at(house, end);
    let named =
        |pages: Vec<(String, String)>| pages.into_iter().filter(|(_, body)| body.contains(learner)).count();
    assert!(
        named(every_page(&before, login).await) > 0,
        "{login} does not see {learner} while the agreement holds"
    );
    let seen: Vec<String> = every_page(&after, login)
        .await
        .into_iter()
        .filter(|(path, body)| {
            body.contains(learner) && !path.starts_with("/certificates") && !path.starts_with("/c/")
        })
        .map(|(path, _)| path)
        .collect();
    assert!(seen.is_empty(), "{login} still sees {learner} at {seen:?}");
}
