// Counts the words of a text while it is written, in all of its parts, as the server counts them.

document.addEventListener("input", (event) => {
  const field = event.target.closest(".field");
  const told = field?.querySelector("[data-words-needed]");
  if (!told) return;
  const texts = [...field.querySelectorAll("textarea")].map((each) => each.value);
  const number = texts.join(" ").split(/\s+/).filter(Boolean).length;
  told.querySelector("[data-word-count]").textContent = number;
  told.classList.toggle("short", number < Number(told.dataset.wordsNeeded));
});
