import type { Locator } from "@playwright/test";
import { all, answer, begin, card, finger, graded, type Hand, items, keyboard, type Kind, mouse, number, order, pair, picture, putInOrder } from "../support/answering";
import { clipped } from "../support/audit";
import { Keys } from "../support/keys";
import { expect, type Portal, test } from "../support/portal";
import { stored } from "../support/stored";

async function answerEverything(portal: Portal, hand: Hand, right: boolean): Promise<void> {
  for (const kind of all) await answer(kind, card(portal, kind), hand, right);
  await expect(portal.assessment.says(all.length, all.length)).toBeVisible();
}

/** The course's seven questions, all right, with what the result says of each. */
async function isAllRight(portal: Portal): Promise<void> {
  await expect(portal.assessment.result).toContainText("合格です");
  await expect(portal.assessment.result).toContainText("7 / 7問 正解");
  for (const kind of all) await expect(graded(portal, kind).getByText("正解", { exact: true })).toBeVisible();
  await expect(graded(portal, "order").getByRole("listitem")).toHaveText(["一", "二", "三", "四"]);
  await expect(graded(portal, "match").getByRole("listitem")).toHaveText(["一 → 1", "二 → 2", "三 → 3"]);
  await expect(graded(portal, "number")).toContainText("112.5回/分");
  await expect(graded(portal, "spot")).toContainText("左から75％、上から30％（正しい場所の中）");
}

test("every kind is answered rightly with a mouse @desktop", async ({ portal }) => {
  await begin(portal);
  await answerEverything(portal, mouse(), true);
  await portal.assessment.handIn();
  await isAllRight(portal);
});

test("every kind is answered rightly by keyboard alone @desktop", async ({ portal, page }) => {
  test.setTimeout(180_000);
  await begin(portal);
  const keys = new Keys(page);
  await answerEverything(portal, keyboard(page, keys), true);
  await keys.press(page.getByRole("button", { name: "解答を確かめる" }));
  await keys.press(page.getByRole("button", { name: "提出して採点する" }));
  await isAllRight(portal);
});

test("every kind is answered wrongly with a finger, and the result says what is right, in words and in the picture", async ({ portal }) => {
  await begin(portal);
  await answerEverything(portal, finger(), false);
  await portal.assessment.handIn();
  await expect(portal.assessment.result).toContainText("0 / 7問 正解");
  for (const kind of all) await expect(graded(portal, kind).getByText("不正解", { exact: true })).toBeVisible();
  const parts = (kind: Kind) => graded(portal, kind).getByRole("listitem");
  await expect(parts("order")).toHaveText([/^二\s+誤り$/, /^一\s+誤り$/, "三", "四", "一", "二", "三", "四"]);
  await expect(parts("match")).toHaveText([/^一 → 2\s+誤り$/, /^二 → 1\s+誤り$/, "三 → 3", "一 → 1", "二 → 2", "三 → 3"]);
  await expect(graded(portal, "number")).toContainText("112.501回/分");
  await expect(graded(portal, "number")).toContainText("110回/分（±2.5 まで正解）");
  await expect(graded(portal, "spot")).toContainText("左から25％、上から30％（正しい場所の外）");
  await expect(graded(portal, "spot")).toContainText("右上の図形");
  await expect(graded(portal, "spot").getByRole("img", { name: "左上に円、右上に四角形、下に三角形がある図" })).toBeVisible();
  // The square of the file: from 250 to 350, from 40 to 140.
  const drawn = await graded(portal, "spot").locator("svg .marks__region").evaluate((path) => {
    const { x, y, width, height } = (path as SVGPathElement).getBBox();
    return [x, y, width, height];
  });
  [250, 39, 100, 101].forEach((length, index) => expect(Math.abs(drawn[index] - length)).toBeLessThanOrEqual(1));
  const link = graded(portal, "scene").getByRole("link", { name: "問題の場面を見る" });
  await expect(link).toHaveAttribute("href", /chapters\/01-alpha\?t=1&until=3$/);
});

