import type { Page } from "@playwright/test";
import { clipped, faults, unmarkedJapanese } from "../support/audit";
import { expect, test } from "../support/portal";
import { tours } from "../support/tour";

const PHONE = { width: 390, height: 844 };
const DESKTOP = { width: 1280, height: 800 };

test.describe("axe finds no violation, light and dark, on a phone and a desktop:", () => {
  for (const [whose, tour] of Object.entries(tours)) {
    test(`the pages of ${whose}`, async ({ portal, page }) => {
      test.setTimeout(180_000);
      await tour(portal, async (stop) => {
        expect.soft(await faults(page), `${stop}, phone`).toEqual([]);
        // Dark differs in its colours alone, a desktop in where things stand.
        await page.emulateMedia({ colorScheme: "dark" });
        expect.soft(await faults(page, "color-contrast"), `${stop}, dark`).toEqual([]);
        await page.emulateMedia({ colorScheme: "light" });
        await page.setViewportSize(DESKTOP);
        expect.soft(await faults(page), `${stop}, desktop`).toEqual([]);
        await page.setViewportSize(PHONE);
        expect.soft(await page.getByRole("heading", { level: 1, includeHidden: true }).count(), `${stop}: headings`).toBe(1);
      });
    });
  }
});

test.describe("nothing is cut off in twice the text size, and English is English:", () => {
  for (const [whose, tour] of Object.entries(tours)) {
    test(`the pages of ${whose}`, async ({ portal, page, context }) => {
      const session = await context.newCDPSession(page);
      await tour(portal, async (stop) => {
        expect.soft(await clipped(page), stop).toEqual([]);
        await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
        expect.soft(await clipped(page), `${stop}, large text`).toEqual([]);
        await portal.speak("English", "en");
        expect.soft(await clipped(page), `${stop}, large text, English`).toEqual([]);
        await session.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
        expect.soft(await unmarkedJapanese(page), `${stop}, English`).toEqual([]);
        await portal.speak("日本語", "ja");
      });
    });
  }
});

test("who has asked for less motion sees none", async ({ portal, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const open of [() => portal.home.open(), () => portal.chapter.open("fixture", "01-alpha"), () => portal.verify.open()]) {
    await open();
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("*")].flatMap((element) => {
        const { transitionDuration, animationDuration, animationIterationCount } = getComputedStyle(element);
        const seconds = [...transitionDuration.split(","), ...animationDuration.split(",")].map(parseFloat);
        return Math.max(...seconds) > 0.01 || animationIterationCount === "infinite" ? [element.className] : [];
      }),
    );
    expect(moving).toEqual([]);
  }
});

test.describe("on paper", () => {
  test.beforeEach(async ({ portal }) => {
    await portal.hasWatchedEverything("notest");
    await portal.completion.open("notest");
    await portal.completion.makeCode("見本 太郎");
  });

  // Its size, A6, is a named page's, which Chromium's PDF writer does not follow.
  test("the code is one sheet", async ({ page }) => {
    expect(await sheets(page)).toHaveLength(1);
  });

  test("the instructor's list is one sheet of A4", async ({ portal, page }) => {
    const code = await portal.completion.text();
    await portal.verify.open();
    await portal.verify.paste(code);
    await portal.verify.word("期限内").waitFor();
    expect(await sheets(page)).toEqual(["210 × 297 mm"]);
  });

  /** The sheets that a printer would be given. */
  async function sheets(page: Page): Promise<string[]> {
    const file = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const millimetres = (points: string) => Math.round((Number(points) / 72) * 25.4);
    const boxes = file.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)/g);
    return [...boxes].map(([, width, height]) => `${millimetres(width)} × ${millimetres(height)} mm`);
  }
});

test.describe("in an app's own browser", () => {
  const phones = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
  const apps: Record<string, { agent: string; wayOut: "link" | "button" }> = {
    LINE: { agent: `${phones} Safari Line/14.9.0`, wayOut: "link" },
    Facebook: { agent: `${phones} [FBAN/FBIOS;FBAV/468.0]`, wayOut: "button" },
    "an app on Android": {
      agent: "Mozilla/5.0 (Linux; Android 14; Pixel 8; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/125.0 Mobile Safari/537.36 Instagram 334.0",
      wayOut: "link",
    },
  };
  for (const [app, { agent, wayOut }] of Object.entries(apps)) {
    test(`such as ${app}, the learner is told before starting, and shown the way out`, async ({ browser, baseURL }) => {
      const context = await browser.newContext({ baseURL, locale: "ja-JP", userAgent: agent, viewport: PHONE, permissions: ["clipboard-read", "clipboard-write"] });
      const page = await context.newPage();
      await page.goto("courses/fixture?from=mail");
      await expect(page.getByText("アプリ内のブラウザで開いています")).toBeVisible();
      await expect(page.getByText("このままでは学習の記録が残らないことがあります")).toBeVisible();
      expect(await faults(page)).toEqual([]);
      if (wayOut === "link") {
        const link = page.getByRole("link", { name: "ブラウザで開く" });
        await expect(link).toHaveAttribute("href", app === "LINE" ? /courses\/fixture\?from=mail&openExternalBrowser=1$/ : /^intent:\/\/.*courses\/fixture\?from=mail#Intent;/);
      } else {
        await page.getByRole("button", { name: "アドレスをコピー" }).click();
        await expect(page.getByRole("status").filter({ hasText: "コピーしました" })).toBeVisible();
        expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
      }
      await context.close();
    });
  }

  test("but not in a browser", async ({ portal, page }) => {
    await portal.home.open();
    await expect(page.getByText("アプリ内のブラウザで開いています")).toBeHidden();
  });
});
