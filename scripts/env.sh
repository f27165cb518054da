# Sourced by every script: strict mode, the project's folder, PATH, and the two ways to speak.
# shellcheck shell=bash

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# cargo's folder: a shell opened before rustup was installed does not know it. node_modules/.bin: wasm-opt and playwright.
# Debian keeps initdb and pg_ctl outside PATH, in a folder per version; the newest comes last, hence `tail`.
PATH="$PWD/node_modules/.bin:${CARGO_HOME:-$HOME/.cargo}/bin:$PATH:$(printf '%s\n' /usr/lib/postgresql/*/bin | sort -V | tail -n 1)"
export PATH PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1

# Chromium without its windows is three times as fast in the browser's tests; the whole of it does as well.
for browser in /usr/bin/chromium-headless-shell /usr/bin/chromium; do
  if [ -z "${CHROMIUM:-}" ] && [ -x "$browser" ]; then export CHROMIUM=$browser; fi
done

# Everything here names files under target/.
unset CARGO_TARGET_DIR

say() { if [ -t 1 ]; then printf '\033[1m%s\033[0m\n' "$*"; else printf '%s\n' "$*"; fi; }

# stop SENTENCE: what is wrong and the way out.
stop() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'; }
