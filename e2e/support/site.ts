// What the served site holds, read as anybody could: the catalog and a course's questions.

import type { APIRequestContext } from "@playwright/test";

export interface Question {
  id: string;
  kind: unknown;
  text: { ja: string; en?: string };
  choices: { ja: string; en?: string }[];
}

interface Catalog {
  courses: { content: string; outline: { id: string; chapters: { id: string; duration: number; video: string }[] } }[];
}

export async function catalog(request: APIRequestContext): Promise<Catalog> {
  const answer = await request.get("content/catalog.json");
  return (await answer.json()) as Catalog;
}

export async function questions(request: APIRequestContext, course: string): Promise<Question[]> {
  const entry = (await catalog(request)).courses.find(({ outline }) => outline.id === course);
  if (!entry) throw new Error(`no course ${course}`);
  const answer = await request.get(`content/courses/${course}/${entry.content}/questions.json`);
  return ((await answer.json()) as { questions: Question[] }).questions;
}
