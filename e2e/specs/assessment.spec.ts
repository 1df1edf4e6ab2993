import type { Locator } from "@playwright/test";
import { expect, test } from "../support/portal";
import { deliverWithCooldown } from "../support/site";

test.describe("somebody who has not watched everything", () => {
  test("cannot reach the test by its address, and is told which chapters are missing", async ({ portal, page }) => {
    await portal.assessment.open("fixture");
    await expect(page.getByText("まだセルフアセスメントを受けられません")).toBeVisible();
    await expect(page.getByRole("button", { name: "セルフアセスメントをはじめる" })).toBeHidden();
    await expect(portal.assessment.cards).toHaveCount(0);
    for (const [index, left] of ["6秒", "8秒", "9秒"].entries()) {
      await expect(page.getByRole("link", { name: `第${index + 1}章　残り${left}` })).toBeVisible();
    }
    await page.getByRole("link", { name: "第2章" }).click();
    await expect(page).toHaveURL(/courses\/fixture\/chapters\/02-beta$/);
  });

  test("finds the button locked, with its reason", async ({ portal }) => {
    await portal.course.open("fixture");
    await expect(portal.course.lockedTest).toBeDisabled();
    await expect(portal.course.required).toContainText("まだセルフアセスメントを受けられません。あと3章の視聴が残っています。");
  });

  test("cannot make a code by its address either", async ({ portal, page }) => {
    await portal.completion.open("fixture");
    await expect(portal.completion.notYet).toBeVisible();
    await expect(page.getByRole("link", { name: "セルフアセスメントに合格する" })).toBeVisible();
  });
});

