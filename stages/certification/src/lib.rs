// SPDX-License-Identifier: Apache-2.0 OR MIT
#![doc = include_str!("../README.md")]

mod accompaniment;
mod actions;
mod candidate;
mod chain;
mod claim;
pub mod commands;
pub mod elsewhere;
pub mod facts;
mod pages;
mod paper;
mod renewal;
mod rules;
mod seal;
mod selection;
mod signer;
pub mod state;
mod status;
mod store;
mod subject;
mod verification;

use desk::{Action, Page};

pub use pages::twins;
pub use verification::{Judged, credential_of, judge_file, judge_selection, verify_file};

/// The tables of this room.
pub const MIGRATIONS: &[::store::Migration] = &[
    ::store::Migration {
        name: "2026_11_24_001100_certification",
        sql: include_str!("../migrations/2026-11-24-certification.sql"),
        seed: include_str!("../migrations/2026-11-24-certification.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_26_001100_certification_told",
        sql: include_str!("../migrations/2026-11-26-told.sql"),
        seed: include_str!("../migrations/2026-11-26-told.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_26_001101_certification_standing",
        sql: include_str!("../migrations/2026-11-26-standing.sql"),
        seed: include_str!("../migrations/2026-11-26-standing.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_26_001102_certification_accompaniment",
        sql: include_str!("../migrations/2026-11-26-accompaniment.sql"),
        seed: include_str!("../migrations/2026-11-26-accompaniment.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_26_001103_certification_renewal",
        sql: include_str!("../migrations/2026-11-26-renewal.sql"),
        seed: include_str!("../migrations/2026-11-26-renewal.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_26_001104_certification_hands",
        sql: include_str!("../migrations/2026-11-26-hands.sql"),
        seed: include_str!("../migrations/2026-11-26-hands.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_26_001105_certification_signer",
        sql: include_str!("../migrations/2026-11-26-signer.sql"),
        seed: include_str!("../migrations/2026-11-26-signer.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_26_001106_certification_rekey",
        sql: include_str!("../migrations/2026-11-26-rekey.sql"),
        seed: include_str!("../migrations/2026-11-26-rekey.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_26_001107_certification_moderated",
        sql: include_str!("../migrations/2026-11-26-moderated.sql"),
        // A rule over tables of earlier rooms; nothing new to hold rows.
        seed: "",
    },
    ::store::Migration {
        name: "2026_11_26_001108_certification_outside",
        sql: include_str!("../migrations/2026-11-26-outside.sql"),
        seed: include_str!("../migrations/2026-11-26-outside.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_26_001109_certification_paper",
        sql: include_str!("../migrations/2026-11-26-paper.sql"),
        seed: include_str!("../migrations/2026-11-26-paper.seed.sql"),
    },
    ::store::Migration {
        name: "2026_11_26_001110_certification_claim",
        sql: include_str!("../migrations/2026-11-26-claim.sql"),
        seed: include_str!("../migrations/2026-11-26-claim.seed.sql"),
    },
];

/// The sentences of this room, those on papers and public pages among them.
pub const WORDS: (&str, &str) = (include_str!("../words/id.ftl"), include_str!("../words/en.ftl"));

/// Every kind of event this room records.
pub const EVENTS: &[&str] = &[
    "CertificateIssued",
    "PaperMoved",
    "CertificateHanded",
    "CertificateSuspended",
    "SuspensionLifted",
    "CertificateReplaced",
    "RenewalRuleSet",
    "CertificateReassessed",
    "CertificateRenewed",
    "ExpiryTold",
    "CertificateRevoked",
    "RevocationTold",
    "SelectionSigned",
    "ClaimCodeMade",
    "CertificateClaimed",
    "SigningLimitSet",
    "SigningStopped",
    "SigningReleaseAgreed",
    "SigningResumed",
    "KeyCompromiseDeclared",
    "KeyRetired",
    "OutsideCertificateRecorded",
    "OutsideCertificateHanded",
];

/// What can be done here.
pub fn actions() -> Vec<Action> {
    vec![
        actions::ISSUE,
        actions::ISSUE_MANY,
        actions::ACKNOWLEDGE,
        actions::PAPER,
        actions::HAND,
        actions::CLAIM_CODE,
        actions::SUSPEND,
        actions::LIFT,
        actions::REPLACE,
        actions::RENEWAL_RULE,
        actions::REASSESS,
        actions::RENEW,
        actions::REMIND,
        actions::REVOKE,
        actions::TELL,
        actions::SIGNING_LIMIT,
        actions::STOP_SIGNING,
        actions::RESUME_SIGNING,
        actions::COMPROMISE_KEY,
        actions::RETIRE_KEY,
        actions::OUTSIDE_RECORD,
        actions::OUTSIDE_HAND,
    ]
}

/// What is done in the background.
pub fn job_kinds() -> Vec<jobs::JobKind> {
    vec![actions::ISSUE_TO_MANY]
}

/// What can be seen here, and outside by anyone.
pub fn pages() -> Vec<Page> {
    vec![
        pages::LIST,
        pages::SHOW,
        pages::SIGNERS,
        pages::SIGNER,
        pages::EXPIRING,
        pages::OUTSIDE,
        pages::PDF,
        pages::JSON,
        pages::SD_JWT,
        pages::SLIP,
        pages::CLAIM,
        pages::LOOKUP,
        pages::CHECK,
        pages::CREDENTIAL,
        pages::STATUS,
        pages::REGISTER,
        pages::DID,
        pages::OFFLINE,
        pages::CHECKPOINT,
        pages::KEY,
        pages::TILE,
        pages::TILE_2,
        pages::TILE_3,
        pages::PROOF,
    ]
}
