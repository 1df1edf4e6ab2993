// A learner's past, put into a profile: what a journey would take an hour to write. Lines are those of the journal
// archive (domain/src/archive.rs).

/** One line for each chapter: watched from the first to the last millisecond. */
export function watchedLines(entry, at = Date.now()) {
  const { id, chapters } = entry.outline;
  return chapters.map((chapter) => ["watched", id, chapter.id, chapter.video, 0, chapter.duration, at].map(plain));
}

/** The line that begins an attempt with these questions, in this order. */
export function attemptLine(entry, questions, at = Date.now()) {
  return ["attempt", "00000000000000a1", entry.outline.id, entry.content, "00000000000000a1", questions.map(({ id }) => id), at];
}

const plain = (value) => (typeof value === "object" ? Object.values(value)[0] : value);

/** Adds lines to the journal that the portal, open in the page, has made. Seen after a reload. */
export async function addToJournal(page, lines) {
  await page.evaluate(
    (texts) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open("yoshu");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const writing = database.transaction("journal", "readwrite", { durability: "strict" });
          texts.forEach((text) => writing.objectStore("journal").add(text));
          writing.onerror = () => reject(writing.error);
          writing.oncomplete = () => {
            database.close();
            resolve();
          };
        };
      }),
    lines.map((line) => JSON.stringify(line)),
  );
}
