// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Nobody finds certificates by guessing: guessed numbers hit none, all answers to them have one size and the same heads, and by time
//! known and unknown numbers cannot be told apart, neither at the router nor over a network.

use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use bekal::house::{self, Place};
use bekal::synth::{self, Order};
use bekal::{Clock, doors_with};
use desk::House;
use kernel::day::Day;
use kernel::number::readable;
use kernel::zone::Zone;
use store::FromQueryResult;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tower::ServiceExt;
use uuid::Uuid;

use crate::demo_house::Site;
use crate::promises::{Luck, count};

/// By chance a fair pair differs by so many standard deviations once in a thousand times.
const DEVIATIONS: f64 = 3.3;
/// Where a number can be asked for.
const ADDRESSES: [(&str, &str); 4] =
    [("/c/", ""), ("/c?number=", ""), ("/c/", "/credential.json"), ("/c/", "/proof.txt")];
/// Requests under way at one time while guessing.
const AT_ONCE: usize = 32;

fn day() -> Day {
    Day::from_ymd_opt(2026, 11, 25).expect("a day of the calendar")
}

fn clock() -> Clock {
    Clock::Fixed(Zone::Wib.at(day(), 10, 0))
}

/// An office with certificates: most in force, some revoked, some suspended.
struct Register {
    house: Arc<House>,
    folder: PathBuf,
    numbers: Vec<String>,
}

impl Register {
    async fn new() -> Self {
        #[derive(FromQueryResult)]
        struct Row {
            number: String,
        }
        let folder = std::env::temp_dir().join(format!("bekal-guess-{}", Uuid::new_v4()));
        let place = Place::in_folder(&folder, true).expect("a place");
        let house = house::open(&place).await.expect("the house opens");
        let seed = "tebak".to_owned();
        let order = Order {
            people: 900,
            batches: 25,
            marks: 2_000,
            seed,
            uncertified: false,
            ordinary: false,
            today: day(),
        };
        synth::office(&house, &order).await.expect("an office");
        let sql = "SELECT number FROM certificate ORDER BY number";
        let rows: Vec<Row> = store::rows(house.db.read(), sql, []).await.expect("numbers");
        let numbers: Vec<String> = rows.into_iter().map(|row| row.number).collect();
        let site = Site::with(&house, clock());
        let issuer = site.sign_in("kepala.blk").await;
        for (place, number) in numbers.iter().enumerate().take(numbers.len() / 2) {
            let end = if place % 2 == 0 { "revocation" } else { "suspension" };
            let address = format!("/certificates/{number}/{end}");
            let answer = site.post(&issuer, &address, "day=25-11-2026&reason=Berkasnya+tertukar.").await;
            assert!(answer.status.is_redirection(), "{address}: {}", answer.status);
        }
        house.log.anchor(&house.db, clock().read()).await.expect("the log is carried out");
        Self { house, folder, numbers }
    }

    fn router(&self) -> Router {
        doors_with(Arc::clone(&self.house), clock(), false, api::Limits { per_minute: 60_000_000 })
    }

