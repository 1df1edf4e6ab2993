import type { BrowserContext, Page, Request } from "@playwright/test";
import { openBrowserWithCamera } from "../support/browser";
import { filmOf } from "../support/film";
import { expect, Portal, test } from "../support/portal";

/** A code, in every form in which a learner can bring it. */
interface Code {
  receipt: string;
  screen: Buffer;
  picture: Buffer;
  file: Buffer;
  text: string;
}

const NAME = "見本 太郎";
const COURSE = "試験用の講習";

test("from the home page to a code, and the instructor's camera reads it with the network off", async ({ portal, page }, info) => {
  test.setTimeout(180_000);
  await portal.home.open();
  await expect(portal.home.card(COURSE)).toContainText("未受講");
  await portal.home.choose(COURSE);
  await expect(portal.course.lockedTest).toBeDisabled();
  await portal.course.openChapter(1);

  await test.step("three chapters, really played", async () => {
    for (const next of ["次の章へ", "次の章へ", "セルフアセスメントへ"]) {
      await portal.chapter.watch();
      await page.getByRole("link", { name: next }).click();
    }
  });

  await test.step("the self-assessment", async () => {
    await portal.assessment.start();
    await portal.assessment.answerOneByOne(await portal.questions("fixture"), 10, 9);
    await portal.assessment.handIn();
    await expect(portal.assessment.result).toContainText("9 / 10問 正解");
    await portal.assessment.toCompletion();
  });

  const code = await test.step("the code", async () => {
    await portal.completion.makeCode(NAME);
    await expect(page.getByText("実技未了・修了証ではありません").first()).toBeVisible();
    await expect(portal.completion.fact("氏名")).toHaveText(NAME);
    await expect(portal.completion.fact("得点")).toHaveText("9 / 10問");
    await expect(portal.completion.fact("保証水準")).toContainText("自己申告");
    await expect(portal.completion.fact("視聴時間")).toHaveText(/^2[0-3]秒$/);
    return codeOf(portal);
  });
  await portal.home.open();
  await portal.home.goOn("修了コードを表示");
  await expect(portal.completion.receipt).toHaveText(code.receipt);

  await test.step("the instructor's camera", async () => {
    const film = info.outputPath("code.y4m");
    await filmOf(page, code.screen, film);
    const { browser, context } = await openBrowserWithCamera(film);
    const { verify, page: desk } = new Portal(await context.newPage());
    await verify.open();
    await verify.choose(COURSE);
    const requests = await cutOff(context);
    await verify.startCamera();
    await expect(verify.word("期限内")).toBeVisible({ timeout: 20_000 });
    await expect(verify.verdict).toContainText("A0 自己申告");
    await expect(verify.verdict).toContainText("H0 本人未確認");
    await expect(verify.verdict).toContainText(NAME);
    await expect(verify.verdict).toContainText(COURSE);
    await expect(verify.fact("得点")).toHaveText("9 / 10問");
    await expect(verify.fact("受付番号")).toContainText(code.receipt);
    await expect(await verify.resultCode()).toHaveText("OK");
    await expect(verify.rows(verify.list)).toHaveCount(1);
    expect(await left(requests)).toEqual([]);
    await isCutOff(desk);
    expect(await left(requests)).not.toEqual([]);
    await browser.close();
  });
});

