import type { Page } from "@playwright/test";
import { expect, test } from "../support/portal";

// What a host that is half updated, a broken cache or a meddling proxy would deliver.
test.describe("a site whose files are damaged shows a clear page, keeps the record, and offers to try again", () => {
  test.use({ serviceWorkers: "block", provoked: /status of (404|503) .* at .*\/catalog\.json$/ });

  test("questions that are not those of the catalog are not asked", async ({ portal, page }) => {
    await portal.hasWatchedEverything("fixture");
    await deliver(page, "questions.json", (text) => text.replace('"right":true', '"right":false'));
    await portal.assessment.open("fixture");
    await expect(page.getByText("教材のファイルが壊れているか、更新の途中です")).toBeVisible();
    await expect(page.getByText("これまでの視聴と解答は保存されています。")).toBeVisible();
    await expect(page.getByRole("button", { name: "セルフアセスメントをはじめる" })).toBeHidden();

    await page.unrouteAll();
    await page.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(page.getByRole("button", { name: "セルフアセスメントをはじめる" })).toBeVisible();
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

test.describe("a site that cannot even start, or whose trust list is damaged, says so", () => {
  test.use({
    serviceWorkers: "block",
    provoked: /status of 404 .* at .*(_bg\.wasm|\/site\.json|\/questions\.json)$|^not caught: Error: failed to fetch Wasm: 404/,
  });

  test("a program that is missing leaves a page that says what happened, what is kept and what to do, and trying again works", async ({ portal, page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("./");
    await expect(page.getByRole("heading", { name: "読み込みを完了できませんでした" })).toBeVisible();
    await expect(page.getByText("この端末の記録はそのまま残っています。", { exact: false }).last()).toBeVisible();
    await page.unrouteAll();
    await page.getByRole("link", { name: "もう一度読み込む" }).click();
    await expect(portal.home.heading).toBeVisible();
  });

  test("a site without its own description", async ({ portal, page }) => {
    await page.route("**/site.json", (route) => route.fulfill({ status: 404, body: "" }));
    await page.goto("./");
    const told = page.getByRole("alert");
    await expect(told).toContainText("ファイルが見つかりません");
    await expect(told).toContainText("保存された記録は残ります");
    await page.unrouteAll();
    await told.getByRole("button", { name: "もう一度試す" }).click();
    await expect(portal.home.card("試験用の講習")).toBeVisible();
  });

  test("a network that goes away between two files, told in English to those who read English", async ({ browser, baseURL }) => {
    const context = await browser.newContext({ baseURL, locale: "en-GB", serviceWorkers: "block" });
    const page = await context.newPage();
    await page.route("**/catalog.json", (route) => route.abort("internetdisconnected"));
    await page.goto("./");
    await expect(page.getByRole("alert")).toContainText("No network connection");
    await expect(page.getByRole("alert")).toContainText("Your record is not affected.");
    await page.unrouteAll();
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(page.getByRole("link", { name: "Fixture course", exact: true })).toBeVisible();
    await context.close();
  });

  test("a course's text with one byte changed is not shown, and a second try shows it", async ({ portal, page }) => {
    await deliver(page, "course.json", (text) => text.replace("試", "誤"));
    await portal.course.open("fixture");
    const told = page.getByRole("alert").filter({ hasText: "教材のファイルが壊れているか、更新の途中です" });
    await expect(told).toContainText("保存されています");
    await page.unrouteAll();
    await told.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(page.getByText("総監修")).toBeVisible();
  });

  test("questions that are missing", async ({ portal, page }) => {
    await portal.hasWatchedEverything("fixture");
    await page.route("**/questions.json", (route) => route.fulfill({ status: 404, body: "" }));
    await portal.assessment.open("fixture");
    const told = page.getByRole("alert");
    await expect(told).toContainText("ファイルが見つかりません");
    await expect(told).toContainText("保存された記録は残ります");
    await page.unrouteAll();
    await told.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(page.getByRole("button", { name: "セルフアセスメントをはじめる" })).toBeVisible();
  });

  test("a trust list with one bit changed is not used: no code is judged by it", async ({ page }) => {
    await page.route("**/trust.cose", async (route) => {
      const real = await route.fetch();
      const body = await real.body();
      body[body.length - 1] ^= 1;
      await route.fulfill({ response: real, body });
    });
    await page.goto("verify");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByText("E_TRUST_SIG").or(page.getByText(/信頼リスト.*署名/)).first()).toBeVisible();
    await expect(page.getByText("発行者一覧がないため、確認できません")).toBeVisible();
    await page.unrouteAll();
    await page.reload();
    await expect(page.getByText(/第\d+版/)).toBeVisible();
    await expect(page.getByText("発行者一覧がないため、確認できません")).toBeHidden();
  });

  test("no fault is a panic: the page never shows its last words, and the console no uncaught fault", async ({ page }) => {
    const uncaught: string[] = [];
    page.on("pageerror", (error) => uncaught.push(String(error)));
    await page.route(/content\/.*\.(json|cose|vtt|webp)$/, (route) => route.fulfill({ status: 200, body: "\u0000{" }));
    for (const path of ["./", "courses/fixture", "courses/fixture/chapters/01-alpha", "courses/fixture/self-assessment", "courses/fixture/completion", "settings", "verify"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 }), path).toBeVisible();
      await expect(page.getByText("画面の動作が止まりました")).toBeHidden();
    }
    expect(uncaught).toEqual([]);
  });
});
