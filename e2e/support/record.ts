// A learner's record as a file: read from what the portal saves, or written for a learner who has a past.

import { watchedLines } from "../server/journal.mjs";
import type { Course } from "./site";

/** A stretch of a video really played, in milliseconds. */
export type Stretch = [from: number, to: number];

/** One line: a name, then its fields, the moment last (domain/src/archive.rs). */
type Line = [name: string, ...fields: unknown[]];

export class LearnerRecord {
  private constructor(readonly lines: Line[]) {}

  static read(text: string): LearnerRecord {
    const [head, ...lines] = text.trimEnd().split("\n");
    const about = JSON.parse(head) as { yoshu?: string; events?: number };
    if (about.yoshu !== "journal") throw new Error(`not a record: ${head}`);
    if (about.events !== lines.length) throw new Error(`${about.events} lines are promised, ${lines.length} are there`);
    return new LearnerRecord(lines.map((line) => JSON.parse(line) as Line));
  }

  named(name: string): Line[] {
    return this.lines.filter(([of]) => of === name);
  }

  /** All that was played of a chapter: apart, in order. */
  watched(chapter: string): Stretch[] {
    const played = this.named("watched")
      .filter(([, , of]) => of === chapter)
      .map(([, , , , from, to]): Stretch => [Number(from), Number(to)])
      .sort(([a], [b]) => a - b);
    const joined: Stretch[] = [];
    for (const [from, to] of played) {
      const last = joined.at(-1);
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else joined.push([from, to]);
    }
    return joined;
  }

  /** How much of a chapter was played, in seconds; what was played twice counts once. */
  seconds(chapter: string): number {
    return this.watched(chapter).reduce((sum, [from, to]) => sum + to - from, 0) / 1000;
  }
}

/** The record of somebody who has watched every chapter of a course from its first to its last millisecond. */
export function everythingWatched(course: Course): string {
  return record(watchedLines(course));
}

/** A record with these lines, as the portal takes it in. */
export function record(lines: unknown[][]): string {
  const head = { yoshu: "journal", version: 1, program: "tests", made_at: Date.now(), events: lines.length };
  return [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join("");
}
