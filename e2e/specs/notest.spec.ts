import { expect, test } from "../support/portal";

test("a course without a test goes from the film straight to its code, and the code says so", async ({ portal, page }) => {
  await portal.course.open("notest");
  await expect(portal.course.required).not.toContainText("テスト");
  await portal.course.openChapter(1);
  await portal.chapter.watch();
  await page.getByRole("link", { name: "修了コードへ" }).click();
  await portal.completion.makeCode("見本 太郎");
  await expect(portal.completion.fact("得点")).toHaveText("テストのない講習です");
  await expect(portal.completion.fact("間違えた問題")).toHaveText("入っていません");
  await expect(portal.completion.fact("視聴時間")).toHaveText(/^[56]秒$/);
});

test("its self-assessment has an address, and says that there is none", async ({ portal, page }) => {
  await portal.assessment.open("notest");
  await expect(page.getByText("この講習にテストはありません")).toBeVisible();
});

test("its code cannot be made before the film was watched", async ({ portal }) => {
  await portal.completion.open("notest");
  await expect(portal.completion.notYet).toBeVisible();
  await expect(portal.completion.seal).toBeHidden();
});
