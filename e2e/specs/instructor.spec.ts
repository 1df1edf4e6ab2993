import type { Page } from "@playwright/test";
import { unmarkedJapanese } from "../support/audit";
import { expect, Portal, test } from "../support/portal";

const COURSE = "テストのない試験用の講習";
const NAME = "Mihon Taro";
const DAY_MS = 86_400_000;

let code: string;
let receipt: string;

test.beforeEach(async ({ browser, baseURL }) => {
  const elsewhere = await browser.newContext({ baseURL, locale: "ja-JP" });
  const learner = new Portal(await elsewhere.newPage());
  await learner.hasWatchedEverything("notest");
  await learner.completion.open("notest");
  await learner.completion.makeCode(NAME);
  receipt = await learner.completion.receipt.innerText();
  code = await learner.completion.text();
  await elsewhere.close();
});

test("two tabs show one list: readings, receipt numbers, decisions, also what was erased and came back", async ({ portal, context }) => {
  const { verify } = portal;
  await verify.open();
  await verify.keepNames();
  const other = new Portal(await context.newPage());
  await other.verify.open();
  await verify.paste(code);
  const [row, twin] = [verify.rows(verify.list), other.verify.rows(other.verify.list)];
  await expect(row).toContainText(receipt);
  await expect(twin).toContainText(NAME);
  await expect(twin).toContainText(receipt);
  await twin.getByRole("button", { name: `${NAME}：名簿・身分証で確認した` }).click();
  await expect(row).toContainText("H1 本人確認済");

  const third = new Portal(await context.newPage());
  await third.settings.open();
  await third.settings.erase();
  await expect(row).toHaveCount(0);
  await expect(twin).toHaveCount(0);
  await third.settings.undo();
  for (const list of [row, twin]) {
    await expect(list).toContainText(receipt);
    await expect(list).toContainText("H1 本人確認済");
  }
});

test("what the desk keeps is erased with everything else, and comes back with it", async ({ portal, page }) => {
  const { verify, settings } = portal;
  const [course, sound] = [page.getByLabel("講習", { exact: true }), page.getByRole("button", { name: "音と振動" })];
  await verify.open();
  await verify.choose(COURSE);
  await sound.click();
  await verify.paste(code);
  await expect(verify.rows(verify.list)).toContainText(receipt);
  expect(await databases(page)).toEqual(["yoshu"]);

  await settings.goTo();
  await settings.erase();
  expect(await kept(page)).not.toMatch(/scanned|notest|desk-/);
  await settings.undo();
  await expect(page.getByText("すべて消去しました")).toBeHidden();
  // Not in memory alone.
  await verify.open();
  await expect(verify.rows(verify.list)).toContainText(receipt);
  await expect(course).toHaveValue("notest");
  await expect(sound).toHaveAttribute("aria-pressed", "false");

  await settings.goTo();
  await settings.erase();
  await verify.open();
  await expect(verify.list).toContainText("まだ受付がありません");
  await expect(course).toHaveValue("");
  await expect(sound).toHaveAttribute("aria-pressed", "true");
});

test("a clock that is wrong: the day is typed, and the list's file says so from then on", async ({ portal, page }) => {
  const { verify } = portal;
  await verify.open();
  await page.clock.setFixedTime(Date.now() - 3 * DAY_MS);
  await page.reload();
  await expect(page.getByText("端末の日付が正しくないため、確認できません")).toBeVisible();
  await verify.paste(code);
  await expect(verify.word("受付不可")).toBeVisible();
  await expect(await verify.resultCode()).toHaveText("E_CLOCK");
  const tomorrow = day(Date.now() + DAY_MS);
  await page.getByLabel("今日の日付").fill(tomorrow);
  await page.getByRole("button", { name: "この日付で確認し直す" }).click();
  await expect(verify.word("期限内")).toBeVisible();
  await expect(verify.rows(verify.list)).toContainText("期限内");
  await expect(verify.ready).toBeVisible();

  for (const again of [false, true]) {
    if (again) {
      await page.reload();
      await verify.choose("すべての講習", tomorrow);
    }
    const [head, line] = (await verify.saveCsv()).split("\r\n").map((line) => line.split(","));
    expect(line[head.indexOf("受付番号")]).toBe(receipt);
    expect(line[head.indexOf("判定日時")]).toMatch(new RegExp(`^${tomorrow} `));
    expect(line[head.indexOf("入力された日付")]).toBe(tomorrow);
  }
});

