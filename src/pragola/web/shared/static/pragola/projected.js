// The page that a hall looks at: arrow keys and clickers turn it, what is changed on another device
// appears, and an agreement is made with one touch. Without this module its links and forms do that.

const EVERY = 3000;
const ASKS = { headers: { "HX-Request": "true" } };
const TURNS = { ArrowRight: "next", PageDown: "next", ArrowLeft: "prev", PageUp: "prev" };
const page = document.querySelector("[data-projected]");
const full = page.querySelector("[data-full]");
const broken = page.querySelector("[data-broken]");
let asking = false;

const shown = () => page.querySelector("[data-now]");

/** Put in what is there now, and leave the focus where it was. */
function put(html) {
  const { activeElement } = document;
  const label = shown().contains(activeElement) ? activeElement.textContent : "";
  shown().outerHTML = html;
  const same = [...shown().querySelectorAll("button, a")].find((e) => e.textContent === label);
  if (label) same?.focus();
}

async function look() {
  if (asking || document.hidden) return;
  asking = true;
  try {
    const answer = await fetch(`?lihat=${shown().dataset.now}`, ASKS);
    if (answer.status === 200 && !answer.redirected) put(await answer.text());
    broken.hidden = answer.ok && !answer.redirected;
  } catch {
    broken.hidden = false;
  }
  asking = false;
}

async function touch(event) {
  const form = event.target;
  if (!form.matches("form[data-touch]")) return;
  event.preventDefault();
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
    await look();
  } catch {
    broken.hidden = false;
  }
  button.disabled = false;
}

function turn(event) {
  const way = TURNS[event.key];
  const writes = event.target.matches("input, select, textarea");
  if (!way || writes || event.altKey || event.ctrlKey || event.metaKey) return;
  const link = page.querySelector(`a[rel=${way}]`);
  if (!link) return;
  event.preventDefault();
  link.click();
}

page.querySelector("[data-keys]").hidden = false;
full.hidden = !document.fullscreenEnabled;
full.addEventListener("click", () =>
  document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen(),
);
page.addEventListener("submit", touch);
document.addEventListener("keydown", turn);
setInterval(look, EVERY);