test.describe("somebody who has watched everything", () => {
  test.beforeEach(async ({ portal }) => {
    await portal.hasWatchedEverything("fixture");
    await portal.assessment.open("fixture");
    await portal.assessment.start();
  });

  test("fails with 7 of 10, sees what was wrong and why, and the passage that teaches it", async ({ portal, page }) => {
    const pool = await portal.questions("fixture");
    const asked = await portal.assessment.answerAll(pool, 7);
    await portal.assessment.handIn();
    await expect(portal.assessment.result).toContainText("今回は合格点に届きませんでした");
    await expect(portal.assessment.result).toContainText("7 / 10問 正解（合格は10問中8問以上）");
    for (const [index, question] of asked.entries()) {
      const graded = portal.assessment.graded(index + 1);
      await expect(graded.getByText(index < 7 ? "正解" : "不正解", { exact: true })).toBeVisible();
      await expect(graded).toContainText(question.why.ja);
    }
    // The score, then what was wrong, then the rest; another attempt comes after all of it.
    const places = await portal.assessment.result.getByRole("heading", { name: /^問\d+ \/ 10$/ }).allInnerTexts();
    expect(places.map((place) => Number.parseInt(place.slice(1), 10))).toEqual([8, 9, 10, 1, 2, 3, 4, 5, 6, 7]);
    const below = async (locator: Locator) => (await locator.boundingBox())!.y;
    expect(await below(page.getByText("今回は合格点に届きませんでした"))).toBeLessThan(await below(portal.assessment.graded(8)));
    expect(await below(page.getByRole("button", { name: "もう一度受ける" }))).toBeGreaterThan(await below(portal.assessment.graded(7)));

    const { teaches } = asked[9];
    await portal.assessment.graded(10).getByRole("link", { name: "この場面を見る" }).click();
    await expect(page).toHaveURL(new RegExp(`chapters/${teaches!.chapter}\\?t=${teaches!.from / 1000}&until=${teaches!.to / 1000}$`));
    // It plays by itself, from where the link says.
    await expect(page.getByRole("status").filter({ hasText: "設問に関係する場面を再生しています" })).toBeVisible();
    expect(await portal.chapter.second()).toBeGreaterThanOrEqual(teaches!.from / 1000 - 0.05);
    await expect(page.getByRole("button", { name: "再生", exact: true })).toBeVisible({ timeout: 20_000 });
    await expect(page.getByText("設問に関係する場面を再生しています")).toBeHidden();
    const stopped = await portal.chapter.second();
    expect(stopped).toBeGreaterThanOrEqual(teaches!.to / 1000 - 0.05);
    expect(stopped).toBeLessThan(teaches!.to / 1000 + 1);

    await portal.completion.open("fixture");
    await expect(portal.completion.notYet).toBeVisible();
  });

  test("passes with 8 of 10", async ({ portal, page }) => {
    await portal.assessment.answerAll(await portal.questions("fixture"), 8);
    await portal.assessment.handIn();
    await expect(portal.assessment.result).toContainText("合格です");
    await expect(portal.assessment.result).toContainText("8 / 10問 正解（合格は10問中8問以上）");
    await portal.assessment.toCompletion();
    await expect(portal.completion.seal).toBeVisible();
    await page.goBack();
    await expect(portal.assessment.result).toContainText("合格です");
  });

  test("sees all that will stand in the code before signing, the missed questions above all, and the code says the same", async ({ portal }) => {
    await portal.assessment.answerAll(await portal.questions("fixture"), 9);
    await portal.assessment.handIn();
    await portal.assessment.toCompletion();
    await portal.completion.name.fill("見本 太郎");
    const { 受付番号: later, ...before } = await portal.completion.facts("コードに入る内容");
    expect(later).toBe("作るときに無作為に決まります");
    expect(before).toMatchObject({
      講習: "試験用の講習",
      氏名: "見本 太郎",
      得点: "9 / 10問",
      間違えた問題: "1問（どの問題かを含みます。会場での復習に使います）",
      視聴時間: "23秒",
      視聴した章: "3章（どの章かを含みます）",
    });
    await portal.completion.seal.click();
    await portal.completion.code.waitFor();
    const { 受付番号: drawn, 保証水準: level, ...after } = await portal.completion.facts("このコードに書かれていること");
    expect(after).toEqual(before);
    expect(drawn).not.toBe(later);
    expect(level).toContain("自己申告");
  });

  test("draws anew after failing: other questions, as far as the pool has them", async ({ portal, page }) => {
    const pool = await portal.questions("fixture");
    const first = (await portal.assessment.answerAll(pool, 0)).map(({ id }) => id);
    await portal.assessment.handIn();
    await expect(portal.assessment.result).toContainText("0 / 10問 正解");
    await page.getByRole("button", { name: "もう一度受ける" }).press("Enter");
    const place = (number: number) => page.getByRole("group", { name: `問${number} / 10`, exact: true }).getByText(`問${number} / 10`, { exact: true });
    await expect(place(1)).toBeFocused();
    await portal.assessment.next();
    await expect(place(2)).toBeFocused();
    await page.getByRole("button", { name: "前の問題" }).press("Enter");
    await expect(place(1)).toBeFocused();
    await portal.assessment.showAll();
    const second = await portal.assessment.drawn(pool);
    expect(second).toHaveLength(10);
    // 12 questions, 10 drawn: the two that were left out must be among the new ones.
    const leftOut = pool.map(({ id }) => id).filter((id) => !first.includes(id));
    expect(leftOut).toHaveLength(2);
    expect(second).toEqual(expect.arrayContaining(leftOut));
    await expect(page.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(page.getByRole("checkbox", { checked: true })).toHaveCount(0);
    await expect(portal.assessment.says(0, 10)).toBeVisible();

    await portal.assessment.answerAll(pool, 10);
    await portal.assessment.handIn();
    await expect(portal.assessment.result).toContainText("10 / 10問 正解");
    await expect(portal.assessment.result).toContainText("これまでの結果");
  });

  test("hears the question itself with its number, wherever in its choices", async ({ portal, page }) => {
    await portal.assessment.showAll();
    for (const question of await portal.questions("fixture")) {
      const card = portal.assessment.cards.filter({ hasText: question.text.ja });
      if ((await card.count()) > 0) await expect(card).toHaveAccessibleDescription(question.text.ja);
    }
    await expect(page.getByRole("group", { name: "問1 / 10" })).toHaveAccessibleDescription(/./);
  });

  test("finds every answer again after a reload, and may change and take back", async ({ portal, page }) => {
    const pool = await portal.questions("fixture");
    const one = page.getByRole("group", { name: "問1 / 10" });
    const asked = await portal.assessment.answer(one, pool, false);
    await portal.assessment.next();
    await portal.assessment.answer(page.getByRole("group", { name: "問2 / 10" }), pool, true);
    await expect(portal.assessment.says(2, 10)).toBeVisible();
    await page.reload();
    // It goes on at the first question without an answer.
    await expect(page.getByRole("group", { name: "問3 / 10" })).toBeVisible();
    await expect(portal.assessment.says(2, 10)).toBeVisible();
    await portal.assessment.showAll();
    await expect(one).toContainText(asked.text.ja);
    await one.getByRole("button", { name: "答えを取り消す" }).click();
    await expect(portal.assessment.says(1, 10)).toBeVisible();
    await page.reload();
    await expect(portal.assessment.says(1, 10)).toBeVisible();
    await expect(one).toBeVisible();
  });

  test("goes on where the last answer was given, from all questions to one at a time", async ({ portal, page }) => {
    await portal.assessment.showAll();
    const fifth = page.getByRole("group", { name: "問5 / 10" });
    await portal.assessment.answer(fifth, await portal.questions("fixture"), true);
    await page.getByRole("button", { name: "1問ずつ" }).click();
    await expect(portal.assessment.cards).toHaveCount(1);
    await expect(fifth).toBeVisible();
  });

  test("is told how many are unanswered before handing in, and may hand in anyway", async ({ portal, page }) => {
    const pool = await portal.questions("fixture");
    await portal.assessment.answer(portal.assessment.cards, pool, true);
    await portal.assessment.showAll();
    await page.getByRole("button", { name: "解答を確かめる" }).click();
    await expect(page.getByText("未解答", { exact: true })).toHaveCount(9);
    await expect(page.getByText("未解答が9問あります")).toBeVisible();
    const back = page.getByRole("button", { name: "問題に戻る" });
    await expect(back).toHaveClass(/button--primary/);
    await back.click();
    await expect(page.getByRole("group", { name: "問2 / 10" })).toBeVisible();
    await portal.assessment.showAll();
    await page.getByRole("button", { name: "解答を確かめる" }).click();
    await page.getByRole("button", { name: "未解答のまま提出する" }).click();
    await expect(portal.assessment.result).toContainText("1 / 10問 正解");
    await expect(portal.assessment.graded(10)).toContainText("（未解答）");
  });
});

test.describe("a course that lets some time pass after a failed test", () => {
  test.use({ serviceWorkers: "block" });

  for (const { minutes, from } of [
    { minutes: 30, from: "(\\d+/\\d+（.） )?\\d+:\\d\\d" },
    { minutes: 48 * 60, from: "\\d+/\\d+（.） \\d+:\\d\\d" },
  ]) {
    test(`says on every page when the next attempt opens, and opens it then: ${minutes} minutes`, async ({ portal, page }) => {
      await deliverWithCooldown(page, "fixture", minutes);
      await portal.hasWatchedEverything("fixture");
      await portal.assessment.open("fixture");
      await portal.assessment.start();
      await portal.assessment.answerAll(await portal.questions("fixture"), 7);
      await portal.assessment.handIn();
      await expect(page.getByText("次のセルフアセスメントまで少しお待ちください")).toBeVisible();
      await expect(page.getByText(new RegExp(`^${from} から受けられます。その間に解説と場面を見直せます。$`))).toBeVisible();
      await expect(page.getByRole("button", { name: "もう一度受ける" })).toBeHidden();

      await portal.course.open("fixture");
      await expect(portal.course.required).toContainText(new RegExp(`次のセルフアセスメントまで少しお待ちください ${from} から受けられます。`));
      await portal.home.open();
      await expect(portal.home.next).toContainText(new RegExp(`セルフアセスメントは ${from} からもう一度受けられます。`));
      await portal.home.goOn("前回の解説を見る");
      await expect(portal.assessment.result).toContainText("7 / 10問 正解");

      await page.addInitScript((minutes) => {
        const now = Date.now;
        Date.now = () => now() + (minutes + 1) * 60_000;
      }, minutes);
      await portal.home.open();
      await portal.home.goOn("セルフアセスメントを受ける");
      await portal.assessment.retake();
    });
  }
});
