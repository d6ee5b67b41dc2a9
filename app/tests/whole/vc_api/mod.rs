// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The test bed over HTTP, played the way the conformance suites of the W3C play: each case has the statement of the
//! Recommendation it comes from.

mod bitstring_status_list;
mod cases;
mod data_integrity;
mod data_model;
mod presentations;
mod tls;

use std::net::SocketAddr;
use std::sync::Arc;

use bekal::Clock;
use bekal::vc_api::{Bed, router};
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

pub const V1: &str = "https://www.w3.org/2018/credentials/v1";
pub const V2: &str = "https://www.w3.org/ns/credentials/v2";
pub const EXAMPLES: &str = "https://www.w3.org/ns/credentials/examples/v2";

pub fn now() -> DateTime<Utc> {
    "2026-11-20T08:00:00Z".parse().expect("a moment")
}

/// A running test bed.
pub struct Api {
    address: SocketAddr,
    pub did: String,
}

impl Api {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address");
        let bed = Arc::new(Bed::new(&[7; 32], &format!("http://{address}"), Clock::Fixed(now())));
        let did = bed.did();
        tokio::spawn(async move { axum::serve(listener, router(bed)).await });
        Self { address, did }
    }

    /// Status and body.
    pub async fn send(&self, method: &str, path: &str, body: &str) -> (u16, Value) {
        let stream = TcpStream::connect(self.address).await.expect("the server listens");
        exchange(stream, method, path, body).await
    }

    pub async fn post(&self, path: &str, body: Value) -> (u16, Value) {
        self.send("POST", path, &body.to_string()).await
    }

    pub async fn issue(&self, credential: &Value) -> (u16, Value) {
        self.post("/credentials/issue", json!({ "credential": credential })).await
    }

    /// The signed credential, which must be issued.
    pub async fn issued(&self, path: &str, credential: &Value) -> Value {
        let (status, signed) = self.post(path, json!({ "credential": credential })).await;
        assert_eq!(status, 201, "{credential}: {signed}");
        signed
    }

    pub async fn verify(&self, credential: &Value, options: Value) -> (u16, Value) {
        let body = json!({ "verifiableCredential": credential, "options": options });
        self.post("/credentials/verify", body).await
    }

    pub async fn accepts(&self, credential: &Value) {
        let (status, answer) = self.verify(credential, json!({ "checks": ["proof"] })).await;
        assert_eq!(status, 200, "{credential}: {answer}");
        assert_eq!(answer["verified"], true);
    }

    /// The sentences of the answer, which must be 400.
    pub async fn refuses(&self, statement: &str, credential: &Value) -> String {
        let (status, answer) = self.verify(credential, json!({ "checks": ["proof"] })).await;
        assert_eq!(status, 400, "{statement}: {credential}");
        assert_eq!(answer["verified"], false, "{statement}");
        assert!(answer["problemDetails"].as_array().is_some_and(|all| !all.is_empty()), "{statement}");
        answer.to_string()
    }
}

/// One request over any stream.
pub async fn exchange<S: AsyncReadExt + AsyncWriteExt + Unpin>(
    mut stream: S,
    method: &str,
    path: &str,
    body: &str,
) -> (u16, Value) {
    let head = format!(
        "{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\n\
         Content-Length: {}\r\n\r\n",
        body.len()
    );
    stream.write_all(head.as_bytes()).await.expect("the head is sent");
    stream.write_all(body.as_bytes()).await.expect("the body is sent");
    let mut answer = Vec::new();
    // A server that closes without a farewell of TLS has answered all the same.
    let _ = stream.read_to_end(&mut answer).await;
    let answer = String::from_utf8(answer).expect("UTF-8");
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head and a body");
    let status = head.split(' ').nth(1).and_then(|code| code.parse().ok()).expect("a status");
    (status, serde_json::from_str(body).unwrap_or(Value::Null))
}

/// The smallest credential of the suites.
pub fn plain() -> Value {
    json!({
        "@context": [V2],
        "type": ["VerifiableCredential"],
        "issuer": "did:example:issuer",
        "credentialSubject": { "id": "did:example:subject" },
    })
}

/// The same with one member more, or another.
pub fn with(member: &str, value: Value) -> Value {
    let mut credential = plain();
    credential[member] = value;
    credential
}

/// The same without a member.
pub fn without(member: &str) -> Value {
    let mut credential = plain();
    credential.as_object_mut().expect("an object").remove(member);
    credential
}

/// The same with terms of its own.
pub fn in_terms(terms: Value, member: &str, value: Value) -> Value {
    let mut credential = with(member, value);
    credential["@context"] = json!([V2, terms]);
    credential
}
