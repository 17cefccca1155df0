// Saves what somebody writes, part by part, and loses none of it on a bad link.
// The protocol stands in docs/developer/autosave.md. Without this module the same forms are
// posted whole.

const bar = document.getElementById("simpan-otomatis");
const words = bar.dataset;
const DRAFTS = `pragola:draf:${words.person}:`;
const PAUSE = 900;
const FIRST_RETRY = 2000;
const LONGEST_RETRY = 30000;
const PULSE = 20000;
const keepers = [];

class Keeper {
  constructor(element) {
    this.element = element;
    this.revision = Number(element.dataset.revision);
    this.sent = this.body();
    this.state = "idle";
    this.retry = FIRST_RETRY;
    this.restore();
    element.addEventListener("input", (event) => this.touched(event, PAUSE));
    element.addEventListener("change", (event) => this.touched(event, 0));
  }

  controls() {
    const all = this.element.querySelectorAll("input[name], select[name], textarea[name]");
    return [...all].filter((each) => each.type !== "hidden" && each.type !== "file");
  }

  body() {
    const told = new URLSearchParams();
    for (const each of this.controls()) {
      const ticked = each.type !== "radio" && each.type !== "checkbox" ? true : each.checked;
      if (ticked) told.append(each.name, each.value);
    }
    return told.toString();
  }

  fill(body) {
    const told = new URLSearchParams(body);
    for (const each of this.controls()) {
      if (each.type === "radio" || each.type === "checkbox") {
        each.checked = told.getAll(each.name).includes(each.value);
      } else {
        each.value = told.get(each.name) ?? "";
      }
    }
  }

  restore() {
    const draft = drafts.read(this.element.dataset.key);
    if (!draft) return;
    this.fill(draft.body);
    this.revision = draft.revision;
    this.say("", words.restored);
    this.send();
  }

  touched(event, pause) {
    settleFiguresAndLevel(event.target);
    if (this.body() === this.sent && this.state === "idle") return;
    this.kept = drafts.write(this.element.dataset.key, { body: this.body(), revision: this.revision });
    this.state = "pending";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
    tell();
  }

  async send() {
    clearTimeout(this.timer);
    if (this.state === "sending") return;
    const body = this.body();
    this.state = "sending";
    tell();
    try {
      await this.answer(await this.ask(body), body);
    } catch {
      this.later();
    }
    tell();
  }

  ask(body) {
    const token = document.querySelector("input[name=csrfmiddlewaretoken]").value;
    return fetch(this.element.dataset.autosave, {
      method: "POST",
      headers: { Accept: "application/json", "X-CSRFToken": token },
      body: new URLSearchParams(`${body}&revision=${this.revision}`),
    });
  }

  async answer(response, body) {
    if (response.redirected || response.status === 401 || response.status === 403) {
      this.state = "login";
      return;
    }
    if (response.status >= 500 || response.status === 429) throw new Error(response.statusText);
    const told = await response.json();
    if (response.ok) this.saved(told, body);
    else if (response.status === 409) this.conflict(told);
    else this.refused(told);
  }

  saved(told, body) {
    this.retry = FIRST_RETRY;
    this.revision = told.revision;
    this.sent = body;
    this.state = "idle";
    for (const hidden of this.element.querySelectorAll("input[name^=revision]")) {
      hidden.value = told.revision;
    }
    for (const [id, html] of Object.entries(told.parts)) replace(id, html);
    this.say("good", "");
    if (this.body() !== body) this.touched({ target: null }, PAUSE);
    else drafts.drop(this.element.dataset.key);
  }

  refused(told) {
    this.state = "refused";
    this.say("blocks", told.said);
  }

