import type { Page } from "@playwright/test";
import { saved } from "../support/pages/settings";
import { LearnerRecord } from "../support/record";
import { expect, Portal, test } from "../support/portal";

test.describe("a browser that refuses storage", () => {
  const refusals: Record<string, () => void> = {
    "has no database": () => Object.defineProperty(globalThis, "indexedDB", { value: undefined }),
    "throws at the database": () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    },
  };

  for (const [how, refuse] of Object.entries(refusals)) {
    test(`and ${how}: the learner goes on, is told, and can save the record`, async ({ portal, page }) => {
      await page.addInitScript(refuse);
      await portal.home.open();
      const notice = page.getByRole("status").filter({ hasText: "この画面を閉じると記録が消えます" });
      await expect(notice).toBeVisible();
      await portal.home.choose("試験用の講習");
      await portal.course.openChapter(1);
      await portal.chapter.watch();
      await expect(page.getByText("この端末に保存できません", { exact: true })).toBeVisible();
      const text = await saved(page, notice.getByRole("button", { name: "記録をファイルに保存" }));
      expect(LearnerRecord.read(text).seconds("01-alpha")).toBeGreaterThan(4.9);
      await portal.settings.goTo();
      await expect(portal.settings.notKept).toBeVisible();
    });
  }
});

