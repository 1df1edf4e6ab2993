import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { attemptLine, watchedLines } from "../server/journal.mjs";
import { sites } from "../server/where.mjs";
import { expect, type Portal, test } from "../support/portal";
import { record } from "../support/record";
import type { Chapter, Course, Question } from "../support/site";

const COURSE = "als-pre-2026";
const CHAPTER = "01-chain";

/** The courses of the served catalog: one that is added is tested, too. */
const { courses } = JSON.parse(readFileSync(join(sites.real.dir, "content/catalog.json"), "utf8")) as { courses: Course[] };

/** The pictures of a page that came, and show nothing. */
const broken = (page: Page): Promise<string[]> =>
  page.evaluate(() => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map(({ src }) => src));

/** Opens a chapter as a learner does, and plays its beginning: the picture moves, a caption shows, the text has its pictures. */
async function plays(portal: Portal, page: Page, { outline }: Course, chapter: Chapter): Promise<void> {
  await portal.course.open(outline.id);
  await portal.course.openChapter(outline.chapters.indexOf(chapter) + 1);
  await expect(page).toHaveURL(`${sites.real.url}courses/${outline.id}/chapters/${chapter.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(chapter.title.ja);
  await portal.chapter.play();
  await expect.poll(() => portal.chapter.caption()).toMatch(/[ぁ-ん]/);
  await portal.chapter.reaches(3);
  await portal.chapter.pause();
  expect(await portal.chapter.film.evaluate((film: HTMLVideoElement) => [film.videoWidth, film.videoHeight])).toEqual([1280, 720]);
  await page.getByRole("tab", { name: "本文" }).click();
  await expect(page.getByRole("tabpanel").getByRole("heading").first()).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(await broken(page)).toEqual([]);
}

for (const course of courses) {
  const { id, title, chapters } = course.outline;

  test.describe(`the real course ${title.ja}`, () => {
    test.use({ baseURL: sites.real.url });

    for (const chapter of new Set([chapters[0], chapters[chapters.length - 1]])) {
      test(`chapter ${chapter.id} loads and plays`, ({ portal, page }) => plays(portal, page, course, chapter));
    }

    test("every question about a picture or a scene shows it", async ({ portal, page }) => {
      const pool = await portal.questions(id);
      const pictured = pool.filter((question) => "hotspot" in question.kind);
      const staged = pool.filter(({ scene }) => scene);
      test.skip(pictured.length + staged.length === 0, "a course may have neither");
      const asked = [...new Set([...pictured, ...staged])];
      await portal.settings.open();
      await portal.settings.take(begun(course, asked));
      await page.getByText("件の記録を取り込みました").waitFor();
      await portal.assessment.open(id);
      await portal.assessment.showAll(asked.length);
      await expect(page.getByRole("application", { name: "図の中の場所を選ぶ" })).toHaveCount(pictured.length);
      await expect(page.getByLabel("問題の場面の動画")).toHaveCount(staged.length);
      // Drawn, and in the shape that the places in it are measured by.
      for (const { kind } of pictured) {
        if (!("hotspot" in kind)) continue;
        const { name, width, height } = kind.hotspot.picture;
        const picture = page.locator(`img[src$="${name}"]`).first();
        await picture.scrollIntoViewIfNeeded();
        await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth / image.naturalHeight), name).toBeCloseTo(width / height, 2);
      }
      expect(await broken(page)).toEqual([]);
    });
  });
}

/** The record of a learner who has watched a course and is asked these questions. */
function begun(course: Course, asked: Question[]): string {
  return record([...watchedLines(course), attemptLine(course, asked)]);
}

test.describe("the real site, below a path of its host", () => {
  test.use({ baseURL: sites.real.url });

  test("among the real courses some have questions about a picture, and some about a scene", async ({ portal }) => {
    const pools = await Promise.all(courses.map(({ outline }) => portal.questions(outline.id)));
    expect(pools.flat().some(({ kind }) => "hotspot" in kind)).toBe(true);
    expect(pools.flat().some(({ scene }) => scene)).toBe(true);
  });

  test("from the home page to a chapter that plays, with captions, and counts", async ({ portal, page }) => {
    const elsewhere: string[] = [];
    page.on("request", (request) => request.url().startsWith(sites.real.url) || elsewhere.push(request.url()));
    await portal.home.open();
    await portal.home.choose("ALS研修 事前学習");
    await expect(page).toHaveURL(`${sites.real.url}courses/${COURSE}`);
    await expect(portal.course.required).toBeVisible();
    await portal.course.openChapter(1);
    await expect(page).toHaveURL(`${sites.real.url}courses/${COURSE}/chapters/${CHAPTER}`);
    await portal.chapter.play();
    await portal.chapter.reaches(6);
    expect(await portal.chapter.caption()).toMatch(/[ぁ-ん]/);
    await portal.chapter.pause();
    expect(await portal.chapter.counted()).toBeGreaterThan(4);
    expect(elsewhere).toEqual([]);
  });

  test("the home page asks for no course, no rules, no search and no film", async ({ portal, page, context }) => {
    const asked: string[] = [];
    context.on("request", (request) => asked.push(request.url().replace(sites.real.url, "")));
    await portal.home.open();
    await portal.isKept();
    await page.waitForLoadState("networkidle");
    expect(asked).toContain("content/catalog.json");
    expect(asked.filter((url) => /^content\/(courses|rules|search)|\.mp4$/.test(url))).toEqual([]);
  });

  test("the lecture for members says beside the name who earns no credit", async ({ portal, page }) => {
    const { outline } = courses.find(({ outline }) => outline.audience === "members")!;
    await portal.course.open(outline.id);
    await expect(page.getByText("（氏名未設定）：この設定では単位の取得ができません")).toBeVisible();
    await page.getByRole("link", { name: "プロフィールの設定を変える" }).click();
    await portal.settings.field("氏名").fill("見本 花子");
    await portal.settings.membership("会員").check();
    await portal.settings.saveProfile();
    await portal.course.open(outline.id);
    await expect(page.getByText("見本 花子 さん：日本医師会会員として受講します")).toBeVisible();
    await expect(page.getByText("この設定では単位の取得ができません")).toBeHidden();
  });

  test("the addresses that people are told are pages of their own, to a host", async ({ page }) => {
    for (const address of ["catalogue", "rules", "settings", "verify"]) {
      const answer = await page.goto(address);
      expect(answer?.status(), address).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(page.getByRole("heading", { name: "見つかりません" })).toHaveCount(0);
    }
  });

  test("an address deep inside opens directly, through the host's 404 page", async ({ portal, page }) => {
    const answer = await page.goto(`courses/${COURSE}/chapters/${CHAPTER}`);
    expect(answer?.status()).toBe(404);
    await portal.chapter.isReady();
    await page.getByRole("tab", { name: "本文" }).click();
    await expect(page.getByRole("tabpanel").getByRole("heading").first()).toBeVisible();
    expect(await broken(page)).toEqual([]);
  });

  test("with the network off the course, the settings and the instructor's page open", async ({ portal, page, context }) => {
    await portal.home.open();
    await portal.isKept();
    await portal.course.open(COURSE);
    await context.setOffline(true);
    await page.reload();
    await expect(portal.course.required).toBeVisible();
    await expect(portal.course.chapter(5)).toBeVisible();
    await page.goto("settings");
    await expect(page.getByRole("heading", { level: 1, name: "設定" })).toBeVisible();
    await page.goto("verify");
    await expect(portal.verify.ready).toBeVisible();
    await expect(page.getByRole("definition").filter({ hasText: "準備できました" })).toBeVisible();
    await portal.verify.choose("ALS研修 事前学習");
  });
});
