import type { Page } from "@playwright/test";
import { Keys } from "../support/keys";
import { expect, test } from "../support/portal";
import { answerOf } from "../support/site";

const by = test.extend<{ keys: Keys }>({
  keys: async ({ page }, use) => use(new Keys(page)),
});
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" });
const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name, exact: typeof name === "string" });

by("the whole way, from the home page to the code on the clipboard, by keyboard alone @desktop", async ({ portal, page, keys, context }) => {
  test.setTimeout(180_000);
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await portal.home.open();
  await keys.press(link(page, "試験用の講習"));
  await keys.arrivesAt("試験用の講習");
  await keys.press(link(page, /^第1章/).last());
  for (const [number, next] of ["次の章へ", "次の章へ", "セルフアセスメントへ"].entries()) {
    await keys.arrivesAt(new RegExp(`^第${number + 1}章`));
    await portal.chapter.isReady();
    await page.keyboard.press("k");
    await expect(portal.chapter.watched).toBeVisible({ timeout: 30_000 });
    await keys.press(link(page, new RegExp(next)));
  }
  await keys.arrivesAt("セルフアセスメント");
  await keys.press(button(page, "セルフアセスメントをはじめる"));
  const pool = await portal.questions("fixture");
  for (let number = 1; number <= 10; number++) {
    const card = page.getByRole("group", { name: `問${number} / 10`, exact: true });
    // The question has the focus, not what led to it: Tab goes on into its answers.
    await expect(card.getByText(`問${number} / 10`, { exact: true })).toBeFocused();
    const text = await card.innerText();
    const question = pool.find(({ text: { ja } }) => text.includes(ja))!;
    const { kind, labels } = answerOf(question, true);
    for (const name of labels) await keys.choose(card.getByRole(kind, { name, exact: true }));
    await keys.press(button(page, number < 10 ? "次の問題" : "解答を確かめる"));
  }
  await expect(page.getByRole("heading", { name: "提出前の確認" })).toBeFocused();
  await keys.press(button(page, "提出して採点する"));
  await expect(portal.assessment.result).toContainText("10 / 10問 正解");
  await keys.press(link(page, "予習修了コードへ進む"));
  await keys.arrivesAt("修了コード");
  await keys.to(portal.completion.name);
  await page.keyboard.type("Mihon Taro");
  await page.keyboard.press("Enter");
  await portal.completion.code.waitFor();
  await keys.press(button(page, "文字でコピー"));
  await expect(page.getByRole("status").filter({ hasText: "コピーしました" })).toBeVisible();
  const download = page.waitForEvent("download");
  await keys.press(button(page, ".yoshu ファイルを保存"), "Space");
  expect((await download).suggestedFilename()).toMatch(/^yoshu-fixture-.*\.yoshu$/);

  await test.step("and the instructor's page", async () => {
    const code = await page.evaluate(() => navigator.clipboard.readText());
    await keys.press(link(page, "指導員の方"));
    await keys.arrivesAt("修了コードの確認");
    await keys.to(page.getByRole("tab", { name: "カメラ" }));
    await page.keyboard.press("End");
    await expect(page.getByRole("tab", { name: "貼り付け" })).toBeFocused();
    await keys.to(page.getByLabel("修了コードの文字"));
    await page.keyboard.press("Control+v");
    await expect(page.getByLabel("修了コードの文字")).toHaveValue(code);
    await keys.press(button(page, "確認する"));
    await expect(portal.verify.word("期限内")).toBeVisible();
    await expect(portal.verify.verdict).toContainText("Mihon Taro");
  });
});

by("the first stop leads past the menu to the content @desktop", async ({ portal, page, keys }) => {
  await portal.home.open();
  const skip = link(page, "本文へ移動");
  await keys.to(skip);
  await expect(skip).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("main").getByRole("link").first()).toBeFocused();
});

by("a chapter has its keys, a sheet that lists them, and Escape closes it @desktop", async ({ portal, page }) => {
  await portal.chapter.open("fixture", "02-beta");
  const help = button(page, "キー操作");
  await help.focus();
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "キー操作" });
  await expect(sheet).toBeVisible();
  // Keys belong to the sheet while it is open.
  await page.keyboard.press("k");
  expect(await portal.chapter.film.evaluate((film: HTMLVideoElement) => film.paused)).toBe(true);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();
  await expect(help).toBeFocused();
  await expect(button(page, "再生")).toBeVisible();

  await page.keyboard.press(">");
  await expect(page.getByLabel("再生速度")).toHaveValue("125");
  await page.keyboard.press("<");
  await expect(page.getByLabel("再生速度")).toHaveValue("100");
  await page.keyboard.press("c");
  await expect(button(page, "字幕")).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("l");
  expect(await portal.chapter.second()).toBeGreaterThan(7);
  await page.keyboard.press("j");
  expect(await portal.chapter.second()).toBeLessThan(1);
  await page.keyboard.press("k");
  await expect(button(page, "一時停止")).toBeVisible();
  await page.keyboard.press("k");
  await expect(button(page, "再生")).toBeVisible();
  await page.keyboard.press("n");
  await expect(page).toHaveURL(/chapters\/03-gamma$/);
});

by("a word typed into a field is not taken for keys of the player @desktop", async ({ portal, page, keys }) => {
  await portal.chapter.open("fixture", "01-alpha");
  await keys.to(page.getByRole("searchbox", { name: "字幕から探す" }));
  await page.keyboard.type("k n?");
  await expect(page.getByRole("searchbox", { name: "字幕から探す" })).toHaveValue("k n?");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page).toHaveURL(/01-alpha$/);
});

for (const path of ["", "courses/fixture", "courses/fixture/chapters/01-alpha", "settings", "verify"]) {
  by(`no control holds the focus on ${path || "the home page"} @desktop`, async ({ page, keys }) => {
    await page.goto(path || "./");
    await page.getByRole("heading", { level: 1 }).waitFor();
    expect(await keys.goThrough()).toBeGreaterThan(5);
  });
}
