// SPDX-License-Identifier: Apache-2.0 OR MIT
//! No sequence of one person's deeds reaches a certificate. People walk about at random: every act of the rooms, by page and by
//! program, with the house's own forms filled at random, sent once, twice and with keys of others; each walk in a fresh copy of one
//! prepared house. Alone nobody gets there; two people do, or the walks would prove nothing.
//!
//! Accounts are not opened on a walk: whoever may open some can be two people by right, and is seen by all administrators.

mod form;
mod ground;

use std::sync::Arc;

use bekal::{rooms, work};
use desk::{Action, House};
use store::{Db, FromQueryResult};
use uuid::Uuid;

use crate::demo_house::Site;
use crate::promises::{Luck, count};
use form::Pairs;
use ground::{Ground, SCENES, Walker};

/// Acts that judge and certify come so many times in a hundred, all others besides.
const NEAR_PERCENT: usize = 80;
const NEAR: [&str; 2] = ["assessment", "certification"];
/// Deeds of one walk, at least and besides.
const DEEDS: (usize, usize) = (6, 12);

/// What the walks came to.
#[derive(Debug, Default, Clone, Copy)]
struct Tally {
    deeds: usize,
    done: usize,
    /// Walks in which verdicts were given.
    judged: usize,
    /// Walks in which somebody had all that a certificate needs, and no certificate.
    near: usize,
    /// Walks in which a certificate came about.
    reached: usize,
    /// Walks whose certificates one person alone brought about.
    alone: usize,
}

impl std::ops::AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.deeds += other.deeds;
        self.done += other.done;
        self.judged += other.judged;
        self.near += other.near;
        self.reached += other.reached;
        self.alone += other.alone;
    }
}

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

#[derive(FromQueryResult)]
struct Text {
    value: String,
}

#[derive(FromQueryResult)]
struct Id {
    id: Uuid,
}

async fn counted(db: &Db, sql: &str, account: Option<Uuid>) -> i64 {
    let values: Vec<store::Value> = account.into_iter().map(Into::into).collect();
    let found: Option<Count> = store::one(db.read(), sql, values).await.expect("a count");
    found.expect("a row").count
}

/// One walk: who walks, where, and what was sent last.
struct Walk<'w> {
    site: Site,
    db: Db,
    people: &'w [Walker],
    batch: &'static str,
    actions: &'w [Action],
    luck: Luck,
    sent: Vec<(usize, String, String)>,
    tally: Tally,
}

