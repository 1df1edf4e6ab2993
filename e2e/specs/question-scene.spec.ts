import type { Locator, Page } from "@playwright/test";
import { again, all, begin, card, finger, keyboard, mouse, play } from "../support/answering";
import { Keys } from "../support/keys";
import { expect, type Portal, test } from "../support/portal";
import { deliver } from "../support/site";
import { stored } from "../support/stored";

const video = (portal: Portal): Locator => card(portal, "scene").locator("video");
const second = (portal: Portal): Promise<number> => video(portal).evaluate((film) => (film as HTMLVideoElement).currentTime);

test.describe("a scene", () => {
  test.describe("long enough to be stopped", () => {
  test.use({ serviceWorkers: "block" });
  for (const [by, handOf] of [
    ["a finger", finger],
    ["a mouse @desktop", mouse],
    ["keys alone @desktop", (page: Page) => keyboard(page, new Keys(page))],
  ] as const) {
    test(`plays its own seconds, with captions, and can be seen again: by ${by}`, async ({ portal, page }) => {
      const hand = handOf(page);
      await deliver(page, "kinds", { questions: (all) => (all.find(({ id }) => id === "scene")!.scene = { chapter: "01-alpha", from: 1000, to: 5000 }) });
      await begin(portal);
      const scene = card(portal, "scene");
      const watched = await stored(page, "watched");
      expect(watched, "what was watched is found").toBeGreaterThan(0);
      const shown = () => video(portal).evaluate((film) => (film as HTMLVideoElement).textTracks[0].mode);
      expect(await shown()).toBe("showing");
      await hand.press(scene.getByRole("button", { name: "字幕" }));
      expect(await shown()).toBe("hidden");
      await hand.press(play(scene));
      await expect(scene.getByRole("button", { name: "一時停止" })).toBeVisible();
      expect(await second(portal)).toBeGreaterThanOrEqual(0.9);
      await expect(again(scene)).toBeVisible();
      await expect(scene).toContainText("0:04 / 0:04");
      expect(await second(portal), "up to its end").toBeGreaterThanOrEqual(4.95);
      expect(await second(portal), "and not to that of the film").toBeLessThan(5.9);
      await hand.press(again(scene));
      await expect(scene.getByRole("button", { name: "一時停止" })).toBeVisible();
      expect(await second(portal), "from its beginning").toBeLessThan(4.95);
      await hand.press(scene.getByRole("button", { name: "一時停止" }));
      await expect(scene.getByRole("button", { name: "続きを再生する" })).toBeVisible();
      expect(await stored(page, "watched"), "a scene is not watching").toBe(watched);
    });
  }
  });

  test.describe("beside another", () => {
    test.use({ serviceWorkers: "block" });

    test("is heard alone: the other one stops", async ({ portal, page }) => {
      const scene = { chapter: "01-alpha", from: 0, to: 6000 };
      await deliver(page, "kinds", { questions: ([truth]) => (truth.scene = scene) });
      await begin(portal);
      await play(card(portal, "truth")).tap();
      await card(portal, "truth").getByRole("button", { name: "一時停止" }).waitFor();
      await play(card(portal, "scene")).tap();
      await expect(card(portal, "truth").getByRole("button", { name: "続きを再生する" })).toBeVisible();
      await expect(again(card(portal, "scene"))).toBeVisible();
    });
  });

  test.describe("whose film cannot be had", () => {
    test.use({ serviceWorkers: "block", provoked: /\.mp4/ });

    test("says so, and its question can be answered without it", async ({ portal, page }) => {
      await page.route("**/media/*.mp4", (route) => route.abort());
      await begin(portal);
      const scene = card(portal, "scene");
      await expect(scene).toContainText("この場面を再生できません");
      await expect(scene).toContainText("動画がなくても、下の問題には答えられます。");
      await scene.getByRole("radio", { name: "アルファ", exact: true }).tap();
      await expect(portal.assessment.says(1, all.length)).toBeVisible();
      await page.unrouteAll();
      await scene.getByRole("button", { name: "もう一度読み込む" }).tap();
      await expect(play(scene)).toBeFocused();
      await play(scene).tap();
      await expect(again(scene)).toBeVisible();
    });
  });
});
