import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** The completion page: making the code, and the code. */
export class CompletionPage {
  readonly code: Locator;
  readonly receipt: Locator;
  readonly name: Locator;
  readonly seal: Locator;
  readonly notYet: Locator;

  constructor(private readonly page: Page) {
    this.code = page.getByRole("img", { name: "修了コードのQRコード" });
    this.receipt = this.fact("受付番号");
    this.name = page.getByRole("textbox", { name: "氏名" });
    this.seal = page.getByRole("button", { name: "コードを作る" });
    this.notYet = page.getByText("修了コードはまだ作れません");
  }

  async open(course: string): Promise<void> {
    await this.page.goto(`courses/${course}/completion`);
    await this.page.getByRole("heading", { level: 1, name: "修了コード" }).waitFor();
  }

  async makeCode(name: string): Promise<void> {
    await this.name.fill(name);
    await this.seal.click();
    await this.code.waitFor();
  }

  /** What the code says under a heading. */
  fact(name: string): Locator {
    const term = this.page.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) });
    return this.page.getByRole("region", { name: "このコードに書かれていること" }).locator(term).locator("xpath=following-sibling::dd[1]");
  }

  /** Before the code is made, what will stand in it, or afterwards what stands in it: each field with its value. */
  async facts(heading: "コードに入る内容" | "このコードに書かれていること"): Promise<Record<string, string>> {
    const region = this.page.getByRole("region", { name: heading });
    await region.getByRole("term").first().waitFor();
    const names = await region.getByRole("term").allInnerTexts();
    const values = await region.getByRole("definition").allInnerTexts();
    return Object.fromEntries(names.map((name, index) => [name, values[index]]));
  }

  /** The code as a photograph of the screen would have it. */
  picture(): Promise<Buffer> {
    return this.code.screenshot();
  }

  /** The code as text. */
  async text(): Promise<string> {
    await this.page.getByText("文字のコード", { exact: true }).click();
    return this.page.getByRole("textbox", { name: "文字のコード" }).inputValue();
  }

  /** A file that the page saves: the picture, the `.yoshu` file, the calendar entry. */
  async save(button: "画像を保存" | ".yoshu ファイルを保存" | "カレンダーに追加"): Promise<{ name: string; bytes: Buffer }> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: button }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }
}
