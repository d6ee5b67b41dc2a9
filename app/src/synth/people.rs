// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The people of the office: who came when, and who has left since.

use audit::{Event, Object};
use chrono::Days;
use kernel::day::Day;
use kernel::name::PersonName;
use kernel::nik::Nik;
use kernel::region;
use serde_json::json;
use store::{DatabaseTransaction, Many, Value, many};
use uuid::Uuid;

use super::calendar::Calendar;
use super::ground::Ground;
use super::names;
use super::writer::Writer;

/// So many are written in one transaction, with one leaf, as an import of that many rows.
const PER_IMPORT: usize = 1_000;
/// People came so many days before the batch they may sit in.
pub(super) const DAYS_BEFORE: u64 = 120;

/// Who came on which day, the earliest first.
#[derive(Debug, Clone, Copy)]
pub(super) struct Inmate {
    pub id: Uuid,
    pub admitted_on: Day,
    pub ended_on: Option<Day>,
}

/// Rows about to be written.
struct Rows {
    person: Many<13>,
    episode: Many<9>,
    secret: Many<6>,
}

impl Rows {
    fn new() -> Self {
        let person = [
            "id",
            "name",
            "name_key",
            "born_on",
            "birth_place",
            "sex",
            "kind",
            "home_district",
            "education",
            "nik_sealed",
            "nik_hash",
            "nik_masked",
            "nik_missing",
        ];
        let episode = [
            "id",
            "person_id",
            "office_id",
            "kind",
            "register",
            "register_written",
            "admitted_on",
            "ended_on",
            "end_reason",
        ];
        let secret = ["episode_id", "offence", "sentence_text", "expiry_on", "two_thirds_on", "block"];
        Self {
            person: many("person", person),
            episode: many("episode", episode),
            secret: many("episode_secret", secret),
        }
    }

    async fn run(self, tx: &DatabaseTransaction) -> anyhow::Result<()> {
        self.person.run(tx).await?;
        self.episode.run(tx).await?;
        self.secret.run(tx).await?;
        Ok(())
    }
}

/// Puts everybody on record, in the order in which they came.
pub(super) async fn put(
    writer: &mut Writer<'_>,
    ground: &Ground,
    calendar: &Calendar,
) -> anyhow::Result<Vec<Inmate>> {
    let districts: Vec<&str> = region::districts().iter().map(|district| district.code).collect();
    let begin = calendar.first - Days::new(DAYS_BEFORE);
    let span = (calendar.today - begin).num_days().unsigned_abs().max(2) - 1;
    let count = writer.order.people;
    let mut inmates = Vec::with_capacity(count);
    for first in (0..count).step_by(PER_IMPORT) {
        let tx = writer.house.db.begin().await?;
        let mut rows = Rows::new();
        let last = (first + PER_IMPORT).min(count);
        for number in first..last {
            let admitted_on = begin + Days::new(number as u64 * span / count as u64);
            inmates.push(inmate(writer, ground, &mut rows, (number, admitted_on, &districts))?);
        }
        rows.run(&tx).await?;
        let day = inmates.last().map_or(begin, |inmate| inmate.admitted_on);
        let content =
            json!({ "file": format!("daftar-{}.xlsx", first / PER_IMPORT + 1), "added": last - first });
        let event = Event::new("PeopleImported", Object::new("organisation", ground.lapas.0), content);
        let about = |event: Event, one: &Inmate| event.about("person", one.id);
        let event = inmates[first..last].iter().fold(event, about);
        writer.record(&tx, ground.registrar(), day, event).await?;
        tx.commit().await?;
    }
    Ok(inmates)
}

fn inmate(
    writer: &Writer<'_>,
    ground: &Ground,
    rows: &mut Rows,
    (number, admitted_on, districts): (usize, Day, &[&str]),
) -> anyhow::Result<Inmate> {
    let luck = &writer.luck;
    let (is_woman, home) = (luck.percent(7), luck.one(districts));
    let name = PersonName::parse(&names::name(luck, is_woman))
        .map_err(|problem| anyhow::anyhow!("an invented name is none: {problem:?}"))?;
    let born_on = admitted_on - Days::new(365 * 19 + luck.below(365 * 35));
    let (id, stay) = (writer.id(admitted_on), writer.id(admitted_on));
    let leaves_on = admitted_on + Days::new(DAYS_BEFORE + 200 + luck.below(1_200));
    // Ordinary learners are in nobody's charge, so that none leaves it.
    let is_own = ground.is_own();
    let ended_on = (leaves_on < writer.order.today && !is_own).then_some(leaves_on);
    let serial = if is_own { number + 4_999 } else { number };
    let [sealed, hash, masked, missing] = nik(writer, home, (born_on, is_woman, serial));
    let kind = if is_own { "learner" } else { "convict" };
    rows.person.push([
        id.into(),
        name.as_str().into(),
        name.compare_key().into(),
        born_on.into(),
        region::district(home).map(|district| district.name.clone()).into(),
        if is_woman { "female" } else { "male" }.into(),
        if ended_on.is_some() { "former" } else { kind }.into(),
        home.into(),
        luck.one(&["primary", "lower-secondary", "upper-secondary"]).into(),
        sealed,
        hash,
        masked,
        missing,
    ]);
    let series = if is_own { "KU-" } else { "BI." };
    let register = format!("{series}{}/{}", number + 1, chrono::Datelike::year(&admitted_on));
    rows.episode.push([
        stay.into(),
        id.into(),
        ground.lapas.0.into(),
        kind.into(),
        people::register::canonical(&register).into(),
        register.into(),
        admitted_on.into(),
        ended_on.into(),
        ended_on.map(|_| luck.one(&["parole", "conditional-leave", "full-release"])).into(),
    ]);
    if is_own {
        return Ok(Inmate { id, admitted_on, ended_on });
    }
    rows.secret.push([
        stay.into(),
        luck.one(&["Pencurian", "Penggelapan", "Narkotika", "Penganiayaan"]).into(),
        "Dua tahun enam bulan".into(),
        (leaves_on + Days::new(60)).into(),
        leaves_on.into(),
        luck.one(&["A", "B", "C", "D"]).into(),
    ]);
    Ok(Inmate { id, admitted_on, ended_on })
}

/// Sealed, hash, mask; or why there is none, for one in ten.
fn nik(writer: &Writer<'_>, home: &str, (born_on, is_woman, number): (Day, bool, usize)) -> [Value; 4] {
    use chrono::Datelike;
    let day = born_on.day() + if is_woman { 40 } else { 0 };
    // The serial makes it the only one: two people of one day, month and district never share it within ten thousand.
    let text = format!(
        "{}01{day:02}{:02}{:02}{:04}",
        home.replace('.', ""),
        born_on.month(),
        born_on.year() % 100,
        number % 9_999 + 1
    );
    let found = (!writer.luck.percent(10)).then(|| Nik::parse(&text).ok()).flatten();
    match found {
        Some(nik) => {
            let (secrets, plain) = (&writer.house.secrets, nik.expose().as_bytes());
            [
                secrets.seal("nik", plain, writer.luck.0.bytes()).into(),
                secrets.keyed_hash("nik", plain).into(),
                nik.masked().into(),
                None::<String>.into(),
            ]
        }
        None => {
            [None::<Vec<u8>>.into(), None::<Vec<u8>>.into(), None::<String>.into(), "not-yet-asked".into()]
        }
    }
}
