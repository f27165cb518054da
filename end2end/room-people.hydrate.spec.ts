// Several people in one interview: seats, presence, and marks that stay one's own.
import { a11y, expect, openRoom, SECOND_EMAIL, SECOND_NAME, signIn, t, test, type Lang } from "./fixtures";
import type { Page } from "@playwright/test";

/** Gives the second interviewer a seat on the loop's page of the room, and comes back. */
async function seat(page: Page, lang: Lang, as: "rater" | "observer", name: string) {
  const room = page.url();
  await page.goto(`/${lang}/candidates`);
  await page.getByRole("link", { name }).click();
  await page.getByRole("main").getByRole("link", { name: t(lang, "level-junior") }).first().click();
  await page.getByText(t(lang, "seats-give"), { exact: true }).first().click();
  await page.getByLabel(t(lang, "field-email")).fill(SECOND_EMAIL);
  await page.getByLabel(t(lang, "seats-seat")).selectOption(as);
  await page.getByRole("button", { name: t(lang, "seats-give") }).click();
  await expect(page.getByRole("region", { name: t(lang, "seats-title") })).toContainText(SECOND_NAME);
  await a11y(page);
  await page.goto(room);
}

test("two raters share the clock and not their scores", async ({ page, another, lang }) => {
  const room = await openRoom(page, lang);
  await seat(page, lang, "rater", room.candidate);
  await room.awake();
  const other = await another();
  await signIn(other, lang, SECOND_EMAIL);
  const theirs = await room.on(other);
  const here = `${t(lang, "room-rater")}, ${t(lang, "room-here")}`;
  await expect(page.locator("#people").getByRole("listitem").filter({ hasText: SECOND_NAME })).toContainText(here);
  await theirs.press("2");
  await theirs.saved();
  await room.press("4");
  await room.press("Space");
  await expect(theirs.button("room-pause")).toBeVisible();
  await expect(theirs.score(2)).toBeChecked();
  await expect(room.score(4)).toBeChecked();
  await a11y(page);
  await other.close();
  await expect(page.locator("#people").getByRole("listitem").filter({ hasText: SECOND_NAME })).not.toContainText(t(lang, "room-here"));
});

test("an observer looks on, and has no buttons for what others see", async ({ page, another, lang }) => {
  const room = await openRoom(page, lang);
  await seat(page, lang, "observer", room.candidate);
  await room.awake();
  const other = await another();
  await signIn(other, lang, SECOND_EMAIL);
  const theirs = await room.on(other);
  await expect(other.getByText(t(lang, "room-observing"))).toBeVisible();
  await expect(theirs.button("room-start")).toBeHidden();
  await expect(theirs.button("room-reveal")).toBeHidden();
  await theirs.press("Space");
  await theirs.press("r");
  await theirs.press("3");
  await expect(theirs.score(3)).toBeChecked();
  await theirs.saved();
  await expect(room.elapsed).toHaveText("0:00");
  await expect(room.screen).toHaveText(t(lang, "room-screen-empty"));
  await a11y(other);
});
