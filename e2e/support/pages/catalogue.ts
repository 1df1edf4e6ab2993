import { expect, type Locator, type Page } from "@playwright/test";

/** The catalogue: the search, the codes, the content of a code. */
export class CataloguePage {
  readonly field: Locator;
  readonly count: Locator;
  readonly results: Locator;
  readonly codes: Locator;

  constructor(private readonly page: Page) {
    this.field = page.getByRole("searchbox", { name: "さがす言葉" });
    const found = page.getByRole("region", { name: "見つかった講習" });
    this.count = found.getByRole("status");
    this.results = found.getByRole("listitem");
    this.codes = page.getByRole("region", { name: "CCからコンテンツを選ぶ" });
  }

  async open(query = ""): Promise<void> {
    await this.page.goto(`catalogue${query}`);
    await this.page.getByRole("heading", { level: 1, name: "講習をさがす" }).waitFor();
  }

  /** Types as people do, key by key. */
  async type(words: string): Promise<void> {
    await this.field.fill("");
    await this.field.pressSequentially(words);
  }

  /** What is typed stands in the address. */
  async isNoted(words: string): Promise<void> {
    await expect(this.page).toHaveURL((address) => address.searchParams.get("q") === words);
  }

  /** The result that is this course. */
  result(title: string): Locator {
    return this.results.filter({ has: this.page.getByRole("link", { name: title, exact: true }) });
  }

  /** The titles that were found, in order. */
  async titles(): Promise<string[]> {
    return this.results.getByRole("heading").allInnerTexts();
  }

  async finds(words: string, titles: string[]): Promise<void> {
    await this.type(words);
    await expect(this.results.getByRole("heading"), words).toHaveText(titles);
    await expect(this.count).toHaveText(`${titles.length}件の講習が見つかりました`);
  }

  /** The row of a code. */
  code(code: string): Locator {
    return this.codes.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name: code, exact: true }) });
  }
}
