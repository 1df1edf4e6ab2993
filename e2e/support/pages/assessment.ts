import { expect, type Locator, type Page } from "@playwright/test";
import { answerOf, type Question } from "../site";

/** The self-assessment: locked, or an attempt, or its result. */
export class AssessmentPage {
  readonly heading: Locator;
  readonly cards: Locator;
  readonly result: Locator;
  readonly kept: Locator;
  readonly notKept: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1, name: "セルフアセスメント" });
    this.cards = page.getByRole("group", { name: /^問\d+ \/ \d+$/ });
    this.result = page.getByRole("region", { name: "結果" });
    this.kept = page.getByText("答えは自動保存されています", { exact: true });
    this.notKept = page.getByText("答えをこの端末に保存できません", { exact: true });
  }

  async open(course: string): Promise<void> {
    await this.page.goto(`courses/${course}/self-assessment`);
    await this.heading.waitFor();
  }

  async start(): Promise<void> {
    await this.page.getByRole("button", { name: "セルフアセスメントをはじめる" }).click();
    await this.cards.first().waitFor();
  }

  async retake(): Promise<void> {
    await this.page.getByRole("button", { name: "もう一度受ける" }).click();
    await this.cards.first().waitFor();
  }

  async showAll(count = 10): Promise<void> {
    await this.page.getByRole("button", { name: "すべて表示" }).click();
    await expect(this.cards).toHaveCount(count);
  }

  async next(): Promise<void> {
    await this.page.getByRole("button", { name: "次の問題" }).click();
  }

  /** How many are answered, as the page says. */
  says(answered: number, of: number): Locator {
    return this.page.getByRole("status").filter({ hasText: `${of}問中 ${answered}問 解答済み` });
  }

  /** The questions on show, by their id, in order. */
  async drawn(pool: Question[]): Promise<string[]> {
    const texts = await this.cards.allInnerTexts();
    return texts.map((text) => find(pool, text).id);
  }

  /** Answers the question of a card. */
  async answer(card: Locator, pool: Question[], right: boolean): Promise<Question> {
    const question = find(pool, await card.innerText());
    const { kind, labels } = answerOf(question, right);
    for (const name of labels) await card.getByRole(kind, { name, exact: true }).check();
    return question;
  }

  /** Answers one question after the other, so many of them rightly, as somebody does who sees one at a time. */
  async answerOneByOne(pool: Question[], total: number, right: number): Promise<void> {
    for (let number = 1; number <= total; number++) {
      const card = this.page.getByRole("group", { name: `問${number} / ${total}`, exact: true });
      await this.answer(card, pool, number <= right);
      if (number < total) await this.next();
    }
  }

  /** Answers all questions on one page, so many of them rightly. */
  async answerAll(pool: Question[], right: number): Promise<Question[]> {
    await this.showAll();
    const asked: Question[] = [];
    for (const [index, card] of (await this.cards.all()).entries()) {
      asked.push(await this.answer(card, pool, index < right));
    }
    return asked;
  }

  async handIn(): Promise<void> {
    await this.page.getByRole("button", { name: "解答を確かめる" }).click();
    await this.page.getByRole("heading", { name: "提出前の確認" }).waitFor();
    await this.page.getByRole("button", { name: "提出して採点する" }).click();
    await this.result.waitFor();
  }

  /** A question in the result, by its number. */
  graded(number: number, of = 10): Locator {
    const heading = this.page.getByRole("heading", { name: `問${number} / ${of}`, exact: true });
    return this.result.getByRole("listitem").filter({ has: heading });
  }

  async toCompletion(): Promise<void> {
    await this.page.getByRole("link", { name: "修了コードへ進む" }).click();
  }
}

function find(pool: Question[], text: string): Question {
  const question = pool.find(({ text: { ja } }) => text.includes(ja));
  if (!question) throw new Error(`not a question of the course: ${text}`);
  return question;
}
