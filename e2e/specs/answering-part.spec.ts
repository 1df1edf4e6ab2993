import { all, answer, begin, card, finger, graded, items, mouse } from "../support/answering";
import { Keys } from "../support/keys";
import { expect, type Portal, test } from "../support/portal";

test.describe("the part of the program that answers by more than choosing", () => {
  test.use({ serviceWorkers: "block", provoked: /part-answering-|TypeError: Failed to fetch/ });
  const form = (portal: Portal) => items(card(portal, "order")).first();

  test("keeps no question with choices waiting", async ({ portal, page }) => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route("**/part-answering-*", async (route) => {
      await held;
      await route.continue();
    });
    await begin(portal);
    for (const kind of ["truth", "several"] as const) await answer(kind, card(portal, kind), finger(), true);
    await expect(portal.assessment.says(2, all.length)).toBeVisible();
    for (const kind of ["order", "match", "number", "spot", "scene"] as const) {
      await expect(card(portal, kind).getByRole("status")).toHaveText("読み込んでいます…");
    }
    letGo();
    await expect(form(portal)).toBeVisible();
    await expect(card(portal, "order").getByText("読み込んでいます…")).toHaveCount(0);
  });

  test("can be asked for again where it could not be had, before answering and after @desktop", async ({ portal, page }) => {
    await page.route("**/part-answering-*", (route) => route.abort());
    await begin(portal);
    await expect(card(portal, "order")).toContainText("ここを表示できません");
    await answer("truth", card(portal, "truth"), mouse(), true);
    await card(portal, "scene").getByRole("radio", { name: "アルファ", exact: true }).check();
    await expect(portal.assessment.says(2, all.length)).toBeVisible();
    const again = card(portal, "order").getByRole("button", { name: "もう一度読み込む" });
    const asked = page.waitForRequest(/part-answering-/);
    await again.click();
    await asked;
    await page.getByRole("button", { name: "解答を確かめる" }).click();
    await page.getByRole("button", { name: "未解答のまま提出する" }).click();
    await expect(portal.assessment.result).toContainText("2 / 7問 正解");
    await page.unrouteAll();
    await new Keys(page).press(portal.assessment.result.getByRole("button", { name: "もう一度読み込む" }));
    await expect(graded(portal, "truth").getByText("正解", { exact: true })).toBeVisible();
    await expect(portal.assessment.result.getByRole("heading", { name: "結果" })).toBeFocused();
    await portal.assessment.retake();
    await portal.assessment.showAll(all.length);
    await expect(form(portal)).toBeVisible();
  });

  test("leads on to the question where it comes by another try @desktop", async ({ portal, page }) => {
    await page.route("**/part-answering-*", (route) => route.abort());
    await begin(portal);
    await card(portal, "order").getByText("ここを表示できません").waitFor();
    await page.unrouteAll();
    await new Keys(page).press(card(portal, "order").getByRole("button", { name: "もう一度読み込む" }));
    await expect(form(portal)).toBeVisible();
    await expect(card(portal, "order").getByText("小さい順に並べて")).toBeFocused();
  });

  test("calls nobody back who went on meanwhile @desktop", async ({ portal, page }) => {
    await page.route("**/part-answering-*", (route) => route.abort());
    await begin(portal);
    await card(portal, "order").getByText("ここを表示できません").waitFor();
    await page.unrouteAll();
    let letGo = () => {};
    const held = new Promise<void>((resolve) => (letGo = resolve));
    await page.route("**/part-answering-*", async (route) => {
      await held;
      await route.continue();
    });
    await new Keys(page).press(card(portal, "order").getByRole("button", { name: "もう一度読み込む" }));
    const choice = card(portal, "truth").getByRole("radio").first();
    await choice.check();
    letGo();
    await expect(form(portal)).toBeVisible();
    await expect(choice).toBeFocused();
  });
});