impl Walk<'_> {
    async fn step(&mut self) {
        let who = self.luck.below(self.people.len());
        if self.luck.percent(10)
            && let Some((who, address, body)) = self.luck.one(&self.sent).cloned()
        {
            self.send(who, &address, &body).await;
            return;
        }
        let Some(action) = self.choose() else { return };
        let address = self.address(action.path).await;
        let person = self.people[who].clone();
        let page = self.site.get(&person.token, &address).await;
        let filled = page.status.is_success().then(|| form::fill(&page.body, &mut self.luck)).flatten();
        let mut pairs: Pairs = match filled {
            Some(pairs) => pairs,
            None => form::blind(&action, &mut self.luck),
        };
        if self.luck.percent(8) {
            let answer =
                self.site.order(&person.program, &format!("/api{address}"), &form::json(&pairs)).await;
            self.tally.deeds += 1;
            self.tally.done += usize::from(answer.status.is_success());
            return;
        }
        if self.luck.percent(5)
            && let Some((_, _, body)) = self.luck.one(&self.sent)
        {
            // Under the key of something else that was done.
            let key = body.split('&').find_map(|pair| pair.strip_prefix("_once=")).unwrap_or_default();
            pairs.retain(|(name, _)| name != "_once");
            pairs.push(("_once".to_owned(), key.to_owned()));
        }
        let body = form::encoded(&pairs);
        self.send(who, &address, &body).await;
        self.sent.push((who, address, body));
    }

    async fn send(&mut self, who: usize, address: &str, body: &str) {
        let answer = self.site.post(&self.people[who].token, address, body).await;
        self.tally.deeds += 1;
        self.tally.done += usize::from(answer.status.is_redirection());
        assert!(!answer.status.is_server_error(), "{address} breaks on {body}");
    }

    fn choose(&mut self) -> Option<Action> {
        let is_near = self.luck.percent(NEAR_PERCENT);
        let fitting: Vec<Action> =
            self.actions.iter().filter(|action| NEAR.contains(&action.room) == is_near).copied().collect();
        self.luck.one(&fitting).copied()
    }

    /// The address with its parts filled: this batch, mostly; else something that is there, by the table of the part's name.
    async fn address(&mut self, path: &str) -> String {
        let mut filled = String::new();
        for part in path.split('/').filter(|part| !part.is_empty()) {
            filled.push('/');
            match part.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
                Some("batch") if self.luck.percent(92) => filled.push_str(self.batch),
                Some(name) => filled.push_str(&self.something(name).await),
                None => filled.push_str(part),
            }
        }
        filled
    }

    async fn something(&mut self, name: &str) -> String {
        for column in ["number", "code", "login"] {
            let sql = format!("SELECT CAST({column} AS TEXT) AS value FROM {name} ORDER BY 1 LIMIT 40");
            let found: Result<Vec<Text>, _> = store::rows(self.db.read(), &sql, []).await;
            if let Ok(found) = found {
                return self.luck.one(&found).map_or_else(|| "X-1".to_owned(), |row| row.value.clone());
            }
        }
        let found: Result<Vec<Id>, _> =
            store::rows(self.db.read(), &format!("SELECT id FROM {name} ORDER BY 1 LIMIT 40"), []).await;
        let found = found.unwrap_or_default();
        self.luck.one(&found).map_or_else(|| "X-1".to_owned(), |row| row.id.to_string())
    }

    /// What has come about; `one` is the person who walks alone, or the first of two.
    async fn judge(mut self, one: Uuid) -> Tally {
        let db = &self.db;
        let certificates =
            counted(db, "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM certificate", None).await;
        let verdicts = counted(db, "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM unit_final", None).await;
        self.tally.judged = usize::from(verdicts > 0);
        self.tally.near = usize::from(certificates == 0 && counted(db, WHOLE, None).await > 0);
        self.tally.reached = usize::from(certificates > 0);
        self.tally.alone = usize::from(certificates > 0 && counted(db, ALONE, Some(one)).await > 0);
        self.tally
    }
}

/// People who have a K on every unit of their batch.
const WHOLE: &str = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM completion c JOIN batch b ON b.id = c.batch_id \
    WHERE EXISTS (SELECT 1 FROM programme_unit u WHERE u.programme_id = b.programme_id) AND NOT EXISTS \
    (SELECT 1 FROM programme_unit u WHERE u.programme_id = b.programme_id AND NOT EXISTS (SELECT 1 FROM unit_final f \
    WHERE f.batch_id = b.id AND f.person_id = c.person_id AND f.unit_id = u.id AND f.verdict = 'K'))";

/// Certificates that this account issued, says the log, and that rest on nothing which anybody else decided.
const ALONE: &str = "SELECT CAST(COUNT(*) AS BIGINT) AS count FROM certificate c \
    JOIN event e ON e.kind = 'CertificateIssued' AND e.object_id = c.id WHERE e.actor_id = $1 AND NOT EXISTS \
    (SELECT 1 FROM unit_final f JOIN sitting s ON s.id = f.sitting_id WHERE c.kind IN ('competence', 'school') \
    AND f.batch_id = c.batch_id AND f.person_id = c.person_id AND f.verdict = 'K' AND s.assessor_account <> $1) AND NOT EXISTS \
    (SELECT 1 FROM training_run t WHERE c.kind = 'training' AND t.batch_id = c.batch_id AND t.account_id <> $1) AND NOT EXISTS \
    (SELECT 1 FROM accompaniment a WHERE c.kind = 'acknowledgement' AND a.batch_id = c.batch_id \
    AND a.person_id = c.person_id AND a.account_id <> $1)";

