import { clipped, faults, unmarkedJapanese } from "../support/audit";
import { expect, test } from "../support/portal";

test("every table is found from the foot of any page, with its minutes and its date", async ({ portal, page }) => {
  await portal.home.open();
  await page.getByRole("contentinfo").getByRole("link", { name: "講習の基準と書類" }).click();
  await expect(portal.rules.heading).toHaveText("講習の基準と書類");
  const fire = portal.rules.section("消防の応急手当講習");
  await expect(fire.getByRole("listitem")).toHaveCount(14);
  await expect(fire.getByRole("listitem").filter({ hasText: "普通救命講習Ⅰ（別表1）" })).toContainText("180分e-ラーニング可");
  await expect(fire.getByRole("listitem").filter({ hasText: "（別表10）" })).toContainText("240分e-ラーニングの定めなし");
  await expect(portal.rules.section("連絡先")).toContainText("基準日 2023-12-01");
  await fire.getByRole("link", { name: "上級救命講習（別表2）" }).click();
  await expect(portal.rules.heading).toHaveText("上級救命講習（別表2）");
  await expect(portal.rules.heading).toBeFocused();
});

test("a training table shows its minutes, both divisions, its notes in the source's words, and what is our own", async ({ portal, page }) => {
  await portal.rules.openTable("fire-2");
  const glance = portal.rules.section("時間と進め方");
  await expect(glance.getByRole("listitem").filter({ hasText: "座学相当" })).toHaveText([/^60分/, /^120分.*その他の応急手当等$/]);
  await expect(glance.getByRole("listitem").filter({ hasText: "対面" })).toHaveText([/^420分/, /^360分/]);
  await expect(glance).toContainText("筆記と実技。原則として80%以上が合格の目安");
  const items = portal.rules.section("項目と細目");
  await expect(items.getByRole("listitem").filter({ hasText: /^救命に必要な応急手当/ })).toContainText("285分");
  await expect(items.getByRole("listitem").filter({ hasText: /^傷病者管理法保温法/ })).toContainText("座学（長いほうの分け方のとき）");
  await expect(portal.rules.section("出典の文")).toContainText("備考5 e-ラーニング又はオンライン講習による心肺蘇生法の座学講習（60分相当）を受講した場合、おおむね1ヶ月以内に");
  await expect(page.getByRole("heading", { name: "出典にはない、Yoshu の読み" })).toBeVisible();

  await portal.rules.openTable("fire-1");
  await expect(portal.rules.section("項目と細目").getByRole("listitem").filter({ hasText: /^救命に必要な応急手当/ })).toContainText("計算した時間165分");
  await expect(portal.rules.section("出典の文")).toContainText("出典の文字起こしは「おむね」");
  await expect(page.getByText("お使いの前に", { exact: true })).toBeVisible();
});

test("every table of the list opens, says what it is and rests on its sentences", async ({ portal, page }) => {
  const { tables } = (await (await page.request.get("content/rules.json")).json()) as { tables: { id: string; title: { ja: string } }[] };
  expect(tables.length).toBeGreaterThanOrEqual(20);
  for (const { id, title } of tables) {
    await portal.rules.openTable(id);
    await expect(portal.rules.heading, id).toHaveText(title.ja);
    await expect(portal.rules.section("出典の文").getByRole("listitem").first(), id).toBeVisible();
    const ids = await page.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect(ids.filter((one, at) => ids.indexOf(one) !== at), `${id}: ids that stand twice`).toEqual([]);
  }
});

test("the credit scheme shows its seven ways, the award, the day for specialists and the certificates", async ({ portal }) => {
  await portal.rules.openTable("jma-cme");
  await expect(portal.rules.section("単位・カリキュラムコードの取得方法").getByRole("listitem")).toHaveCount(7);
  const award = portal.rules.section("日医生涯教育認定証");
  await expect(award).toContainText("連続する3年で、単位数とコード数を合わせて60以上");
  await expect(award).toContainText("30分で0.5単位");
  const content = portal.rules.section("1コンテンツ");
  await expect(content).toContainText("1カリキュラムコード・1単位");
  await expect(content).toContainText("2019/12/1（日）以降に受講したもの");
  await expect(content).toContainText("受講した日の翌日から");
});

test("a course without an examination says so", async ({ portal }) => {
  await portal.rules.openTable("fire-1");
  await expect(portal.rules.section("時間と進め方")).toContainText("試験の定めはありません");
  await portal.rules.openTable("fire-1-2");
  await expect(portal.rules.section("時間と進め方")).toContainText("筆記と実技。原則として80%以上が合格の目安");
});

