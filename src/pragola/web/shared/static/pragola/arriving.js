// A file on its way to the server, from the moment it is chosen until it is kept or refused.

import { Dropped, Refused, digestOf, protocol, shrunk } from "./file_at_hand.js";

const TUS = { "Tus-Resumable": "1.0.0" };
const FIRST_PIECE = 256 * 1024;
const SMALLEST_PIECE = 64 * 1024;
const LARGEST_PIECE = 8 * 1024 * 1024;
const SECONDS_FOR_A_PIECE = 5;
const WAITS = [1, 2, 5, 10, 20, 30];
const SILENT_FOR = 25_000;
const PASSING = new Set(["arrival_busy", "arrival_offset_differs", "arrival_disk_full"]);

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
export class Arriving {
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
        // Where the address never came back, the server may have made one: it is asked again.
        this.asked = this.url !== null;
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
