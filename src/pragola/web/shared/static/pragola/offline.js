// Keeps the attendance list of a clinic in this browser, so that it opens without network; once the
// clinic is over, the list is forgotten here. Without this module the list opens with network only.

const place = document.querySelector("[data-offline]");

async function keep() {
  const { worker, scope } = place.dataset;
  await navigator.serviceWorker.register(worker, { scope, updateViaCache: "none" });
  const ready = await caches.has(place.dataset.store);
  if (!ready) await new Promise((resolve) => setTimeout(resolve, 1000));
  place.hidden = !(await caches.has(place.dataset.store));
}

async function forget() {
  const found = await navigator.serviceWorker.getRegistration(place.dataset.scope);
  await found?.unregister();
  await caches.delete(place.dataset.store);
}

// Both are there on https and on this machine's own address only.
if (navigator.serviceWorker && globalThis.caches) {
  ("over" in place.dataset ? forget() : keep()).catch(() => {});
}
