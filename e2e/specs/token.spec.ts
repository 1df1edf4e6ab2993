import type { Page } from "@playwright/test";
import { expect, test } from "../support/portal";

const DAY_MS = 86_400_000;

test.beforeEach(async ({ portal }) => {
  await portal.hasWatchedEverything("notest");
  await portal.completion.open("notest");
  await portal.completion.makeCode("見本 太郎");
});

test("a code that is made again, days later and with another name, keeps its due date", async ({ portal, page }) => {
  const due = await portal.completion.fact("実技の期限").innerText();
  const completed = await portal.completion.fact("予習の修了日時").innerText();
  const receipt = await portal.completion.receipt.innerText();
  expect(due).toBe(inJapanese(dueDate(completed)));

  await page.addInitScript((ms) => {
    const now = Date.now;
    Date.now = () => now() + ms;
  }, 3 * DAY_MS);
  await page.reload();
  await page.getByRole("button", { name: "作り直す" }).click();
  await portal.completion.name.fill("見本 花子");
  await portal.completion.seal.click();
  await expect(portal.completion.fact("氏名")).toHaveText("見本 花子");
  await expect(portal.completion.receipt).not.toHaveText(receipt);
  await expect(portal.completion.fact("実技の期限")).toHaveText(due);
  await expect(portal.completion.fact("予習の修了日時")).toHaveText(completed);
});

test("the due date goes into the calendar, once, with a reminder", async ({ portal }) => {
  const due = dueDate(await portal.completion.fact("予習の修了日時").innerText());
  const first = await portal.completion.save("カレンダーに追加");
  const again = await portal.completion.save("カレンダーに追加");
  expect(first.name).toMatch(/^yoshu-notest-.+\.ics$/);
  // RFC 5545: lines end in CR LF, and go on after one blank.
  const text = first.bytes.toString().replaceAll("\r\n ", "");
  const lines = text.split("\r\n");
  expect(lines[0]).toBe("BEGIN:VCALENDAR");
  expect(lines).toContain(`DTSTART;VALUE=DATE:${due.replaceAll("-", "")}`);
  expect(lines).toContain("SUMMARY:実技の期限 テストのない試験用の講習");
  expect(text).toContain(await portal.completion.receipt.innerText());
  expect(text).toContain("実技未了・修了証ではありません");
  expect(lines).toContain("BEGIN:VALARM");
  const uid = (bytes: Buffer) => /^UID:.*$/m.exec(bytes.toString())?.[0];
  expect(uid(first.bytes)).toBeTruthy();
  expect(uid(again.bytes)).toBe(uid(first.bytes));
});

test("the code stands on white in the dark theme too @both", async ({ portal, page }) => {
  for (const dark of ["device", "chosen"]) {
    await page.emulateMedia({ colorScheme: dark === "device" ? "dark" : "light" });
    if (dark === "chosen") {
      await page.getByRole("button", { name: /^表示の明るさ/ }).click({ clickCount: 2, delay: 50 });
      await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    }
    const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [red] = /\d+/.exec(ground)!;
    expect(Number(red), `the page is dark: ${ground}`).toBeLessThan(60);
    const { quiet, finder } = await colours(page, await portal.completion.picture());
    expect(quiet).toEqual([255, 255, 255]);
    expect(finder).toEqual([0, 0, 0]);
  }
});

/** The same day of the next month, or its last: the rule of the course (`validity = "1 month"`, token spec §14). */
function dueDate(completed: string): string {
  const [year, month, day] = /(\d+)\/(\d+)\/(\d+)/.exec(completed)!.slice(1).map(Number);
  const last = (y: number, m: number) => new Date(Date.UTC(y, m, 0)).getUTCDate();
  const [y, m] = month === 12 ? [year + 1, 1] : [year, month + 1];
  const d = day === last(year, month) ? last(y, m) : Math.min(day, last(y, m));
  return [String(y), String(m).padStart(2, "0"), String(d).padStart(2, "0")].join("-");
}

/** `2026-12-20` as the page writes it: `2026/12/20（日）`. */
function inJapanese(date: string): string {
  const [year, month, day] = date.split("-").map(Number);
  const weekday = "日月火水木金土"[new Date(Date.UTC(year, month - 1, day)).getUTCDay()];
  return `${year}/${month}/${day}（${weekday}）`;
}

/** Two places of the code on the screen: the quiet zone at its corner, and the middle of a finder pattern. */
async function colours(page: Page, png: Buffer): Promise<{ quiet: number[]; finder: number[] }> {
  const beside = await page.context().newPage();
  try {
    return await beside.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
      const picture = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(picture.width, picture.height).getContext("2d")!;
      canvas.drawImage(picture, 0, 0);
      const at = (share: number) => [...canvas.getImageData(picture.width * share, picture.height * share, 1, 1).data.slice(0, 3)];
      // Between 53 and 61 modules, and four white ones around: module 7 and a half lies within the finder's dark middle.
      return { quiet: at(0.02), finder: at(7.5 / 65) };
    }, png.toString("base64"));
  } finally {
    await beside.close();
  }
}

test("a name without a letter is nobody's: it is asked for again, where it stands", async ({ portal, page }) => {
  await page.getByRole("button", { name: "作り直す" }).click();
  const contents = page.getByRole("region", { name: "コードに入る内容" });
  await expect(contents).toContainText(/講習テストのない試験用の講習氏名見本 太郎得点テストのない講習です間違えた問題含みません視聴時間/);
  await portal.completion.name.fill("😀😀");
  await expect(contents).toContainText("😀😀");
  await portal.completion.seal.click();
  await expect(page.getByRole("alert").filter({ hasText: "文字が入っていません" })).toBeVisible();
  await expect(portal.completion.name).toBeFocused();
  await expect(portal.completion.code).toBeHidden();
  await portal.completion.makeCode("Ōta 😀");
  await expect(portal.completion.fact("氏名")).toHaveText("Ōta 😀");
});
