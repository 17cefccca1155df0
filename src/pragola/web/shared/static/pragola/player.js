// Follows how far a small video is, and changes between it and the original without losing the
// place. Without this module the page tells it when it is loaded anew, and both are links.

const FIRST = 2000;
const LONGEST = 15000;

async function fresh(address) {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(LONGEST) });
    if (!response.ok || response.redirected) return null;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return page.querySelector(".player");
  } catch {
    return null;
  }
}

async function follow(player) {
  for (let pause = FIRST; player.isConnected; pause = Math.min(pause * 1.3, LONGEST)) {
    await new Promise((resume) => setTimeout(resume, pause));
    if (document.hidden) continue;
    const found = await fresh(player.dataset.rendering);
    if (!found) continue;
    if (!found.dataset.rendering) {
      take(player, found);
      return;
    }
    const [old, now] = [player, found].map((each) => each.querySelector(".rendering"));
    if (old.innerHTML !== now.innerHTML) old.replaceChildren(...now.childNodes);
  }
}

/** What is ready now; who watches the original already goes on, and may change. */
function take(player, found) {
  delete player.dataset.rendering;
  const film = player.querySelector("video");
  const choice = found.querySelector(".player-choice");
  if (!film.currentTime && film.paused) {
    player.replaceChildren(...found.childNodes);
  } else if (choice) {
    choose(choice, "original");
    player.querySelector(".rendering").replaceWith(choice);
  } else {
    player.querySelector(".rendering").replaceWith(found.querySelector(".rendering"));
  }
}

/** Say which of the two is played; the other one is a link. */
function choose(choice, chosen) {
  for (const name of ["small", "original"]) {
    const old = choice.querySelector(`[data-quality="${name}"]`);
    const made = document.createElement(name === chosen ? "strong" : "a");
    made.textContent = old.textContent;
    made.dataset.quality = name;
    if (name !== chosen) made.href = name === "original" ? "?mutu=asli" : "?";
    old.replaceWith(made);
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-quality]");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const choice = link.closest(".player-choice");
  const film = link.closest(".player").querySelector("video");
  const [place, playing] = [film.currentTime, !film.paused];
  film.src = choice.dataset[link.dataset.quality];
  film.currentTime = place;
  if (playing) film.play();
  choose(choice, link.dataset.quality);
});

/** A moment of what is said is played at once; without a player beside it the link opens one. */
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-second]");
  if (!link || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const film = link.closest(".transcript")?.previousElementSibling?.querySelector("video");
  if (!film) return;
  event.preventDefault();
  film.currentTime = Number(link.dataset.second);
  film.play();
});

const followed = new WeakSet();

function look() {
  for (const player of document.querySelectorAll(".player[data-rendering]")) {
    if (followed.has(player)) continue;
    followed.add(player);
    follow(player);
  }
}

look();
// The drawer brings players along.
new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
