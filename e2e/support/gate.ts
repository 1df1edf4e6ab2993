// Answers of the browser that a test holds back, so that they come late, or in another order than they were asked for.

import type { Page } from "@playwright/test";

type Call = "createImageBitmap" | "enumerateDevices" | "getUserMedia";

interface Held {
  isOpen: boolean;
  waiting: (() => void)[];
  answers: unknown[];
}

type Holding = Window & { held: Partial<Record<Call, Held>> };

/** Stands before one of the browser's calls. Open until it is closed. */
export class Gate {
  private constructor(
    private readonly page: Page,
    private readonly call: Call,
  ) {}

  /** Puts it up; from the next address on it is there. */
  static async before(page: Page, call: Call): Promise<Gate> {
    await page.addInitScript((call) => {
      const window = globalThis as unknown as Holding;
      window.held ??= {};
      const held: Held = (window.held[call] = { isOpen: true, waiting: [], answers: [] });
      const owner = (call === "createImageBitmap" ? globalThis : MediaDevices.prototype) as Record<string, unknown>;
      const real = owner[call] as (...asked: unknown[]) => Promise<unknown>;
      owner[call] = async function (this: unknown, ...asked: unknown[]) {
        const answer = await real.apply(this, asked);
        held.answers.push(answer);
        if (!held.isOpen) await new Promise<void>((goOn) => held.waiting.push(goOn));
        return answer;
      };
    }, call);
    return new Gate(page, call);
  }

  async close(): Promise<void> {
    await this.page.evaluate((call) => ((globalThis as unknown as Holding).held[call]!.isOpen = false), this.call);
  }

  /** How many answers are held back. */
  waiting(): Promise<number> {
    return this.page.evaluate((call) => (globalThis as unknown as Holding).held[call]!.waiting.length, this.call);
  }

  /** Lets one of them through, counted from 0. */
  async letThrough(place: number): Promise<void> {
    await this.page.evaluate(([call, place]) => (globalThis as unknown as Holding).held[call]!.waiting[place](), [this.call, place] as const);
  }

  /** Lets all through, in their order, and those to come. */
  async open(): Promise<void> {
    await this.page.evaluate((call) => {
      const held = (globalThis as unknown as Holding).held[call]!;
      held.isOpen = true;
      held.waiting.forEach((goOn) => goOn());
    }, this.call);
  }

  /** How many cameras, of those that were ever given, are on. */
  camerasOn(): Promise<number> {
    return this.page.evaluate((call) => {
      const streams = (globalThis as unknown as Holding).held[call]!.answers as MediaStream[];
      return streams.flatMap((stream) => stream.getTracks()).filter(({ readyState }) => readyState === "live").length;
    }, this.call);
  }
}
