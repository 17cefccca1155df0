// Sends files so that nothing is lost on a weak link: piece by piece (tus 1.0), one file after the
// other, again by itself after a dropped link, and from where it stopped after the browser was
// closed, because the server tells what it has. Without this module the form sends one file.
//
// A page learns of a kept file by the event `bukti:tersimpan` ({ part, evidence }).

const TUS = { "Tus-Resumable": "1.0.0" };
const FIRST_PIECE = 256 * 1024;
const SMALLEST_PIECE = 64 * 1024;
const LARGEST_PIECE = 8 * 1024 * 1024;
const SECONDS_FOR_A_PIECE = 5;
const WAITS = [1, 2, 5, 10, 20, 30];
const SILENT_FOR = 25_000;
const LONGEST_SIDE = 2000;
const QUALITY = 0.85;
const KILO = 1024;
const PASSING = new Set(["arrival_busy", "arrival_offset_differs", "arrival_disk_full"]);

/** A link that failed: what has come is safe, and it is tried again. */
class Dropped extends Error {}
/** A refusal in words: nothing is tried again. */
class Refused extends Error {}

// One file is sent at a time: on a weak link, two would only make both slower.
const line = [];
let active = null;

function next() {
  if (active) return;
  active = line.shift() ?? null;
  active?.run().finally(() => {
    active = null;
    next();
  });
}

window.addEventListener("online", () => active?.hurry());

/** Load the protocol's code when the first file is chosen, not before. */
let loading = null;
function protocol(address) {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(window.tus));
    script.addEventListener("error", () => {
      script.remove();
      loading = null;
      reject(new Dropped());
    });
    document.head.append(script);
  });
  return loading;
}

let worker = null;
let turns = 0;
function digestOf(file, address) {
  worker ??= new Worker(address);
  turns += 1;
  const turn = turns;
  return new Promise((resolve, reject) => {
    const answered = ({ data }) => {
      if (data.turn !== turn) return;
      worker.removeEventListener("message", answered);
      if (data.unreadable) reject(new DOMException("", "NotReadableError"));
      else resolve(data.digest);
    };
    worker.addEventListener("message", answered);
    worker.addEventListener("error", () => resolve(""), { once: true });
    worker.postMessage({ turn, file });
  });
}

/** The photo with at most 2000 px a side as JPEG; itself where that saves nothing. */
async function shrunk(file) {
  if (!/^image\/(jpeg|png)$/.test(file.type)) return file;
  let picture;
  try {
    picture = await createImageBitmap(file);
  } catch {
    return file;
  }
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext("2d");
  pen.fillStyle = "#fff";
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const small = await new Promise((resolve) => canvas.toBlob(resolve, "image/jpeg", QUALITY));
  if (!small || small.size >= file.size) return file;
  const name = file.name.replace(/\.[^.]*$/, "") + ".jpg";
  return new File([small], name, { type: "image/jpeg", lastModified: file.lastModified });
}

/** The answer of a request as a value. Throws Dropped or Refused. */
async function answerOf(request, home) {
  let answer;
  try {
    answer = await request;
  } catch {
    throw new Dropped();
  }
  if (answer.status === 507) throw new Dropped((await told(answer.json())).sentence);
  if (answer.status >= 500) throw new Dropped();
  const json = answer.headers.get("Content-Type")?.startsWith("application/json");
  if (answer.redirected || !json) throw new Refused(home.word("signed-out"));
  const said = await told(answer.json());
  if (answer.ok) return said;
  if (PASSING.has(said.code)) throw new Dropped();
  throw new Refused(said.sentence);
}

async function told(json) {
  try {
    return await json;
  } catch {
    throw new Dropped();
  }
}

/** One file on its way, with its row in the list. */
class Arriving {
  constructor(home, { file = null, unfinished = null, shrink = false }) {
    Object.assign(this, { home, file, shrink, url: unfinished?.url ?? null, note: "" });
    this.name = file?.name ?? unfinished.name;
    this.size = file?.size ?? unfinished.size;
    this.safe = this.sent = unfinished?.offset ?? 0;
    this.digest = null;
    this.asked = false;
    this.failures = 0;
    this.piece = FIRST_PIECE;
    this.row = home.newRow();
    this.row.addEventListener("click", (event) => this.deed(event.target.dataset.deed));
    this.become(file ? "queued" : "unfinished");
  }

  enter() {
    this.become("queued");
    line.push(this);
    next();
  }