test("a page that has everything in memory asks before it is closed; one with nothing in it does not", async ({ portal, page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
  const asked: string[] = [];
  page.on("dialog", (dialog) => {
    asked.push(dialog.type());
    void dialog.accept();
  });
  await portal.settings.open();
  await page.getByRole("radio", { name: "暗い" }).check();
  await page.reload();
  expect(asked).toEqual([]);
  await portal.settings.field("職種").fill("医師");
  await portal.settings.saveProfile();
  await page.reload();
  expect(asked).toEqual(["beforeunload"]);
});

test("a newer version of the portal in another tab gets the store, and this one says what to do", async ({ portal, page, context }) => {
  await portal.settings.open();
  const newer = await context.newPage();
  await newer.route("**/newer", (route) => route.fulfill({ contentType: "text/html", body: "<title>newer</title>" }));
  await newer.goto(new URL("newer", page.url()).href);
  const outcome = await newer.evaluate(
    () =>
      new Promise<string>((resolve) => {
        const opening = indexedDB.open("yoshu", 2);
        opening.onblocked = () => resolve("kept waiting");
        opening.onsuccess = () => resolve("let in");
      }),
  );
  expect(outcome).toBe("let in");
  const notice = page.getByRole("status").filter({ hasText: "新しい版で保存された記録があります" });
  await expect(notice).toContainText("再読み込み");
  // Nothing is lost yet, and what is done now can be taken along.
  await portal.settings.field("職種").fill("医師");
  await portal.settings.saveProfile();
  expect(await saved(page, notice.getByRole("button", { name: "記録をファイルに保存" }))).toContain("医師");
});

for (const [agrees, said] of [
  [false, "ブラウザが応じませんでした。ファイルへの保存をおすすめします。"],
  [true, "記録を保護しました。"],
] as const) {
  test(`whoever protects the record hears whether the browser agrees: ${agrees}`, async ({ portal, page }) => {
    await page.addInitScript((agrees) => {
      let promised = false;
      StorageManager.prototype.persist = async () => (promised = agrees);
      StorageManager.prototype.persisted = async () => promised;
    }, agrees);
    await portal.settings.open();
    const button = page.getByRole("button", { name: "記録を保護する" });
    await button.click();
    await expect(page.getByRole("status").filter({ hasText: said })).toBeVisible();
    await expect(button).toBeVisible({ visible: !agrees });
  });
}

test.describe("the profile", () => {
  const ID = "日医会員ID";

  test("is saved, says so until it is edited again, and is there after a reload", async ({ portal, page }) => {
    await portal.settings.open();
    await portal.settings.field("氏名").fill("見本 太郎");
    await portal.settings.saveProfile();
    const said = page.getByRole("status").filter({ hasText: "保存しました" });
    await expect(said).toBeVisible();
    await page.waitForTimeout(300);
    await expect(said).toBeVisible();
    await portal.settings.field("職種").fill("医");
    await expect(said).toBeHidden();
    await expect(portal.settings.kept).toBeVisible();
    await page.reload();
    await expect(portal.settings.field("氏名")).toHaveValue("見本 太郎");
    await expect(portal.settings.field("職種")).toHaveValue("");
  });

  test("takes a member ID of ten digits as people type it, with its zeros", async ({ portal, page }) => {
    await portal.settings.open();
    await portal.settings.field(ID).fill("００１２ ３４５６７８");
    await portal.settings.saveProfile();
    await expect(portal.settings.field(ID)).toHaveValue("0012345678");
    await expect(page.getByRole("status").filter({ hasText: "保存しました" })).toBeVisible();
    expect((await portal.settings.record()).named("profile").map(([, field, value]) => [field, value])).toEqual([["jma-member-id", "0012345678"]]);
  });

  for (const [typed, said] of [
    ["123456789", "10桁で入力してください（今は9桁です）。"],
    ["12345678901", "10桁で入力してください（今は11桁です）。"],
    ["12345678O0", "「O」は使えません。"],
  ]) {
    test(`refuses ${typed} as a member ID, says why and where, and saves no half of the profile`, async ({ portal, page }) => {
      await portal.settings.open();
      await portal.settings.field("職種").fill("看護師");
      await portal.settings.field(ID).fill(typed);
      await portal.settings.saveProfile();
      await expect(page.getByRole("alert").filter({ hasText: said })).toBeVisible();
      await expect(portal.settings.field(ID)).toHaveValue(typed);
      await expect(page.getByText("保存しました", { exact: true })).toBeHidden();
      await expect(portal.settings.field(ID)).toBeFocused();
      await expect(portal.settings.field(ID)).toBeInViewport();
      await expect(portal.settings.field("職種")).toHaveValue("看護師");
      expect((await portal.settings.record()).named("profile")).toEqual([]);
    });
  }

  test("is erased in the form too, and comes back there", async ({ portal }) => {
    await portal.settings.open();
    await portal.settings.field("氏名").fill("見本 太郎");
    await portal.settings.saveProfile();
    await portal.settings.erase();
    await expect(portal.settings.field("氏名")).toHaveValue("");
    await portal.settings.undo();
    await expect(portal.settings.field("氏名")).toHaveValue("見本 太郎");
  });
});

test.describe("while a chapter plays", () => {
  test("never more than 5 seconds of it are unkept", async ({ portal, page }) => {
    await portal.chapter.open("fixture", "03-gamma");
    await portal.chapter.play();
    let most = 0;
    // Not to the end: that keeps by itself.
    for (let second = 0; second < 8.5; ) {
      const kept = await keptTo(page, "03-gamma");
      second = await portal.chapter.second();
      most = Math.max(most, second - kept);
      await page.waitForTimeout(100);
    }
    expect(most).toBeGreaterThan(2);
    expect(most).toBeLessThanOrEqual(5);
  });

  test("it is kept when the page is left, also by a browser that does not hide it first", async ({ portal, page }) => {
    await portal.chapter.open("fixture", "03-gamma");
    await portal.chapter.play();
    // Three times in less than the timer's four seconds: the timer is not what kept it.
    for (const second of [1, 1.8, 2.6]) {
      await portal.chapter.reaches(second);
      await page.evaluate(() => globalThis.dispatchEvent(new PageTransitionEvent("pagehide")));
      await expect.poll(() => keptTo(page, "03-gamma"), { timeout: 600, intervals: [50] }).toBeGreaterThan(second - 0.5);
    }
  });
});

test("answers that cannot be kept are never said to be kept", async ({ portal, page }) => {
  await page.addInitScript(() => Object.defineProperty(globalThis, "indexedDB", { value: undefined }));
  await portal.hasWatchedEverything("fixture");
  // By links alone: a page that is loaded anew has forgotten everything.
  await page.getByRole("link", { name: "講習一覧" }).first().click();
  await portal.home.choose("試験用の講習");
  await portal.course.takeTest();
  await portal.assessment.start();
  await portal.assessment.answer(portal.assessment.cards, await portal.questions("fixture"), true);
  await expect(portal.assessment.says(1, 10)).toBeVisible();
  await expect(portal.assessment.notKept).toBeVisible();
  await expect(portal.assessment.kept).toBeHidden();
});

test("a full device: the learner is told, nothing is lost, and saving goes on once there is room", async ({ portal, page, context }) => {
  await portal.chapter.open("fixture", "01-alpha");
  const session = await context.newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1 });
  await portal.chapter.watch();
  const notice = page.getByRole("status").filter({ hasText: "端末の空き容量が足りません" });
  await expect(notice).toBeVisible();
  const text = await saved(page, notice.getByRole("button", { name: "記録をファイルに保存" }));
  expect(LearnerRecord.read(text).seconds("01-alpha")).toBeGreaterThan(4.9);

  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await expect(notice).toBeHidden({ timeout: 20_000 });
  await portal.settings.open();
  await expect(portal.settings.kept).toBeVisible();
  expect((await portal.settings.record()).seconds("01-alpha")).toBeGreaterThan(4.9);
});

