// The room's part of the figures: a score key until its anchor is drawn, and an event until the server has confirmed it.
import { chromium } from "@playwright/test";

const ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

const sorted = (list) => list.toSorted((a, b) => a - b);
const at = (list, share) => sorted(list)[Math.min(list.length - 1, Math.floor(list.length * share))];

/** Presses a key and resolves with the ms until the radio of that score is checked and a frame with it was drawn. */
const pressed = (page, digit) =>
  page.evaluate(
    (digit) =>
      new Promise((resolve) => {
        const began = performance.now();
        dispatchEvent(new KeyboardEvent("keydown", { code: `Digit${digit}`, bubbles: true, cancelable: true }));
        const look = () =>
          document.querySelector(`article:not([hidden]) .score input[value="${digit}"]`).checked
            ? requestAnimationFrame(() => resolve(performance.now() - began))
            : requestAnimationFrame(look);
        look();
      }),
    digit,
  );

export async function room(base, password) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || undefined, args: ARGUMENTS });
  try {
    const page = await browser.newPage();
    await page.goto(`${base}/en/sign-in`);
    await page.fill("#email", "demo@hopwise.example");
    await page.fill("#password", password);
    await page.click("main button[type=submit]");
    const link = page.locator('main a[href*="/interviews/"]:not([href$="scorecard"])').first();
    await page.goto(base + (await link.getAttribute("href")));
    await page.waitForSelector("html[data-ready]");

    const ack = [];
    for (let n = 0; n < 100; n++) {
      const answer = page.waitForResponse((it) => it.url().endsWith("/api/append_events"));
      const began = performance.now();
      await pressed(page, (n % 5) + 1);
      await (await answer).finished();
      ack.push(performance.now() - began);
    }
    await page.route("**/api/append_events", () => {}); // Frozen: it never answers.
    const key = [];
    for (let n = 0; n < 40; n++) key.push(await pressed(page, ((n + 2) % 5) + 1));
    return { key: { p50: at(key, 0.5), max: Math.max(...key) }, ack: { p50: at(ack, 0.5), p95: at(ack, 0.95) } };
  } finally {
    await browser.close();
  }
}
