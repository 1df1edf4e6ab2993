// Browsers of a test's own: one whose profile outlives it, one that hides its tabs, one that has a camera.

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
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

/** A browser as people have it: the tab behind another is hidden. (Playwright keeps the tabs of its own browsers visible.) */
export class EverydayBrowser {
  private constructor(
    readonly context: BrowserContext,
    private readonly process: ChildProcess,
    private readonly profile: string,
  ) {}

  static async open(): Promise<EverydayBrowser> {
    const profile = await mkdtemp(join(tmpdir(), "yoshu-everyday-"));
    const args = ["--headless", "--remote-debugging-port=0", `--user-data-dir=${profile}`, "--accept-lang=ja-JP"];
    const process = spawn(chromiumPath(), [...args, ...chromiumArgs, "about:blank"], { stdio: ["ignore", "ignore", "pipe"] });
    const browser = await chromium.connectOverCDP(await endpoint(process), { noDefaults: true });
    return new EverydayBrowser(browser.contexts()[0], process, profile);
  }

  async close(): Promise<void> {
    const gone = once(this.process, "exit");
    this.process.kill();
    await gone;
    await rm(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Where a browser that was just started can be talked to. */
async function endpoint(browser: ChildProcess): Promise<string> {
  let said = "";
  for await (const words of browser.stderr ?? []) {
    said += String(words);
    const [address] = said.match(/ws:\/\/\S+/) ?? [];
    if (address) return address;
  }
  throw new Error(`the browser did not start: ${said}`);
}

/** A device with a camera that sees a film; without a film with cameras, one or more, that see Chromium's own picture. */
export async function openBrowserWithCamera(
  film?: string,
  { cameras = 1, ...more }: BrowserContextOptions & { cameras?: number } = {},
): Promise<{ browser: Browser; context: BrowserContext }> {
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: [
      ...chromiumArgs,
      `--use-fake-device-for-media-stream=device-count=${cameras}`,
      "--use-fake-ui-for-media-stream",
      ...(film ? [`--use-file-for-fake-video-capture=${film}`] : []),
    ],
  });
  return { browser, context: await browser.newContext({ ...visitor, ...more }) };
}
