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
let sending = false;
let refused = false;

function notes() {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .sort()
    .map((key) => [key, new URLSearchParams(localStorage.getItem(key))]);
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
    localStorage.setItem(key, body.toString());
    undecided.delete(key);
    show(body, words.noted, "doubtful");
    send();
  };
  const drop = () => {
    localStorage.removeItem(key);
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
    localStorage.removeItem(key);
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
}

function note(event) {
  const form = event.target;
  const body = new URLSearchParams(new FormData(form));
  body.delete("csrfmiddlewaretoken");
  if (!body.get("person") && !body.get("name")?.trim()) return;
  const at = new Date().toISOString();
  body.set("at", at);
  body.set("key", crypto.randomUUID?.() ?? `${at}${Math.random()}`.slice(0, 40));
  try {
    localStorage.setItem(`${PREFIX}${at}:${body.get("key")}`, body.toString());
  } catch {
    return;
  }
  event.preventDefault();
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
