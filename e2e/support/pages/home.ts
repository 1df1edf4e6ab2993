import type { Locator, Page } from "@playwright/test";

/** The home page: the one thing to do next, and all courses. */
export class Home {
  readonly heading: Locator;
  readonly next: Locator;

  constructor(private readonly page: Page) {
    this.heading = page.getByRole("heading", { level: 1, name: "予習" });
    this.next = page.getByRole("region", { name: "次にすること" });
  }

  async open(): Promise<void> {
    await this.page.goto("./");
    await this.heading.waitFor();
  }

  /** The course's card in the list. */
  card(title: string): Locator {
    return this.page.getByRole("listitem").filter({ has: this.link(title) });
  }

  async choose(title: string): Promise<void> {
    await this.link(title).click();
  }

  /** Presses the button of the one thing to do next. */
  async goOn(button: string): Promise<void> {
    await this.next.getByRole("link", { name: button }).click();
  }

  private link(title: string): Locator {
    return this.page.getByRole("link", { name: title, exact: true });
  }
}
