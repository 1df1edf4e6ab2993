// Tours of the portal: every page in every state that a learner or an instructor can meet, one stop after the other.

import { answer, type Kind, kinds as allKinds, mouse, number, of, pair, picture } from "./answering";
import type { Portal } from "./portal";
import { record } from "./record";
import { course } from "./site";

/** What is done at each stop; the name says where we are. */
export type Look = (stop: string) => Promise<void>;
export type Tour = (portal: Portal, look: Look) => Promise<void>;

const COURSE = "fixture";

/** A picture of one white dot. */
const NO_CODE = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABAQAAAAA3bvkkAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==", "base64");

/** Before anything is watched. */
const newcomer: Tour = async (portal, look) => {
  const { page } = portal;
  await portal.home.open();
  await look("home, nothing begun");
  await portal.catalogue.open();
  await portal.catalogue.code("74").waitFor();
  await look("catalogue, codes");
  await portal.catalogue.type("飛ばした所");
  await portal.catalogue.results.getByText("飛ばした所は残ります").waitFor();
  await look("catalogue, what is said");
  await portal.catalogue.type("しけん");
  await portal.catalogue.results.first().waitFor();
  await look("catalogue, found");
  await portal.catalogue.type("zzz");
  await page.getByText("言葉を短くする").waitFor();
  await look("catalogue, nothing found");
  await portal.catalogue.open("?code=74");
  await page.getByRole("link", { name: "一覧へ戻る" }).waitFor();
  await look("catalogue, one code");
  await portal.catalogue.open("?only=specialist");
  await page.getByText("以降に受講した場合").waitFor();
  await look("catalogue, for specialists");
  await portal.course.open("members");
  await page.getByText("この設定では単位の取得ができません").waitFor();
  await look("course for members");
  await portal.course.open(COURSE);
  await page.getByRole("region", { name: "講習について" }).getByText("総監修").waitFor();
  await look("course, nothing begun");
  await portal.chapter.open(COURSE, "01-alpha");
  await page.getByRole("button", { name: /第1章、アルファ/ }).first().waitFor();
  await look("chapter, transcript");
  await page.getByRole("tab", { name: "本文" }).click();
  await page.getByRole("heading", { name: "この章の目標" }).waitFor();
  await look("chapter, text");
  await page.getByRole("tab", { name: "メモ" }).click();
  await page.getByRole("textbox", { name: /この場面のメモ/ }).fill("a note");
  await page.getByRole("button", { name: "メモを保存" }).click();
  await page.getByRole("listitem").filter({ hasText: "a note" }).waitFor();
  await look("chapter, notes");
  await page.getByRole("button", { name: "キー操作" }).click();
  await page.getByRole("dialog").waitFor();
  await look("chapter, sheet of keys");
  await portal.assessment.open(COURSE);
  await look("self-assessment, locked");
  await portal.assessment.open("notest");
  await look("self-assessment of a course without one");
  await portal.completion.open(COURSE);
  await look("completion, not yet");
  await page.goto("no-such-page");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await look("a page that does not exist");
};

/** From the last chapter to the code. */
const learner: Tour = async (portal, look) => {
  const { page } = portal;
  const { outline } = await course(page.request, COURSE);
  const [first] = outline.chapters;
  const begun = ["watched", COURSE, first.id, first.video, 0, 3000, Date.now()];
  await portal.settings.open();
  await portal.settings.take(record([begun, ["stopped", COURSE, first.id, first.video, 3000, Date.now()]]));
  await page.getByText("件の記録を取り込みました").waitFor();
  await portal.home.open();
  await look("home, in progress");
  await portal.course.open(COURSE);
  await look("course, in progress");
  await portal.hasWatchedEverything(COURSE);
  await portal.home.open();
  await look("home, all watched");
  await portal.chapter.open(COURSE, "03-gamma");
  await look("chapter, watched");
  await portal.assessment.open(COURSE);
  await page.getByRole("button", { name: "セルフアセスメントをはじめる" }).waitFor();
  await look("self-assessment, start");
  const pool = await portal.questions(COURSE);
  await portal.assessment.start();
  await look("self-assessment, one question");
  await portal.assessment.answerAll(pool, 7);
  await look("self-assessment, all questions");
  await page.getByRole("button", { name: "解答を確かめる" }).click();
  await page.getByRole("heading", { name: "提出前の確認" }).waitFor();
  await look("self-assessment, review");
  await page.getByRole("button", { name: "提出して採点する" }).click();
  await portal.assessment.result.waitFor();
  await look("self-assessment, failed");
  await portal.assessment.retake();
  await portal.assessment.answerAll(pool, 10);
  await portal.assessment.handIn();
  await look("self-assessment, passed");
  await portal.assessment.toCompletion();
  await portal.completion.name.fill("");
  await portal.completion.seal.click();
  await page.getByRole("textbox", { name: "氏名" }).and(page.locator("[aria-invalid=true]")).waitFor();
  await look("completion, form with a mistake");
  await portal.completion.makeCode("Mihon Taro");
  await look("completion, code");
  await portal.course.open(COURSE);
  await look("course, complete");
  await portal.home.open();
  await look("home, complete");
};