  /** Go on from wherever it stands until it is kept, refused, paused or removed. */
  async run() {
    this.stopped = false;
    while (!this.stopped) {
      try {
        await this.prepare();
        if (!this.stopped && !this.finished && this.safe < this.size) await this.send();
        if (!this.stopped && !this.finished) await this.finish();
        return;
      } catch (error) {
        if (this.stopped) return;
        if (!(error instanceof Dropped)) {
          const unreadable = this.home.word("unreadable");
          this.become("refused", error instanceof Refused ? error.message : unreadable);
          return;
        }
        this.become("waiting", error.message);
        await this.pauseBeforeTryingAgain();
      }
    }
  }

  async prepare() {
    if (this.asked) return;
    if (this.shrink) {
      this.become("checking", this.home.word("shrinking"));
      this.keepShrunk(await shrunk(this.file));
    }
    this.become("checking");
    this.digest ??= await digestOf(this.file, this.home.dataset.digest);
    const answer = await answerOf(
      fetch(this.home.dataset.known, { method: "POST", body: this.description() }),
      this.home,
    );
    if (this.stopped) return;
    this.asked = true;
    if (answer.known) {
      this.keep(answer);
    } else if (answer.unfinished) {
      this.url = answer.unfinished;
      this.home.forgetUnfinished(answer.unfinished);
    }
  }

  keepShrunk(file) {
    this.shrink = false;
    if (file === this.file) return;
    const words = { before: this.home.bytes(this.file.size), after: this.home.bytes(file.size) };
    this.note = this.home.word("shrunk", words);
    Object.assign(this, { file, name: file.name, size: file.size });
  }

