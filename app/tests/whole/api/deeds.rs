// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Deeds on both databases: done once, told in two languages, and not at all when the thing has changed.

use std::sync::Arc;

use access::{NewToken, Role, TokenScope};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Request, StatusCode};
use bekal::{reactions, rooms};
use kernel::zone::Zone;
use serde_json::{Value, json};
use store::Db;
use tower::ServiceExt;
use uuid::Uuid;
use web::testing::Standing;

/// A house with an office, its head, and her program.
struct Program {
    standing: Standing,
    door: Router,
    token: String,
}

/// A token for all that a program may do for this account.
async fn token(standing: &Standing, login: &str) -> String {
    let db = &standing.house.db;
    let account = access::account_named(db.read(), login).await.expect("the database answers");
    let text = access::token_text([9; 32]);
    let new = NewToken {
        id: Uuid::from_u128(9),
        account: account.expect("it was opened"),
        name: "Uji",
        text: &text,
        scopes: &[TokenScope::Reading, TokenScope::Writing],
        days: 30,
    };
    let tx = db.begin().await.expect("the database answers");
    access::make_token(&tx, &new, standing.now()).await.expect("the token fits");
    tx.commit().await.expect("the database answers");
    text
}

struct Told {
    status: StatusCode,
    headers: HeaderMap,
    body: Value,
}

impl Program {
    async fn new(db: Db, per_minute: u32) -> Self {
        let pages = web::Rooms { actions: rooms::actions(), pages: rooms::pages() };
        // Those of desk and web come by themselves.
        let words = &rooms::words()[2..];
        let standing = Standing::new(db, pages, words, reactions::reactions()).await;
        standing.office("lapas-uji", "prison", Zone::Wib).await;
        standing.office("smk-uji", "school", Zone::Wib).await;
        standing.account("kepala", "lapas-uji", &[Role::Head]).await;
        let now = standing.now();
        let door = api::Door {
            house: Arc::clone(&standing.house),
            clock: Arc::new(move || now),
            limits: api::Limits { per_minute },
        };
        let all = api::Rooms { actions: rooms::actions(), pages: rooms::pages(), twins: rooms::twins() };
        let token = token(&standing, "kepala").await;
        Self { door: api::router(door, all), standing, token }
    }

    async fn send(&self, request: axum::http::request::Builder, body: &str) -> Told {
        let request = request
            .header("authorization", format!("Bearer {}", self.token))
            .body(Body::from(body.to_owned()))
            .expect("a request can be built");
        let response = self.door.clone().oneshot(request).await.expect("the router always answers");
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, 1 << 20).await.expect("the body can be read");
        let body = if bytes.is_empty() { Value::Null } else { serde_json::from_slice(&bytes).expect("JSON") };
        Told { status: parts.status, headers: parts.headers, body }
    }

    async fn post(&self, path: &str, key: &str, body: &Value) -> Told {
        self.post_if(path, key, body, None).await
    }

    async fn post_if(&self, path: &str, key: &str, body: &Value, tag: Option<&str>) -> Told {
        let request = Request::post(path).header("content-type", "application/json");
        let request = if key.is_empty() { request } else { request.header("idempotency-key", key) };
        let request = match tag {
            Some(tag) => request.header("if-match", tag),
            None => request,
        };
        self.send(request.header("accept-language", "en"), &body.to_string()).await
    }

    async fn get(&self, path: &str) -> Told {
        self.send(Request::get(path), "").await
    }

    /// How many rows a table has.
    async fn count(&self, table: &str) -> i64 {
        #[derive(store::FromQueryResult)]
        struct Row {
            count: i64,
        }
        let sql = format!("SELECT CAST(COUNT(*) AS BIGINT) AS count FROM {table}");
        let row: Option<Row> =
            store::one(self.standing.house.db.read(), &sql, []).await.expect("the database answers");
        row.map_or(0, |row| row.count)
    }
}

fn meeting(code: &str) -> Value {
    json!({
        "code": code,
        "held_on": "20-11-2026",
        "place": "Aula",
        "parties": ["smk-uji"],
        "topics": ["Pelatihan"],
        "minutes": "Membahas pelatihan.",
        "items": ["Menyusun naskah | smk-uji | 2026-12-30", "Mengukur ruang | lapas-uji |"],
    })
}

