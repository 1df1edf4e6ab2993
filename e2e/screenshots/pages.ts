// Takes a picture of every page in every state. `cargo xtask screenshots` builds the sites and starts this.

import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { sites } from "../server/where.mjs";
import { type Portal, test } from "../support/portal";
import { record } from "../support/record";
import { course } from "../support/site";
import { tours } from "../support/tour";

const out = fileURLToPath(new URL("../../screenshots/", import.meta.url));

for (const [whose, tour] of Object.entries(tours)) {
  test(`the pages of ${whose}`, async ({ portal, page }, { project }) => {
    await tour(portal, async (stop) => {
      const name = stop.replace(/[^a-z]+/g, "-");
      await picture(page, `${name}-${project.name}`);
      if (stop !== "completion, code") return;
      await portal.speak("English", "en");
      await picture(page, `${name}-${project.name}-english`);
      await portal.speak("日本語", "ja");
    });
  });
}

test.describe("the README", () => {
  test.use({ baseURL: sites.real.url, deviceScaleFactor: 1 });

  test("a chapter of the real course, partly watched", async ({ portal, page }, { project }) => {
    await hasWatched(portal, "als-pre-2026", "03-defib", [[2, 30], [70, 94], [128, 145]]);
    await portal.chapter.open("als-pre-2026", "03-defib");
    await page.waitForTimeout(SETTLED_MS);
    await page.screenshot({ path: join(out, `readme-${project.name}.png`) });
  });

  async function hasWatched(portal: Portal, of: string, id: string, stretches: [from: number, to: number][]): Promise<void> {
    const { outline } = await course(portal.page.request, of);
    const { video } = outline.chapters.find((chapter) => chapter.id === id)!;
    const played = stretches.map(([from, to]) => ["watched", of, id, video, from * 1000, to * 1000, Date.now()]);
    const [, end] = stretches.at(-1)!;
    await portal.settings.open();
    await portal.settings.take(record([...played, ["stopped", of, id, video, end * 1000, Date.now()]]));
    await portal.page.getByText("件の記録を取り込みました").waitFor();
  }
});

/** What comes in late has come by then: pictures, a bar that grows. */
const SETTLED_MS = 400;

/** The whole page, as far down as it goes. */
async function picture(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(SETTLED_MS);
  await page.screenshot({ path: join(out, `${name}.png`), fullPage: true, animations: "disabled" });
}
