// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The face of a certificate whose holder chooses what to show: SD-JWT VC. Each fact is a digest under the signature; whoever
//! gets its disclosure can read it, whoever does not cannot even count the facts.
//!
//! Key binding is not here: a certificate is bound to a name, not to a key of its holder.

mod disclosure;
mod expansion;
mod issue;
mod opened;
mod present;
mod selection;

pub use disclosure::Disclosure;
pub use issue::{Salts, issue, issue_again};
pub use opened::{Opened, looks_like, open};
pub use present::present;
pub use selection::{Selection, verify};

/// Media type of the file, and with it the `typ` of the signed part.
///
/// # Source
/// SD-JWT-based Verifiable Credentials (draft-ietf-oauth-sd-jwt-vc), section 3.1.
pub const TYPE: &str = "dc+sd-jwt";
/// Names the shape of the claims; a name of chance, because it may say nothing of who issues.
pub const VCT: &str = "urn:uuid:5f1d3c0a-8f0e-4f43-9a4b-6f0d2f9c7e11";
const ALGORITHM: &str = "EdDSA";
const HASH: &str = "sha-256";
/// Parts of the file stand between these.
const TILDE: char = '~';
const DIGESTS: &str = "_sd";
const DIGEST: &str = "...";
const HASH_NAME: &str = "_sd_alg";
/// Claims that are never hidden.
///
/// # Source
/// SD-JWT VC, section 3.2.2.2.
const OPEN_CLAIMS: [&str; 7] = ["iss", "nbf", "exp", "cnf", "vct", "vct#integrity", "status"];
