// Sets marks at the moment that is playing, jumps to them, and judges them without leaving the film.
// Without this module marks are typed as minute and second, jumps are links, verdicts are forms.

const film = () => document.querySelector(".watching-film video");
const list = () => document.querySelector(".marks");
const TYPED_IN = "input, textarea, select, video, [contenteditable]";

function clock(seconds) {
  const second = Math.floor(seconds);
  return `${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}`;
}

function jump(second) {
  const playing = film();
  if (!playing) return;
  playing.currentTime = second;
  playing.play();
}

function put(mark, text) {
  const field = mark.querySelector("input[name^='at.']");
  field.value = text;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

/** What only a script can do is offered, and says the moment it would mark. */
function offer() {
  const at = film() ? ` (${clock(film().currentTime)})` : "";
  for (const button of document.querySelectorAll(".mark-here")) {
    button.hidden = false;
    button.textContent = `${list().dataset.mark}${at}`;
  }
  for (const button of document.querySelectorAll(".mark-off")) {
    button.hidden = !button.closest(".mark").querySelector("input[name^='at.']").value;
  }
}

/** The substance that is playing now is the last one that has begun. */
function follow() {
  const now = film()?.currentTime ?? -1;
  const begun = [...document.querySelectorAll(".mark [data-seek]")]
    .filter((link) => Number(link.dataset.seek) <= now)
    .sort((a, b) => Number(a.dataset.seek) - Number(b.dataset.seek));
  const playing = now > 0 ? begun.at(-1)?.closest(".mark") : null;
  for (const mark of document.querySelectorAll(".mark")) {
    mark.classList.toggle("playing", mark === playing);
  }
}

async function judge(form, button) {
  const body = new URLSearchParams(new FormData(form, button));
  try {
    const headers = { "HX-Request": "true" };
    const response = await fetch(form.action, { method: "POST", body, headers });
    if (!response.ok || response.redirected) throw new Error(response.statusText);
    const place = form.closest(".mark").id;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    list().replaceWith(page.querySelector(".marks"));
    follow();
    document.querySelector(`#${place} [value="${button.value}"]`)?.focus();
  } catch {
    // The form itself still works, and says what is wrong.
    form.dataset.plain = "";
    form.requestSubmit(button);
  }
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-seek]");
  const mark = event.target.closest(".mark");
  if (link && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    jump(Number(link.dataset.seek));
  } else if (event.target.closest(".mark-here")) {
    put(mark, clock(film().currentTime));
  } else if (event.target.closest(".mark-off")) {
    put(mark, "");
  }
});

document.addEventListener("submit", (event) => {
  if (!event.target.matches(".judge") || "plain" in event.target.dataset) return;
  event.preventDefault();
  judge(event.target, event.submitter);
});

document.addEventListener("keydown", (event) => {
  if (!/^[1-9]$/.test(event.key) || event.target.closest(TYPED_IN)) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  document.querySelector(`#isian-tanda-${event.key} [data-seek]`)?.click();
});

document.addEventListener("change", offer);
document.addEventListener("bagian:baru", () => {
  offer();
  follow();
});
// A film that came anew tells its time too: such events do not bubble, but they are captured.
for (const name of ["timeupdate", "seeked"]) {
  document.addEventListener(name, () => {
    offer();
    follow();
  }, true);
}
offer();
follow();
