// Accessibility of every page: axe in light and in dark, on a desk and in a hand; nothing sticks out of the screen.
import { a11y, expect, openRoom, signIn, t, test } from "./fixtures";
import type { Page } from "@playwright/test";

const SCREENS = [{ width: 1440, height: 900 }, { width: 360, height: 740 }];

/** Checks the page as it stands on both screens. */
async function check(page: Page) {
  for (const screen of SCREENS) {
    await page.setViewportSize(screen);
    await a11y(page);
    const wide = page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect.soft(await wide, `pixels outside of ${screen.width} on ${page.url()}`).toBe(0);
  }
}

test.beforeEach(() => test.setTimeout(120_000)); // eight to twelve runs of axe in each test

test("the first page, the bank, a question", async ({ page, lang }) => {
  for (const path of ["", "/questions", "/questions?q=TCP&level=junior", "/questions?q=zzyzx", "/questions/connection-pooling"]) {
    await page.goto(`/${lang}${path}`);
    await check(page);
  }
});

// One page of each kind, each in a test of its own: they are long, and axe looks at every element in every view.
for (const [what, path] of [
  ["the index of reference pages", "/reference"],
  ["a reference page", "/reference/metrics"],
  ["the tracks", "/tracks"],
  ["a question with an exhibit", "/questions/latency-analysis"],
]) {
  test(what, async ({ page, lang }) => {
    await page.goto(`/${lang}${path}`);
    for (const fold of await page.locator("details.fold-sec > summary").all()) await fold.click();
    await check(page);
  });
}

test("coverage, for leads", async ({ page, lang }) => {
  await signIn(page, lang);
  await page.goto(`/${lang}/questions/coverage`);
  await check(page);
});

test("what administrators look after", async ({ page, lang }) => {
  await signIn(page, lang);
  for (const path of ["/people", "/settings", "/audit", "/retention", "/account"]) {
    await page.goto(`/${lang}${path}`);
    await check(page);
  }
});

test("the sign-in and its error, a set-up link that is closed", async ({ page, lang }) => {
  await page.goto(`/${lang}/sign-in`);
  await check(page);
  await page.getByLabel(t(lang, "field-email")).fill("nobody@hopwise.example");
  await page.getByLabel(t(lang, "field-password")).fill("wrong");
  await page.getByRole("main").getByRole("button", { name: t(lang, "nav-sign-in") }).click();
  await expect(page.getByText(t(lang, "invalid-no-match"))).toBeVisible();
  await check(page);
  await page.goto(`/${lang}/setup/x`);
  await check(page);
});

test.describe("problems", () => {
  test.use({ tolerate: /status of 40[14]/ });

  test("what is closed, what is not there", async ({ page, lang }) => {
    for (const path of ["candidates", "nothing/here"]) {
      await page.goto(`/${lang}/${path}`);
      await check(page);
    }
  });
});

test("today, candidates, a candidate, a loop", async ({ page, lang }) => {
  await openRoom(page, lang);
  for (const path of ["", "/candidates", "/questions"]) {
    await page.goto(`/${lang}${path}`);
    await check(page);
  }
  await page.goto(`/${lang}/candidates`);
  await page.getByRole("table").getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: t(lang, "candidate-loops") })).toBeVisible();
  await check(page);
  await page.getByRole("main").getByRole("link", { name: t(lang, "level-junior") }).first().click();
  await expect(page.getByRole("heading", { name: t(lang, "loop-new-interview") })).toBeVisible();
  await check(page);
});

test("the room, its sheet of keys, the candidate's page", async ({ page, another, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await room.press("4");
  await room.section("room-flags").getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "lab:slow-upstream" }).click();
  await expect(room.runs).toHaveCount(1);
  const candidate = await another();
  await candidate.goto(await room.invite());
  await check(candidate);
  await room.press("r");
  await check(page);
  await expect(candidate.getByRole("main")).toContainText("OSI");
  await check(candidate);
  await room.press("?");
  await check(page);
});

test("a probe's page, the scorecard before and after it is submitted", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await room.press("4");
  await room.note.fill("Names the layer from the error.");
  await room.press("j");
  await room.press("3");
  await page.getByRole("button", { name: "lab:healthy" }).click();
  await room.runs.getByRole("checkbox").check();
  await room.saved();
  const run = await room.runs.getByRole("link").getAttribute("href");

  await page.goto(run!);
  await page.getByText(t(lang, "run-json")).click();
  await check(page);
  await page.goto(`${room.url}/scorecard`);
  await check(page);
  await page.getByRole("radio", { name: t(lang, "overall-yes"), exact: true }).check();
  await page.getByLabel(t(lang, "scorecard-summary"), { exact: true }).fill("Measures first.");
  await room.button("scorecard-submit").click();
  await expect(page.getByText("Measures first.")).toBeVisible();
  await check(page);
});