test("a store that refuses the signing key: the code is made all the same, and the key is kept once that goes", async ({ portal, page }) => {
  await page.addInitScript(() => {
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
      const isRefused = this.name === "keys" && !Object.hasOwn(globalThis, "takesKeys");
      if (isRefused) throw new DOMException("full", "QuotaExceededError");
      return put.apply(this, given);
    };
  });
  await portal.hasWatchedEverything("notest");
  await portal.completion.open("notest");
  await portal.completion.makeCode("見本 太郎");
  const notice = page.getByRole("status").filter({ hasText: "端末の空き容量が足りません" });
  await expect(notice).toBeVisible();
  expect(await keptKeys(page)).toBe(0);
  const { bytes: code } = await portal.completion.save(".yoshu ファイルを保存");
  expect(code.length).toBeGreaterThan(100);

  await page.evaluate(() => Object.assign(globalThis, { takesKeys: true }));
  await expect(notice).toBeHidden({ timeout: 20_000 });
  expect(await keptKeys(page)).toBe(1);
});

test("damaged records are set aside, not dropped, and the rest of the record is there", async ({ portal, page }) => {
  await portal.hasWatchedEverything("fixture");
  const torn = '["watched","fixture","01-al';
  await putIntoJournal(page, [torn, { no: "text" }]);
  await page.reload();
  await expect(page.getByText("読み取れない記録が2件ありました")).toBeVisible();
  await expect(page.getByText("読めない記録が2件あり、消さずに別に保管しています。")).toBeVisible();
  const record = await portal.settings.record();
  expect(record.seconds("03-gamma")).toBe(9);
  const aside = await saved(page, page.getByRole("button", { name: "読めない記録をファイルに保存" }));
  expect(aside).toContain(torn);
  expect(aside).toContain('{"no":"text"}');
  // They are not damaged again at the next start, and not forgotten either.
  await page.reload();
  await expect(page.getByText("読めない記録が2件あり、消さずに別に保管しています。")).toBeVisible();
});

