// Saves what somebody writes, part by part, and loses none of it on a bad link.
// The protocol stands in docs/developer/autosave.md. Without this module the same forms are
// posted whole.

import { Drafts } from "./drafts.js";

const bar = document.getElementById("simpan-otomatis");
const here = document.getElementById("ikut-di-sini");
const words = bar.dataset;
const drafts = new Drafts(words.person);
const PAUSE = 900;
const PATIENCE = 30000;
const FIRST_RETRY = 2000;
const LONGEST_RETRY = 30000;
const PULSE = 20000;
const keepers = [];

/** One part of an entry: a field of its profile, or a claim.
 *
 * `sent` is what the server has, `asked` what it was last asked to save without having answered:
 * that is asked again first, so that nobody is in conflict with their own lost save. */
class Keeper {
  constructor(element) {
    this.element = element;
    this.revision = Number(element.dataset.revision);
    this.sent = this.body();
    this.asked = "";
    this.state = "idle";
    this.flying = false;
    this.retry = FIRST_RETRY;
    this.restore();
    element.addEventListener("input", (event) => this.touched(event.target, PAUSE));
    element.addEventListener("change", (event) => this.touched(event.target, 0));
  }

  get key() {
    return this.element.dataset.key;
  }

  controls() {
    const all = this.element.querySelectorAll("input[name], select[name], textarea[name]");
    return [...all].filter((each) => each.type !== "hidden" && each.type !== "file");
  }

  body() {
    const told = new URLSearchParams();
    for (const each of this.controls()) {
      const chosen = each.type === "radio" || each.type === "checkbox" ? each.checked : true;
      if (chosen) told.append(each.name, each.value);
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
    announce(this.element);
  }

  restore() {
    const draft = drafts.read(this.key);
    if (!draft) return;
    this.fill(draft.body);
    this.revision = draft.revision;
    this.asked = draft.asked ?? "";
    this.say("", words.restored);
    this.send();
  }

  keep() {
    const draft = { body: this.body(), revision: this.revision, asked: this.asked };
    this.kept = drafts.write(this.key, draft);
  }

  touched(control, pause) {
    settleFiguresAndLevel(control);
    if (this.body() === this.sent && this.state === "idle") return;
    this.keep();
    // Who sees two texts side by side decides first.
    if (this.state === "conflict") return;
    this.state = "pending";
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), pause);
    tell();
  }

  /** One request at a time; what is written meanwhile goes with the next one. */
  async send() {
    clearTimeout(this.timer);
    if (this.flying) return;
    this.flying = true;
    this.state = "sending";
    this.asked ||= this.body();
    this.keep();
    tell();
    try {
      await this.answer(await this.ask(this.asked), this.asked);
    } catch {
      this.later();
    }
    this.flying = false;
    tell();
  }

  ask(body) {
    return fetch(this.element.dataset.autosave, {
      method: "POST",
      headers: {
        Accept: "application/json",
        "X-CSRFToken": token(),
        "X-Writer": words.person,
      },
      body: new URLSearchParams(`${body}&revision=${this.revision}`),
      signal: AbortSignal.timeout(PATIENCE),
    });
  }

  async answer(response, body) {
    if (response.redirected || response.status === 401 || response.status === 403) {
      this.state = "login";
      return;
    }
    if (response.status >= 500 || response.status === 429) throw new Error(response.statusText);
    const told = await response.json();
    this.asked = "";
    this.retry = FIRST_RETRY;
    if (response.ok) this.saved(told, body);
    else if (this.body() !== body) this.again(0);
    else if (response.status === 409) this.conflict(told);
    else this.refused(told);
  }

  saved(told, body) {
    const all = this.body() === body;
    this.carry(told.revision);
    this.state = "idle";
    this.say("", "");
    for (const [id, html] of Object.entries(told.parts)) replace(id, html);
    const marks = `[data-until-saved="${CSS.escape(this.element.dataset.part)}"]`;
    for (const mark of document.querySelectorAll(marks)) mark.remove();
    this.sent = all ? this.body() : body;
    if (all) drafts.drop(this.key, body);
    else this.again(PAUSE);
  }

  again(pause) {
    this.state = "pending";
    this.touched(null, pause);
  }

  carry(revision) {
    this.revision = revision;
    for (const hidden of this.element.querySelectorAll("input[name^=revision]")) {
      hidden.value = revision;
    }
  }

  refused(told) {
    this.state = "refused";
    this.keep();
    this.say("blocks", told.said);
  }

  later() {
    this.state = "offline";
    this.timer = setTimeout(() => this.send(), this.retry);
    this.retry = Math.min(this.retry * 2, LONGEST_RETRY);
  }

  conflict(told) {
    this.state = "conflict";
    this.keep();
    const sides = element("div", "sides");
    sides.append(side(words.mine, told.mine), side(`${words.theirs} · ${told.when}`, told.theirs));
    const mine = button(words.useMine, () => {
      this.carry(told.revision);
      this.say("", "");
      this.send();
    });
    const theirs = button(words.useTheirs, async () => {
      const body = this.body();
      if (await takeOver([this])) drafts.drop(this.key, body);
    });
    const box = element("div", "conflict");
    box.append(element("p", "error", told.said), sides, element("p", "hint", words.merge));
    box.append(mine, theirs);
    this.place().replaceChildren(box);
  }

  /** Somebody else saved this part; where nobody is writing in it here, it is shown at once. */
  seen(told) {
    if (this.state !== "idle" || told.revision <= this.revision) return false;
    if (!this.element.contains(document.activeElement)) return true;
    const look = button(words.load, () => takeOver([this]));
    const note = element("p", "notice", `${words.changed} ${told.when} `);
    note.append(look);
    this.place().replaceChildren(note);
    return false;
  }

  /** The part as it is in a page that was fetched just now. */
  become(fresh, when) {
    clearTimeout(this.timer);
    this.element.replaceChildren(...document.adoptNode(fresh).childNodes);
    this.element.dataset.revision = fresh.dataset.revision;
    this.revision = Number(fresh.dataset.revision);
    this.sent = this.body();
    this.asked = "";
    this.state = "idle";
    if (when) this.say("changed", `${words.changed} ${when}`);
    announce(this.element);
  }

  place() {
    return this.element.querySelector(".save-state");
  }

  say(kind, text) {
    this.place().replaceChildren(...(text ? [element("p", `hint said ${kind}`, text)] : []));
  }
}

