// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The server as a process of its own, to be killed.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// A running server.
pub struct Server {
    child: Child,
    address: String,
}

impl Server {
    pub fn start(folder: &Path, database: &str) -> Self {
        let mut child = Command::new(env!("CARGO_BIN_EXE_bekal"))
            .args(["serve", "--listen", "127.0.0.1:0", "--dir"])
            .arg(folder)
            .env("BEKAL_DATABASE", database)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("the server starts");
        let mut line = String::new();
        let out = child.stdout.take().expect("its output is piped");
        BufReader::new(out).read_line(&mut line).expect("it says where it listens");
        let address = line.trim().trim_start_matches("http://").to_owned();
        assert!(!address.is_empty(), "the server said nothing");
        Self { child, address }
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    pub fn kill(mut self) {
        self.child.kill().expect("the process can be killed");
        self.child.wait().expect("and is gone");
    }

    /// Sends a form as the one signed in by the token; answers the whole answer, or that there was none.
    pub fn post(&self, token: &str, path: &str, body: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(&self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        write!(
            stream,
            "POST {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\nCookie: sesi={token}\r\n\
             Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
            self.address,
            body.len()
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }
}
