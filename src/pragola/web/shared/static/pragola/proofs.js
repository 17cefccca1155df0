// Shows what was just kept among the proofs of its part, and what inspection found wrong on top of
// its claim, without loading the page anew. Where somebody is writing in that list, it is left as it
// is.

const PAUSE = 800;
const changed = new Set();
const inspected = new Set();
let waiting = 0;

function busy(place) {
  if (place.contains(document.activeElement)) return true;
  return [...place.querySelectorAll("input:not([type=hidden]), textarea")].some(
    (field) => field.value !== field.defaultValue,
  );
}

function renew(page, id, part = "") {
  const selector = `#${CSS.escape(id)}${part}`;
  const old = document.querySelector(selector);
  const now = page.querySelector(selector);
  if (old && now && !busy(old)) old.replaceChildren(...now.childNodes);
}

async function look() {
  const [lists, heads] = [[...changed], [...changed, ...inspected]];
  try {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of lists) renew(page, `bukti-${part}`);
    for (const part of heads) {
      renew(page, part, " > summary");
      changed.delete(part);
      inspected.delete(part);
    }
  } catch {
    // Without a link there is nothing new to show; the next file that is kept asks again.
  }
}

function soon(parts, event) {
  parts.add(event.detail.part);
  clearTimeout(waiting);
  waiting = setTimeout(look, PAUSE);
}

document.addEventListener("bukti:tersimpan", (event) => soon(changed, event));
document.addEventListener("bukti:diperiksa", (event) => soon(inspected, event));
