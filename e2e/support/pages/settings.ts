import { readFile } from "node:fs/promises";
import { type Locator, type Page } from "@playwright/test";
import { LearnerRecord } from "../record";

/** The settings: the record out and in, and erasing it. */
export class SettingsPage {
  readonly kept: Locator;
  readonly notKept: Locator;

  constructor(private readonly page: Page) {
    this.kept = page.getByText("この端末に保存されています", { exact: true });
    this.notKept = page.getByText("この端末に保存できていません");
  }

  async open(): Promise<void> {
    await this.page.goto("settings");
    await this.page.getByRole("heading", { level: 1, name: "設定" }).waitFor();
  }

  /** Goes there by the menu, so that the page is not loaded anew. */
  async goTo(): Promise<void> {
    await this.page.getByRole("link", { name: "設定", exact: true }).first().click();
    await this.page.getByRole("heading", { level: 1, name: "設定" }).waitFor();
  }

  /** The record as the portal saves it to a file. */
  async exported(): Promise<string> {
    const data = this.page.getByRole("region", { name: "学習の記録" });
    return saved(this.page, data.getByRole("button", { name: "記録をファイルに保存", exact: true }));
  }

  /** What the portal has recorded, by its own file. */
  async record(): Promise<LearnerRecord> {
    return LearnerRecord.read(await this.exported());
  }

  async take(text: string): Promise<void> {
    const file = { name: "yoshu-record.txt", mimeType: "text/plain", buffer: Buffer.from(text) };
    await this.page.getByLabel("ファイルを選ぶ", { exact: true }).setInputFiles(file);
  }

  async erase(): Promise<void> {
    await this.page.getByRole("button", { name: "すべて消去", exact: true }).click();
    await this.page.getByRole("dialog").getByRole("button", { name: "すべて消去する" }).click();
    await this.page.getByText("すべて消去しました").waitFor();
  }

  async undo(): Promise<void> {
    await this.page.getByRole("button", { name: "元に戻す" }).click();
  }

  /** A field of the profile. */
  field(name: string): Locator {
    return this.page.getByRole("region", { name: "プロフィール" }).getByRole("textbox", { name, exact: true });
  }

  /** An answer to whether one is a member of the JMA. */
  membership(answer: string): Locator {
    return this.page.getByRole("group", { name: "日本医師会の会員ですか" }).getByRole("radio", { name: answer, exact: true });
  }

  async saveProfile(): Promise<void> {
    await this.page.getByRole("button", { name: "プロフィールを保存" }).click();
  }
}

/** The text of the file that a button saves. */
export async function saved(page: Page, button: Locator): Promise<string> {
  const download = page.waitForEvent("download");
  await button.click();
  return readFile(await (await download).path(), "utf8");
}
