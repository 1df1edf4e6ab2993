// Browsers of a test's own: one whose profile outlives it, and one that has a camera.

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "@playwright/test";
import { chromiumArgs, chromiumPath, sites } from "../server/where.mjs";

const visitor: BrowserContextOptions = {
  baseURL: sites.fixture.url,
  locale: "ja-JP",
  timezoneId: "Asia/Tokyo",
  viewport: { width: 390, height: 844 },
};

/** A device: its profile stays when the browser is killed. */
export class Device {
  private constructor(private readonly profile: string) {}

  static async make(): Promise<Device> {
    return new Device(await mkdtemp(join(tmpdir(), "yoshu-device-")));
  }

  async openBrowser(): Promise<BrowserContext> {
    return chromium.launchPersistentContext(this.profile, {
      ...visitor,
      executablePath: chromiumPath(),
      args: chromiumArgs,
    });
  }

  /** `kill -9` of the browser with all its processes: nobody gets to write anything. */
  async killBrowser(context: BrowserContext): Promise<void> {
    const gone = new Promise((resolve) => context.once("close", resolve));
    const processes = await this.processes();
    if (processes.length === 0) throw new Error("no browser runs in this profile");
    for (const id of processes) kill(id);
    await gone;
    while ((await this.processes()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  async discard(): Promise<void> {
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  /** The browser of this profile and all that it has started. */
  private async processes(): Promise<number[]> {
    const all = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
    const facts = await Promise.all(all.map(describe));
    const ours = new Set(facts.filter(({ command }) => command.includes(`--user-data-dir=${this.profile}`)).map(({ id }) => id));
    for (let size = -1; size !== ours.size; ) {
      size = ours.size;
      facts.filter(({ parent }) => ours.has(parent)).forEach(({ id }) => ours.add(id));
    }
    return [...ours];
  }
}

async function describe(id: number): Promise<{ id: number; parent: number; command: string }> {
  try {
    const [stat, command] = await Promise.all([readFile(`/proc/${id}/stat`, "utf8"), readFile(`/proc/${id}/cmdline`, "utf8")]);
    const [state, parent] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return { id, parent: Number(parent), command: state === "Z" ? "" : command.replaceAll("\0", " ") };
  } catch {
    return { id, parent: 0, command: "" };
  }
}

function kill(id: number): void {
  try {
    process.kill(id, "SIGKILL");
  } catch {
    // It went with its parent.
  }
}

/** A device whose camera sees a film. */
export async function openBrowserWithCamera(film: string): Promise<{ browser: Browser; context: BrowserContext }> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      ...chromiumArgs,
      "--use-fake-device-for-media-stream",
      "--use-fake-ui-for-media-stream",
      `--use-file-for-fake-video-capture=${film}`,
    ],
  });
  return { browser, context: await browser.newContext(visitor) };
}