test("a class is reckoned up while one types, and so is the last day for the practical", async ({ portal, page }) => {
  await portal.rules.openTable("fire-1");
  const ratios = portal.rules.section("人数・資器材・指導者");
  await expect(ratios.getByRole("status")).toHaveText("指導者3名以上、資器材6式以上");
  await ratios.getByLabel("受講者の人数").fill("31");
  await expect(ratios.getByRole("status")).toHaveText("指導者4名以上、資器材7式以上");
  await page.getByLabel("座学を終えた日").fill("2026-01-31");
  await expect(portal.rules.section("時間と進め方").getByRole("status")).toContainText("2026/2/28（土）まで");
  await portal.rules.openTable("jma-als");
  await portal.rules.section("研修会の指定").getByLabel("研修会の日").fill("2024-03-01");
  await expect(portal.rules.section("研修会の指定").getByRole("status")).toHaveText("2023/3/1（水） から 2025/2/28（金） まで");
  await expect(portal.rules.section("グループ").getByRole("status")).toHaveText("3〜4グループ");
});

test("the rules of the ALS course tell which reading of the certificate holds", async ({ portal }) => {
  await portal.rules.openTable("jma-als");
  const readings = portal.rules.section("修了証の条件").getByRole("listitem");
  await expect(readings.filter({ hasText: "体験的シミュレーション" }).filter({ hasText: "基準とする読み" })).toHaveCount(1);
  await expect(portal.rules.section("オプション研修")).toContainText("(6) 鎮静剤の副反応への対応");
  await expect(portal.rules.section("時間と進め方")).toContainText("資格、認定医");
});

test("an answer stands with its question, beside the number and among the sentences", async ({ portal, page }) => {
  const question = "注：問いは「当研修会では試験を実施していないが、その場合でも本研修の指定を受けられるのか？」です。";
  await portal.rules.openTable("jma-als");
  await expect(portal.rules.section("時間と進め方")).toContainText(question);
  const answers = portal.rules.section("出典の文").getByRole("listitem").filter({ hasText: /(はい|いいえ)。/ });
  await expect(answers.filter({ hasText: "Ⅱ-Q17" })).toContainText(question);
  await expect(answers.filter({ hasNotText: "注：問いは「" })).toHaveCount(0);
  await portal.speak("English", "en");
  await expect(page.getByText("Remark: The question: our course has no examination; can it be designated all the same?").first()).toBeVisible();
  await portal.speak("日本語", "ja");
  await portal.rules.openTable("documents");
  await expect(portal.rules.section("出典の文").getByRole("listitem").filter({ hasText: "Ⅲ-Q3" })).toContainText("問いは「医師ではないが、修了証の交付は受けられるのか？」です。");
});

test("codes are found by number, kanji and kana, and unconfirmed names say so", async ({ portal, page }) => {
  await portal.rules.openTable("jma-2016-2022-04");
  await expect(page.getByRole("status").filter({ hasText: "84件" })).toBeVisible();
  await expect(portal.rules.row("74")).not.toContainText("名称未確認");
  await expect(portal.rules.row("44")).toContainText("名称未確認");
  for (const [typed, code] of [["しんぱい", "44"], ["シンパイ", "44"], ["心肺停止", "44"], ["７４", "74"], ["高血圧", "74"], ["髙血圧", "74"], ["ｺｳｹﾂｱﾂ", "74"], ["cc 74", "74"], ["CC７", "7"]]) {
    await portal.rules.find.fill(typed);
    await expect(portal.rules.row(code), typed).toBeVisible();
    await expect(page.getByRole("status").filter({ hasText: /^1件$/ }), typed).toBeVisible();
  }
  await portal.rules.find.fill("ありえない名称");
  await expect(page.getByText("見つかりません。")).toBeVisible();
});

test("each of the 250 hours is shown with its subtotal", async ({ portal }) => {
  await portal.rules.openTable("paramedic-250");
  const hours = portal.rules.section("時間数");
  await expect(hours.getByRole("row").filter({ hasText: "小計" })).toHaveText([/55時間/, /88時間/, /82時間/, /25時間/]);
  await expect(hours.getByRole("row").filter({ hasText: "総計" })).toContainText("250時間");
  await expect(portal.rules.section("出典の文")).toContainText("「勁椎」は「頸椎」の誤記と思われます");
});

