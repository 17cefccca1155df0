// Opens the claim that an address points at, and keeps it open.

function openNamed() {
  const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const claim = named?.closest("details");
  if (!claim) return;
  claim.open = true;
  claim.scrollIntoView();
}

openNamed();
window.addEventListener("hashchange", openNamed);
