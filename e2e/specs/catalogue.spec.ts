import { expect, test } from "../support/portal";

const LECTURE = "勁椎症の試験用の講習";
const ALONE = "テストのない試験用の講習";
const WHOLE = "試験用の講習";

test.describe("by code", () => {
  test("the home page leads to the codes; those without content are shown and cannot be chosen", async ({ portal, page }) => {
    await portal.home.open();
    await page.getByRole("link", { name: "CC・言葉からさがす" }).click();
    await expect(portal.catalogue.codes.getByRole("row")).toHaveCount(85);
    const empty = portal.catalogue.code("77");
    await expect(empty).toContainText("骨粗鬆症");
    await expect(empty).toContainText("なし");
    await expect(empty.getByRole("link")).toHaveCount(0);
    await expect(portal.catalogue.code("60")).toContainText("（未確認）");
    await expect(portal.catalogue.code("74")).not.toContainText("未確認");
    await page.getByLabel("コンテンツのあるCCだけを表示").check();
    await expect(empty).toBeHidden();
    await expect(portal.catalogue.code("74")).toBeVisible();
  });

  test("a code lists its content with units, leads to the course and back to the list", async ({ portal, page }) => {
    await portal.catalogue.open();
    await portal.catalogue.code("74").getByRole("link", { name: "コンテンツ一覧（1）" }).click();
    await expect(page).toHaveURL(/catalogue\?code=74$/);
    await expect(page.getByRole("heading", { name: "CC 74 高血圧症" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "生涯教育講座" })).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: LECTURE })).toContainText("1単位");
    await page.getByRole("link", { name: `受講する ${LECTURE}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${LECTURE}（CC・74）` })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { name: "CC 74 高血圧症" })).toBeVisible();
    await page.getByRole("link", { name: "一覧へ戻る" }).click();
    await expect(portal.catalogue.codes).toBeVisible();
  });

  test("a code without content, and one that no table has, say what to do", async ({ portal, page }) => {
    await portal.catalogue.open("?code=77");
    await expect(page.getByText("このCCのコンテンツはまだありません")).toBeVisible();
    await portal.catalogue.open("?code=99");
    await expect(page.getByText("CC 99 はコード表にありません")).toBeVisible();
    await expect(page.getByRole("link", { name: "一覧へ戻る" })).toBeVisible();
  });

  test("the two lists and the trainings narrow what is shown, also for the search, and stay after a reload", async ({ portal, page }) => {
    await portal.catalogue.open();
    const without = page.getByRole("region", { name: "CCのない講習" });
    await expect(without).toContainText(ALONE);
    await page.getByRole("link", { name: "生涯教育講座・協力講座" }).click();
    await expect(page).toHaveURL(/list=lectures/);
    await expect(without).toBeHidden();
    await portal.catalogue.type("試験用");
    await expect(portal.catalogue.results.getByRole("heading")).toHaveText([LECTURE]);
    await page.reload();
    await expect(portal.catalogue.results.getByRole("heading")).toHaveText([LECTURE]);
    await portal.catalogue.type("テストのない");
    await page.getByRole("link", { name: /^しぼり込みをやめると/ }).click();
    await expect(portal.catalogue.result(ALONE)).toBeVisible();

    await portal.catalogue.open();
    await page.getByRole("link", { name: "専門医共通講習" }).click();
    await expect(page.getByText("2019/12/1（日）以降に受講した場合だけ対象になります", { exact: false })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: LECTURE })).toContainText("専門医共通講習「医療倫理」1単位");
    await page.getByRole("link", { name: "慢性疾患の指導に係る適切な研修" }).click();
    await expect(page.getByRole("button", { name: "この一覧を印刷" })).toBeVisible();
  });
});

