import type { Locator, Page } from "@playwright/test";

/** The rule tables: the list, and one table. */
export class RulesPage {
  readonly heading: Locator;
  readonly find: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1 });
    this.find = page.getByRole("searchbox", { name: "さがす" });
  }

  async open(): Promise<void> {
    await this.page.goto("rules");
    await this.page.getByRole("region", { name: "消防の応急手当講習" }).waitFor();
  }

  async openTable(table: string): Promise<void> {
    await this.page.goto(`rules/${table}`);
    await this.page.getByRole("region", { name: "出典の文" }).waitFor();
  }

  /** A section of a table. */
  section(name: string): Locator {
    return this.page.getByRole("region", { name });
  }

  /** A row of a list that narrows, by its first cell. */
  row(name: string): Locator {
    return this.page.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name, exact: true }) });
  }
}
