// Judging by keyboard. Everything here presses a button that stands on the page; where somebody
// types, keys write letters as always.

const TYPED_IN = "textarea, select, input:not([type=radio]):not([type=checkbox]), video, [contenteditable]";
const form = document.getElementById("putusan");
const hint = form?.querySelector(".keys-hint");
let deed = "";

function reasons() {
  return [...form.querySelectorAll("input[name=baku]")];
}

function press(name) {
  deed = "";
  form.querySelector(`[data-deed="${name}"]`)?.click();
}

function askWhy(name, said) {
  deed = name;
  hint.textContent = said;
  const first = reasons().find((each) => each.checked) ?? reasons()[0];
  (first ?? form.querySelector("textarea")).focus();
}

// Standard reasons say why something is returned; to accept what has no proof takes own words.
function askForWords() {
  deed = "terima";
  hint.textContent = hint.dataset.unproven;
  form.querySelector("textarea").focus();
}

function leave() {
  deed = "";
  hint.textContent = "";
  document.activeElement?.blur();
}

function accept(level) {
  const choice = form.querySelector(`input[name=level][value="${level}"]`);
  if (!choice) return;
  choice.checked = true;
  if ("unproven" in form.dataset && !("answering" in form.dataset)) askForWords();
  else if ("answering" in form.dataset) askWhy("terima", hint.dataset.answering);
  else if (level === form.dataset.claimed) press("terima");
  else askWhy("terima", hint.dataset.lowering);
}

function returning() {
  if (!form.querySelector('[data-deed="kembalikan"]')) return;
  askWhy("kembalikan", "answering" in form.dataset ? hint.dataset.answering : hint.dataset.returning);
}

function choose(number) {
  const reason = reasons()[number - 1];
  if (!reason) return;
  reason.checked = true;
  reason.focus();
}

function pressed(key) {
  const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (button || !form) return button?.click();
  if (/^[1-9]$/.test(key)) return deed ? choose(Number(key)) : accept(key);
  if (key === "t") return accept(form.dataset.claimed);
  if (key === "k") return returning();
  if (key === "s") return form.querySelector("input[name=serupa]")?.click();
  if (key === "Enter" && deed) return press(deed);
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  if (event.key === "Escape") return form && leave();
  if (event.target.closest(TYPED_IN) || document.querySelector("dialog[open]")) return;
  const onButton = event.key === "Enter" && event.target.closest("a, button, summary");
  if (onButton || !/^([1-9a-z]|Enter)$/.test(event.key)) return;
  if (event.key === "Enter" && !deed) return;
  event.preventDefault();
  pressed(event.key);
});

// A verdict that is on its way is not sent twice.
form?.addEventListener("submit", (event) => {
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
});
addEventListener("pageshow", () => form && delete form.dataset.sent);
