// The room under everything that goes wrong: text that was typed is there, and no event is lost, doubled or reordered.
// HOPWISE_SOAK=long does it a hundred times, which takes a quarter of an hour; the short form three times.
import { expect, openRoom, test, type Room } from "../fixtures";
import { newest } from "../fixtures/wire";
import { execFileSync } from "node:child_process";
import type { BrowserContext, Page } from "@playwright/test";
import { Server } from "./server";

const ROUNDS = process.env.HOPWISE_SOAK === "long" ? 100 : 3;
const WORDS = "measures before guessing names the queue that is full asks for the trace checks the route once more".split(" ");

/** The events that left the pages of a context, by id, and the number that the server gave to the newest. */
function ledger(context: BrowserContext) {
  const log = { ids: new Set<string>(), newest: 0 };
  context.on("request", (request) => {
    if (request.url().endsWith("/api/append_events")) for (const event of request.postDataJSON().events) log.ids.add(event.id);
  });
  context.on("response", async (response) => {
    // A body that the kill cut off says nothing.
    if (response.ok() && response.url().endsWith("/api/append_events")) {
      const body = await response.body().catch(() => undefined);
      if (body) log.newest = Math.max(log.newest, newest(body));
    }
  });
  return log;
}

/** A number that looks random and is the same in each run. */
const dice = (seed: number) => ((Math.imul(seed + 1, 2_654_435_761) >>> 8) % 1_000) / 1_000;

/** Types a word, letter by letter, as a person does; answers the whole text. */
async function type(room: Room, text: string, word: string) {
  await room.note.focus();
  await room.press("ControlOrMeta+End");
  await room.page.keyboard.type(`${word} `, { delay: 15 });
  return `${text}${word} `;
}

async function scene(server: Server, context: BrowserContext) {
  const log = ledger(context);
  const room = await (await openRoom(await context.newPage(), "en")).awake();
  return { log, room };
}

/** Everything typed is on the server, once: read back by a page that keeps nothing. */
async function expectWhole(room: Room, log: { ids: Set<string>; newest: number }, text: string) {
  await room.saved();
  await expect.poll(() => log.newest, "events on the server").toBe(log.ids.size);
  await room.page.evaluate(() => localStorage.clear());
  await room.reload();
  await expect(room.note).toHaveValue(text);
}

const run = (name: string, body: (server: Server, context: BrowserContext) => Promise<void>, database: () => string | undefined = () => undefined) =>
  test(name, async ({ browser }) => {
    const server = await Server.start(database());
    const context = await browser.newContext({ baseURL: server.url });
    try {
      await body(server, context);
    } finally {
      await context.close();
      await server.end();
    }
  });

run("the server is killed while somebody types", async (server, context) => {
  const { log, room } = await scene(server, context);
  let text = "";
  for (let round = 0; round < ROUNDS; round++) {
    const typing = type(room, text, `${round} ${WORDS[round % WORDS.length]}`);
    await new Promise((resolve) => setTimeout(resolve, dice(round) * 700)); // a moment of the typing, not a wait for something
    await server.kill();
    text = await typing;
    await server.up();
    if (round % 10 === 9) await room.saved();
  }
  await expectWhole(room, log, text);
});

run("the network goes, the tab is reloaded, closed and opened again", async (server, context) => {
  let { log, room } = await scene(server, context);
  let text = "";
  const turns: ((page: Page) => Promise<Page | void>)[] = [
    async (page) => {
      const network = await page.context().newCDPSession(page);
      await network.send("Network.enable");
      await network.send("Network.emulateNetworkConditions", { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
      text = await type(room, text, "offline");
      await network.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
      await network.detach();
    },
    async (page) => void (await page.reload()),
    async (page) => {
      await page.close({ runBeforeUnload: false });
      return page.context().newPage();
    },
    async (page) => {
      await server.kill();
      text = await type(room, text, "without a server");
      await page.close();
      await server.up();
      return page.context().newPage();
    },
  ];
  for (let round = 0; round < ROUNDS * 2; round++) {
    text = await type(room, text, WORDS[round % WORDS.length]);
    const page = await turns[round % turns.length](room.page);
    if (page) room = await room.on(page);
    else await room.awake();
    await expect(room.note, `after round ${round}`).toHaveValue(text);
  }
  await expectWhole(room, log, text);
});

run("a second tab, a clock that is set, a tab that sleeps, storage that is full", async (_, context) => {
  await context.addInitScript(() => {
    const now = Date.now;
    Date.now = () => now() + Number(sessionStorage.getItem("shift") ?? 0);
  });
  const { log, room } = await scene(_, context);
  await room.press("Space");
  let text = await type(room, "", "first");
  await room.saved();

  const second = await room.on(await context.newPage());
  await expect(second.note).toHaveValue(text);
  text = await type(second, text, "second");
  await expect(room.note, "the other tab sees it").toHaveValue(text);
  await second.page.close();

  for (const hours of [5, -5, 0]) {
    await room.page.evaluate((ms) => sessionStorage.setItem("shift", String(ms)), hours * 3_600_000);
    text = await type(room, text, `at ${hours}`);
    await room.saved();
    await expect(room.elapsed, `with the clock ${hours} h off`).toHaveText(/^0:\d\d$/);
  }

  const life = await context.newCDPSession(room.page);
  await life.send("Page.setWebLifecycleState", { state: "frozen" });
  await life.send("Page.setWebLifecycleState", { state: "active" });
  await life.detach();
  const ticked = await room.elapsed.textContent();
  await expect(room.elapsed, "it is awake").not.toHaveText(ticked ?? "");
  text = await type(room, text, "awake");
  await room.saved();

  await room.page.evaluate(() => {
    let piece = "x".repeat(1 << 20);
    for (let n = 0; piece; n++) {
      try {
        localStorage.setItem(`full-${n}`, piece);
      } catch {
        piece = piece.slice(piece.length / 2 + 0.5);
      }
    }
  });
  await context.setOffline(true);
  text = await type(room, text, "nowhere to keep it");
  await expect(room.link).toContainText(room.says("room-unkept"));
  await context.setOffline(false);
  await expectWhole(room, log, text);
});

/** A new database of the PostgreSQL under test. */
function postgres() {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error("there is no PostgreSQL: run scripts/soak-room");
  const name = `soak_${process.pid}_${Date.now()}`;
  execFileSync("psql", ["-q", url, "-c", `create database ${name}`]);
  return url.replace(/[^/]+$/, name);
}

run("PostgreSQL restarts while somebody types", async (server, context) => {
  const { log, room } = await scene(server, context);
  let text = "";
  for (let round = 0; round < Math.min(ROUNDS, 20); round++) {
    const typing = type(room, text, `${round} ${WORDS[round % WORDS.length]}`);
    await new Promise((resolve) => setTimeout(resolve, dice(round) * 700));
    execFileSync("bash", ["-c", process.env.TEST_DATABASE_RESTART ?? "false"], { stdio: "ignore" });
    text = await typing;
    await room.saved();
  }
  await expectWhole(room, log, text);
}, postgres);
