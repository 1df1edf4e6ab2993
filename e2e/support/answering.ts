// Answering each kind of question of the course `kinds`: with a mouse, with a finger, or with keys alone.

import { expect, type Locator, type Page } from "@playwright/test";
import type { Keys } from "./keys";
import type { Portal } from "./portal";

/** How somebody works the page. */
export interface Hand {
  press(control: Locator): Promise<void>;
  /** Ticks a radio button or a checkbox. */
  tick(control: Locator): Promise<void>;
  /** Chooses an option whose label begins with a letter of its own. Playwright opens no list: only keys choose as a person does. */
  choose(control: Locator, label: string): Promise<void>;
  type(field: Locator, text: string): Promise<void>;
  /** Marks a place in a picture, in percent of its width and height. */
  mark(picture: Locator, x: number, y: number): Promise<void>;
}

export function mouse(): Hand {
  return {
    press: (control) => control.click(),
    tick: (control) => control.check(),
    choose: async (control, label) => void (await control.selectOption({ label })),
    type: (field, text) => field.fill(text),
    mark: async (picture, x, y) => picture.click({ position: await placeIn(picture, x, y) }),
  };
}

export function finger(): Hand {
  return {
    ...mouse(),
    press: (control) => control.tap(),
    tick: (control) => control.tap(),
    type: async (field, text) => {
      await field.tap();
      await field.press("Control+a");
      await field.pressSequentially(text);
    },
    mark: async (picture, x, y) => picture.tap({ position: await placeIn(picture, x, y) }),
  };
}

export function keyboard(page: Page, keys: Keys): Hand {
  return {
    press: (control) => keys.press(control),
    tick: (control) => keys.choose(control),
    choose: async (control, label) => {
      await keys.to(control);
      await page.keyboard.press(label[0]);
    },
    type: async (field, text) => {
      await keys.to(field);
      await page.keyboard.press("Control+a");
      await page.keyboard.type(text);
    },
    mark: async (picture, x, y) => {
      await keys.to(picture);
      // The cross begins in the middle; 1 % a press, with Shift 10 %.
      await go(page, x - 50, "ArrowRight", "ArrowLeft");
      await go(page, y - 50, "ArrowDown", "ArrowUp");
      await page.keyboard.press("Enter");
    },
  };
}

async function go(page: Page, percent: number, on: string, back: string): Promise<void> {
  const key = percent < 0 ? back : on;
  const steps = Math.abs(percent);
  for (let step = 0; step < Math.floor(steps / 10); step++) await page.keyboard.press(`Shift+${key}`);
  for (let step = 0; step < steps % 10; step++) await page.keyboard.press(key);
}

async function placeIn(picture: Locator, x: number, y: number): Promise<{ x: number; y: number }> {
  const box = (await picture.boundingBox())!;
  return { x: (box.width * x) / 100, y: (box.height * y) / 100 };
}

/** The kinds, in the order of the course's file, with a part of each question's text. */
export const kinds = {
  truth: "早送りで飛ばした区間",
  scene: "この場面が流れる章",
  several: "偶数をすべて",
  order: "小さい順に並べて",
  match: "漢字と数字を組み合わせて",
  number: "100回から120回の中央",
  spot: "角が4つある図形",
} as const;
export type Kind = keyof typeof kinds;
export const all = Object.keys(kinds) as Kind[];

/** Begins the course's self-assessment, with every question on the page. */
export async function begin(portal: Portal): Promise<void> {
  await portal.hasWatchedEverything("kinds");
  await portal.assessment.open("kinds");
  await portal.assessment.start();
  await portal.assessment.showAll(all.length);
}

export const card = (portal: Portal, kind: Kind): Locator => of(kind, portal.assessment.cards);
export const graded = (portal: Portal, kind: Kind): Locator => of(kind, portal.assessment.result.getByRole("listitem"));

/** The card, or the graded question, of a kind. */
export function of(kind: Kind, all: Locator): Locator {
  return all.filter({ hasText: kinds[kind] });
}

export const play = (card: Locator): Locator => card.getByRole("button", { name: "場面を再生する" });
export const again = (card: Locator): Locator => card.getByRole("button", { name: "もう一度見る" });
export const items = (card: Locator): Locator => card.getByRole("list").getByRole("listitem");
export const number = (card: Locator): Locator => card.getByRole("textbox", { name: "答え" });
export const picture = (card: Locator): Locator => card.getByRole("application", { name: "図の中の場所を選ぶ" });
export const pair = (card: Locator, left: string): Locator => card.getByRole("combobox", { name: left, exact: true });

/** The order in which the items stand. */
export async function order(card: Locator): Promise<string[]> {
  const rows = await items(card).allInnerTexts();
  return rows.map((row) => row.replaceAll(/[\s\d]|上へ|下へ/g, ""));
}

/** Puts the items into an order, one step at a time. */
export async function putInOrder(card: Locator, hand: Hand, wanted: string[]): Promise<void> {
  let moves = 0;
  for (const [to, item] of wanted.entries()) {
    for (let from = (await order(card)).indexOf(item); from > to; from--, moves++) {
      await hand.press(card.getByRole("button", { name: `「${item}」を上へ`, exact: true }));
      await expect.poll(async () => (await order(card)).indexOf(item)).toBe(from - 1);
    }
  }
  if (moves === 0) await hand.press(card.getByRole("button", { name: "この順番で答える" }));
  await expect.poll(() => order(card)).toEqual(wanted);
}

/** Answers the question of a kind. */
export async function answer(kind: Kind, card: Locator, hand: Hand, right: boolean): Promise<void> {
  const radio = (name: string) => hand.tick(card.getByRole("radio", { name, exact: true }));
  switch (kind) {
    case "truth":
      return radio(right ? "誤り" : "正しい");
    case "scene":
      await hand.press(play(card));
      await again(card).waitFor();
      return radio(right ? "アルファ" : "ベータ");
    case "several":
      for (const name of right ? ["二", "四"] : ["三"]) await hand.tick(card.getByRole("checkbox", { name, exact: true }));
      return;
    case "order":
      return putInOrder(card, hand, right ? ["一", "二", "三", "四"] : ["二", "一", "三", "四"]);
    case "match":
      for (const [left, chosen] of Object.entries({ 一: right ? "1" : "2", 二: right ? "2" : "1", 三: "3" })) {
        await hand.choose(pair(card, left), chosen);
        await expect(pair(card, left).getByRole("option", { selected: true })).toHaveText(chosen);
      }
      return;
    case "number":
      return hand.type(number(card), right ? "１１２．５" : "112.501");
    case "spot":
      return hand.mark(picture(card), right ? 75 : 25, 30);
  }
}
