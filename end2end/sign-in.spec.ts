// Accounts: signing in and out, what is closed without, what is not there.
import { DEMO_EMAIL, DEMO_PASSWORD } from "./fixtures/demo";
import { expect, signIn, t, test } from "./fixtures";
import { randomUUID } from "node:crypto";

test("a wrong password is said at the field, and the right one still works", async ({ page, lang }) => {
  await page.goto(`/${lang}/sign-in`);
  const [email, password] = [page.getByLabel(t(lang, "field-email")), page.getByLabel(t(lang, "field-password"))];
  await email.fill(DEMO_EMAIL);
  await password.fill("incorrect-horse-battery");
  const submit = page.getByRole("main").getByRole("button", { name: t(lang, "nav-sign-in") });
  await submit.click();
  await expect(email).toHaveAccessibleDescription(t(lang, "invalid-no-match"));
  await expect(email).toHaveAttribute("aria-invalid", "true");
  await expect(page.getByText(t(lang, "invalid-no-match"))).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  expect(page.url()).not.toContain("horse");

  await email.fill(DEMO_EMAIL);
  await password.fill(DEMO_PASSWORD);
  await submit.click();
  await expect(page).toHaveURL(new RegExp(`/${lang}/?$`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "home-today"));
});

test("an address that nobody has gets the same answer", async ({ page, lang }) => {
  await page.goto(`/${lang}/sign-in`);
  await page.getByLabel(t(lang, "field-email")).fill(`${randomUUID()}@hopwise.example`);
  await page.getByLabel(t(lang, "field-password")).fill(DEMO_PASSWORD);
  await page.getByRole("main").getByRole("button", { name: t(lang, "nav-sign-in") }).click();
  await expect(page.getByLabel(t(lang, "field-email"))).toHaveAccessibleDescription(t(lang, "invalid-no-match"));
});

test("who signs out is out, also with the key of before", async ({ page, context, lang }) => {
  await signIn(page, lang);
  await page.goto(`/${lang}/candidates`);
  const key = await context.cookies();
  await page.getByRole("button", { name: t(lang, "nav-sign-out") }).click();
  await expect(page).toHaveURL(`/${lang}/sign-in`);
  await expect(page.getByRole("link", { name: t(lang, "nav-candidates") })).toHaveCount(0);

  await context.addCookies(key);
  await page.goto(`/${lang}/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "home-welcome"));
});

test("the session's cookie is out of reach of scripts and other sites", async ({ page, context, lang }) => {
  await signIn(page, lang);
  const [session] = (await context.cookies()).filter(({ name }) => name.endsWith("session"));
  expect(session).toMatchObject({ name: "__Host-session", httpOnly: true, secure: true, sameSite: "Lax", path: "/" });
});

test.describe("without a session", () => {
  test.use({ tolerate: /status of 401/ });

  test("a closed page leads to the sign-in", async ({ page, lang }) => {
    const nowhere = "00000000-0000-7000-8000-000000000000";
    const closed = [
      "candidates", `candidates/${nowhere}`, `loops/${nowhere}`, `interviews/${nowhere}`,
      `interviews/${nowhere}/scorecard`, `probes/${nowhere}`,
    ];
    for (const path of closed) {
      const answer = await page.goto(`/${lang}/${path}`);
      expect(answer!.status(), path).toBe(401);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "problem-sign-in-title"));
    }
    await page.getByRole("main").getByRole("link", { name: t(lang, "nav-sign-in") }).click();
    await expect(page).toHaveURL(`/${lang}/sign-in`);
  });
});

test("a form that outlived its session leads to the sign-in", async ({ page, context, lang }) => {
  await signIn(page, lang);
  await page.goto(`/${lang}/candidates`);
  await page.getByLabel(t(lang, "field-name")).fill("Nobody");
  await context.clearCookies();
  await page.getByRole("button", { name: t(lang, "candidates-create") }).click();
  await expect(page).toHaveURL(`/${lang}/sign-in`);
});

test.describe("what is not there", () => {
  test.use({ tolerate: /status of 404/ });

  test("says so and has links on", async ({ page, lang }) => {
    for (const path of ["nothing/here", "candidates-of-2019", "questions/x/y"]) {
      const answer = await page.goto(`/${lang}/${path}`);
      expect(answer!.status(), path).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "problem-not-found-title"));
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
    }
    await page.getByRole("link", { name: t(lang, "problem-to-home") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "home-welcome"));
  });

  test("signed in, the interview of nobody is not there either", async ({ page, lang }) => {
    await signIn(page, lang);
    for (const path of ["interviews", "loops", "candidates", "probes"]) {
      for (const id of ["00000000-0000-7000-8000-000000000000", "1"]) {
        const answer = await page.goto(`/${lang}/${path}/${id}`);
        expect(answer!.status(), `${path}/${id}`).toBe(404);
      }
    }
    await expect(page.getByRole("link", { name: t(lang, "problem-to-bank") })).toBeVisible();
  });
});

test("a set-up link that was never given is closed", async ({ page, lang }) => {
  await page.goto(`/${lang}/setup/${"x".repeat(43)}`);
  await expect(page.getByText(t(lang, "setup-closed"))).toBeVisible();
  await expect(page.getByRole("main").locator("form")).toHaveCount(0);
});
