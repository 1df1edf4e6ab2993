import type { Page, Request } from "@playwright/test";
import { Host } from "../support/host";
import { expect, Portal, test } from "../support/portal";
import type { Course } from "../support/site";

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
  await expect(page.getByText("まだセルフアセスメントを受けられません")).toBeVisible();
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

test("a chapter that was never opened says with the network off what could not be loaded, and has its captions once it is back", async ({ portal, page, context }) => {
  await portal.home.open();
  await portal.isKept();
  await context.setOffline(true);
  await page.goto("courses/fixture/chapters/02-beta");
  await expect(page.getByRole("alert").filter({ hasText: "ビデオを読み込めません" })).toBeVisible();
  const captions = page.getByRole("tabpanel", { name: "字幕テキスト" });
  await expect(captions).toContainText("字幕を読み込めません。");
  await page.getByRole("tab", { name: "本文" }).click();
  await expect(page.getByText("本文も読み込めません。")).toBeVisible();
  await expect(page.getByText("ビデオの視聴は続けられ", { exact: false })).toBeHidden();

  await context.setOffline(false);
  const tab = page.getByRole("tab", { name: "字幕テキスト" });
  await tab.click();
  await captions.getByRole("button", { name: "もう一度読み込む" }).press("Enter");
  await expect(captions.getByRole("listitem").first()).toBeVisible();
  await expect(tab).toBeFocused();
});

