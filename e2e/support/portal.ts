// The portal in a tab, page by page, and the tests' own beginnings.

import { test as base, type Page } from "@playwright/test";
import { AssessmentPage } from "./pages/assessment";
import { ChapterPage } from "./pages/chapter";
import { CompletionPage } from "./pages/completion";
import { CoursePage } from "./pages/course";
import { Home } from "./pages/home";
import { SettingsPage } from "./pages/settings";
import { VerifyPage } from "./pages/verify";
import { everythingWatched } from "./record";
import { course, questions, type Question } from "./site";

export class Portal {
  readonly home: Home;
  readonly course: CoursePage;
  readonly chapter: ChapterPage;
  readonly assessment: AssessmentPage;
  readonly completion: CompletionPage;
  readonly settings: SettingsPage;
  readonly verify: VerifyPage;

  constructor(readonly page: Page) {
    this.home = new Home(page);
    this.course = new CoursePage(page);
    this.chapter = new ChapterPage(page);
    this.assessment = new AssessmentPage(page);
    this.completion = new CompletionPage(page);
    this.settings = new SettingsPage(page);
    this.verify = new VerifyPage(page);
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

  questions(of: string): Promise<Question[]> {
    return questions(this.page.request, of);
  }
}

/** A test of a learner with the portal in one tab. */
export const test = base.extend<{ portal: Portal }>({
  portal: async ({ page }, use) => {
    await use(new Portal(page));
  },
});

export { expect } from "@playwright/test";
