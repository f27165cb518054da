// The candidate's page without an invitation, and drawn without a script.
import { expect, JUNIOR, openRoom, question, Room, t, test, words } from "./fixtures";

test.describe("without an invitation", () => {
  test.use({ tolerate: /status of 404/ });

  test("nobody comes in", async ({ page, lang }) => {
    for (const token of ["x", "A".repeat(43), "%3Cscript%3E", "..%2f"]) {
      const answer = await page.goto(`/${lang}/join/${token}`);
      expect(answer!.status(), token).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "problem-not-found-title"));
      expect((await page.request.get(`/live/join/${token}?lang=${lang}`)).status()).toBe(404);
    }
    await expect(page.getByRole("main").getByRole("link", { name: t(lang, "problem-to-home") })).toBeVisible();
  });
});

test("the prompt is in the page as it comes", async ({ page, another, browser, baseURL, lang, js }) => {
  // Only the interviewer needs a script.
  const context = await browser.newContext({ javaScriptEnabled: true, baseURL });
  const room = await (await openRoom(await context.newPage(), lang)).awake();
  const link = await room.invite();
  const candidate = await another();
  await candidate.goto(link);
  await expect(candidate.getByRole("heading", { level: 1 })).toHaveText(t(lang, "join-wait-title"));
  await room.press("r");
  await room.saved();
  await candidate.reload();
  await expect(candidate.getByRole("main")).toContainText(question(JUNIOR[0], lang).prompt);
  expect(await words(candidate)).not.toContain(t(lang, "join-wait-title"));
  // The scratchpad says what it needs, where that is not there.
  if (!js) await expect(candidate.locator("#pad noscript p")).toContainText(t(lang, "pad-no-script"));
  await expect(candidate.locator("meta[name=robots]")).toHaveAttribute("content", "noindex");

  // The candidate may read it in another language, at the same address but for that.
  await candidate.getByRole("link", { name: lang === "en" ? "RU" : "EN" }).click();
  await expect(candidate.getByRole("main")).toContainText(question(JUNIOR[0], lang === "en" ? "ru" : "en").prompt);
  await context.close();
});
