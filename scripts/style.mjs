// Style: joins style/*.css in their declared order into target/style/hopwise.css; --watch does it again on every change.
import { mkdirSync, readFileSync, readdirSync, renameSync, watch, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const from = join(root, "style");
const to = join(root, "target", "style", "hopwise.css");

// Tokens come first: they declare the order of the layers.
const order = [
  "tokens", "fonts", "base", "frame", "components", "forms", "help", "highlight", "instruments", "trace",
  "pages", "bank", "question", "manual", "room", "room-conduct", "candidate", "scorecard", "replay", "people", "plan", "print",
];

function joinAll() {
  const names = readdirSync(from).filter((name) => name.endsWith(".css")).map((name) => name.slice(0, -4));
  const stray = names.filter((name) => !order.includes(name));
  if (stray.length) throw new Error(`style/${stray.join(".css, ")}.css: not in the order of scripts/style.mjs`);
  const css = order.map((name) => readFileSync(join(from, `${name}.css`), "utf8").trimEnd()).join("\n\n") + "\n";
  let old = "";
  try {
    old = readFileSync(to, "utf8");
  } catch {
    // not there yet
  }
  if (css !== old) {
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(`${to}.part`, css); // a server that reads meanwhile never sees half a file
    renameSync(`${to}.part`, to);
  }
  console.log(`style: ${order.length} files, ${(css.length / 1024).toFixed(1)} KiB${css === old ? ", unchanged" : ""}`);
}

joinAll();
if (process.argv.includes("--watch")) {
  let timer;
  watch(from, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      try {
        joinAll();
      } catch (error) {
        console.error(error.message);
      }
    }, 60);
  });
}
