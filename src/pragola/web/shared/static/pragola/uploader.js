// Sends files so that nothing is lost on a weak link: piece by piece (tus 1.0), one file after the
// other, again by itself after a dropped link, and from where it stopped after the browser was
// closed, because the server tells what it has. Without this module the form sends one file.
//
// A page learns of a kept file by the event `bukti:tersimpan` ({ part, evidence }).

import { Arriving } from "./arriving.js";

const KILO = 1024;
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
