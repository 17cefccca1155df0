// Opens explanations beside the page instead of in its place. Without this module, and with a
// new tab or window asked for, the links are ordinary links to pages of their own.

const drawer = document.getElementById("penjelasan");
const content = drawer.querySelector(".drawer-content");
const WAIT_BEFORE_SAYING_SO = 300;
let asked = 0;

function plain(event) {
  return event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}

function onItsOwnPage(link) {
  return link.closest(".explanation") !== null && !drawer.contains(link);
}

async function open(link) {
  const turn = ++asked;
  const waiting = setTimeout(() => show(drawer.dataset.waiting), WAIT_BEFORE_SAYING_SO);
  try {
    const answer = await fetch(link.href, { headers: { "HX-Request": "true" } });
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn === asked) show(...page.body.childNodes);
  } catch {
    location.assign(link.href);
  } finally {
    clearTimeout(waiting);
  }
}

function show(...parts) {
  content.replaceChildren(...parts);
  if (!drawer.open) drawer.showModal();
  drawer.scrollTop = 0;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.opens");
  if (!link || !plain(event) || onItsOwnPage(link)) return;
  event.preventDefault();
  open(link);
});

drawer.addEventListener("click", (event) => {
  if (event.target === drawer) drawer.close();
});

drawer.addEventListener("close", () => {
  asked += 1;
  content.replaceChildren();
});
