import { defineConfig } from "@playwright/test";
import { chromiumArgs, chromiumPath, sites } from "./server/where.mjs";

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 800 } };

const hosts = Object.values(sites).map(({ dir, base, port, url }) => ({
  command: `node server/static.mjs --dir "${dir}" --base ${base} --port ${port}`,
  url,
  reuseExistingServer: false,
}));

export default defineConfig({
  testDir: "specs",
  outputDir: "test-results",
  // Films play in real time on two cores: a second browser beside would steal their seconds.
  workers: 1,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    baseURL: sites.fixture.url,
    locale: "ja-JP",
    timezoneId: "Asia/Tokyo",
    trace: "retain-on-failure",
    launchOptions: { executablePath: chromiumPath(), args: chromiumArgs },
  },
  // A test runs on a phone; one whose title has @desktop runs on a desktop instead, with @both on both.
  projects: [
    { name: "phone", use: phone, grepInvert: /@desktop/ },
    { name: "desktop", use: desktop, grep: /@desktop|@both/ },
  ],
  webServer: hosts,
});
