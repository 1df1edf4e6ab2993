import type { BrowserContextOptions, Page, TestInfo } from "@playwright/test";
import { openBrowserWithCamera } from "../support/browser";
import { filmOf } from "../support/film";
import { Gate } from "../support/gate";
import { expect, Portal, test } from "../support/portal";
import { given, listen, type Note, type Signal } from "../support/signals";

const COURSE = "テストのない試験用の講習";
const OTHER_COURSE = "試験用の講習";
const NAME = "見本 太郎";
const TRUST_LIST = "**/trust.cose";

let code: { text: string; picture: Buffer };

test.beforeEach(async ({ browser, baseURL }) => {
  const elsewhere = await browser.newContext({ baseURL, locale: "ja-JP" });
  const learner = new Portal(await elsewhere.newPage());
  await learner.hasWatchedEverything("notest");
  await learner.completion.open("notest");
  await learner.completion.makeCode(NAME);
  code = { picture: await learner.completion.picture(), text: await learner.completion.text() };
  await elsewhere.close();
});

test.describe("an instructor who leaves the page", () => {
  for (const pictures of [1, 2]) {
    test(`while ${pictures} picture(s) are read comes back to a page that works`, async ({ portal, page }) => {
      const { verify, settings } = portal;
      await countReadings(page);
      const gate = await Gate.before(page, "createImageBitmap");
      await verify.open();
      await gate.close();
      await verify.readPicture(...Array<Buffer>(pictures).fill(code.picture));
      await expect.poll(() => gate.waiting()).toBe(1);
      await settings.goTo();
      await gate.open();
      await expect.poll(() => readings(page)).toBeGreaterThan(0);
      await works(portal);
    });
  }

  test("while the cameras are counted comes back to a page that works", async () => {
    const { browser, context } = await openBrowserWithCamera();
    const portal = new Portal(await context.newPage());
    const gate = await Gate.before(portal.page, "enumerateDevices");
    await portal.verify.open();
    await gate.close();
    await portal.verify.startCamera();
    await expect.poll(() => gate.waiting()).toBe(1);
    await portal.settings.goTo();
    await gate.open();
    await works(portal);
    await browser.close();
  });
});

test.describe("the camera", () => {
  test("that is stopped and started again while it starts shows its picture", async () => {
    const { browser, context } = await openBrowserWithCamera();
    const { verify, page } = new Portal(await context.newPage());
    const gate = await Gate.before(page, "getUserMedia");
    await verify.open();
    await gate.close();
    await verify.startCamera();
    await expect.poll(() => gate.waiting()).toBe(1);
    await verify.stopCamera();
    await verify.startCamera();
    await expect.poll(() => gate.waiting()).toBe(2);
    await gate.open();
    await expect.poll(() => cameraShown(page)).toBeTruthy();
    // The first one came too late, and is off again.
    await expect.poll(() => gate.camerasOn()).toBe(1);
    await verify.stopCamera();
    await expect.poll(() => gate.camerasOn()).toBe(0);
    expect(await cameraShown(page)).toBeNull();
    await browser.close();
  });

  test("that was chosen last is the one that runs, whichever comes first", async () => {
    const { browser, context } = await openBrowserWithCamera(undefined, { cameras: 2 });
    const { verify, page } = new Portal(await context.newPage());
    const gate = await Gate.before(page, "getUserMedia");
    await verify.open();
    await verify.startCamera();
    const choice = page.getByLabel("使うカメラ");
    await expect(choice.getByRole("option")).toHaveCount(2);
    const cameras = await choice.getByRole("option").evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    for (const camera of [...cameras].reverse()) {
      await choice.selectOption(camera);
      await expect.poll(() => cameraShown(page)).toBe(camera);
    }
    await gate.close();
    await choice.selectOption(cameras[1]);
    await choice.selectOption(cameras[0]);
    await expect.poll(() => gate.waiting()).toBe(2);
    await gate.letThrough(1);
    await expect.poll(() => cameraShown(page)).toBe(cameras[0]);
    await gate.letThrough(0);
    await expect.poll(() => gate.camerasOn()).toBe(1);
    expect(await cameraShown(page)).toBe(cameras[0]);
    await expect(choice).toHaveValue(cameras[0]);
    await browser.close();
  });

  test("that ends by itself says so, and can be started again", async () => {
    const { browser, context } = await openBrowserWithCamera();
    const { verify, page } = new Portal(await context.newPage());
    await verify.open();
    await verify.startCamera();
    await expect.poll(() => cameraShown(page)).toBeTruthy();
    await page.locator("video").evaluate((video: HTMLVideoElement) => {
      (video.srcObject as MediaStream).getVideoTracks()[0].dispatchEvent(new Event("ended"));
    });
    await expect(page.getByText("カメラが停止しました")).toBeVisible();
    await verify.startCamera();
    await expect.poll(() => cameraShown(page)).toBeTruthy();
    await expect(page.getByText("カメラが停止しました")).toBeHidden();
    await browser.close();
  });

  test("has a button for its light where it has one, and the light goes on and off", async () => {
    const { browser, context } = await openBrowserWithCamera();
    const { verify, page } = new Portal(await context.newPage());
    await verify.open();
    const light = page.getByRole("button", { name: "ライト" });
    await verify.startCamera();
    await expect.poll(() => cameraShown(page)).toBeTruthy();
    await expect(light).toBeHidden();

    await hasLight(page);
    await verify.open();
    await verify.startCamera();
    await expect(light).toHaveAttribute("aria-pressed", "false");
    await light.click();
    await expect(light).toHaveAttribute("aria-pressed", "true");
    await page.getByRole("heading", { level: 1 }).click();
    await page.keyboard.press("l");
    await expect(light).toHaveAttribute("aria-pressed", "false");
    expect(await page.evaluate(() => (globalThis as unknown as { light: boolean[] }).light)).toEqual([true, false]);
    await browser.close();
  });
});

