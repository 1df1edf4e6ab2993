// What the served site holds, read as anybody could: the catalog and a course's questions.

import type { APIRequestContext } from "@playwright/test";

interface Words {
  ja: string;
  en?: string;
}

export interface Question {
  id: string;
  kind: { "true-false": { right: boolean } } | { single: { right: number } } | { multiple: { right: number[] } };
  text: Words;
  choices: Words[];
  why: Words;
  teaches?: { chapter: string; from: number; to: number };
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
  outline: { id: string; title: Words; chapters: Chapter[] };
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

/** How a question is answered on the page: the labels to tap, in Japanese. */
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
  const rights = kind.multiple.right;
  const chosen = right ? rights : [all.find((choice) => !rights.includes(choice))!];
  return { kind: "checkbox", labels: chosen.map(label) };
}
