// Anonymous item results as the portal writes them (domain/src/item_result.rs), read field by field: one too many is a fault.

interface ItemResult {
  question: string;
  outcome: "right" | "wrong" | "unanswered";
  taken?: number[];
}

interface ItemResults {
  course: string;
  contents: { content: string; attempts: { first: boolean; items: ItemResult[] }[] }[];
}

/** Reads the file, and fails on every key and every form of a value that its description does not name. */
export function readItemResults(text: string): ItemResults {
  const file = JSON.parse(text) as ItemResults & { yoshu: string; version: number };
  holds(file, ["yoshu", "version", "course", "contents"]);
  if (file.yoshu !== "item-results" || file.version !== 1) throw new Error(`not item results of version 1: ${text.slice(0, 60)}`);
  for (const content of file.contents) {
    holds(content, ["content", "attempts"]);
    for (const attempt of content.attempts) {
      holds(attempt, ["first", "items"]);
      if (typeof attempt.first !== "boolean") throw new Error("`first` is true or false");
      for (const item of attempt.items) {
        holds(item, "taken" in item ? ["question", "outcome", "taken"] : ["question", "outcome"]);
        if (!["right", "wrong", "unanswered"].includes(item.outcome)) throw new Error(`outcome ${item.outcome}`);
      }
    }
  }
  return file;
}

function holds(value: object, keys: string[]): void {
  const found = Object.keys(value);
  if (found.join() !== keys.join()) throw new Error(`holds ${found.join()}, not just ${keys.join()}`);
}
