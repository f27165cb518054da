// The bank: its list, its filters, its search.
import { BANK, expect, HELD_BACK, OPEN, question, signIn, t, test } from "./fixtures";
import type { Locator, Page } from "@playwright/test";

const results = (page: Page) => page.getByRole("table").getByRole("rowheader").getByRole("link");
const first = (page: Page) => results(page).first();

const BLOCKS = ["foundations", "http", "security", "performance", "debugging", "architecture", "modern-infra"];
const byBlock = <Q extends { block: string }>(questions: Q[]) =>
  BLOCKS.flatMap((block) => questions.filter((it) => it.block === block));

const show = (list: Locator, titles: string[]) => expect(list).toHaveText(titles);

test("lists every question that is open to everybody", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions`);
  const open = OPEN.map(({ id }) => question(id, lang).title);
  await expect.poll(async () => (await results(page).allTextContents()).sort()).toEqual(open.sort());
});

test("a question for interviews only is shown to who signs in", async ({ page, lang }) => {
  const { title } = question(HELD_BACK, lang);
  const titles = (found: { id: string }[]) => found.map(({ id }) => question(id, lang).title);
  await page.goto(`/${lang}/questions?block=debugging`);
  await show(results(page), titles(OPEN.filter(({ block }) => block === "debugging")));
  await page.goto(`/${lang}/questions?q=ListenOverflows`);
  await expect(page.getByText(title)).toHaveCount(0);

  await signIn(page, lang);
  await page.goto(`/${lang}/questions?pool=interview`);
  await show(results(page), titles(byBlock(BANK.filter(({ pool }) => pool === "interview"))));
  await page.goto(`/${lang}/questions?block=debugging`);
  await results(page).getByText(title).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
});

test("filters are in the address", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions`);
  const choice = (group: string, name: string) => // a block and a dimension have the same name
    page.getByRole("group", { name: t(lang, group) }).getByRole("checkbox", { name: t(lang, name) });
  await choice("col-dimension", "dimension-architecture").check();
  await choice("bank-block", "block-foundations").check();
  await page.getByRole("button", { name: t(lang, "bank-apply") }).click();
  const asked = (page: Page) => [...new URL(page.url()).searchParams].filter(([, value]) => value).sort();
  await expect.poll(() => asked(page)).toEqual([["block", "foundations"], ["dimension", "architecture"]]);
  const fits = OPEN.filter(({ block, dimension }) => block === "foundations" && dimension === "architecture");
  await show(results(page), fits.map(({ id }) => question(id, lang).title));

  await page.reload();
  await expect(choice("bank-block", "block-foundations")).toBeChecked();
  await page.getByRole("link", { name: t(lang, "bank-clear") }).click();
  await expect(page).toHaveURL(`/${lang}/questions`);
  await expect(results(page)).toHaveCount(OPEN.length);
});

test("minutes, traps and exhibits narrow the list as well", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions?minutes=1-5&minutes=8-30`);
  const fits = OPEN.filter(({ minutes }) => Number(minutes) <= 5 || Number(minutes) >= 8);
  await expect(results(page)).toHaveCount(fits.length);
  await expect(page.getByRole("checkbox", { name: t(lang, "minutes-1-5") })).toBeChecked();
  await page.goto(`/${lang}/questions?has=trap`);
  await expect(results(page)).toHaveCount(OPEN.length);
  await page.goto(`/${lang}/questions?has=lab`);
  const withLab = OPEN.filter(({ labs }) => labs !== "[]");
  expect(withLab.length).toBeGreaterThan(0);
  await show(results(page), byBlock(withLab).map(({ id }) => question(id, lang).title));
});

test("finds a word in any of the three languages, in any of its forms", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions`);
  for (const [typed, id] of [
    ["исчерпанными пулами", "connection-pooling"], // the text says "пул", "исчерпан"
    ["исчерпанию пула", "connection-pooling"],
    ["ושהמאגר", "connection-pooling"], // and-that-the-pool
    ["TIME_WAIT", "nat-and-conntrack"],
    ["happy eyeballs", "happy-eyeballs"],
    ["happy eyebals", "happy-eyeballs"], // one slip
    ["хендшейк", "tls-handshake"], // the texts say "рукопожатие"
    ["הלחיצה", "tls-handshake"], // the texts say לחיצת יד
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
  await page.getByRole("searchbox").fill("PoolError");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=PoolError/);
  await expect(page).toHaveURL(/level=junior/);
  await expect(first(page)).toHaveText(question("connection-pooling", lang).title);
});

test("a search without results offers a way back", async ({ page, lang }) => {
  await page.goto(`/${lang}/questions?q=zzyzx`);
  await expect(page.getByText(t(lang, "bank-none"))).toBeVisible();
  await page.getByRole("region", { name: t(lang, "bank-results") }).getByRole("link", { name: t(lang, "bank-clear") }).click();
  await expect(results(page)).toHaveCount(OPEN.length);
});

test("what is typed is text, not markup", async ({ page, lang }) => {
  const typed = `"><img src=x onerror=alert(1)> TIME_WAIT`;
  await page.goto(`/${lang}/questions?q=${encodeURIComponent(typed)}`);
  await expect(page.getByRole("searchbox")).toHaveValue(typed);
  await expect(page.locator("img")).toHaveCount(0);
});
