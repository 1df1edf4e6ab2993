import type { Locator, Page } from "@playwright/test";

/** A course: what is required, the chapters, the test. */
export class CoursePage {
  readonly required: Locator;
  readonly lockedTest: Locator;

  constructor(private readonly page: Page) {
    this.required = page.getByRole("region", { name: "修了までに必要なこと" });
    this.lockedTest = this.required.getByRole("button", { name: "セルフアセスメントを受ける" });
  }

  async open(course: string): Promise<void> {
    await this.page.goto(`courses/${course}`);
    await this.required.waitFor();
  }

  /** A step of what is required. */
  step(text: string): Locator {
    return this.required.getByRole("listitem").filter({ hasText: text });
  }

  /** The row of a chapter, by its number. */
  chapter(number: number): Locator {
    return this.page.getByRole("region", { name: "章", exact: true }).getByRole("listitem").nth(number - 1);
  }

  async openChapter(number: number): Promise<void> {
    await this.chapter(number).getByRole("link").click();
  }

  async takeTest(): Promise<void> {
    await this.required.getByRole("link", { name: "セルフアセスメントを受ける" }).click();
  }

  async makeCode(): Promise<void> {
    await this.required.getByRole("link", { name: "修了コードを作る" }).click();
  }
}
