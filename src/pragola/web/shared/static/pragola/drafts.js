// What somebody wrote and the server has not confirmed yet, kept in this browser: by person, entry
// and part, so that it outlives a dropped link, a closed tab and a flat battery.

export class Drafts {
  constructor(person) {
    this.prefix = `pragola:draf:${person}:`;
  }

  /** `{ body, revision, asked }`, or null. */
  read(key) {
    try {
      return JSON.parse(localStorage.getItem(this.prefix + key));
    } catch {
      return null;
    }
  }

  /** Whether the browser could keep it. */
  write(key, draft) {
    try {
      localStorage.setItem(this.prefix + key, JSON.stringify(draft));
      return true;
    } catch {
      return false;
    }
  }

  /** Forget it, unless another tab has kept something else since. */
  drop(key, body) {
    if (this.read(key)?.body !== body) return;
    try {
      localStorage.removeItem(this.prefix + key);
    } catch {
      // A browser that keeps nothing has nothing to drop.
    }
  }
}
