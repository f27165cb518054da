// The room's own conduct: hints, what is left, the palette, keys that can be switched off, the timeline.
import { a11y, expect, JUNIOR, LANGS, openRoom, pressAt, question, t, test } from "./fixtures";

test("hints are noted with their time, taken back, and stand in the timeline", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  const given = room.card.getByRole("list", { name: room.says("room-hints") }).getByRole("listitem");
  const field = room.card.getByLabel(room.says("room-hint-words"));
  await expect(given).toHaveCount(0);
  await room.press("h");
  await expect(given).toHaveText([/0:00/]);
  await field.fill("<b>Which side</b> sees it first? שלום");
  await field.press("Enter");
  await expect(given).toHaveCount(2);
  await expect(given.nth(1)).toContainText("<b>Which side</b> sees it first? שלום");
  await expect(field).toHaveValue("");
  await room.press("4"); // the field was left
  await expect(room.score(4)).toBeChecked();
  await given.first().getByRole("button", { name: room.says("room-take-back") }).click();
  await expect(given).toHaveCount(1);
  await expect(field).toBeFocused();
  await room.press("Escape");
  await room.press("j");
  await expect(given).toHaveCount(0);
  await room.press("r");
  await room.press("Space");
  await room.press("Space");
  await room.saved();
  await room.reload();
  await room.press("k");
  await expect(given).toHaveCount(1);

  const timeline = page.locator("#timeline");
  await expect(timeline.getByRole("listitem")).toHaveCount(0); // folded
  await timeline.locator("summary").click();
  const lines = timeline.getByRole("listitem");
  await expect(lines).toHaveCount(5);
  for (const said of ["room-log-hint", "room-log-started", "room-log-paused", "room-log-shown"]) {
    await expect(lines.filter({ hasText: room.says(said) })).toHaveCount(1);
  }
  await expect(lines.filter({ hasText: `${room.says("room-log-score")} · 4 · ${question(JUNIOR[0], lang).title}` })).toHaveCount(1);
  await a11y(page);
});

test("what is left is said at five and at two minutes, once, and locks nothing", async ({ page, lang }) => {
  await page.clock.install();
  await page.route("**/live/interviews/*", () => {}); // a snapshot would set the clock right again
  const room = await (await openRoom(page, lang)).awake();
  const said = page.locator("#warned");
  const theory = room.says("dimension-theory");
  await room.press("Space");
  await room.saved();
  await expect(said).toHaveText("");
  await page.clock.fastForward("10:02"); // four minutes of opening, then theory has eleven
  await expect(said).toHaveText(`${theory}: ${room.says("room-five-left")}`);
  await expect(page.locator("#part")).toContainText(room.says("room-five-left"));
  await expect(page.locator("#part").locator("svg")).toBeVisible();
  await page.clock.fastForward("03:00");
  await expect(said).toHaveText(`${theory}: ${room.says("room-two-left")}`);
  await page.clock.fastForward("27:00");
  await expect(said).toHaveText(`${theory}: ${room.says("room-none-left")}. ${room.says("room-whole")}: ${room.says("room-five-left")}`);
  await page.clock.fastForward("10:00");
  await expect(said).toHaveText(`${room.says("room-whole")}: ${room.says("room-none-left")}`);
  await expect(page.locator("#left")).toContainText(room.says("room-none-left"));
  await expect(room.score(4)).toBeEnabled();
  await expect(room.note).toBeEditable();
  await expect(room.button("room-pause")).toBeEnabled();
  await a11y(page);
  await page.unrouteAll({ behavior: "ignoreErrors" });
});

test("every command is found by its words in any language", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  const palette = page.getByRole("dialog", { name: room.says("room-commands") });
  const field = palette.getByRole("combobox");
  const chosen = palette.getByRole("option", { selected: true });
  await room.button("room-reveal").focus();
  await pressAt(page, "KeyK", "л"); // without Ctrl it walks the plan
  await page.keyboard.press("Control+k");
  await expect(field).toBeFocused();
  const all = await palette.getByRole("option").count();
  expect(all).toBeGreaterThan(12);
  await a11y(page);
  for (const typed of LANGS) {
    await field.fill(t(typed, "room-key-note").toUpperCase());
    await expect(chosen).toContainText(room.says("room-key-note"));
  }
  await field.fill("zzyzx");
  await expect(palette.getByText(room.says("palette-nothing"))).toBeVisible();
  await field.fill("");
  await expect(palette.getByRole("option")).toHaveCount(all);
  await room.press("ArrowUp");
  await expect(chosen).toContainText(room.says("room-key-help"));
  await room.press("ArrowDown");
  await expect(chosen).toHaveText(`${room.says("room-key-score")} 11`); // the cap beside it says so, too
  for (let step = 0; step < 4; step++) {
    await room.press("Tab");
    expect(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement?.closest("#palette"))).toBe(true);
  }
  await field.focus();
  await room.press("Escape");
  await expect(palette).toBeHidden();
  await expect(room.button("room-reveal")).toBeFocused();
  await expect(room.scores.getByRole("radio", { checked: true })).toHaveCount(0);

  await page.getByRole("button", { name: room.says("room-commands") }).click();
  await field.fill(`${t("en", "room-key-score")} 4`);
  await room.press("Enter");
  await expect(room.score(4)).toBeChecked();
  await room.note.focus(); // also from there
  await page.keyboard.press("Control+k");
  await field.fill(room.says("room-key-next"));
  await palette.getByRole("option").filter({ hasText: room.says("room-key-next") }).first().click();
  await room.at(2);
});

test("keys can be switched off, and the sheet says so", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  const keys = page.getByRole("dialog", { name: room.says("room-keys") }).getByRole("checkbox");
  await room.press("?");
  await keys.uncheck();
  await room.press("Escape");
  await room.press("3");
  await room.press("j");
  await room.at(1);
  await room.reload();
  await room.press("3");
  await expect(room.scores.getByRole("radio", { checked: true })).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await page.keyboard.type(room.says("room-key-help"));
  await room.press("Enter");
  await expect(keys).not.toBeChecked();
  await keys.check();
  await room.press("Escape");
  await expect(keys).toBeHidden();
  await room.press("3");
  await expect(room.score(3)).toBeChecked();
});
