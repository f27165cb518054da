// The frame around every page: skip link, languages, focus, icon.
import { dir, expect, LANGS, t, test } from "./fixtures";

const SHORT = { en: "EN", ru: "RU", he: "עב" };

test("the document says its language and its direction", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions`);
  await expect(page.locator("html")).toHaveAttribute("lang", lang);
  await expect(page.locator("html")).toHaveAttribute("dir", dir(lang));
  await expect(page).toHaveTitle(`${t(lang, "bank-title")} · Hopwise`);
});

test("the first page is in the language of the browser", async ({ page, lang }) => {
  await page.goto("/");
  await expect(page).toHaveURL(`/${lang}/`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "home-welcome"));
});

test("the first stop of the keyboard skips to the content", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions`);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: t(lang, "frame-skip") });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#main$/);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").locator(":focus")).toHaveCount(1);
});

test("another language keeps the page and the query", async ({ page, lang }) => {
  const rest = "/questions?block=foundations&q=TCP%2FIP&level=junior";
  for (const other of LANGS.filter((it) => it !== lang)) {
    await page.goto(`/${lang}${rest}`);
    const languages = page.getByRole("navigation", { name: t(lang, "frame-languages") });
    await languages.getByRole("link", { name: SHORT[other], exact: true }).click();
    await expect(page).toHaveURL(`/${other}${rest}`);
    await expect(page.locator("html")).toHaveAttribute("lang", other);
    await expect(page.getByRole("searchbox")).toHaveValue("TCP/IP");
  }
});

test("whatever has the focus shows it, and nothing covers it", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions`);
  for (let stop = 1; stop <= 25; stop++) {
    await page.keyboard.press("Tab");
    const seen = await page.locator(":focus").evaluate((element) => {
      const box = element.getBoundingClientRect();
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      // Of a field or a checkbox, what is around it may draw the outline.
      const drawn = [element, element.parentElement!].map((it) => getComputedStyle(it));
      return {
        what: element.outerHTML.slice(0, 80),
        outlined: drawn.some((it) => it.outlineStyle !== "none" && Number.parseFloat(it.outlineWidth) >= 2),
        uncovered: Boolean(top && (element.contains(top) || top.contains(element))),
      };
    });
    expect(seen, `stop ${stop}`).toEqual({ what: seen.what, outlined: true, uncovered: true });
  }
});

test("the icon is there", async ({ page, lang }) => {
  await page.goto(`/${lang}/`);
  const icon = await page.locator("link[rel=icon]").getAttribute("href");
  const answer = await page.request.get(icon!);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toContain("image/svg+xml");
});

test("on a narrow screen everything in the bar can be reached", async ({ page, lang }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto(`/${lang}/`);
  await expect(page.getByRole("link", { name: t(lang, "nav-questions"), exact: true })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole("banner").getByRole("link", { name: t(lang, "nav-sign-in") })).toBeInViewport({ ratio: 1 });
});
