// Nobody is signed in: lists of clinics that this browser kept for use without network are
// forgotten. What was noted and not sent yet stays, and is sent when its writer is back.

const LISTS = "pragola:hadir:";

async function forget() {
  for (const name of await caches.keys()) {
    if (name.startsWith(LISTS)) await caches.delete(name);
  }
  for (const found of await navigator.serviceWorker.getRegistrations()) await found.unregister();
}

if (navigator.serviceWorker && globalThis.caches) forget().catch(() => {});