test("answers are found again after a reload, as they were given, and can be changed and taken back", async ({ portal, page }) => {
  await begin(portal);
  await answerEverything(portal, finger(), true);
  await number(card(portal, "number")).fill("　１０９ 回/分");
  await expect(portal.assessment.kept).toBeVisible();
  await page.reload();
  // Everything is answered: it goes on at the review.
  await page.getByRole("heading", { name: "提出前の確認" }).waitFor();
  await portal.assessment.showAll(all.length);
  expect(await order(card(portal, "order"))).toEqual(["一", "二", "三", "四"]);
  for (const [left, right] of Object.entries({ 一: "1", 二: "2", 三: "3" })) {
    await expect(pair(card(portal, "match"), left).getByRole("option", { selected: true })).toHaveText(right);
  }
  await expect(number(card(portal, "number"))).toHaveValue("　１０９ 回/分");
  await expect(card(portal, "number")).toContainText("109回/分 と読み取りました。");
  await expect(card(portal, "spot")).toContainText("印：左から75％、上から30％");

  for (const [index, kind] of (["order", "match", "number", "spot"] as const).entries()) {
    await card(portal, kind).getByRole("button", { name: "答えを取り消す" }).click();
    await expect(portal.assessment.says(all.length - index - 1, all.length)).toBeVisible();
  }
  expect(await order(card(portal, "order"))).not.toEqual(["一", "二", "三", "四"]);
  await expect(card(portal, "order")).toContainText("まだ並べ替えていません。");
  await expect(pair(card(portal, "match"), "一")).toHaveValue("");
  await expect(number(card(portal, "number"))).toHaveValue("");
  await expect(card(portal, "spot")).toContainText("まだ印がありません。");
});

test("what is only begun counts as no answer, is said to be so, and is kept all the same", async ({ portal, page }) => {
  await begin(portal);
  await pair(card(portal, "match"), "一").selectOption({ label: "1" });
  await expect(card(portal, "match")).toContainText("あと2つ選ぶと解答になります。");
  await number(card(portal, "number")).fill("百十");
  await number(card(portal, "number")).blur();
  await expect(card(portal, "number")).toContainText("数として読み取れないため、まだ解答になっていません。");
  await expect(number(card(portal, "number"))).toHaveAttribute("aria-invalid", "true");
  await expect(portal.assessment.says(0, all.length)).toBeVisible();
  await expect(portal.assessment.kept).toBeVisible();
  await page.reload();
  await portal.assessment.showAll(all.length);
  await expect(pair(card(portal, "match"), "一").getByRole("option", { selected: true })).toHaveText("1");
  await expect(number(card(portal, "number"))).toHaveValue("百十");
  await expect(card(portal, "number")).toContainText("まだ解答になっていません。");

  await page.getByRole("button", { name: "解答を確かめる" }).click();
  await expect(page.getByText("途中（このままでは未解答）", { exact: true })).toHaveCount(2);
  await expect(page.getByText("未解答", { exact: true })).toHaveCount(5);
  await expect(page.getByText("未解答が7問あります")).toBeVisible();
  await page.getByRole("button", { name: "未解答のまま提出する" }).click();
  await expect(portal.assessment.result).toContainText("0 / 7問 正解");
  await expect(graded(portal, "match").getByRole("listitem")).toHaveText(["一 → 1", "二 → （未選択）", "三 → （未選択）", "一 → 1", "二 → 2", "三 → 3"]);
  await expect(graded(portal, "number")).toContainText("百十 （未解答）");
});

test("a press right after a number that cannot be read reaches its button @both", async ({ portal, page }) => {
  await portal.hasWatchedEverything("kinds");
  await portal.assessment.open("kinds");
  await portal.assessment.start();
  const asked = number(card(portal, "number"));
  for (let question = 1; !(await asked.isVisible()); question++) {
    await portal.assessment.next();
    await page.getByRole("group", { name: `問${question + 1} / ${all.length}` }).waitFor();
  }
  await asked.fill("百十");
  // What is told when the field is left must not take the button away from under the finger.
  await page.getByRole("button", { name: /^(次の問題|解答を確かめる)$/ }).first().click({ delay: 100 });
  await expect(asked).toBeHidden();
});

