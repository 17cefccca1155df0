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
    const over = !found.dataset.inspecting;
    // Only what changed is announced; and what moves on is asked for again soon.
    if (!over && element.textContent === found.textContent) continue;
    show(element, found);
    if (over) return finished(element);
    pause = FIRST;
  }
}

// The status stays where it is: a new one would not be read out.
function show(element, found) {
  const [status, told] = [element, found].map((each) => each.querySelector("[role=status]"));
  status.replaceChildren(...told.childNodes);
  told.remove();
  for (const rest of [...element.children]) if (rest !== status) rest.remove();
  element.append(...found.childNodes);
}

function finished(element) {
  const part = element.closest(".proofs")?.id.replace("bukti-", "");
  delete element.dataset.inspecting;
  followed.delete(element);
  // What is wrong is counted on top of the claim too.
  const wrong = element.querySelector(".told.blocks, .told.doubtful");
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