test.describe("when the host renews a file", () => {
  let host: Host;
  test.use({ baseURL: Host.url });
  test.beforeEach(async ({ portal }) => {
    host = await Host.open();
    await portal.home.open();
    await portal.isKept();
  });
  test.afterEach(() => host.close());

  for (const { what, seen } of [
    { what: "and the page asks for it", seen: (page: Page) => page.evaluate(async () => (await fetch("content/trust.cose")).arrayBuffer()) },
    { what: "together with a new build, and the page asks for nothing", seen: newBuild },
  ]) {
    test(`such as the trust list, ${what}, the new one is there with the network off`, async ({ page, context }) => {
      const [old] = await trustList(page);
      await host.renew("content/trust.cose", `${"renewed ".repeat(80)}`);
      await seen(page);
      await context.setOffline(true);
      await page.reload();
      const [length, start] = await trustList(page);
      expect(old).not.toBe(640);
      expect([length, start]).toEqual([640, "renewed"]);
    });
  }

  test("such as the catalog, the new one is there with the network off", async ({ portal, page, context }) => {
    await host.renew("content/catalog.json", (await host.read("content/catalog.json")).toString().replaceAll("試験用の講習", "改めた講習"));
    await portal.home.open();
    await expect(portal.home.card("改めた講習")).toBeVisible();
    await context.setOffline(true);
    await page.reload();
    await expect(portal.home.card("改めた講習")).toBeVisible();
  });

  for (const [what, excuse] of [
    ["an error", { status: 503, body: "" }],
    ["a page that asks for patience", { status: 200, contentType: "text/html; charset=utf-8", body: "<p>maintenance" }],
  ] as const) {
    test(`${what} in place of the trust list does not displace the one that is kept`, async ({ page, context }) => {
      const before = await trustList(page);
      await context.route("**/trust.cose", (route) => route.fulfill(excuse));
      const [, instead] = await trustList(page);
      expect(instead).toBe(excuse.status === 200 ? "<p>maintenance" : before[1]);
      await context.unrouteAll();
      await context.setOffline(true);
      expect(await trustList(page)).toEqual(before);
    });
  }

  test("a course that the catalog no longer names is removed, but not while a page beside has it open", async ({ portal, page, context }) => {
    const other = new Portal(await context.newPage());
    for (const [{ chapter, page: tab }, id] of [[portal, "fixture"], [other, "notest"]] as const) {
      await chapter.open(id, "01-alpha");
      await tab.getByRole("tab", { name: "本文" }).click();
      await tab.getByRole("heading", { name: "この章の目標" }).waitFor();
    }
    const both = await kept(page, "content/");
    expect(both.filter((name) => name.includes("/fixture/"))).not.toEqual([]);
    expect(both.filter((name) => name.includes("/notest/"))).not.toEqual([]);
    const catalog = JSON.parse((await host.read("content/catalog.json")).toString()) as { courses: Course[] };
    const isGone = ({ outline }: Course) => outline.id === "notest";
    const [gone] = catalog.courses.filter(isGone);
    await host.renew("content/catalog.json", JSON.stringify({ ...catalog, courses: catalog.courses.filter((course) => !isGone(course)) }));

    await portal.home.open();
    await expect(portal.home.card("試験用の講習")).toBeVisible();
    await page.waitForTimeout(500);
    expect(await kept(page, "content/")).toEqual(both);

    await other.page.close();
    await page.reload();
    const [{ poster }] = gone.outline.chapters;
    // A poster is asked for when the film is slow to come.
    const left = both.filter((name) => !name.includes("/notest/") && !name.endsWith(poster));
    await expect.poll(() => kept(page, "content/")).toEqual(left);
  });

  test("a page of the older build still finds its own parts, and once it is closed the older build is removed", async ({ portal, page, context }) => {
    const before = await kept(page, "part-settings-");
    await newBuild(page);
    const session = await context.newCDPSession(page);
    await session.send("Network.clearBrowserCache");
    await portal.settings.goTo();
    expect(await kept(page, "part-settings-")).toEqual([...before, PART].sort());

    await page.close();
    const again = new Portal(await context.newPage());
    await again.home.open();
    await expect.poll(() => kept(again.page, "part-settings-")).toEqual([PART]);
  });

  const PART = "part-settings-0123456789abcdef.wasm";

  /** Another build, in which one part has changed; waits until the browser has it whole. */
  async function newBuild(page: Page): Promise<void> {
    const worker = (await host.read("sw.js")).toString();
    const [old] = worker.match(/part-settings-[0-9a-f]{16}\.wasm/)!;
    await host.move(old, PART);
    await host.renew("sw.js", worker.replace(old, PART).replace(/(BUILD ?= ?")[0-9a-f]{16}/, "$1fedcba9876543210"));
    for (const name of ["index.html", "404.html"]) await host.renew(name, (await host.read(name)).toString().replace(old, PART));
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (registration.installing) await new Promise((resolve) => setTimeout(resolve, 50));
      // A worker that did not wait would be in charge by now.
      await new Promise((resolve) => setTimeout(resolve, 1000));
    });
  }
});

test("erasing everything also removes what was kept of the courses, and the portal still opens with the network off", async ({ portal, page, context }) => {
  await portal.home.open();
  await portal.isKept();
  await portal.chapter.open("fixture", "01-alpha");
  await expect.poll(() => kept(page, "content/media/")).not.toEqual([]);
  await portal.settings.goTo();
  await portal.settings.erase();
  await expect.poll(() => kept(page, "content/")).toEqual(["content/catalog.json", "content/site.json", "content/trust.cose"]);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1, name: "設定" })).toBeVisible();
  await portal.home.open();
  await expect(portal.home.card("試験用の講習")).toBeVisible();
});

/** What the browser keeps of the site for the time without a network, below an address. */
function kept(page: Page, below: string): Promise<string[]> {
  return page.evaluate(async (below) => {
    const caches_ = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
    const requests = (await Promise.all(caches_.map((cache) => cache.keys()))).flat();
    const names = requests.map(({ url }) => url.slice(document.baseURI.length));
    return [...new Set(names)].filter((name) => name.startsWith(below)).sort();
  }, below);
}

/** The trust list as the page gets it: its length and its first word. */
function trustList(page: Page): Promise<[length: number, start: string]> {
  return page.evaluate(async () => {
    const list = await (await fetch("content/trust.cose")).text();
    return [list.length, list.split(" ")[0]];
  });
}
