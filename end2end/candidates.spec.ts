// Candidates: found, changed, archived, imported, copied, forgotten; all by forms.
import { a11y, addCandidate, expect, openRoom, signIn, somebody, t, test } from "./fixtures";

const id = (url: string) => url.match(/candidates\/([0-9a-f-]{36})/)![1];

test("a candidate is found by a part of the name, changed and archived", async ({ page, lang }) => {
  const name = somebody(lang);
  await signIn(page, lang);
  await addCandidate(page, lang, name, lang);
  await page.getByRole("link", { name: t(lang, "candidate-edit") }).click();
  await expect(page.getByLabel(t(lang, "field-name"), { exact: true })).toHaveValue(name);
  await page.getByLabel(t(lang, "field-email")).fill("someone@example.org");
  await a11y(page);
  await page.getByRole("button", { name: t(lang, "candidate-save") }).click();
  await expect(page.getByText("someone@example.org")).toBeVisible();

  const seek = async (text: string) => {
    await page.getByRole("searchbox").fill(text);
    await page.getByRole("main").getByRole("button", { name: t(lang, "bank-go") }).click();
  };
  await page.goto(`/${lang}/candidates`);
  await seek(name.slice(2).toUpperCase());
  await expect(page.getByRole("rowheader")).toHaveText([name]);
  await expect(page.getByRole("searchbox")).toHaveValue(name.slice(2).toUpperCase());
  await a11y(page);
  await page.getByRole("link", { name }).click();

  await page.getByRole("link", { name: t(lang, "candidate-edit") }).click();
  await page.getByRole("button", { name: t(lang, "candidate-archive"), exact: true }).click();
  await expect(page.getByText(t(lang, "candidate-archived-since"))).toBeVisible();
  await page.goto(`/${lang}/candidates`);
  await seek(name);
  await expect(page.getByText(t(lang, "candidates-none"))).toBeVisible();
  await page.getByLabel(t(lang, "candidates-archived")).check();
  await page.getByRole("main").getByRole("button", { name: t(lang, "bank-go") }).click();
  await expect(page.getByRole("rowheader")).toHaveText([name]);
});

test("a name that cannot be is said at its field", async ({ page, lang }) => {
  await signIn(page, lang);
  await addCandidate(page, lang, somebody(lang), lang);
  await page.getByRole("link", { name: t(lang, "candidate-edit") }).click();
  await page.getByLabel(t(lang, "field-name"), { exact: true }).fill(" ");
  await page.getByRole("button", { name: t(lang, "candidate-save") }).click();
  await expect(page.getByLabel(t(lang, "field-name"), { exact: true })).toHaveAccessibleDescription(t(lang, "invalid-name"));
});

test.describe("a file", () => {
  test.use({ tolerate: /status of 422/ });

  test("is shown with its errors by line, and entered only when there are none", async ({ page, lang }) => {
    const names = [somebody(lang), `=${somebody(lang)}`];
    const upload = async (text: string) => {
      const buffer = Buffer.from(`\ufeff${text}`);
      await page.getByLabel(t(lang, "import-file")).setInputFiles({ name: "people.csv", mimeType: "text/csv", buffer });
      await page.getByRole("button", { name: t(lang, "import-preview") }).click();
    };
    await signIn(page, lang);
    await page.goto(`/${lang}/candidates`);
    await page.getByRole("link", { name: t(lang, "candidates-import") }).click();
    await a11y(page);
    await upload(`name;email\n${names[0]};nonsense\n${names[1]};\n`);
    await expect(page.getByText(t(lang, "import-row-email"))).toBeVisible();
    await expect(page.getByRole("button", { name: t(lang, "import-submit") })).toHaveCount(0);
    await a11y(page);

    await upload(`name;email\n${names[0]};\n${names[1]};\n`);
    await expect(page.getByRole("rowheader")).toHaveText(names);
    await page.getByRole("button", { name: t(lang, "import-submit") }).click();
    await expect(page).toHaveURL(`/${lang}/candidates`);
    for (const name of names) await expect(page.getByRole("rowheader", { name, exact: true })).toBeVisible();
  });
});

test("the copy is what the candidate would get, on paper and as a file", async ({ page, js, lang }) => {
  const room = await openRoom(page, lang);
  await page.goto(`${room.url}/scorecard`);
  await page.getByRole("radio").last().check();
  await page.getByLabel(t(lang, "scorecard-summary"), { exact: true }).fill("Measures first.");
  await page.getByRole("button", { name: t(lang, "scorecard-submit") }).click();
  await page.goto(`/${lang}/candidates`);
  await page.getByRole("link", { name: room.candidate }).click();
  await page.getByRole("link", { name: t(lang, "candidate-copy") }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "copy-title"));
  await expect(page.getByText("Measures first.")).toBeVisible();
  await a11y(page);
  const copy = await page.request.get(`${page.url()}.json`);
  expect(await copy.json()).toMatchObject({ name: room.candidate, loops: [{ judgements_withheld: false }] });
  if (js) expect((await page.pdf({ format: "A4" })).length).toBeGreaterThan(1000);
});

test.describe("who is forgotten", () => {
  test.use({ tolerate: /status of (410|404)/ });

  test("is gone once the name was typed, and a hold prevents it", async ({ page, lang }) => {
    const room = await openRoom(page, lang);
    await page.goto(`/${lang}/candidates`);
    await page.getByRole("link", { name: room.candidate }).click();
    const candidate = id(page.url());
    await page.getByRole("link", { name: t(lang, "candidate-forget") }).click();
    await a11y(page);
    await page.getByLabel(t(lang, "hold-reason")).fill("A claim is open.");
    await page.getByRole("button", { name: t(lang, "hold-submit") }).click();
    await expect(page.getByText("A claim is open.")).toBeVisible();
    await expect(page.getByRole("button", { name: t(lang, "forget-submit") })).toHaveCount(0);
    await page.getByRole("button", { name: t(lang, "hold-lift") }).click();

    const confirmation = page.getByLabel(t(lang, "forget-confirmation"));
    await confirmation.fill("Somebody else");
    await page.getByRole("button", { name: t(lang, "forget-submit") }).click();
    await expect(confirmation).toHaveAccessibleDescription(t(lang, "invalid-confirmation"));
    await confirmation.fill(room.candidate);
    await page.getByRole("button", { name: t(lang, "forget-submit") }).click();
    await expect(page).toHaveURL(`/${lang}/candidates`);
    await expect(page.getByText(room.candidate)).toHaveCount(0);
    await page.goto(`/${lang}/candidates/${candidate}`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "candidate-forgotten"));
    expect((await page.goto(room.url))!.status()).toBe(410);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(t(lang, "problem-forgotten-title"));
  });
});

test("retention is set by months, and what is no number is said at its field", async ({ page, lang }) => {
  await signIn(page, lang);
  await page.goto(`/${lang}/candidates`);
  await page.getByRole("link", { name: t(lang, "retention-title") }).click();
  await a11y(page);
  const rejected = page.getByLabel(t(lang, "outcome-rejected"), { exact: true });
  await rejected.fill("999");
  await page.getByRole("button", { name: t(lang, "retention-save") }).click();
  await expect(rejected).toHaveAccessibleDescription(t(lang, "invalid-months"));
  await rejected.fill("120");
  await page.getByRole("button", { name: t(lang, "retention-save") }).click();
  await expect(page).toHaveURL(`/${lang}/retention`);
  await expect(rejected).toHaveValue("120");
});
