import { Device, EverydayBrowser } from "../support/browser";
import { expect, Portal, test } from "../support/portal";

test.describe("what was not played does not count", () => {
  test("going to the end earns nothing", async ({ portal }) => {
    await portal.chapter.open("fixture", "03-gamma");
    await portal.chapter.goToTheEnd();
    await expect.poll(() => portal.chapter.second()).toBeCloseTo(9, 0);
    expect(await portal.chapter.missing()).toBe(9);
    await portal.settings.goTo();
    expect((await portal.settings.record()).seconds("03-gamma")).toBe(0);
  });

  test("playing the last second after going there earns that second, and the rest is still missing", async ({ portal }) => {
    await portal.chapter.open("fixture", "03-gamma");
    await portal.chapter.goToTheEnd();
    await portal.chapter.bar.press("ArrowLeft");
    await portal.chapter.bar.press("ArrowLeft");
    await portal.chapter.play();
    await portal.chapter.ends();
    await portal.settings.goTo();
    const [[from, to], ...others] = (await portal.settings.record()).watched("03-gamma");
    expect(others).toEqual([]);
    expect(from).toBeGreaterThanOrEqual(6900);
    expect(to).toBeLessThanOrEqual(9000);
    expect((to - from) / 1000).toBeGreaterThan(1);
  });

  test("a script that plays at 16 times earns nothing, and the page says why", async ({ portal }) => {
    await portal.chapter.open("fixture", "03-gamma");
    await portal.chapter.film.evaluate((film: HTMLVideoElement) => {
      film.playbackRate = 16;
      return film.play();
    });
    await expect(portal.chapter.uncounted).toHaveText("2.0倍を超える速さでは記録されません");
    await portal.chapter.ends();
    expect(await portal.chapter.missing()).toBe(9);
    await portal.settings.goTo();
    expect((await portal.settings.record()).seconds("03-gamma")).toBe(0);
  });

  test("a script that pushes the playhead on every quarter of a second earns no more than real time", async ({ portal }) => {
    await portal.chapter.open("fixture", "03-gamma");
    const tookMs = await portal.chapter.film.evaluate(async (film: HTMLVideoElement) => {
      const began = performance.now();
      await film.play();
      // Each step is as far as an honest player could have come in half a second at double speed.
      while (film.currentTime < 8.5) {
        await new Promise((resolve) => setTimeout(resolve, 250));
        film.currentTime = Math.min(film.currentTime + 0.75, 9);
      }
      film.pause();
      return performance.now() - began;
    });
    expect(tookMs, "the script was much faster than the film").toBeLessThan(6500);
    await portal.settings.goTo();
    expect((await portal.settings.record()).seconds("03-gamma")).toBeLessThanOrEqual(tookMs / 1000 + 0.5);
  });

  test("a jump that a script hides from the page is told long enough to be read", async ({ portal }) => {
    await portal.chapter.open("fixture", "03-gamma");
    await portal.chapter.play();
    await portal.chapter.reaches(1);
    await portal.chapter.film.evaluate((film: HTMLVideoElement) => {
      for (const kind of ["seeking", "seeked", "waiting"]) window.addEventListener(kind, (event) => event.stopImmediatePropagation(), true);
      Object.defineProperty(film, "seeking", { get: () => false });
      film.currentTime = 4;
    });
    await expect(portal.chapter.uncounted).toHaveText("とばした所は視聴に数えません");
    await portal.page.waitForTimeout(3000);
    await expect(portal.chapter.uncounted).toHaveText("とばした所は視聴に数えません");
    await expect(portal.chapter.uncounted).toBeHidden();
  });

  test("time that the device slept away is told long enough to be read", async ({ portal }) => {
    await portal.chapter.open("fixture", "03-gamma");
    await portal.chapter.play();
    await portal.chapter.reaches(1);
    await portal.chapter.film.evaluate(() => {
      // The page stands still while the film goes on, as on a phone that falls asleep for a moment.
      const until = performance.now() + 2500;
      while (performance.now() < until);
    });
    await expect(portal.chapter.uncounted).toHaveText("端末が休止していた間は記録されません");
    await portal.page.waitForTimeout(3000);
    await expect(portal.chapter.uncounted).toHaveText("端末が休止していた間は記録されません");
    await expect(portal.chapter.uncounted).toBeHidden();
    expect(await portal.chapter.missing()).toBeGreaterThanOrEqual(2);
  });

  test("the same stretch watched twice counts once", async ({ portal }) => {
    await portal.chapter.open("fixture", "01-alpha");
    for (let time = 0; time < 2; time++) {
      await portal.chapter.bar.press("Home");
      await portal.chapter.play();
      await portal.chapter.reaches(2);
      await portal.chapter.pause();
    }
    const second = await portal.chapter.second();
    await portal.settings.goTo();
    const record = await portal.settings.record();
    expect(record.watched("01-alpha")).toHaveLength(1);
    expect(record.seconds("01-alpha")).toBeLessThanOrEqual(Math.max(second, 3.5));
  });
});

