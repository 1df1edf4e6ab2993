// What a page must hold to, whoever looks at it: measured in the page itself.

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** What axe finds, one line a fault: by all its rules, or by one. */
export async function faults(page: Page, rule?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode();
  if (rule) axe.withRules(rule);
  else axe.options({ rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] });
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any[0]?.message ?? ""}`));
}

/** Controls and headings that are cut off or stand outside the screen, and a page that scrolls sideways. */
export function clipped(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} wide on a screen of ${width}`);
    const scrollsSideways = (element: Element | null): boolean =>
      element !== null && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrollsSideways(element.parentElement));
    const hidden = ".visually-hidden, .skip-link, .on-paper-only *, [hidden] *";
    for (const element of document.querySelectorAll<HTMLElement>("a, button, input, select, textarea, summary, label, h1, h2, h3, p, dd, dt")) {
      if (!element.checkVisibility() || element.matches(hidden)) continue;
      const { left, right } = element.getBoundingClientRect();
      const name = `<${element.localName}> ${(element.innerText || element.getAttribute("aria-label") || element.id).slice(0, 40)}`;
      if ((left < -1 || right > width + 1) && !scrollsSideways(element.parentElement)) found.push(`${name} stands from ${left} to ${right}`);
      const isCut = element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).overflowX !== "auto";
      if (isCut && element.matches("a, button, summary, label") && getComputedStyle(element).display !== "inline") found.push(`${name} is cut off`);
    }
    return found;
  });
}

/** Japanese that is not marked as such where the page says that it is in English. */
export function unmarkedJapanese(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const japanese = /[\u3040-\u30ff\u4e00-\u9fff]/;
    // What was announced once stays as it was said.
    const isSaid = (element: Element | null) => element?.closest(".visually-hidden[role=status]") != null;
    const isEnglish = (element: Element | null) => element?.closest("[lang]")?.getAttribute("lang") === "en";
    const found: string[] = [];
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const said = text.textContent ?? "";
      if (japanese.test(said) && isEnglish(text.parentElement) && !isSaid(text.parentElement) && text.parentElement?.checkVisibility()) found.push(said.slice(0, 80));
    }
    for (const element of document.querySelectorAll("body *")) {
      for (const name of ["aria-label", "title", "placeholder", "alt", "aria-valuetext"]) {
        const said = element.getAttribute(name) ?? "";
        if (japanese.test(said) && isEnglish(element)) found.push(`${name}: ${said.slice(0, 80)}`);
      }
    }
    return found;
  });
}
