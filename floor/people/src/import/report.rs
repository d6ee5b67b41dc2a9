// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What an import found, kept so that it can be read after the file is closed. Sentences are kept in both languages.

use ::store::{ConnectionTrait, DbErr, FromQueryResult, insert, one};
use chrono::{DateTime, Utc};
use desk::{Desk, Words};
use kernel::Lang;
use kernel::id::OrganisationId;
use serde_json::{Value, json};
use uuid::Uuid;

use super::columns::Column;
use super::duplicates::Verdict;
use super::finding::{Finding, Severity};

/// One line of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub row: i64,
    /// Empty where the finding is about the whole row.
    pub column: String,
    pub severity: Severity,
    pub indonesian: String,
    pub english: String,
}

impl Line {
    fn of(words: &Words, finding: &Finding) -> Self {
        Self {
            row: i64::try_from(finding.row).unwrap_or(i64::MAX),
            column: finding.column.map_or("", Column::code).to_owned(),
            severity: finding.severity,
            indonesian: finding.what.sentence(words, Lang::Id),
            english: finding.what.sentence(words, Lang::En),
        }
    }

    pub fn sentence(&self, lang: Lang) -> &str {
        match lang {
            Lang::Id => &self.indonesian,
            Lang::En => &self.english,
        }
    }

    fn to_json(&self) -> Value {
        json!({
            "row": self.row, "column": self.column, "severity": self.severity.code(),
            "id": self.indonesian, "en": self.english,
        })
    }

    fn from_json(value: &Value) -> Option<Self> {
        let text = |name: &str| value[name].as_str().map(str::to_owned);
        Some(Self {
            row: value["row"].as_i64()?,
            column: text("column")?,
            severity: Severity::from_code(value["severity"].as_str()?)?,
            indonesian: text("id")?,
            english: text("en")?,
        })
    }
}

/// The lines of a verdict, errors of a row as they stand in the file.
pub fn lines(words: &Words, verdict: &Verdict) -> Vec<Line> {
    verdict.findings.iter().map(|finding| Line::of(words, finding)).collect()
}

/// What one file did or would do.
#[derive(Debug, Clone)]
pub struct Report {
    pub id: Uuid,
    pub office: OrganisationId,
    pub account_name: String,
    pub at: DateTime<Utc>,
    pub file_name: String,
    /// False for a dry run.
    pub written: bool,
    pub people: i64,
    pub added: i64,
    pub known: i64,
    pub repeated: i64,
    pub faulty: i64,
    pub lines: Vec<Line>,
}

impl Report {
    /// The report of a verdict; `added` counts those put on record, or who would be.
    pub fn of(desk: &Desk, office: OrganisationId, file_name: &str, verdict: &Verdict) -> Self {
        let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        Self {
            id: desk.dice.random_id(),
            office,
            account_name: desk.actor.name.clone(),
            at: desk.now,
            file_name: file_name.chars().take(200).collect(),
            written: false,
            people: count(verdict.people),
            added: count(verdict.new.len()),
            known: count(verdict.known),
            repeated: count(verdict.repeated),
            faulty: count(verdict.faulty),
            lines: lines(&desk.house.words, verdict),
        }
    }

    /// Keeps the report.
    pub async fn keep<C: ConnectionTrait>(&self, on: &C) -> Result<(), DbErr> {
        let findings: Vec<Value> = self.lines.iter().map(Line::to_json).collect();
        insert("import_report")
            .set("id", self.id)
            .set("office_id", self.office.0)
            .set("account_name", self.account_name.clone())
            .set("at", self.at)
            .set("file_name", self.file_name.clone())
            .set("state", if self.written { "written" } else { "tried" })
            .set("people", self.people)
            .set("added", self.added)
            .set("known", self.known)
            .set("repeated", self.repeated)
            .set("faulty", self.faulty)
            .set("findings", Value::Array(findings).to_string())
            .run(on)
            .await
    }

    /// Reads a report.
    pub async fn load<C: ConnectionTrait>(on: &C, id: Uuid) -> Result<Option<Self>, DbErr> {
        let sql = "SELECT id, office_id, account_name, at, file_name, state, people, added, known, repeated, faulty, \
                   findings FROM import_report WHERE id = $1";
        let found: Option<ReportRow> = one(on, sql, [id.into()]).await?;
        Ok(found.map(Into::into))
    }
}

#[derive(FromQueryResult)]
struct ReportRow {
    id: Uuid,
    office_id: Uuid,
    account_name: String,
    at: DateTime<Utc>,
    file_name: String,
    state: String,
    people: i64,
    added: i64,
    known: i64,
    repeated: i64,
    faulty: i64,
    findings: String,
}

impl From<ReportRow> for Report {
    fn from(row: ReportRow) -> Self {
        let findings: Value = serde_json::from_str(&row.findings).unwrap_or_default();
        Self {
            id: row.id,
            office: OrganisationId(row.office_id),
            account_name: row.account_name,
            at: row.at,
            file_name: row.file_name,
            written: row.state == "written",
            people: row.people,
            added: row.added,
            known: row.known,
            repeated: row.repeated,
            faulty: row.faulty,
            lines: findings.as_array().into_iter().flatten().filter_map(Line::from_json).collect(),
        }
    }
}
