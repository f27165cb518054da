// Drives a gateway on loopback with raw TCP clients and reports what went wrong.
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { frame, reader, TEXT, CLOSE, PING, PONG } from "./frames.mjs";

const SHOP = "https://shop.example";

async function start(Gateway, options = {}) {
  const login = (cookie = "") => /user=(\w+)/.exec(cookie)?.[1];
  const gateway = new Gateway({ origins: new Set([SHOP]), login, ...options });
  gateway.accepted = [];
  gateway.server.on("upgrade", (req, socket) => gateway.accepted.push(socket));
  await new Promise((ready) => gateway.server.listen(0, "127.0.0.1", ready));
  return gateway;
}

async function connect(gateway, user, origin = SHOP) {
  const client = net.connect(gateway.server.address().port, "127.0.0.1");
  client.on("error", () => {});
  client.texts = 0;
  client.write("GET / HTTP/1.1\r\nHost: shop.example\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
    `Origin: ${origin}\r\nCookie: user=${user}\r\nSec-WebSocket-Key: ${Buffer.alloc(16).toString("base64")}\r\n\r\n`);
  client.status = await new Promise((resolve) =>
    client.once("data", (data) => resolve(data.toString().split(" ")[1])));
  const read = reader((opcode, data) => {
    if (opcode === TEXT) client.texts++;
    if (opcode === PING && !client.silent) client.write(frame(PONG, data, true));
  });
  client.on("data", read);
  client.say = (to, text) => client.write(frame(TEXT, JSON.stringify({ to, text }), true));
  return client;
}

export async function drive(Gateway) {
  const bad = [];
  const report = (name, text, wrong) => {
    console.log(`${name}: ${text}`);
    if (wrong) bad.push(name);
  };
  let crash = "no";
  process.on("uncaughtException", (error) => (crash = error.code ?? error.message));

  let gateway = await start(Gateway);
  const foreign = await connect(gateway, "dana", "https://evil.example");
  report("origin", `handshake from another site with a valid cookie: ${foreign.status}`, foreign.status === "101");

  gateway = await start(Gateway);
  const courier = await connect(gateway, "courier");
  const laptop = await connect(gateway, "dana"), phone = await connect(gateway, "dana");
  courier.say("dana", "on my way");
  await sleep(50);
  const both = laptop.texts + phone.texts;
  laptop.end(frame(CLOSE, "", true));
  await sleep(50);
  courier.say("dana", "at the door");
  await sleep(50);
  const rest = laptop.texts + phone.texts - both;
  report("devices", `two devices, message received by ${both}; the first leaves, next message by ${rest}`, both !== 2 || rest !== 1);

  gateway = await start(Gateway);
  const slow = await connect(gateway, "dana");
  slow.pause();
  for (let i = 0; i < 500; i++) gateway.send("dana", "x".repeat(60000));
  await sleep(200);
  const held = gateway.accepted.reduce((sum, socket) => sum + socket.writableLength, 0);
  report("slow", `30 MB to a client that does not read, held in memory: ${Math.round(held / 1e6)} MB`, held > 1e6);

  gateway = await start(Gateway, { interval: 50 });
  const alive = await connect(gateway, "dana"), dead = await connect(gateway, "courier");
  dead.silent = true;
  await sleep(500);
  const open = gateway.accepted.filter((socket) => !socket.destroyed).length;
  report("dead", `ten pings, one client answers and one does not, still open: ${open}`, open !== 1);

  gateway = await start(Gateway);
  const reset = await connect(gateway, "dana");
  reset.resetAndDestroy();
  await sleep(100);
  report("reset", `a client resets its connection, uncaught exception: ${crash}`, crash !== "no");

  gateway = await start(Gateway);
  await connect(gateway, "dana");
  const closed = await Promise.race([gateway.close().then(() => "done"), sleep(1000, "still waiting")]);
  report("shutdown", `close() after a second: ${closed}`, closed !== "done");

  console.log("symptoms:", bad.join(", ") || "none");
  process.exit(bad.length ? 1 : 0);
}
