// What a script adds to the draft: dragging. And what the room shows of what was agreed on.
import { a11y, addCandidate, expect, JUNIOR, Room, signIn, somebody, t, test } from "./fixtures";

test("a question is dragged to another place in its dimension and nowhere else", async ({ page, lang }) => {
  const name = somebody(lang);
  await signIn(page, lang);
  await addCandidate(page, lang, name, lang);
  await page.getByRole("button", { name: t(lang, "candidate-create-loop") }).click();
  await page.getByRole("link", { name: t(lang, "loop-edit-plan") }).click();
  const item = (id: string) => page.locator(`[data-item="${id}"]`);
  const planned = () => page.locator("[data-item]").evaluateAll((items) => items.map((it) => (it as HTMLElement).dataset.item));
  const [first, second, ...rest] = JUNIOR;

  await item(first).locator("[data-grip]").dragTo(item(rest[1]));
  expect(await planned()).toEqual(JUNIOR);
  expect(new URL(page.url()).search).toBe("");

  await item(first).locator("[data-grip]").dragTo(item(second), { targetPosition: { x: 60, y: 30 } });
  await expect(page).toHaveURL(/items=/);
  expect(await planned()).toEqual([second, first, ...rest]);

  await page.getByRole("combobox", { name: t(lang, "extra-label") }).selectOption("half");
  await page.getByRole("button", { name: t(lang, "loop-create-interview") }).click();
  const room = await new Room(page, lang, name).awake();
  await expect(page.getByText(t(lang, "room-extra-half"))).toBeVisible();
  await expect(room.plan).toHaveCount(JUNIOR.length);
});

test("a draft fits into a hand", async ({ page, lang }) => {
  test.setTimeout(60_000);
  await signIn(page, lang);
  await addCandidate(page, lang, somebody(lang), lang);
  await page.getByRole("button", { name: t(lang, "candidate-create-loop") }).click();
  await page.getByRole("link", { name: t(lang, "loop-edit-plan") }).click();
  for (const [width, height] of [[1440, 900], [360, 740]]) {
    await page.setViewportSize({ width, height });
    await page.reload();
    await page.locator("details.swap > summary").first().click();
    await a11y(page);
    const wide = page.locator("html").evaluate((html) => html.scrollWidth - html.clientWidth);
    expect.soft(await wide, `pixels outside of ${width}`).toBe(0);
  }
});