test("a gap left by skipping is shown, and one tap plays just that", async ({ portal, page }) => {
  // The machine is busy: the page hears that the film plays when it is well into it. Not even then a hairline is left.
  const playWhileBusy = async () => {
    await portal.chapter.isReady();
    await page.getByRole("button", { name: "再生", exact: true }).evaluate((button: HTMLElement) => {
      button.click();
      for (const until = performance.now() + 150; performance.now() < until; );
    });
  };
  await portal.chapter.open("fixture", "01-alpha");
  await playWhileBusy();
  await portal.chapter.reaches(2);
  await portal.chapter.bar.press("End");
  await portal.chapter.bar.press("ArrowLeft");
  await portal.chapter.bar.press("ArrowLeft");
  await playWhileBusy();
  await portal.chapter.ends();
  await expect(page.getByText(/^残り[123]秒・1か所$/)).toBeVisible();
  await portal.chapter.playOnlyGaps();
  await expect(portal.chapter.watched).toBeVisible({ timeout: 20_000 });
  // It stopped at the gap's end instead of playing what was watched already.
  expect(await portal.chapter.second()).toBeLessThan(5.5);
});

test("two tabs on one chapter lose nothing and count nothing twice", async ({ portal, context }) => {
  const other = new Portal(await context.newPage());
  await portal.chapter.open("fixture", "03-gamma");
  await other.chapter.open("fixture", "03-gamma");
  // One plays the first part, the other at the same time a part that overlaps with it.
  for (let step = 0; step < 2; step++) await other.chapter.bar.press("ArrowRight");
  await Promise.all([portal.chapter.play(), other.chapter.play()]);
  await Promise.all([portal.chapter.reaches(4), other.chapter.reaches(6)]);
  await Promise.all([portal.chapter.pause(), other.chapter.pause()]);
  const reached = await other.chapter.second();

  await expect.poll(() => portal.chapter.missing()).toBe(await other.chapter.missing());
  for (const tab of [portal, other]) {
    await tab.settings.goTo();
    const record = await tab.settings.record();
    expect(record.watched("03-gamma")).toHaveLength(1);
    expect(record.seconds("03-gamma")).toBeGreaterThan(reached - 1);
    expect(record.seconds("03-gamma")).toBeLessThan(reached + 1);
  }
  // Nothing of it was in one tab's memory only.
  await portal.page.reload();
  expect((await portal.settings.record()).seconds("03-gamma")).toBeGreaterThan(reached - 1);
});

test("a reload in mid-play keeps what was played, and goes on from there", async ({ portal, page }) => {
  await portal.chapter.open("fixture", "03-gamma");
  await portal.chapter.play();
  await portal.chapter.reaches(3);
  const reached = await portal.chapter.second();
  await page.reload();
  await portal.chapter.isReady();
  expect(Math.abs((await portal.chapter.second()) - reached)).toBeLessThanOrEqual(1);
  expect(Math.abs((await portal.chapter.counted()) - reached)).toBeLessThanOrEqual(1);
  await portal.chapter.watch();
  await portal.settings.goTo();
  expect((await portal.settings.record()).seconds("03-gamma")).toBeGreaterThanOrEqual(8);
});

