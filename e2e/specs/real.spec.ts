import { sites } from "../server/where.mjs";
import { expect, test } from "../support/portal";

const COURSE = "als-pre-2026";
const CHAPTER = "01-chain";

test.describe("the real site, below a path of its host", () => {
  test.use({ baseURL: sites.real.url });

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
    const shown = await portal.chapter.film.evaluate((film: HTMLVideoElement) => {
      const showing = [...film.textTracks].filter(({ mode }) => mode !== "disabled");
      return { width: film.videoWidth, cues: showing.flatMap((track) => [...(track.activeCues ?? [])].map((cue) => (cue as VTTCue).text)) };
    });
    await portal.chapter.pause();
    expect(shown.width).toBe(1280);
    expect(shown.cues.join("")).toMatch(/[ぁ-ん]/);
    expect(await portal.chapter.counted()).toBeGreaterThan(4);
    expect(elsewhere).toEqual([]);
  });

  test("the addresses that people are told are pages of their own, to a host", async ({ page }) => {
    for (const address of ["verify", "settings"]) {
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
    const broken = await page.evaluate(() => [...document.images].filter((image) => image.complete && image.naturalWidth === 0).map(({ src }) => src));
    expect(broken).toEqual([]);
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
