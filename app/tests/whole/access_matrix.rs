// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Every route that the rooms declare, for every role, from every side: the host's own office, the partner while its
//! agreement holds, the same partner after its end, and an office that has nothing to do with it. What the policy's row
//! does not give must be refused, whatever the room itself does.

use std::collections::{BTreeMap, BTreeSet};

use crate::demo_house::{Answer, DemoHouse, Site};
use access::{Act, Relation, Role, policy};
use bekal::rooms;
use kernel::day::Day;

/// Where somebody stands to the things of the Jember partnership.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Host,
    Partner,
    PartnerAfterTheEnd,
    Stranger,
}

impl Side {
    const ALL: [Side; 4] = [Side::Host, Side::Partner, Side::PartnerAfterTheEnd, Side::Stranger];

    fn office(self) -> &'static str {
        match self {
            Side::Host => "lapas-jember",
            Side::Partner | Side::PartnerAfterTheEnd => "smkn3-jember",
            Side::Stranger => "lapas-kotabaru",
        }
    }

    /// A day within the agreement's term, or two days after it.
    fn day(self) -> Day {
        let (year, month, day) = match self {
            Side::Host | Side::Partner | Side::Stranger => (2026, 3, 4),
            Side::PartnerAfterTheEnd => (2026, 12, 18),
        };
        Day::from_ymd_opt(year, month, day).expect("a day of the calendar")
    }

    /// The relations that may hold from this side; every other column of the policy gives nothing here. The school owns
    /// some records itself (its teachers, the certificates it issued), and the agreement is addressed to it.
    fn relations(self) -> &'static [Relation] {
        match self {
            Side::Host => &[Relation::Own, Relation::Addressed, Relation::Any],
            Side::Partner => &[Relation::Own, Relation::Party, Relation::Addressed, Relation::Any],
            Side::PartnerAfterTheEnd => &[Relation::Own, Relation::Addressed, Relation::Any],
            Side::Stranger => &[Relation::Any],
        }
    }
}

/// Lists and forms for something new are about whatever the visitor's own office has; a vacancy is nobody's secret.
fn is_about_no_single_thing(path: &str) -> bool {
    !path.contains('{') || ["/vacancies/{vacancy}/referral", "/vacancies/{vacancy}/matches"].contains(&path)
}

/// The relations that may give something at an address, from a side.
fn relations(side: Side, path: &str) -> Vec<Relation> {
    let mut relations = side.relations().to_vec();
    if is_about_no_single_thing(path) {
        relations.extend([Relation::Own, Relation::Addressed, Relation::Assigned]);
    }
    relations
}

/// What outlives an agreement: finishing an assessment, issuing on it, and the certificates one issued.
const OUTLIVES: [&str; 3] = ["/certificates", "/batches/{batch}/certificates", "/batches/{batch}/assessment"];

/// What a visitor with nothing to do with the partnership, or whose agreement is over, must not read anywhere.
fn must_not_read(side: Side, path: &str) -> &'static [&'static str] {
    match side {
        Side::Host | Side::Partner => &[],
        Side::Stranger => {
            &["Misnadi", "Produksi roti angkatan 1", "Pelatihan produksi roti bagi warga binaan"]
        }
        Side::PartnerAfterTheEnd if OUTLIVES.iter().any(|known| path.starts_with(known)) => &[],
        Side::PartnerAfterTheEnd => &["Misnadi"],
    }
}

fn policy_gives(act: Act, role: Role, relations: &[Relation]) -> bool {
    let row =
        policy().iter().find(|row| row.act == act).expect("a test of access proves that every act has a row");
    relations.iter().any(|relation| row.roles(*relation).contains(&role))
}

/// A calendar's address that leads somewhere.
async fn calendar_address(demo_house: &DemoHouse) -> String {
    let house = &demo_house.house;
    let account = access::account_named(house.db.read(), "guru.roti").await.expect("the database answers");
    store::insert("calendar_key")
        .set("account_id", account.expect("an account of the stories").0)
        .set("token_hash", house.secrets.keyed_hash("calendar", b"uji"))
        .set("token_sealed", house.secrets.seal("calendar", b"uji", [9; 24]))
        .set("since", kernel::zone::Zone::Wib.at(Side::Host.day(), 9, 0))
        .run(house.db.writer())
        .await
        .expect("the address fits");
    "uji.ics".to_owned()
}

