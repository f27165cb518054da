// Settings of the company: what is set shows where it counts, what cannot be is said at its field.
import { a11y, COMPANY, expect, openRoom, signIn, t, test } from "./fixtures";

test("the company's name is on the scorecard", async ({ page, lang }) => {
  const room = await openRoom(page, lang);
  await page.goto(`/${lang}/people`);
  await page.getByRole("link", { name: t(lang, "settings-title") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "settings-title"));
  await a11y(page);
  await page.getByLabel(t(lang, "settings-name"), { exact: true }).fill(COMPANY);
  await page.getByLabel(t(lang, "settings-zone"), { exact: true }).fill("Asia/Jerusalem");
  await page.getByRole("button", { name: t(lang, "settings-save") }).click();
  await expect(page.getByLabel(t(lang, "settings-name"), { exact: true })).toHaveValue(COMPANY);
  await page.goto(`${room.url}/scorecard`);
  await expect(page.getByRole("main")).toContainText(COMPANY);
});

test("a time zone that is none is said at its field", async ({ page, lang }) => {
  await signIn(page, lang);
  await page.goto(`/${lang}/settings`);
  await page.getByLabel(t(lang, "settings-zone"), { exact: true }).fill("Asia/Atlantis");
  await page.getByRole("button", { name: t(lang, "settings-save") }).click();
  await expect(page.getByLabel(t(lang, "settings-zone"), { exact: true })).toHaveAccessibleDescription(t(lang, "invalid-zone"));
});

test("weights change with a reason, and their sum is checked", async ({ page, lang }) => {
  const reason = `They lead people, ${lang} ${Date.now()}.`;
  await signIn(page, lang);
  await page.goto(`/${lang}/settings`);
  const set = async (theory: string) => {
    await page.getByLabel(t(lang, "col-level"), { exact: true }).selectOption("lead");
    await page.getByLabel(t(lang, "settings-theory")).fill(theory);
    await page.getByLabel(t(lang, "settings-practice")).fill("35");
    await page.getByLabel(t(lang, "settings-architecture")).fill("40");
    await page.getByLabel(t(lang, "settings-reason"), { exact: true }).fill(reason);
    await page.getByRole("button", { name: t(lang, "settings-weights-save") }).click();
  };
  await set("26");
  await expect(page.getByLabel(t(lang, "settings-theory"))).toHaveAccessibleDescription(t(lang, "invalid-weights"));
  await set("25");
  await expect(page.getByLabel(t(lang, "settings-theory"))).toHaveValue("");
  await page.getByText(t(lang, "settings-changes")).click();
  await expect(page.getByText(reason)).toBeVisible();
  await a11y(page);
});
