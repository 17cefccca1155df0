// Marks who is there, also without network: each note lies in this browser until the server has
// confirmed it, and what the server does not take in by itself is put to whoever noted it. Without
// this module the same forms are posted one by one.

const told = document.getElementById("catatan-hadir");
const words = told.dataset;
const PREFIX = `pragola:hadir:${words.person}:${words.clinic}:`;
const AGAIN_AFTER = 5000;
const TAKEN = 204;
const ASKS = 409;
const forms = [...document.querySelectorAll("form[data-present]")];
const undecided = new Set();
const unkept = new Map();
let sending = false;
let refused = false;
let taken = false;

function notes() {
  return [...Object.keys(localStorage).filter((key) => key.startsWith(PREFIX)), ...unkept.keys()]
    .sort()
    .map((key) => [key, new URLSearchParams(unkept.get(key) ?? localStorage.getItem(key))]);
}

/** In this browser, or where it is full in this page alone. */
function keep(key, body) {
  try {
    localStorage.setItem(key, body.toString());
  } catch {
    unkept.set(key, body.toString());
  }
}

function forget(key) {
  localStorage.removeItem(key);
  unkept.delete(key);
}

function formOf(body) {
  const person = body.get("person");
  const same = (form) => form.elements.person?.value === person;
  return person ? forms.find(same) : forms.find((form) => "named" in form.dataset);
}

/** Where the state of a note is told: beside its person, or in a line of its own. */
function placeOf(body) {
  const form = formOf(body);
  if (!form || !("named" in form.dataset)) return form?.parentElement;
  const names = form.querySelector("[data-noted-names]");
  const known = [...names.children].find((each) => each.dataset.key === body.get("key"));
  if (known) return known;
  const line = document.createElement("li");
  line.dataset.key = body.get("key");
  line.append(`${body.get("name")} `);
  names.append(line);
  return line;
}

function buttonOf(word, deed) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = word;
  button.addEventListener("click", deed);
  return button;
}

function show(body, word, look, buttons = []) {
  const place = placeOf(body);
  if (!place) return;
  const form = formOf(body);
  if (!("named" in form.dataset)) form.hidden = true;
  const state = document.createElement("span");
  state.className = `state ${look}`;
  state.textContent = word;
  const shown = document.createElement("span");
  shown.className = "noted row-buttons";
  shown.append(state, ...buttons);
  place.querySelector(".noted")?.remove();
  place.append(shown);
}

function tell() {
  const waiting = notes().length;
  const why = undecided.size ? words.asks : refused ? words.refused : words.waits;
  told.hidden = waiting === 0;
  told.textContent = `${why} ${waiting}`;
}

/** The server knows better, or something else: nothing is written over, and somebody decides. */
function ask(key, body, sentence) {
  undecided.add(key);
  const again = () => {
    body.set("again", "1");
    body.set("at", new Date().toISOString());
    keep(key, body);
    undecided.delete(key);
    show(body, words.noted, "doubtful");
    send();
  };
  const drop = () => {
    forget(key);
    undecided.delete(key);
    location.reload();
  };
  show(body, sentence, "blocks", [buttonOf(words.again, again), buttonOf(words.drop, drop)]);
}

async function sendOne(key, body) {
  const form = formOf(body);
  if (!form) return true;
  const sent = new URLSearchParams(body);
  sent.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  let answer;
  try {
    answer = await fetch(form.action, {
      method: "POST", body: sent, headers: { "HX-Request": "true" }, redirect: "manual",
    });
  } catch {
    return false;
  }
  if (answer.status === TAKEN) {
    forget(key);
    taken = true;
    show(body, words.kept, "good");
  } else if (answer.status === ASKS) {
    ask(key, body, await answer.text());
  } else {
    refused = true;
  }
  return true;
}

async function send() {
  if (sending) return;
  sending = true;
  refused = false;
  for (const [key, body] of notes()) {
    if (!undecided.has(key) && !(await sendOne(key, body))) break;
  }
  sending = false;
  tell();
  renew();
}

/** The copy for use without network learns of what the server has taken in. */
function renew() {
  if (taken) navigator.serviceWorker?.controller?.postMessage("renew");
  taken = false;
}

function sayNameless(name) {
  name.setCustomValidity(words.nameless);
  name.reportValidity();
  name.addEventListener("input", () => name.setCustomValidity(""), { once: true });
}

function note(event) {
  event.preventDefault();
  const form = event.target;
  const body = new URLSearchParams(new FormData(form));
  body.delete("csrfmiddlewaretoken");
  if (!body.get("person") && !body.get("name")?.trim()) {
    sayNameless(form.elements.name);
    return;
  }
  const at = new Date().toISOString();
  body.set("at", at);
  body.set("key", crypto.randomUUID?.() ?? `${at}${Math.random()}`.slice(0, 40));
  keep(`${PREFIX}${at}:${body.get("key")}`, body);
  show(body, words.noted, "doubtful");
  if ("named" in form.dataset) form.reset();
  tell();
  send();
}

for (const form of forms) form.addEventListener("submit", note);
for (const [, body] of notes()) show(body, words.noted, "doubtful");
addEventListener("online", send);
setInterval(() => notes().length > undecided.size && send(), AGAIN_AFTER);
tell();
send();
