// Takes over what the profile says into a scene, and prints the page. Without this module texts are
// copied by hand, and the browser's own command prints.

function offer() {
  for (const button of document.querySelectorAll(".take-over, .print-this")) button.hidden = false;
}

document.addEventListener("click", (event) => {
  if (event.target.closest(".print-this")) window.print();
  const button = event.target.closest(".take-over");
  if (!button) return;
  const field = button.closest(".scene").querySelector("textarea[name^='said.']");
  const text = button.previousElementSibling.textContent.trim();
  field.value = field.value ? `${field.value.trimEnd()}\n\n${text}` : text;
  field.dispatchEvent(new Event("change", { bubbles: true }));
  field.focus();
});

document.addEventListener("bagian:baru", offer);
offer();
