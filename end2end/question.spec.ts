// One question: its parts, its direction, its paper, its narrow form.
import { expect, HELD_BACK, OPEN, question, t, test } from "./fixtures";

const ID = "connection-pooling";

/** The open questions of the block that a question is in, in the list's order. */
const block = (id: string) => {
  const of = OPEN.find((it) => it.id === id)!.block;
  return OPEN.filter((it) => it.block === of).map((it) => it.id);
};

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
  const [first, second, ...rest] = block("osi-tcpip-model");
  await page.goto(`/${lang}/questions/${first}`);
  const neighbours = page.getByRole("navigation", { name: t(lang, "question-neighbours") });
  await expect(neighbours).toContainText(t(lang, "question-position", { n: 1, of: rest.length + 2 }));
  await neighbours.getByRole("link", { name: question(second, lang).title }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(question(second, lang).title);
  await expect(neighbours.getByRole("link")).toHaveCount(2);
});

test("questions that go with it are one click away, and traps name their sources", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions/${ID}`);
  const related = page.getByRole("region", { name: t(lang, "part-related") }).getByRole("link");
  expect(await related.count()).toBeGreaterThan(2);
  const traps = page.getByRole("region", { name: t(lang, "part-traps") }).getByRole("listitem");
  for (const trap of await traps.all()) await expect(trap.locator(".src a").first()).toHaveAttribute("href", /^https:/);
  const title = await related.first().textContent();
  await related.first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title!);
});

test("paper shows the question and not the bars", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions/${ID}`);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByText(question(ID, lang).anchors[4])).toBeVisible();
  await expect(page.locator("header").filter({ has: page.locator("nav") })).toBeHidden();
  await expect(page.locator("nav").filter({ hasText: t(lang, "question-position", { n: block(ID).indexOf(ID) + 1, of: block(ID).length }) })).toBeHidden();
  const bars = page.locator("button, kbd");
  for (const bar of await bars.all()) await expect(bar).toBeHidden();
});

for (const width of [360, 320]) {
  test(`nothing sticks out of a screen of ${width} pixels`, async ({ page, lang }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const path of ["", ...OPEN.filter((_, at) => at % 6 === 0).map(({ id }) => `/${id}`)]) {
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