test.describe("an order", () => {
  test("keeps the focus with the item that is moved, and moves by arrow keys, too @desktop", async ({ portal, page }) => {
    await begin(portal);
    const keys = new Keys(page);
    const [first, second] = await order(card(portal, "order"));
    const button = (way: string) => card(portal, "order").getByRole("button", { name: `「${first}」を${way}`, exact: true });
    await keys.press(button("下へ"));
    await expect(button("下へ")).toBeFocused();
    expect((await order(card(portal, "order"))).slice(0, 2)).toEqual([second, first]);
    await expect(page.getByRole("status").filter({ hasText: `「${first}」は4個中2番目です` })).toBeAttached();
    await page.keyboard.press("ArrowUp");
    await expect(button("下へ")).toBeFocused();
    expect((await order(card(portal, "order")))[0]).toBe(first);
    await expect(button("上へ")).toBeDisabled();
    await page.keyboard.press("ArrowUp");
    expect((await order(card(portal, "order")))[0]).toBe(first);
  });

  test("can be made by dragging @desktop", async ({ portal }) => {
    await begin(portal);
    const rows = items(card(portal, "order"));
    const before = await order(card(portal, "order"));
    await rows.nth(3).dragTo(rows.nth(0));
    expect(await order(card(portal, "order"))).toEqual([before[3], before[0], before[1], before[2]]);
    await expect(portal.assessment.says(1, all.length)).toBeVisible();
  });

  test("keeps the focus where it is answered as it is shown, and where that is taken back @desktop", async ({ portal, page }) => {
    await begin(portal);
    const keys = new Keys(page);
    const asShown = card(portal, "order").getByRole("button", { name: "この順番で答える" });
    await keys.press(asShown);
    await expect(portal.assessment.says(1, all.length)).toBeVisible();
    await expect(asShown).toBeFocused();
    await expect(asShown).toBeDisabled();
    await expect(card(portal, "order")).toContainText("今の並びが答えです。");
    const takeBack = card(portal, "order").getByRole("button", { name: "答えを取り消す" });
    await keys.press(takeBack);
    await expect(portal.assessment.says(0, all.length)).toBeVisible();
    await expect(takeBack).toBeFocused();
    await expect(takeBack).toBeDisabled();
    await expect(asShown).toBeEnabled();
  });

  test("can be answered as it is shown", async ({ portal, page }) => {
    await begin(portal);
    const before = await order(card(portal, "order"));
    const asShown = card(portal, "order").getByRole("button", { name: "この順番で答える" });
    await asShown.tap();
    await expect(portal.assessment.says(1, all.length)).toBeVisible();
    await expect.poll(() => stored(page, "ordered")).toBe(1);
    // It stays where it was pressed, and is no answer once more.
    await asShown.tap({ force: true });
    await answer("truth", card(portal, "truth"), finger(), true);
    await expect.poll(() => stored(page, "answered")).toBe(1);
    expect(await stored(page, "ordered")).toBe(1);
    expect(await order(card(portal, "order"))).toEqual(before);
    await putInOrder(card(portal, "order"), finger(), [before[1], before[0], before[2], before[3]]);
  });
});

