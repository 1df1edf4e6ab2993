// Takes pictures of every page, on a phone and a desktop, light and dark. node screenshots.mjs --dist DIR --out DIR [NAME…]
// The journey is a real one but for the watching, which is put into the journal.
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { addToJournal, watchedLines } from "./server/journal.mjs";
import { chromiumArgs, chromiumPath } from "./server/where.mjs";

const { values, positionals: only } = parseArgs({
  options: { dist: { type: "string" }, out: { type: "string", default: "screenshots" } },
  allowPositionals: true,
});
const here = fileURLToPath(new URL(".", import.meta.url));
const out = resolve(here, "..", values.out);
const port = 4195;
const site = `http://127.0.0.1:${port}/`;
const at = (path) => new URL(path, site).href;

const screens = [
  { name: "phone", viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true },
  { name: "desktop", viewport: { width: 1280, height: 800 } },
];
const themes = ["light", "dark"];

/** What was to be seen and was not. */
const missing = [];

async function journey(browser, screen, theme, locale) {
  const { name: size, ...look } = screen;
  const context = await browser.newContext({ ...look, colorScheme: theme, locale, timezoneId: "Asia/Tokyo", serviceWorkers: "block" });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const main = page.getByRole("main");

  /** Goes there if a way is given, waits for what should be seen, takes the whole page. */
  async function picture(name, way) {
    const file = `${name}-${size}-${theme}${locale === "ja-JP" ? "" : "-en"}`;
    try {
      await way?.();
      await page.waitForTimeout(400);
      if (only.length === 0 || only.some((part) => file.includes(part))) {
        await page.screenshot({ path: join(out, `${file}.png`), fullPage: true });
      }
    } catch (fault) {
      missing.push(`${file}: ${String(fault).split("\n")[0]}`);
    }
  }
  const go = (path, settled = main.getByRole("heading").first()) => async () => {
    await page.goto(at(path));
    await settled.waitFor();
  };

  const catalog = await (await fetch(at("content/catalog.json"))).json();
  const entry = catalog.courses.find((course) => course.outline.completion.test) ?? catalog.courses[0];
  const { id, chapters } = entry.outline;
  const pool = await (await fetch(at(`content/courses/${id}/${entry.content}/questions.json`))).json();

  await picture("home", go("", main.getByRole("link").first()));
  await picture("course", go(`courses/${id}`));
  await picture("chapter", go(`courses/${id}/chapters/${chapters[0].id}`, page.locator("video")));
  await picture("self-assessment-locked", go(`courses/${id}/self-assessment`));
  await picture("completion-missing", go(`courses/${id}/completion`));
  await picture("settings", go("settings"));
  await picture("verify", go("verify"));
  await picture("not-found", go("no-such-page"));
  await picture("course-unknown", go("courses/no-such-course"));

  await addToJournal(page, watchedLines(entry));
  await picture("home-watched", go("", main.getByRole("link").first()));
  await picture("course-watched", go(`courses/${id}`));
  await picture("self-assessment-start", go(`courses/${id}/self-assessment`, button(main, "テストをはじめる", "Start")));
  await picture("self-assessment-question", async () => {
    await button(main, "テストをはじめる", "Start").click();
    await choices(main).first().waitFor();
  });
  await picture("self-assessment-result", () => passTest(main, pool.questions, locale));
  await picture("completion", go(`courses/${id}/completion`, button(main, "コードを作る", "Make|Seal|Create")));
  await picture("token", async () => {
    const without = main.getByRole("radio", { name: /入れない|without|not/i });
    if (await without.count()) await without.first().check();
    await button(main, "コードを作る", "Make|Seal|Create").last().click();
    await main.getByRole("img", { name: /QR/ }).waitFor();
  });
  const token = await main.getByRole("textbox", { name: /文字のコード|Text/, includeHidden: true }).first().inputValue().catch(() => undefined);
  await picture("verify-verdict", () => verify(token));
  await picture("verify-refused", () => verify(token?.replace(/.{4}$/, "0000")));
  await context.close();

  async function verify(text) {
    if (!text) throw new Error("the token page shows no text of the code");
    await page.goto(at("verify"));
    const field = page.getByRole("textbox", { name: /修了コードの文字|Text of completion codes/ });
    if (!(await field.isVisible())) await page.getByRole("tab", { name: /貼り付け|Paste/ }).click();
    await field.fill(text);
    await button(main, "確認する", "Check").click();
    await page.waitForTimeout(1000);
  }
}

const button = (main, ja, en) => main.getByRole("button", { name: new RegExp(`${ja}|^(${en})`) }).or(main.getByRole("link", { name: new RegExp(`${ja}|^(${en})`) })).first();
const choices = (main) => main.locator("input[type=radio], input[type=checkbox]");

/** Answers all questions rightly, one at a time, and hands in. */
async function passTest(main, questions, locale) {
  const say = (text) => (locale === "ja-JP" ? text.ja : (text.en ?? text.ja));
  const next = button(main, "次の問題", "Next");
  const review = button(main, "解答を確かめる", "Review|Check");
  for (let left = questions.length; left > 0; left--) {
    const shown = await main.innerText();
    const question = questions.find(({ text }) => shown.includes(say(text)));
    if (!question) throw new Error("the question shown is not one of the pool");
    for (const answer of rightAnswers(question, say, locale)) await main.getByLabel(answer, { exact: true }).first().check({ force: true });
    if (!(await next.isVisible()) || !(await next.isEnabled())) break;
    await next.click();
  }
  if (await review.isVisible()) await review.click();
  await button(main, "提出して採点する", "Hand in|Submit").click();
  await main.getByText(/合格です|passed/i).first().waitFor();
}

function rightAnswers({ kind, choices }, say, locale) {
  if (kind["true-false"]) {
    const { right } = kind["true-false"];
    return [locale === "ja-JP" ? (right ? "正しい" : "誤り") : right ? "True" : "False"];
  }
  if (kind.single) return [say(choices[kind.single.right])];
  return kind.multiple.right.map((index) => say(choices[index]));
}

await mkdir(out, { recursive: true });
const server = spawn(process.execPath, [join(here, "server/static.mjs"), "--dir", values.dist, "--port", String(port)], { stdio: "inherit" });
try {
  for (let tries = 0; tries < 50 && !(await fetch(site).catch(() => null)); tries++) await new Promise((r) => setTimeout(r, 100));
  const browser = await chromium.launch({ executablePath: chromiumPath(), args: chromiumArgs });
  for (const screen of screens) for (const theme of themes) await journey(browser, screen, theme, "ja-JP");
  await journey(browser, screens[0], "light", "en-GB");
  await browser.close();
} finally {
  server.kill();
}
for (const line of missing) console.log(`not taken: ${line}`);
console.log(`pictures are in ${values.out}/`);
process.exitCode = missing.length ? 1 : 0;
