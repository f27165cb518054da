// The whole way: from a new candidate to a printed scorecard.
import { COMPANY, addCandidate, expect, JUNIOR, LANGS, manifest, overhear, question, Room, signIn, somebody, t, test, words } from "./fixtures";
import { pdf } from "./fixtures/pdf";
import { screen, wordsOf } from "./fixtures/wire";

const NOTE = "4 3 2 1 <b>retries</b> without a limit & no jitter";

test("from a candidate to a printed scorecard", async ({ page, another, lang }) => {
  test.setTimeout(90_000);
  const name = somebody(lang);
  const speaks = LANGS[(LANGS.indexOf(lang) + 1) % 3]; // the candidate speaks another language than the interviewer
  const ask = JUNIOR.map((id) => question(id, lang));
  const say = (key: string, args = {}) => t(lang, key, args);

  await test.step("a candidate, a loop, a plan", async () => {
    await signIn(page, lang);
    await addCandidate(page, lang, name, speaks);
    await expect(page.getByText(say("candidate-no-loops"))).toBeVisible();
    await page.getByRole("button", { name: say("candidate-create-loop") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`${name}, ${say("level-junior")}`);
    await expect(page.getByText(say("loop-minutes", { total: 45, opening: 4, core: 36, close: 5 }))).toBeVisible();
    const rows = page.getByRole("table", { name: say("loop-plan") }).locator("tbody").getByRole("row");
    await expect(rows.getByRole("rowheader")).toHaveText(ask.map(({ title }) => title));
    await expect(rows.locator("td:nth-of-type(2)")).toHaveText(JUNIOR.map((id) => manifest(id).minutes));
    await page.getByRole("button", { name: say("loop-create-interview") }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
  });

  const room = await new Room(page, lang, name).awake();
  const candidate = await another();
  const heard = await overhear(candidate);

  await test.step("the candidate comes in and sees nothing yet", async () => {
    await room.press("Space");
    await expect(room.button("room-pause")).toBeVisible();
    await expect(room.elapsed).not.toHaveText("0:00");
    const link = await room.invite();
    expect(new URL(link).pathname).toMatch(new RegExp(`^/${speaks}/join/[\\w-]{20,}$`));
    await candidate.goto(link);
    await expect(candidate.getByRole("heading", { level: 1 })).toHaveText(t(speaks, "join-wait-title"));
    await expect(candidate.getByRole("banner").getByRole("status")).toHaveText(t(speaks, "join-live"));
  });

  await test.step("the first question is shown, noted and scored", async () => {
    await room.press("r");
    await expect(room.screen).toContainText(question(JUNIOR[0], speaks).prompt);
    await expect(candidate.getByRole("main")).toContainText(question(JUNIOR[0], speaks).prompt);
    await room.press("4");
    await room.press("n");
    await page.keyboard.type(NOTE);
    await room.press("Escape");
    await expect(room.note).not.toBeFocused();
    await expect(room.note).toHaveValue(NOTE);
    await expect(room.score(4)).toBeChecked();
    await room.section("room-follow-ups").getByRole("checkbox").first().check();
    await room.section("room-flags").getByRole("checkbox", { name: ask[0].flags[0] }).check();
    await room.saved();
  });

  await test.step("the candidate reads the prompt and nothing else", async () => {
    const { prompt } = question(JUNIOR[0], speaks);
    const said = (await words(candidate)).filter((text) => !/^\d+:\d\d$/.test(text) && text !== COMPANY).sort();
    const pad = ["title", "help-candidate", "saved", "saving", "offline", "away", "full", "closed"].map((key) => `pad-${key}`);
    const frame = ["frame-skip", "join-live", "join-left", "join-question", ...pad].map((key) => t(speaks, key));
    expect(said).toEqual(["Hopwise", "EN", "RU", "עב", ...frame, prompt].sort());
    // Nor does anything else come over the wire: each message has these parts only, and none has the others.
    const screens = heard.filter((it) => !it.startsWith("{")); // the scratchpad speaks JSON
    for (const message of screens.map(screen)) expect([null, `<p>${prompt}</p>`]).toContain(message.prompt?.trim() ?? null);
    expect(screen(screens.at(-1)!).prompt).toContain(prompt);
    const start = await candidate.locator("#start").getAttribute("value");
    const page = (await candidate.content()) + wordsOf(start!);
    for (const lang of LANGS) {
      const { anchors, flags, followUps } = question(JUNIOR[0], lang);
      for (const secret of [...anchors, ...flags, ...followUps, NOTE, name]) {
        expect(heard.map(wordsOf).join() + page).not.toContain(secret.slice(0, 30));
      }
    }
  });

  await test.step("what is hidden goes at once", async () => {
    await room.button("room-conceal").click();
    await expect(candidate.getByRole("heading", { level: 1 })).toHaveText(t(speaks, "join-wait-title"));
    await expect(candidate.getByText(question(JUNIOR[0], speaks).prompt)).toHaveCount(0);
    await expect(room.screen).toHaveText(say("room-screen-empty"));
  });

  await test.step("a probe becomes evidence", async () => {
    await room.press("j");
    await room.at(2);
    await page.getByRole("button", { name: "lab:slow-upstream" }).click();
    await expect(room.runs).toHaveCount(1);
    const took = await room.runs.getByRole("link").textContent();
    expect(Number.parseFloat(took!)).toBeGreaterThan(250);
    await room.runs.getByRole("checkbox", { name: "lab:slow-upstream" }).check();
  });

  await test.step("the rest is scored by click and by key", async () => {
    for (const [at, points] of [[2, 3], [3, 5], [4, 4], [5, 2], [6, 3]]) {
      await room.at(at);
      if (at % 2) await room.press(String(points));
      else await room.scores.getByRole("radio", { name: ask[at - 1].anchors[points - 1] }).click();
      await expect(room.score(points)).toBeChecked();
      await room.press("j");
    }
    await room.at(6);
    await room.button("room-finish").click();
    await room.saved();
    await page.getByRole("link", { name: say("room-scorecard") }).click();
  });

  const composite = 0.3 * ((4 + 3) / 2) + 0.4 * ((5 + 4) / 2) + 0.3 * ((2 + 3) / 2);
  const shown = composite.toFixed(2).replace(".", lang === "ru" ? "," : ".");

  await test.step("the scorecard says it all", async () => {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(say("scorecard-title"));
    const dimensions = page.getByRole("table", { name: say("scorecard-dimensions") });
    await expect(dimensions.getByRole("row", { name: say("scorecard-composite") })).toContainText(shown);
    const lines = page.getByRole("table", { name: say("scorecard-items") }).locator("tbody").getByRole("row");
    await expect(lines.getByRole("rowheader")).toContainText(ask.map(({ title }) => title));
    for (const [at, points] of [4, 3, 5, 4, 2, 3].entries()) {
      await expect(lines.nth(at).getByRole("img", { name: say("scorecard-score-of", { n: points }) })).toBeVisible();
      await expect(lines.nth(at)).toContainText(ask[at].anchors[points - 1]);
    }
    await expect(lines.nth(0)).toContainText(NOTE);
    await expect(lines.nth(0)).toContainText(ask[0].flags[0]);
    await expect(lines.nth(1).getByRole("link", { name: say("scorecard-run") })).toBeVisible();
  });

  await test.step("submitted, it is frozen", async () => {
    await page.getByRole("radio", { name: say("overall-yes"), exact: true }).check();
    await page.getByLabel(say("scorecard-summary"), { exact: true }).fill("Measures first.\nExplains <i>each</i> step.");
    await page.getByRole("button", { name: say("scorecard-submit") }).click();
    await expect(page.getByText("Explains <i>each</i> step.")).toBeVisible();
    await expect(page.getByRole("button", { name: say("scorecard-submit") })).toHaveCount(0);
    await expect(page.getByText(say("scorecard-not-yet"), { exact: true })).toHaveCount(0);
  });

  await test.step("printed, it is one sheet with the candidate's name", async () => {
    await page.emulateMedia({ media: "print" });
    await expect(page.getByText(name, { exact: true })).toBeVisible();
    await expect(page.getByText(shown)).toBeVisible();
    await expect(page.getByText(NOTE)).toBeVisible();
    const { pages, title } = pdf(await page.pdf({ preferCSSPageSize: true }));
    expect(pages).toBe(1);
    expect(title).toBe(`${say("scorecard-title")}: ${name} · Hopwise`);
  });
});