test.describe("a code that stays before the camera", () => {
  test("is read again after a refusal when that is asked for, and only once when it is good", async ({ page }, info) => {
    const { portal, close } = await before(page, info);
    const { verify } = portal;
    await verify.open();
    await verify.choose(OTHER_COURSE);
    await verify.startCamera();
    await expect(verify.word("受付不可")).toBeVisible({ timeout: 20_000 });
    await expect(verify.verdict).toContainText("別の講習のコードです（テストのない試験用の講習）");
    await verify.choose(COURSE);
    await verify.verdict.getByRole("button", { name: "もう一度読み取る" }).click();
    await expect(verify.word("期限内")).toBeVisible();
    await verify.verdict.getByRole("button", { name: "次を読み取る" }).click();
    await expect(verify.word("期限内")).toBeHidden();
    // A dozen pictures later.
    await portal.page.waitForTimeout(2_000);
    await expect(verify.word("期限内")).toBeHidden();
    await close();
  });

  test("is judged by itself once there is a trust list", async ({ page }, info) => {
    const { portal, close } = await before(page, info, { serviceWorkers: "block" });
    const { verify } = portal;
    await portal.page.route(TRUST_LIST, (route) => route.abort());
    await verify.openUnready();
    await verify.startCamera();
    await expect(verify.word("受付不可")).toBeVisible({ timeout: 20_000 });
    await expect(verify.rows(verify.list)).toHaveCount(0);
    await portal.page.unroute(TRUST_LIST);
    await verify.verdict.getByRole("button", { name: "発行者一覧を更新" }).click();
    await expect(verify.word("期限内")).toBeVisible();
    await expect(verify.rows(verify.list)).toHaveCount(1);
    await close();
  });
});

