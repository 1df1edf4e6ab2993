import { Said } from "../support/faults";
import { expect, test } from "../support/portal";

// The other tests fail by what they do not see only if it is heard: this is that hearing's own test.
test.describe("what nobody sees is heard:", () => {
  const provocations: [what: string, provoke: () => void, says: RegExp][] = [
    ["an error that nobody caught", () => void setTimeout(() => { throw new Error("provoked"); }), /^not caught: Error: provoked/],
    ["a promise that failed", () => void Promise.reject(new Error("provoked")), /^not caught: Error: provoked/],
    ["an error in the console", () => console.error("provoked"), /^provoked at /],
    ["a picture from elsewhere, which the policy forbids", () => void (new Image().src = "https://example.org/provoked.png"), /Content Security Policy/],
    ["a file that is missing", () => void fetch("provoked.json"), /404 .* at .*provoked\.json$/],
  ];
  for (const [what, provoke, says] of provocations) {
    test.describe(() => {
      test.use({ provoked: says });
      test(what, async ({ portal, page }) => {
        await portal.home.open();
        expect(Said.besides()).toEqual([]);
        await page.evaluate(provoke);
        await expect.poll(() => Said.besides()).toEqual([expect.stringMatching(says)]);
      });
    });
  }
});
