// A catalog other than the served one, delivered to the page. The page must not have a service worker, which would
// fetch for itself.

import type { Page } from "@playwright/test";
import type { Course } from "./site";

interface Listing {
  keywords?: string[];
  source_kind?: string;
  tags?: string[];
  specialist?: { category: string; units_tenths: number };
}

/** A course as the catalog lists it. */
export type Listed = Omit<Course, "outline"> & {
  outline: Course["outline"] & { listing: Listing; curriculum: { codes: string[]; units_tenths: number } };
};

interface Catalog {
  courses: Listed[];
  directory: string;
}

/** The catalogue's own file. */
interface Directory {
  codes: { specialist?: { from: string } };
  courses: { id: string; organiser: string; passages: number }[];
  slices: { first: number; file: string }[];
  bytes: number;
}

/** Delivers the served catalog with changes. */
export async function deliverCatalog(page: Page, change: (courses: Listed[], directory: Directory) => void): Promise<void> {
  const get = async (path: string) => (await page.request.get(path)).json() as unknown;
  const catalog = (await get("content/catalog.json")) as Catalog;
  const directory = (await get(`content/search/${catalog.directory}`)) as Directory;
  change(catalog.courses, directory);
  for (const [path, json] of Object.entries({ "catalog.json": catalog, [`search/${catalog.directory}`]: directory })) {
    await page.route(`**/content/${path}`, (route) => route.fulfill({ json }));
  }
}

/** Adds so many courses of which only titles are new: 多くの講習 001, 002, … */
export function addMany(count: number, courses: Listed[], directory: Directory): void {
  const model = courses.find(({ outline }) => outline.id === "notest")!;
  for (let number = 1; number <= count; number++) {
    const [id, digits] = [`many-${number}`, String(number).padStart(3, "0")];
    courses.push({ ...model, outline: { ...model.outline, id, title: { ja: `多くの講習 ${digits}`, en: `One of many ${digits}` } } });
    directory.courses.push({ id, organiser: "試験用講習会事務局", passages: 0 });
  }
}
