// The scratchpad: what either side writes is with both, and nothing of it is lost when the line is.
import { a11y, expect, openRoom, Room, t, test, type Lang } from "./fixtures";
import type { Page } from "@playwright/test";
import cases from "./fixtures/pad.json" with { type: "json" };

const WRITE = /\/api\/write_(join_)?pad$/;

test.use({ tolerate: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (404|409)/ });

/** The pad of a page. */
class Side {
  constructor(readonly page: Page, readonly lang: Lang) {}
  get pad() { return this.page.locator("#pad"); }
  get field() { return this.pad.getByRole("textbox"); }
  get word() { return this.pad.locator("[data-when]").filter({ visible: true }); }

  async says(word: string) {
    await expect(this.word).toHaveText(t(this.lang, `pad-${word}`), { timeout: 15_000 });
  }

  /** What the browser keeps of it, whichever page wrote it. */
  kept() {
    return this.page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("hopwise.pad.")).map((key) => localStorage.getItem(key)!).join());
  }
}

/** A room with its pad open, and the candidate. */
async function both(page: Page, another: () => Promise<Page>, lang: Lang) {
  const room = await (await openRoom(page, lang)).awake();
  const link = await room.invite();
  await page.locator("#pad summary").click();
  const other = await another();
  await other.goto(link);
  const sides = { room: new Side(page, lang), candidate: new Side(other, lang), link, at: room as Room };
  for (const side of [sides.room, sides.candidate]) {
    await side.says("saved");
    await expect(side.field).toBeEditable();
  }
  return sides;
}

test("the script moves changes as the server does", async ({ page, lang }) => {
  await page.goto(`/${lang}/tracks`);
  const wrong = await page.evaluate(async (cases) => {
    const { apply, past, diff, join } = await import("/pad.js" as string);
    const plain = ({ at, remove, insert }: { at: number; remove: number; insert: string }) => JSON.stringify([at, remove, insert]);
    return cases.filter(([text, theirs, mine, minePast, theirsPast, after]) => {
      const [a, b] = [past(mine, theirs, false), past(theirs, mine, true)];
      const change = diff(text, after);
      const second = diff(apply(text, theirs), after);
      const joined = second && join(theirs, second);
      return plain(a) !== plain(minePast) || plain(b) !== plain(theirsPast)
        || apply(apply(text, theirs), a) !== after || apply(apply(text, mine), b) !== after
        || (change ? apply(text, change) : text) !== after || (joined && apply(text, joined) !== after);
    });
  }, cases as any[]);
  expect(wrong).toEqual([]);
  expect(cases.length).toBeGreaterThan(100);
});

test("what either side writes is with both, live", async ({ page, another, lang }) => {
  const { room, candidate, link } = await both(page, another, lang);
  await candidate.field.pressSequentially("GET / 😀\n");
  await expect(room.field).toHaveValue("GET / 😀\n");
  await room.field.focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("4. "); // a digit here is text and no score
  await expect(candidate.field).toHaveValue("4. GET / 😀\n");
  await candidate.says("saved");
  await room.says("saved");
  // Who reads along keeps their place: the candidate writes on at the end, also while the room writes before it.
  await Promise.all([candidate.field.pressSequentially("Host: שלום"), page.keyboard.type("first ")]);
  for (const side of [room, candidate]) await expect(side.field).toHaveValue("4. first GET / 😀\nHost: שלום");
  expect(await candidate.kept() + await room.kept(), "nothing that is saved stays in the browser").toBe("");
  await a11y(page);
  await a11y(candidate.page);
  // Whoever comes later has it, too.
  await candidate.page.goto(link);
  await expect(candidate.field).toHaveValue("4. first GET / 😀\nHost: שלום");
});

test("offline, both write on; then both texts are there", async ({ page, another, lang }) => {
  const { room, candidate } = await both(page, another, lang);
  await candidate.field.pressSequentially("one two three");
  await expect(room.field).toHaveValue("one two three");
  await candidate.page.context().setOffline(true);
  await candidate.field.press("End");
  await candidate.field.pressSequentially(" FOUR");
  await candidate.field.press("Home");
  await candidate.field.pressSequentially("ZERO ");
  expect(await candidate.kept()).toContain("FOUR"); // at once
  await candidate.says("offline");
  await room.field.press("End");
  await room.field.pressSequentially(" and more");
  await room.says("saved");
  await candidate.page.context().setOffline(false);
  await candidate.says("saved");
  // The room's was there first.
  for (const side of [room, candidate]) await expect(side.field).toHaveValue("ZERO one two three and more FOUR");
});

test("an answer that got lost on the way back doubles nothing", async ({ page, another, lang }) => {
  const { room, candidate } = await both(page, another, lang);
  let lost = 0;
  await candidate.page.route(WRITE, async (route) => {
    if (lost++ > 0) return route.fallback();
    await route.fetch(); // the server has it
    await route.abort(); // the page does not know
  });
  await candidate.field.pressSequentially("once");
  await expect(room.field).toHaveValue("once");
  await candidate.field.pressSequentially(" and again");
  await candidate.says("saved");
  await expect(room.field).toHaveValue("once and again");
});

test("what a closed page did not send, the next one does", async ({ page, another, lang }) => {
  const { room, candidate, link } = await both(page, another, lang);
  await candidate.field.pressSequentially("seen. ");
  await expect(room.field).toHaveValue("seen. ");
  const context = candidate.page.context();
  await candidate.page.route(WRITE, (route) => route.abort());
  await candidate.field.pressSequentially("unsent.");
  await candidate.says("offline");
  const second = await context.newPage(); // beside the first, which is still there
  await second.goto(link);
  await expect(room.field).toHaveValue("seen. unsent.");
  await expect(new Side(second, lang).field).toHaveValue("seen. unsent.");
  await candidate.says("saved"); // it was told
  await candidate.field.pressSequentially(" More.");
  await candidate.page.close();
  await second.reload();
  await expect(room.field).toHaveValue("seen. unsent. More.");
  await expect(new Side(second, lang).field).toHaveValue("seen. unsent. More.");
  await expect.poll(() => new Side(second, lang).kept()).toBe("");
});

test("a link that was taken back says so and takes nothing more", async ({ page, another, lang }) => {
  const { candidate, at } = await both(page, another, lang);
  await candidate.field.pressSequentially("in time");
  await candidate.says("saved");
  await page.goto(`/${lang}/candidates`);
  await page.getByRole("link", { name: at.candidate }).click();
  await page.getByRole("main").getByRole("link", { name: t(lang, "level-junior") }).first().click();
  await page.getByRole("button", { name: t(lang, "links-revoke") }).click();
  await candidate.says("closed"); // at once, not with the next word
  await expect(candidate.field).toHaveValue("in time"); // to copy it from
  await expect(candidate.field).not.toBeEditable();
});
