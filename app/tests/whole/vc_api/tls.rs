// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The same over TLS, by a client that was told to trust the certificate, and by one that was not.

use std::net::{IpAddr, Ipv4Addr};
use std::sync::Arc;

use bekal::Clock;
use bekal::vc_api::{Bed, TlsListener, router, self_signed};
use serde_json::json;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::crypto::ring;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::{exchange, now, plain};

fn connector(roots: RootCertStore) -> TlsConnector {
    let config = ClientConfig::builder_with_provider(Arc::new(ring::default_provider()))
        .with_safe_default_protocol_versions()
        .expect("protocol versions")
        .with_root_certificates(roots)
        .with_no_client_auth();
    TlsConnector::from(Arc::new(config))
}

#[tokio::test]
async fn a_credential_is_issued_over_tls() {
    let local = IpAddr::V4(Ipv4Addr::LOCALHOST);
    let certificate = self_signed(local).expect("a certificate");
    let listener = TcpListener::bind((local, 0)).await.expect("a free port");
    let address = listener.local_addr().expect("an address");
    let bed = Arc::new(Bed::new(&[7; 32], &format!("https://{address}"), Clock::Fixed(now())));
    let tls = TlsListener::start(listener, &certificate).expect("TLS starts");
    tokio::spawn(async move { axum::serve(tls, router(bed)).await });
    // Someone who connects and says nothing keeps nobody waiting.
    let _silent = TcpStream::connect(address).await.expect("connected");
    let mut roots = RootCertStore::empty();
    roots.add(certificate.cert.der().clone()).expect("a root");
    for name in ["localhost", "127.0.0.1"] {
        let stream = TcpStream::connect(address).await.expect("connected");
        let name = ServerName::try_from(name).expect("a name");
        let stream = connector(roots.clone()).connect(name, stream).await.expect("a handshake");
        let body = json!({ "credential": plain() }).to_string();
        assert_eq!(exchange(stream, "POST", "/credentials/issue", &body).await.0, 201);
    }
    let stream = TcpStream::connect(address).await.expect("connected");
    let name = ServerName::try_from("localhost").expect("a name");
    assert!(
        connector(RootCertStore::empty()).connect(name, stream).await.is_err(),
        "nobody trusts it untold"
    );
}
