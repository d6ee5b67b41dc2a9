// SPDX-License-Identifier: Apache-2.0 OR MIT
//! The language a program asks for; Indonesian where it does not say.

use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use kernel::Lang;

/// Reads `Accept-Language`, such as `en-GB;q=0.8, id`.
pub(crate) fn asked(headers: &HeaderMap) -> Lang {
    let text = headers.get(ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let mut best = (0.0, Lang::Id);
    for part in text.split(',') {
        let (tag, rest) = part.split_once(';').unwrap_or((part, ""));
        let lang = match tag.trim().split('-').next().unwrap_or_default().to_ascii_lowercase().as_str() {
            "en" => Lang::En,
            "id" | "in" => Lang::Id,
            _ => continue,
        };
        let weight = rest.trim().strip_prefix("q=").map_or(Some(1.0), |weight| weight.parse::<f64>().ok());
        let weight = weight.filter(|weight| (0.0..=1.0).contains(weight)).unwrap_or(0.0);
        if weight > best.0 {
            best = (weight, lang);
        }
    }
    best.1
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::http::HeaderValue;

    #[test]
    fn the_heavier_of_the_two_languages_is_taken() {
        for (text, expected) in [
            ("", Lang::Id),
            ("en", Lang::En),
            ("en-GB,id;q=0.9", Lang::En),
            ("en;q=0.2, id;q=0.9", Lang::Id),
            ("de, en;q=0.1", Lang::En),
            ("en;q=0", Lang::Id),
            ("en;q=x", Lang::Id),
            ("fr", Lang::Id),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_str(text).unwrap());
            assert_eq!(asked(&headers), expected, "{text:?}");
        }
    }
}
