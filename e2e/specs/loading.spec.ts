import { expect, test } from "../support/portal";

test("a chapter's first frame is shown before the program is here, and the page's player takes that film over", async ({ portal, page }) => {
  let letGo = () => {};
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/part-chapter-*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto("/courses/fixture/chapters/01-alpha", { waitUntil: "commit" });
  const film = page.locator("video");
  await film.waitFor();
  await film.evaluate((video: HTMLVideoElement) => {
    video.dataset.mark = "the same";
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return;
    return new Promise((resolve) => video.addEventListener("loadeddata", resolve, { once: true }));
  });
  await expect(page.locator("#boot-waiting")).toBeVisible();
  await expect(page.getByRole("button", { name: "再生", exact: true })).toHaveCount(0);

  letGo();
  await expect(page.locator(".player__stage video[data-mark='the same']")).toBeVisible();
  await expect(film).toHaveCount(1);
  await portal.chapter.play();
  await portal.chapter.reaches(1);
});

test("a film that cannot be had is told by the page, though it was asked for before the program", async ({ page }) => {
  await page.route("**/*.mp4", (route) => route.fulfill({ status: 404 }));
  await page.goto("/courses/fixture/chapters/01-alpha");
  await expect(page.getByText("ビデオを読み込めません")).toBeVisible();
  await expect(page.getByRole("button", { name: "もう一度読み込む" })).toBeVisible();
});
