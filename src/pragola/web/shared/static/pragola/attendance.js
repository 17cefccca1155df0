// Marks who is there, also without network: each note lies in this browser until the server has
// confirmed it. Without this module the same forms are posted one by one.

const told = document.getElementById("catatan-hadir");
const words = told.dataset;
const PREFIX = `pragola:hadir:${words.person}:${words.clinic}:`;
const AGAIN_AFTER = 5000;
const forms = [...document.querySelectorAll("form[data-present]")];
let sending = false;
let refused = false;

function notes() {
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(PREFIX))
    .sort()
    .map((key) => [key, localStorage.getItem(key)]);
}

function formOf(body) {
  const person = body.get("person");
  const same = (form) => form.elements.person?.value === person;
  return person ? forms.find(same) : forms.find((form) => "named" in form.dataset);
}

function show(body, word, isKept) {
  const form = formOf(body);
  if (!form) return;
  const state = document.createElement("span");
  state.className = isKept ? "state good" : "state doubtful";
  if (!("named" in form.dataset)) {
    state.textContent = word;
    form.hidden = true;
    form.parentElement.querySelector("span.state")?.remove();
    form.parentElement.append(state);
    return;
  }
  const names = form.querySelector("[data-noted-names]");
  const known = [...names.children].find((each) => each.dataset.key === body.get("key"));
  const line = known ?? document.createElement("li");
  line.dataset.key = body.get("key");
  state.textContent = word;
  line.replaceChildren(`${body.get("name")} `, state);
  if (!known) names.append(line);
}

function tell() {
  const waiting = notes().length;
  told.hidden = waiting === 0;
  told.textContent = `${refused ? words.refused : words.waits} ${waiting}`;
}

async function send() {
  if (sending) return;
  sending = true;
  refused = false;
  for (const [key, text] of notes()) {
    const body = new URLSearchParams(text);
    const form = formOf(body);
    if (!form) continue;
    body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    try {
      const answer = await fetch(form.action, {
        method: "POST", body, headers: { "HX-Request": "true" }, redirect: "manual",
      });
      if (answer.status !== 204) {
        refused = true;
        continue;
      }
    } catch {
      break;
    }
    localStorage.removeItem(key);
    show(body, words.kept, true);
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
  show(body, words.noted, false);
  if ("named" in form.dataset) form.reset();
  send();
}

for (const form of forms) form.addEventListener("submit", note);
for (const [, text] of notes()) show(new URLSearchParams(text), words.noted, false);
addEventListener("online", send);
setInterval(() => notes().length && send(), AGAIN_AFTER);
send();