  description() {
    const { entry, part, replaces } = this.home.dataset;
    const said = { entry, part, replaces, filename: this.name, sha256: this.digest };
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...said, size: this.size })) {
      if (value !== "") form.set(name, value);
    }
    form.set("csrfmiddlewaretoken", this.home.token);
    return form;
  }

  async send() {
    const tus = await protocol(this.home.dataset.tus);
    if (this.stopped) return;
    this.become("sending");
    const { csrfmiddlewaretoken, size, ...metadata } = Object.fromEntries(this.description());
    this.heard = this.since = performance.now();
    this.from = null;
    await new Promise((resolve, reject) => {
      this.upload = new tus.Upload(this.file, {
        endpoint: this.home.dataset.begin,
        uploadUrl: this.url,
        metadata,
        chunkSize: this.piece,
        headers: { "X-CSRFToken": csrfmiddlewaretoken },
        retryDelays: null,
        storeFingerprintForResuming: false,
        uploadDataDuringCreation: true,
        onUploadUrlAvailable: () => (this.url = this.upload.url),
        onProgress: (sent) => this.progress(sent),
        onChunkComplete: (length, accepted) => this.accept(length, accepted),
        onSuccess: () => {
          this.safe = this.sent = this.size;
          resolve();
        },
        onError: (error) => reject(this.meaningOf(error)),
      });
      this.leave = resolve;
      this.watch = setInterval(() => {
        if (performance.now() - this.heard < SILENT_FOR) return;
        this.upload.abort();
        reject(new Dropped());
      }, 1000);
      this.upload.start();
    }).finally(() => clearInterval(this.watch));
  }

  meaningOf(error) {
    const request = error.originalRequest;
    if (!request) return new DOMException("", "NotReadableError");
    const status = error.originalResponse?.getStatus() ?? 0;
    if (status === 0) return new Dropped();
    let said = {};
    try {
      said = JSON.parse(error.originalResponse.getBody());
    } catch {
      // An answer without words: of a proxy, of a page to sign in, of a server that is starting.
    }
    if (status >= 500 || PASSING.has(said.code)) return new Dropped(said.sentence ?? "");
    if (said.code === "arrival_over") {
      this.safe = this.size;
      return new Dropped();
    }
    return new Refused(said.sentence ?? this.home.word("signed-out"));
  }

  progress(sent) {
    this.heard = performance.now();
    this.from ??= { sent, at: this.heard };
    this.sent = sent;
    this.failures = sent > this.safe ? 0 : this.failures;
    this.show();
  }

  /** A piece is confirmed; the next one is as large as a few seconds of this link carry. */
  accept(length, accepted) {
    const now = performance.now();
    const fitting = (length / Math.max(now - this.since, 1)) * 1000 * SECONDS_FOR_A_PIECE;
    this.since = now;
    this.safe = accepted;
    this.piece = Math.min(Math.max(fitting, this.piece / 4, SMALLEST_PIECE), this.piece * 2);
    this.piece = Math.min(Math.round(this.piece), LARGEST_PIECE);
    this.upload.options.chunkSize = this.piece;
    this.show();
  }

  async finish() {
    this.become("finishing");
    const body = new FormData();
    body.set("csrfmiddlewaretoken", this.home.token);
    const outcome = await answerOf(fetch(`${this.url}/selesai`, { method: "POST", body }), this.home);
    if (outcome.state === "kept") this.keep(outcome);
    else if (outcome.state === "receiving") throw this.missingBytes(outcome);
    else throw new Refused(outcome.sentence);
  }

  missingBytes(outcome) {
    this.safe = outcome.offset;
    return new Dropped();
  }

  keep({ evidence, sentence }) {
    this.finished = true;
    this.become("kept", [this.note, sentence].filter(Boolean).join(" "));
    const detail = { part: this.home.dataset.part, evidence };
    this.home.dispatchEvent(new CustomEvent("bukti:tersimpan", { bubbles: true, detail }));
  }

  pauseBeforeTryingAgain() {
    const seconds = WAITS[Math.min(this.failures, WAITS.length - 1)];
    this.failures += 1;
    return new Promise((resolve) => {
      this.hurry = resolve;
      setTimeout(resolve, seconds * 1000);
    });
  }

  hurry() {
    // Until it waits for the link, there is nothing to hurry.
  }

  stop() {
    this.stopped = true;
    this.upload?.abort();
    this.leave?.();
    this.hurry();
    const place = line.indexOf(this);
    if (place >= 0) line.splice(place, 1);
  }

  deed(name) {
    if (name === "pause") {
      this.stop();
      this.become("paused");
      this.lookWhatIsSafe();
    } else if (name === "resume") {
      this.failures = 0;
      this.enter();
    } else if (name === "choose") {
      this.home.input.click();
    } else if (name === "dismiss") {
      this.leaveList();
    } else if (name === "remove") {
      this.stop();
      this.leaveList();
      if (!this.url) return;
      const headers = { ...TUS, "X-CSRFToken": this.home.token };
      // Where the link is down, the server gives the file up by itself in the end.
      fetch(this.url, { method: "DELETE", headers }).catch(() => {});
    }
  }

  /** The server keeps a piece that was cut too; so more is safe than was confirmed. */
  async lookWhatIsSafe() {
    if (!this.url) return;
    const answer = await fetch(this.url, { method: "HEAD", headers: TUS }).catch(() => null);
    const offset = Number(answer?.headers.get("Upload-Offset") ?? 0);
    if (this.state !== "paused" || offset <= this.safe) return;
    this.safe = offset;
    this.show();
  }

  leaveList() {
    const beside = this.row.nextElementSibling ?? this.row.previousElementSibling;
    (beside?.querySelector("button:not([hidden])") ?? this.home.input).focus();
    this.row.remove();
    this.home.files.delete(this);
  }

  become(state, sentence = "") {
    const changed = this.state !== state;
    Object.assign(this, { state, sentence });
    this.show();
    if (changed) this.home.announce(this);
  }

  show() {
    this.home.fill(this.row, this);
  }
}

const DEEDS = {
  queued: ["pause", "remove"],
  checking: ["remove"],
  sending: ["pause", "remove"],
  waiting: ["pause", "remove"],
  paused: ["resume", "remove"],
  unfinished: ["choose", "remove"],
  finishing: [],
  kept: ["dismiss"],
  refused: ["dismiss"],
};
const MARKS = { kept: "good", refused: "blocks", waiting: "doubtful", unfinished: "doubtful" };
const ANNOUNCED = new Set(["waiting", "paused", "kept", "refused"]);
const listed = new Map();

/** The uploader of one part of an entry. */
class Uploader extends HTMLElement {
  connectedCallback() {
    if (this.files) return;
    this.files = new Set();
    this.input = this.querySelector("input[type=file]");
    this.list = this.querySelector(".uploader-list");
    this.status = this.querySelector("[role=status]");
    this.token = this.querySelector("[name=csrfmiddlewaretoken]").value;
    this.shrinking = this.querySelector(".uploader-shrink");
    this.words = (this.querySelector("template") ?? document.querySelector("unggah-bukti template"))
      .content;
    this.input.multiple = !this.dataset.replaces;
    this.querySelector(".uploader-plain").hidden = true;
    this.querySelector(".uploader-drop").hidden = !matchMedia("(pointer: fine)").matches;
    if (this.shrinking) this.shrinking.hidden = false;
    this.input.addEventListener("change", () => this.take([...this.input.files]));
    this.listenForDrops();
    this.offerUnfinished();
  }