/// A thing of the Jember partnership for each part of an address.
pub async fn samples(demo_house: &DemoHouse) -> BTreeMap<&'static str, String> {
    #[derive(store::FromQueryResult)]
    struct Text {
        value: String,
    }
    #[derive(store::FromQueryResult)]
    struct Id {
        id: uuid::Uuid,
    }
    let on = demo_house.house.db.read();
    let text = async |sql: &str| {
        let row: Option<Text> = store::one(on, sql, []).await.expect("the database answers");
        row.unwrap_or_else(|| panic!("nothing for {sql}")).value
    };
    let id = async |sql: &str| {
        let row: Option<Id> = store::one(on, sql, []).await.expect("the database answers");
        row.unwrap_or_else(|| panic!("nothing for {sql}")).id.to_string()
    };
    let batch = "SELECT b.id FROM batch b WHERE b.code = 'ROTI-JBR-1'";
    [
        ("agreement", "PKS-JEMBER-ROTI".to_owned()),
        ("meeting", "RAPAT-JBR-1".to_owned()),
        ("item", "1".to_owned()),
        ("obligation", "PKS-JEMBER-ROTI-O3".to_owned()),
        ("facility", "DAPUR-JBR".to_owned()),
        ("finding", "P1".to_owned()),
        ("programme", "ROTI".to_owned()),
        ("batch", "ROTI-JBR-1".to_owned()),
        ("outside", id("SELECT id FROM outside_certificate LIMIT 1").await),
        ("hearing", "TPP-JBR-1".to_owned()),
        ("milestone", "12m".to_owned()),
        ("business", id("SELECT id FROM business WHERE name = 'Fauzan Bakery'").await),
        ("vacancy", "LOW-1".to_owned()),
        ("proposal", "USULAN-MJK-1".to_owned()),
        ("list", "1".to_owned()),
        ("issuer", "smkn3-jember".to_owned()),
        ("did", uuid::Uuid::nil().to_string()),
        ("purpose", "revocation".to_owned()),
        ("year_plan", "RENCANA-MJK-2025".to_owned()),
        ("search", waiting_search(demo_house).await),
        ("handover", "ST-LAPAS-JEMBER-1".to_owned()),
        ("account", "guru.roti".to_owned()),
        ("token", token_of(demo_house, "guru.roti").await),
        // Nobody's: a sign-in is seen by the one who is signed in.
        ("sign_in", "0000000000000000".to_owned()),
        ("table", "promises".to_owned()),
        ("report", "SP-LAPAS-JEMBER-1".to_owned()),
        ("calendar", calendar_address(demo_house).await),
        // Still in the office on every day of the test.
        ("person", id("SELECT person_id AS id FROM episode WHERE register = 'B.I 134/2025'").await),
        ("other", id("SELECT person_id AS id FROM episode WHERE register = 'B.I 146/2024'").await),
        ("change", id("SELECT c.id FROM circumstance c JOIN organisation o ON o.id = c.office_id WHERE o.code = 'lapas-jember' ORDER BY c.told_at LIMIT 1").await),
        ("session", "2025-12-17-08.00".to_owned()),
        ("job", waiting_job(demo_house).await),
        ("import", id("SELECT r.id FROM import_report r JOIN organisation o ON o.id = r.office_id WHERE o.code = 'lapas-jember' LIMIT 1").await),
        ("certificate", text(&format!("SELECT number AS value FROM certificate WHERE batch_id IN ({batch}) LIMIT 1")).await),
        ("appeal", text("SELECT code AS value FROM appeal LIMIT 1").await),
        ("number", text(&format!("SELECT number AS value FROM certificate WHERE batch_id IN ({batch}) LIMIT 1")).await),
    ].into_iter().chain(plain()).collect()
}

