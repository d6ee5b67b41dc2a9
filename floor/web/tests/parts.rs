// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The parts a room may call, called as a room calls them.

use askama::Template;

#[derive(Template)]
#[template(
    ext = "html",
    source = r#"{% import "parts.html" as parts -%}
{{ parts::crumb([("Kemitraan".to_owned(), "/agreements"), ("Perjanjian".to_owned(), "/x")]) }}
{{ parts::tag("ok", word) }}
{{ parts::bar(share, "done", word) }}
{{ parts::slim(share, "no", word) }}
{{ parts::field_problem("name", word) }}
{{ parts::empty("Belum ada.", "/new", word) }}
{{ parts::empty("Belum ada.", "", "") }}
<ul>{{ parts::check_line("met", "A", "") }}{{ parts::check_line("unmet", word, word.clone()) }}{{ parts::check_line("waiting", "C", "c") }}</ul>
{{ parts::mark() }}"#
)]
struct Every {
    word: String,
    share: i64,
}

#[test]
fn every_part_renders_and_escapes() {
    let page = web::html(&Every { word: "<b>Roti</b>".to_owned(), share: 65 }).unwrap();
    assert!(page.contains(r#"<a href="/agreements">Kemitraan</a> / <a href="/x">Perjanjian</a>"#), "{page}");
    assert!(page.contains(r#"<span class="tag ok">&#60;b&#62;Roti&#60;/b&#62;</span>"#), "{page}");
    assert!(page.contains(r#"width="65%" height="100%" class="f-done""#), "{page}");
    assert_eq!(page.matches("<p class=\"soft\">Belum ada.</p>").count(), 2);
    assert_eq!(page.matches("class=\"btn\"").count(), 1, "an empty address gives no button");
    assert_eq!(page.matches("<small>").count(), 2, "an empty detail gives no line");
    assert!(!page.contains("<b>Roti"), "what came from outside is escaped");
}
