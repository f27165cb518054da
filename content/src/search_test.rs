//! Searching a bank of three questions in three languages.

use crate::{Bank, Filter, Query, Reader, Section, narrow, sample::Sample};
use domain::{Block, Level, Locale};
use std::sync::LazyLock;

static BANK: LazyLock<Bank> = LazyLock::new(|| {
    let sample = Sample::empty()
        .with(
            "pool-size",
            "both",
            [
                ["How large is a pool?", "A pool keeps each connection.", "Mind the keep-alive timeout."],
                ["Какой нужен пул?", "Пул хранит каждое соединение.", "Следите за тайм-аутом простоя."],
                ["מה גודל המאגר?", "המאגר שומר כל חיבור.", "שימו לב לפסק הזמן של TCP."],
            ],
        )
        .with(
            "tcp-connect",
            "practice",
            [
                ["What is a TCP connection?", "Explain connections.", "Two ends agree."],
                ["Что такое TCP-соединение?", "Объясните.", "Счётчик растёт: два конца договорились."],
                ["מהו חיבור TCP?", "הסבירו.", "שני הצדדים מסכימים ב־HTTP/2."],
            ],
        )
        .with(
            "held-back",
            "interview",
            [
                ["A secret connection", "Zanzibar.", "Hidden."],
                ["Тайное соединение", "Занзибар.", "Скрыто."],
                ["חיבור סודי", "זנזיבר.", "מוסתר."],
            ],
        );
    sample.bank()
});

fn found(reader: Reader, text: &str, locale: Locale) -> Vec<&'static str> {
    let shelf = BANK.shelf(reader);
    let hits = shelf.search(&shelf.query(text), locale);
    hits.iter().map(|it| it.question.id.as_str()).collect()
}

#[test]
fn inflected_words_are_found_in_three_languages() {
    for (locale, text, expected) in [
        (Locale::Ru, "соединения", vec!["tcp-connect", "pool-size"]),
        (Locale::Ru, "СЧЕТЧИКИ", vec!["tcp-connect"]),
        (Locale::Ru, "таймаут", vec!["pool-size"]),
        (Locale::Ru, "тайм-аут", vec!["pool-size"]),
        (Locale::He, "בחיבור", vec!["tcp-connect", "pool-size"]),
        (Locale::He, "מאגר", vec!["pool-size"]),
        (Locale::He, "חיבוּר", vec!["tcp-connect", "pool-size"]),
        (Locale::En, "Connections", vec!["tcp-connect", "pool-size"]),
        (Locale::En, "keepalive", vec!["pool-size"]),
    ] {
        assert_eq!(found(Reader::Anyone, text, locale), expected, "{text}");
    }
}

#[test]
fn latin_terms_are_found_in_every_language() {
    for locale in Locale::ALL {
        assert_eq!(found(Reader::Anyone, "tcp", *locale)[0], "tcp-connect", "{locale}");
    }
    for text in ["http2", "HTTP/2", "ב־HTTP"] {
        assert_eq!(found(Reader::Anyone, text, Locale::He), ["tcp-connect"], "{text}");
    }
    let query = Query::new("http/2");
    let hits = BANK.shelf(Reader::Anyone).search(&query, Locale::He);
    assert_eq!(hits[0].excerpt(&query).forms, ["HTTP/2"]);
}

#[test]
fn the_pages_language_comes_first_and_others_are_found_too() {
    let hits = BANK.shelf(Reader::Anyone).search(&Query::new("соединение"), Locale::He);
    assert!(hits.len() == 2 && hits.iter().all(|it| it.locale == Locale::Ru));
    let hits = BANK.shelf(Reader::Anyone).search(&Query::new("TCP"), Locale::He);
    assert!(hits[0].locale == Locale::He && hits[0].section == Section::Title);
}

#[test]
fn one_slip_is_mended_where_nothing_else_is_found() {
    for (locale, typed, first) in [
        (Locale::Ru, "соеденения", "tcp-connect"),
        (Locale::Ru, "соединнеие", "tcp-connect"),
        (Locale::En, "conection", "tcp-connect"),
        (Locale::En, "conenction tcp", "tcp-connect"),
        (Locale::He, "בחיבבור", "tcp-connect"),
    ] {
        assert_eq!(found(Reader::Anyone, typed, locale)[0], first, "{typed}");
    }
    let shelf = BANK.shelf(Reader::Anyone);
    let query = shelf.query("счотчик");
    assert_eq!(shelf.search(&query, Locale::Ru)[0].excerpt(&query).forms, ["Счётчик"]);
    // Two slips are another word, and so is one that is hidden from the reader.
    assert!(found(Reader::Anyone, "conectoin", Locale::En).is_empty());
    assert_eq!(found(Reader::Staff, "Zanzibra", Locale::En), ["held-back"]);
    assert!(found(Reader::Anyone, "Zanzibra", Locale::En).is_empty());
}

