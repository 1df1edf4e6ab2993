import type { Request } from "@playwright/test";
import { expect, Portal, test } from "../support/portal";

const COURSE = "テストのない試験用の講習";

test("after one visit the home page, a course and a deep link open with the network off", async ({ portal, page, context }) => {
  await portal.home.open();
  await portal.isKept();
  await context.setOffline(true);
  await page.reload();
  await expect(portal.home.card("試験用の講習")).toBeVisible();
  await portal.home.choose("試験用の講習");
  await expect(portal.course.required).toBeVisible();
  await page.goto("courses/fixture/self-assessment");
  await expect(page.getByText("まだテストを受けられません")).toBeVisible();
  await page.goto("settings");
  await expect(page.getByRole("heading", { level: 1, name: "設定" })).toBeVisible();
});

test("the instructor's page opens again with the network off and judges a pasted code, and nothing is asked of the network", async ({ portal, page, context, browser, baseURL }) => {
  const elsewhere = await browser.newContext({ baseURL, locale: "ja-JP" });
  const learner = new Portal(await elsewhere.newPage());
  await learner.hasWatchedEverything("notest");
  await learner.completion.open("notest");
  await learner.completion.makeCode("Mihon Taro");
  const code = await learner.completion.text();
  await elsewhere.close();

  await portal.verify.open();
  await portal.isKept();
  await context.setOffline(true);
  await page.goto("verify");
  await expect(portal.verify.ready).toBeVisible();
  await portal.verify.choose(COURSE);

  const asked: Request[] = [];
  context.on("request", (request) => asked.push(request));
  await portal.verify.paste(code);
  await expect(portal.verify.word("期限内")).toBeVisible();
  await expect(portal.verify.verdict).toContainText("Mihon Taro");
  // What the page's own service worker answers, such as the icon a browser asks for when it likes, stays on the device.
  const answers = await Promise.all(asked.map(async (request) => [request.url(), (await request.response())?.fromServiceWorker()]));
  expect(answers.filter(([, isOurs]) => !isOurs)).toEqual([]);
});

test("a chapter whose text was read once is there with the network off, and says that the film is not", async ({ portal, page, context }) => {
  await portal.home.open();
  await portal.isKept();
  await portal.chapter.open("fixture", "01-alpha");
  await page.getByRole("tab", { name: "本文" }).click();
  await page.getByRole("heading", { name: "この章の目標" }).waitFor();
  const session = await context.newCDPSession(page);
  await session.send("Network.clearBrowserCache");
  await context.setOffline(true);
  await page.reload();
  await page.getByRole("tab", { name: "本文" }).click();
  await expect(page.getByRole("heading", { name: "この章の目標" })).toBeVisible();
  await expect(page.getByRole("alert").filter({ hasText: "ビデオを読み込めません" })).toContainText("ここまでの視聴は記録されています。");
});
