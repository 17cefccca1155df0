// Fills in what inspection found, without loading the page anew. Without this module the page
// tells it when it is loaded again.

const FIRST = 2000;
const LONGEST = 20000;
const PATIENCE = 15 * 60 * 1000;

async function follow(element) {
  const until = Date.now() + PATIENCE;
  for (let pause = FIRST; Date.now() < until; pause = Math.min(pause * 1.5, LONGEST)) {
    await new Promise((resume) => setTimeout(resume, pause));
    if (!element.isConnected) return;
    if (document.hidden) continue;
    const found = await outcome(element.dataset.inspecting);
    if (!found) continue;
    if (!found.dataset.inspecting) return finished(element, found);
    // Only what changed is announced; and what moves on is asked for again soon.
    if (element.textContent === found.textContent) continue;
    element.replaceChildren(...found.childNodes);
    pause = FIRST;
  }
}

function finished(element, found) {
  const part = element.closest(".proofs")?.id.replace("bukti-", "");
  element.replaceWith(found);
  // What is wrong is counted on top of the claim too.
  const wrong = found.querySelector(".told.blocks, .told.doubtful");
  if (part && wrong) {
    document.dispatchEvent(new CustomEvent("bukti:diperiksa", { detail: { part } }));
  }
}

async function outcome(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(LONGEST) });
    if (!response.ok || response.redirected) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelector(".inspected");
  } catch {
    return null;
  }
}

const followed = new WeakSet();

function look() {
  for (const element of document.querySelectorAll("[data-inspecting]")) {
    if (followed.has(element)) continue;
    followed.add(element);
    follow(element);
  }
}

look();
// A file that arrives, or a claim saved by the script, brings its proofs along.
new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