test.describe("in a browser with several tabs", () => {
  let browser: EverydayBrowser;
  test.beforeEach(async () => {
    browser = await EverydayBrowser.open();
  });
  test.afterEach(() => browser.close());

  test("nothing counts while the tab is hidden, and the page says so", async ({ baseURL }) => {
    const portal = new Portal(await browser.context.newPage());
    const visibility = () => portal.page.evaluate(() => document.visibilityState);
    await portal.page.goto(String(baseURL));
    await portal.home.choose("試験用の講習");
    await portal.course.openChapter(3);
    await portal.chapter.play();
    await portal.chapter.reaches(2);

    const other = await browser.context.newPage();
    await other.bringToFront();
    await expect.poll(visibility).toBe("hidden");
    const from = await portal.chapter.second();
    await expect(portal.chapter.uncounted).toHaveText("タブが隠れている間は記録されません");
    await portal.chapter.reaches(from + 3);
    await portal.page.bringToFront();
    await expect.poll(visibility).toBe("visible");
    const to = await portal.chapter.second();
    await portal.chapter.pause();
    const end = await portal.chapter.second();
    // Who comes back to the tab still reads why, and then no more.
    await expect(portal.chapter.uncounted).toHaveText("タブが隠れている間は記録されません");
    await expect(portal.chapter.uncounted).toBeHidden();

    expect(to - from).toBeGreaterThanOrEqual(3);
    expect(Math.abs((await portal.chapter.counted()) - (from + end - to))).toBeLessThanOrEqual(1);
  });
});

test.describe("after kill -9 of the browser", () => {
  let device: Device;
  test.beforeEach(async () => {
    device = await Device.make();
  });
  test.afterEach(() => device.discard());

  test("in mid-play at most 5 seconds are lost, and what is there was really played", async () => {
    const before = await device.openBrowser();
    const portal = new Portal(before.pages()[0]);
    await portal.chapter.open("fixture", "03-gamma");
    await portal.chapter.play();
    await portal.chapter.reaches(7.5);
    const reached = await portal.chapter.second();
    await device.killBrowser(before);

    const after = await device.openBrowser();
    const again = new Portal(after.pages()[0]);
    await again.chapter.open("fixture", "03-gamma");
    const resumed = await again.chapter.second();
    const counted = await again.chapter.counted();
    await again.settings.goTo();
    const [stretch, ...others] = (await again.settings.record()).watched("03-gamma");
    await after.close();

    expect(others).toEqual([]);
    const [from, to] = stretch.map((ms) => ms / 1000);
    expect(from).toBeLessThan(1);
    expect(to).toBeGreaterThanOrEqual(reached - 5);
    expect(to).toBeLessThanOrEqual(reached + 1);
    expect(Math.abs(resumed - to)).toBeLessThan(1);
    expect(Math.abs(counted - (to - from))).toBeLessThanOrEqual(0.1);
  });

  test("an answer tapped just before is there", async () => {
    const before = await device.openBrowser();
    const portal = new Portal(before.pages()[0]);
    await portal.hasWatchedEverything("fixture");
    await portal.assessment.open("fixture");
    await portal.assessment.start();
    const pool = await portal.questions("fixture");
    const asked = await portal.assessment.answer(portal.assessment.cards, pool, true);
    await expect(portal.assessment.says(1, 10)).toBeVisible();
    await expect(portal.assessment.kept).toBeVisible();
    await device.killBrowser(before);

    const after = await device.openBrowser();
    const again = new Portal(after.pages()[0]);
    await again.assessment.open("fixture");
    await expect(again.assessment.says(1, 10)).toBeVisible();
    await again.assessment.showAll();
    const card = again.page.getByRole("group", { name: "問1 / 10" });
    await expect(card).toContainText(asked.text.ja);
    const chosen = card.getByRole("radio", { checked: true }).or(card.getByRole("checkbox", { checked: true }));
    await expect(chosen).not.toHaveCount(0);
    await after.close();
  });
});