test.describe("a record with a code in it", () => {
  let receipt: string;
  test.beforeEach(async ({ portal }) => {
    await portal.hasWatchedEverything("notest");
    await portal.completion.open("notest");
    await portal.completion.makeCode("見本 太郎");
    receipt = await portal.completion.receipt.innerText();
    await portal.settings.open();
  });

  test("is erased when asked twice, and comes back when that is undone in time", async ({ portal, page }) => {
    await portal.settings.erase();
    // There is nothing left to erase, and one way back, in sight and under the finger.
    const wayBack = page.getByRole("button", { name: "元に戻す" });
    await expect(wayBack).toBeInViewport();
    await expect(wayBack).toBeFocused();
    const erased = LearnerRecord.read(await portal.settings.exported());
    expect(erased.named("sealed")).toEqual([]);
    expect(erased.named("watched")).toEqual([]);
    await expect(page.getByRole("button", { name: "すべて消去", exact: true })).toBeHidden();
    await portal.settings.undo();
    await expect(page.getByText("すべて消去しました")).toBeHidden();
    await expect(page.getByText("元に戻しました")).toBeVisible();
    // Not in memory alone.
    await portal.completion.open("notest");
    await expect(portal.completion.receipt).toHaveText(receipt);
  });

  test("goes with the instructor's list into one file, and both are the same on another device", async ({ portal, page, browser, baseURL }) => {
    await portal.completion.open("notest");
    const code = await portal.completion.text();
    await portal.verify.open();
    await portal.verify.paste(code);
    await expect(portal.verify.rows(portal.verify.list)).toContainText(receipt);
    await portal.settings.goTo();
    const button = page.getByRole("region", { name: "学習の記録" }).getByRole("button", { name: "記録をファイルに保存", exact: true });
    await button.scrollIntoViewIfNeeded();
    const download = page.waitForEvent("download");
    await button.click();
    expect((await download).suggestedFilename()).toMatch(/^yoshu-record-\d{4}-\d\d-\d\d\.txt$/);
    const file = await portal.settings.exported();
    // The dialog of the erasure names the list, too.
    await page.getByRole("button", { name: "すべて消去", exact: true }).click();
    await expect(page.getByRole("dialog")).toContainText("受付一覧");

    const elsewhere = await browser.newContext({ baseURL, locale: "ja-JP" });
    const other = new Portal(await elsewhere.newPage());
    await other.settings.open();
    await other.settings.take(file);
    await expect(other.page.getByText("件の記録を取り込みました")).toBeVisible();
    await other.settings.take(file);
    await expect(other.page.getByText("新しい記録はありませんでした")).toBeVisible();
    await other.completion.open("notest");
    await expect(other.completion.receipt).toHaveText(receipt);
    await other.verify.open();
    await expect(other.verify.rows(other.verify.list)).toContainText(receipt);
    await elsewhere.close();
  });

  test("is really gone after that, and the file brings it back", async ({ portal, page }) => {
    const file = await portal.settings.exported();
    await portal.settings.erase();
    await portal.completion.open("notest");
    await expect(portal.completion.notYet).toBeVisible();
    await portal.home.open();
    await expect(portal.home.card("テストのない試験用の講習")).toContainText("未受講");

    await portal.settings.open();
    await portal.settings.take(file);
    await expect(page.getByText("件の記録を取り込みました")).toBeVisible();
    await portal.completion.open("notest");
    await expect(portal.completion.receipt).toHaveText(receipt);
    await expect(portal.completion.fact("氏名")).toHaveText("見本 太郎");
  });

  test("is the same on another device", async ({ portal, browser, baseURL }) => {
    const file = await portal.settings.exported();
    const elsewhere = await browser.newContext({ baseURL, locale: "ja-JP" });
    const other = new Portal(await elsewhere.newPage());
    await other.settings.open();
    await other.settings.take(file);
    await expect(other.page.getByText("件の記録を取り込みました")).toBeVisible();
    await other.completion.open("notest");
    await expect(other.completion.receipt).toHaveText(receipt);
    await elsewhere.close();
  });

  test("takes nothing in that is no record, and says so", async ({ portal, page }) => {
    const before = await portal.settings.record();
    await portal.settings.take("これは記録ではありません\n");
    await expect(page.getByRole("alert").filter({ hasText: "Yoshu の記録ファイルではありません" })).toBeVisible();
    await portal.settings.take("");
    await expect(page.getByRole("alert").filter({ hasText: "ファイルが空です" })).toBeVisible();
    expect((await portal.settings.record()).lines).toEqual(before.lines);
  });

  test("takes the good lines of a file that is cut short or damaged, and tells what is missing", async ({ portal, page }) => {
    const [head, ...lines] = (await portal.settings.exported()).trimEnd().split("\n");
    await portal.settings.erase();
    await portal.settings.take([head, ...lines.slice(0, -1), '["watched","note'].join("\n"));
    await expect(page.getByText("読めない記録が1件あり、別に保管しました。")).toBeVisible();
  });
});

/** Puts records into the store behind the portal's back, as a fault of the disk or another program would. */
async function putIntoJournal(page: Page, records: unknown[]): Promise<void> {
  await page.evaluate(
    (records) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("yoshu");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const writing = opening.result.transaction("journal", "readwrite");
          for (const record of records) writing.objectStore("journal").add(record);
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => resolve(opening.result.close());
        };
      }),
    records,
  );
}

/** How many key pairs the store holds. */
async function keptKeys(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open("yoshu");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction("keys").objectStore("keys").count();
          counting.onerror = () => reject(counting.error);
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

/** Up to which second of a chapter the store has what was played from its beginning. */
async function keptTo(page: Page, chapter: string): Promise<number> {
  const lines = await page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("yoshu");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("journal").objectStore("journal").getAll();
          reading.onerror = () => reject(reading.error);
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result);
          };
        };
      }),
  );
  const head = JSON.stringify({ yoshu: "journal", events: lines.length });
  const [first] = LearnerRecord.read([head, ...lines].join("\n")).watched(chapter);
  return (first?.[1] ?? 0) / 1000;
}