    async fn clear(self) {
        self.house.db.clone().close().await.expect("the house closes");
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// A number as one would guess it: any at all, or one that is there with a letter exchanged.
fn guess(luck: &mut Luck, known: &[String]) -> String {
    if luck.percent(50) {
        let mut bytes = [0_u8; 8];
        bytes.iter_mut().for_each(|byte| *byte = u8::try_from(luck.below(256)).unwrap_or(0));
        let mut number = readable(&bytes);
        number.truncate(14);
        return number;
    }
    let mut number = luck.one(known).cloned().expect("there are certificates");
    let letters: Vec<usize> = (0..number.len()).filter(|at| number.as_bytes()[*at] != b'-').collect();
    let at = *luck.one(&letters).expect("a number has letters");
    let other = luck.one(b"0123456789ABCDEFGHJKMNPQRSTVWXYZ").copied().map(char::from).expect("letters");
    number.replace_range(at..=at, &other.to_string());
    number
}

fn address(place: usize, number: &str) -> String {
    let (before, after) = ADDRESSES[place];
    format!("{before}{number}{after}")
}

async fn asked(router: &Router, address: &str) -> (axum::http::response::Parts, String) {
    let request = Request::get(address).body(Body::empty()).expect("a request");
    let (parts, body) = router.clone().oneshot(request).await.expect("an answer").into_parts();
    let bytes = to_bytes(body, 4 << 20).await.expect("a body");
    (parts, String::from_utf8_lossy(&bytes).into_owned())
}

/// What is left of an answer that does not depend on what was typed: status, heads and their lengths, length of the page.
async fn outline(router: Router, address: String, number: String) -> String {
    let (parts, body) = asked(&router, &address).await;
    let mut heads: Vec<String> =
        parts.headers.iter().map(|(name, value)| format!("{name} {}", value.len())).collect();
    heads.sort();
    let is_found = !body.contains(UNKNOWN);
    format!("{} found {is_found} {} {} {heads:?}", parts.status, body.len(), body.matches(&number).count())
}

/// The picture of the page that knows nothing; it stands on no other.
const UNKNOWN: &str = "class=\"yes none\"";

#[tokio::test]
async fn guessed_numbers_hit_nothing_and_look_alike() {
    let register = Register::new().await;
    let (router, guesses) = (register.router(), count(400, 50_000));
    let mut luck = Luck::of(1);
    let mut outlines: Vec<Option<String>> = vec![None; ADDRESSES.len()];
    let mut hits = 0;
    for first in (0..guesses).step_by(AT_ONCE) {
        let mut under_way = Vec::new();
        for number in first..(first + AT_ONCE).min(guesses) {
            let typed = guess(&mut luck, &register.numbers);
            if register.numbers.contains(&typed) {
                // The letter was exchanged for itself: no guess.
                continue;
            }
            let place = number % ADDRESSES.len();
            let asking = outline(router.clone(), address(place, &typed), typed);
            under_way.push((place, tokio::spawn(asking)));
        }
        for (place, asking) in under_way {
            let found = asking.await.expect("an answer");
            hits += usize::from(found.contains("found true"));
            let first = outlines[place].get_or_insert_with(|| found.clone());
            assert_eq!(*first, found, "{}", ADDRESSES[place].1);
        }
    }
    assert_eq!(hits, 0, "of {guesses} guesses");
    // The same eyes see a hit.
    for (place, unknown) in outlines.iter().enumerate() {
        let known = &register.numbers[0];
        let seen = outline(router.clone(), address(place, known), known.clone()).await;
        assert!(seen.contains("found true") && Some(&seen) != unknown.as_ref(), "{seen}");
    }
    println!("{guesses} guesses: no hit, {} outlines for {} addresses", outlines.len(), ADDRESSES.len());
    register.clear().await;
}

/// How often a known number took longer than an unknown one, of all pairs; half where they cannot be told apart.
fn area(known: &[Duration], unknown: &[Duration]) -> f64 {
    let mut all: Vec<(Duration, bool)> = known.iter().map(|time| (*time, true)).collect();
    all.extend(unknown.iter().map(|time| (*time, false)));
    all.sort();
    let (mut at, mut ranks) = (0, 0.0);
    while at < all.len() {
        let same = all[at..].iter().take_while(|one| one.0 == all[at].0).count();
        let middle = at as f64 + (same as f64 + 1.0) / 2.0;
        ranks += middle * all[at..at + same].iter().filter(|one| one.1).count() as f64;
        at += same;
    }
    let (many, others) = (known.len() as f64, unknown.len() as f64);
    (ranks - many * (many + 1.0) / 2.0) / (many * others)
}

/// How far from half chance alone leads.
fn bound(known: usize, unknown: usize) -> f64 {
    let (known, unknown) = (known as f64, unknown as f64);
    DEVIATIONS * ((known + unknown + 1.0) / (12.0 * known * unknown)).sqrt()
}

/// A way to ask and to hear the whole answer.
enum Door {
    Router(Router),
    Network(TcpStream),
}

impl Door {
    async fn ask(&mut self, address: &str) {
        match self {
            Self::Router(router) => drop(asked(router, address).await),
            Self::Network(stream) => {
                let request = format!("GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n");
                stream.write_all(request.as_bytes()).await.expect("the request goes out");
                let (mut heard, mut part) = (Vec::new(), [0_u8; 16_384]);
                loop {
                    let read = stream.read(&mut part).await.expect("an answer comes in");
                    assert!(read > 0, "the server hung up");
                    heard.extend_from_slice(&part[..read]);
                    if is_whole(&heard) {
                        return;
                    }
                }
            }
        }
    }
}

fn is_whole(heard: &[u8]) -> bool {
    let Some(head) = heard.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let text = String::from_utf8_lossy(&heard[..head]).to_ascii_lowercase();
    let length = text.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse().ok());
    heard.len() >= head + 4 + length.unwrap_or(usize::MAX - head - 4)
}

/// Asks for known and unknown numbers in an order drawn by lot; `late` is added to the known ones, as a leak would.
async fn times(
    door: &mut Door,
    register: &Register,
    (place, requests): (usize, usize),
    late: Duration,
) -> [Vec<Duration>; 2] {
    let mut luck = Luck::of(place as u64 + 7);
    let mut sides: Vec<bool> = (0..requests).map(|number| number % 2 == 0).collect();
    luck.shuffle(&mut sides);
    let mut times = [Vec::new(), Vec::new()];
    for is_known in sides {
        let number = match is_known {
            true => luck.one(&register.numbers).cloned().expect("there are certificates"),
            false => guess(&mut luck, &register.numbers),
        };
        let is_known = is_known || register.numbers.contains(&number);
        let address = address(place, &number);
        // The next question comes at any moment, not at the beat of the last answer.
        tokio::time::sleep(Duration::from_micros(luck.below(2_000) as u64)).await;
        let begun = Instant::now();
        door.ask(&address).await;
        if is_known && !late.is_zero() {
            tokio::time::sleep(late).await;
        }
        times[usize::from(is_known)].push(begun.elapsed());
    }
    times
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn time_tells_nothing_of_what_is_there() {
    let register = Register::new().await;
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let port = listener.local_addr().expect("an address");
    let router = register.router();
    let server = tokio::spawn(async move { axum::serve(listener, router).await });
    let mut network = Door::Network(TcpStream::connect(port).await.expect("the server listens"));
    let mut inside = Door::Router(register.router());
    let requests = count(120, 4_000);
    let mut wrong = Vec::new();
    for (place, (before, after)) in ADDRESSES.iter().enumerate().filter(|(place, _)| *place != 1) {
        for (name, door) in [("router", &mut inside), ("network", &mut network)] {
            let [unknown, known] = times(door, &register, (place, requests), Duration::ZERO).await;
            let (reached, bound) = (area(&known, &unknown), bound(known.len(), unknown.len()));
            println!(
                "{before}NUMBER{after} by {name}: {reached:.3} of {requests}, by chance within {bound:.3} of 0.5"
            );
            if (reached - 0.5).abs() > bound {
                wrong.push(format!("{before}NUMBER{after} by {name}: {reached:.3}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let [unknown, known] = times(&mut network, &register, (0, 240), Duration::from_millis(2)).await;
    let seen = area(&known, &unknown);
    assert!(seen > 0.5 + bound(known.len(), unknown.len()), "two milliseconds are not seen: {seen:.3}");
    server.abort();
    register.clear().await;
}
