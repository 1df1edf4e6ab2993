import { expect, test } from "../support/portal";

test("a phone can keep the portal on its home screen: name, start page and icons are there", async ({ portal, page }) => {
  await portal.home.open();
  const manifest = await page.evaluate(async () => {
    const link = document.querySelector<HTMLLinkElement>("link[rel=manifest]")!;
    return { address: link.href, content: await (await fetch(link.href)).json() };
  });
  const { name, short_name, start_url, display, icons } = manifest.content;
  expect(name).toContain("予習");
  expect(short_name.length).toBeLessThanOrEqual(12);
  expect(display).toBe("standalone");
  expect(new URL(start_url, manifest.address).href).toBe(page.url());
  expect(icons.length).toBeGreaterThan(0);
  for (const { src, type } of icons) {
    const icon = await page.request.get(new URL(src, manifest.address).href);
    expect(icon.ok(), src).toBe(true);
    expect(icon.headers()["content-type"]).toBe(type);
  }
});

test("the browser finds nothing that would keep it from being installed", async ({ portal, page, context }) => {
  await portal.home.open();
  await portal.isKept();
  const session = await context.newCDPSession(page);
  const { errors } = await session.send("Page.getAppManifest");
  expect(errors).toEqual([]);
  const { installabilityErrors } = await session.send("Page.getInstallabilityErrors");
  // A test's browser keeps nothing when it closes, and says so here.
  expect(installabilityErrors.filter(({ errorId }) => errorId !== "in-incognito")).toEqual([]);
});
