// Assets: copies the font subsets from node_modules and bundles ECharts into public/; does nothing when both are up to date.
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const modules = join(root, "node_modules");
const fonts = join(root, "public", "fonts");
const vendor = join(root, "public", "vendor");

// Short name in public/fonts, package, file of the package. style/fonts.css names the same files.
const faces = [
  ["inter-latin", "inter", "inter-latin-wght-normal"],
  ["inter-latin-ext", "inter", "inter-latin-ext-wght-normal"],
  ["inter-cyrillic", "inter", "inter-cyrillic-wght-normal"],
  ["noto-sans-hebrew", "noto-sans-hebrew", "noto-sans-hebrew-hebrew-wght-normal"],
  ["jetbrains-mono-latin", "jetbrains-mono", "jetbrains-mono-latin-wght-normal"],
  ["jetbrains-mono-cyrillic", "jetbrains-mono", "jetbrains-mono-cyrillic-wght-normal"],
];

const read = (path) => (existsSync(path) ? readFileSync(path) : undefined);

if (!existsSync(modules)) {
  console.error("assets: node_modules is missing, run `npm ci` first");
  process.exit(1);
}

mkdirSync(fonts, { recursive: true });
let copied = 0;
for (const [name, pack, file] of faces) {
  const source = join(modules, "@fontsource-variable", pack, "files", `${file}.woff2`);
  const target = join(fonts, `${name}.woff2`);
  const now = readFileSync(source);
  if (!read(target)?.equals(now)) {
    copyFileSync(source, target);
    copied += 1;
  }
}
for (const file of readdirSync(fonts)) {
  if (!faces.some(([name]) => file === `${name}.woff2`)) rmSync(join(fonts, file)); // a face of an earlier list
}

// The bundle carries a stamp of what it was made from; the same stamp means nothing to do.
const entry = join(root, "scripts", "echarts-entry.mjs");
const bundle = join(vendor, "echarts.js");
const version = (name) => JSON.parse(readFileSync(join(modules, name, "package.json"), "utf8")).version;
const options = { bundle: true, format: "esm", minify: true, target: "es2022", legalComments: "none", define: { "process.env.NODE_ENV": '"production"' } };
const stamp = createHash("sha256")
  .update(readFileSync(entry))
  .update(JSON.stringify([options, version("echarts"), version("zrender"), version("esbuild")]))
  .digest("hex")
  .slice(0, 16);
const banner = `/* Apache ECharts ${version("echarts")}, Apache-2.0, https://echarts.apache.org, bundled by scripts/assets.mjs, ${stamp} */`;

let bundled = false;
if (!read(bundle)?.subarray(0, 300).includes(stamp)) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({ ...options, entryPoints: [entry], banner: { js: banner }, outfile: bundle, write: false });
  mkdirSync(vendor, { recursive: true });
  writeFileSync(bundle, outputFiles[0].contents);
  bundled = true;
}

const kib = (path) => `${(statSync(path).size / 1024).toFixed(0)} KiB`;
console.log(`assets: ${faces.length} fonts${copied ? `, ${copied} copied` : ", up to date"}; echarts.js ${kib(bundle)}${bundled ? ", bundled" : ", up to date"}`);