test.describe("without a trust list", () => {
  test.use({ serviceWorkers: "block" });

  test("what was read waits: a list from a file lets each be judged, and no more than that", async ({ portal: { verify }, page, request }) => {
    const list = await (await request.get("content/trust.cose")).body();
    await page.route(TRUST_LIST, (route) => route.abort());
    await listen(page);
    await verify.openUnready();
    await verify.paste(code.text, "https://example.org/");
    const [first, second] = [verify.rows(verify.batch).nth(0), verify.rows(verify.batch).nth(1)];
    await expect(first).toContainText("受付不可");
    await expect(second).toContainText("この文字は予習修了コードではありません");
    await given(page);
    await page.getByLabel("発行者一覧をファイルから読み込む").first().setInputFiles({ name: "trust.cose", mimeType: "application/cose", buffer: list });
    await expect(first).toContainText("期限内");
    await expect(first).toContainText(NAME);
    await expect(second).toContainText("この文字は予習修了コードではありません");
    await expect(verify.rows(verify.list)).toHaveCount(1);
    // One reading is one signal.
    expect((await given(page)).notes).toHaveLength(2);
  });
});

test.describe("what is heard and felt", () => {
  test("tells in time, late and refused apart, and is given with each", async ({ portal: { verify }, page }) => {
    await listen(page);
    await verify.open();
    const read = async (word: "期限内" | "期限超過" | "受付不可", ...lines: string[]): Promise<Signal> => {
      await verify.paste(...lines);
      await expect(verify.word(word)).toBeVisible();
      const signal = await given(page);
      await verify.verdict.getByRole("button", { name: /読み取る$/ }).click();
      return signal;
    };
    const inTime = await read("期限内", code.text);
    const again = await read("期限内", code.text);
    const refused = await read("受付不可", `${code.text.slice(0, -4)}AAAA`);
    await verify.choose(COURSE, daysFromNow(40));
    const late = await read("期限超過", code.text);

    // In time: rising. Late: even and more than one. Refused: one, long and low.
    expect(pitches(inTime)).toEqual([...pitches(inTime)].sort((a, b) => a - b));
    expect(new Set(pitches(inTime)).size).toBeGreaterThan(1);
    expect(late.notes.length).toBeGreaterThan(inTime.notes.length);
    expect(new Set(pitches(late)).size).toBe(1);
    expect(refused.notes).toHaveLength(1);
    expect(lasts(refused)).toBeGreaterThan(lasts(inTime));
    expect(lasts(refused)).toBeGreaterThan(Math.max(...late.notes.map(([, , length]) => length)));
    expect(pitches(refused)[0]).toBeLessThan(Math.min(...pitches(inTime), ...pitches(late)) / 2);
    const felt = [inTime, late, refused].map(({ vibration }) => vibration.join(" "));
    expect(new Set(felt).size).toBe(3);
    for (const { vibration } of [inTime, late, refused]) expect(vibration.length).toBeGreaterThan(0);
    // Read before: that wants a look.
    expect(again).toEqual(late);
    // Of several, the worst.
    await verify.choose(COURSE, daysFromNow(0));
    await verify.paste(code.text, `${code.text.slice(0, -4)}AAAA`, code.text);
    await expect(verify.rows(verify.batch)).toHaveCount(3);
    expect(await given(page)).toEqual(refused);
  });

  test("is not given when it is switched off", async ({ portal: { verify }, page }) => {
    await listen(page);
    await verify.open();
    const silence = page.getByRole("button", { name: "音と振動" });
    await silence.click();
    await verify.paste(code.text);
    await expect(verify.word("期限内")).toBeVisible();
    expect(await given(page)).toEqual({ notes: [], vibration: [] });
    // Switched on, it is heard at once.
    await silence.click();
    await expect.poll(async () => (await given(page)).vibration).not.toEqual([]);
  });
});

