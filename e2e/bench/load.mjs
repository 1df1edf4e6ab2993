// How soon a page can be used: Slow 4G, a processor four times slower, nothing in any cache. node load.mjs --url URL
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { addToJournal, attemptLine, watchedLines } from "../server/journal.mjs";
import { chromiumArgs, chromiumPath } from "../server/where.mjs";

const { values } = parseArgs({ options: { url: { type: "string" }, runs: { type: "string", default: "5" } } });
const site = values.url;
const runs = Number(values.runs);

// 1.6 Mbps down, 750 kbps up, 150 ms.
const slow4g = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const slowdown = 4;
const patience = 30_000;

/** Notes, in the page itself, the first moment at which each thing is there. */
function watch() {
  const seen = (window.__seen = {});
  const note = (name) => (seen[name] ??= performance.now());
  // Visible, and nothing lies over it: a tap there reaches it.
  const tappable = (element) => {
    const box = (element.closest("label") ?? element).getBoundingClientRect();
    const x = box.left + box.width / 2;
    const y = box.top + box.height / 2;
    if (box.width === 0 || y > innerHeight) return box.width > 0;
    const top = document.elementFromPoint(x, y);
    return top !== null && (element === top || element.contains(top) || top.contains(element) || top.closest("label")?.contains(element));
  };
  const isInView = (element) => {
    const box = element.getBoundingClientRect();
    return box.width > 0 && box.top < innerHeight && box.bottom > 0;
  };
  const look = () => {
    const link = [...document.querySelectorAll("main a[href*='courses/']")].find(tappable);
    if (link) note("course");
    // What answers a question of any kind; the buttons of a scene answer nothing.
    const answer = [...document.querySelectorAll("main fieldset :is(input, select, li button:enabled, [role=application])")].find(tappable);
    const pictures = [...(answer?.querySelectorAll("img") ?? [])];
    if (answer && pictures.every(({ naturalWidth }) => naturalWidth > 0)) note("answer");
    const video = document.querySelector("video");
    if (video && !video.isWatched) {
      video.isWatched = true;
      // Not only decoded: on the screen.
      video.requestVideoFrameCallback(() => isInView(video) && note("frame"));
    }
    const play = document.querySelector(".player__controls button");
    if (play && tappable(play)) note("player");
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    if (list.getEntriesByName("first-contentful-paint").length) {
      seen.paint = list.getEntriesByName("first-contentful-paint")[0].startTime;
    }
  }).observe({ type: "paint", buffered: true });
}

async function open(profile) {
  return chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    args: chromiumArgs,
    viewport: { width: 390, height: 844 },
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    serviceWorkers: "block",
  });
}

/** Opens an address in a copy of a profile with empty caches; gives what was seen when, and what was fetched. */
async function measure(template, address, wanted) {
  const profile = await mkdtemp(join(tmpdir(), "yoshu-bench-"));
  if (template) {
    await cp(template, profile, { recursive: true, filter: (path) => !/Cache|Singleton/.test(path) });
  }
  const browser = await open(profile);
  try {
    const page = browser.pages()[0] ?? (await browser.newPage());
    const wire = await browser.newCDPSession(page);
    await wire.send("Network.enable");
    await wire.send("Network.clearBrowserCache");
    await wire.send("Network.emulateNetworkConditions", slow4g);
    await wire.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.addInitScript(watch);
    await page.goto(address, { waitUntil: "commit" });
    await page.waitForFunction((name) => name in window.__seen && "paint" in window.__seen, wanted, { timeout: patience });
    return await page.evaluate(() => window.__seen);
  } finally {
    await browser.close();
    await rm(profile, { recursive: true, force: true });
  }
}

async function median(title, goal, { template, address, wanted }) {
  const times = [];
  for (let run = 0; run < runs; run++) {
    try {
      times.push((await measure(template, address, wanted))[wanted]);
    } catch (fault) {
      console.log(`  ${title}: not seen (${String(fault).split("\n")[0]})`);
      return false;
    }
  }
  times.sort((a, b) => a - b);
  const s = (ms) => (ms / 1000).toFixed(2);
  const middle = times[Math.floor(times.length / 2)];
  const range = `${s(times[0])}–${s(times[times.length - 1])}`;
  const judged = goal === undefined ? "" : `, goal ${goal.toFixed(1)} s: ${middle <= goal * 1000 ? "met" : "missed"}`;
  console.log(`  ${s(middle).padStart(6)} s  (${range})  ${title}${judged}`);
  return true;
}

/** A profile in which every chapter is watched and an attempt is begun, with this question first. */
async function learnerBeforeTest(entry, first) {
  const profile = await mkdtemp(join(tmpdir(), "yoshu-bench-learner-"));
  const browser = await open(profile);
  const page = browser.pages()[0] ?? (await browser.newPage());
  await page.goto(site);
  await page.getByRole("main").getByRole("link").first().waitFor();
  await addToJournal(page, [...watchedLines(entry), attemptLine(entry, [first])]);
  await page.goto(new URL(`courses/${entry.outline.id}/self-assessment`, site).href);
  await page.getByRole("group", { name: "問1 / 1" }).waitFor();
  await browser.close();
  return profile;
}

async function usableWith(title, entry, first, goal) {
  try {
    const template = await learnerBeforeTest(entry, first);
    const address = new URL(`courses/${entry.outline.id}/self-assessment`, site).href;
    const isSeen = await median(title, goal, { template, address, wanted: "answer" });
    await rm(template, { recursive: true, force: true });
    return isSeen;
  } catch (fault) {
    console.log(`  ${title}: the learner could not be prepared (${String(fault).split("\n")[0]})`);
    return false;
  }
}

const catalog = await (await fetch(new URL("content/catalog.json", site))).json();
const entry = catalog.courses.find((course) => course.outline.completion.test) ?? catalog.courses[0];
const course = entry.outline.id;
const chapter = entry.outline.chapters[0].id;

console.log(`Load times: Slow 4G (1.6 Mbps, 150 ms), processor ÷ ${slowdown}, cold cache, median of ${runs}`);
const seen = [
  await median("first paint, home", 1.2, { address: site, wanted: "paint" }),
  await median("home usable", 2.0, { address: site, wanted: "course" }),
  await median("first video frame, chapter", 2.5, {
    address: new URL(`courses/${course}/chapters/${chapter}`, site).href,
    wanted: "frame",
  }),
  await median("player usable, chapter", undefined, {
    address: new URL(`courses/${course}/chapters/${chapter}`, site).href,
    wanted: "player",
  }),
];
const address = new URL(`content/courses/${course}/${entry.content}/questions.json`, site);
const { questions } = await (await fetch(address)).json();
const first = (...kinds) => questions.find(({ kind, scene }) => !scene && kinds.some((name) => name in kind));
seen.push(await usableWith("self-assessment usable", entry, first("true-false", "single", "multiple"), 2.2));
// The heaviest kind: its answer is a place in a picture, which has to be there.
const pointing = first("hotspot");
if (pointing) seen.push(await usableWith("self-assessment usable, a picture first", entry, pointing));
// A time that misses its goal is shown; a page that never became usable is a failure.
process.exitCode = seen.every(Boolean) ? 0 : 1;
