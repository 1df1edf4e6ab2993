// The service worker: after one visit the portal opens with no network, and nothing of an older build is mixed in.
//
// `cargo xtask dist` fills in the next two lines. As they stand here (under `trunk serve`) nothing is kept.
const BUILD = "";
const SHELL = [];

const scope = new URL(self.registration.scope);
// Caches belong to a whole origin, on which another portal may stand below another path.
const builds = `yoshu-shell-${scope.pathname}-`;
// The portal itself: the files of one build, which belong together.
const shellCache = builds + BUILD;
// What a host may renew on any day beside a build: the catalog, the site's description, the trust list. One copy, the
// freshest answer, so that nobody trusts a key with the network off that was revoked with the network on.
const siteCache = `yoshu-site-${scope.pathname}`;
// What was opened of the courses. It can be fetched again; `browser/service_worker.rs` forgets it by this name.
const contentCache = `yoshu-content-${scope.pathname}`;

const addressOf = (path) => new URL(path, scope);
const pathOf = (request) => new URL(request.url).pathname.slice(scope.pathname.length);

const PAGE = "index.html";
const CATALOG = "content/catalog.json";
const SITE = SHELL.filter((path) => path.startsWith("content/"));
const PORTAL = SHELL.filter((path) => !SITE.includes(path));

// Names that carry a hash of their content never change.
const immutable = /-[0-9a-f]{12,16}(_bg)?\.(js|wasm|css)$|^content\/(media|search)\/[0-9a-f]{16}\.|^content\/courses\/[^/]+\/[0-9a-f]{16}\//;
// Rule tables: the freshest answer, and the copy of one that was opened where there is no network.
const rule = /^content\/rules(\.json$|\/)/;
// A browser asks for the site's icon when it likes, also while codes are checked and nothing should leave the page.
const icon = /^icons\//;
// Films are fetched in ranges by the browser's own player; answering those from here would break seeking.
const film = /\.(mp4|webm|m4a|mp3)$/;

self.addEventListener("install", (event) => {
  if (BUILD) event.waitUntil(install());
});

// It then waits until no page of an older build is open, as browsers have it: such a page still needs its own parts.
async function install() {
  // Hashed names may come from the browser's own cache; the others must be asked for again.
  const ask = (path) => new Request(addressOf(path), { cache: immutable.test(path) ? "default" : "no-cache" });
  for (const [name, paths] of [[shellCache, PORTAL], [siteCache, SITE]]) {
    const cache = await caches.open(name);
    await cache.addAll(paths.map(ask));
  }
}

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      await removeOldBuilds();
      await removeOldCourses();
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  const path = pathOf(request);
  if (!BUILD || !ours || request.method !== "GET" || request.headers.has("range") || film.test(path)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (immutable.test(path) || icon.test(path)) event.respondWith(keptFirst(request));
  else event.respondWith(networkFirst(request, event));
});

// Every address of the portal is the same page: deep links open from the kept one when the network or the host fails.
async function page(request) {
  const copy = await kept(shellCache, addressOf(PAGE));
  try {
    const fresh = await fetch(request);
    return fresh.ok || !copy ? fresh : copy;
  } catch {
    return copy ?? Response.error();
  }
}

async function keptFirst(request) {
  const copy = await caches.match(request, { ignoreVary: true });
  if (copy) return copy;
  const fresh = await fetch(request);
  // A file of the portal that is not here belongs to another build, whose own worker keeps it.
  if (icon.test(pathOf(request)) || pathOf(request).startsWith("content/")) await keep(contentCache, request, fresh);
  return fresh;
}

// What belongs to the build is not replaced by another build's: with no network it has to fit the page of this one.
async function networkFirst(request, event) {
  const isRule = rule.test(pathOf(request));
  const isRenewed = isRule || SITE.includes(pathOf(request));
  const place = isRule ? contentCache : isRenewed ? siteCache : shellCache;
  try {
    const fresh = await fetch(request);
    if (fresh.status >= 500) return (await kept(place, request)) ?? fresh;
    if (isRenewed) await keep(place, request, fresh);
    if (pathOf(request) === CATALOG) event.waitUntil(removeOldCourses(event.clientId));
    return fresh;
  } catch (offline) {
    const copy = await kept(place, request);
    if (copy) return copy;
    throw offline;
  }
}

async function kept(place, request) {
  const cache = await caches.open(place);
  return cache.match(request, { ignoreVary: true });
}

async function keep(place, request, response) {
  // A page in place of a file is a host's excuse: what is kept is better.
  const isExcuse = /^text\/html/.test(response.headers.get("content-type") ?? "");
  if (!response.ok || response.type !== "basic" || isExcuse) return;
  const copy = response.clone();
  const cache = await caches.open(place);
  // A full disk must not stop a lesson: the answer is given, kept or not.
  await cache.put(request, copy).catch(() => undefined);
}

async function removeOldBuilds() {
  const { installing, waiting } = self.registration;
  if (installing || waiting) return; // One of the others is a newer one; that one will see to it.
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(builds) && name !== shellCache);
  await Promise.all(old.map((name) => caches.delete(name)));
}

// Removes what the catalog no longer names. Not while a page beside the one that asks is open: it may have begun with
// an older catalog.
async function removeOldCourses(asking) {
  const pages = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  if (pages.some(({ id, url }) => id !== asking && url.startsWith(scope.href))) return;
  const answer = await kept(siteCache, addressOf(CATALOG));
  const catalog = (await answer?.text()) ?? "";
  const folders = foldersOf(catalog);
  if (!folders) return;
  const cache = await caches.open(contentCache);
  const requests = await cache.keys();
  const isCurrent = (request) => folders.some((folder) => pathOf(request).startsWith(folder));
  // The catalogue's own file names the others of its kind.
  const isNamer = (request) => isCurrent(request) || (/^content\/search\/.+\.json$/.test(pathOf(request)) && isIn([catalog], request));
  const answers = await Promise.all(requests.filter(isNamer).map((request) => cache.match(request)));
  const texts = [catalog, ...(await Promise.all(answers.map((text) => text.text())))];
  const isNamed = (request) => {
    if (/^content\/(media|search)\//.test(pathOf(request))) return isIn(texts, request);
    return isCurrent(request) || icon.test(pathOf(request)) || rule.test(pathOf(request));
  };
  await Promise.all(requests.filter((request) => !isNamed(request)).map((request) => cache.delete(request)));
}

function isIn(texts, request) {
  const name = pathOf(request).split("/").pop();
  return texts.some((text) => text.includes(name));
}

// The folders of the courses' present content; none when this is not a catalog.
function foldersOf(catalog) {
  try {
    return JSON.parse(catalog).courses.map(({ content, outline }) => `content/courses/${outline.id}/${content}/`);
  } catch {
    return undefined;
  }
}
