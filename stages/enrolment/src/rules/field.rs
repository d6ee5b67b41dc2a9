// SPDX-License-Identifier: Apache-2.0 OR MIT
//! Whether a wish like `budidaya lele` means the field of a programme. People name fields, never programme codes.

/// Whether the wish means one of the fields: every word of the one stands in the other, in any order or case.
///
/// # Shape
/// `lele` means the field `budidaya lele`, and `budidaya lele` the field `lele`; `budidaya ayam` means neither.
pub fn matches_any(wish: &str, fields: &[String]) -> bool {
    let wanted = words(wish);
    fields.iter().any(|field| {
        let offered = words(field);
        within(&wanted, &offered) || within(&offered, &wanted)
    })
}

/// The field of a programme nobody named: the words of its title together, so that a wish means it only when all its
/// words stand in the title.
pub fn words_of_title(title: &str) -> Vec<String> {
    vec![words(title).join(" ")]
}

fn within(some: &[String], all: &[String]) -> bool {
    !some.is_empty() && some.iter().all(|word| all.contains(word))
}

fn words(text: &str) -> Vec<String> {
    let parts = text.split(|sign: char| !sign.is_alphanumeric());
    parts.filter(|part| !part.is_empty()).map(str::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(wish: &str, field: &str) -> bool {
        matches_any(wish, &[field.to_owned()])
    }

    #[test]
    fn a_wish_means_a_field_by_whole_words() {
        assert!(meant("Roti", "roti"));
        assert!(meant("budidaya lele", "lele"));
        assert!(meant("lele", "Budidaya Lele"));
        assert!(!meant("las", "kelas"));
        assert!(!meant("budidaya ayam", "budidaya lele"));
        assert!(!meant("", "roti"));
        assert!(!meant("roti", ""));
    }

    #[test]
    fn a_title_is_meant_by_any_of_its_words() {
        let fields = words_of_title("Juru Las Pelat (SMAW)");
        assert!(matches_any("las", &fields));
        assert!(matches_any("las pelat", &fields));
        assert!(!matches_any("las kapal", &fields));
        assert!(!matches_any("mebel", &fields));
    }
}