test.describe("pairs", () => {
  const chosen = (match: Locator, left: string) => pair(match, left).getByRole("option", { selected: true });

  test("leave each other alone: going through the rights by arrow keys takes none from another left @desktop", async ({ portal, page }) => {
    await begin(portal);
    const match = card(portal, "match");
    const rights = (await pair(match, "三").getByRole("option").allInnerTexts()).slice(1);
    const [first, second, third] = rights;
    await pair(match, "一").selectOption({ label: first });
    await pair(match, "二").selectOption({ label: second });
    await new Keys(page).to(pair(match, "三"));
    // Each press chooses: the rights of the other two are passed on the way to the third.
    await page.keyboard.press("ArrowDown");
    await expect(match).toContainText(`「${first}」が「一」と「三」に重なっています。それぞれに別のものを選ぶと解答になります。`);
    await expect(portal.assessment.says(0, all.length)).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await expect(match).toContainText(`「${second}」が「二」と「三」に重なっています。`);
    await page.keyboard.press("ArrowDown");
    await expect(match).not.toContainText("重なっています");
    for (const [left, right] of [["一", first], ["二", second], ["三", third]]) await expect(chosen(match, left)).toHaveText(right);
    await expect(portal.assessment.says(1, all.length)).toBeVisible();
  });

  test("with a right chosen again are no answer, in either language, until one is left or all are taken back", async ({ portal, page }) => {
    await begin(portal);
    const match = card(portal, "match");
    for (const left of ["一", "二", "三"]) await pair(match, left).selectOption({ label: "2" });
    await expect(match.getByRole("status")).toHaveText("「2」が「一」と「二」と「三」に重なっています。それぞれに別のものを選ぶと解答になります。");
    await expect(portal.assessment.says(0, all.length)).toBeVisible();
    await portal.speak("English", "en");
    await expect(page.getByText("“2” is chosen more than once (“one”, “two”, “three”).")).toBeVisible();
    await portal.speak("日本語", "ja");
    await page.getByRole("button", { name: "解答を確かめる" }).click();
    await expect(page.getByText("途中（このままでは未解答）", { exact: true })).toHaveCount(1);
    await portal.assessment.showAll(all.length);
    await match.getByRole("button", { name: "答えを取り消す" }).click();
    await expect(match.getByRole("status")).toBeEmpty();
    for (const left of ["一", "二", "三"]) await expect(pair(match, left)).toHaveValue("");
  });
});

test("numbers are read as Japanese keyboards write them, and what is none is told when the field is left", async ({ portal, page }) => {
  await begin(portal);
  const field = number(card(portal, "number"));
  await expect(field).toHaveAttribute("inputmode", "decimal");
  await expect(field).toHaveAccessibleDescription("回/分");
  for (const [typed, read] of [
    ["１１０", "110回/分 と読み取りました。"],
    ["1，200", "1200回/分 と読み取りました。"],
    ["１１０。５", "110.5回/分 と読み取りました。"],
    ["110回/分", "110回/分 と読み取りました。"],
  ]) {
    await field.fill(typed);
    await expect(card(portal, "number")).toContainText(read);
    await expect(portal.assessment.says(1, all.length)).toBeVisible();
  }
  for (const [typed, told] of [
    ["100-120", "数として読み取れないため"],
    ["0.0001", "小数は第3位まで"],
    ["1234567890", "数が大きすぎます"],
  ]) {
    await field.fill(typed);
    await expect(card(portal, "number")).not.toContainText(told);
    await page.keyboard.press("Tab");
    await expect(card(portal, "number")).toContainText(told);
    await expect(portal.assessment.says(0, all.length)).toBeVisible();
  }
});