// A claim is given by figures or by a level, never by both.
function settleFiguresAndLevel(control) {
  if (!control?.form) return;
  if (control.matches("[data-level]") && control.value) {
    for (const figure of control.form.querySelectorAll("[data-figure]")) figure.value = "";
  }
  if (control.matches("[data-figure]") && control.value) {
    for (const level of control.form.querySelectorAll("[data-level]")) level.checked = false;
  }
}

// The cookie's token is also right after somebody signed in again in another tab.
function token() {
  const cookie = document.cookie.split("; ").find((each) => each.startsWith("csrftoken="));
  return cookie?.slice("csrftoken=".length)
    || document.querySelector("input[name=csrfmiddlewaretoken]").value;
}

function replace(id, html) {
  const place = document.getElementById(id);
  if (!place) return;
  place.innerHTML = html;
  announce(place);
}

/** Other modules take up what is new in the page by the event `bagian:baru`. */
function announce(place) {
  place.dispatchEvent(new CustomEvent("bagian:baru", { bubbles: true }));
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
  const trouble = ["offline", "login", "conflict", "refused"].some((each) => states.has(each));
  bar.classList.toggle("trouble", trouble || unkept);
  if (states.has("login")) {
    const link = element("a", "", words.loginLink);
    link.href = `${location.pathname}?masuk=1`;
    bar.replaceChildren(`${words.login} `, link);
  } else if (states.has("offline")) {
    bar.textContent = unkept ? words.unkept : words.offline;
  } else if (states.has("sending") || states.has("pending")) {
    bar.textContent = words.saving;
  } else if (states.has("conflict") || states.has("refused")) {
    bar.textContent = words.undecided;
  } else if (bar.textContent) {
    bar.textContent = words.allSaved;
  }
}

/** Show the parts of these keepers as they stand in the database now. */
async function takeOver(chosen, told = {}) {
  try {
    const response = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!response.ok || response.redirected) return false;
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    for (const each of chosen) {
      const fresh = page.querySelector(`[data-key="${CSS.escape(each.key)}"]`);
      if (fresh) each.become(fresh, told[each.element.dataset.part]?.when);
    }
    for (const old of document.querySelectorAll("[data-of-all]")) {
      const fresh = page.getElementById(old.id);
      if (fresh) replace(old.id, fresh.innerHTML);
    }
    tell();
    return true;
  } catch {
    return false;
  }
}

async function feelPulse() {
  if (document.hidden || keepers.some((each) => each.flying)) return;
  try {
    const response = await fetch(words.pulse, { headers: { Accept: "application/json" } });
    if (!response.ok || response.redirected) return;
    const told = await response.json();
    here.textContent = told.here.length ? `${words.here} ${told.here.join(", ")}` : "";
    if (told.state !== words.state) here.textContent = words.moved;
    const part = (each) => told.parts[each.element.dataset.part];
    const changed = keepers.filter((each) => part(each) && each.seen(part(each)));
    if (changed.length) await takeOver(changed, told.parts);
  } catch {
    // The next pulse comes soon.
  }
}

function sendAgain(...states) {
  for (const each of keepers) if (states.includes(each.state)) each.send();
}

document.documentElement.classList.add("scripted");
for (const each of document.querySelectorAll("[data-autosave]")) keepers.push(new Keeper(each));
document.addEventListener("submit", (event) => {
  const inside = keepers.filter((each) => event.target.contains(each.element));
  if (!inside.length) return;
  event.preventDefault();
  bar.textContent = words.saving;
  for (const each of inside) each.touched(null, 0);
  tell();
});
window.addEventListener("online", () => sendAgain("offline"));
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  sendAgain("offline", "login");
  feelPulse();
});
window.addEventListener("beforeunload", (event) => {
  if (keepers.some((each) => each.state !== "idle" && each.kept === false)) event.preventDefault();
});
setInterval(feelPulse, PULSE);
feelPulse();
