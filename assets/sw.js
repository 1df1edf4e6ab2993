// The service worker: after one visit the portal opens with no network, and nothing of an older build is mixed in.
//
// `cargo xtask dist` fills in the next two lines. As they stand here (under `trunk serve`) nothing is kept.
const BUILD = "";
const SHELL = [];

const shellCache = `yoshu-shell-${BUILD}`;
const contentCache = "yoshu-content";
const scope = new URL(self.registration.scope);

// Names that carry a hash of their content never change.
const immutable = /-[0-9a-f]{16}(_bg)?\.(js|wasm|css)$|\/content\/media\/[0-9a-f]{16}\.|\/content\/courses\/[^/]+\/[0-9a-f]{16}\//;
// A browser asks for the site's icon when it likes, also while codes are checked and nothing should leave the page.
const icon = /\/icons\//;
// Films are fetched in ranges by the browser's own player; answering those from here would break seeking.
const film = /\.(mp4|webm|m4a|mp3)$/;

self.addEventListener("install", (event) => {
  if (!BUILD) return;
  event.waitUntil(
    (async () => {
      const cache = await caches.open(shellCache);
      const requests = SHELL.map((path) => {
        const url = new URL(path, scope);
        // Hashed names may come from the browser's own cache; the others must be asked for again.
        return new Request(url, { cache: immutable.test(url.pathname) ? "default" : "no-cache" });
      });
      await cache.addAll(requests);
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      const old = names.filter((name) => name.startsWith("yoshu-shell-") && name !== shellCache);
      await Promise.all(old.map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const ours = url.origin === scope.origin && url.pathname.startsWith(scope.pathname);
  if (!BUILD || !ours || request.method !== "GET" || request.headers.has("range") || film.test(url.pathname)) return;
  if (request.mode === "navigate") event.respondWith(page(request));
  else if (immutable.test(url.pathname) || icon.test(url.pathname)) event.respondWith(keptFirst(request));
  else event.respondWith(networkFirst(request));
});

// Every address of the portal is the same page: deep links open from the kept one when the network or the host fails.
async function page(request) {
  try {
    const fresh = await fetch(request);
    if (fresh.ok || !(await kept(new URL("index.html", scope)))) return fresh;
  } catch {
    // No network: fall through to the kept page.
  }
  return (await kept(new URL("index.html", scope))) ?? Response.error();
}

async function keptFirst(request) {
  return (await kept(request)) ?? keep(request);
}

async function networkFirst(request) {
  try {
    return await keep(request);
  } catch (offline) {
    const copy = await kept(request);
    if (copy) return copy;
    throw offline;
  }
}

// The shell of this build first: its files belong together.
async function kept(request) {
  const shell = await caches.open(shellCache);
  return (await shell.match(request, { ignoreVary: true })) ?? caches.match(request, { ignoreVary: true });
}

async function keep(request) {
  const response = await fetch(request);
  if (response.ok && response.type === "basic") {
    const cache = await caches.open(contentCache);
    // A full disk must not stop a lesson: the answer is given, kept or not.
    await cache.put(request, response.clone()).catch(() => undefined);
  }
  return response;
}