test.describe("a place in a picture", () => {
  test("is the same place in the enlarged picture, and the page does not grow sideways", async ({ portal, page }) => {
    await begin(portal);
    const stage = picture(card(portal, "spot"));
    const small = (await stage.boundingBox())!.width;
    await card(portal, "spot").getByRole("button", { name: "図を拡大する" }).tap();
    await expect.poll(async () => (await stage.boundingBox())!.width).toBeGreaterThan(small * 2);
    expect(await clipped(page)).toEqual([]);
    const box = (await stage.boundingBox())!;
    await stage.tap({ position: { x: box.width * 0.3, y: box.height * 0.4 } });
    await expect(card(portal, "spot")).toContainText("印：左から30％、上から40％");
  });

  test("is told by its position while the keys move the cross, and is set only by Enter or Space @desktop", async ({ portal, page }) => {
    await begin(portal);
    const spot = card(portal, "spot");
    await new Keys(page).to(picture(spot));
    await expect(spot).toContainText("十字：左から50％、上から50％");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("Shift+ArrowDown");
    await expect(spot.getByRole("status").filter({ hasText: "十字：左から49％、上から60％" })).toBeVisible();
    await expect(portal.assessment.says(0, all.length)).toBeVisible();
    for (let step = 0; step < 6; step++) await page.keyboard.press("Shift+ArrowDown");
    await expect(spot).toContainText("左から49％、上から100％");
    await page.keyboard.press("Space");
    await expect(spot).toContainText("印：左から49％、上から100％");
    await expect(portal.assessment.says(1, all.length)).toBeVisible();
  });

  test("is chosen after the picture was described to who does not see it", async ({ portal }) => {
    await begin(portal);
    await expect(picture(card(portal, "spot"))).toHaveAccessibleDescription(/^左上に円、右上に四角形、下に三角形がある図 図を押すと.* まだ印がありません。$/);
  });

  test("stays in sight in the enlarged picture while the keys move the cross @desktop", async ({ portal, page }) => {
    await begin(portal);
    const stage = picture(card(portal, "spot"));
    await card(portal, "spot").getByRole("button", { name: "図を拡大する" }).click();
    await new Keys(page).to(stage, "Shift+Tab");
    const isSeen = () =>
      stage.evaluate((stage) => {
        const view = stage.parentElement!.getBoundingClientRect();
        const [x, y] = stage.querySelector(".marks__cross")!.getAttribute("d")!.match(/^M0 (\d+)H\d+M(\d+)/)!.slice(1).reverse().map(Number);
        const { width, height } = stage.querySelector("svg")!.viewBox.baseVal;
        const drawn = stage.getBoundingClientRect();
        const [left, top] = [drawn.left + (x * drawn.width) / width, drawn.top + (y * drawn.height) / height];
        return left >= view.left - 1 && left <= view.right + 1 && top >= view.top - 1 && top <= view.bottom + 1;
      });
    await expect.poll(isSeen).toBe(true);
    for (const key of ["ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"]) {
      for (let step = 0; step < 10; step++) await page.keyboard.press(`Shift+${key}`);
      await expect.poll(isSeen, key).toBe(true);
    }
  });

  test("is chosen by buttons, too; a press that has no place marks nothing", async ({ portal }) => {
    await begin(portal);
    const spot = card(portal, "spot");
    // As a screen reader or a switch presses.
    await picture(spot).evaluate((stage) => (stage as HTMLElement).click());
    await expect(portal.assessment.says(0, all.length)).toBeVisible();
    const button = (name: string) => spot.getByRole("button", { name, exact: true });
    await button("矢印ボタンで選ぶ").tap();
    await expect(button("矢印ボタンで選ぶ")).toHaveAttribute("aria-expanded", "true");
    for (const name of ["十字を右へ", "十字を右へ", "十字を上へ"]) await button(name).tap();
    await button("細かく動かす").tap();
    for (const name of ["十字を左へ", "十字を下へ", "十字を下へ"]) await button(name).tap();
    await expect(spot.getByRole("status")).toHaveText("十字：左から69％、上から42％（まだ印ではありません）");
    await expect(portal.assessment.says(0, all.length)).toBeVisible();
    await button("ここに印を付ける").tap();
    await expect(spot.getByRole("status")).toHaveText("印：左から69％、上から42％");
    await expect(portal.assessment.says(1, all.length)).toBeVisible();
  });

  test.describe("without its picture", () => {
    test.use({ serviceWorkers: "block", provoked: /\.svg/ });

    test("is asked for again by keyboard, and the focus goes on in the picture @desktop", async ({ portal, page }) => {
      await page.route("**/media/*.svg", (route) => route.abort());
      await begin(portal);
      const spot = card(portal, "spot");
      await page.keyboard.press("Tab");
      await spot.getByText("図を表示できません").waitFor();
      await page.unrouteAll();
      await new Keys(page).press(spot.getByRole("button", { name: "もう一度読み込む" }));
      await expect(picture(spot)).toBeFocused();
      await expect(picture(spot).getByRole("img")).toBeVisible();
    });

    test("cannot be marked blindly, and the picture can be asked for again", async ({ portal, page }) => {
      await page.route("**/media/*.svg", (route) => route.abort());
      await begin(portal);
      const spot = card(portal, "spot");
      await expect(spot).toContainText("図を表示できません");
      await page.unrouteAll();
      await spot.getByRole("button", { name: "もう一度読み込む" }).tap();
      await expect(spot.getByRole("img", { name: "左上に円、右上に四角形、下に三角形がある図" })).toBeVisible();
      await finger().mark(picture(spot), 75, 30);
      await expect(spot).toContainText("印：左から75％、上から30％");
    });
  });
});
