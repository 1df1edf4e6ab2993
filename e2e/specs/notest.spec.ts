import { expect, test } from "../support/portal";

test("a course without a test goes from the film straight to its code, and the code says so", async ({ portal, page }) => {
  await portal.course.open("notest");
  await expect(portal.course.required).not.toContainText(/テスト|セルフアセスメント/);
  await portal.course.openChapter(1);
  await portal.chapter.watch();
  await page.getByRole("link", { name: "修了コードへ" }).click();
  await portal.completion.makeCode("見本 太郎");
  await expect(portal.completion.fact("得点")).toHaveText("テストのない講習です");
  await expect(portal.completion.fact("間違えた問題")).toHaveText("含みません");
  await expect(portal.completion.fact("視聴時間")).toHaveText(/^[56]秒$/);
});

test("the code is ticked off once it is made, not when it could be", async ({ portal }) => {
  await portal.hasWatchedEverything("notest");
  await portal.course.open("notest");
  const film = portal.course.step("すべての章のビデオを視聴する");
  const code = portal.course.step("修了コードを作る（実技の会場で見せます）");
  await expect(film).toContainText("済み：");
  await expect(code).toContainText("これから：");
  await portal.course.makeCode();
  await portal.completion.makeCode("見本 太郎");
  await portal.course.open("notest");
  await expect(code).toContainText("済み：");
});

test("its self-assessment has an address, and says that there is none", async ({ portal, page }) => {
  await portal.assessment.open("notest");
  await expect(page.getByText("この講習にセルフアセスメントはありません")).toBeVisible();
});

test("its code cannot be made before the film was watched", async ({ portal }) => {
  await portal.completion.open("notest");
  await expect(portal.completion.notYet).toBeVisible();
  await expect(portal.completion.seal).toBeHidden();
});

test.describe("with a slow network", () => {
  test.use({ serviceWorkers: "block" });

  test("leaving the page while the code is being made stops nothing, and the code is there afterwards", async ({ portal, page }) => {
    await portal.hasWatchedEverything("notest");
    await portal.completion.open("notest");
    let deliver = () => {};
    const delivered = new Promise<void>((resolve) => (deliver = resolve));
    await page.route("**/course.json", (route) => delivered.then(() => route.continue()));
    await portal.completion.name.fill("見本 太郎");
    await portal.completion.seal.click();
    await expect(page.getByRole("button", { name: "署名しています…" })).toBeDisabled();
    await portal.settings.goTo();
    deliver();
    await page.getByRole("link", { name: "講習一覧", exact: true }).first().click();
    await expect(portal.home.next.getByRole("link", { name: /を表示$/ })).toBeVisible();
    await expect(page.getByText("画面の動作が止まりました")).toBeHidden();
  });
});

test.describe("a fault that is told", () => {
  test.use({ serviceWorkers: "block", provoked: /status of 503 .* at .*\/course\.json$/ });

  test("is told in the language that the reader then chooses", async ({ portal, page }) => {
    await portal.hasWatchedEverything("notest");
    await page.route("**/course.json", (route) => route.fulfill({ status: 503, body: "" }));
    const told = page.getByRole("alert");
    const inEnglish = () => page.getByRole("button", { name: "English", exact: true }).click();
    await portal.course.open("notest");
    await expect(told).toContainText("サーバーが応答できません（HTTP 503）");
    await inEnglish();
    await expect(told).toContainText("The server cannot answer (HTTP 503)");

    await page.getByRole("button", { name: "日本語", exact: true }).click();
    await portal.completion.open("notest");
    await portal.completion.name.fill("見本 太郎");
    await portal.completion.seal.click();
    await expect(told).toContainText("サーバーが応答できません（HTTP 503）");
    await inEnglish();
    await expect(told).toContainText("The server cannot answer (HTTP 503)");
    await page.unrouteAll();
    await page.getByRole("button", { name: "Make the code" }).click();
    await expect(page.getByRole("img", { name: "QR code of the completion" })).toBeVisible();
  });
});
