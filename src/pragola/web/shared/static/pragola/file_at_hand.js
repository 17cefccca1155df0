// What is done with a file on the device: its digest, a smaller photo; and the code of the protocol,
// which is loaded when the first file is chosen, not before.

const LONGEST_SIDE = 2000;
const QUALITY = 0.85;
const MOST_FAILURES = 5;

/** A link that failed: what has come is safe, and it is tried again. */
export class Dropped extends Error {}
/** A refusal in words: nothing is tried again. */
export class Refused extends Error {}

let loading = null;

/** The protocol's code. Throws Dropped where the link did not bring it. */
export function protocol(address) {
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
let failures = 0;

/** The SHA-256 of the file; empty where this browser cannot compute it. */
export function digestOf(file, address) {
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
    const failed = () => {
      // Most likely the link dropped before the worker's code was here; without it, the server
      // alone computes the digest.
      worker = null;
      failures += 1;
      if (failures > MOST_FAILURES) resolve("");
      else reject(new Dropped());
    };
    worker.addEventListener("error", failed, { once: true });
    worker.postMessage({ turn, file });
  });
}

/** The photo with at most 2000 px a side as JPEG; itself where that saves nothing. */
export async function shrunk(file) {
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
