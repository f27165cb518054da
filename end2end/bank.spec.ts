// The bank: its list, its filters, its search.
import { expect, HELD_BACK, JUNIOR, question, signIn, t, test } from "./fixtures";
import type { Locator, Page } from "@playwright/test";

const results = (page: Page) => page.getByRole("table").getByRole("rowheader").getByRole("link");
const first = (page: Page) => results(page).first();
const show = (list: Locator, titles: string[]) => expect(list).toHaveText(titles);

test("lists every question that is open to everybody", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions`);
  const open = JUNIOR.filter((id) => id !== HELD_BACK).map((id) => question(id, lang).title);
  await expect.poll(async () => (await results(page).allTextContents()).sort()).toEqual(open.sort());
});

test("a question for interviews only is shown to who signs in", async ({ page, lang }) => {
  const { title } = question(HELD_BACK, lang);
  await page.goto(`/${lang}/questions?block=debugging`);
  await show(results(page), [question("latency-analysis", lang).title]);
  await page.goto(`/${lang}/questions?q=checkout`);
  await expect(page.getByText(title)).toHaveCount(0);

  await signIn(page, lang);
  await page.goto(`/${lang}/questions?block=debugging`);
  await results(page).getByText(title).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("filters are in the address", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions`);
  await page.getByRole("checkbox", { name: t(lang, "dimension-architecture") }).check();
  await page.getByRole("checkbox", { name: t(lang, "block-foundations") }).check();
  await page.getByRole("button", { name: t(lang, "bank-apply") }).click();
  const asked = (page: Page) => [...new URL(page.url()).searchParams].filter(([, value]) => value).sort();
  await expect.poll(() => asked(page)).toEqual([["block", "foundations"], ["dimension", "architecture"]]);
  await show(results(page), [question("http-request-lifecycle", lang).title]);

  await page.reload();
  await expect(page.getByRole("checkbox", { name: t(lang, "block-foundations") })).toBeChecked();
  await page.getByRole("link", { name: t(lang, "bank-clear") }).click();
  await expect(page).toHaveURL(`/${lang}/questions`);
  await expect(results(page)).toHaveCount(JUNIOR.length - 1);
});

test("finds a word in any of the three languages, in any of its forms", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions`);
  for (const [typed, id] of [
    ["исчерпанными пулами", "connection-pooling"], // the text says "пул", "исчерпан"
    ["исчерпанию пула", "connection-pooling"],
    ["ושהמאגר", "connection-pooling"], // and-that-the-pool
    ["TIME_WAIT", "connection-pooling"],
    ["happy eyeballs", "latency-analysis"],
  ]) {
    await page.getByRole("searchbox").fill(typed);
    await page.getByRole("button", { name: t(lang, "bank-go"), exact: true }).click();
    await expect(page).toHaveURL((url) => url.searchParams.get("q") === typed);
    await expect(page.getByRole("searchbox")).toHaveValue(typed);
    await expect(first(page), typed).toHaveAttribute("href", `/${lang}/questions/${id}`);
    await expect(page.getByRole("table").locator("mark").first(), typed).toBeVisible();
  }
});

test("Enter in the search field searches", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions?level=junior`);
  await page.getByRole("searchbox").fill("TIME_WAIT");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=TIME_WAIT/);
  await expect(page).toHaveURL(/level=junior/);
  await expect(first(page)).toHaveText(question("connection-pooling", lang).title);
});

test("a search without results offers a way back", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions?q=zzyzx`);
  await expect(page.getByText(t(lang, "bank-none"))).toBeVisible();
  await page.getByRole("region", { name: t(lang, "bank-results") }).getByRole("link", { name: t(lang, "bank-clear") }).click();
  await expect(results(page)).toHaveCount(JUNIOR.length - 1);
});

test("what is typed is text, not markup", async ({ page, lang }) => {
  const typed = `"><img src=x onerror=alert(1)> TIME_WAIT`;
  await page.goto(`/${lang}/questions?q=${encodeURIComponent(typed)}`);
  await expect(page.getByRole("searchbox")).toHaveValue(typed);
  await expect(page.locator("img")).toHaveCount(0);
});
