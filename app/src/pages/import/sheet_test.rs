//! Files as spreadsheets write them, and files as nobody should.

use super::*;

fn read_en(bytes: impl AsRef<[u8]>) -> Sheet {
    read(bytes.as_ref(), Locale::En, &HashSet::from(["known@x.org".to_owned()]))
}

fn problems(text: &str) -> Vec<(u64, Option<&'static str>)> {
    read_en(text).rows.iter().map(|it| (it.line, it.problem)).collect()
}

#[test]
fn either_separator_and_either_beginning_is_read() {
    for text in [
        "name,email,language\nНоа,noa@x.org,he\nAnn,,",
        "\u{feff}name;email;language\r\nНоа;noa@x.org;he\r\nAnn;;\r\n",
        "Язык;Имя;почта;Note\nhe;Ноа;noa@x.org;\n\n\n;Ann;;",
        "שם,דוא״ל,שפה\n\"Ноа\",noa@x.org,עברית\nAnn\n",
    ] {
        let found = read_en(text).candidates().unwrap();
        assert_eq!(
            (found[0].name.as_str(), found[0].email.as_deref(), found[0].locale),
            ("Ноа", Some("noa@x.org"), Locale::He)
        );
        assert_eq!((found[1].name.as_str(), found[1].email.as_deref(), found[1].locale), ("Ann", None, Locale::En));
        assert_eq!(found.len(), 2);
    }
}

#[test]
fn each_line_says_what_is_wrong_with_it() {
    let text = "name;email;language\n;a@x.org;en\nAnn;nonsense;en\nBob;;klingon\nCy;C@x.org;en\nDi;c@X.org;en\n\
                Eve;KNOWN@x.org;en\nFay;;;;\n\"G\nh\";;\n\u{202e}Ivy;;\nJo;;\n";
    let expected = [
        (2, Some("name")),
        (3, Some("email")),
        (4, Some("language")),
        (5, None),
        (6, Some("twice")),
        (7, Some("known")),
        (8, Some("columns")),
        (9, Some("name")),
        (11, Some("name")),
        (12, None),
    ];
    assert_eq!(problems(text), expected);
    assert_eq!(read_en(text).candidates(), None, "nothing unless all is right");
}

#[test]
fn formulas_are_data_and_go_round() {
    let names = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "a\"b,c;d", "</textarea><script>alert(1)</script>"];
    let quoted: Vec<String> = names.iter().map(|it| format!("\"{}\"", it.replace('"', "\"\""))).collect();
    let sheet = read_en(format!("name\n{}", quoted.join("\n")));
    let found = sheet.candidates().unwrap();
    assert_eq!(found.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), names);
    assert_eq!(read_en(sheet.text()).candidates().unwrap(), found);
    // A browser turns line ends of a form into these.
    assert_eq!(read_en(sheet.text().replace('\n', "\r\n")).candidates().unwrap(), found);
}

#[test]
fn bombs_do_not_go_off() {
    let problem = |bytes: &[u8]| read_en(bytes).problem;
    assert_eq!(problem(b""), Some("empty"));
    assert_eq!(problem(b"name"), Some("empty"));
    assert_eq!(problem(b"first name;e-mail\nAnn;"), Some("header"));
    assert_eq!(problem(b"\xff\xfen\0a\0m\0e\0"), Some("encoding"));
    assert_eq!(problem(b"name\nAnn\xff"), Some("encoding"));
    assert_eq!(problem(&vec![b'x'; BYTES_MAX + 1]), Some("size"));
    assert_eq!(problem(format!("name\n{}", "x\n".repeat(ROWS_MAX + 1)).as_bytes()), Some("rows"));
    assert_eq!(problem(format!("name\n{}", "x\n".repeat(ROWS_MAX)).as_bytes()), None);
    // One cell without an end, a hundred thousand cells, a hundred thousand quotes, and NUL.
    assert_eq!(problems(&format!("name\n\"{}", "x\n".repeat(50_000))), [(2, Some("name"))]);
    assert_eq!(problems(&format!("name\n{}", ",".repeat(100_000))), [(2, Some("columns"))]);
    assert_eq!(problems(&format!("name\n{}", "\"".repeat(100_000))), [(2, Some("name"))]);
    assert_eq!(problems("name\nA\0b"), [(2, Some("name"))]);
    assert!(read_en(format!("name\n\"{}", "x".repeat(100_000))).rows[0].name.len() <= SHOWN);
}
