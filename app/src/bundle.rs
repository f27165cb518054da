//! Names of the built files: style, script and WASM carry the hash of what is in them.

use std::{collections::BTreeMap, sync::LazyLock};

/// URLs of the built files.
#[derive(Debug)]
pub struct Bundle {
    /// The style sheet.
    pub css: String,
    /// The script that loads the WASM.
    pub js: String,
    /// The WASM of the islands.
    pub wasm: String,
}

/// Read once, from the `hash.txt` that the build leaves beside the binary; without it the names carry no hash.
pub static BUNDLE: LazyLock<Bundle> = LazyLock::new(|| {
    let beside =
        std::env::current_exe().ok().and_then(|exe| std::fs::read_to_string(exe.with_file_name("hash.txt")).ok());
    name(&beside.unwrap_or_default())
});

fn name(hashes: &str) -> Bundle {
    let of: BTreeMap<&str, &str> =
        hashes.lines().filter_map(|line| line.split_once(':')).map(|(kind, hash)| (kind.trim(), hash.trim())).collect();
    let url = |kind: &str| match of.get(kind) {
        Some(hash) => format!("/pkg/hopwise.{hash}.{kind}"),
        None => format!("/pkg/hopwise.{kind}"),
    };
    Bundle { css: url("css"), js: url("js"), wasm: url("wasm") }
}

#[cfg(test)]
mod tests {
    #[test]
    fn reads_the_hash_file() {
        let bundle = super::name("js: aB1\nwasm: cD2\ncss: eF3\n");
        assert_eq!((bundle.js.as_str(), bundle.wasm.as_str()), ("/pkg/hopwise.aB1.js", "/pkg/hopwise.cD2.wasm"));
        assert_eq!(super::name("").css, "/pkg/hopwise.css");
    }
}
