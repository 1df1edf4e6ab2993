import { sites } from "../server/where.mjs";
import { expect, test } from "../support/portal";

test.describe("notes", () => {
  test.beforeEach(async ({ portal, page }) => {
    await portal.chapter.open("fixture", "03-gamma");
    await page.getByRole("tab", { name: "メモ" }).click();
  });

  test("two at the same moment are two, also after a reload", async ({ portal, page }) => {
    await portal.chapter.bar.press("ArrowRight");
    for (const note of ["電極の位置", "もう一度見る"]) await portal.chapter.write(note);
    await expect(portal.chapter.notes).toHaveCount(2);
    await page.reload();
    await page.getByRole("tab", { name: "メモ" }).click();
    await expect(portal.chapter.notes).toContainText(["電極の位置", "もう一度見る"]);
  });

  test("one that was deleted comes back by one press, at its moment", async ({ portal, page }) => {
    await portal.chapter.write("電極の位置");
    await page.getByRole("button", { name: "削除 0:00" }).click();
    await expect(portal.chapter.notes).toHaveCount(0);
    const undo = page.getByRole("button", { name: "元に戻す" });
    await expect(page.getByRole("status").filter({ hasText: "メモを消しました" })).toBeVisible();
    await expect(undo).toBeFocused();
    await undo.press("Enter");
    await expect(portal.chapter.notes).toContainText(["電極の位置"]);
    await expect(undo).toBeHidden();
    await page.reload();
    await page.getByRole("tab", { name: "メモ" }).click();
    await expect(portal.chapter.notes).toContainText(["電極の位置"]);
  });
});

test("a passage that the browser does not play by itself says what to press, and then plays just that", async ({ portal, page }) => {
  await page.addInitScript(() => {
    const play = HTMLMediaElement.prototype.play;
    let asked = 0;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      return asked++ === 0 ? Promise.reject(new DOMException("touch the page first", "NotAllowedError")) : play.call(this);
    };
  });
  await page.goto("courses/fixture/chapters/03-gamma?t=2&until=4");
  await expect(page.getByText("「再生」を押すと、設問に関係する場面だけを再生します")).toBeVisible();
  await expect(page.getByText("設問に関係する場面を再生しています")).toBeHidden();
  await portal.chapter.play();
  await expect(page.getByText("設問に関係する場面を再生しています")).toBeVisible();
  await expect(page.getByRole("button", { name: "再生", exact: true })).toBeVisible();
  const stopped = await portal.chapter.second();
  expect(stopped).toBeGreaterThanOrEqual(3.95);
  expect(stopped).toBeLessThan(5);
});

test("the button of the small window is there only where the browser has one", async ({ portal, page }) => {
  const button = page.getByRole("button", { name: "小窓で再生" });
  for (const has of [true, false]) {
    await page.addInitScript((has) => Object.defineProperty(Document.prototype, "pictureInPictureEnabled", { get: () => has, configurable: true }), has);
    await portal.chapter.open("fixture", "01-alpha");
    await expect(page.getByRole("button", { name: "全画面" })).toBeVisible();
    await expect(button).toHaveCount(has ? 1 : 0);
  }
});

test("going back finds the page where it was left, with the focus on its heading", async ({ portal, page }) => {
  await portal.course.open("fixture");
  const link = page.getByRole("link", { name: /第3章/ }).last();
  await link.scrollIntoViewIfNeeded();
  const scrolled = () => page.evaluate(() => window.scrollY);
  const left = await scrolled();
  expect(left).toBeGreaterThan(200);
  await link.click();
  await portal.chapter.isReady();
  expect(await scrolled()).toBe(0);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "試験用の講習" })).toBeFocused();
  await expect.poll(scrolled).toBe(left);
  await page.waitForTimeout(500);
  expect(await scrolled()).toBe(left);
});

test("who reads English is told that the course is in Japanese, and nobody else", async ({ portal, page }) => {
  const told = page.getByText("Video, captions and text are in Japanese.");
  await portal.course.open("fixture");
  await expect(told).toHaveCount(0);
  await expect(page.getByRole("definition").filter({ hasText: "座学" })).toHaveText("座学 1分相当（動画 約1分） ＋ 対面の実技 2分");
  await portal.speak("English", "en");
  await expect(told).toBeVisible();
  await page.getByRole("link", { name: "1. Alpha" }).last().click();
  await expect(page.getByRole("heading", { level: 1, name: "1. Alpha" })).toBeVisible();
  await expect(told).toBeVisible();
  await portal.speak("日本語", "ja");
  await expect(told).toHaveCount(0);
});