/// Walks with these numbers, one after the other; alone or two together.
async fn walk(ground: Arc<Ground>, numbers: std::ops::Range<usize>, together: bool) -> Tally {
    let mut house = ground.house().await;
    let actions: Vec<Action> =
        rooms::actions().into_iter().filter(|action| action.room != "office").collect();
    let mut tally = Tally::default();
    for number in numbers {
        let scene = number % SCENES.len();
        let people = if together { &ground.walkers[scene][..] } else { &ground.walkers[scene][..1] };
        let (db, address) = ground.copy(number).await;
        house.db = db.clone();
        let shared = Arc::new(house);
        let mut walk = Walk {
            site: Site::at(&shared, ground::now()),
            db: db.clone(),
            people,
            batch: SCENES[scene].batch,
            actions: &actions,
            luck: Luck::of(number as u64),
            sent: Vec::new(),
            tally: Tally::default(),
        };
        for _ in 0..DEEDS.0 + walk.luck.below(DEEDS.1) {
            walk.step().await;
        }
        // What was asked for in the background is done too.
        work::worker(&shared, ground::clock()).drain().await.expect("jobs can be done");
        let one = walk.judge(people[0].account).await;
        assert!(
            together || one.alone == 0,
            "walk {number}: {} has a certificate of one person's making",
            SCENES[scene].batch
        );
        tally += one;
        house = alone_again(shared).await;
        ground.drop_copy(db, &address).await;
    }
    tally
}

/// The house back, once the last task has let go of it.
async fn alone_again(mut shared: Arc<House>) -> House {
    for _ in 0..1_000 {
        match Arc::try_unwrap(shared) {
            Ok(house) => return house,
            Err(still) => shared = still,
        }
        tokio::time::sleep(std::time::Duration::from_millis(1)).await;
    }
    panic!("somebody keeps the house");
}

/// Walks go side by side in so many lanes; the numbers are shared out among them.
async fn walks(ground: &Arc<Ground>, count: usize, together: bool) -> Tally {
    let share = count.div_ceil(ground.lanes());
    let mut lanes = tokio::task::JoinSet::new();
    for first in (0..count).step_by(share) {
        lanes.spawn(walk(Arc::clone(ground), first..count.min(first + share), together));
    }
    let mut tally = Tally::default();
    while let Some(lane) = lanes.join_next().await {
        tally += lane.expect("the walks end");
    }
    tally
}

/// Walks that may all come to nothing.
const FEW: usize = 16;

async fn nobody_alone(server: Option<&str>, alone: usize, together: usize) {
    let begun = std::time::Instant::now();
    let ground = Arc::new(Ground::lay(server).await);
    println!("prepared in {:.1} s", begun.elapsed().as_secs_f64());
    let one = walks(&ground, alone, false).await;
    println!("{alone} walks of one person, {:.1} s: {one:?}", begun.elapsed().as_secs_f64());
    let two = walks(&ground, together, true).await;
    println!("{together} walks of two, {:.1} s: {two:?}", begun.elapsed().as_secs_f64());
    assert_eq!((one.reached, one.alone), (0, 0), "one person alone brought a certificate about");
    // Copies of a whole database are slow on PostgreSQL: there a few walks look only for what must not be.
    if alone > FEW {
        assert!(one.judged > 0 && one.done > alone / 4, "they did too little to prove anything");
        assert!(two.reached > 0, "not even two people get there: the walks prove nothing");
    }
    Arc::into_inner(ground).expect("the walks are over").clear().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_walk_of_one_person_reaches_a_certificate() {
    nobody_alone(None, count(160, 100_000), count(120, 2_000)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nor_on_postgres() {
    let Ok(server) = std::env::var("BEKAL_TEST_POSTGRES") else { return };
    nobody_alone(Some(&server), count(FEW, 2_000), count(8, 200)).await;
}