/** Every kind of question, open, begun, answered and graded. */
const kinds: Tour = async (portal, look) => {
  const { page } = portal;
  const cards = portal.assessment.cards;
  await portal.hasWatchedEverything("kinds");
  await portal.assessment.open("kinds");
  await portal.assessment.start();
  await portal.assessment.showAll(7);
  await look("kinds, all questions");
  await pair(of("match", cards), "一").selectOption({ label: "1" });
  await number(of("number", cards)).fill("x");
  await number(of("number", cards)).blur();
  await picture(of("spot", cards)).focus();
  await look("kinds, begun");
  await page.getByRole("button", { name: "解答を確かめる" }).click();
  await look("kinds, review of what is begun");
  await portal.assessment.showAll(7);
  for (const kind of Object.keys(allKinds) as Kind[]) await answer(kind, of(kind, cards), mouse(), false);
  await look("kinds, answered");
  await portal.assessment.handIn();
  await look("kinds, graded");
};

/** The settings, filled in, with their dialog and their undo. */
const settings: Tour = async (portal, look) => {
  const { page } = portal;
  await portal.settings.open();
  await look("settings");
  const member = page.getByRole("textbox", { name: /日医会員ID|日本医師会会員ID|会員ID/ }).first();
  await member.fill("123");
  await page.getByRole("button", { name: "プロフィールを保存" }).click();
  await member.and(page.locator("[aria-invalid=true]")).waitFor();
  await look("settings, a number that is too short");
  await page.getByRole("button", { name: "すべて消去", exact: true }).click();
  await page.getByRole("dialog").waitFor();
  await look("settings, asked before erasing");
  await page.keyboard.press("Escape");
  await portal.settings.erase();
  await look("settings, erased");
};

/** The instructor's page, with a code to read. */
const instructor: Tour = async (portal, look) => {
  const { page, verify } = portal;
  await portal.hasWatchedEverything("notest");
  await portal.completion.open("notest");
  await portal.completion.makeCode("Mihon Taro");
  const code = await portal.completion.text();
  await verify.open();
  await look("instructor, before choosing");
  await verify.choose("テストのない試験用の講習");
  await look("instructor, camera");
  await page.getByRole("tab", { name: "画像・ファイル" }).click();
  await look("instructor, files");
  await verify.paste(code);
  await verify.word("期限内").waitFor();
  await verify.resultCode();
  await look("instructor, a good code");
  await verify.paste(`${code.slice(0, -4)}AAAA`);
  await verify.word("受付不可").waitFor();
  await look("instructor, a code that is refused");
  await verify.choose("テストのない試験用の講習", daysFromNow(40));
  await verify.paste(code);
  await verify.word("期限超過").waitFor();
  await look("instructor, a late code");
  await verify.verdict.getByRole("button", { name: "受け入れる…" }).click();
  await page.getByRole("dialog").waitFor();
  await look("instructor, the decision");
  await page.getByRole("dialog").getByLabel("その他").check();
  await page.getByRole("dialog").getByLabel("理由の説明").fill("a note");
  await page.getByRole("dialog").getByRole("button", { name: "「受け入れる」で記録する" }).click();
  await verify.rows(verify.list).filter({ hasText: "a note" }).waitFor();
  await look("instructor, decided");
  await verify.readPicture(NO_CODE);
  await page.getByText("画像にQRコードが見つかりません").first().waitFor();
  await verify.readFile(Buffer.alloc(1_000_001));
  await page.getByText("修了コードのファイルにしては大きすぎます").first().waitFor();
  await look("instructor, a file that holds no code");
  await verify.paste(code, "https://example.org/", code);
  await verify.batch.waitFor();
  await look("instructor, several codes");
  await page.keyboard.press("Escape");
};

export const tours: Record<string, Tour> = { newcomer, learner, kinds, settings, instructor };

/** A date of the Japanese calendar, as `2026-12-24`. */
function daysFromNow(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Asia/Tokyo" });
}

