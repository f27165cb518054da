// Accounts: an invitation becomes an account, devices are listed, the log tells of it.
import { a11y, expect, signIn, t, test } from "./fixtures";

const PASSWORD = "seven otters read the manual";

test("an invitation becomes an account that can be switched off", async ({ page, another, lang }) => {
  const name = `Noa ${lang} ${Date.now()}`;
  const email = `noa-${lang}-${Date.now()}@example.org`;
  await signIn(page, lang);
  await page.getByRole("link", { name: t(lang, "nav-people") }).click();
  const invite = page.getByRole("region", { name: t(lang, "people-invite") });
  await invite.getByRole("checkbox", { name: t(lang, "role-observer") }).check();
  await a11y(page);
  await invite.getByRole("button", { name: t(lang, "people-invite-submit") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "people-link-title"));
  const link = (await page.locator("#made-link").textContent())!;
  expect(page.url()).not.toContain("welcome");

  const guest = await another();
  await guest.goto(link);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText(t(lang, "welcome-title"));
  await guest.getByLabel(t(lang, "field-name"), { exact: true }).fill(name);
  await guest.getByLabel(t(lang, "field-email")).fill(email);
  await guest.getByLabel(t(lang, "field-password"), { exact: true }).fill(PASSWORD);
  await a11y(guest);
  await guest.getByRole("button", { name: t(lang, "welcome-submit") }).click();
  await expect(guest).toHaveURL(new RegExp(`/${lang}/$`));
  await guest.goto(link);
  await expect(guest.getByText(t(lang, "welcome-closed"))).toBeVisible();

  await guest.getByRole("link", { name: t(lang, "nav-account") }).click();
  await expect(guest.getByText(t(lang, "account-here"))).toBeVisible();
  await a11y(guest);
  await guest.getByLabel(t(lang, "field-name"), { exact: true }).fill(`${name} ✓`);
  await guest.getByRole("button", { name: t(lang, "account-save"), exact: true }).click();
  await expect(guest.getByLabel(t(lang, "field-name"), { exact: true })).toHaveValue(`${name} ✓`);

  await page.getByRole("link", { name: t(lang, "people-link-back") }).click();
  const person = page.getByRole("listitem").filter({ hasText: email });
  await person.locator("summary").click();
  await person.getByRole("button", { name: t(lang, "people-switch-off") }).click();
  await expect(page.getByRole("listitem").filter({ hasText: email })).toContainText(t(lang, "people-off"));

  await page.getByRole("link", { name: t(lang, "people-audit") }).click();
  await page.getByLabel(t(lang, "audit-what")).selectOption("disabled");
  await page.getByRole("button", { name: t(lang, "audit-filter") }).click();
  await expect(page.getByRole("table").getByRole("row").nth(1)).toContainText(t(lang, "audit-disabled"));
  await a11y(page);
});

test.describe("without a session", () => {
  test.use({ tolerate: /status of 401/ });

  test("a stranger sees neither people nor the log", async ({ page, lang }) => {
    for (const path of ["people", "audit", "account"]) {
      await page.goto(`/${lang}/${path}`);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "problem-sign-in-title"));
    }
  });
});