test.describe("an instructor with the network off @both", () => {
  let code: Code;
  let requests: Request[];

  test.beforeEach(async ({ portal, browser, context, baseURL }) => {
    const elsewhere = await browser.newContext({ baseURL, locale: "ja-JP", viewport: { width: 390, height: 844 } });
    const learner = new Portal(await elsewhere.newPage());
    await learner.hasWatchedEverything("fixture");
    await learner.assessment.open("fixture");
    await learner.assessment.start();
    await learner.assessment.answerAll(await learner.questions("fixture"), 8);
    await learner.assessment.handIn();
    await learner.assessment.toCompletion();
    await learner.completion.makeCode(NAME);
    code = await codeOf(learner);
    await elsewhere.close();

    await portal.verify.open();
    await portal.verify.choose(COURSE);
    requests = await cutOff(context);
  });

  test.afterEach(async ({ page }) => {
    expect(await left(requests)).toEqual([]);
    await isCutOff(page);
  });

  test("reads it from the saved picture, from a screenshot, from the file and from the text", async ({ portal: { verify } }) => {
    const ways: [() => Promise<void>, boolean][] = [
      [() => verify.readPicture(code.picture), false],
      [() => verify.readPicture(code.screen), true],
      [() => verify.readFile(code.file), true],
      [() => verify.paste(code.text), true],
    ];
    for (const [read, again] of ways) {
      await read();
      await expect(verify.word("期限内")).toBeVisible();
      await expect(verify.verdict).toContainText("A0 自己申告");
      await expect(verify.verdict).toContainText(NAME);
      const seen = verify.verdict.getByText(/^このコードは .* に読み取り済みです$/);
      await expect(seen).toHaveCount(again ? 1 : 0);
      await verify.verdict.getByRole("button", { name: "次を読み取る" }).click();
      await expect(verify.word("期限内")).toBeHidden();
    }
    // One learner, one row, however often the code was read.
    await expect(verify.rows(verify.list)).toHaveCount(1);
  });

  test("gets a table for several lines, each with its own verdict", async ({ portal: { verify } }) => {
    await verify.paste(code.text, "https://example.org/", flipped(code.text));
    await expect(verify.rows(verify.batch)).toHaveCount(3);
    await expect(verify.rows(verify.batch).nth(0)).toContainText("期限内");
    await expect(verify.rows(verify.batch).nth(0)).toContainText(NAME);
    await expect(verify.rows(verify.batch).nth(1)).toContainText("この文字は予習修了コードではありません");
    await expect(verify.rows(verify.batch).nth(2)).toContainText("受付不可");
  });

  test("sees that a forged code is refused, and never what it says", async ({ portal: { verify } }) => {
    const oneBit = Buffer.from(code.file);
    oneBit[oneBit.length - 1] ^= 1;
    const otherName = Buffer.from(code.file);
    const place = otherName.indexOf(Buffer.from(NAME));
    expect(place).toBeGreaterThan(0);
    Buffer.from("偽造 次郎").copy(otherName, place);
    for (const forged of [oneBit, otherName]) {
      await verify.readFile(forged);
      await expect(verify.word("受付不可")).toBeVisible();
      await expect(verify.verdict).toContainText("署名が一致しません");
      await expect(verify.verdict).toContainText(/もう一度確認してください。.*改変または偽造の可能性/);
      await expect(verify.verdict).not.toContainText(/見本|偽造 次郎|期限内/);
      await expect(await verify.resultCode()).toHaveText("E_SIG");
      await verify.verdict.getByRole("button", { name: "もう一度読み取る" }).click();
    }
  });

  test("decides on a late code, with a reason, and has it in the list and its file", async ({ portal: { verify }, page }) => {
    await verify.keepNames();
    await verify.choose(COURSE, daysFromNow(40));
    await verify.paste(code.text);
    await expect(verify.word("期限超過")).toBeVisible();
    await expect(verify.rows(verify.list)).toContainText("判断待ち");
    await verify.decide("受け入れる…");
    // Without a reason nothing is recorded.
    await expect(page.getByRole("alert").filter({ hasText: "理由を選んでください" })).toBeVisible();
    await page.getByRole("dialog").getByLabel("災害・休講").check();
    await page.getByRole("dialog").getByRole("button", { name: "「受け入れる」で記録する" }).click();
    await expect(verify.verdict).toContainText("受け入れる（災害・休講）");
    await expect(verify.rows(verify.list)).toContainText("受け入れる（災害・休講）");
    const csv = await verify.saveCsv();
    expect(csv).toContain(NAME);
    expect(csv).toContain("期限超過");
    expect(csv).toContain(code.receipt);
    expect(csv).toContain("災害・休講");

    // Verifying asks for nothing. Loading the page anew asks for its files, and gets those kept on the device.
    expect(await left(requests)).toEqual([]);
    await page.reload();
    await verify.ready.waitFor();
    await expect(verify.rows(verify.list)).toContainText("受け入れる（災害・休講）");
    requests.length = 0;
  });

  test("cannot accept a code that is far over its date", async ({ portal: { verify } }) => {
    await verify.choose(COURSE, daysFromNow(60));
    await verify.paste(code.text);
    await expect(verify.word("受付不可")).toBeVisible();
    await expect(verify.verdict).toContainText(/期限 .* を\d+日過ぎています。受け付けられる範囲を超えました/);
    await expect(verify.verdict.getByRole("button", { name: "受け入れる…" })).toBeHidden();
    await expect(await verify.resultCode()).toHaveText("E_EXPIRED");
  });

  test("is told that a code belongs to another course", async ({ portal: { verify } }) => {
    await verify.choose("テストのない試験用の講習");
    await verify.paste(code.text);
    await expect(verify.word("受付不可")).toBeVisible();
    await expect(verify.verdict).toContainText("別の講習のコードです（試験用の講習）");
  });
});

/** The code on show, in all its forms. */
async function codeOf({ completion }: Portal): Promise<Code> {
  return {
    receipt: await completion.receipt.innerText(),
    screen: await completion.picture(),
    picture: (await completion.save("画像を保存")).bytes,
    file: (await completion.save(".yoshu ファイルを保存")).bytes,
    text: await completion.text(),
  };
}

/** Takes the network away; gives the list of what anybody in the browser asks for from now on. */
async function cutOff(context: BrowserContext): Promise<Request[]> {
  const requests: Request[] = [];
  context.on("request", (request) => requests.push(request));
  await context.setOffline(true);
  return requests;
}

/** The addresses of those requests that left the browser, or tried to: not those that its own service worker answered. */
async function left(requests: Request[]): Promise<string[]> {
  const out: string[] = [];
  for (const request of requests) {
    const isOurs = /^https?:/.test(request.url());
    if (isOurs && !(await request.response())?.fromServiceWorker()) out.push(request.url());
  }
  return out;
}

/** Makes sure that there was no network: what is not kept on the device cannot be had. */
async function isCutOff(page: Page): Promise<void> {
  const asked = page.evaluate(() => fetch("content/of-no-use.json").then(() => "answered", () => "no network"));
  expect(await asked).toBe("no network");
}

/** The text with one of its characters changed, past the prefix. */
function flipped(text: string): string {
  const place = text.length - 3;
  const other = text[place] === "A" ? "B" : "A";
  return text.slice(0, place) + other + text.slice(place + 1);
}

/** A date of the Japanese calendar, as `2026-12-24`. */
function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" });
}