/// Parts of a tile of the log (where there is none, its address shows the page to check a number), and of an assessment.
fn plain() -> [(&'static str, String); 7] {
    [
        ("level", "0"),
        ("first", "000"),
        ("second", "1"),
        ("third", "1"),
        ("scheme", "SKEMA-LAS"),
        ("round", "1"),
        ("form", "apl-01"),
    ]
    .map(|(part, text)| (part, text.to_owned()))
}

/// A token of an account; answers its id.
async fn token_of(demo_house: &DemoHouse, login: &str) -> String {
    let db = &demo_house.house.db;
    let account = access::account_named(db.read(), login).await.expect("the database answers");
    let id = uuid::Uuid::new_v4();
    let tx = db.begin().await.expect("a transaction begins");
    let new = access::NewToken {
        id,
        account: account.expect("an account of the stories"),
        name: "Uji",
        text: &access::token_text([7; 32]),
        scopes: &[access::TokenScope::Reading],
        days: 30,
    };
    access::make_token(&tx, &new, kernel::zone::Zone::Wib.at(Side::Host.day(), 8, 0))
        .await
        .expect("the token fits");
    tx.commit().await.expect("it is written");
    id.to_string()
}

/// A job that the registrar of the prison asked for and nobody has taken up.
async fn waiting_job(demo_house: &DemoHouse) -> String {
    let id = uuid::Uuid::new_v4();
    let sql = "INSERT INTO job (id, kind, unique_key, account_id, lang, payload, state, attempts, cancel_asked, enqueued_at, \
               done, total, sentence_id, sentence_en) SELECT $1, 'person import', $2, id, 'id', $3, 'queued', 0, FALSE, $4, \
               0, 0, '', '' FROM account WHERE login = 'binadik.jember'";
    let values = [id.into(), id.to_string().into(), vec![0_u8].into(), bekal::Clock::Now.read().into()];
    let written = store::run(demo_house.house.db.writer(), sql, values).await.expect("the job fits");
    assert_eq!(written, 1);
    id.to_string()
}

/// A thorough search that the head of work of Mojokerto asked for and nobody has taken up.
async fn waiting_search(demo_house: &DemoHouse) -> String {
    let id = uuid::Uuid::new_v4();
    let on = demo_house.house.db.writer();
    let sql = "INSERT INTO job (id, kind, unique_key, account_id, lang, payload, state, attempts, cancel_asked, enqueued_at, \
               done, total, sentence_id, sentence_en) SELECT $1, 'proposal search', $2, id, 'id', $3, 'queued', 0, FALSE, $4, \
               0, 0, '', '' FROM account WHERE login = 'giatja.mojokerto'";
    let values = [id.into(), id.to_string().into(), vec![0_u8].into(), bekal::Clock::Now.read().into()];
    assert_eq!(store::run(on, sql, values).await.expect("the job fits"), 1);
    let sql = "INSERT INTO proposal_search (job_id, host_id, code) SELECT $1, id, 'USULAN-MJK-9' FROM organisation \
               WHERE code = 'lapas-mojokerto'";
    assert_eq!(store::run(on, sql, [id.into()]).await.expect("the search fits"), 1);
    id.to_string()
}

pub fn fill(path: &str, samples: &BTreeMap<&'static str, String>) -> String {
    let mut filled = String::new();
    for part in path.split('/').filter(|part| !part.is_empty()) {
        filled.push('/');
        match part.strip_prefix('{').and_then(|rest| rest.strip_suffix('}')) {
            Some(name) => filled.push_str(
                samples.get(name).unwrap_or_else(|| panic!("{path}: a new part `{name}` needs a sample")),
            ),
            None => filled.push_str(part),
        }
    }
    if filled.is_empty() { "/".to_owned() } else { filled }
}

/// Asks for the page and sends the empty form, as a person and as her program; both doors must refuse alike.
async fn ask(
    site: &Site,
    (token, program): (&str, &str),
    address: &str,
    (is_action, is_told): (bool, bool),
) -> Vec<(&'static str, Answer)> {
    let in_api = format!("/api{address}");
    let mut answers = vec![("GET", site.get(token, address).await)];
    if is_action {
        answers.push(("POST", site.post(token, address, "").await));
        answers.push(("API POST", site.order(program, &in_api, "").await));
    } else if is_told {
        answers.push(("API GET", site.tell(program, &in_api).await));
    }
    answers
}

#[tokio::test]
async fn what_the_policy_does_not_give_is_refused_on_every_route() {
    assert!(Role::ALL.len() >= 14);
    let demo_house = DemoHouse::new().await;
    let samples = samples(&demo_house).await;
    let actions = rooms::actions();
    let pages: Vec<_> = rooms::pages().into_iter().filter(|page| page.room != "public").collect();
    let told: BTreeSet<&str> = rooms::twins().iter().map(|twin| twin.page.path).collect();
    let (mut asked, mut given, mut wrong) = (0, BTreeMap::new(), Vec::new());
    for side in Side::ALL {
        let site = Site::on(&demo_house.house, side.day());
        for role in Role::ALL.iter().copied() {
            let token = site.person_with(side.office(), role).await;
            let program = site.program_with(side.office(), role).await;
            for (act, path, is_action) in actions
                .iter()
                .map(|action| (action.act, action.path, true))
                .chain(pages.iter().map(|page| (page.act, page.path, false)))
            {
                let address = fill(path, &samples);
                // Who signs out everywhere does not come back for the next route.
                let token = match path == SIGNS_OUT {
                    true => site.person_with(side.office(), role).await,
                    false => token.clone(),
                };
                let is_told = told.contains(path);
                let answers = ask(&site, (&token, &program), &address, (is_action, is_told)).await;
                for (verb, answer) in answers {
                    asked += 1;
                    let who = format!("{side:?} {} {verb} {path}: {}", role.code(), answer.status.as_u16());
                    if answer.status.is_server_error() {
                        wrong.push(format!("{who} broke"));
                    }
                    let is_given = policy_gives(act, role, &relations(side, path));
                    let is_given_anywhere = policy_gives(act, role, &[Relation::Any]);
                    for secret in must_not_read(side, path) {
                        if !is_given_anywhere && answer.body.contains(secret) {
                            wrong.push(format!("{who} shows {secret}"));
                        }
                    }
                    if !is_given && !answer.is_denied() {
                        wrong.push(format!("{who}, though the policy gives {} nothing", act.code()));
                    }
                    if is_given && !answer.is_denied() && !verb.starts_with("API") {
                        *given.entry(path).or_insert(0) += 1;
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {asked}:\n{}", wrong.len(), wrong.join("\n"));
    // A route that lets nobody in from any side would pass every refusal; only those that serve other offices may.
    let shut: Vec<&str> = actions
        .iter()
        .map(|action| action.path)
        .chain(pages.iter().map(|page| page.path))
        .filter(|path| !given.contains_key(path) && !SERVE_OTHERS.contains(path))
        .collect();
    assert!(shut.is_empty(), "nobody at all gets in: {shut:?}");
}

/// The route after which one is signed in nowhere.
const SIGNS_OUT: &str = "/account/sign-ins/ending";

/// Routes for offices that are neither host nor school here: the receiving probation office, the booked assessor,
/// the employer of a referral. The kitchen of Jember passed its inspection, so that there is nothing to mend.
const SERVE_OTHERS: &[&str] = &[
    "/facilities/{facility}/findings/{finding}/mending",
    "/handovers/{handover}/acceptance",
    "/handovers/{handover}/return",
    "/batches/{batch}/assessment/decision",
    "/batches/{batch}/assessment/retry",
    // The school's judgement of Jember is under no licensed scheme, so that nobody applies and no form is printed.
    "/batches/{batch}/assessment/applications",
    "/batches/{batch}/assessment/forms/{form}",
    "/batches/{batch}/assessment/candidates/{person}/{form}",
    "/batches/{batch}/assessment/evidence/new",
    "/batches/{batch}/assessment/agreements/new",
    // The school's judgement of Jember is not moderated, and nobody applied for it.
    "/batches/{batch}/assessment/sittings/{round}",
    "/batches/{batch}/assessment/sittings/{round}/moderation",
    "/batches/{batch}/assessment/sittings/{round}/answer",
    "/batches/{batch}/assessment/applications/{person}/papers",
    "/vacancies/{vacancy}/referrals/{person}",
    // The school's judgement of Jember cannot be contested here; the appeal of the samples is of Kotabaru.
    "/appeals/{appeal}",
    "/appeals/{appeal}/assessor",
    "/appeals/{appeal}/decision",
    // Nobody has made a code for the certificate of the samples.
    "/certificates/{certificate}/claim-slip.pdf",
    // The scheme of the samples is of the body that judged in Kotabaru.
    "/schemes/{scheme}/licences/new",
    // The one on record is of somebody in Kotabaru.
    "/people/{person}/outside-certificates/{outside}/handing",
    // A sign-in of one's own, which the visitors of this test do not share.
    "/account/sign-ins/{sign_in}/ending",
    // The mentor named to a person; and whoever has a business, which the person of the samples has not.
    "/people/{person}/mentoring/new",
    "/people/{person}/mentoring/completion",
    // No foundation is a party in Jember.
    "/batches/{batch}/acknowledgements",
    "/people/{person}/businesses/{business}",
    // Only Mojokerto places its people in one proposal; both of these offices are of Jember.
    "/proposals/{proposal}",
    "/proposals/{proposal}/approval",
    "/proposals/{proposal}/turning-down",
    "/proposals/{proposal}/change",
    "/proposals/{proposal}/calendar",
    // Only Mojokerto has a plan of its year.
    "/plans/years/{year_plan}",
    "/plans/years/{year_plan}/change",
    "/plans/years/{year_plan}/revision",
    "/plans/years/{year_plan}/laying",
    "/plans/years/{year_plan}/giving-back",
    "/plans/years/{year_plan}/approval",
    "/plans/years/{year_plan}/batches",
    "/plans/years/{year_plan}/untied-batches",
    // A search is watched by the office that asked: Mojokerto.
    "/proposal-searches/{search}",
    "/proposal-searches/{search}/keeping",
];

#[tokio::test]
async fn without_sign_in_there_is_only_the_door() {
    let demo_house = DemoHouse::new().await;
    let samples = samples(&demo_house).await;
    let site = Site::on(&demo_house.house, Side::Host.day());
    for page in rooms::pages() {
        let answer = site.get("", &fill(page.path, &samples)).await;
        // In place of a file that is not there, the page to check a number.
        let is_absent = answer.status == 404 && answer.body.contains("id=\"number\"");
        let is_open = answer.status.is_success() || is_absent;
        assert_eq!(is_open, page.room == "public", "{} answers {}", page.path, answer.status);
    }
    for action in rooms::actions() {
        let answer = site.post("", &fill(action.path, &samples), "").await;
        assert!(answer.is_denied(), "{} answers {}", action.path, answer.status);
    }
}
