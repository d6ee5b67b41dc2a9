// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The third door over the whole house: what is told has its shape, the document is the router, deeds are done once,
//! and nothing that is sent breaks it.

mod deeds;
mod document;
mod malformed;
mod shape;

use std::collections::BTreeMap;

use kernel::day::Day;

use crate::access_matrix::samples;
use crate::demo_house::{DemoHouse, Site};

/// The demo's house on a day of its stories, with a thing for each part of an address.
struct Demo {
    house: DemoHouse,
    site: Site,
    samples: BTreeMap<&'static str, String>,
}

/// One house for all of these, for playing the stories takes longer than reading them; what writes comes last.
#[tokio::test]
async fn the_third_door_of_the_demo() {
    let house = DemoHouse::new().await;
    let site = Site::on(&house.house, Day::from_ymd_opt(2026, 3, 4).expect("a day of the calendar"));
    let demo = Demo { samples: samples(&house).await, house, site };
    shape::every_page_has_the_shape_it_declares(&demo).await;
    shape::what_needs_a_right_of_its_class_is_told_to_nobody(&demo).await;
    document::every_route_is_in_the_document_and_the_other_way_round(&demo).await;
    document::every_reference_leads_somewhere_and_every_action_is_said_in_both_languages(&demo).await;
    document::an_answer_has_a_tag_and_is_not_sent_twice(&demo.site).await;
    document::a_cookie_opens_nothing_and_a_problem_is_explained(&demo.site).await;
    document::a_long_list_is_read_part_by_part(&demo.site).await;
    malformed::ten_thousand_malformed_requests_break_nothing(&demo).await;
}
