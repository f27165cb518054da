// Keys on a question's page go by their place, so they work in every layout.
import { expect, OPEN, pressAt, question, t, test } from "./fixtures";

const [FIRST, SECOND] = OPEN.filter(({ block }) => block === "foundations").map(({ id }) => id);

for (const [layout, j, k] of [["Russian", "о", "л"], ["Hebrew", "ח", "ל"], ["English", "j", "k"]] as const) {
  test(`J and K go to the neighbours on a ${layout} layout`, async ({ page, lang }) => {
    await page.goto(`/${lang}/questions/${FIRST}`);
    await pressAt(page, "KeyJ", j);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(question(SECOND, lang).title);
    await pressAt(page, "KeyK", k);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(question(FIRST, lang).title);
  });
}

test("at the ends of the block and with Ctrl the keys do nothing", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions/${FIRST}`);
  await page.keyboard.press("k");
  await page.keyboard.press("Control+j");
  await page.keyboard.press("j");
  await expect(page).toHaveURL(`/${lang}/questions/${SECOND}`);
});

test("the slash goes to the search field, where keys type", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions`);
  await pressAt(page, "Slash", ".");
  const search = page.getByRole("searchbox", { name: t(lang, "bank-search") });
  await expect(search).toBeFocused();
  await page.keyboard.type("/jk");
  await expect(search).toHaveValue("/jk");
});

test("arrows walk the hits, and leave what is typed alone", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions?q=TLS`);
  const hits = page.getByRole("table").getByRole("rowheader").getByRole("link");
  await page.keyboard.press("ArrowDown");
  await expect(hits.nth(0)).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(hits.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(hits.nth(0)).toBeFocused();
  const search = page.getByRole("searchbox", { name: t(lang, "bank-search") });
  await page.keyboard.press("/");
  await expect(search).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(search).toBeFocused();
  await hits.nth(0).focus();
  const href = await hits.nth(0).getAttribute("href");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(href!);
});

test("the button prints", async ({ page, lang }) => {
  await page.addInitScript(() => {
    window.print = () => void (document.documentElement.dataset.printed = "");
  });
  await page.goto(`/${lang}/questions/${FIRST}`);
  await page.getByRole("button", { name: t(lang, "print") }).click();
  await expect(page.locator("html")).toHaveAttribute("data-printed");
});
