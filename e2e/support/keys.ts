// The portal by keyboard alone: nothing here touches the page in another way.

import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any page of the tests has. */
const FARTHEST = 80;

export class Keys {
  constructor(private readonly page: Page) {}

  /** Goes on by Tab until the control has the focus, and makes sure that one sees it. */
  async to(control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await control.waitFor();
    for (let stops = 0; stops < FARTHEST; stops++) {
      if (await control.evaluate((element) => element === document.activeElement)) return this.isSeen();
      await this.page.keyboard.press(key);
    }
    throw new Error(`no way by ${key} to ${String(control)}`);
  }

  async press(control: Locator, key = "Enter"): Promise<void> {
    await this.to(control);
    await this.page.keyboard.press(key);
  }

  /** Chooses one of a group of radio buttons or checkboxes. */
  async choose(control: Locator): Promise<void> {
    const isRadio = (await control.getAttribute("type")) === "radio";
    if (!isRadio) return this.press(control, "Space");
    // Tab comes to the chosen one of a group, or to its first; arrows choose within it.
    const group = this.page.locator(`input[name="${await control.getAttribute("name")}"]`);
    const chosen = group.and(this.page.locator(":checked"));
    await this.to((await chosen.count()) > 0 ? chosen : group.first());
    await this.page.keyboard.press("Space");
    for (let steps = await group.count(); steps > 0 && !(await control.isChecked()); steps--) await this.page.keyboard.press("ArrowDown");
    await expect(control).toBeChecked();
  }

  /** The new page's heading has the focus, so that reading and Tab go on from there. */
  async arrivesAt(heading: string | RegExp): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: heading })).toBeFocused();
  }

  /** What has the focus shows it: by its outline, or by that of what stands for it. */
  private async isSeen(): Promise<void> {
    const seen = await this.page.evaluate(() => {
      const outlined = (element: Element | null) => {
        if (!element) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(element);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2;
      };
      const focused = document.activeElement;
      const isVisible = focused?.matches(":focus-visible") ?? false;
      return isVisible && (outlined(focused) || outlined(focused!.parentElement) || outlined(focused!.nextElementSibling));
    });
    const what = await this.page.evaluate(() => document.activeElement?.outerHTML.slice(0, 160));
    expect(seen, `the focus can be seen on ${what}`).toBe(true);
  }

  /** Tab goes through the whole page and comes out at its end: no stop holds the focus. */
  async goThrough(): Promise<number> {
    await this.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const seen: string[] = [];
    for (let stops = 0; stops < FARTHEST; stops++) {
      await this.page.keyboard.press("Tab");
      const place = await this.page.evaluate(() => {
        const all = [...document.querySelectorAll("*")];
        return document.activeElement === document.body ? "out" : String(all.indexOf(document.activeElement!));
      });
      if (place === "out" || place === seen[0]) return seen.length;
      // A field for a date has a stop for each of its parts.
      if (place === seen.at(-1) && (await this.page.evaluate(() => document.activeElement?.matches("input[type=date]")))) continue;
      expect(seen, "the focus comes to each control once").not.toContain(place);
      seen.push(place);
    }
    throw new Error("the focus does not come out of the page");
  }
}
