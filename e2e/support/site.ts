// What the served site holds, read as anybody could: the catalog and a course's questions.

import { createHash } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";

interface Words {
  ja: string;
  en?: string;
}

type Kind =
  | { "true-false": { right: boolean } }
  | { single: { right: number } }
  | { multiple: { right: number[] } }
  | { order: { items: Words[] } }
  | { match: { pairs: { left: Words; right: Words }[] } }
  | { numeric: { answer: number; tolerance: number; unit: Words } }
  | { hotspot: { picture: { name: string; width: number; height: number }; region: Words } };

export interface Question {
  id: string;
  kind: Kind;
  text: Words;
  choices: Words[];
  why: Words;
  teaches?: { chapter: string; from: number; to: number };
  scene?: { chapter: string; from: number; to: number };
}

export interface Chapter {
  id: string;
  title: Words;
  video: string;
  poster: string;
  /** Milliseconds. */
  duration: number;
}

export interface Course {
  content: string;
  outline: { id: string; title: Words; audience: string; chapters: Chapter[] };
}

export async function course(request: APIRequestContext, id: string): Promise<Course> {
  const answer = await request.get("content/catalog.json");
  const { courses } = (await answer.json()) as { courses: Course[] };
  const found = courses.find(({ outline }) => outline.id === id);
  if (!found) throw new Error(`no course ${id}`);
  return found;
}

export async function questions(request: APIRequestContext, id: string): Promise<Question[]> {
  const { content } = await course(request, id);
  const answer = await request.get(`content/courses/${id}/${content}/questions.json`);
  return ((await answer.json()) as { questions: Question[] }).questions;
}

/** How a question with choices is answered on the page: the labels to tap, in Japanese. */
export function answerOf(question: Question, right: boolean): { kind: "radio" | "checkbox"; labels: string[] } {
  const { kind } = question;
  const label = (choice: number) => question.choices[choice].ja;
  if ("true-false" in kind) {
    return { kind: "radio", labels: [kind["true-false"].right === right ? "正しい" : "誤り"] };
  }
  const all = question.choices.map((_, choice) => choice);
  if ("single" in kind) {
    const chosen = right ? kind.single.right : all.find((choice) => choice !== kind.single.right)!;
    return { kind: "radio", labels: [label(chosen)] };
  }
  if (!("multiple" in kind)) throw new Error(`no choices in ${question.id}`);
  const rights = kind.multiple.right;
  const chosen = right ? rights : [all.find((choice) => !rights.includes(choice))!];
  return { kind: "checkbox", labels: chosen.map(label) };
}

/** Delivers a course to the page as if its authors had chosen another waiting time after a failed test. */
export async function deliverWithCooldown(page: Page, id: string, minutes: number): Promise<void> {
  await deliver(page, id, { outline: ({ completion }) => (completion.test.cooldown_minutes = minutes) });
}

/** Delivers a course to the page as if its authors had written it otherwise. */
export async function deliver(page: Page, id: string, change: { outline?: (outline: Waiting) => void; questions?: (questions: Question[]) => void }): Promise<void> {
  const get = async (path: string) => (await page.request.get(path)).text();
  const catalog = JSON.parse(await get("content/catalog.json")) as { courses: (Course & { outline: Waiting })[] };
  const entry = catalog.courses.find(({ outline }) => outline.id === id)!;
  const folder = `content/courses/${id}/${entry.content}`;
  const text = JSON.parse(await get(`${folder}/course.json`)) as { outline: Waiting };
  const pool = JSON.parse(await get(`${folder}/questions.json`)) as { questions: Question[] };
  for (const { outline } of [entry, text]) change.outline?.(outline);
  change.questions?.(pool.questions);
  // Its files are named by what they hold (domain/src/catalog.rs).
  const [course, questions] = [JSON.stringify(text), JSON.stringify(pool)];
  entry.content = createHash("sha256").update(`${course}\0${questions}`).digest("hex").slice(0, 16);
  const files = { "catalog.json": JSON.stringify(catalog), [`${entry.content}/course.json`]: course, [`${entry.content}/questions.json`]: questions };
  for (const [path, body] of Object.entries(files)) {
    await page.route(`**/${path}`, (route) => route.fulfill({ contentType: "application/json", body }));
  }
}

interface Waiting {
  completion: { test: { cooldown_minutes: number } };
}
