// Serves the attendance list of one clinic where the network is gone. Its scope is the address of
// that list; nothing else of the site is kept, and no form passes through here.

const LIST = "{{ list|escapejs }}";
const KEPT = "{{ kept|escapejs }}";
const STORE = "{{ store|escapejs }}";
const PARTS = "{{ parts|escapejs }}";
const UNTIL = {{ until|stringformat:"d" }};

async function keepOne(store, address) {
  const answer = await fetch(address, { credentials: "same-origin" });
  if (!answer.ok || answer.redirected) throw new Error(address);
  const text = answer.clone();
  await store.put(address, answer);
  return text.text();
}

/** The page as it is for use without network, and each part that it names. */
async function keep() {
  const store = await caches.open(STORE);
  const html = await keepOne(store, KEPT);
  const named = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map((found) => found[1]);
  const parts = named.filter((each) => each.startsWith(PARTS));
  await Promise.all(parts.map((each) => keepOne(store, each)));
}

let keeping = Promise.resolve();

/** Once more, after the time before: an older copy never takes the place of a newer one. */
function keepAgain() {
  keeping = keeping.then(keep).catch(() => {});
  return keeping;
}

async function listOf(request) {
  try {
    return await fetch(request);
  } catch {
    if (Date.now() > UNTIL) await caches.delete(STORE);
    return (await caches.match(KEPT, { cacheName: STORE })) ?? Response.error();
  }
}

async function partOf(request) {
  const kept = await caches.match(request, { cacheName: STORE });
  return kept ?? fetch(request);
}

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => event.waitUntil(keepAgain()));

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { pathname } = new URL(request.url);
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && pathname === LIST) {
    event.respondWith(listOf(request));
    if (navigator.onLine) event.waitUntil(keepAgain());
  } else if (pathname.startsWith(PARTS)) {
    event.respondWith(partOf(request));
  }
});
