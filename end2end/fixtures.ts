// What every spec stands on: a page that is watched for faults, its language, its texts, a check of accessibility, a sign-in.
import { test as base, type Page } from "@playwright/test";
import { expectNoFaults, watch } from "./fixtures/faults";
import type { Lang } from "./fixtures/texts";

export { expect } from "@playwright/test";
export { a11y } from "./fixtures/a11y";
export { BANK, document, HELD_BACK, items, JUNIOR, manifest, OPEN, question } from "./fixtures/bank";
export { COMPANY, SECOND_EMAIL, SECOND_NAME } from "./fixtures/demo";
export { pressAt } from "./fixtures/keys";
export { addCandidate, openRoom, Room, somebody } from "./fixtures/room";
export { signIn } from "./fixtures/sign-in";
export { overhear } from "./fixtures/stream";
export { dir, LANGS, t, type Lang } from "./fixtures/texts";
export { words } from "./fixtures/words";

/** Set by the project, or by a spec with `test.use`. */
export type Options = {
  /** The language of the project. */
  lang: Lang;
  /** Faults that this spec provokes on purpose: `test.use({ tolerate: /status of 404/ })`. */
  tolerate: RegExp | undefined;
};

type Fixtures = {
  /** Whether the project runs scripts, for the few places where that changes what to expect. */
  js: boolean;
  /** A page for somebody else (candidate, second interviewer): no cookies in common, watched as well. */
  another: () => Promise<Page>;
};

export const test = base.extend<Options & Fixtures>({
  lang: ["en", { option: true }],
  tolerate: [undefined, { option: true }],

  js: async ({ javaScriptEnabled }, use) => use(javaScriptEnabled ?? true),

  context: async ({ context, tolerate, baseURL, js }, use) => {
    const faults = await watch(context, baseURL, js);
    await use(context);
    expectNoFaults(faults, tolerate);
  },

  another: async ({ browser, tolerate, baseURL, js }, use) => {
    const others: { close: () => Promise<void>; faults: string[] }[] = [];
    await use(async () => {
      const context = await browser.newContext(); // Playwright gives it the options of the project
      others.push({ close: () => context.close(), faults: await watch(context, baseURL, js) });
      return context.newPage();
    });
    for (const { close } of others) await close();
    expectNoFaults(others.flatMap(({ faults }) => faults), tolerate);
  },
});