test("an association is found as one types, and can be called", async ({ portal, page }) => {
  await portal.rules.openTable("jma-associations");
  for (const typed of ["おおさか", "オオサカ", "osaka", "大阪"]) {
    await portal.rules.find.fill(typed);
    await expect(page.getByRole("status").filter({ hasText: /^1件$/ }), typed).toBeVisible();
    await expect(portal.rules.row("大阪府医師会").getByRole("link"), typed).toHaveAttribute("href", "tel:0667637000");
  }
});

test("who may receive which document stands in a matrix @both", async ({ portal, page }) => {
  await portal.rules.openTable("documents");
  await expect(page.getByRole("table").getByRole("row")).toHaveCount(12);
  await expect(portal.rules.row("日医ALS 修了証").getByRole("cell")).toHaveText([/受け取れる$/, /受け取れる$/, /受け取れない$/, /受け取れない$/]);
  await expect(portal.rules.row("受講証明書（MAMIS）").getByRole("cell").nth(1)).toContainText("条件つき推定MAMIS に受講実績が登録された研修会だけ");
});

test("a course leads to its table and the table to its courses", async ({ portal, page }) => {
  await portal.course.open("fixture");
  await page.getByRole("link", { name: "この講習の基準：試験用の基準" }).click();
  await expect(portal.rules.heading).toHaveText("試験用の基準");
  await portal.rules.section("この基準の講習").getByRole("link", { name: "試験用の講習" }).click();
  await expect(portal.rules.heading).toContainText("試験用の講習");
});

test.describe("a table that is not there", () => {
  test.use({ provoked: /status of 404 .*content\/rules\/fire-99\.json$/ });

  test("is said so, with the way to the list", async ({ portal, page }) => {
    await page.goto("rules/fire-99");
    await expect(portal.rules.heading).toHaveText("この基準の表はありません");
    await page.getByRole("link", { name: "基準の一覧" }).first().click();
    await expect(portal.rules.heading).toHaveText("講習の基準と書類");
  });
});

test.describe("when the server fails", () => {
  test.use({ serviceWorkers: "block", provoked: /status of 503 .*content\/rules\/fire-1\.json$/ });

  test("a table says why, and is loaded again when asked", async ({ portal, page }) => {
    await page.route("**/content/rules/fire-1.json", (route) => route.fulfill({ status: 503, body: "" }));
    await page.goto("rules/fire-1");
    await expect(page.getByRole("alert")).toContainText("サーバーが応答できません（HTTP 503）");
    await page.unrouteAll();
    await page.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(portal.rules.heading).toHaveText("普通救命講習Ⅰ（別表1）");
  });
});

test("a table that was opened is there with the network off, also after everything is reloaded", async ({ portal, page, context }) => {
  await portal.home.open();
  await portal.isKept();
  await portal.rules.open();
  await portal.rules.openTable("fire-1");
  await context.setOffline(true);
  await page.reload();
  await expect(portal.rules.heading).toHaveText("普通救命講習Ⅰ（別表1）");
  await page.getByRole("link", { name: "基準の一覧" }).click();
  await expect(portal.rules.section("消防の応急手当講習")).toBeVisible();
  await portal.rules.section("書類").getByRole("link").click();
  await expect(page.getByRole("alert")).toContainText("ネットワークにつながりません");
});

const TABLES = ["", "fire-2", "fire-3-2", "fire-4", "jma-als", "jma-cme", "jma-2016-2022-04", "paramedic-250", "jma-associations", "documents"];

test("axe finds no violation, nothing is cut off, and English is English", async ({ portal, page, context }) => {
  test.setTimeout(180_000);
  const session = await context.newCDPSession(page);
  for (const table of TABLES) {
    await (table ? portal.rules.openTable(table) : portal.rules.open());
    expect.soft(await faults(page), `${table}, phone`).toEqual([]);
    await page.emulateMedia({ colorScheme: "dark" });
    expect.soft(await faults(page, "color-contrast"), `${table}, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: "light" });
    expect.soft(await clipped(page), `${table}`).toEqual([]);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
    expect.soft(await clipped(page), `${table}, large text`).toEqual([]);
    await portal.speak("English", "en");
    expect.soft(await clipped(page), `${table}, large text, English`).toEqual([]);
    await session.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
    expect.soft(await unmarkedJapanese(page), `${table}, English`).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect.soft(await faults(page), `${table}, desktop`).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    await portal.speak("日本語", "ja");
  }
});
