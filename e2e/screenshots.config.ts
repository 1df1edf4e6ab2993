import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

const screens = {
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true },
  desktop: { viewport: { width: 1280, height: 800 } },
};

export default defineConfig({
  ...tests,
  testDir: "screenshots",
  testMatch: "*.ts",
  outputDir: "test-results",
  timeout: 240_000,
  projects: Object.entries(screens).flatMap(([screen, look]) =>
    (["light", "dark"] as const).map((colorScheme) => ({ name: `${screen}-${colorScheme}`, use: { ...look, colorScheme } })),
  ),
});
