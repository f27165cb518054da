//! Words one slip of the finger away: a letter too many, too few, wrong, or two that changed places.

/// Shorter words have too many neighbours.
const SHORTEST: usize = 4;

/// Every word that one slip makes of `word`, in the letters of its script.
///
/// There are some hundreds of them, so looking each one up is faster than comparing the word with a whole vocabulary.
pub(super) fn of(word: &str) -> Vec<String> {
    let letters: Vec<char> = word.chars().collect();
    let Some(alphabet) = alphabet(&letters) else { return Vec::new() };
    let mut slips = Vec::new();
    let spell = |parts: &[&[char]]| parts.iter().flat_map(|it| it.iter()).collect::<String>();
    for at in 0..=letters.len() {
        let (before, after) = letters.split_at(at);
        if let [first, rest @ ..] = after {
            slips.push(spell(&[before, rest]));
            slips.extend(alphabet.clone().filter(|it| it != first).map(|it| spell(&[before, &[it], rest])));
            if let [second, rest @ ..] = rest
                && first != second
            {
                slips.push(spell(&[before, &[*second, *first], rest]));
            }
        }
        slips.extend(alphabet.clone().map(|it| spell(&[before, &[it], after])));
    }
    slips
}

/// The letters of the script that the whole word is written in; numbers are not mended.
fn alphabet(word: &[char]) -> Option<std::ops::RangeInclusive<char>> {
    let scripts = ['a'..='z', 'а'..='я', 'א'..='ת'];
    let script = scripts.into_iter().find(|it| word.iter().all(|letter| it.contains(letter)));
    script.filter(|_| word.len() >= SHORTEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_slip_of_any_kind_is_among_them() {
        for (typed, meant) in [
            ("hanshake", "handshake"),
            ("handdshake", "handshake"),
            ("hendshake", "handshake"),
            ("hadnshake", "handshake"),
            ("соеденение", "соединение"),
            ("חביור", "חיבור"),
        ] {
            assert!(of(typed).iter().any(|it| it == meant), "{typed}");
        }
        assert!(!of("hndshke").iter().any(|it| it == "handshake"));
        assert!(of("tcp").is_empty() && of("http2").is_empty() && of("tcpпакет").is_empty());
    }
}
