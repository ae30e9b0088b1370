// PAGE, FILES and VERSION stand above, put there by the server. The door's page and its files are
// kept, and nothing else: no answer with anybody's data.

const NAME = `door ${PAGE} ${VERSION}`;
const PATIENCE_MS = 3000;

const kept = (request) => caches.open(NAME).then((cache) => cache.match(request, { ignoreSearch: true }));

async function page(request) {
  try {
    const response = await fetch(request, { signal: AbortSignal.timeout(PATIENCE_MS) });
    if (response.ok && !response.redirected) (await caches.open(NAME)).put(PAGE, response.clone());
    return response.status >= 500 ? ((await kept(PAGE)) ?? response) : response;
  } catch {
    return (await kept(PAGE)) ?? Response.error();
  }
}

addEventListener("install", (event) => {
  event.waitUntil(caches.open(NAME).then((cache) => cache.addAll([PAGE, ...FILES])).then(() => skipWaiting()));
});

addEventListener("activate", (event) => {
  const old = (name) => name.startsWith(`door ${PAGE} `) && name !== NAME;
  const clear = caches.keys().then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))));
  event.waitUntil(clear.then(() => clients.claim()));
});

addEventListener("fetch", (event) => {
  const { pathname } = new URL(event.request.url);
  if (event.request.method !== "GET") return;
  if (event.request.mode === "navigate" && pathname === PAGE) event.respondWith(page(event.request));
  else if (FILES.includes(pathname)) event.respondWith(kept(event.request).then((found) => found ?? fetch(event.request)));
});
