// SPDX-License-Identifier: Apache-2.0 OR MIT
//! What came back.

use std::process::Command;

use axum::body::to_bytes;
use axum::http::{HeaderMap, Uri};
use axum::response::Response;

use crate::address;
use crate::chrome::flash;

/// An answer, read to its end.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    /// Where it leads, without the sentences carried along; empty where it leads nowhere.
    pub location: String,
    /// The sentences carried to the next page.
    pub said: Vec<String>,
    pub headers: HeaderMap,
    pub bytes: Vec<u8>,
    /// The same as text.
    pub body: String,
}

impl Answer {
    pub(crate) async fn read(response: Response) -> Self {
        let (parts, body) = response.into_parts();
        let bytes = to_bytes(body, usize::MAX).await.expect("the answer can be read to its end").to_vec();
        let full = parts.headers.get("location").and_then(|value| value.to_str().ok()).unwrap_or_default();
        let uri: Uri =
            if full.is_empty() { Uri::default() } else { full.parse().expect("a location is an address") };
        let carried = address::parameters(&uri).into_iter().find(|(name, _)| name == flash::DONE);
        let said =
            carried.and_then(|(_, text)| text.splitn(3, '.').nth(2).map(str::to_owned)).unwrap_or_default();
        Self {
            status: parts.status.as_u16(),
            location: if full.is_empty() {
                String::new()
            } else {
                address::without_parameters(&uri, &[flash::DONE])
            },
            said: said.lines().map(str::to_owned).collect(),
            body: String::from_utf8_lossy(&bytes).into_owned(),
            headers: parts.headers,
            bytes,
        }
    }

    /// A header's text; empty where it is not there.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The cookie set by this answer under a name, as a browser sends it back.
    ///
    /// # Panics
    /// The answer sets no such cookie.
    #[track_caller]
    pub fn cookie(&self, name: &str) -> String {
        let lines = self.headers.get_all("set-cookie").iter().filter_map(|line| line.to_str().ok());
        let mut pairs = lines.filter_map(|line| line.split(';').next());
        let found = pairs.rfind(|pair| pair.split('=').next() == Some(name));
        found.unwrap_or_else(|| panic!("no cookie {name}; page:\n{}", self.body)).to_owned()
    }

    /// The paper in this answer as lines of text, columns held apart by spaces.
    ///
    /// # Panics
    /// The answer is no PDF, or `pdftotext` is not there.
    #[track_caller]
    pub fn printed(&self) -> String {
        let file = std::env::temp_dir().join(format!("bekal-paper-{}.pdf", uuid::Uuid::new_v4()));
        std::fs::write(&file, &self.bytes).expect("a file can be written");
        let read = Command::new("pdftotext").arg("-layout").arg(&file).arg("-").output();
        std::fs::remove_file(&file).expect("the file is there");
        let read = read.expect("install poppler-utils");
        assert!(read.status.success(), "{}", String::from_utf8_lossy(&read.stderr));
        String::from_utf8(read.stdout).expect("pdftotext writes UTF-8")
    }

    /// True when the page holds the text, as the browser would show it.
    pub fn shows(&self, text: &str) -> bool {
        let escaped =
            text.replace('&', "&#38;").replace('<', "&#60;").replace('>', "&#62;").replace('"', "&#34;");
        self.body.contains(&escaped.replace('\'', "&#39;"))
    }

    /// The answer, when its status is the one expected.
    ///
    /// # Panics
    /// Another status; the page is printed.
    #[track_caller]
    pub fn expect(self, status: u16) -> Self {
        assert_eq!(self.status, status, "said {:?}; page:\n{}", self.said, self.body);
        self
    }
}