test.describe("by words", () => {
  test.beforeEach(({ portal }) => portal.catalogue.open());

  test("each spelling of the neck finds the other, in kanji and kana, wide and narrow", async ({ portal }) => {
    for (const words of ["頸椎", "勁椎", "頚椎", "けいつい", "ケイツイ", "ｹｲﾂｲ"]) {
      await portal.catalogue.finds(words, [LECTURE]);
    }
    await portal.catalogue.type("頸椎");
    await expect(portal.catalogue.result(LECTURE).locator("mark")).toHaveText("勁椎");
  });

  test("codes are found by number and name, organisers by theirs", async ({ portal }) => {
    for (const words of ["74", "ＣＣ・７４", "高血圧症", "こうけつあつ", "生涯教育委員会"]) {
      await portal.catalogue.finds(words, [LECTURE]);
    }
  });

  test("every word has to be found, and where none is, the page says what to do", async ({ portal, page }) => {
    await portal.catalogue.finds("試験用 勁椎", [LECTURE]);
    await portal.catalogue.type("心電図　勁椎");
    await expect(portal.catalogue.count).toHaveText("「心電図　勁椎」が見つかる講習はありません");
    await expect(page.getByText("言葉を短くする", { exact: false })).toBeVisible();
  });

  test("what is said in a film is shown and leads to its second", async ({ portal, page }) => {
    await portal.catalogue.type("飛ばした所");
    const result = portal.catalogue.result(WHOLE);
    await expect(result).toContainText("「飛ばした所は残ります。");
    await expect(result.locator("mark")).toHaveText("飛ばした所");
    await result.getByRole("link", { name: "第2章 0:02 から再生" }).click();
    await expect(page).toHaveURL(/courses\/fixture\/chapters\/02-beta\?t=2$/);
    await page.goBack();
    await expect(portal.catalogue.field).toHaveValue("飛ばした所");
    await expect(result).toBeVisible();
  });

  test("titles come before what is only said @both", async ({ portal }) => {
    await portal.catalogue.type("試験用の講習");
    await expect(portal.catalogue.results.first()).toBeVisible();
    expect((await portal.catalogue.titles())[0]).toBe(WHOLE);
  });

  test("arrow keys walk through what was found, Escape clears @desktop", async ({ portal, page }) => {
    await portal.catalogue.type("試験用");
    await expect(portal.catalogue.results.first()).toBeVisible();
    const link = (number: number) => portal.catalogue.results.nth(number).getByRole("heading").getByRole("link");
    await page.keyboard.press("ArrowDown");
    await expect(link(0)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(link(1)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(portal.catalogue.field).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await expect(portal.catalogue.field).toBeFocused();
    await expect(portal.catalogue.field).toHaveValue("");
    await expect(portal.catalogue.codes).toBeVisible();
    await expect(page).toHaveURL(/catalogue$/);
  });

  test("what is typed stands in the address, whatever it is", async ({ portal, page }) => {
    await portal.catalogue.type("A&B+50% 勁椎");
    await page.reload();
    await expect(portal.catalogue.field).toHaveValue("A&B+50% 勁椎");
  });
});

test("the search works with no network once the catalogue was opened", async ({ portal, page, context }) => {
  await portal.home.open();
  await portal.isKept();
  await portal.catalogue.open();
  await portal.catalogue.type("飛ばした所");
  await expect(portal.catalogue.result(WHOLE)).toContainText("「飛ばした所は残ります。");
  await context.setOffline(true);
  await page.goto("catalogue?q=%E5%8B%81%E6%A4%8E");
  await expect(portal.catalogue.result(LECTURE)).toBeVisible();
  await portal.catalogue.type("残りだけを");
  await expect(portal.catalogue.result(WHOLE)).toContainText("残りだけを再生できます");
});

test.describe("a fault that is told", () => {
  test.use({ serviceWorkers: "block", provoked: /status of 503 .* at .*\/search\// });

  test("without the index titles are found all the same, and the page says so", async ({ portal, page }) => {
    await page.route("**/search/*.bin", (route) => route.fulfill({ status: 503, body: "" }));
    await portal.catalogue.open();
    await portal.catalogue.finds("勁椎", [LECTURE]);
    await expect(page.getByText("字幕の検索データを読み込めないため", { exact: false })).toBeVisible();
  });

  test("without its own file the page says what happened and tries again", async ({ portal, page }) => {
    await page.route("**/search/*.json", (route) => route.fulfill({ status: 503, body: "" }));
    await portal.catalogue.open();
    await expect(page.getByRole("alert")).toContainText("サーバーが応答できません（HTTP 503）");
    await page.unrouteAll();
    await page.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(portal.catalogue.code("74")).toBeVisible();
  });
});