#[test]
fn what_readers_type_finds_what_the_glossary_says() {
    let glossary =
        "[[term]]\nen = \"handshake\"\nru = \"рукопожатие\"\nhe = \"לחיצת יד\"\nalso = [\"хендшейк\", \"הנדשייק\"]\n";
    let words =
        [["Title", "Prompt", "The handshake."], ["Имя", "Вопрос", "О рукопожатии."], ["שם", "שאלה", "על לחיצת היד."]];
    let sample = Sample::empty().with("tls-start", "both", words).with_file("glossary.toml", glossary);
    let bank = sample.bank();
    let shelf = bank.shelf(Reader::Anyone);
    for (locale, typed) in [
        (Locale::Ru, "хендшейк"),
        (Locale::Ru, "рукопожатие"),
        (Locale::He, "הנדשייק"),
        (Locale::He, "הלחיצה"),
        (Locale::He, "לחיצת יד"),
        (Locale::En, "handshake"),
    ] {
        let query = shelf.query(typed);
        let hits = shelf.search(&query, locale);
        assert!(hits.len() == 1 && hits[0].locale == locale, "{typed}");
        assert!(hits[0].excerpt(&query).words.as_str().contains("<mark>"), "{typed}");
    }
}

#[test]
fn the_last_word_may_be_half_typed_and_every_word_counts() {
    assert_eq!(found(Reader::Anyone, "tcp соедин", Locale::Ru), ["tcp-connect"]);
    assert_eq!(found(Reader::Anyone, "хранит соедин", Locale::Ru), ["pool-size"]);
    assert!(found(Reader::Anyone, "соедин хранит", Locale::Ru).contains(&"pool-size"));
    assert_eq!(found(Reader::Anyone, "хранит несуществующее", Locale::Ru), ["pool-size"]);
    assert!(found(Reader::Anyone, "", Locale::Ru).is_empty() && Query::new(" -. ").is_empty());
    assert_eq!(Query::new(&"слово ".repeat(500)).words.len(), 12);
}

#[test]
fn what_is_held_back_leaves_no_trace() {
    let id = "held-back".parse().unwrap();
    let (anyone, staff) = (BANK.shelf(Reader::Anyone), BANK.shelf(Reader::Staff));
    assert!(anyone.get(&id).is_none() && staff.get(&id).is_some());
    assert_eq!((anyone.questions().count(), staff.questions().count()), (2, 3));
    assert_eq!(found(Reader::Staff, "Zanzibar", Locale::En), ["held-back"]);
    assert!(found(Reader::Anyone, "Zanzibar", Locale::En).is_empty());
    // Had the hidden text counted, it alone would have had both words, and nothing else would be found.
    assert_eq!(found(Reader::Anyone, "zanzibar pool", Locale::En), ["pool-size"]);

    let block = |shelf: crate::Shelf| narrow(shelf, shelf.questions(), &Filter::default()).1.blocks[0];
    assert_eq!(block(anyone), (Block::Foundations, 2));
    assert_eq!(block(staff), (Block::Foundations, 3));
    let planned: Vec<String> = BANK.candidates().iter().map(|it| it.question.to_string()).collect();
    assert_eq!(planned, ["held-back", "pool-size"]);
}

#[test]
fn a_facet_ignores_its_own_choice() {
    let filter = Filter { levels: vec![Level::Senior], ..Filter::default() };
    let shelf = BANK.shelf(Reader::Staff);
    let (left, facets) = narrow(shelf, shelf.questions(), &filter);
    assert!(left.is_empty());
    assert_eq!(facets.levels, [(Level::Junior, 3), (Level::Middle, 3), (Level::Senior, 0), (Level::Lead, 0)]);
    assert!(facets.blocks.iter().all(|(_, count)| *count == 0));
}

#[test]
fn excerpts_mark_words_as_they_are_written() {
    let query = Query::new("таймаут соединения");
    let hits = BANK.shelf(Reader::Anyone).search(&query, Locale::Ru);
    let excerpt = hits[0].excerpt(&query);
    assert_eq!(excerpt.title.as_str(), "Какой нужен пул?");
    assert_eq!(excerpt.words.as_str(), "Пул хранит каждое <mark>соединение</mark>.");
    assert_eq!((excerpt.section, excerpt.forms), (Section::Prompt, vec!["соединение".to_owned()]));

    let query = Query::new("keepalive");
    let hits = BANK.shelf(Reader::Anyone).search(&query, Locale::En);
    assert!(hits[0].excerpt(&query).words.as_str().contains("the <mark>keep-alive</mark> timeout"));

    let query = Query::new("больш");
    assert!(BANK.shelf(Reader::Anyone).search(&query, Locale::Ru).is_empty());
}

#[test]
fn long_lines_are_cut_between_words() {
    let line = format!("{} < needle > {}", "before ".repeat(40), "after ".repeat(60));
    let sample = Sample::empty().with("dns-cache", "both", [["Title", "Prompt", &line]; 3]);
    let (bank, query) = (sample.bank(), Query::new("needle"));
    let excerpt = bank.shelf(Reader::Anyone).search(&query, Locale::En)[0].excerpt(&query);
    let words = excerpt.words.as_str();
    assert!(words.starts_with("…before ") && words.ends_with("after…"), "{words}");
    assert!(words.contains("&lt; <mark>needle</mark> &gt;") && words.chars().count() < 200, "{words}");
}
