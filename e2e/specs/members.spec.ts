import { sites } from "../server/where.mjs";
import { expect, test } from "../support/portal";

const NO_CREDIT = "この設定では単位の取得ができません";

test("a course for members is open to everybody, and says beside the name who earns no credit", async ({ portal, page }) => {
  await portal.course.open("members");
  await expect(page.getByText(`（氏名未設定）：${NO_CREDIT}`)).toBeVisible();
  await expect(page.getByText("会員かどうかが、プロフィールに設定されていません", { exact: false })).toBeVisible();

  await page.getByRole("link", { name: "プロフィールの設定を変える" }).click();
  await portal.settings.field("氏名").fill("見本 太郎");
  await portal.settings.membership("会員ではない").check();
  await portal.settings.saveProfile();
  await portal.course.open("members");
  await expect(page.getByText(`見本 太郎 さん：${NO_CREDIT}`)).toBeVisible();
  await expect(page.getByText("プロフィールは「会員ではない」になっています", { exact: false })).toBeVisible();

  await portal.course.openChapter(1);
  await portal.chapter.watch();
  await portal.assessment.open("members");
  await portal.assessment.start();
  await portal.assessment.answerOneByOne(await portal.questions("members"), 1, 1);
  await portal.assessment.handIn();
  await portal.assessment.toCompletion();
  await portal.completion.makeCode("見本 太郎");
  await expect(portal.completion.fact("得点")).toContainText("1");
});

test("a member is told so, by the answer or by the member id, and the answer outweighs the id", async ({ portal, page }) => {
  await portal.settings.open();
  await portal.settings.field("氏名").fill("見本 花子");
  await portal.settings.field("日医会員ID").fill("0012345678");
  await portal.settings.saveProfile();
  await portal.course.open("members");
  await expect(page.getByText("見本 花子 さん：日本医師会会員として受講します")).toBeVisible();
  await expect(page.getByText(NO_CREDIT)).toBeHidden();

  await portal.settings.open();
  await expect(portal.settings.membership("答えない（日医会員IDがあれば会員とみなします）")).toBeChecked();
  await portal.settings.membership("会員ではない").check();
  await portal.settings.saveProfile();
  await portal.course.open("members");
  await expect(page.getByText(`見本 花子 さん：${NO_CREDIT}`)).toBeVisible();

  await portal.settings.open();
  await portal.settings.membership("会員").check();
  await portal.settings.saveProfile();
  await page.reload();
  await expect(portal.settings.membership("会員")).toBeChecked();
  await portal.course.open("members");
  await expect(page.getByText("見本 花子 さん：日本医師会会員として受講します")).toBeVisible();
  await expect(page.getByText(NO_CREDIT)).toBeHidden();
});

test("other courses say nothing of membership, and the header says what a course is worth", async ({ portal, page }) => {
  await portal.course.open("fixture");
  await expect(page.getByText(NO_CREDIT)).toBeHidden();
  await portal.course.open("members");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("勁椎症の試験用の講習（CC・74）");
  const about = page.getByRole("region", { name: "講習について" });
  await expect(about).toContainText("試験用生涯教育委員会");
  await expect(about).toContainText("監修者なし（試験用）");
  await expect(about).toContainText("CC 74・1単位");
  await expect(about).toContainText("専門医共通講習「医療倫理」1単位");
  await expect(portal.course.chapter(1)).toContainText("視聴 0秒 ／ 全体 6秒");
});

test.describe("the lecture of the real site", () => {
  test.use({ baseURL: sites.real.url });

  test("asks for no code at a door that it has not, and promises no unit as a sample", async ({ portal, page }) => {
    await portal.settings.open();
    await portal.settings.membership("会員").check();
    await portal.settings.saveProfile();
    await page.goto("courses/cme-infection-2026");
    const code = portal.course.step("予習修了コードを作る");
    await expect(code).toContainText("企画した団体に、修了を示すときに使います");
    await expect(portal.course.required).not.toContainText("実技");
    const member = page.getByText("日本医師会会員として受講します", { exact: false });
    await expect(member).toContainText("見本の教材のため、実際の単位は付きません");
  });

  test("says in English, too, why its self-assessment is closed", async ({ portal, page }) => {
    await page.goto("courses/cme-infection-2026");
    await portal.speak("English", "en");
    await expect(page.getByText("The self-assessment is not open yet. 5 chapters are still to be watched.")).toBeVisible();
  });
});
