import type { Page } from "@playwright/test";
import { expect, test } from "../support/portal";

// What a host that is half updated, a broken cache or a meddling proxy would deliver.
test.describe("a site whose files are damaged shows a clear page, keeps the record, and offers to try again", () => {
  test.use({ serviceWorkers: "block" });

  test("questions that are not those of the catalog are not asked", async ({ portal, page }) => {
    await portal.hasWatchedEverything("fixture");
    await deliver(page, "questions.json", (text) => text.replace('"right":true', '"right":false'));
    await portal.assessment.open("fixture");
    await expect(page.getByText("教材のファイルが壊れているか、更新の途中です")).toBeVisible();
    await expect(page.getByText("これまでの視聴と解答は保存されています。")).toBeVisible();
    await expect(page.getByRole("button", { name: "テストをはじめる" })).toBeHidden();

    await page.unrouteAll();
    await page.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(page.getByRole("button", { name: "テストをはじめる" })).toBeVisible();
  });

  test("a text that is cut off is not shown, and the film still plays and counts", async ({ portal, page }) => {
    await deliver(page, "course.json", (text) => text.slice(0, text.length / 2));
    await portal.chapter.open("fixture", "01-alpha");
    await page.getByRole("tab", { name: "本文" }).click();
    await expect(page.getByText("本文を読み込めません。ビデオの視聴は続けられ、記録されます。")).toBeVisible();
    await portal.chapter.watch();
  });

  test("a film that is none is told, with what is kept", async ({ portal, page }) => {
    await page.route("**/*.mp4", (route) => route.fulfill({ status: 200, contentType: "video/mp4", body: "no film" }));
    await page.goto("courses/fixture/chapters/01-alpha");
    await expect(page.getByRole("alert").filter({ hasText: "ビデオを読み込めません" })).toContainText("ここまでの視聴は記録されています。");
    await page.unrouteAll();
    await page.getByRole("button", { name: "もう一度読み込む" }).click();
    await portal.chapter.isReady();
  });

  const faults = [
    { what: "is no catalog", answer: { status: 200, body: "<html>maintenance</html>" }, says: "ファイルの内容が正しくありません" },
    { what: "is refused", answer: { status: 503, body: "" }, says: "サーバーが応答できません（HTTP 503）" },
    { what: "is missing", answer: { status: 404, body: "" }, says: "ファイルが見つかりません" },
  ];
  for (const { what, answer, says } of faults) {
    test(`a catalog that ${what}`, async ({ portal, page }) => {
      await page.route("**/catalog.json", (route) => route.fulfill(answer));
      await page.goto("./");
      const told = page.getByRole("alert");
      await expect(told).toContainText(says);
      // What needs no catalog works.
      await portal.settings.goTo();
      await page.goBack();
      await page.unrouteAll();
      await told.getByRole("button", { name: "もう一度試す" }).click();
      await expect(portal.home.card("試験用の講習")).toBeVisible();
    });
  }
});

/** Delivers a changed file in place of the real one. */
async function deliver(page: Page, file: string, change: (text: string) => string): Promise<void> {
  await page.route(`**/${file}`, async (route) => {
    const real = await route.fetch();
    await route.fulfill({ response: real, body: change(await real.text()) });
  });
}
