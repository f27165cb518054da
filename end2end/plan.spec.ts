// The plan of an interview while it is a draft: changed by buttons that need no script, kept as a template, made an interview.
import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { a11y, addCandidate, expect, JUNIOR, question, signIn, somebody, t, test, type Lang } from "./fixtures";

/** Opens the draft of a new candidate's junior loop. */
async function openDraft(page: Page, lang: Lang) {
  const name = somebody(lang);
  await addCandidate(page, lang, name, lang);
  await page.getByRole("button", { name: t(lang, "candidate-create-loop") }).click();
  await page.getByRole("link", { name: t(lang, "loop-edit-plan") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "plan-title"));
  return name;
}

/** The questions of the draft in their order. */
const planned = (page: Page) =>
  page.locator("[data-item]").evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.item));

/** A button of the draft by its message, for the question with this id. */
const press = (page: Page, lang: Lang, key: string, id: string) =>
  page.getByRole("button", { name: t(lang, key, { title: question(id, lang).title }), exact: true });

test("a draft is moved, pinned, swapped and filled up by buttons, and back is undo", async ({ page, lang }) => {
  await signIn(page, lang);
  await openDraft(page, lang);
  await a11y(page);
  const [first, second, ...rest] = JUNIOR;
  expect(await planned(page)).toEqual(JUNIOR);

  await press(page, lang, "plan-up", second).click();
  expect(await planned(page)).toEqual([second, first, ...rest]);
  await expect(press(page, lang, "plan-up", second)).toBeDisabled();
  await expect(press(page, lang, "plan-down", second)).toBeFocused(); // the keyboard stays with the question
  await page.goBack();
  expect(await planned(page)).toEqual(JUNIOR);
  await page.goForward();

  await press(page, lang, "plan-pin", second).click();
  await expect(press(page, lang, "plan-pin", second)).toHaveAttribute("aria-pressed", "true");
  const item = page.locator(`[data-item="${first}"]`);
  await item.locator("summary").click();
  const other = item.locator("details button").first();
  const instead = (await other.getAttribute("value"))!.split(":")[2];
  await other.click();
  expect(await planned(page)).toEqual([second, instead, ...rest]);

  await press(page, lang, "plan-remove", rest[3]).click();
  await press(page, lang, "plan-remove", rest[2]).click();
  expect(await planned(page)).toEqual([second, instead, rest[0], rest[1]]);
  await expect(page.getByRole("region", { name: t(lang, "dimension-architecture") }).locator(".state.warn").first()).toBeVisible();
  await page.getByRole("combobox", { name: t(lang, "plan-add") }).selectOption(rest[3]);
  await page.getByRole("button", { name: t(lang, "plan-add-do"), exact: true }).click();
  expect(await planned(page)).toEqual([second, instead, rest[0], rest[1], rest[3]]);
  await a11y(page);

  await page.getByRole("button", { name: t(lang, "plan-rebuild") }).click();
  expect(await planned(page)).toEqual(expect.arrayContaining([second]));
  await expect(page.locator(".state.warn")).toHaveCount(0);
  const order = await planned(page);

  await page.getByRole("combobox", { name: t(lang, "extra-label") }).selectOption("quarter");
  await page.getByRole("combobox", { name: t(lang, "loop-language") }).selectOption("he");
  await page.getByRole("button", { name: t(lang, "plan-recount") }).click();
  await expect(page).toHaveURL(/extra=quarter/);
  const terms = page.getByRole("region", { name: t(lang, "plan-terms") });
  await expect(terms.locator("b")).toContainText("56"); // 45 minutes and a quarter
  await page.getByRole("button", { name: t(lang, "loop-create-interview") }).click();
  await expect(page).toHaveURL(/\/interviews\/[0-9a-f-]{36}$/);
  await page.goto(`${page.url()}/scorecard`);
  await expect(page.getByText(t(lang, "extra-quarter"))).toBeVisible();
  const lines = page.getByRole("table", { name: t(lang, "scorecard-items") }).locator("tbody").getByRole("rowheader");
  await expect(lines).toContainText(order.map((id) => question(id!, lang).title));
});

test("candidates of one template get the same questions", async ({ page, lang }) => {
  const name = `${t(lang, "plan-templates")} ${randomUUID().slice(0, 8)}`;
  await signIn(page, lang);
  await openDraft(page, lang);
  await press(page, lang, "plan-remove", JUNIOR[0]).click();
  const core = JUNIOR.slice(1);
  const field = page.getByLabel(t(lang, "plan-template-name"));
  await field.fill(name);
  await page.getByRole("button", { name: t(lang, "plan-template-save") }).click();
  await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText(t(lang, "plan-template-now"));
  await field.fill(name.toUpperCase()); // the same to everybody who reads
  await page.getByRole("button", { name: t(lang, "plan-template-save") }).click();
  await expect(field).toHaveAccessibleDescription(t(lang, "invalid-taken"));
  await a11y(page);
  await page.getByRole("button", { name: t(lang, "loop-create-interview") }).click();
  await expect(page).toHaveURL(/\/interviews\//);

  await openDraft(page, lang);
  await page.getByRole("link", { name }).click();
  expect(await planned(page)).toEqual(core);
  await expect(page.locator("[data-item].pinned")).toHaveCount(core.length);
  await expect(page.getByRole("region", { name: t(lang, "plan-core"), exact: true })).toContainText(name);
  await page.getByRole("listitem").filter({ hasText: name }).getByRole("button", { name: t(lang, "plan-template-delete") }).click();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});
