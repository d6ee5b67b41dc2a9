// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Who signs behind the door. A key at hand is one; a certification authority that signs at its own place is another.

use credential::{Badge, Cause, CodeFacts, IssuerKey};
use document::DocumentProblem;
use document::seal::{KeySealer, SealKey, Sealer};

/// What the sealing key is derived for.
const SEAL: &str = "paper seal p-256 1";

/// Signs, and gives no key out.
pub(super) trait Authority: Send + Sync {
    /// The name under which it signs.
    fn did(&self) -> String;
    fn credential(&self, badge: &Badge) -> String;
    fn code(&self, facts: &CodeFacts) -> String;
    /// # Errors
    /// `NotACredential`: it is not as a certificate is written.
    fn selection(&self, credential: &str) -> Result<String, Cause>;
    /// # Errors
    /// [`DocumentProblem::Unsealed`]: there is no certificate to seal with.
    fn sealer(&self, issuer_name: &str) -> Result<Box<dyn Sealer + Sync + '_>, DocumentProblem>;
}

/// A key kept sealed in the house. The sealing key follows from the one that signs credentials, so that there is one secret to
/// keep; its certificate names the issuer as the credential does.
pub(super) struct AtHand {
    key: IssuerKey,
    seal: SealKey,
}

impl AtHand {
    pub(super) fn new(key: IssuerKey) -> Self {
        let seal = SealKey::from_seed(key.derived(SEAL));
        Self { key, seal }
    }
}

impl Authority for AtHand {
    fn did(&self) -> String {
        self.key.did()
    }

    fn credential(&self, badge: &Badge) -> String {
        credential::issue(badge, &self.key)
    }

    fn code(&self, facts: &CodeFacts) -> String {
        credential::issue_code(facts, &self.key)
    }

    fn selection(&self, credential: &str) -> Result<String, Cause> {
        credential::sdjwt::issue_again(credential, &self.key)
    }

    fn sealer(&self, issuer_name: &str) -> Result<Box<dyn Sealer + Sync + '_>, DocumentProblem> {
        let certificate = self.seal.certificate(issuer_name, &self.key.did())?;
        let sealer = KeySealer::new(&self.seal, vec![certificate]);
        Ok(Box::new(sealer.map_err(|reason| DocumentProblem::Unsealed { reason })?))
    }
}
