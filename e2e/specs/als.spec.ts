import { sites } from "../server/where.mjs";
import { expect, test } from "../support/portal";

test.describe("the ALS course of the real site", () => {
  test.use({ baseURL: sites.real.url });

  test("says who holds it, whether it is designated, for which equipment, and by which text", async ({ page }) => {
    await page.goto("courses/als-pre-2026");
    const about = page.getByRole("region", { name: "講習について" });
    for (const [field, value] of [
      ["実施主体", "サンプル医師会（見本）"],
      ["日本医師会長の指定", "未申請"],
      ["資器材", "診療所向け（診療所に普段ない設備は省くことがあります）・自己所有"],
      ["テキスト", /救急蘇生法の指針/],
    ] as const) {
      await expect(about.locator("dt", { hasText: field }).locator("xpath=following-sibling::dd[1]"), field).toHaveText(value);
    }
    await expect(about.getByRole("link", { name: /この講習の基準/ })).toHaveAttribute("href", /rules\/jma-als$/);
  });

  test("is found by the older name that is read as its name", async ({ page }) => {
    await page.goto("catalogue?q=日本医師会ACLS");
    await expect(page.getByRole("link", { name: "ALS研修 事前学習" })).toBeVisible();
  });

  test("is found by what physicians type, with the code that it has not, and by English words", async ({ portal, page }) => {
    await portal.catalogue.open();
    const course = portal.catalogue.result("ALS研修 事前学習");
    for (const typed of ["心肺停止", "心静止", "ECG", "shock", "adrenaline", "しんぱいそせい", "きょうこつあっぱく"]) {
      await portal.catalogue.type(typed);
      await expect(course, typed).toBeVisible();
    }
    await portal.catalogue.finds("ALS", ["ALS研修 事前学習"]);
    await portal.catalogue.type("心肺停止");
    await expect(course).toContainText("キーワード: 心肺停止");
    await expect(page.getByText("CC 44 心肺停止 の講習は、この一覧にはまだありません。")).toBeVisible();
    await expect(page.getByText("下の講習は、このCCの対象ではありません。")).toBeVisible();
  });

  test("is shown with the scene in which a keyword is said", async ({ portal, page }) => {
    await portal.catalogue.open();
    const course = portal.catalogue.result("ALS研修 事前学習");
    for (const typed of ["心室細動 AED", "アドレナリン"]) {
      await portal.catalogue.type(typed);
      await expect(course.getByRole("link", { name: /^第\d章 \d+:\d\d から見る$/ }), typed).toBeVisible();
    }
    await expect(course).toContainText("キーワード: アドレナリン");
    await expect(course.locator("mark").nth(1)).toHaveText("アドレナリン");
    await course.getByRole("link", { name: /から見る$/ }).click();
    await expect(page).toHaveURL(/courses\/als-pre-2026\/chapters\/[^/]+\?t=\d+$/);
  });
});