test.describe("the verdict on show belongs to what was tried last:", () => {
  test.beforeEach(async ({ portal: { verify } }) => {
    await verify.open();
    await verify.choose(COURSE);
    await verify.paste(code.text);
    await expect(verify.word("期限内")).toBeVisible();
  });

  test.afterEach(async ({ portal: { verify } }) => {
    await expect(verify.word("期限内")).toBeHidden();
    await expect(verify.verdict).not.toContainText(NAME);
    // Nothing of it is a reading.
    await expect(verify.rows(verify.list)).toHaveCount(1);
  });

  test("a picture without a code says so in its place", async ({ portal: { verify }, page }) => {
    const blank = Buffer.from(await page.evaluate(blankPicture), "base64");
    await verify.readPicture(blank);
    await expect(verify.word("読み取れませんでした")).toBeVisible();
    await expect(verify.verdict).toContainText("画像にQRコードが見つかりません");
    await verify.verdict.getByRole("button", { name: "もう一度読み取る" }).click();
    await expect(verify.verdict).toContainText("読み取ると、ここに結果が表示されます。");
  });

  test("an empty field is told at the field", async ({ portal: { verify }, page }) => {
    await verify.paste("");
    await expect(page.getByRole("alert").filter({ hasText: "予習修了コードを貼り付けてから" })).toBeVisible();
    await expect(page.getByLabel("修了コードの文字")).toBeFocused();
  });

  test("words of a chat are no code, and refuse nobody", async ({ portal: { verify } }) => {
    await verify.paste("よろしくお願いします");
    await expect(verify.word("読み取れませんでした")).toBeVisible();
    await expect(verify.verdict).toContainText("この文字は予習修了コードではありません");
    await expect(verify.word("受付不可")).toBeHidden();
  });

  test("a letter as a .yoshu file is no code, and refuses nobody", async ({ portal: { verify } }) => {
    await verify.readFile(Buffer.from("%PDF-1.7"));
    await expect(verify.word("読み取れませんでした")).toBeVisible();
    await expect(verify.verdict).toContainText("このファイルは予習修了コードではありません");
  });

  test("another course puts it aside, and it may be read again", async ({ portal: { verify } }) => {
    await verify.choose(OTHER_COURSE);
    await expect(verify.verdict).toContainText("条件が変わりました。もう一度読み取ってください。");
    await verify.choose(COURSE);
  });

  test("another date puts it aside", async ({ portal: { verify } }) => {
    await verify.choose(COURSE, daysFromNow(40));
    await expect(verify.verdict).toContainText("条件が変わりました。もう一度読み取ってください。");
    await verify.choose(COURSE, daysFromNow(0));
  });
});

test("what to do next stands below the verdict; without a course chosen the code's course is told", async ({ portal: { verify }, page }) => {
  await verify.open();
  await verify.paste(code.text);
  await expect(verify.word("期限内")).toBeVisible();
  await expect(verify.verdict).toContainText("次に：名簿か身分証で本人を確認してください");
  await expect(verify.verdict.getByText(`講習が選ばれていません（コードの講習：${COURSE}）`)).toBeVisible();
  await verify.verdict.getByRole("button", { name: "名簿・身分証で確認した" }).click();
  await expect(verify.verdict).toContainText("本人確認が済みました");
  await page.getByLabel("今日の講習").selectOption({ label: COURSE });
  await expect(page.getByLabel("講習", { exact: true })).toHaveValue("notest");
  await expect(page.getByText("講習が選ばれていません")).toHaveCount(0);
  // The verdict is the same for the course that was chosen.
  await expect(verify.word("期限内")).toBeVisible();
});

test("a code that was read before says so in the large word, with the time", async ({ portal: { verify } }) => {
  await verify.open();
  await verify.choose(COURSE);
  await verify.paste(code.text);
  await expect(verify.verdict.getByRole("heading", { name: "期限内", exact: true })).toBeVisible();
  await verify.verdict.getByRole("button", { name: "次を読み取る" }).click();
  await verify.paste(code.text);
  await expect(verify.verdict.getByRole("heading", { name: /^期限内・読み取り済み（\d{1,2}:\d\d）$/ })).toBeVisible();
});