  listenForDrops() {
    const zone = this.querySelector(".uploader-zone");
    const mark = (over) => (event) => {
      event.preventDefault();
      zone.classList.toggle("over", over);
    };
    zone.addEventListener("dragover", mark(true));
    zone.addEventListener("dragleave", mark(false));
    zone.addEventListener("drop", (event) => {
      mark(false)(event);
      this.take([...event.dataTransfer.files]);
    });
  }

  take(files) {
    const shrink = this.shrinking?.querySelector("input").checked ?? false;
    for (const file of files) {
      const arriving = new Arriving(this, { file, shrink });
      this.files.add(arriving);
      arriving.enter();
    }
    this.input.value = "";
  }

  async offerUnfinished() {
    const address = `${this.dataset.begin}?entry=${this.dataset.entry}`;
    if (!listed.has(address)) {
      listed.set(address, fetch(address).then((answer) => answer.json()).catch(() => ({})));
    }
    const { unfinished = [] } = await listed.get(address);
    const here = new Set([...this.files].map((each) => each.url));
    for (const each of unfinished) {
      if (each.part !== this.dataset.part || here.has(each.url)) continue;
      this.files.add(new Arriving(this, { unfinished: each }));
    }
  }

  forgetUnfinished(url) {
    for (const each of this.files) {
      if (each.state === "unfinished" && each.url === url) {
        each.row.remove();
        this.files.delete(each);
      }
    }
  }

  newRow() {
    const row = this.words.querySelector(".arriving").cloneNode(true);
    this.list.append(row);
    return row;
  }

  fill(row, { state, sentence, name, size, sent, safe, note, from }) {
    const fill = (selector, text) => {
      const place = row.querySelector(selector);
      if (place.textContent !== text) place.textContent = text;
    };
    fill(".file-name", name);
    fill(".state", this.words.querySelector(`[data-state=${state}]`).textContent);
    row.querySelector(".state").className = `state ${MARKS[state] ?? ""}`;
    row.dataset.state = state;
    const bar = row.querySelector("progress");
    const share = Math.round(((state === "sending" ? sent : safe) / Math.max(size, 1)) * 1000) / 1000;
    bar.value = state === "kept" ? 1 : share;
    fill(".arriving-told", sentence || this.toldOf({ state, size, sent, safe, note, from }));
    for (const button of row.querySelectorAll("[data-deed]")) {
      button.hidden = !DEEDS[state].includes(button.dataset.deed);
    }
  }

  toldOf({ state, size, sent, safe, note, from }) {
    const words = { size: this.bytes(size), sent: this.bytes(state === "sending" ? sent : safe) };
    if (state !== "sending") return this.word(state, words);
    const left = this.timeLeft(size, sent, from);
    const said = left ? this.word("left", { ...words, left }) : this.word("sending", words);
    return [note, said].filter(Boolean).join(" ");
  }

  /** Nothing in the first seconds, when nobody can know. */
  timeLeft(size, sent, from) {
    const seconds = from ? (performance.now() - from.at) / 1000 : 0;
    if (seconds < 3 || sent <= from.sent) return "";
    const left = ((size - sent) * seconds) / (sent - from.sent);
    if (left < 60) return this.word("seconds", { n: Math.max(5, Math.ceil(left / 5) * 5) });
    return this.word("minutes", { n: Math.ceil(left / 60) });
  }

  word(name, places = {}) {
    const text = this.words.querySelector(`[data-word=${name}]`)?.textContent ?? "";
    return text.replace(/\{(\w+)\}/g, (_, place) => places[place] ?? "");
  }

  bytes(number) {
    const show = (value, digits) =>
      value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: digits });
    if (number < KILO * KILO) return `${show(number / KILO, 0)} KB`;
    return `${show(number / KILO / KILO, 1)} MB`;
  }

  announce({ state, name, row }) {
    if (!ANNOUNCED.has(state)) return;
    const said = [".state", ".arriving-told"].map((part) => row.querySelector(part).textContent);
    this.status.textContent = `${name}: ${said.join(". ")}`;
  }
}

customElements.define("unggah-bukti", Uploader);
