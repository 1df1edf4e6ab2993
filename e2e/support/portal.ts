// The portal in a tab, page by page, and the tests' own beginnings.

import { expect, test as base, type Page } from "@playwright/test";
import { listenTo, Said } from "./faults";
import { AssessmentPage } from "./pages/assessment";
import { CataloguePage } from "./pages/catalogue";
import { ChapterPage } from "./pages/chapter";
import { CompletionPage } from "./pages/completion";
import { CoursePage } from "./pages/course";
import { Home } from "./pages/home";
import { RulesPage } from "./pages/rules";
import { SettingsPage } from "./pages/settings";
import { VerifyPage } from "./pages/verify";
import { everythingWatched } from "./record";
import { course, questions, type Question } from "./site";

export class Portal {
  readonly home: Home;
  readonly catalogue: CataloguePage;
  readonly course: CoursePage;
  readonly chapter: ChapterPage;
  readonly assessment: AssessmentPage;
  readonly completion: CompletionPage;
  readonly rules: RulesPage;
  readonly settings: SettingsPage;
  readonly verify: VerifyPage;

  constructor(readonly page: Page) {
    this.home = new Home(page);
    this.catalogue = new CataloguePage(page);
    this.course = new CoursePage(page);
    this.chapter = new ChapterPage(page);
    this.assessment = new AssessmentPage(page);
    this.completion = new CompletionPage(page);
    this.rules = new RulesPage(page);
    this.settings = new SettingsPage(page);
    this.verify = new VerifyPage(page);
    listenTo(page);
  }

  /** Somebody who has watched a whole course elsewhere brings their record along. */
  async hasWatchedEverything(of: string): Promise<void> {
    const record = everythingWatched(await course(this.page.request, of));
    await this.settings.open();
    await this.settings.take(record);
    await this.page.getByText("件の記録を取り込みました").waitFor();
  }

  /** Waits until the page's service worker keeps what the portal needs with no network. */
  async isKept(): Promise<void> {
    await this.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      if (!navigator.serviceWorker.controller) {
        await new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
      }
    });
  }

  /** Switches the language, also while a dialog covers the switch. */
  async speak(language: "English" | "日本語", tag: "en" | "ja"): Promise<void> {
    const header = this.page.getByRole("banner", { includeHidden: true });
    await header.getByRole("button", { name: language, includeHidden: true }).dispatchEvent("click");
    await expect(this.page.locator("html")).toHaveAttribute("lang", tag);
  }

  questions(of: string): Promise<Question[]> {
    return questions(this.page.request, of);
  }
}

interface Given {
  portal: Portal;
  /** Faults that the test itself provokes, as the browser puts them. Any other fails it. */
  provoked: RegExp | undefined;
  faultless: void;
}

/** A test of a learner with the portal in one tab. It fails when any tab of a portal has a fault that nobody sees. */
export const test = base.extend<Given>({
  portal: async ({ page }, use) => {
    await use(new Portal(page));
  },
  provoked: [undefined, { option: true }],
  faultless: [
    async ({ provoked }, use) => {
      Said.forget();
      await use();
      expect(Said.besides(provoked), "faults that a browser reports and nobody sees").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