test("a late code has reasons of its own for either decision, and the large word tells the decision", async ({ portal: { verify }, page }) => {
  await verify.open();
  await verify.choose(COURSE, daysFromNow(40));
  await verify.paste(code.text);
  const dialog = page.getByRole("dialog");
  const reasons = () => dialog.getByRole("radio").evaluateAll((all) => all.map((one) => (one as HTMLInputElement).labels![0].innerText.trim()));
  await verify.verdict.getByRole("button", { name: "受け入れる…" }).click();
  await expect.poll(reasons).toEqual(["概ね1か月の範囲", "災害・休講", "主催者都合", "その他"]);
  await page.keyboard.press("Escape");
  await verify.decide("受け入れる…", "災害・休講");
  await expect(verify.verdict.getByRole("heading", { name: "期限超過・受け入れ済み", exact: true })).toBeVisible();
  await expect(verify.verdict.getByRole("button", { name: /^受け入れ/ })).toHaveCount(0);

  await verify.verdict.getByRole("button", { name: "判断を変える" }).click();
  await expect.poll(reasons).toEqual(["期限を大きく過ぎている", "本人の都合", "主催者の指示", "その他"]);
  // What spoke for accepting does not speak for refusing.
  await expect(dialog.getByRole("radio", { checked: true })).toHaveCount(0);
  await dialog.getByLabel("本人の都合").check();
  await dialog.getByRole("button", { name: "「受け入れない」で記録する" }).click();
  await expect(verify.verdict.getByRole("heading", { name: "期限超過・受け入れない", exact: true })).toBeVisible();
  await expect(verify.rows(verify.list)).toContainText("受け入れない（本人の都合）");
});

test("the same damaged text is one row, however often it comes", async ({ portal: { verify } }) => {
  await verify.open();
  for (const text of ["YC1:ABC", "YC1:ABC", "YC1:DEF"]) {
    await verify.paste(text);
    await expect(verify.word("受付不可")).toBeVisible();
    await verify.verdict.getByRole("button", { name: "もう一度読み取る" }).click();
  }
  await expect(verify.rows(verify.list)).toHaveCount(2);
});

test.describe("what stays on the device", () => {
  test("has no name and no score, until the organiser wants an attendance list; never those of the refused", async ({ portal: { verify }, page }) => {
    await verify.open();
    await verify.paste(code.text);
    await expect(verify.verdict).toContainText(NAME);
    const row = verify.rows(verify.list);
    await expect(row).toContainText("期限内");
    await expect(row).not.toContainText(NAME);
    expect(await scans(page, 1)).not.toContain(NAME);
    expect(await verify.saveCsv()).not.toContain(NAME);

    await verify.keepNames();
    await verify.choose(OTHER_COURSE);
    await verify.paste(code.text);
    await expect(verify.verdict).toContainText(NAME);
    await expect(verify.word("受付不可")).toBeVisible();
    expect(await scans(page, 2)).not.toContain(NAME);

    await verify.choose(COURSE);
    await verify.paste(code.text);
    await expect(row).toContainText(NAME);
    expect(await scans(page, 3)).toContain(NAME);
    expect(await verify.saveCsv()).toContain(NAME);
    // The choice holds for the next visit.
    await page.reload();
    await expect(page.getByLabel("氏名と得点を一覧に残す（出席簿）")).toBeChecked();
  });

  test("goes with its list, in every tab and on the disk, and the other days stay", async ({ portal, page, context }) => {
    const { verify } = portal;
    await verify.open();
    await verify.keepNames();
    await verify.choose(COURSE);
    await verify.paste(code.text, "YC1:ABC");
    await expect(verify.rows(verify.list)).toHaveCount(2);
    await verify.choose(COURSE, daysFromNow(40));
    await verify.paste(code.text);
    await verify.decide("受け入れる…", "災害・休講");
    await expect(verify.rows(verify.list)).toContainText("受け入れる（災害・休講）");
    const twin = new Portal(await context.newPage());
    await twin.verify.open();
    await twin.verify.choose(COURSE, daysFromNow(40));
    await expect(twin.verify.rows(twin.verify.list)).toHaveCount(1);

    expect(await verify.eraseList()).toContain("1人分の受付を、この端末から消去します。");
    await expect(verify.list).toContainText("まだ受付がありません");
    await expect(verify.word("期限超過")).toBeHidden();
    await expect(twin.verify.list).toContainText("まだ受付がありません");
    expect(await scans(page, 2)).not.toContain("decided");

    // From the list of the other day, which is not on show.
    await verify.list.getByText("この端末に残っているほかの一覧").click();
    await verify.list.getByRole("button", { name: new RegExp(`${COURSE}：一覧を消去…$`) }).click();
    const dialog = page.getByRole("dialog", { name: "受付一覧の消去" });
    await expect(dialog).toContainText("1人分の受付を、この端末から消去します。読み取れなかったコード1件の記録も消えます。");
    await dialog.getByRole("button", { name: "やめる" }).click();
    await verify.choose(COURSE, daysFromNow(0));
    await expect(verify.rows(verify.list)).toHaveCount(2);
    await page.reload();
    await verify.ready.waitFor();
    await expect(verify.rows(verify.list)).toHaveCount(2);
    await verify.eraseList();
    expect(await scans(page, 0)).not.toContain(NAME);
    await page.reload();
    await verify.ready.waitFor();
    await expect(verify.list).toContainText("まだ受付がありません");
  });
});

