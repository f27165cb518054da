// The soak of the room: one language, one worker, servers that the tests start and kill themselves.
import { defineConfig } from "@playwright/test";
import everyday from "../playwright.config";
import type { Options } from "../fixtures";

const long = process.env.HOPWISE_SOAK === "long";

export default defineConfig<Options>({
  ...everyday,
  testDir: ".",
  testMatch: /\.soak\.ts$/,
  outputDir: "../test-results/soak",
  retries: 0, // what is lost once is lost
  workers: 1,
  timeout: long ? 20 * 60_000 : 90_000,
  reporter: [["list"]],
  projects: [{ name: "soak", use: { lang: "en", locale: "en" } }],
  webServer: undefined,
});
