// What is heard and felt: the notes that the page really starts, and the vibrations it asks for.

import type { Page } from "@playwright/test";

/** Pitch in hertz, start after the first note and length in hundredths of a second. */
export type Note = [pitch: number, start: number, length: number];

export interface Signal {
  notes: Note[];
  /** Vibration and pause in turn, in milliseconds. */
  vibration: number[];
}

interface Given {
  notes: Note[];
  vibration: number[];
}

/** Listens from the next address on. */
export async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const given: Given = { notes: [], vibration: [] };
    Object.assign(globalThis, { given });
    const began = new WeakMap<AudioScheduledSourceNode, { note: Note; at: number }>();
    // The audio clock goes on while a signal is put together: its notes are told from its first one.
    let origin = 0;
    const { start, stop } = AudioScheduledSourceNode.prototype;
    AudioScheduledSourceNode.prototype.start = function (this: OscillatorNode, when = 0) {
      if (given.notes.length === 0) origin = when;
      const note: Note = [Math.round(this.frequency.value), Math.round((when - origin) * 100), 0];
      began.set(this, { note, at: when });
      given.notes.push(note);
      start.call(this, when);
    };
    AudioScheduledSourceNode.prototype.stop = function (this: OscillatorNode, when = 0) {
      const known = began.get(this);
      if (known) known.note[2] = Math.round((when - known.at) * 100);
      stop.call(this, when);
    };
    Navigator.prototype.vibrate = (pattern) => {
      given.vibration.push(...(typeof pattern === "number" ? [pattern] : pattern));
      return true;
    };
  });
}

/** What was given since this was last asked. */
export function given(page: Page): Promise<Signal> {
  return page.evaluate(() => {
    const { given } = globalThis as unknown as { given: Given };
    return { notes: given.notes.splice(0), vibration: given.vibration.splice(0) };
  });
}
