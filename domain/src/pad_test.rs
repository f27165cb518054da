//! Two who write at once end with the same text, whatever they write, and nothing that was written is lost.

use super::*;
use proptest::prelude::*;
use std::fmt::Write;

/// Texts of letters, two-byte, three-byte and four-byte characters, and line ends.
fn words(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(vec!['a', 'b', 'é', 'ж', 'ש', '≤', '😀', '𝄞', '\n', ' ']), 0..=most)
        .prop_map(String::from_iter)
}

/// A splice that fits a text.
fn fitting(text: &str) -> impl Strategy<Value = Splice> + use<> {
    let length = text.chars().count();
    (0..=length, 0..=length, words(4)).prop_map(move |(from, to, insert)| Splice {
        at: from.min(to),
        remove: from.abs_diff(to),
        insert,
    })
}

/// Several, each on the text after the one before.
fn sequence(text: String, most: usize) -> BoxedStrategy<Vec<Splice>> {
    if most == 0 {
        return Just(Vec::new()).boxed();
    }
    fitting(&text)
        .prop_flat_map(move |first| {
            sequence(first.apply(&text).unwrap(), most - 1).prop_map(move |mut rest| {
                rest.insert(0, first.clone());
                rest
            })
        })
        .boxed()
}

/// Places that fit, and those about the largest number there is.
fn ends() -> impl Strategy<Value = usize> {
    prop_oneof![0..9_usize, (0..9_usize).prop_map(|it| usize::MAX - it)]
}

fn all(text: &str, splices: &[Splice]) -> String {
    splices.iter().fold(text.to_owned(), |text, it| it.apply(&text).unwrap())
}

fn splice(at: usize, remove: usize, insert: &str) -> Splice {
    Splice { at, remove, insert: insert.to_owned() }
}

