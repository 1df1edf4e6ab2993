import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "../support/portal";
import { saved } from "../support/pages/settings";
import { readItemResults } from "../support/item_results";
import { course, type Question } from "../support/site";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** Which choices an answer of the tests takes, counted as the file counts them; of true and false, 0 is true. */
function taken({ kind, choices }: Question, right: boolean): number[] {
  if ("true-false" in kind) return [kind["true-false"].right === right ? 0 : 1];
  if (!("single" in kind) && !("multiple" in kind)) throw new Error("the course has choices alone");
  const rights = "single" in kind ? [kind.single.right] : [...kind.multiple.right];
  if (right) return rights.sort((a, b) => a - b);
  return [choices.findIndex((_, choice) => !rights.includes(choice))];
}

test("a learner who has handed nothing in has nothing to export, and is told when that changes", async ({ portal, page }) => {
  await portal.settings.open();
  await expect(page.getByRole("heading", { name: "問題の改善に協力する（匿名の解答結果を書き出す）" })).toBeVisible();
  await expect(page.getByText("セルフアセスメントを提出すると、ここに現れます。")).toBeVisible();
  await expect(page.getByRole("button", { name: "解答結果を書き出す" })).toHaveCount(0);
});

test("the file holds how each question was answered, nothing of who did, and the organiser's tool reads it @both", async ({ portal, page }) => {
  test.slow();
  await portal.settings.open();
  await portal.settings.field("氏名").fill("山田 花子");
  await portal.settings.field("日医会員ID").fill("1234567890");
  await portal.settings.saveProfile();
  await portal.hasWatchedEverything("fixture");
  const pool = await portal.questions("fixture");
  const attempts: { asked: Question[]; right: number }[] = [];
  await portal.assessment.open("fixture");
  await portal.assessment.start();
  attempts.push({ asked: await portal.assessment.answerAll(pool, 7), right: 7 });
  await portal.assessment.handIn();
  await portal.assessment.retake();
  attempts.push({ asked: await portal.assessment.answerAll(pool, 10), right: 10 });
  await portal.assessment.handIn();

  await portal.settings.goTo();
  const record = await portal.settings.exported();
  const { outline, content } = await course(page.request, "fixture");
  const button = page.getByRole("button", { name: `解答結果を書き出す：${outline.title.ja}` });
  await expect(page.getByText("2回分、のべ20問")).toBeVisible();
  await page.getByText("ファイルの中身を見る").click();
  const preview = await page.getByRole("textbox", { name: "ファイルの中身を見る" }).inputValue();
  const sent: string[] = [];
  page.on("request", (request) => sent.push(request.url()));
  const text = await saved(page, button);
  expect(text, "what was shown is what is saved").toBe(preview);
  expect(sent.filter((url) => !url.startsWith("blob:")), "nothing is sent").toEqual([]);

  const results = readItemResults(text);
  expect(results.course).toBe("fixture");
  expect(results.contents.map((of) => of.content)).toEqual([content]);
  const [{ attempts: told }] = results.contents;
  expect(told.map(({ first }) => first)).toEqual([true, false]);
  for (const [number, { asked, right }] of attempts.entries()) {
    const expected = asked.map((question, index) => {
      const outcome = index < right ? "right" : "wrong";
      return { question: question.id, outcome, taken: taken(question, index < right) };
    });
    expected.sort((a, b) => (a.question < b.question ? -1 : 1));
    expect(told[number].items).toEqual(expected);
  }

  // Every id, time and secret of the full record is looked for, not only those that one thinks of.
  const personal = ["山田", "花子", "1234567890"];
  for (const line of record.trimEnd().split("\n")) {
    const numbers = line.match(/\d{10,}/g) ?? [];
    const ids = (line.match(/"[0-9a-f]{16}"/g) ?? []).map((id) => id.slice(1, -1));
    personal.push(...numbers, ...ids.filter((id) => id !== content));
  }
  expect(personal.length).toBeGreaterThan(10);
  for (const secret of personal) expect(text).not.toContain(secret);

  // Another fact in the record closes nothing under the reader.
  await portal.settings.field("職種").fill("医師");
  await portal.settings.saveProfile();
  await expect(page.getByRole("textbox", { name: "ファイルの中身を見る" })).toBeVisible();

  await reads(text);
});

/** The organiser's program takes the file in and makes its page. */
async function reads(text: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "yoshu-items-"));
  try {
    const [file, page] = [join(folder, "items.json"), join(folder, "report.html")];
    await writeFile(file, text);
    const site = join(root, "e2e/site");
    const stats = ["content", "stats", file, "--content", site, "--later", "--format", "json", "--out", page];
    const yoshu = process.env.YOSHU_TOOL;
    const [program, ...begin] = yoshu ? [yoshu] : ["cargo", "run", "--quiet", "--package", "tool", "--"];
    const { stdout } = await run(program, [...begin, ...stats], { cwd: root });
    const report = JSON.parse(stdout) as { files: number; attempts: number; questions: { answers: number; right: number }[] };
    expect([report.files, report.attempts]).toEqual([1, 2]);
    const sum = (of: (question: { answers: number; right: number }) => number) => report.questions.reduce((all, one) => all + of(one), 0);
    expect([sum(({ answers }) => answers), sum(({ right }) => right)]).toEqual([20, 17]);
    expect(await readFile(page, "utf8")).toContain("問題の統計");
  } finally {
    await rm(folder, { recursive: true });
  }
}
