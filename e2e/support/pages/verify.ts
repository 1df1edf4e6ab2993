import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** The instructor's page: choosing the session, reading codes, the verdict, the list. */
export class VerifyPage {
  readonly ready: Locator;
  readonly verdict: Locator;
  readonly batch: Locator;
  readonly list: Locator;

  constructor(private readonly page: Page) {
    this.ready = page.getByText("オフラインで確認できます", { exact: true });
    this.verdict = page.getByRole("region", { name: "確認結果" });
    this.batch = page.getByRole("region", { name: "まとめて確認した結果" });
    this.list = page.getByRole("region", { name: "この講習の受付一覧" });
  }

  /** Opens the page while there is a network, until it can do without. */
  async open(): Promise<void> {
    await this.page.goto("verify");
    await this.ready.waitFor();
    await this.page.getByRole("definition").filter({ hasText: "準備できました" }).waitFor({ timeout: 20_000 });
    await this.page.evaluate(() => navigator.serviceWorker.ready);
  }

  /** Opens the page where there is no trust list to be had. */
  async openUnready(): Promise<void> {
    await this.page.goto("verify");
    await this.page.getByText("発行者一覧がないため、確認できません").waitFor();
    await this.page.getByRole("definition").filter({ hasText: "準備できました" }).waitFor({ timeout: 20_000 });
  }

  /** Chooses course and date of the practical session. */
  async choose(course: string, date?: string): Promise<void> {
    await this.page.getByLabel("講習", { exact: true }).selectOption({ label: course });
    if (date) {
      await this.page.getByLabel("実施日", { exact: true }).fill(date);
      await this.page.keyboard.press("Tab");
    }
  }

  /** Lets names and scores go into the list. */
  async keepNames(): Promise<void> {
    await this.list.getByLabel("氏名と得点を一覧に残す（出席簿）").check();
  }

  /** Erases the list on show; gives what the page asked before. */
  async eraseList(): Promise<string> {
    await this.list.getByRole("button", { name: "一覧を消去…", exact: true }).click();
    const dialog = this.page.getByRole("dialog", { name: "受付一覧の消去" });
    const asked = await dialog.innerText();
    await dialog.getByRole("button", { name: "消去する" }).click();
    await dialog.waitFor({ state: "hidden" });
    return asked;
  }

  async startCamera(): Promise<void> {
    await this.page.getByRole("button", { name: "カメラを開始" }).click();
  }

  async stopCamera(): Promise<void> {
    await this.page.getByRole("button", { name: "カメラを停止" }).click();
  }

  async readPicture(...pictures: Buffer[]): Promise<void> {
    await this.page.getByRole("tab", { name: "画像・ファイル" }).click();
    const uploads = pictures.map((buffer, n): Upload => ({ name: `${n}.png`, mimeType: "image/png", buffer }));
    await this.page.getByLabel("画像から読み取る").setInputFiles(uploads);
  }

  async readFile(...files: Buffer[]): Promise<void> {
    await this.page.getByRole("tab", { name: "画像・ファイル" }).click();
    const uploads = files.map((buffer, n): Upload => ({ name: `${n}.yoshu`, mimeType: "application/octet-stream", buffer }));
    await this.page.getByLabel(".yoshu ファイルを開く").setInputFiles(uploads);
  }

  async paste(...lines: string[]): Promise<void> {
    await this.page.getByRole("tab", { name: "貼り付け" }).click();
    await this.page.getByLabel("修了コードの文字").fill(lines.join("\n"));
    await this.page.getByRole("button", { name: "確認する", exact: true }).click();
  }

  /** The large word of the verdict, whatever is said after it: `期限内・読み取り済み（16:52）`. */
  word(word: "期限内" | "期限超過" | "受付不可" | "読み取れませんでした"): Locator {
    return this.verdict.getByRole("heading", { name: new RegExp(`^${word}(・|$)`) });
  }

  /** What the verdict says under a heading. */
  fact(name: string): Locator {
    const term = this.page.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) });
    return this.verdict.locator(term).first().locator("xpath=following-sibling::dd[1]");
  }

  /** Opens the details, and gives the result code, such as `OK`. */
  async resultCode(): Promise<Locator> {
    await this.verdict.getByText("詳細", { exact: true }).click();
    return this.fact("判定コード");
  }

  async decide(button: "受け入れる…" | "受け入れない…", reason?: string): Promise<void> {
    await this.verdict.getByRole("button", { name: button }).click();
    if (reason) await this.page.getByRole("dialog").getByLabel(reason).check();
    await this.page.getByRole("dialog").getByRole("button", { name: /^「受け入れ(る|ない)」で記録する$/ }).click();
  }

  rows(of: Locator): Locator {
    return of.getByRole("row").filter({ has: this.page.getByRole("cell") });
  }

  async saveCsv(): Promise<string> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: "CSVを保存" }).click();
    return readFile(await (await download).path(), "utf8");
  }
}