  later() {
    this.state = "offline";
    this.timer = setTimeout(() => this.send(), this.retry);
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY);
  }

  conflict(told) {
    this.state = "conflict";
    const place = this.place();
    const sides = element("div", "sides");
    sides.append(side(words.mine, told.mine), side(`${words.theirs} · ${told.when}`, told.theirs));
    const mine = button(words.useMine, () => {
      this.revision = told.revision;
      place.replaceChildren();
      this.send();
    });
    const theirs = button(words.useTheirs, () => {
      drafts.drop(this.element.dataset.key);
      location.reload();
    });
    const box = element("div", "conflict");
    box.append(element("p", "error", told.said), sides, mine, theirs);
    place.replaceChildren(box);
  }

  seen(told) {
    if (this.state !== "idle" || told.revision <= this.revision) return;
    const link = button(words.load, () => location.reload());
    const note = element("p", "notice", `${words.changed} ${told.when} `);
    note.append(link);
    this.place().replaceChildren(note);
  }

  place() {
    return this.element.querySelector(".save-state");
  }

  say(kind, text) {
    this.place().replaceChildren(...(text ? [element("p", `hint said ${kind}`, text)] : []));
  }
}

const drafts = {
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(DRAFTS + key));
    } catch {
      return null;
    }
  },
  write(key, draft) {
    try {
      localStorage.setItem(DRAFTS + key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  },
  drop(key) {
    try {
      localStorage.removeItem(DRAFTS + key);
    } catch {
      // A browser that keeps nothing has nothing to drop.
    }
  },
};

function settleFiguresAndLevel(control) {
  if (!control?.form) return;
  if (control.matches("[data-level]") && control.value) {
    for (const figure of control.form.querySelectorAll("[data-figure]")) figure.value = "";
  }
  if (control.matches("[data-figure]") && control.value) {
    for (const level of control.form.querySelectorAll("[data-level]")) level.checked = false;
  }
}

function replace(id, html) {
  const place = document.getElementById(id);
  if (place) place.innerHTML = html;
  document.dispatchEvent(new CustomEvent("bagian:baru", { detail: { id } }));
}

function element(name, kind, text = "") {
  const made = document.createElement(name);
  made.className = kind;
  made.textContent = text;
  return made;
}

function side(title, text) {
  const made = element("div", "side");
  made.append(element("h3", "", title), element("p", "written", text || "–"));
  return made;
}

function button(text, deed) {
  const made = element("button", "", text);
  made.type = "button";
  made.addEventListener("click", deed);
  return made;
}

function tell() {
  const states = new Set(keepers.map((each) => each.state));
  const unkept = keepers.some((each) => each.state !== "idle" && each.kept === false);
  bar.classList.toggle("trouble", states.has("offline") || states.has("login") || unkept);
  if (states.has("login")) {
    const link = element("a", "", words.loginLink);
    link.href = `${location.pathname}?masuk=1`;
    bar.replaceChildren(`${words.login} `, link);
  } else if (states.has("offline")) {
    bar.textContent = unkept ? words.unkept : words.offline;
  } else if (states.has("sending") || states.has("pending")) {
    bar.textContent = words.saving;
  } else if (keepers.some((each) => each.revision > 0) && bar.textContent) {
    bar.textContent = words.allSaved;
  }
}

async function feelPulse() {
  if (document.hidden || keepers.some((each) => each.state === "sending")) return;
  try {
    const response = await fetch(words.pulse, { headers: { Accept: "application/json" } });
    if (!response.ok || response.redirected) return;
    const told = await response.json();
    for (const each of keepers) {
      const part = told.parts[each.element.dataset.part];
      if (part) each.seen(part);
    }
  } catch {
    // The next pulse comes soon.
  }
}

document.documentElement.classList.add("scripted");
for (const each of document.querySelectorAll("[data-autosave]")) keepers.push(new Keeper(each));
document.addEventListener("submit", (event) => {
  const keeper = keepers.find((each) => each.element === event.target);
  if (!keeper) return;
  event.preventDefault();
  keeper.touched({ target: null }, 0);
});
window.addEventListener("online", () => {
  for (const each of keepers) if (each.state === "offline") each.send();
});
window.addEventListener("beforeunload", (event) => {
  if (keepers.some((each) => each.state !== "idle" && each.kept === false)) event.preventDefault();
});
setInterval(feelPulse, PULSE);
