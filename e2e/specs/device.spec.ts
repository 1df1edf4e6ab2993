import type { Page } from "@playwright/test";
import { expect, test } from "../support/portal";

/** What the portal asks of the device, in order. */
type Asked = "persist" | "awake" | "asleep";

// Headless browsers grant neither: the questions are noted, and a screen lock is given that can be let go.
test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const asked: string[] = [];
    Object.assign(window, { asked });
    navigator.storage.persist = () => {
      asked.push("persist");
      return Promise.resolve(true);
    };
    navigator.wakeLock.request = () => {
      asked.push("awake");
      const sentinel = Object.assign(new EventTarget(), { type: "screen", released: false, onrelease: null, release: () => Promise.resolve(void asked.push("asleep")) });
      return Promise.resolve(sentinel as WakeLockSentinel);
    };
  });
});

const asked = (page: Page) => page.evaluate(() => (window as unknown as { asked: Asked[] }).asked);

test("the browser is asked to keep the record once there is something to lose: not on arrival, and not again", async ({ portal, page }) => {
  const persists = async () => (await asked(page)).filter((what) => what === "persist").length;
  await portal.hasWatchedEverything("fixture");
  await portal.assessment.open("fixture");
  await portal.assessment.start();
  const pool = await portal.questions("fixture");
  await portal.assessment.answerAll(pool, 7);
  expect(await persists()).toBe(0);
  await portal.assessment.handIn();
  await expect.poll(persists).toBe(1);
  await portal.assessment.retake();
  await portal.assessment.answerAll(pool, 8);
  await portal.assessment.handIn();
  await portal.settings.goTo();
  expect(await persists()).toBe(1);
});

test("the screen stays awake while a film plays, and no longer", async ({ portal, page }) => {
  await portal.chapter.open("fixture", "03-gamma");
  expect(await asked(page)).toEqual([]);
  await portal.chapter.play();
  await expect.poll(() => asked(page)).toEqual(["awake"]);
  await portal.chapter.pause();
  await expect.poll(() => asked(page)).toEqual(["awake", "asleep"]);
  await portal.chapter.play();
  await expect.poll(() => asked(page)).toEqual(["awake", "asleep", "awake"]);
  await portal.settings.goTo();
  await expect.poll(() => asked(page)).toEqual(["awake", "asleep", "awake", "asleep"]);
});

test("the device shows which chapter plays, and its keys work on it", async ({ portal, page }) => {
  await page.addInitScript(() => {
    const keys = new Map<string, MediaSessionActionHandler | null>();
    const press = (key: MediaSessionAction) => keys.get(key)?.({ action: key });
    Object.assign(window, { press });
    navigator.mediaSession.setActionHandler = (key, handler) => void keys.set(key, handler);
  });
  const press = (key: MediaSessionAction) => page.evaluate((key) => (window as unknown as { press(key: string): void }).press(key), key);
  const shown = () =>
    page.evaluate(() => {
      const about = navigator.mediaSession.metadata;
      return about && { title: about.title, album: about.album, pictures: about.artwork.map(({ src }) => new URL(src, document.baseURI).pathname) };
    });
  await portal.chapter.open("fixture", "01-alpha");
  expect(await shown()).toEqual({
    title: expect.stringContaining("アルファ"),
    album: "試験用の講習",
    pictures: [expect.stringMatching(/^\/content\/media\/[0-9a-f]{16}\.webp$/)],
  });

  const plays = () => portal.chapter.film.evaluate((film: HTMLVideoElement) => !film.paused);
  await press("play");
  await expect.poll(plays).toBe(true);
  await press("pause");
  await expect.poll(plays).toBe(false);
  await press("seekforward");
  await expect.poll(() => portal.chapter.second()).toBeGreaterThan(5);
  await press("nexttrack");
  await expect(page).toHaveURL(/02-beta$/);
  await expect.poll(async () => (await shown())?.title).toContain("ベータ");
  await portal.settings.goTo();
  expect(await shown()).toBe(null);
});
