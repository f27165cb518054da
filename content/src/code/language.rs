//! What the lexer has to know of a language.

/// How a language writes comments and texts, and which of its words are its own.
pub(super) struct Language {
    /// What begins a comment that ends with its line.
    pub(super) line_comments: &'static [&'static str],
    /// What begins and ends a comment of several lines.
    pub(super) block_comment: Option<(&'static str, &'static str)>,
    /// What begins and ends a text, the longest first; a backslash escapes.
    pub(super) quotes: &'static [&'static str],
    /// Must a comment stand at the beginning of a word? In a shell `$#` and `a#b` begin none.
    pub(super) comment_after_space: bool,
    pub(super) keywords: &'static [&'static str],
}

const HASH: Language = Language {
    line_comments: &["#"],
    block_comment: None,
    quotes: &["\"", "'"],
    comment_after_space: true,
    keywords: &[],
};

const SLASHES: Language = Language {
    line_comments: &["//"],
    block_comment: Some(("/*", "*/")),
    quotes: &["\"", "'"],
    comment_after_space: false,
    keywords: &[],
};

const PYTHON: Language = Language {
    quotes: &["\"\"\"", "'''", "\"", "'"],
    comment_after_space: false,
    keywords: &[
        "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "False", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "None", "nonlocal", "not",
        "or", "pass", "raise", "return", "True", "try", "while", "with", "yield",
    ],
    ..HASH
};

const JAVASCRIPT: Language = Language {
    quotes: &["`", "\"", "'"],
    keywords: &[
        "async",
        "await",
        "break",
        "case",
        "catch",
        "class",
        "const",
        "continue",
        "default",
        "delete",
        "do",
        "else",
        "export",
        "extends",
        "false",
        "finally",
        "for",
        "from",
        "function",
        "if",
        "import",
        "in",
        "instanceof",
        "interface",
        "let",
        "new",
        "null",
        "of",
        "return",
        "static",
        "super",
        "switch",
        "this",
        "throw",
        "true",
        "try",
        "type",
        "typeof",
        "undefined",
        "var",
        "void",
        "while",
        "yield",
    ],
    ..SLASHES
};

const SHELL: Language = Language {
    keywords: &[
        "case", "do", "done", "elif", "else", "esac", "exit", "export", "fi", "for", "function", "if", "in", "local",
        "return", "set", "then", "trap", "until", "while",
    ],
    ..HASH
};

const GO: Language = Language {
    quotes: &["`", "\"", "'"],
    keywords: &[
        "break",
        "case",
        "chan",
        "const",
        "continue",
        "default",
        "defer",
        "else",
        "false",
        "for",
        "func",
        "go",
        "if",
        "import",
        "interface",
        "map",
        "nil",
        "package",
        "range",
        "return",
        "select",
        "struct",
        "switch",
        "true",
        "type",
        "var",
    ],
    ..SLASHES
};

const C: Language = Language {
    keywords: &[
        "break", "case", "char", "const", "continue", "default", "do", "else", "enum", "for", "if", "int", "long",
        "return", "sizeof", "static", "struct", "switch", "unsigned", "void", "while",
    ],
    ..SLASHES
};

const JAVA: Language = Language {
    keywords: &[
        "boolean",
        "break",
        "case",
        "catch",
        "class",
        "continue",
        "else",
        "extends",
        "false",
        "final",
        "finally",
        "for",
        "if",
        "implements",
        "import",
        "int",
        "interface",
        "long",
        "new",
        "null",
        "package",
        "private",
        "public",
        "return",
        "static",
        "switch",
        "this",
        "throw",
        "throws",
        "true",
        "try",
        "var",
        "void",
        "while",
    ],
    ..SLASHES
};

const RUST: Language = Language {
    quotes: &["\""], // a lifetime is no text
    keywords: &[
        "as", "async", "await", "break", "const", "continue", "else", "enum", "false", "fn", "for", "if", "impl", "in",
        "let", "loop", "match", "mod", "move", "mut", "pub", "return", "self", "Self", "static", "struct", "trait",
        "true", "type", "use", "where", "while",
    ],
    ..SLASHES
};

const PROTO: Language = Language {
    keywords: &[
        "enum", "import", "message", "option", "package", "repeated", "returns", "rpc", "service", "stream", "syntax",
    ],
    ..SLASHES
};

const LUA: Language = Language {
    line_comments: &["--"],
    comment_after_space: false,
    keywords: &[
        "and", "break", "do", "else", "elseif", "end", "false", "for", "function", "if", "in", "local", "nil", "not",
        "or", "repeat", "return", "then", "true", "until", "while",
    ],
    ..HASH
};

const SQL: Language = Language {
    line_comments: &["--"],
    keywords: &[
        "AND", "AS", "BEGIN", "BY", "COMMIT", "CREATE", "DELETE", "FROM", "GROUP", "INSERT", "INTO", "JOIN", "LIMIT",
        "NOT", "NULL", "ON", "OR", "ORDER", "ROLLBACK", "SELECT", "SET", "TABLE", "UPDATE", "VALUES", "WHERE",
    ],
    ..SLASHES
};

const JSON: Language =
    Language { line_comments: &[], block_comment: None, keywords: &["true", "false", "null"], ..SLASHES };
const YAML: Language = Language { keywords: &["true", "false", "null"], ..HASH };

impl Language {
    /// The language of this name; configs of servers share their comments and texts.
    pub(super) fn of(name: &str) -> Option<&'static Self> {
        Some(match name {
            "python" | "py" => &PYTHON,
            "javascript" | "js" | "typescript" | "ts" => &JAVASCRIPT,
            "bash" | "sh" | "shell" => &SHELL,
            "go" => &GO,
            "c" | "cpp" => &C,
            "java" | "kotlin" => &JAVA,
            "rust" => &RUST,
            "proto" | "protobuf" => &PROTO,
            "lua" => &LUA,
            "sql" => &SQL,
            "json" => &JSON,
            "jsonc" => &JAVASCRIPT,
            "yaml" | "yml" | "toml" => &YAML,
            "nginx" | "haproxy" | "caddy" | "conf" | "ini" | "dockerfile" | "promql" => &HASH,
            _ => return None,
        })
    }
}
