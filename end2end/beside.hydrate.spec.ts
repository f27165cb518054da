// What the interviewer shows beside the question, on the candidate's screen and in the room.
import { a11y, document, expect, openRoom, t, test } from "./fixtures";

test("an exhibit and a probe's result are shown beside the question, and go", async ({ page, another, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  const candidate = await another();
  await candidate.goto(await room.invite());
  const probe = page.getByRole("button", { name: "lab:slow-upstream" });
  await probe.click();
  await expect(room.runs).toHaveCount(1, { timeout: 15_000 });

  await room.plan.nth(1).click(); // http-status-codes, which has an exhibit
  const box = room.section("room-exhibits").getByRole("checkbox");
  await expect(box).not.toBeChecked();
  await box.check();
  const exhibit = candidate.locator("#exhibit");
  await expect(exhibit.getByRole("heading")).toHaveText(document("exhibits/node-http-client", lang).title);
  await expect(exhibit.locator("pre")).toContainText("http");
  await expect(room.screen).toContainText("node-http-client");

  await room.runs.getByRole("button", { name: t(lang, "room-show-run") }).click();
  const output = candidate.locator("#output");
  await expect(output.getByRole("table")).toBeVisible();
  await expect(output.getByRole("rowheader", { name: t(lang, "phase-processing") })).toBeVisible();
  await expect(candidate.locator("body")).not.toContainText("slow-upstream");
  await expect(room.screen).toContainText("lab:slow-upstream");
  await a11y(page);
  await a11y(candidate);

  await room.runs.getByRole("button", { name: t(lang, "room-conceal") }).click();
  await expect(output).toHaveCount(0);
  await expect(exhibit).toBeVisible();
  await room.press("r"); // the prompt of the same question leaves it there
  await expect(candidate.getByRole("main").locator(".say")).not.toBeEmpty();
  await expect(exhibit).toBeVisible();
  await room.press("r");
  await expect(candidate.getByRole("heading", { level: 1 })).toHaveText(t(lang, "join-wait-title"));
  await expect(box).not.toBeChecked();
  await room.saved();
});