/// A text and two splices on it.
fn two() -> impl Strategy<Value = (String, Splice, Splice)> {
    words(8).prop_flat_map(|text| {
        let (one, other) = (fitting(&text), fitting(&text));
        (Just(text), one, other)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn both_orders_give_one_text((text, theirs, mine) in two()) {
        let here = mine.past(&theirs, Turn::Second).apply(&theirs.apply(&text).unwrap()).unwrap();
        let there = theirs.past(&mine, Turn::First).apply(&mine.apply(&text).unwrap()).unwrap();
        prop_assert_eq!(here, there);
    }

    #[test]
    fn what_either_inserted_stays_and_what_either_removed_goes((text, theirs, mine) in two()) {
        // Each character of the text has a name of its own here, and what is inserted another.
        let named: String = (0..text.chars().count()).map(|it| char::from_u32(0x4e00 + it as u32).unwrap()).collect();
        let theirs = Splice { insert: "T".repeat(theirs.insert.chars().count()), ..theirs };
        let mine = Splice { insert: "M".repeat(mine.insert.chars().count()), ..mine };
        let after = mine.past(&theirs, Turn::Second).apply(&theirs.apply(&named).unwrap()).unwrap();
        let count = |of: char| after.chars().filter(|it| *it == of).count();
        prop_assert_eq!((count('T'), count('M')), (theirs.inserted(), mine.inserted()));
        for (place, it) in named.chars().enumerate() {
            let removed = [&theirs, &mine].iter().any(|by| (by.at..by.end()).contains(&place));
            prop_assert_eq!(count(it), usize::from(!removed));
        }
    }

    #[test]
    fn sequences_converge(
        (text, theirs, mine) in words(8).prop_flat_map(|it| (Just(it.clone()), sequence(it.clone(), 3), sequence(it, 3)))
    ) {
        let here = all(&all(&text, &theirs), &rebase(&mine, &theirs));
        // The other side moves theirs past mine, with theirs still first.
        let mut theirs = theirs;
        let mut there = all(&text, &mine);
        let mut mine = mine;
        for other in &mut theirs {
            for splice in &mut mine {
                let past = splice.past(other, Turn::Second);
                *other = other.past(splice, Turn::First);
                *splice = past;
            }
            there = other.apply(&there).unwrap();
        }
        prop_assert_eq!(here, there);
    }

    #[test]
    fn whatever_comes_is_taken_or_refused(
        text in words(8),
        wild in prop::collection::vec((ends(), ends(), words(3)), 0..4),
        others in prop::collection::vec((0..9_usize, 0..9_usize, words(3)), 0..3),
    ) {
        let of = |(at, remove, insert): &(usize, usize, String)| splice(*at, *remove, insert);
        let (mine, theirs): (Vec<_>, Vec<_>) = (wild.iter().map(of).collect(), others.iter().map(of).collect());
        if let Ok((text, moved)) = take(&text, &theirs, &mine) {
            prop_assert!(text.chars().count() <= PAD_MAX && moved.len() == mine.len());
        }
    }
}

#[test]
fn a_pad_is_as_long_as_it_may_be() {
    let full = "ש".repeat(PAD_MAX);
    assert_eq!(take(&full, &[], &[splice(PAD_MAX, 0, "x")]), Err(Refused::Full));
    assert_eq!(take(&full, &[], &[splice(0, 0, "xyz"), splice(9, 3, "")]).unwrap().0.chars().count(), PAD_MAX);
    assert_eq!(
        take("", &[], &[splice(0, 0, &full), splice(0, 9, "x")]),
        Err(Refused::Full),
        "more than one pad at once"
    );
    // It was not too long where it was written.
    let theirs = [splice(0, 0, "others")];
    assert_eq!(take(&full, &theirs, &[splice(0, 1, "xy")]), Err(Refused::Full));
}

#[test]
fn what_cannot_be_is_refused() {
    for (it, why) in [
        (splice(4, 0, "x"), Refused::NoSuchPlace),
        (splice(1, 3, ""), Refused::NoSuchPlace),
        (splice(usize::MAX, usize::MAX, "x"), Refused::NoSuchPlace),
        (splice(0, 0, "\r"), Refused::Control),
        (splice(0, 0, "\0"), Refused::Control),
        (splice(0, 0, "\u{1b}[2J"), Refused::Control),
    ] {
        assert_eq!(take("abc", &[], std::slice::from_ref(&it)), Err(why), "{it:?}");
    }
    assert_eq!(take("abc", &[], &[]), Err(Refused::Batch));
    assert_eq!(take("abc", &[], &vec![splice(0, 0, "x"); BATCH_MAX + 1]), Err(Refused::Batch));
    assert_eq!(take("abc", &vec![splice(0, 0, ""); BEHIND_MAX + 1], &[splice(0, 0, "x")]), Err(Refused::NoSuchPlace));
    assert_eq!(take("abc", &[], &[splice(3, 0, "\n\tx")]).unwrap().0, "abc\n\tx");
}

#[test]
fn a_text_amid_a_removal_is_put_in_again() {
    let (theirs, mine) = (splice(2, 0, "new"), splice(0, 4, "all"));
    assert_eq!(mine.past(&theirs, Turn::Second), splice(0, 7, "allnew"));
    assert_eq!(take("abnewcd", &[theirs], &[mine]).unwrap().0, "allnew");
}

/// The cases that `public/pad.js` is held to, one line each: text, theirs, mine, each moved past the other, and the text after both.
fn cases() -> String {
    // Numerical Recipes' linear congruence: the same cases everywhere, without a dependency.
    let mut seed = 7_u32;
    let mut below = move |most: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 16) as usize % most
    };
    let letters = ['a', 'b', 'é', 'ж', 'ש', '≤', '😀', '𝄞', '\n', ' '];
    let mut lines = String::from("[\n");
    for number in 0..400 {
        let length = below(9);
        let text: String = (0..length).map(|_| letters[below(letters.len())]).collect();
        let mut one = || {
            let (from, to, size) = (below(length + 1), below(length + 1), below(4));
            let insert = (0..size).map(|_| letters[below(letters.len())]).collect();
            Splice { at: from.min(to), remove: from.abs_diff(to), insert }
        };
        let (theirs, mine) = (one(), one());
        let (mine_past, theirs_past) = (mine.past(&theirs, Turn::Second), theirs.past(&mine, Turn::First));
        let after = mine_past.apply(&theirs.apply(&text).unwrap()).unwrap();
        let line = serde_json::json!([text, theirs, mine, mine_past, theirs_past, after]);
        write!(lines, "{}{line}", if number == 0 { "" } else { ",\n" }).unwrap();
    }
    lines + "\n]\n"
}

/// Write the answer of `cases` to the file when the rule changes: `PAD_CASES=write cargo test -p domain pad`.
#[test]
fn the_file_of_cases_is_of_this_rule() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../end2end/fixtures/pad.json");
    if std::env::var_os("PAD_CASES").is_some() {
        std::fs::write(path, cases()).unwrap();
    }
    assert_eq!(std::fs::read_to_string(path).unwrap(), cases());
}
