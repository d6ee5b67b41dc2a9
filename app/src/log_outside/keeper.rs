// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Beside the server: carries the log out every few seconds, and compares all of it once.

use std::sync::Arc;
use std::time::Duration;

use audit::Depth;
use desk::House;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::{carry_out, refusal};
use crate::clock::Clock;
use crate::serve::stop_signal;

/// So old the newest checkpoint is at most while something happens.
///
/// # Source
/// Product decision: whoever gets a certificate can have its proof at once, and the folder takes four small files each time.
const PACE: Duration = Duration::from_secs(5);

/// The running keeper of a server.
pub struct Keeper {
    stop: watch::Sender<bool>,
    broken: watch::Receiver<Option<String>>,
    running: [JoinHandle<()>; 2],
}

impl Keeper {
    pub fn start(house: &Arc<House>, clock: Clock) -> Self {
        let (stop, bell) = watch::channel(false);
        let (tell, broken) = watch::channel(None);
        let carrying = tokio::spawn(carry(Arc::clone(house), clock, bell));
        let comparing = tokio::spawn(compare(Arc::clone(house), tell));
        Self { stop, broken, running: [carrying, comparing] }
    }

    /// Ends when the server is told to stop, or when the log turns out to be broken.
    pub fn stop_signal_or_broken_log(&self) -> impl Future<Output = ()> + Send + 'static {
        let mut broken = self.broken.clone();
        async move {
            let found = async {
                if broken.wait_for(Option::is_some).await.is_err() {
                    std::future::pending::<()>().await;
                }
            };
            tokio::select! {
                () = stop_signal() => {}
                () = found => {}
            }
        }
    }

    /// Carries out the last of it.
    ///
    /// # Errors
    /// The log was found broken; that is why the server stopped.
    pub async fn stop(self) -> anyhow::Result<()> {
        let _ = self.stop.send(true);
        let [carrying, comparing] = self.running;
        comparing.abort();
        let _ = carrying.await;
        let broken = self.broken.borrow().clone();
        broken.map_or(Ok(()), |why| Err(anyhow::anyhow!(why)))
    }
}

async fn carry(house: Arc<House>, clock: Clock, mut bell: watch::Receiver<bool>) {
    loop {
        let stopped = tokio::time::timeout(PACE, bell.wait_for(|stop| *stop)).await.is_ok();
        carry_out(&house, clock.read()).await;
        if stopped {
            return;
        }
    }
}

async fn compare(house: Arc<House>, tell: watch::Sender<Option<String>>) {
    match house.log.compare(house.db.read(), Depth::Whole).await {
        Ok(found) if !found.is_empty() => {
            let _ = tell.send(Some(refusal(&found)));
            return;
        }
        Ok(_) => {}
        // A database that does not answer for a moment is no reason to stop.
        Err(problem) => tracing::error!("the audit log was not compared: {problem:#}"),
    }
    // The other end waits for a word that will not come; it must not take silence for one.
    tell.closed().await;
}
