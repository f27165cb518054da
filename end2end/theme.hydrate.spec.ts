// Light and dark: the button's choice outlives the page, and the server draws it at once.
import { expect, t, test } from "./fixtures";

for (const [system, first, second] of [["light", "dark", "light"], ["dark", "light", "dark"]] as const) {
  test(`the choice against a ${system} system is remembered`, async ({ page, context, lang }) => {
    await page.emulateMedia({ colorScheme: system });
    await page.goto(`/${lang}/questions`);
    const html = page.locator("html");
    const toggle = page.getByRole("button", { name: t(lang, "frame-theme") });
    const paper = () => html.evaluate((root) => getComputedStyle(root).backgroundColor);
    const before = await paper();
    await expect(html).not.toHaveAttribute("data-theme");

    await toggle.click();
    await expect(html).toHaveAttribute("data-theme", first);
    const after = await paper();
    expect(after).not.toBe(before);
    expect(await context.cookies()).toContainEqual(expect.objectContaining({ name: "theme", value: first, path: "/" }));

    const answer = await page.reload();
    expect(await answer!.text()).toContain(`data-theme="${first}"`);
    expect(await paper()).toBe(after);

    await toggle.click();
    await page.goto(`/${lang}/sign-in`);
    await expect(html).toHaveAttribute("data-theme", second);
    expect(await paper()).toBe(before);
  });
}
