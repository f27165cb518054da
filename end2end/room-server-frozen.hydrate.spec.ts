// The room while the server does not answer at all: a score is on the screen within 100 ms of its key.
import { expect, openRoom, test } from "./fixtures";

const PROMISED = 100;

test("a score is visible at once although the server is frozen", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  await page.route("**/api/append_events", () => {}); // asked, and never answered
  const figures: number[] = [];
  for (const points of [4, 2, 5, 1, 3, 4, 1, 5, 2, 3]) {
    // From the press as the browser saw it to the end of the frame that has the anchor checked.
    const stopwatch = await room.score(points).evaluateHandle((anchor: HTMLInputElement) => ({
      figure: new Promise<number>((done) => {
        let pressed = Number.NaN;
        addEventListener("keydown", (event) => (pressed = event.timeStamp), { capture: true, once: true });
        const look = () => {
          if (!anchor.checked || Number.isNaN(pressed)) return requestAnimationFrame(look);
          requestAnimationFrame(() => done(performance.now() - pressed));
        };
        requestAnimationFrame(look);
      }),
    }));
    await room.press(String(points));
    figures.push(await stopwatch.evaluate(({ figure }) => figure));
  }
  figures.sort((a, b) => a - b);
  const [median, worst] = [figures[figures.length / 2], figures.at(-1)!].map((it) => it.toFixed(1));
  console.log(`score key to visible, server frozen: median ${median} ms, worst ${worst} ms of ${figures.length}`);
  test.info().annotations.push({ type: "score key to visible", description: `median ${median} ms, worst ${worst} ms` });
  // The middle one: beside another test on the same two cores, a single frame may well be late. `make bench` has the rest.
  expect(Number(median)).toBeLessThanOrEqual(PROMISED);
  await expect(room.link).not.toHaveText(room.says("room-saved"));
  await page.unrouteAll({ behavior: "ignoreErrors" });
});
