// The room without its server: work goes on, nothing is lost, nothing is doubled.
import { a11y, expect, openRoom, signIn, t, test } from "./fixtures";
import { DEMO_EMAIL, DEMO_PASSWORD } from "./fixtures/demo";
import { newest } from "./fixtures/wire";
import type { Page } from "@playwright/test";

const APPEND = "**/api/append_events";

test.use({ tolerate: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (401|403|422)/ });

/** Every event that left the page, in order, and the number that the server gave to the newest. */
async function traffic(page: Page) {
  const sent: { id: string; payload: string | object }[][] = [];
  const log = { sent, newest: 0, once: () => [...new Map(sent.flat().map((it) => [it.id, it.payload])).values()] };
  page.on("request", (request) => {
    if (request.url().endsWith("/api/append_events")) sent.push(request.postDataJSON().events);
  });
  page.on("response", async (response) => {
    if (response.ok() && response.url().endsWith("/api/append_events")) log.newest = newest(await response.body());
  });
  return log;
}

test("offline, work goes on and is delivered afterwards, once and in order", async ({ page, context, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  const log = await traffic(page);
  await room.press("1");
  await room.saved();
  await expect.poll(() => log.newest).toBeGreaterThan(0);
  const before = log.newest;

  await context.setOffline(true);
  await room.press("2");
  await room.press("5");
  await room.note.fill("Kept while offline."); // at one stroke: typed letter by letter, it may be several events
  await room.press("Escape");
  await room.press("j");
  await room.press("3");
  await expect(room.score(3)).toBeChecked();
  await expect(room.link).toHaveText(`${t(lang, "room-offline")} (5)`);

  await context.setOffline(false);
  await room.saved();
  const kinds = log.once().map((payload) => (typeof payload === "string" ? payload : Object.keys(payload)[0]));
  expect(kinds).toEqual(["score", "score", "score", "revise", "move", "score"]);
  await expect.poll(() => log.newest - before, "events that the server took").toBe(5);

  await room.reload();
  await room.at(2);
  await expect(room.score(3)).toBeChecked();
  await room.plan.first().click();
  await expect(room.score(5)).toBeChecked();
  await expect(room.note).toHaveValue("Kept while offline.");
});

test("an answer that got lost on the way back doubles nothing", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  const log = await traffic(page);
  await room.press("1");
  await room.saved();
  await expect.poll(() => log.newest).toBeGreaterThan(0);
  const before = log.newest;

  let lost = 0;
  await page.route(APPEND, async (route) => {
    if (lost++ > 0) return route.fallback();
    await route.fetch(); // the server has it
    await route.abort(); // the page does not know
  });
  await room.section("room-follow-ups").getByRole("checkbox").first().check();
  await expect.poll(() => lost).toBeGreaterThan(1);
  await room.saved();
  expect(log.sent.at(-1)!.map(({ id }) => id)).toEqual(log.sent.at(-2)!.map(({ id }) => id));
  await expect.poll(() => log.newest - before).toBe(1); // an answer is read after the page has it
});

test("what was done before a reload is sent after it", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await page.route(APPEND, (route) => route.abort());
  await room.press("4");
  await room.press("j");
  await room.press("2");
  await expect(room.link).toHaveText(`${t(lang, "room-offline")} (3)`);
  await room.reload();
  await room.at(2);
  await expect(room.score(2)).toBeChecked();

  await page.unroute(APPEND);
  await room.saved();
  await room.reload();
  await expect(room.score(2)).toBeChecked();
  await room.plan.first().click();
  await expect(room.score(4)).toBeChecked();
});

test("a note survives a reload in the middle of a word", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await page.route(APPEND, (route) => route.abort()); // not even the farewell arrives
  await room.press("n");
  await page.keyboard.type("The pool is drained, bec");
  await room.reload();
  await expect(room.note).toHaveValue("The pool is drained, bec");
  await page.unroute(APPEND);
  await room.saved();
  await page.evaluate(() => localStorage.clear());
  await room.reload();
  await expect(room.note).toHaveValue("The pool is drained, bec");
});

