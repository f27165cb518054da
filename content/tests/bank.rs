//! The bank that Hopwise ships keeps its rules, accounts for its sources and is found.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails")]

use content::{Bank, Feature, Filter, Kind, Reader, Topic, narrow};
use domain::{Block, Level, Locale, plan};
use std::{collections::BTreeSet, path::Path, sync::LazyLock};

/// How many errors were found in the documents that the bank was made from.
const ERRATA: u16 = 184;

static BANK: LazyLock<Bank> = LazyLock::new(|| Bank::load(dir()).unwrap());

fn dir() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_bank_breaks_no_rule_and_its_translations_are_fresh() {
    let problems: Vec<String> = content::check(dir()).iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), problems.join("\n"));
}

#[test]
fn every_error_of_the_sources_is_accounted_for() {
    let ledger = content::errata(dir());
    let known: BTreeSet<u16> = ledger.iter().map(|it| it.number).collect();
    let missing: Vec<u16> = (1..=ERRATA).filter(|it| !known.contains(it)).collect();
    assert!(missing.is_empty() && known.last() == Some(&ERRATA), "unaccounted for: {missing:?}");
    // Most of them are worth telling: a ledger that drops them would be an easy way out.
    let dropped = ledger.iter().filter(|it| it.kind == Kind::Dropped).count();
    assert!(dropped * 3 < ledger.len(), "{dropped} of {} dropped", ledger.len());
}

#[test]
fn the_bank_covers_every_block_and_has_more_for_the_public_than_it_holds_back() {
    let (public, all) = (BANK.shelf(Reader::Anyone), BANK.shelf(Reader::Staff));
    assert!(all.questions().count() >= 55);
    assert!(public.questions().count() * 2 > all.questions().count());
    for block in Block::ALL {
        assert!(public.questions().filter(|it| it.block == *block).count() >= 2, "{block}");
    }
    let traps = Filter { features: vec![Feature::Trap], ..Filter::default() };
    assert_eq!(narrow(all, all.questions(), &traps).0.len(), all.questions().count());
}

#[test]
fn every_reference_page_is_there_with_exhibits_for_half_of_the_blocks_and_the_tracks() {
    for topic in Topic::ALL {
        assert!(BANK.reference(topic).is_some_and(|it| it.entries.len() >= 8), "{topic}");
    }
    let tracks = BANK.tracks().unwrap();
    assert!(tracks.advice.len() >= 4 && tracks.conflicts.len() >= 5);
    let shelf = BANK.shelf(Reader::Staff);
    assert!(shelf.exhibits().count() >= 10);
    let blocks: BTreeSet<Block> =
        shelf.exhibits().flat_map(|it| &it.questions).filter_map(|it| Some(shelf.get(it)?.block)).collect();
    assert!(blocks.len() * 2 > Block::ALL.len(), "{blocks:?}");
}

#[test]
fn every_question_has_others_to_go_on_with_that_its_reader_may_see() {
    let public = BANK.shelf(Reader::Anyone);
    for question in public.questions() {
        let related = public.related(question);
        assert!(related.len() >= 3, "{}: {}", question.id, related.len());
        assert!(related.iter().all(|it| it.pool.is_public() && it.id != question.id), "{}", question.id);
    }
}

/// What is typed, in the page of which language, and the question that must come first.
const SEARCHES: [(&str, Locale, &str); 16] = [
    ("хендшейк", Locale::Ru, "tls-handshake"),
    ("рукопожатие", Locale::Ru, "tls-handshake"),
    ("рукопажатие", Locale::Ru, "tls-handshake"),
    ("לחיצת יד", Locale::He, "tls-handshake"),
    ("הלחיצה", Locale::He, "tls-handshake"),
    ("handshake", Locale::En, "tls-handshake"),
    ("hadnshake", Locale::En, "tls-handshake"),
    ("TLS 1.3", Locale::En, "tls-handshake"),
    ("TLS 1.3", Locale::He, "tls-handshake"),
    ("соединений", Locale::Ru, "connection-pooling"),
    ("соеденений", Locale::Ru, "connection-pooling"),
    ("head of line", Locale::En, "head-of-line-blocking"),
    ("head-of-line", Locale::Ru, "head-of-line-blocking"),
    ("maglev", Locale::He, "load-balancing-algorithms"),
    ("kubernets", Locale::En, "container-networking"),
    ("ראש התור", Locale::He, "head-of-line-blocking"),
];

#[test]
fn what_people_type_is_found_best_first_and_shown_in_context() {
    let shelf = BANK.shelf(Reader::Staff);
    for (typed, locale, wanted) in SEARCHES {
        let query = shelf.query(typed);
        let hits = shelf.search(&query, locale);
        let first: Vec<&str> = hits.iter().take(3).map(|it| it.question.id.as_str()).collect();
        assert_eq!(first[0], wanted, "{typed} in {locale}: {first:?} of {}", hits.len());
        let excerpt = hits[0].excerpt(&query);
        let shown = format!("{}{}", excerpt.title, excerpt.words);
        assert!(shown.contains("<mark>"), "{typed}: {shown}");
    }
}

#[test]
fn the_browsers_tests_know_what_a_junior_is_asked() {
    let plan = plan::build(Level::Junior, domain::weights::Version::default(), &BANK.candidates(), &[]).unwrap();
    let ids: Vec<&str> = plan.items.iter().map(|it| it.question.as_str()).collect();
    let wanted = format!("{}\n", ids.join("\n"));
    let file = dir().join("../end2end/fixtures/junior.txt");
    assert_eq!(std::fs::read_to_string(&file).unwrap_or_default(), wanted, "write this into {}", file.display());
}

#[test]
fn every_level_has_a_full_plan() {
    for level in Level::ALL {
        let plan = plan::build(*level, domain::weights::Version::default(), &BANK.candidates(), &[]).unwrap();
        assert!(plan.short.iter().all(|it| it.minutes <= 4), "{level}: {:?}", plan.short);
    }
}
