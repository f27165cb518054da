// The room and its scorecard as the server draws them.
import { expect, JUNIOR, openRoom, question, test } from "./fixtures";

test("the room is drawn before it wakes, and says what it needs", async ({ page, js, lang }) => {
  const room = await openRoom(page, lang);
  const { title, prompt, anchors } = question(JUNIOR[0], lang);
  await expect(room.plan).toHaveText(JUNIOR.map((id) => question(id, lang).title));
  await expect(page.getByRole("main")).toContainText(prompt);
  for (const anchor of anchors) await expect(room.scores).toContainText(anchor);
  await expect(page).toHaveTitle(`${room.candidate}, ${room.says("level-junior")} · Hopwise`);
  await expect(room.plan.first()).toHaveText(title);
  if (!js) await expect(page.locator("noscript p.problem")).toContainText(room.says("room-no-script"));
});

test("an interview of which nothing was rated has no composite", async ({ page, lang }) => {
  const room = await openRoom(page, lang);
  await page.goto(`${room.url}/scorecard`);
  await expect(page.getByText(room.candidate, { exact: true })).toBeVisible();
  const dimensions = page.getByRole("table", { name: room.says("scorecard-dimensions") });
  await expect(dimensions.getByText(room.says("scorecard-insufficient"))).toHaveCount(4);
  await expect(page.getByText(room.says("scorecard-composite-none"))).toBeVisible();
  await expect(page.getByText(room.says("scorecard-no-score"), { exact: true })).toHaveCount(JUNIOR.length);
  await page.getByRole("link", { name: room.says("scorecard-to-room") }).click();
  await expect(page).toHaveURL(room.url);
});

test("a scorecard without a reason is not taken", async ({ page, lang }) => {
  const room = await openRoom(page, lang);
  await page.goto(`${room.url}/scorecard`);
  const submit = room.button("scorecard-submit");
  const why = page.getByLabel(room.says("scorecard-summary"), { exact: true });
  await page.getByRole("radio", { name: room.says("overall-strong-no") }).check();
  await submit.click(); // the browser asks for the field
  await expect(why).toBeFocused();
  await why.fill(" \n ");
  await submit.click();
  await expect(page.getByText(room.says("invalid-summary"))).toBeVisible();
  await expect(submit).toBeVisible();
});

test("the interview waits on the first page and with its loop", async ({ page, lang }) => {
  const room = await openRoom(page, lang);
  await page.goto(`/${lang}/`);
  const row = page.getByRole("row").filter({ hasText: room.candidate });
  await row.getByRole("link", { name: room.says("home-open") }).click();
  await expect(page).toHaveURL(room.url);
  await page.goto(`/${lang}/candidates`);
  await page.getByRole("link", { name: room.candidate }).click();
  await page.getByRole("main").getByRole("link", { name: room.says("level-junior") }).click();
  await expect(page.getByRole("region", { name: room.says("home-interviews"), exact: true }).getByRole("link")).toHaveCount(1);
});
