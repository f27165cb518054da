// Reference pages, tracks, coverage, exhibits: complete without a script, in every language.
import { dir, document, expect, items, OPEN, signIn, t, test } from "./fixtures";

test("the reference lists the pages that the bank has", async ({ page, lang }) => {
  await page.goto(`/${lang}`);
  await page.getByRole("navigation", { name: t(lang, "frame-nav") }).getByRole("link", { name: t(lang, "nav-reference") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "nav-reference"));
  await expect(page.locator("html")).toHaveAttribute("dir", dir(lang));
  for (const topic of items("reference")) {
    const { title } = document(`reference/${topic}`, lang);
    await expect(page.getByRole("main").getByRole("link", { name: title, exact: true })).toHaveAttribute("href", `/${lang}/reference/${topic}`);
  }
});

for (const topic of items("reference")) {
  test(`${topic}: each entry has its place, its parts and its sources`, async ({ page, lang }) => {
    const { title, entries } = document(`reference/${topic}`, lang);
    await page.goto(`/${lang}/reference/${topic}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
    for (const { id, heading } of entries) {
      const entry = page.locator(`#${id}`);
      await expect(entry.getByRole("heading", { level: 2 })).toHaveText(heading);
      await expect(entry.locator(".refs a").first()).toHaveAttribute("href", /^https?:/);
    }
    await page.getByRole("navigation", { name: t(lang, "reference-entries") }).getByRole("link", { name: entries[1].heading, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`#${entries[1].id}$`));
    const code = page.getByRole("main").locator("pre, code").evaluateAll((all) => all.map((it) => getComputedStyle(it).direction));
    expect(new Set(await code)).not.toContain("rtl");
  });
}

test("the levels' page has minutes and what is expected at each level", async ({ page, lang }) => {
  test.skip(items("tracks").length === 0, "the bank has no tracks");
  await page.goto(`/${lang}/tracks`);
  const minutes = page.getByRole("table", { name: t(lang, "tracks-minutes") });
  await expect(minutes.locator("tbody").getByRole("row")).toHaveCount(4);
  for (const level of ["junior", "middle", "senior", "lead"]) {
    const part = page.locator(`#${level}`);
    for (const key of ["doc-aim", "doc-expected", "doc-not-required", "doc-red-flags"]) {
      await expect(part.getByRole("heading", { name: t(lang, key), exact: true })).toBeVisible();
    }
  }
});

test("coverage is for who leads", async ({ page, lang }) => {
  await signIn(page, lang);
  await page.goto(`/${lang}/questions`);
  await page.getByRole("main").getByRole("link", { name: t(lang, "coverage-title") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "coverage-title"));
  const rows = page.getByRole("table", { name: t(lang, "coverage-title") }).locator("tbody").getByRole("row");
  await expect(rows).toHaveCount(7 * 4); // a heading and three dimensions for each block
  await expect(page.getByText(t(lang, "coverage-fresh"))).toBeVisible();
});

test.describe("coverage for a visitor", () => {
  test.use({ tolerate: /status of 401/ });

  test("is closed", async ({ page, lang }) => {
    expect((await page.goto(`/${lang}/questions/coverage`))!.status()).toBe(401);
  });
});

test("an exhibit shows the file, and its defects on demand", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions?has=exhibit`);
  const links = page.getByRole("table").getByRole("rowheader").getByRole("link");
  test.skip((await links.count()) === 0, "the bank has no exhibit that is open to everybody");
  expect(await links.count()).toBeLessThanOrEqual(OPEN.length);
  await links.first().click();
  const exhibit = page.getByRole("region", { name: t(lang, "part-exhibits") }).getByRole("article").first();
  await expect(exhibit.locator("pre").first()).toBeVisible();
  await expect(exhibit.locator("pre").first()).toHaveCSS("direction", "ltr");
  await expect(exhibit.locator("pre").last()).toBeHidden();
  await exhibit.getByText(t(lang, "exhibit-defects")).click();
  await expect(exhibit.locator("pre").last()).toBeVisible();
  await expect(exhibit.getByRole("heading", { name: t(lang, "doc-symptom") }).first()).toBeVisible();
});