test("two pages of one person show each other's scores", async ({ page, another, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  const elsewhere = await another();
  await signIn(elsewhere, lang);
  const second = await room.on(elsewhere);
  await room.press("4");
  await expect(second.score(4)).toBeChecked();
  await second.press("2");
  await expect(room.score(2)).toBeChecked();
  await second.note.fill("from the other side");
  await second.press("Escape");
  await expect(room.note).toHaveValue("from the other side");
  await second.press("Space");
  await expect(room.button("room-pause")).toBeVisible();
  await room.press("r");
  await expect(second.screen).not.toHaveText(t(lang, "room-screen-empty"));
});

test("a session that ended keeps the work until somebody signs in again", async ({ page, context, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await room.press("1");
  await room.saved();
  await context.clearCookies();
  await room.press("5");
  await room.press("j");
  await expect(room.link).toHaveText(`${t(lang, "room-signed-out")} (2)`);
  await expect(room.score(5)).not.toBeChecked(); // the second question has no score yet

  const [tab] = await Promise.all([
    context.waitForEvent("page"),
    page.getByRole("link", { name: t(lang, "room-sign-in") }).click(),
  ]);
  await expect(tab).toHaveURL(`/${lang}/sign-in`);
  await signIn(tab, lang);
  await room.saved();
  await room.reload();
  await room.at(2);
  await room.plan.first().click();
  await expect(room.score(5)).toBeChecked();
});

test("whoever signs in over the page goes on where they were", async ({ page, context, another, lang }) => {
  test.setTimeout(60_000); // two rooms, and axe
  const room = await (await openRoom(page, lang)).awake();
  const again = page.getByRole("dialog", { name: t(lang, "again-title") });
  await room.press("1");
  await room.saved();
  await context.clearCookies();
  await room.press("5");
  await expect(again).toBeVisible();
  await expect(again.getByText(t(lang, "again-signed-out"))).toBeVisible();
  await room.press("j"); // it has not taken the keys
  await room.press("2");
  await room.note.fill("Said while nobody was signed in.");
  await a11y(page);
  await again.getByRole("button", { name: t(lang, "again-later") }).click();
  await expect(again).toBeHidden();
  await page.getByRole("button", { name: t(lang, "room-again"), exact: true }).click();
  await expect(again.getByLabel(t(lang, "field-email"))).toBeFocused();

  await again.getByLabel(t(lang, "field-email")).fill(DEMO_EMAIL);
  await again.getByLabel(t(lang, "field-password")).fill("not this one");
  await again.getByRole("button", { name: t(lang, "nav-sign-in") }).click();
  await expect(again.getByText(t(lang, "invalid-no-match"))).toBeVisible();
  await again.getByLabel(t(lang, "field-password")).fill(DEMO_PASSWORD);
  await room.press("Enter");
  await expect(again).toBeHidden();
  await room.saved();

  const elsewhere = await another();
  await signIn(elsewhere, lang);
  const second = await room.on(elsewhere);
  await second.at(2);
  await expect(second.score(2)).toBeChecked();
  await expect(second.note).toHaveValue("Said while nobody was signed in.");
  await second.plan.first().click();
  await expect(second.score(5)).toBeChecked();
  await room.at(1); // the stream stands, too
});

test("nobody who signs in over the page sends another's work", async ({ page, context, another, lang }) => {
  test.setTimeout(60_000); // three people in three browsers
  const room = await (await openRoom(page, lang)).awake();
  // Somebody else with an account, by an invitation.
  const email = `eve-${lang}-${Date.now()}@example.org`;
  const password = "seven otters read the manual";
  const office = await another();
  await signIn(office, lang);
  await office.goto(`/${lang}/people`);
  const invite = office.getByRole("region", { name: t(lang, "people-invite") });
  await invite.getByRole("checkbox", { name: t(lang, "role-interviewer") }).check();
  await invite.getByRole("button", { name: t(lang, "people-invite-submit") }).click();
  const link = (await office.locator("#made-link").textContent())!;
  const eve = await another();
  await eve.goto(`/${lang}/welcome/${link.split("/").at(-1)}`);
  await eve.getByLabel(t(lang, "field-name"), { exact: true }).fill("Eve");
  await eve.getByLabel(t(lang, "field-email")).fill(email);
  await eve.getByLabel(t(lang, "field-password"), { exact: true }).fill(password);
  await eve.getByRole("button", { name: t(lang, "welcome-submit") }).click();
  await expect(eve).toHaveURL(new RegExp(`/${lang}/$`));

  await context.clearCookies();
  await room.press("5");
  const again = page.getByRole("dialog", { name: t(lang, "again-title") });
  const enter = async (who: string, by: string) => {
    await again.getByLabel(t(lang, "field-email")).fill(who);
    await again.getByLabel(t(lang, "field-password")).fill(by);
    await room.press("Enter");
  };
  await enter(email, password);
  await expect(room.link).toHaveText(`${t(lang, "room-somebody-else")} (1)`);
  await expect(again.locator("[data-when=somebody-else]")).toBeVisible();
  await expect(room.score(5)).toBeChecked(); // the work is still here
  await enter(DEMO_EMAIL, DEMO_PASSWORD);
  await room.saved();
  await expect(again).toBeHidden();
  await room.reload();
  await expect(room.score(5)).toBeChecked();
});

test("a note that comes after the submission is refused once, not for ever", async ({ page, context, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await room.press("Space");
  await room.saved();
  await page.route(APPEND, (route) => route.abort());
  await room.note.fill("too late");
  await room.press("Escape");

  const other = await context.newPage();
  await other.goto(`${room.url}/scorecard`);
  await other.getByRole("radio", { name: t(lang, "overall-no"), exact: true }).check();
  await other.getByLabel(t(lang, "scorecard-summary"), { exact: true }).fill("Enough.");
  await other.getByRole("button", { name: t(lang, "scorecard-submit") }).click();
  await expect(other.getByText("Enough.")).toBeVisible();

  const log = await traffic(page);
  await page.unroute(APPEND);
  await expect(room.alert).toHaveText(t(lang, "refused-submitted"), { timeout: 15_000 });
  await expect(room.note).toHaveValue("");
  await room.saved();
  const seconds = async () => Number((await room.elapsed.textContent())!.split(":")[1]);
  const since = await seconds();
  await expect.poll(seconds).toBeGreaterThan(since + 2); // ticks, at which it would go out again
  expect(log.once()).toHaveLength(1);
});
