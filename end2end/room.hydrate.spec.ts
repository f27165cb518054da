// The room's keys, notes and sheets; each test in a room of its own.
import { expect, JUNIOR, openRoom, overhear, pressAt, question, test } from "./fixtures";
import { wordsOf } from "./fixtures/wire";

test("digits score, also on a layout without them, and 0 takes it back to nothing assessed", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await room.press("2");
  await expect(room.score(2)).toBeChecked();
  await pressAt(page, "Digit4", "'"); // French
  await expect(room.score(4)).toBeChecked();
  await room.press("0");
  await expect(room.score(0)).toBeChecked();
  await room.saved();
  await room.reload();
  await expect(room.score(0)).toBeChecked();
});

test("the clock runs, rests and goes on by the space bar", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await expect(room.elapsed).toHaveText("0:00");
  await room.press("Space");
  await expect(room.elapsed).toHaveText(/^0:0[2-5]$/);
  await room.press("Space");
  await expect(room.button("room-resume")).toBeVisible();
  const rested = await room.elapsed.textContent();
  await room.saved();
  await room.reload();
  await expect(room.elapsed).toHaveText(rested!);
  await room.press("Space");
  await expect(room.elapsed).not.toHaveText(rested!);
});

test("while somebody writes a note, keys are letters", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await room.press("n");
  await expect(room.note).toBeFocused();
  await page.keyboard.type("15 jkr?");
  await expect(room.note).toHaveValue("15 jkr?");
  await expect(room.scores.getByRole("radio", { checked: true })).toHaveCount(0);
  await room.at(1);
  await expect(room.screen).toHaveText(room.says("room-screen-empty"));
  await room.press("Escape");
  await room.press("5");
  await expect(room.score(5)).toBeChecked();
  await expect(room.note).toHaveValue("15 jkr?");
});

test("a note stays text, whatever is in it, and each question has its own", async ({ page, lang }) => {
  const hostile = `</textarea><script>alert(1)</script><b>שלום</b> &amp; "`;
  const room = await (await openRoom(page, lang)).awake();
  await room.note.fill(hostile);
  await room.press("Escape");
  await room.press("j");
  await expect(room.note).toHaveValue("");
  await room.note.fill("the second");
  await room.saved();
  await room.reload();
  await expect(room.note).toHaveValue("the second");
  await room.plan.first().click();
  await expect(room.note).toHaveValue(hostile);
});

test("J and K walk through the plan and stop at its ends", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await room.press("k");
  await room.at(1);
  await pressAt(page, "KeyJ", "о");
  await room.at(2);
  await expect(page.getByRole("main")).toContainText(question(JUNIOR[1], lang).prompt);
  for (let step = 0; step < JUNIOR.length; step++) await room.press("j");
  await room.at(JUNIOR.length);
  await pressAt(page, "KeyK", "л");
  await room.at(JUNIOR.length - 1);
});

test("what the candidate sees is still there after a reload", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await room.press("j");
  await room.press("r");
  await room.saved();
  await room.reload();
  await expect(room.screen).toHaveText(question(JUNIOR[1], lang).prompt);
  await room.press("r");
  await expect(room.screen).toHaveText(room.says("room-screen-empty"));
});

test("what was asked is not planned again", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await room.press("3");
  for (const _ of JUNIOR.slice(1)) await room.press("j");
  await room.saved();
  await page.goto(`/${lang}/candidates`);
  await page.getByRole("link", { name: room.candidate }).click();
  await page.getByRole("main").getByRole("link", { name: room.says("level-junior") }).click();
  const planned = page.getByRole("table", { name: room.says("loop-plan") }).locator("tbody").getByRole("rowheader");
  expect(await planned.count()).toBeGreaterThan(0);
  const again = await planned.allTextContents();
  for (const id of JUNIOR) expect(again).not.toContain(question(id, lang).title);
});

test("follow-ups and red flags can be ticked and taken back", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  const followUp = room.section("room-follow-ups").getByRole("checkbox");
  const flag = room.section("room-flags").getByRole("checkbox");
  await followUp.nth(1).check();
  await room.press("f");
  await expect(flag.first()).toBeFocused();
  await room.press("Space");
  await flag.nth(1).check();
  await flag.nth(1).uncheck();
  await room.saved();
  await room.reload();
  await expect(followUp.nth(0)).not.toBeChecked();
  await expect(followUp.nth(1)).toBeChecked();
  await expect(flag.first()).toBeChecked();
  await expect(flag.nth(1)).not.toBeChecked();
  await expect(page.getByText(room.says("room-flagged"), { exact: true })).toHaveCount(1);
});

test("a probe streams phase by phase and can belong to a score", async ({ page, lang }) => {
  const room = await openRoom(page, lang);
  const heard = await overhear(page);
  await room.reload();
  await page.getByRole("button", { name: "lab:slow-upstream" }).click();
  await expect(page.getByText(room.says("room-probing"), { exact: true })).toBeVisible();
  await expect(room.runs).toHaveCount(1);
  await expect(page.getByText(room.says("room-probing"), { exact: true })).toHaveCount(0);
  // Each phase as it ended, the last of them after a quarter of a second.
  expect(new Set(heard.filter((it) => /https?:\/\//.test(wordsOf(it)))).size).toBeGreaterThan(1);
  const took = await room.runs.getByRole("link").textContent();
  expect(Number.parseFloat(took!)).toBeGreaterThan(250);

  await room.runs.getByRole("checkbox").check();
  await room.press("j");
  await expect(room.runs.getByRole("checkbox")).not.toBeChecked();
  await room.press("k");
  await expect(room.runs.getByRole("checkbox")).toBeChecked();
  await room.saved();
  await room.reload();
  await expect(room.runs.getByRole("checkbox")).toBeChecked();
});

test("the question mark opens the sheet of keys, Escape closes it", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  const sheet = page.getByRole("dialog", { name: room.says("room-keys") });
  for (const key of ["?", "/"]) {
    await room.button("room-reveal").focus();
    await room.press(key);
    await expect(sheet).toBeVisible();
    for (const cap of ["1–5", "0", "N", "F", "R", "J", "K", "Space", "?"]) {
      await expect(sheet.locator("kbd").getByText(cap, { exact: true })).toBeVisible();
    }
    await expect(sheet.getByText(room.says("room-key-reveal"))).toBeVisible();
    await room.press("5");
    await room.press("Escape");
    await expect(sheet).toBeHidden();
    await expect(room.button("room-reveal")).toBeFocused();
  }
  await expect(room.score(5)).not.toBeChecked();
  await room.press("?");
  await sheet.getByRole("button", { name: room.says("room-close") }).click();
  await expect(sheet).toBeHidden();
});

test("after the scorecard is submitted nothing of it can be changed", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await room.press("3");
  await room.note.fill("before");
  await room.saved();
  await page.goto(`${room.url}/scorecard`);
  await page.getByRole("radio", { name: room.says("overall-no"), exact: true }).check();
  await page.getByLabel(room.says("scorecard-summary"), { exact: true }).fill("Enough.");
  await room.button("scorecard-submit").click();
  await expect(page.getByText("Enough.")).toBeVisible();

  await page.goto(room.url);
  await room.awake();
  await expect(room.score(3)).toBeChecked();
  await expect(room.score(4)).toBeDisabled();
  await expect(room.note).not.toBeEditable();
  await room.press("4");
  await expect(room.alert).toHaveText(room.says("refused-submitted"));
  await expect(room.score(3)).toBeChecked();
  await room.saved();
});
