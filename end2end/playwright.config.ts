// End-to-end tests: every spec in three languages, without JavaScript and with it, against `hopwise serve --demo`.
import { defineConfig } from "@playwright/test";
import { existsSync } from "node:fs";
import type { Options } from "./fixtures";
import { DEMO_PASSWORD } from "./fixtures/demo";
import { LANGS } from "./fixtures/texts";

const port = process.env.HOPWISE_E2E_PORT ?? "3999";
const profile = process.env.HOPWISE_E2E_PROFILE ?? "release"; // debug: what `cargo leptos build` leaves
const address = `127.0.0.1:${port}`;
const BROWSERS = ["/usr/bin/chromium-headless-shell", "/usr/bin/chromium"];
const needsJs = /\.hydrate\.spec\.ts$/; // such a spec is about an island; every other one must pass without JavaScript too

export default defineConfig<Options>({
  testDir: ".",
  outputDir: "test-results",
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0, // a second try on a busy machine is reported as flaky, not hidden
  workers: 2,
  timeout: 30_000,
  reporter: [["list"], ["./fixtures/closing-line.ts"]],
  use: {
    baseURL: `http://${address}`,
    timezoneId: "UTC",
    trace: process.env.CI ? "on-first-retry" : "off", // recording costs a quarter of the time; at a desk: --trace on
    contextOptions: { reducedMotion: "reduce" }, // a colour on its way between two values has any contrast
    launchOptions: {
      // As in scripts/env.sh; without any, Playwright's own Chromium.
      executablePath: process.env.CHROMIUM || BROWSERS.find((path) => existsSync(path)),
      args: [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ],
    },
  },
  projects: LANGS.flatMap((lang) => [
    { name: `${lang}-no-js`, testIgnore: needsJs, use: { lang, locale: lang, javaScriptEnabled: false } },
    { name: `${lang}-js`, use: { lang, locale: lang } },
  ]),
  webServer: {
    command: `exec target/${profile}/hopwise serve --demo --listen ${address}`,
    cwd: "..",
    url: `http://${address}/readyz`,
    env: { HOPWISE_DEMO_PASSWORD: DEMO_PASSWORD },
    timeout: 60_000,
    reuseExistingServer: !process.env.CI,
    gracefulShutdown: { signal: "SIGTERM", timeout: 6_000 }, // time to drain and to remove the demo's database
  },
});
