// Makes evidence easier to read, on its own page and in the drawer: arrow keys turn pages, a touch
// makes the page large in its place, a number opens beside. Without this module all of it is links.

const TYPED_IN = "input, textarea, select, video, [contenteditable]";

function reading() {
  return document.querySelector(".drawer[open] .reading") ?? document.querySelector("main .reading");
}

function enlarge(frame) {
  const picture = frame.querySelector("img");
  frame.dataset.small ??= picture.src;
  const large = frame.classList.toggle("enlarged");
  picture.src = large ? frame.href : frame.dataset.small;
}

function openBeside(form) {
  const link = document.createElement("a");
  link.className = "opens";
  link.hidden = true;
  link.href = `${form.action}?${new URLSearchParams(new FormData(form))}`;
  form.append(link);
  link.click();
}

document.addEventListener("click", (event) => {
  const frame = event.target.closest("a.sheet-frame");
  if (!frame || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  enlarge(frame);
});

document.addEventListener("keydown", (event) => {
  const turns = { ArrowLeft: "prev", ArrowRight: "next" };
  if (!(event.key in turns) || event.target.closest(TYPED_IN)) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const page = reading();
  if (!page || page.querySelector(".enlarged")) return;
  page.querySelector(`[rel="${turns[event.key]}"]`)?.click();
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".drawer .reading-jump")) return;
  event.preventDefault();
  openBeside(event.target);
});

document.addEventListener("bukti:tersimpan", (event) => {
  const place = event.target.closest("[data-replacing]");
  if (place) location.assign(place.dataset.replacing.replace("/0/", `/${event.detail.evidence}/`));
});
