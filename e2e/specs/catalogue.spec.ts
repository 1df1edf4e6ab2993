import { unmarkedJapanese } from "../support/audit";
import { addMany, deliverCatalog } from "../support/catalog";
import { expect, test } from "../support/portal";

const LECTURE = "勁椎症の試験用の講習";
const ALONE = "テストのない試験用の講習";
const WHOLE = "試験用の講習";

test.describe("by code", () => {
  test("the home page leads to the codes; those without content are shown and cannot be chosen", async ({ portal, page }) => {
    await portal.home.open();
    await page.getByRole("link", { name: "CC・言葉からさがす" }).click();
    await expect(portal.catalogue.codes.getByRole("row")).toHaveCount(85);
    const empty = portal.catalogue.code("77");
    await expect(empty).toContainText("骨粗鬆症");
    await expect(empty).toContainText("なし");
    await expect(empty.getByRole("link")).toHaveCount(0);
    await expect(portal.catalogue.code("60")).toContainText("（未確認）");
    await expect(portal.catalogue.code("74")).not.toContainText("未確認");
    const withContent = page.getByLabel("コンテンツのあるCCだけを表示");
    await withContent.check();
    await expect(empty).toBeHidden();
    await portal.catalogue.code("74").getByRole("link").click();
    await expect(page.getByRole("heading", { name: "CC 74 高血圧症" })).toBeVisible();
    await page.goBack();
    await expect(withContent).toBeChecked();
    await expect(empty).toBeHidden();
    await page.reload();
    await expect(portal.catalogue.code("74")).toBeVisible();
    await expect(empty).toBeHidden();
    await withContent.uncheck();
    await expect(empty).toBeVisible();
    await expect(page).toHaveURL(/catalogue$/);
  });

  test("a code lists its content with units, leads to the course and back to the list", async ({ portal, page }) => {
    await portal.catalogue.open();
    await portal.catalogue.code("74").getByRole("link", { name: "コンテンツ一覧（1）" }).click();
    await expect(page).toHaveURL(/catalogue\?code=74$/);
    await expect(page.getByRole("heading", { name: "CC 74 高血圧症" })).toBeVisible();
    await expect(page.getByRole("columnheader", { name: "生涯教育講座" })).toBeVisible();
    const row = page.getByRole("row").filter({ hasText: LECTURE });
    await expect(row.getByRole("cell").first()).toHaveText("1単位");
    for (const worth of ["見本教材", "単位は日医会員のみ", "専門医共通講習「医療倫理」1単位", "慢性疾患の指導に係る適切な研修"]) {
      await expect(row.getByRole("rowheader")).toContainText(worth);
    }
    await page.getByRole("link", { name: `受講する ${LECTURE}` }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${LECTURE}（CC・74）` })).toBeVisible();
    await page.goBack();
    await expect(page.getByRole("heading", { name: "CC 74 高血圧症" })).toBeVisible();
    await page.getByRole("link", { name: "一覧へ戻る" }).click();
    await expect(portal.catalogue.codes).toBeVisible();
  });

  test("a code without content, and one that no table has, say what to do", async ({ portal, page }) => {
    await portal.catalogue.open("?code=77");
    await expect(page.getByText("このCCのコンテンツはまだありません")).toBeVisible();
    await portal.catalogue.open("?code=99");
    await expect(page.getByText("CC 99 はコード表にありません")).toBeVisible();
    await expect(page.getByRole("link", { name: "一覧へ戻る" })).toBeVisible();
  });

  test("the two lists and the trainings narrow what is shown, also for the search, and stay after a reload", async ({ portal, page }) => {
    await portal.catalogue.open();
    const without = page.getByRole("region", { name: "CCのない講習" });
    await expect(without).toContainText(ALONE);
    await page.getByRole("link", { name: "生涯教育講座・協力講座" }).click();
    await expect(page).toHaveURL(/list=lectures/);
    await expect(without).toBeHidden();
    await portal.catalogue.type("試験用");
    await expect(portal.catalogue.results.getByRole("heading")).toHaveText([LECTURE]);
    await portal.catalogue.isNoted("試験用");
    await page.reload();
    await expect(portal.catalogue.results.getByRole("heading")).toHaveText([LECTURE]);
    await portal.catalogue.type("テストのない");
    await page.getByRole("link", { name: /^しぼり込みをやめると/ }).click();
    await expect(portal.catalogue.result(ALONE)).toBeVisible();

    await portal.catalogue.open();
    await page.getByRole("link", { name: "専門医共通講習" }).click();
    await expect(page.getByText("2019/12/1（日）以降に受講した場合だけ対象になります", { exact: false })).toBeVisible();
    await expect(page.getByRole("listitem").filter({ hasText: LECTURE })).toContainText("専門医共通講習「医療倫理」1単位");
    await page.getByRole("link", { name: "慢性疾患の指導に係る適切な研修" }).click();
    await expect(page.getByRole("button", { name: "この一覧を印刷" })).toBeVisible();
  });
});

test.describe("by words", () => {
  test.beforeEach(({ portal }) => portal.catalogue.open());

  test("each spelling of the neck finds the other, in kanji and kana, wide and narrow", async ({ portal }) => {
    for (const words of ["頸椎", "勁椎", "頚椎", "けいつい", "ケイツイ", "ｹｲﾂｲ"]) {
      await portal.catalogue.finds(words, [LECTURE]);
    }
    await portal.catalogue.type("頸椎");
    await expect(portal.catalogue.result(LECTURE).locator("mark")).toHaveText("勁椎");
  });

  test("codes are found by number and name, organisers by theirs", async ({ portal }) => {
    for (const words of ["74", "ＣＣ・７４", "高血圧症", "こうけつあつ", "生涯教育委員会"]) {
      await portal.catalogue.finds(words, [LECTURE]);
    }
  });

  test("every word has to be found, and where none is, the page says what to do", async ({ portal, page }) => {
    await portal.catalogue.finds("試験用 勁椎", [LECTURE]);
    await portal.catalogue.type("心電図　勁椎");
    await expect(portal.catalogue.count).toHaveText("「心電図　勁椎」が見つかる講習はありません");
    await expect(page.getByText("言葉を短くする", { exact: false })).toBeVisible();
  });

  test("a code without a course is told by its number and its name, with the way to what there is", async ({ portal, page }) => {
    const told = page.getByText("CC 44 心肺停止 の講習は、この一覧にはまだありません。");
    for (const typed of ["44", "ＣＣ・４４", "心肺停止", "しんぱいてい", "CC 44"]) {
      await portal.catalogue.type(typed);
      await expect(portal.catalogue.count, typed).toHaveText(`「${typed}」が見つかる講習はありません`);
      await expect(told, typed).toBeVisible();
      await expect(page.getByText("の番号でもさがせます", { exact: false }), typed).toHaveCount(0);
    }
    await expect(page.getByText("言葉を短くする", { exact: false })).toHaveCount(0);
    await portal.speak("English", "en");
    await expect(page.getByText("In this list there is no course yet for CC 44 心肺停止.")).toBeVisible();
    expect(await unmarkedJapanese(page)).toEqual([]);
    await portal.speak("日本語", "ja");
    await page.getByRole("link", { name: "CCの一覧と、CCのない講習を見る" }).click();
    await expect(portal.catalogue.code("44")).toContainText("なし");
    await expect(page.getByRole("region", { name: "CCのない講習" })).toContainText(ALONE);
    await expect(portal.catalogue.field).toHaveValue("");
    await portal.catalogue.type("99");
    await expect(page.getByText("題名や話題などの言葉でもさがせます", { exact: false })).toBeVisible();
    await expect(page.getByText("の番号でもさがせます", { exact: false })).toHaveCount(0);
  });

  test("what is said in a film is shown and leads to its second", async ({ portal, page }) => {
    await portal.catalogue.type("飛ばした所");
    const result = portal.catalogue.result(WHOLE);
    await expect(result).toContainText("「飛ばした所は残ります。");
    await expect(result.locator("mark")).toHaveText("飛ばした所");
    await result.getByRole("link", { name: "第2章 0:02 から見る" }).click();
    await expect(page).toHaveURL(/courses\/fixture\/chapters\/02-beta\?t=2$/);
    await page.goBack();
    await expect(portal.catalogue.field).toHaveValue("飛ばした所");
    await expect(result).toBeVisible();
  });

  test("a hit in the other language is shown where it stands", async ({ portal }) => {
    await portal.catalogue.type("without a test");
    await expect(portal.catalogue.result(ALONE).locator("mark")).toHaveText(["without", "a", "test"]);
    await portal.catalogue.type("高血圧症");
    await expect(portal.catalogue.result(LECTURE)).toContainText("CCの名称: 高血圧症");
    await expect(portal.catalogue.result(LECTURE).locator("mark")).toHaveText("高血圧症");
  });

  test("arrow keys walk through what was found, Escape clears @desktop", async ({ portal, page }) => {
    await portal.catalogue.type("試験用");
    await expect(portal.catalogue.results.first()).toBeVisible();
    const link = (number: number) => portal.catalogue.results.nth(number).getByRole("heading").getByRole("link");
    await page.keyboard.press("ArrowDown");
    await expect(link(0)).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await expect(link(1)).toBeFocused();
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await expect(portal.catalogue.field).toBeFocused();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Escape");
    await expect(portal.catalogue.field).toBeFocused();
    await expect(portal.catalogue.field).toHaveValue("");
    await expect(portal.catalogue.codes).toBeVisible();
    await expect(page).toHaveURL(/catalogue$/);
  });

  test("the codes wait out of sight while one searches, and what was found while one browses @both", async ({ portal, page }) => {
    await expect(portal.catalogue.codes).toBeVisible();
    const top = async () => (await portal.catalogue.codes.boundingBox())!.y;
    const before = await top();
    await portal.catalogue.type("試験用");
    await expect(portal.catalogue.results.first()).toBeVisible();
    // Nobody sees the codes, hears of them or comes to them by key, and they take no room.
    await expect(portal.catalogue.codes).toBeHidden();
    const focused = () => page.evaluate(() => document.activeElement?.closest("section[aria-labelledby]")?.getAttribute("aria-labelledby") ?? "");
    const walked = async () => {
      const seen = new Set<string>();
      await portal.catalogue.field.focus();
      for (let step = 0; step < 25; step++) {
        await page.keyboard.press("Tab");
        seen.add(await focused());
      }
      return ["catalogue-codes", "catalogue-results"].filter((part) => seen.has(part));
    };
    expect(await walked()).toEqual(["catalogue-results"]);
    const below = await page.evaluate(() => document.querySelector("footer")!.getBoundingClientRect().top - document.querySelector("ol.card")!.getBoundingClientRect().bottom);
    expect(below).toBeLessThan(120);
    await portal.catalogue.type("");
    await expect(portal.catalogue.results).toHaveCount(0);
    await expect(page.getByRole("status").filter({ hasText: "見つかりました" })).toHaveCount(0);
    expect(await top()).toBe(before);
    expect(await walked()).toEqual(["catalogue-codes"]);
  });

  test("what is typed stands in the address, whatever it is, also when the page is left at once", async ({ portal, page }) => {
    await portal.catalogue.type("A&B+50% 勁椎");
    await portal.catalogue.isNoted("A&B+50% 勁椎");
    await page.reload();
    await expect(portal.catalogue.field).toHaveValue("A&B+50% 勁椎");
    // A key and a click in one task: nothing is written in between.
    await portal.catalogue.field.evaluate((field: HTMLInputElement) => {
      field.value = "頸椎";
      field.dispatchEvent(new Event("input", { bubbles: true }));
      document.querySelector<HTMLElement>("header a")?.click();
    });
    await expect(portal.catalogue.field).toBeHidden();
    await page.goBack();
    await expect(portal.catalogue.field).toHaveValue("頸椎");
  });

  test("a Latin word is found within a word, not across two", async ({ portal }) => {
    await portal.catalogue.finds("twelve", [WHOLE]);
    await portal.catalogue.type("twelvequestions");
    await expect(portal.catalogue.count).toHaveText("「twelvequestions」が見つかる講習はありません");
  });
});

test("the search works with no network once the catalogue was opened", async ({ portal, page, context }) => {
  await portal.home.open();
  await portal.isKept();
  await portal.catalogue.open();
  await portal.catalogue.type("飛ばした所");
  await expect(portal.catalogue.result(WHOLE)).toContainText("「飛ばした所は残ります。");
  await context.setOffline(true);
  await page.goto("catalogue?q=%E5%8B%81%E6%A4%8E");
  await expect(portal.catalogue.result(LECTURE)).toBeVisible();
  await portal.catalogue.type("残りだけを");
  await expect(portal.catalogue.result(WHOLE)).toContainText("残りだけを再生できます");
});

test.describe("a fault that is told", () => {
  test.use({ serviceWorkers: "block", provoked: /status of 503 .* at .*\/search\// });

  test("without the index titles are found all the same, and the page says so", async ({ portal, page }) => {
    await page.route("**/search/*.bin", (route) => route.fulfill({ status: 503, body: "" }));
    await portal.catalogue.open();
    await portal.catalogue.finds("勁椎", [LECTURE]);
    await expect(page.getByText("字幕の検索データを読み込めないため", { exact: false })).toBeVisible();
  });

  test("with a part of the index missing, the page says so for the searches that need it, and for no other", async ({ portal, page }) => {
    // All pairs of kanji and kana come before the first of this one; those of Hangul do not.
    await deliverCatalog(page, (_, { slices }) => slices.push({ ...slices[0], first: 0xa000_0000, file: "0123456789abcdef.bin" }));
    await page.route("**/search/0123456789abcdef.bin", (route) => route.fulfill({ status: 503, body: "" }));
    const told = page.getByText("字幕の検索データを読み込めないため", { exact: false });
    await portal.catalogue.open();
    await portal.catalogue.type("飛ばした所");
    await expect(portal.catalogue.result(WHOLE)).toContainText("「飛ばした所は残ります。");
    await expect(told).toHaveCount(0);
    await portal.catalogue.type("한국");
    await expect(told).toBeVisible();
    await portal.catalogue.type("残りだけを");
    await expect(told).toHaveCount(0);
  });

  test("without its own file the page says what happened and tries again", async ({ portal, page }) => {
    await page.route("**/search/*.json", (route) => route.fulfill({ status: 503, body: "" }));
    await portal.catalogue.open();
    await expect(page.getByRole("alert")).toContainText("サーバーが応答できません（HTTP 503）");
    await page.unrouteAll();
    await page.getByRole("button", { name: "もう一度読み込む" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(portal.catalogue.code("74")).toBeVisible();
  });
});

test.describe("of another catalog", () => {
  test.use({ serviceWorkers: "block" });

  test("titles come before what is only said, whatever the catalog's order @both", async ({ portal, page }) => {
    const titled = "飛ばした所を数える講習";
    await deliverCatalog(page, (courses) => {
      courses.find(({ outline }) => outline.id === "notest")!.outline.title = { ja: titled };
    });
    await portal.catalogue.open();
    await portal.catalogue.type("飛ばした所");
    await expect(portal.catalogue.results.getByRole("heading")).toHaveText([titled, WHOLE]);
  });

  test("a keyword that is said, too, leads to where it is said, and a title does not", async ({ portal, page }) => {
    await deliverCatalog(page, (courses) => {
      const of = (id: string) => courses.find(({ outline }) => outline.id === id)!.outline;
      of("notest").listing.keywords = ["秒数", "心肺停止"];
      of("kinds").title = { ja: "秒数を数える講習" };
    });
    await portal.catalogue.open();
    await portal.catalogue.type("秒数");
    const result = portal.catalogue.result(ALONE);
    await expect(result).toContainText("キーワード: 秒数");
    await expect(result).toContainText("「見た秒数だけが数えられます。」");
    await expect(portal.catalogue.result("秒数を数える講習").getByRole("link")).toHaveCount(1);
    await result.getByRole("link", { name: "第1章 0:03 から見る" }).click();
    await expect(page).toHaveURL(/courses\/notest\/chapters\/01-alpha\?t=3$/);
    // What a keyword finds has not the code of that name.
    await portal.catalogue.open();
    await portal.catalogue.finds("心肺停止", [ALONE]);
    await expect(page.getByText("CC 44 心肺停止 の講習は、この一覧にはまだありません。")).toBeVisible();
    await expect(page.getByText("下の講習は、このCCの対象ではありません。")).toBeVisible();
  });

  test("each kind of source is a list of its own under a code, and the trainings are told apart", async ({ portal, page }) => {
    const kinds = { fixture: "partner-lecture", kinds: "journal", notest: "radio" };
    await deliverCatalog(page, (courses) => {
      for (const { outline } of courses) {
        Object.assign(outline.curriculum, { codes: ["74"], units_tenths: 5 });
        if (outline.id in kinds) outline.listing.source_kind = kinds[outline.id as keyof typeof kinds];
        if (outline.id === "notest") outline.listing.tags = ["psychotropic-long-term"];
      }
    });
    await portal.catalogue.open("?code=74");
    const sources = ["生涯教育講座", "インターネット生涯教育協力講座", "「日医雑誌」問題解答", "ラジオNIKKEI「医学講座」"];
    for (const source of sources) await expect(page.getByRole("columnheader", { name: source, exact: true })).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: ALONE })).toContainText("向精神薬長期処方の研修要件0.5単位");
    await page.getByRole("link", { name: "生涯教育講座・協力講座" }).click();
    await expect(page.getByRole("table")).toHaveCount(2);
    await portal.catalogue.open();
    await page.getByRole("link", { name: "向精神薬長期処方の研修要件" }).click();
    await expect(page.getByRole("main").getByRole("listitem").getByRole("heading")).toHaveText([ALONE]);
  });

  test("what counts for specialists only from a later day on is not among them, and tells the day", async ({ portal, page }) => {
    await deliverCatalog(page, (_, { codes }) => (codes.specialist!.from = "2099-12-01"));
    await portal.catalogue.open("?only=specialist");
    await expect(page.getByText("2099/12/1（火）以降に受講した場合だけ対象になります", { exact: false })).toBeVisible();
    await expect(page.getByRole("link", { name: LECTURE })).toHaveCount(0);
    await expect(page.getByText("今受講して対象になる講習は、まだありません。")).toBeVisible();
    await expect(page.getByRole("button", { name: "印刷" })).toHaveCount(0);
    await portal.catalogue.open();
    await portal.catalogue.type("勁椎");
    await expect(portal.catalogue.result(LECTURE)).toContainText("専門医共通講習「医療倫理」1単位（2099/12/1（火）以降の受講）");
  });

  test("of many courses the home page shows a few and leads to all", async ({ portal, page }) => {
    await deliverCatalog(page, (courses, directory) => addMany(30, courses, directory));
    await portal.home.open();
    await expect(page.getByRole("region", { name: "講習一覧", exact: true }).getByRole("listitem")).toHaveCount(6);
    await page.getByRole("link", { name: "すべての講習（34件）からさがす" }).click();
    const others = page.getByRole("region", { name: "CCのない講習" });
    await expect(others.getByRole("listitem")).toHaveCount(10);
    await others.getByRole("button", { name: "続きを表示（残り23件）" }).click();
    await expect(others.getByRole("listitem")).toHaveCount(20);
    await expect(others.getByRole("listitem").nth(10).getByRole("link")).toBeFocused();
  });

  test("of many hits the first are shown, more when asked, and they are there again on the way back", async ({ portal, page }) => {
    await deliverCatalog(page, (courses, directory) => addMany(30, courses, directory));
    await portal.catalogue.open();
    await portal.catalogue.type("多くの講習");
    await expect(portal.catalogue.count).toHaveText("30件の講習が見つかりました");
    await expect(portal.catalogue.results).toHaveCount(10);
    await page.getByRole("button", { name: "続きを表示（残り20件）" }).click();
    await expect(portal.catalogue.results).toHaveCount(20);
    await expect(page.getByRole("link", { name: "多くの講習 011" })).toBeFocused();
    await page.getByRole("link", { name: "設定", exact: true }).first().click();
    await expect(page.getByRole("heading", { level: 1, name: "設定" })).toBeVisible();
    await page.goBack();
    await expect(portal.catalogue.results).toHaveCount(20);
    await portal.catalogue.type("多くの講習 0");
    await expect(portal.catalogue.results).toHaveCount(10);
  });

  test("a row shows one course, whichever one the next letter brings there", async ({ portal, page }) => {
    const addresses: Record<string, string> = {};
    await deliverCatalog(page, (courses, directory) => {
      addMany(30, courses, directory);
      const number = (id: string) => courses.findIndex(({ outline }) => outline.id === id);
      // Each with a summary and a code of its own, so that nothing in a row is true of two courses.
      for (let many = 1; many <= 30; many++) {
        const { outline } = courses[number(`many-${many}`)]!;
        const own = { ...outline, summary: { ja: `概要その${many}。` }, curriculum: { ...outline.curriculum, codes: [String(many)] } };
        courses[number(`many-${many}`)]!.outline = own;
        addresses[own.title.ja] = own.id;
      }
    });
    await portal.catalogue.open();
    /** How many rows are there, when each shows one course and what was typed last. */
    const rowsOf = async (typed: string) => {
      await portal.catalogue.type(typed);
      let checked = 0;
      // Rows below the fold follow in the frames after a key.
      await expect(async () => {
        const found = typed === "" ? 0 : Number.parseInt(await portal.catalogue.count.innerText(), 10) || 0;
        const rows = await portal.catalogue.results.evaluateAll((rows) =>
          rows.map((row) => ({
            title: row.querySelector("h3")?.textContent ?? "",
            address: row.querySelector("h3 a")?.getAttribute("href") ?? "",
            text: row.textContent ?? "",
            quotes: row.querySelectorAll("blockquote").length,
          })),
        );
        expect(rows.length).toBe(Math.min(found, 10));
        const many = rows.filter(({ title }) => title in addresses);
        for (const { title, address, text, quotes } of many) {
          const id = addresses[title] as string;
          const number = id.slice("many-".length);
          expect(address).toMatch(new RegExp(`courses/${id}$`));
          expect(text).toContain(`CC ${number} `);
          expect(text).toContain(`概要その${number}。`);
          expect(quotes).toBe(0);
        }
        checked = many.length;
      }).toPass({ timeout: 5000 });
      return checked;
    };
    for (const typed of ["多", "多くの講習", "多くの講習 0", "多くの講習 02", "多くの講習 020", "多くの講習 01", "講習 多くの 1"]) {
      expect(await rowsOf(typed), typed).toBeGreaterThan(0);
    }
    // From one that is said to one that is not, to none, to nothing typed, and back.
    for (const between of ["多くの講習", "ありえない言葉", ""]) {
      await portal.catalogue.type("飛ばした所");
      const said = portal.catalogue.results.first();
      await expect(said.getByRole("heading")).toHaveText(WHOLE);
      await expect(said.locator("blockquote")).toContainText("飛ばした所は残ります。");
      await expect(said.getByRole("link").last()).toHaveAttribute("href", /courses\/fixture\/chapters\/.*t=\d+$/);
      expect(await rowsOf(between)).toBe(between === "多くの講習" ? 10 : 0);
    }
    expect(await rowsOf("多くの講習")).toBe(10);
  });

  test("what waits out of sight does not grow, and asks for nothing", async ({ portal, page }) => {
    await deliverCatalog(page, (courses, directory) => addMany(40, courses, directory));
    await portal.catalogue.open();
    await portal.catalogue.type("講習");
    await expect(portal.catalogue.results).toHaveCount(10);
    await portal.catalogue.type("");
    await page.waitForLoadState("networkidle");
    const asked: string[] = [];
    page.on("request", (request) => /\/search\//.test(request.url()) && asked.push(request.url()));
    const rows = () => page.locator("#found-9, #found-10").count();
    const without = page.getByRole("region", { name: "CCのない講習" });
    await without.getByRole("button", { name: /続きを表示/ }).click();
    await expect(without.getByRole("listitem")).toHaveCount(20);
    expect(await rows()).toBe(1);
    expect(asked).toEqual([]);
  });

  test("of a large index only what a search needs is fetched, and none is said to be found before it was", async ({ portal, page }) => {
    await deliverCatalog(page, (_, directory) => (directory.bytes = 5_000_000));
    const fetched: string[] = [];
    page.on("request", (request) => /\/search\/.*\.bin$/.test(request.url()) && fetched.push(request.url()));
    let deliver = () => {};
    const delivered = new Promise<void>((resolve) => (deliver = resolve));
    await page.route("**/search/*.bin", (route) => delivered.then(() => route.continue()));
    await portal.catalogue.open();
    await expect(portal.catalogue.code("74")).toBeVisible();
    await page.waitForLoadState("networkidle");
    expect(fetched).toEqual([]);
    await portal.catalogue.type("飛ばした所");
    await expect(portal.catalogue.count).toHaveText("字幕をさがしています…");
    await expect(page.getByText("言葉を短くする", { exact: false })).toBeHidden();
    deliver();
    await expect(portal.catalogue.result(WHOLE)).toContainText("「飛ばした所は残ります。");
    await expect(portal.catalogue.count).toHaveText("1件の講習が見つかりました");
    expect(fetched).toHaveLength(1);
    await portal.catalogue.type("ありえない言葉");
    await expect(portal.catalogue.count).toHaveText("「ありえない言葉」が見つかる講習はありません");
  });
});
