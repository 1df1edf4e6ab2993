// What goes wrong in a page and shows only in a browser's own tools.

import type { Page } from "@playwright/test";

/** What a browser says of a portal that is all right, and why. */
const harmless: [says: RegExp, why: string][] = [
  [/^Failed to load resource: the server responded with a status of 404 .* at [^?]*\/[^/.?]*(\?.*)?$/, "a static host answers an address deep inside with its 404 page, which is the portal"],
  [/^Failed to load resource: net::ERR_(INTERNET_DISCONNECTED|FAILED) /, "the network is switched off by tests alone; a service worker without a copy then fails as well"],
];

const listening = new WeakSet<Page>();
let said: string[] = [];

/** Notes from now on what goes wrong in a tab: errors that nobody caught, errors in the console, breaches of the policy. */
export function listenTo(page: Page): void {
  if (listening.has(page)) return;
  listening.add(page);
  page.on("pageerror", (error) => said.push(`not caught: ${error.stack ?? error.message}`));
  page.on("crash", () => said.push(`the tab crashed: ${page.url()}`));
  // A breach of the content security policy is an error in the console, too.
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "assert") said.push(`${message.text()} at ${message.location().url}`);
  });
}

export const Said = {
  forget(): void {
    said = [];
  },
  /** Everything that is neither harmless nor provoked by the test. */
  besides(provoked?: RegExp): string[] {
    return said.filter((words) => !provoked?.test(words) && !harmless.some(([says]) => says.test(words)));
  },
};
