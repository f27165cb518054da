// Measures the release build against the figures we hold ourselves to and writes BENCH.md. Loopback only.
import { spawn, execFileSync } from "node:child_process";
import { createHistogram } from "node:perf_hooks";
import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import http from "node:http";
import os from "node:os";
import path from "node:path";
import { live } from "./bench-live.mjs";
import { room } from "./bench-room.mjs";

const PORT = 3997;
const BASE = `http://127.0.0.1:${PORT}`;
const QUESTION = "/en/questions/tcp-vs-udp";
const PASSWORD = "a password for the bench only";
const work = mkdtempSync(path.join(os.tmpdir(), "hopwise-bench-"));
const site = path.join(work, "site");
const rows = [];
const row = (what, measured, limit, ok) => {
  rows.push([what, measured, limit, ok === undefined ? "" : ok ? "yes" : "**no**"]);
  console.log(`${ok === false ? "NO " : "   "}${what}: ${measured} (${limit})`);
};

const get = (url, headers = {}, agent) =>
  new Promise((resolve, reject) => {
    const chunks = [];
    http
      .get(url, { headers, agent }, (answer) => {
        answer.on("data", (chunk) => chunks.push(chunk));
        answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
      })
      .on("error", reject);
  });

/** Starts the server; resolves with the process and the ms until the first answered request. */
async function start() {
  const began = performance.now();
  const server = spawn("target/release/hopwise", ["serve", "--demo", "--listen", `127.0.0.1:${PORT}`, "--site", site, "--log", "error"], {
    env: { ...process.env, HOPWISE_DEMO_PASSWORD: PASSWORD },
    stdio: ["ignore", "ignore", "inherit"],
  });
  for (;;) {
    const answer = await get(BASE + QUESTION).catch(() => undefined);
    if (answer?.status === 200) return { server, ms: performance.now() - began };
    if (server.exitCode !== null) throw new Error("the server did not start");
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

const stop = (server) => new Promise((resolve) => (server.once("exit", resolve), server.kill("SIGTERM")));

/** Requests a second, closed loop, by wrk: the median of five runs. */
function rate(url) {
  const out = execFileSync("wrk", ["-t1", "-c16", "-d4s", url], { encoding: "utf8" });
  return Number(/Requests\/sec:\s+([\d.]+)/.exec(out)[1]);
}

/** Latency from the intended start at a fixed rate (open loop), in ms. */
async function latencies(url, perSecond, seconds) {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 64 });
  const histogram = createHistogram();
  const total = perSecond * seconds;
  const began = performance.now();
  let sent = 0;
  let done = 0;
  await new Promise((resolve, reject) => {
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - began) / 1000) * perSecond));
      for (; sent < due; sent++) {
        const intended = began + (sent * 1000) / perSecond;
        get(url, { "accept-encoding": "br" }, agent).then(() => {
          histogram.record(Math.max(1, Math.round((performance.now() - intended) * 1000)));
          if (++done === total) (clearInterval(timer), resolve());
        }, reject);
      }
    }, 1);
  });
  agent.destroy();
  return { p50: histogram.percentile(50) / 1000, p99: histogram.percentile(99) / 1000 };
}

const brotli = (bytes) => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
const kb = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
const file = (ending) => readFileSync(path.join(site, "pkg", readdirSync(path.join(site, "pkg")).find((it) => it.endsWith(ending))));
const rss = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]) / 1024;

try {
  cpSync("target/site", site, { recursive: true });
  writeFileSync(path.join(site, "bench.html"), "");
  const starts = [];
  for (let n = 0; n < 5; n++) {
    const { server, ms } = await start();
    starts.push(ms);
    if (n === 0) writeFileSync(path.join(site, "bench.html"), (await get(BASE + QUESTION)).body);
    await stop(server);
  }
  const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];
  row("Cold start to the first answered request, median of 5", `${median(starts).toFixed(0)} ms`, "≤ 500 ms", median(starts) <= 500);

  const { server } = await start();
  try {
    const ratios = [];
    const rates = [];
    for (let n = 0; n < 5; n++) {
      const page = rate(BASE + QUESTION);
      const plain = rate(`${BASE}/bench.html`);
      ratios.push(page / plain);
      rates.push([page, plain]);
    }
    const [page, plain] = rates[2].map((it) => Math.round(it));
    row("Question page, anonymous, against the same bytes as a file, median of 5 pairs", `${median(ratios).toFixed(2)} × (one pair: ${page} and ${plain} requests/s)`, "≥ 0.5 ×", median(ratios) >= 0.5);
    const { p50, p99 } = await latencies(BASE + QUESTION, 1000, 10);
    row("Question page at 1,000 requests/s for 10 s, from the intended start", `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`, "p99 ≤ 5 ms", p99 <= 5);
    row("Resident memory after that (more than 10,000 requests)", `${rss(server.pid).toFixed(0)} MB`, "≤ 80 MB", rss(server.pid) <= 80);

    const html = (await get(BASE + QUESTION, { "accept-encoding": "br" })).body.length;
    row("HTML of a question page, as served with brotli", kb(html), "≤ 25 KB", html <= 25_000);
    const small = brotli(readFileSync(path.join(site, "page.js")));
    row("WASM and scripts of a bank page, brotli", kb(small), "≤ 80 KB", small <= 80_000);
    const wasm = brotli(file(".wasm"));
    const script = brotli(file(".js")) + brotli(readFileSync(path.join(site, "islands.js")));
    row("WASM and scripts of the room, brotli", `${kb(wasm + script + small)} (WASM ${kb(wasm)})`, "≤ 200 KB", wasm + script + small <= 200_000);

    const measured = await room(BASE, PASSWORD);
    row("Score key to visible, server frozen, 40 keys", `p50 ${measured.key.p50.toFixed(0)} ms, longest ${measured.key.max.toFixed(0)} ms`, "≤ 100 ms", measured.key.max <= 100);
    row("Event acknowledged, in the browser, 100 events", `p50 ${measured.ack.p50.toFixed(0)} ms, p95 ${measured.ack.p95.toFixed(0)} ms`, "p95 ≤ 50 ms", measured.ack.p95 <= 50);
  } finally {
    await stop(server);
  }
  await live(row);
} finally {
  rmSync(work, { recursive: true });
}

const cpu = os.cpus()[0]?.model ?? "unknown";
const text = `# Figures

Release build, one run of \`make bench\` on ${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} × ${cpu}, ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB,
Linux ${os.release()}, Node ${process.version}. Server, load and browser share the cores. SQLite with \`synchronous=FULL\`. Streams are HTTP/1.1 connections, one each.

| Figure | Measured | Wanted | Met |
|---|---|---|---|
${rows.map((it) => `| ${it.join(" | ")} |`).join("\n")}

Durability (1,000 events by 20 writers, the server killed with SIGKILL again and again, both databases) is a test:
\`make soak\` kills 20 times, \`make test\` three times.
`;
writeFileSync("BENCH.md", text);
