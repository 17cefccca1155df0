// A passkey that was not used is told in words; without this the page would just stand still.
document.addEventListener("allauth.error", (event) => {
  const told = document.querySelector("[data-passkey-problem]");
  if (!told) return;
  event.preventDefault();
  told.hidden = false;
  told.focus();
});
