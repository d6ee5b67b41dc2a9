// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The house in which people walk about: batches whose training is done and of which nobody has been judged or certified; and in
//! each organisation that could certify them one person who has every role and every post there, beside the one who really issues.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use access::Role;
use bekal::command::RoomCommands;
use bekal::house::{self, Place};
use bekal::story::{Player, Script};
use bekal::{Clock, demo, rooms};
use chrono::{DateTime, Utc};
use desk::House;
use kernel::zone::Zone;
use store::{DatabaseAddress, Db, insert, run};
use uuid::Uuid;

use crate::demo_house::Site;

/// The instant of all walks.
pub fn now() -> DateTime<Utc> {
    Zone::Wib.at("2026-07-06".parse().expect("a day"), 10, 0)
}

/// Stories as far as training is done: whole, or up to the first line that begins so.
const STORIES: [(&str, &str); 4] = [
    ("00-kantor", ""),
    ("u3-smkn3", "mastery confirm"),
    ("u4-blk", "assessment decide"),
    ("s0-madiun", "certificate issue"),
];

/// Where one person could bring a certificate about.
pub struct Scene {
    pub batch: &'static str,
    office: &'static str,
    /// Who really issues there.
    issuer: &'static str,
    /// Gives the one person of the office the post that decides on what a certificate rests.
    post: &'static str,
}

pub const SCENES: [Scene; 4] = [
    Scene {
        batch: "ROTI-UMUM-1",
        office: "smkn3-jember",
        issuer: "kepsek.smkn3",
        post: "UPDATE instructor SET account_id = $1 WHERE code = 'GURU-ROTI-SORE'",
    },
    Scene {
        batch: "LAS-UMUM-1",
        office: "lsp-las",
        issuer: "lsp.las",
        post: "UPDATE batch_assessment SET assessor_account_id = $1 WHERE batch_id = (SELECT id FROM batch WHERE code = 'LAS-UMUM-1')",
    },
    Scene {
        batch: "JAHIT-MDN-1",
        office: "lpk-bkj",
        issuer: "direktur.bkj",
        post: "UPDATE training_run SET account_id = $1 WHERE batch_id = (SELECT id FROM batch WHERE code = 'JAHIT-MDN-1')",
    },
    Scene {
        batch: "JAHIT-MDN-1",
        office: "yayasan-allena",
        issuer: "ketua.allena",
        post: "INSERT INTO accompaniment (batch_id, person_id, foundation_id, since, day, account_id, account_name) \
               SELECT c.batch_id, c.person_id, o.id, c.day, c.day, $1, 'Orang Segala Peran' FROM completion c \
               JOIN batch b ON b.id = c.batch_id JOIN organisation o ON o.code = 'yayasan-allena' \
               WHERE b.code = 'JAHIT-MDN-1' AND c.complete = TRUE ORDER BY c.person_id LIMIT 2",
    },
];

/// Somebody who walks: how she comes in, by page and by program.
#[derive(Clone)]
pub struct Walker {
    pub account: Uuid,
    pub token: String,
    pub program: String,
}

/// The prepared house, of which every walk gets a copy; for each scene the one person and the one who issues.
pub struct Ground {
    pub folder: PathBuf,
    prepared: DatabaseAddress,
    pub walkers: Vec<[Walker; 2]>,
}

impl Ground {
    pub async fn lay(server: Option<&str>) -> Self {
        let folder = std::env::temp_dir().join(format!("bekal-walks-{}", Uuid::new_v4()));
        std::fs::create_dir_all(&folder).expect("a folder can be made");
        let prepared = match server {
            None => DatabaseAddress::Sqlite(folder.join("prepared.db")),
            Some(server) => create(server, &format!("bekal_{}", Uuid::new_v4().simple()), None).await,
        };
        let house = open(&folder, &prepared).await;
        play(&house).await;
        let site = Site::at(&house, now());
        let mut walkers = Vec::new();
        for scene in &SCENES {
            let login = everybody(&house.db, scene.office).await;
            let pair = [walker(&house, &site, &login).await, walker(&house, &site, scene.issuer).await];
            let post = run(house.db.writer(), scene.post, [pair[0].account.into()]).await;
            assert!(post.expect("the post can be given") > 0, "{}", scene.office);
            walkers.push(pair);
        }
        drop(site);
        house.db.clone().close().await.expect("the house closes");
        Self { folder, prepared, walkers }
    }

    /// How many walks go side by side. A walk in a file waits for the file's own thread more than it computes; a server lets
    /// hardly more than two copy its template at once.
    pub const fn lanes(&self) -> usize {
        match self.prepared {
            DatabaseAddress::Sqlite(_) => 8,
            DatabaseAddress::Postgres(_) => 2,
        }
    }

