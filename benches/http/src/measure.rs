// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Some connections ask as fast as they are answered, for some seconds or until there is nothing left to ask.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use crate::client::Client;

/// One thing to ask.
#[derive(Clone)]
pub enum Ask {
    Get(String),
    Post(String, String),
}

/// What is asked: one page again and again, or each of a list once.
pub enum Requests {
    Again(Ask),
    Each(VecDeque<Ask>),
}

impl Requests {
    fn next(&mut self) -> Option<Ask> {
        match self {
            Self::Again(ask) => Some(ask.clone()),
            Self::Each(asks) => asks.pop_front(),
        }
    }

    pub fn is_empty(&self) -> bool {
        matches!(self, Self::Each(asks) if asks.is_empty())
    }
}

/// The same page again and again.
pub fn pages(path: &str) -> Requests {
    Requests::Again(Ask::Get(path.to_owned()))
}

pub struct Load {
    pub address: String,
    pub cookie: String,
    pub connections: usize,
    pub time: Duration,
    pub requests: Requests,
}

/// How long each answer took.
pub struct Measured {
    times: Vec<Duration>,
    took: Duration,
    pub bytes: usize,
}

impl Measured {
    pub fn per_second(&self) -> f64 {
        self.times.len() as f64 / self.took.as_secs_f64()
    }

    /// The time within which that share, 0 to 100, was answered.
    pub fn percentile(&self, share: usize) -> Duration {
        let place = (self.times.len() * share / 100).min(self.times.len().saturating_sub(1));
        self.times.get(place).copied().unwrap_or_default()
    }

    pub fn count(&self) -> usize {
        self.times.len()
    }
}

/// Runs the load.
///
/// # Errors
/// Any answer but 200 or 303: a figure over errors would be none.
pub async fn run(load: Load) -> anyhow::Result<Measured> {
    let requests = Arc::new(Mutex::new(load.requests));
    let begun = Instant::now();
    let hands: Vec<_> = (0..load.connections)
        .map(|_| {
            let (address, cookie) = (load.address.clone(), load.cookie.clone());
            let (requests, until) = (Arc::clone(&requests), begun + load.time);
            tokio::spawn(async move { one(&address, &cookie, &requests, until).await })
        })
        .collect();
    let (mut times, mut bytes) = (Vec::new(), 0);
    for hand in hands {
        let (some, last) = hand.await??;
        times.extend(some);
        bytes = bytes.max(last);
    }
    let took = begun.elapsed();
    times.sort_unstable();
    anyhow::ensure!(!times.is_empty(), "nothing was asked");
    Ok(Measured { times, took, bytes })
}

async fn one(
    address: &str,
    cookie: &str,
    requests: &Mutex<Requests>,
    until: Instant,
) -> anyhow::Result<(Vec<Duration>, usize)> {
    let mut client = Client::connect(address).await?;
    let (mut times, mut bytes) = (Vec::new(), 0);
    while Instant::now() < until {
        let Some(ask) = requests.lock().unwrap_or_else(PoisonError::into_inner).next() else { break };
        let begun = Instant::now();
        let answer = match &ask {
            Ask::Get(path) => client.get(path, cookie).await?,
            Ask::Post(path, body) => client.post(path, cookie, body).await?,
        };
        times.push(begun.elapsed());
        bytes = answer.body.len();
        let fits = matches!(answer.status, 200 | 303);
        anyhow::ensure!(
            fits,
            "answered {}: {}",
            answer.status,
            answer.text().chars().take(600).collect::<String>()
        );
    }
    Ok((times, bytes))
}

/// The running batches are the last of each lane.
const RUNNING: usize = 20;

/// Corrections of marks in the running batches, each a form that writes one version, one event and one leaf: everybody who
/// was there turns out to have been on another duty.
pub async fn corrections(address: &str, cookie: &str, most: usize) -> anyhow::Result<Requests> {
    let mut client = Client::connect(address).await?;
    let overview = client.get("/sessions", cookie).await?.text();
    let mut batches = links(&overview, "/batches/", "/sessions");
    let number = |href: &String| -> usize {
        let code = href.trim_end_matches("/sessions").rsplit('-').next().unwrap_or_default();
        code.parse().unwrap_or_default()
    };
    batches.sort_by_key(|href| std::cmp::Reverse(number(href)));
    let mut forms = VecDeque::new();
    for batch in batches.into_iter().take(RUNNING) {
        let page = client.get(&batch, cookie).await?.text();
        for session in links(&page, &format!("{batch}/2"), "") {
            let page = client.get(&session, cookie).await?.text();
            for form in links(&page, &format!("{batch}/correction?"), "") {
                let (path, query) = form.split_once('?').unwrap_or((&form, ""));
                let body = format!("{query}&letter=I&reason=duty&why=Uji+beban");
                forms.push_back(Ask::Post(path.to_owned(), body));
            }
            if forms.len() >= most {
                return Ok(Requests::Each(forms));
            }
        }
    }
    Ok(Requests::Each(forms))
}

/// The addresses of a page that begin and end so, each once.
fn links(page: &str, begin: &str, end: &str) -> Vec<String> {
    let mut found: Vec<String> = page
        .split("href=\"")
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .filter(|href| href.starts_with(begin) && href.ends_with(end))
        .map(|href| href.replace("&amp;", "&").replace("&#38;", "&"))
        .collect();
    found.sort();
    found.dedup();
    found
}
