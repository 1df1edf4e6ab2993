// What the device keeps, as it is kept.

import type { Page } from "@playwright/test";

/** How many kept facts have a word in them, such as `watched` or `ordered`. */
export async function stored(page: Page, word: string): Promise<number> {
  const facts = await page.evaluate(async () => {
    const [{ name }] = await indexedDB.databases();
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name!);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(new Error("no database"));
    });
    const kept: string[] = [];
    for (const store of database.objectStoreNames) {
      const values = await new Promise<unknown[]>((resolve) => {
        const request = database.transaction(store).objectStore(store).getAll();
        request.onsuccess = () => resolve(request.result);
      });
      kept.push(...values.map((value) => JSON.stringify(value)));
    }
    database.close();
    return kept;
  });
  return facts.filter((fact) => fact.includes(word)).length;
}