/** A white picture, in base64; runs in the page. */
function blankPicture(): string {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 64;
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = "white";
  pen.fillRect(0, 0, 64, 64);
  return canvas.toDataURL("image/png").split(",")[1];
}

/** The kept lines of the instructor's log, once there are so many of readings. */
async function scans(page: Page, count: number): Promise<string> {
  const lines = () =>
    page.evaluate(async () => {
      const opening = indexedDB.open("yoshu");
      await new Promise((resolve) => (opening.onsuccess = resolve));
      const reading = opening.result.transaction("check-ins").objectStore("check-ins").getAll();
      await new Promise((resolve) => (reading.onsuccess = resolve));
      opening.result.close();
      return reading.result as string[];
    });
  await expect.poll(async () => (await lines()).filter((line) => line.startsWith('["scanned"')).length).toBe(count);
  return (await lines()).join("\n");
}

/** A device with the code before its camera. */
async function before(page: Page, info: TestInfo, options?: BrowserContextOptions): Promise<{ portal: Portal; close: () => Promise<void> }> {
  const film = info.outputPath("code.y4m");
  await filmOf(page, code.picture, film);
  const { browser, context } = await openBrowserWithCamera(film, options);
  return { portal: new Portal(await context.newPage()), close: () => browser.close() };
}

/** Goes back to the instructor's page, and has a code checked: a page that has come to a stop does not do that. */
async function works({ page, verify }: Portal): Promise<void> {
  const stopped = page.getByText("画面の動作が止まりました");
  await page.goBack();
  await expect(stopped).toBeHidden();
  await verify.paste(code.text);
  await expect(verify.word("期限内")).toBeVisible();
  await expect(stopped).toBeHidden();
}

/** Counts what the reader of pictures answers. */
async function countReadings(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counting = globalThis as unknown as { readings: number };
    counting.readings = 0;
    globalThis.Worker = class extends Worker {
      constructor(script: string | URL, options?: WorkerOptions) {
        super(script, options);
        this.addEventListener("message", ({ data }) => {
          if (data?.id !== undefined) counting.readings += 1;
        });
      }
    };
  });
}

function readings(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { readings: number }).readings);
}

/** The id of the camera whose picture is seen, once there is one. */
function cameraShown(page: Page): Promise<string | null> {
  return page.locator("video").evaluate((video: HTMLVideoElement) => {
    const stream = video.srcObject as MediaStream | null;
    const isSeen = stream?.active && video.checkVisibility() && video.videoWidth > 0;
    return isSeen ? (stream.getVideoTracks()[0].getSettings().deviceId ?? "") : null;
  });
}

/** Gives the cameras a light, which Chromium's have not; notes each time it is switched. */
async function hasLight(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const light: boolean[] = [];
    Object.assign(globalThis, { light });
    const { getCapabilities } = MediaStreamTrack.prototype;
    MediaStreamTrack.prototype.getCapabilities = function () {
      return { ...getCapabilities.call(this), torch: true };
    };
    MediaStreamTrack.prototype.applyConstraints = async (wish) => {
      const [{ torch }] = wish?.advanced as { torch: boolean }[];
      light.push(torch);
    };
  });
}

function pitches({ notes }: Signal): number[] {
  return notes.map(([pitch]: Note) => pitch);
}

/** From the first note's start to the last one's end. */
function lasts({ notes }: Signal): number {
  return Math.max(...notes.map(([, start, length]) => start + length));
}

/** A date of the Japanese calendar, as `2026-12-24`. */
function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" });
}