    /// A house of the walks' own, whose database is exchanged before each; as it was prepared until then.
    pub async fn house(&self) -> House {
        let house = open(&self.folder, &self.prepared).await;
        house.db.clone().close().await.expect("the house closes");
        Arc::try_unwrap(house).expect("nobody else holds it")
    }

    /// A fresh copy of the prepared database.
    pub async fn copy(&self, number: usize) -> (Db, DatabaseAddress) {
        let address = match &self.prepared {
            DatabaseAddress::Sqlite(file) => {
                let copy = self.folder.join(format!("walk-{number}")).with_extension("db");
                std::fs::copy(file, &copy).expect("the file can be copied");
                DatabaseAddress::Sqlite(copy)
            }
            DatabaseAddress::Postgres(url) => {
                let (_, template) = url.rsplit_once('/').expect("the address ends in a name");
                create(url, &format!("{template}_{number}"), Some(template)).await
            }
        };
        (Db::open(&address).await.expect("the copy opens"), address)
    }

    /// Throws a copy away.
    pub async fn drop_copy(&self, db: Db, address: &DatabaseAddress) {
        match address {
            DatabaseAddress::Sqlite(file) => {
                db.close().await.expect("the copy closes");
                for end in ["", "-wal", "-shm"] {
                    let _ = std::fs::remove_file(format!("{}{end}", file.display()));
                }
            }
            DatabaseAddress::Postgres(url) => remove(url).await,
        }
    }

    pub async fn clear(self) {
        if let DatabaseAddress::Postgres(url) = &self.prepared {
            remove(url).await;
        }
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

/// The same server's database of another name.
fn beside(url: &str, name: &str) -> String {
    format!("{}/{name}", url.rsplit_once('/').expect("the address ends in a database name").0)
}

async fn create(url: &str, name: &str, template: Option<&str>) -> DatabaseAddress {
    let admin =
        Db::open(&DatabaseAddress::Postgres(beside(url, "postgres"))).await.expect("the server answers");
    if let Some(template) = template {
        // Whoever prepared it may not have gone yet, and a database in use cannot be copied.
        let sql =
            format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{template}'");
        run(admin.writer(), &sql, []).await.expect("its sessions end");
    }
    let like = template.map(|template| format!(" TEMPLATE {template}")).unwrap_or_default();
    run(admin.writer(), &format!("CREATE DATABASE {name}{like}"), []).await.expect("it can be created");
    DatabaseAddress::Postgres(beside(url, name))
}

async fn remove(url: &str) {
    let admin =
        Db::open(&DatabaseAddress::Postgres(beside(url, "postgres"))).await.expect("the server answers");
    let (_, name) = url.rsplit_once('/').expect("the address ends in a name");
    run(admin.writer(), &format!("DROP DATABASE {name} WITH (FORCE)"), []).await.expect("it can be dropped");
}

async fn open(folder: &Path, database: &DatabaseAddress) -> Arc<House> {
    let mut place = Place::in_folder(folder, true).expect("a place");
    place.database = database.clone();
    house::assemble(&place).await.expect("the house opens")
}

async fn play(house: &Arc<House>) {
    let rooms = RoomCommands { actions: rooms::actions(), pages: rooms::pages() };
    let player = Player { house, rooms: &rooms, files: &demo::Embedded };
    for (name, until) in STORIES {
        let (name, text) = demo::STORIES.iter().find(|(known, _)| *known == name).expect("a story");
        let is_before = |line: &&str| until.is_empty() || !line.starts_with(until);
        let text: Vec<&str> = text.lines().take_while(is_before).collect();
        let script = Script::read(name, &text.join("\n")).expect("a story");
        player.play(&script, &mut String::new()).await.expect("it goes as far as that");
    }
}

/// Opens the account of one who has every role in an office.
async fn everybody(db: &Db, office: &str) -> String {
    let found = office::facts::by_code(db.read(), office).await.expect("an answer").expect("an office");
    let (id, login) = (Uuid::new_v4(), format!("segala.{office}"));
    let row = insert("account").set("id", id).set("login", login.clone()).set("name", "Orang Segala Peran");
    let row = row.set("password_hash", "!").set("organisation_id", found.id.0);
    row.run(db.writer()).await.expect("the account fits");
    for role in Role::ALL {
        let row = insert("account_role").set("account_id", id).set("role", role.code());
        row.run(db.writer()).await.expect("the role fits");
    }
    login
}

async fn walker(house: &House, site: &Site, login: &str) -> Walker {
    let account = access::account_named(house.db.read(), login).await.expect("an answer");
    let (token, program) = (site.sign_in(login).await, site.api_token(login).await);
    Walker { account: account.expect("an account").0, token, program }
}

/// The clock of all walks.
pub fn clock() -> Clock {
    Clock::Fixed(now())
}
