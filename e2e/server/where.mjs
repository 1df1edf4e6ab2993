// Where the assembled sites and the browser are: one place for the tests, the benches and the screenshots.
import { existsSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(import.meta.url), "../../..");
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? "target");

/** The first port of those used here; set YOSHU_PORT where another run on this machine has them. */
const firstPort = Number(process.env.YOSHU_PORT ?? 4173);

/** The small site of the tests, at the root of its host; the real one below a path. `cargo xtask test sites` makes both. */
export const sites = {
  fixture: {
    dir: process.env.YOSHU_FIXTURE_DIST ?? join(target, "web/dist/e2e-site"),
    base: "/",
    port: firstPort,
    url: `http://127.0.0.1:${firstPort}/`,
  },
  real: {
    dir: process.env.YOSHU_REAL_DIST ?? join(target, "web/dist/content"),
    base: "/yoshu/",
    port: firstPort + 1,
    url: `http://127.0.0.1:${firstPort + 1}/yoshu/`,
  },
};

/** The machine's own Chromium: nothing here downloads a browser. */
export function chromiumPath() {
  if (process.env.CHROMIUM) return process.env.CHROMIUM;
  const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
  const folders = (process.env.PATH ?? "").split(delimiter);
  const found = names.flatMap((name) => folders.map((dir) => join(dir, name))).find((path) => existsSync(path));
  if (!found) throw new Error("no Chromium found: install it, or name it in CHROMIUM");
  return found;
}

/** What a headless Chromium needs in a container, and what keeps it from talking to anybody. */
export const chromiumArgs = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--mute-audio",
];
