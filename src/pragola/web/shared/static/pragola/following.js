// Shows how far a plan is while it is worked out, and loads the page anew when a part of it is
// there. Without this module the reader loads it anew.

const FIRST = 1500;
const LONGEST = 10000;
const PATIENCE = 10 * 60 * 1000;

async function follow(element) {
  const until = Date.now() + PATIENCE;
  for (let pause = FIRST; Date.now() < until; pause = Math.min(pause * 1.4, LONGEST)) {
    await new Promise((resume) => setTimeout(resume, pause));
    if (document.hidden) continue;
    const found = await progress(element.dataset.following);
    if (!found) continue;
    if (!found.dataset.following || found.dataset.part !== element.dataset.part) {
      // What somebody is just filling in is not thrown away.
      if (document.activeElement?.matches("main input, main select, main textarea")) continue;
      location.reload();
      return;
    }
    const told = element.querySelector("p");
    const now = found.querySelector("p");
    if (told && now && told.textContent !== now.textContent) told.replaceWith(now);
  }
}

async function progress(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(LONGEST) });
    if (!response.ok || response.redirected) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelector(".doing");
  } catch {
    return null;
  }
}

document.documentElement.classList.add("scripted");
for (const element of document.querySelectorAll("[data-following]")) follow(element);
