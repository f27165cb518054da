// Drives a client against a server on loopback and reports what went wrong.
import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const outcome = (promise, patience = 1000) =>
  Promise.race([
    promise.then((r) => String(r.status), (e) => (e.name === "Error" ? e.message : e.name)),
    sleep(patience, "hangs"),
  ]);

export async function drive(Client) {
  const bad = [];
  const report = (name, text, wrong) => {
    console.log(`${name}: ${text}`);
    if (wrong) bad.push(name);
  };

  let orders = 0, arrivals = [], aborted = 0;
  const server = http.createServer((req, res) => {
    const path = req.url;
    if (path === "/ok") return res.end("ok");
    if (path === "/error") {
      res.statusCode = 500;
      return res.end("x".repeat(1000));
    }
    if (path === "/hang") return res.on("close", () => aborted++);
    if (path === "/cut") {
      res.writeHead(200, { "content-length": 1000 });
      res.write("half");
      return void sleep(50).then(() => res.destroy());
    }
    if (path === "/order") {
      orders++;
      res.statusCode = 502;
      return res.end("the answer was lost, the order was not");
    }
    if (path === "/drip") {
      const timer = setInterval(() => res.write("."), 100);
      return res.on("close", () => clearInterval(timer));
    }
    arrivals.push(performance.now());               // /busy
    if (arrivals.length > 1) return res.end("ok");
    res.writeHead(503, { "retry-after": "1" });
    res.end();
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const base = `http://127.0.0.1:${server.address().port}`;

  let client = new Client({ sockets: 2, tries: 1, timeout: 300 });
  for (let i = 0; i < 2; i++) await outcome(client.request("GET", `${base}/error`));
  let seen = await outcome(client.request("GET", `${base}/ok`));
  report("body", `two 500 through an agent of 2 sockets, then: ${seen}`, seen !== "200");

  client = new Client({ sockets: 2, tries: 1, timeout: 100, deadline: 400 });
  for (let i = 0; i < 2; i++) await outcome(client.request("GET", `${base}/hang`));
  await sleep(50);
  seen = await outcome(client.request("GET", `${base}/ok`));
  report("timeout", `two timeouts, sockets closed: ${aborted}, then: ${seen}`, seen !== "200");

  client = new Client({ tries: 1, timeout: 300, deadline: 400 });
  seen = await outcome(client.request("GET", `${base}/drip`));
  client = new Client({ sockets: 1, tries: 1, timeout: 2000, deadline: 1500 });
  client.request("GET", `${base}/hang`).catch(() => {});
  await sleep(20);
  client.deadline = 400;
  const queued = await outcome(client.request("GET", `${base}/ok`), 800);
  report("deadline", `deadline 0.4 s, one byte every 0.1 s: ${seen}; waiting for a socket: ${queued}`,
    [seen, queued].includes("hangs"));

  client = new Client({ tries: 1, timeout: 300 });
  seen = await outcome(client.request("GET", `${base}/cut`));
  report("cut", `the connection breaks in the middle of the body: ${seen}`, seen === "hangs");

  client = new Client({ tries: 3 });
  seen = await outcome(client.request("POST", `${base}/order`, "{}"));
  report("order", `one POST answered 502: ${orders} orders`, orders !== 1);

  client = new Client({ tries: 3 });
  await outcome(client.request("GET", `${base}/busy`), 2500);
  const gap = (arrivals[1] - arrivals[0]) / 1000;
  report("pause", `Retry-After: 1, the next attempt came after ${gap.toFixed(1)} s`, !(gap >= 1));

  console.log("symptoms:", bad.join(", ") || "none");
  process.exit(bad.length ? 1 : 0);
}
