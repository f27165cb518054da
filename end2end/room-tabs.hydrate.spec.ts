// One person at two devices, or in two tabs: what one wrote is not written over by the other unseen.
import { a11y, expect, openRoom, type Room, signIn, test } from "./fixtures";

test.use({ tolerate: /ERR_INTERNET_DISCONNECTED|ERR_FAILED/ });

const HERE = "Written on the train.";
const THERE = "Written at the desk.";

/** The same note is written here without the network, and there with it. */
async function apart(here: Room, there: Room, mine: string, other: string) {
  await here.page.context().setOffline(true);
  await here.note.fill(mine);
  await there.note.fill(other);
  await there.saved();
  await here.page.context().setOffline(false);
}

test("a note that was written in two places shows both texts, and one decides", async ({ page, another, lang }) => {
  const here = await (await openRoom(page, lang)).awake();
  const desk = await another();
  await signIn(desk, lang);
  const there = await here.on(desk);

  await apart(here, there, HERE, THERE);
  const clash = here.card.getByRole("group", { name: here.says("room-clash") });
  await expect(clash).toContainText(THERE);
  await expect(here.note).toHaveValue(HERE);
  await expect(there.note).toHaveValue(THERE);
  await a11y(page);
  await here.reload();
  await expect(clash, "whoever reloads has not decided").toContainText(THERE);
  await expect(here.note).toHaveValue(HERE);

  await clash.getByRole("button", { name: here.says("room-clash-both") }).click();
  await expect(clash).toBeHidden();
  await here.saved();
  const both = `${THERE}\n\n${HERE}`;
  await expect(here.note).toHaveValue(both);
  await expect(there.note, "what was decided is seen there").toHaveValue(both);

  await apart(here, there, "mine", "theirs");
  await expect(clash).toContainText("theirs");
  await clash.getByRole("button", { name: here.says("room-clash-mine") }).click();
  await here.saved();
  await expect(there.note).toHaveValue("mine");

  await apart(here, there, "mine again", "theirs again");
  await expect(clash).toContainText("theirs again");
  await clash.getByRole("button", { name: here.says("room-clash-other") }).click();
  await expect(here.note).toHaveValue("theirs again");
  await here.reload();
  await expect(clash).toBeHidden();
  await expect(here.note).toHaveValue("theirs again");
});

test("what a tab left behind without the network is sent by the one that is still there", async ({ page, lang }) => {
  const room = await (await openRoom(page, lang)).awake();
  const second = await room.on(await page.context().newPage());
  await page.context().setOffline(true);
  await second.press("j");
  await second.press("4");
  await expect(second.score(4)).toBeChecked();
  await second.page.close();
  await page.context().setOffline(false);
  await room.at(2);
  await expect(room.score(4)).toBeChecked();
  await room.saved();
  await page.evaluate(() => localStorage.clear());
  await room.reload();
  await expect(room.score(4)).toBeChecked();
});