async fn on_each(test: impl AsyncFn(Program)) {
    let test = &test;
    let build = |db| async move { test(Program::new(db, 60_000).await).await };
    store::testing::on_each_database(&rooms::migrations(), false, build).await;
}

#[tokio::test]
async fn a_deed_is_done_once() {
    on_each(async |program| {
        let body = meeting("RAPAT-1");
        let first = program.post("/api/meetings/new", "kunci-1", &body).await;
        assert_eq!(first.status, StatusCode::CREATED, "{}", first.body);
        assert_eq!(first.body["location"], "/meetings/RAPAT-1");
        assert_eq!(first.headers["location"], "/api/meetings/RAPAT-1");
        assert!(!first.body["said"].as_array().expect("sentences").is_empty());
        let again = program.post("/api/meetings/new", "kunci-1", &body).await;
        assert_eq!((again.status, &again.body), (first.status, &first.body));
        assert_eq!(again.headers["idempotent-replayed"], "true");
        assert!(!first.headers.contains_key("idempotent-replayed"));
        assert_eq!(program.count("meeting").await, 1);
        let other = program.post("/api/meetings/new", "kunci-1", &meeting("RAPAT-2")).await;
        assert_eq!((other.status.as_u16(), &other.body["code"]), (422, &json!("key-reused")));
        for (key, code) in [("", "key-missing"), ("é", "key-malformed"), (&*"x".repeat(129), "key-malformed")]
        {
            let refused = program.post("/api/meetings/new", key, &body).await;
            assert_eq!((refused.status.as_u16(), &refused.body["code"]), (400, &json!(code)));
        }
        assert_eq!(program.count("meeting").await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_changed_thing_is_not_changed_again() {
    on_each(async |program| {
        program.post("/api/meetings/new", "1", &meeting("RAPAT-1")).await;
        let read = program.get("/api/meetings/RAPAT-1").await;
        assert_eq!(read.body["tasks"][1]["organisation"]["code"], "lapas-uji");
        let tag = read.headers["etag"].to_str().expect("a tag").to_owned();
        let close = json!({ "day": "2026-11-23", "note": "Selesai" });
        let path = "/api/meetings/RAPAT-1/items/2/closing";
        let stale = program.post_if(path, "2", &close, Some("\"0123\"")).await;
        assert_eq!((stale.status.as_u16(), &stale.body["code"]), (412, &json!("DESK-01")), "{}", stale.body);
        assert!(stale.body["next"].is_string());
        let read_again = program.get("/api/meetings/RAPAT-1").await;
        assert_eq!(read_again.body, read.body, "nothing was recorded");
        let done = program.post_if(path, "2", &close, Some(&tag)).await;
        assert_eq!(done.status, StatusCode::OK, "{}", done.body);
        let first = program.post_if("/api/meetings/RAPAT-1/items/1/closing", "3", &close, Some(&tag)).await;
        assert_eq!(first.status, StatusCode::PRECONDITION_FAILED, "the other item changed the meeting");
        let any = program.post_if("/api/meetings/RAPAT-1/items/1/closing", "3", &close, Some("*")).await;
        assert_eq!(any.status, StatusCode::OK, "{}", any.body);
        let nothing = program.post_if("/api/meetings/new", "4", &meeting("R-2"), Some(&tag)).await;
        assert_eq!(nothing.body["code"], "nothing-to-compare");
    })
    .await;
}

#[tokio::test]
async fn everything_wrong_is_named_at_once_in_both_languages() {
    on_each(async |program| {
        let wrong = json!({ "code": 1, "parties": "smk-uji", "extra": true, "more": null, "held_on": "x" });
        let told = program.post("/api/meetings/new", "1", &wrong).await;
        assert_eq!((told.status.as_u16(), &told.body["code"]), (422, &json!("fields")));
        assert_eq!(told.headers["content-type"], "application/problem+json");
        assert_eq!(told.headers["content-language"], "en");
        let errors = told.body["errors"].as_array().expect("errors");
        let fields: Vec<&str> = errors.iter().filter_map(|error| error["field"].as_str()).collect();
        assert_eq!(fields, ["code", "extra", "more", "parties"]);
        assert_eq!(errors[0]["pointer"], "#/code");
        let empty = program.post("/api/meetings/new", "1", &json!({ "held_on": "31-02-2026" })).await;
        let errors = empty.body["errors"].as_array().expect("errors");
        assert!(errors.len() >= 3, "{}", empty.body);
        assert!(errors.iter().all(|error| error["detail"] == error["detail_en"]), "{}", empty.body);
        let request = Request::post("/api/meetings/new")
            .header("content-type", "application/json")
            .header("idempotency-key", "1");
        let id = program.send(request, "{}").await;
        assert_ne!(id.body["errors"][0]["detail"], id.body["errors"][0]["detail_en"], "{}", id.body);
        for (sent, status, code) in [
            ("{\"code\": \"A\",\n \"code\": \"B\"}", 400, "twice-in-json"),
            ("{\"code\": \"A\",\n \"place\" }", 400, "not-json"),
            ("[[[[[1]]]]]", 400, "too-deep"),
            ("[]", 422, "not-an-object"),
            ("{\"code\": \"A\\u0000\"}", 422, "fields"),
        ] {
            let request = Request::post("/api/meetings/new")
                .header("content-type", "application/json; charset=utf-8")
                .header("idempotency-key", "1");
            let told = program.send(request, sent).await;
            assert_eq!((told.status.as_u16(), &told.body["code"]), (status, &json!(code)), "{sent}");
        }
        let form = Request::post("/api/meetings/new").header("idempotency-key", "1");
        let told = program.send(form.header("content-type", "text/plain"), "code=A").await;
        assert_eq!((told.status.as_u16(), &told.body["code"]), (415, &json!("media-type")));
        let large = format!("{{\"place\": \"{}\"}}", "x".repeat(600_000));
        let told = program.post("/api/meetings/new", "1", &serde_json::from_str(&large).expect("JSON")).await;
        assert_eq!((told.status.as_u16(), &told.body["code"]), (413, &json!("too-large")));
        assert_eq!(program.count("meeting").await, 0);
    })
    .await;
}

#[tokio::test]
async fn who_asks_too_much_waits() {
    let build = |db| async {
        let program = Program::new(db, 6).await;
        assert_eq!(program.get("/api/meetings").await.status, StatusCode::OK);
        assert_eq!(program.get("/api/meetings").await.status, StatusCode::OK);
        let told = program.get("/api/meetings").await;
        assert_eq!((told.status.as_u16(), &told.body["code"]), (429, &json!("too-many")));
        let wait: u64 = told.headers["retry-after"].to_str().expect("a number").parse().expect("a number");
        assert!((1..=10).contains(&wait));
    };
    store::testing::on_each_database(&rooms::migrations(), false, build).await;
}

#[tokio::test]
async fn lists_are_read_part_by_part() {
    on_each(async |program| {
        for code in ["RAPAT-2", "RAPAT-1", "RAPAT-3"] {
            let told = program.post("/api/meetings/new", code, &meeting(code)).await;
            assert_eq!(told.status, StatusCode::CREATED, "{}", told.body);
        }
        let mut codes = Vec::new();
        let mut rest = String::new();
        loop {
            let part = program.get(&format!("/api/meetings?limit=1{rest}")).await.body;
            codes.push(part["items"][0]["code"].as_str().expect("one meeting").to_owned());
            match part["next"].as_str() {
                Some(cursor) => rest = format!("&after={cursor}"),
                None => break,
            }
        }
        assert_eq!(codes, ["RAPAT-1", "RAPAT-2", "RAPAT-3"]);
        for twin in rooms::twins().iter().filter(|twin| !twin.page.path.contains('{')) {
            let told = program.get(&format!("/api{}", twin.page.path)).await;
            let expected = [StatusCode::OK, StatusCode::FORBIDDEN];
            assert!(expected.contains(&told.status), "{}: {}", twin.page.path, told.body);
            // A cursor of another list is refused, not taken for one of its own.
            if let Some(foreign) = rest.strip_prefix("&after=").filter(|_| twin.page.path == "/people") {
                let told = program.get(&format!("/api/people?after={foreign}")).await;
                assert_eq!(told.body["errors"][0]["field"], "after", "{}", told.body);
            }
        }
    })
    .await;
}