test("what is on show follows the language: the form for the day, the notice of a typed day, a fault of the camera", async ({ portal, page }) => {
  const { verify } = portal;
  await verify.open();
  await page.clock.setFixedTime(Date.now() - 3 * DAY_MS);
  await page.reload();
  await page.getByText("端末の日付が正しくないため").waitFor();
  await verify.startCamera();
  await page.getByText("でも確認できます。").waitFor();
  await isInEnglish(page);
  await verify.paste(code);
  await verify.resultCode();
  await isInEnglish(page);
  await page.getByRole("button", { name: "この日付で確認し直す" }).waitFor();
  await page.getByLabel("今日の日付").fill(day(Date.now() + DAY_MS));
  await page.getByRole("button", { name: "この日付で確認し直す" }).click();
  await page.getByText("入力された日付で確認しています").waitFor();
  await isInEnglish(page);
});

/** Switches to English, looks for Japanese, and switches back. */
async function isInEnglish(page: Page): Promise<void> {
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  expect(await unmarkedJapanese(page)).toEqual([]);
  await page.getByRole("button", { name: "日本語" }).click();
}

test.describe("whether the device is ready for a venue without a network:", () => {
  const openOnly = "このページを開いている間だけ、オフラインで確認できます";
  const fact = (page: Page, name: string) => page.getByRole("term").filter({ hasText: name }).locator("xpath=following-sibling::dd[1]");

  test("page, reader and trust list are there, and how old the list is", async ({ portal, page }) => {
    await portal.verify.open();
    await expect(fact(page, "このページ")).toHaveText("この端末に保存済み");
    await expect(fact(page, "QRの読み取り機能")).toHaveText("準備できました");
    await expect(fact(page, "発行日")).toHaveText(/（今日）$|（\d+日前）$/);
    await expect(page.getByText(openOnly)).toBeHidden();
  });

  test.describe("a host whose page is not kept", () => {
    test.use({ serviceWorkers: "block" });

    test("is told from one that is, and the open page checks codes all the same", async ({ portal: { verify }, page, context }) => {
      await page.goto("verify");
      await expect(page.getByText("オフラインで使う準備をしています…")).toBeVisible();
      await expect(page.getByText(openOnly)).toBeVisible({ timeout: 20_000 });
      await expect(page.getByText("電波のある所で再読み込みしてください")).toBeVisible();
      await expect(fact(page, "このページ")).toHaveText("保存されていません");
      await expect(verify.ready).toBeHidden();
      await context.setOffline(true);
      await verify.paste(code);
      await expect(verify.word("期限内")).toBeVisible();
    });
  });

  const browsers: Record<string, [() => void, string]> = {
    "without service workers": [() => delete (Navigator.prototype as { serviceWorker?: unknown }).serviceWorker, "このブラウザではページを保存できません"],
    "without storage": [() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }), "このブラウザは発行者一覧も受付の記録も保存しません"],
  };
  for (const [what, [lack, advice]] of Object.entries(browsers)) {
    test(`a browser ${what} is told to stay open`, async ({ portal: { verify }, page }) => {
      await page.addInitScript(lack);
      await page.goto("verify");
      await expect(page.getByText(openOnly)).toBeVisible();
      await expect(page.getByText(advice)).toBeVisible();
      await expect(verify.ready).toBeHidden();
    });
  }

  test("a reader that cannot be had is named, and what still works", async ({ portal: { verify }, page, context }) => {
    await context.route("**/scanner*", (route) => route.abort());
    await page.goto("verify");
    await expect(fact(page, "QRの読み取り機能")).toHaveText("QRの読み取り機能を準備できません");
    await expect(page.getByText("「貼り付け」と .yoshu ファイルは使えます。")).toBeVisible();
    await expect(verify.ready).toBeHidden();
  });
});

/** Everything in the portal's database, as text. */
function kept(page: Page): Promise<string> {
  return page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const opening = indexedDB.open("yoshu");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = [...opening.result.objectStoreNames];
          const reading = opening.result.transaction(names);
          const found = names.map((name) => reading.objectStore(name)).flatMap((store) => [store.getAllKeys(), store.getAll()]);
          reading.onerror = () => reject(reading.error);
          reading.oncomplete = () => {
            opening.result.close();
            resolve(JSON.stringify(found.map((request) => request.result)));
          };
        };
      }),
  );
}

async function databases(page: Page): Promise<(string | undefined)[]> {
  const all = await page.evaluate(() => indexedDB.databases());
  return all.map(({ name }) => name);
}

/** A day of the Japanese calendar, as `2026-12-24`. */
function day(at: number): string {
  return new Date(at).toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" });
}
