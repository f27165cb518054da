// One question: its parts, its direction, its paper, its narrow form.
import { expect, HELD_BACK, question, t, test } from "./fixtures";

const ID = "connection-pooling";

test("tells the question in full", async ({ page, lang }) => {
  const { title, prompt, anchors, flags, followUps } = question(ID, lang);
  await page.goto(`/${lang}/questions/${ID}`);
  await expect(page).toHaveTitle(`${title} · Hopwise`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
  const part = (key: string) => page.getByRole("region", { name: t(lang, key), exact: true });
  await expect(part("part-prompt")).toContainText(prompt);
  const listed = (key: string) => part(key).getByRole("listitem");
  await expect(listed("part-anchors")).toHaveCount(5);
  for (const [at, anchor] of anchors.entries()) await expect(listed("part-anchors").nth(at)).toContainText(anchor);
  await expect(listed("part-red-flags")).toHaveText(flags);
  await expect(listed("part-follow-ups")).toHaveText(followUps);
});

test("code, addresses and sources run from left to right in every language", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions/${ID}`);
  const main = page.getByRole("main");
  const directions = main.locator("pre, code").evaluateAll((all) => all.map((it) => getComputedStyle(it).direction));
  expect((await directions).length).toBeGreaterThan(3);
  expect(new Set(await directions)).toEqual(new Set(["ltr"]));
  // The table of code stands at the left edge of its box even in a page from right to left.
  await expect(main.locator("pre").first()).toHaveCSS("text-align", /start|left/);
});

test("its neighbours in the block are one click away", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions/http-request-lifecycle`);
  const neighbours = page.getByRole("navigation", { name: t(lang, "question-neighbours") });
  await expect(neighbours).toContainText(t(lang, "question-position", { n: 1, of: 3 }));
  await neighbours.getByRole("link", { name: question("osi-tcpip-model", lang).title }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(question("osi-tcpip-model", lang).title);
  await expect(neighbours.getByRole("link")).toHaveCount(2);
});

test("paper shows the question and not the bars", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions/${ID}`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(question(ID, lang).anchors[4])).toBeVisible();
  await expect(page.locator("header").filter({ has: page.locator("nav") })).toBeHidden();
  await expect(page.locator("nav").filter({ hasText: t(lang, "question-position", { n: 1, of: 1 }) })).toBeHidden();
  const bars = page.locator("button, kbd");
  for (const bar of await bars.all()) await expect(bar).toBeHidden();
});

for (const width of [360, 320]) {
  test(`nothing sticks out of a screen of ${width} pixels`, async ({ page, lang }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const path of ["", `/${ID}`, "/latency-analysis", "/http-request-lifecycle"]) {
      await page.goto(`/${lang}/questions${path}`);
      const wide = page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
      expect(await wide, path).toBe(0);
    }
  });
}

test.describe("a question that is not there", () => {
  test.use({ tolerate: /status of 404/ });

  for (const id of ["no-such-question", HELD_BACK, "..%2f..%2fetc", "x".repeat(300)]) {
    test(`is not found: ${id.slice(0, 30)}`, async ({ page, lang }) => {
      const answer = await page.goto(`/${lang}/questions/${id}`);
      expect(answer!.status()).toBe(404);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "problem-not-found-title"));
      await page.getByRole("main").getByRole("link", { name: t(lang, "problem-to-bank") }).click();
      await expect(page).toHaveURL(`/${lang}/questions`);
    });
  }
});