test("letters work as keys until they are switched off, on every page; named keys always do @desktop", async ({ portal, page }) => {
  const sheet = page.getByRole("dialog", { name: /^キー(ボード)?操作$/ });
  const press = async (key: string) => {
    await page.locator("h1").focus();
    await page.keyboard.press(key);
  };
  const switched = page.getByRole("checkbox", { name: "文字のキー" });
  for (const on of [true, false]) {
    await portal.settings.open();
    await switched.setChecked(on);
    await page.reload();
    await expect(switched).toBeChecked({ checked: on });
    for (const address of ["courses/fixture/chapters/03-gamma", "verify"]) {
      await page.goto(address);
      await page.getByRole("button", { name: /^キー(ボード)?操作$/ }).waitFor();
      await press("?");
      await expect(sheet).toBeVisible({ visible: on });
      if (on) await page.keyboard.press("Escape");
    }
    await portal.chapter.open("fixture", "03-gamma");
    const captions = page.getByRole("button", { name: "字幕", exact: true });
    // The first round hides them, which is remembered; in the second the letter does nothing.
    await expect(captions).toHaveAttribute("aria-pressed", String(on));
    await press("c");
    await expect(captions).toHaveAttribute("aria-pressed", "false");
    await press("ArrowRight");
    await expect.poll(() => portal.chapter.second()).toBeGreaterThan(8);
  }
});

test("the next chapter shows its own film and no other", async ({ portal, page }) => {
  await portal.chapter.open("fixture", "01-alpha");
  for (const next of ["02-beta", "03-gamma"]) {
    await page.getByRole("link", { name: "次の章へ" }).click();
    await expect(page).toHaveURL(new RegExp(`${next}$`));
    await portal.chapter.isReady();
    await expect(page.locator("video")).toHaveCount(1);
  }
});

test("going ahead over what was not played is told, and at the end the one button is for what is missing", async ({ portal, page }) => {
  await portal.chapter.open("fixture", "03-gamma");
  const gaps = page.getByRole("button", { name: "未視聴だけ再生" });
  await expect(gaps).not.toHaveClass(/button--primary/);
  await portal.chapter.goToTheEnd();
  await expect(portal.chapter.uncounted).toHaveText("とばした所は視聴に数えません");
  await page.waitForTimeout(3000);
  await expect(portal.chapter.uncounted).toBeVisible();
  await expect(portal.chapter.uncounted).toBeHidden();
  await expect(gaps).toHaveClass(/button--primary/);
  // Back skips nothing.
  await portal.chapter.bar.press("Home");
  await page.waitForTimeout(300);
  await expect(portal.chapter.uncounted).toBeHidden();
  await expect(gaps).not.toHaveClass(/button--primary/);
});

test("nothing is said of a move over what was watched", async ({ portal, page }) => {
  await portal.hasWatchedEverything("fixture");
  await portal.chapter.open("fixture", "03-gamma");
  await portal.chapter.bar.press("Home");
  await portal.chapter.goToTheEnd();
  await page.waitForTimeout(300);
  await expect(portal.chapter.uncounted).toBeHidden();
});

test("captions and speed stay as they were chosen, from chapter to chapter and after a reload", async ({ portal, page }) => {
  const captions = page.getByRole("button", { name: "字幕", exact: true });
  const speed = page.getByLabel("再生速度");
  const rate = () => portal.chapter.film.evaluate((film: HTMLVideoElement) => film.playbackRate);
  const shown = () => portal.chapter.film.evaluate((film: HTMLVideoElement) => [...film.textTracks].some(({ mode }) => mode === "showing"));
  await portal.chapter.open("fixture", "01-alpha");
  await expect(captions).toHaveAttribute("aria-pressed", "true");
  await captions.click();
  await portal.chapter.setSpeed("150");
  await page.getByRole("link", { name: "次の章へ" }).click();
  await expect(page).toHaveURL(/02-beta$/);
  const stays = async () => {
    await portal.chapter.isReady();
    await expect(captions).toHaveAttribute("aria-pressed", "false");
    await expect(speed).toHaveValue("150");
    await expect.poll(rate).toBe(1.5);
    expect(await shown()).toBe(false);
  };
  await stays();
  await portal.settings.goTo();
  await expect(portal.settings.kept).toBeVisible();
  await portal.chapter.open("fixture", "03-gamma");
  await stays();
  await portal.chapter.play();
  await portal.chapter.reaches(1);
  await stays();
});

test.describe("the transcript of the real site", () => {
  test.use({ baseURL: sites.real.url });

  test("is found by what one reads in it, over the breaks of its captions, and in any width", async ({ portal, page }) => {
    await portal.chapter.open("als-pre-2026", "01-chain");
    const lines = page.getByRole("tabpanel", { name: "字幕テキスト" }).getByRole("listitem");
    await expect(lines.filter({ hasText: "突然の心停止と、救命の連鎖について学びます。" })).toHaveCount(1);
    const all = await lines.count();
    for (const [typed, found] of [
      ["心停止と、救命の連鎖", "突然の心停止と、救命の連鎖について学びます。"],
      ["１０ 分", "最初の10分間の適切な蘇生法を身につけることです。"],
      ["ｊｒｃ蘇生", "日本蘇生協議会のJRC蘇生ガイドライン2020にもとづいています。"],
    ]) {
      await page.getByRole("searchbox", { name: "字幕から探す" }).fill(typed);
      await expect(lines.filter({ hasText: found })).toHaveCount(1);
      expect(await lines.count()).toBeLessThan(all);
    }
    await page.getByRole("searchbox", { name: "字幕から探す" }).fill("ありえない言葉");
    await expect(lines).toHaveCount(0);
  });
});
