// The replay: an interview of the demo, step by step, by links, by the slider, by keys; and its ledger.
import { a11y, expect, JUNIOR, openRoom, pressAt, question, signIn, t, test, type Lang } from "./fixtures";
import type { Page } from "@playwright/test";

/** Opens the replay of the demo's first candidate, by the way of the loop's page. */
async function openReplay(page: Page, lang: Lang) {
  await signIn(page, lang);
  await page.goto(`/${lang}/candidates?q=Noa%20Ben-Ami`);
  await page.getByRole("link", { name: "Noa Ben-Ami" }).click();
  await page.getByRole("main").getByRole("link", { name: t(lang, "level-junior") }).click();
  const interviews = page.getByRole("region", { name: t(lang, "home-interviews"), exact: true });
  await interviews.getByRole("link", { name: t(lang, "replay-title") }).first().click();
  const slider = page.getByRole("slider", { name: t(lang, "replay-step") });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Noa Ben-Ami");
  return { slider, said: page.locator("#said"), then: page.locator("#moment"), of: Number(await slider.getAttribute("max")) };
}

test("an interview is walked through", async ({ page, js, lang }) => {
  const { slider, said, then, of } = await openReplay(page, lang);
  const ways = page.locator("#ways");
  const start = t(lang, "replay-start");
  const first = question(JUNIOR[0], lang).title;
  await expect(said).toContainText(t(lang, "replay-submit", { overall: t(lang, "overall-yes") }));
  await expect(then).toContainText(t(lang, "replay-clock-ended"));

  await ways.getByRole("link", { name: t(lang, "replay-previous") }).click();
  await expect(page).toHaveURL(new RegExp(`\\?at=${of - 1}$`));
  await expect(then.getByText(t(lang, "overall-yes"), { exact: true })).toHaveCount(0);
  await ways.getByRole("link", { name: t(lang, "replay-next") }).click();
  await expect(page).toHaveURL(new RegExp(`\\?at=${of}$`));

  // A step of the log leads to what was known then.
  const log = page.getByRole("region", { name: t(lang, "replay-log") }).getByRole("listitem");
  await expect(log).toHaveCount(of);
  await log.filter({ hasText: t(lang, "replay-reveal", { question: first }) }).getByRole("link").click();
  await expect(then.locator(".screen")).toContainText(question(JUNIOR[0], "he").prompt); // the candidate's language
  await expect(log.locator("xpath=self::*[@aria-current='step']")).toHaveCount(1);
  await expect(then).toContainText(t(lang, "replay-own-none"));

  if (js) {
    await slider.focus();
    await page.keyboard.press("Home");
    await expect(said).toHaveText(t(lang, "replay-before", { of }));
    await expect(then).toContainText(t(lang, "replay-clock-waits"));
    await page.keyboard.press("ArrowUp");
    await expect(said).toHaveText(t(lang, "replay-after", { n: 1, of, time: "0:00", what: start }));
    await expect(slider).toBeFocused();
    await expect(slider).toHaveAttribute("aria-valuetext", new RegExp(start));
    await expect(page).toHaveURL(/\?at=1$/);
    await expect(log.first()).toHaveAttribute("aria-current", "step");
    await slider.blur();
    await pressAt(page, "KeyJ", "о");
    await expect(page).toHaveURL(/\?at=2$/);
  } else {
    await slider.fill("1");
    await page.getByRole("button", { name: t(lang, "replay-show") }).click();
    await expect(said).toHaveText(t(lang, "replay-after", { n: 1, of, time: "0:00", what: start }));
  }
});

test("the ledger says how it went against the plan", async ({ page, lang }) => {
  await openReplay(page, lang);
  const rows = page.getByRole("table", { name: t(lang, "ledger-title") }).locator("tbody").getByRole("row");
  await expect(rows.getByRole("rowheader")).toHaveText(JUNIOR.map((id) => question(id, lang).title));
  await expect(rows.first()).toContainText("4:00"); // shown after the opening
  await expect(rows.first()).toContainText(t(lang, "ledger-follow-up", { n: 1, at: "6:00" }));
  await expect(rows.first()).toContainText(t(lang, "ledger-as-planned"));
  for (const screen of [{ width: 1440, height: 900 }, { width: 360, height: 740 }]) {
    await page.setViewportSize(screen);
    await a11y(page);
    expect(await page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
  }
});

test("before anything happened there is nothing to replay", async ({ page, lang }) => {
  const room = await openRoom(page, lang);
  await page.goto(`${room.url}/scorecard`);
  await page.getByRole("link", { name: room.says("replay-title") }).click();
  await expect(page.getByText(room.says("replay-empty"))).toBeVisible();
  await expect(page.getByRole("slider")).toHaveCount(0);
});
