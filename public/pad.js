// Pad: a text that several people write at once. What is typed is kept here at once and sent soon; what comes is worked in.
// The rule is domain/src/pad.rs, and end2end/fixtures/pad.json holds both to it. Places count characters, not UTF-16 units.
const chars = (text) => [...text];
const size = (text) => chars(text).length;
const DUE = 500; // ms from a key to the request
const PATIENCE = 10_000; // ms for an answer
const BATCH = 50; // changes in a request

/** The text with a change. */
export const apply = (text, { at, remove, insert }) => {
  const all = chars(text);
  return [...all.slice(0, at), insert, ...all.slice(at + remove)].join("");
};

/** A change after another that was made on the same text; `first`: whose place is first where both begin at one. */
export const past = (it, other, first) => {
  const [theirs, end, otherEnd] = [size(other.insert), it.at + it.remove, other.at + other.remove];
  const leads = it.at === other.at ? first : it.at < other.at;
  if (leads && end <= other.at) return it;
  if (!leads && otherEnd <= it.at) return { ...it, at: it.at - other.remove + theirs };
  const [before, after] = [Math.max(0, other.at - it.at), Math.max(0, end - otherEnd)];
  if (!leads) return { ...it, at: other.at + theirs, remove: after };
  if (!after) return { ...it, remove: before };
  return { ...it, remove: before + theirs + after, insert: it.insert + other.insert };
};

/** The one change that makes a text of another, if they differ. */
export const diff = (from, to) => {
  if (from === to) return undefined;
  const [a, b] = [chars(from), chars(to)];
  const most = Math.min(a.length, b.length);
  let [start, end] = [0, 0];
  while (start < most && a[start] === b[start]) start++;
  while (end < most - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { at: start, remove: a.length - start - end, insert: b.slice(start, b.length - end).join("") };
};

/** Two changes, one after the other, as one; only where they touch. */
export const join = (last, next) => {
  const insert = chars(last.insert);
  const [end, cut] = [last.at + insert.length, next.at + next.remove];
  if (next.at > end || cut < last.at) return undefined;
  const text = insert.slice(0, Math.max(0, next.at - last.at)).join("") + next.insert + insert.slice(Math.max(0, cut - last.at)).join("");
  const remove = Math.max(0, last.at - next.at) + last.remove + Math.max(0, cut - end);
  return { at: Math.min(last.at, next.at), remove, insert: text };
};

const newId = () => {
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map((it) => it.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-"); // crypto.randomUUID is not there over plain HTTP
};

const storage = (act) => {
  try {
    return act(localStorage);
  } catch {} // blocked or full: the server is the only copy
};

/** One page's hold on a pad: the text as the server has it, and what it does not have yet. */
export class Pad {
  rev; // of `text`; nothing before the first news
  text = "";
  mine = []; // changes on their way, each on the text after the one before
  sent = 0; // how many of them are in a request or may have arrived
  state = ""; // what keeps it from being saved
  #busy = false; #awaited = 0; #failures = 0; #timer; #source; #closed = false;

  constructor(of, key, paint) {
    Object.assign(this, { of, key, paint });
  }

  /** The text with what waits. */
  get shown() { return this.mine.reduce(apply, this.text); }

  get word() { return this.state || (this.mine.length ? "saving" : "saved"); }

  /** Takes up what an earlier page left. */
  resume(kept) {
    Object.assign(this, { rev: kept.rev, text: kept.text, mine: kept.mine, sent: kept.mine.length });
  }

  listen() {
    if (this.#closed) return;
    const after = this.rev === undefined ? "" : `?after=${this.rev}`;
    this.#source?.close();
    this.#source = new EventSource(this.of.stream + after);
    this.#source.onmessage = (event) => this.of.when(() => this.hear(JSON.parse(event.data)));
    this.#source.onerror = async () => {
      this.#source.close();
      this.fail(await fetch(this.of.stream, { method: "HEAD" }).then((it) => it.status, () => 0));
      setTimeout(() => this.listen(), Math.min(8_000, 500 * 2 ** this.#failures));
    };
  }

  close() {
    this.#closed = true;
    this.#source?.close();
    clearTimeout(this.#timer);
  }

  /** What the server tells. */
  hear({ rev, text, edits = [] }) {
    if (text !== undefined) this.#begin(text);
    else if (rev - edits.length !== this.rev) return this.listen(); // something was missed
    for (const edit of edits) this.#take(edit);
    this.rev = rev;
    this.#failures = 0;
    if (this.state !== "full") this.state = "";
    this.#settle();
    if (this.mine.length) this.#later(DUE);
    this.#changed();
  }

  /** The whole text. Whoever stood elsewhere puts what they had written at its end: it is not lost, and takes nothing away. */
  #begin(text) {
    const left = this.mine.map((it) => it.insert).join("");
    this.text = text;
    this.mine = left ? [{ id: newId(), at: size(text), remove: 0, insert: (text && "\n") + left }] : [];
    this.sent = 0;
  }

  /** One change in the server's order: one of these, or somebody's. */
  #take(edit) {
    const own = this.mine.findIndex((it) => it.id === edit.id);
    if (own < 0) {
      let other = edit;
      this.mine = this.mine.map((it) => {
        const moved = past(it, other, false);
        other = past(other, it, true);
        return moved;
      });
      this.text = apply(this.text, edit);
      return;
    }
    const [first, shown] = [this.mine[0], this.shown];
    this.text = apply(this.text, edit);
    const as = own === 0 && ["at", "remove", "insert"].every((it) => first[it] === edit[it]);
    if (as) this.mine.shift();
    else { // another page has sent it, as it was when that page began: the rest is what is missing now
      const rest = diff(this.text, shown);
      this.mine = rest ? [{ id: newId(), ...rest }] : [];
    }
    this.sent = as ? Math.max(0, this.sent - 1) : 0;
  }

  /** What stands in the field now. */
  type(to) {
    const change = diff(this.shown, to);
    if (!change) return;
    const last = this.mine.length > this.sent ? this.mine.at(-1) : undefined;
    const joined = last && join(last, change);
    if (joined) this.mine[this.mine.length - 1] = { id: last.id, ...joined };
    else this.mine.push({ id: newId(), ...change });
    if (this.state === "full") this.state = "";
    this.#changed();
    this.#later(DUE);
  }

  #changed() {
    storage((it) => this.mine.length
      ? it.setItem(this.key, JSON.stringify({ rev: this.rev, text: this.text, mine: this.mine }))
      : it.removeItem(this.key));
    this.paint(this);
  }

  #later(ms) {
    this.#timer ??= setTimeout(() => this.send(), ms);
  }

  /** Sends what waits, one request at a time. */
  async send(keepalive = false) {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#busy || this.#closed || !this.mine.length || this.rev === undefined || this.state === "full") return;
    this.#busy = true;
    const edits = this.mine.slice(0, BATCH);
    this.sent = Math.max(this.sent, edits.length);
    const body = JSON.stringify({ ...this.of.with, base: this.rev, edits });
    const headers = { "Content-Type": "application/json", Accept: "application/json" };
    const signal = AbortSignal.timeout(PATIENCE);
    const [answer, told] = await fetch(this.of.write, { method: "POST", headers, body, signal, keepalive })
      .then(async (it) => [it, it.ok ? await it.json() : undefined]).catch(() => []);
    if (!told) {
      this.#busy = false;
      this.fail(answer?.status ?? 0);
      const wait = Number(answer?.headers.get("Retry-After")) * 1_000;
      return this.#later(wait || Math.min(8_000, 500 * 2 ** this.#failures));
    }
    if (told.refused) return this.#refused(told.refused);
    this.#awaited = told.rev;
    this.#settle();
    if (this.mine.length) this.#later(DUE);
    this.paint(this);
    setTimeout(() => this.#busy && this.rev < this.#awaited && this.listen(), PATIENCE / 2); // the stream is there and says nothing
  }

  /** A request is over when the stream has told what became of it. */
  #settle() {
    if (!this.#busy || !this.#awaited || this.rev < this.#awaited) return;
    this.#busy = false;
    this.#awaited = this.sent = 0;
  }

  #refused(why) {
    this.#busy = false;
    this.sent = 0;
    if (why === "no-such-place") { // this page's text is no longer one of the pad's
      this.rev = undefined;
      return this.listen();
    }
    const several = this.mine.length > 1;
    if (several) this.mine = [diff(this.text, this.shown)].filter(Boolean).map((it) => ({ id: newId(), ...it }));
    if (several && this.mine.length) this.#later(DUE);
    else this.state = "full";
    this.#changed();
  }

  /** What went wrong, by the status of the answer; 0 where there was none. */
  fail(status) {
    if (status === 200) return; // the stream was cut and can be opened again
    this.#failures += 1;
    this.state = { 401: "away", 403: "away", 404: "closed", 410: "closed" }[status] ?? (status === 429 ? "" : "offline");
    if (this.state === "closed") {
      this.close();
      if (!this.of.keep) storage((it) => it.removeItem(this.key));
    }
    this.paint(this);
  }

  /** The line is there again. */
  retry() {
    this.#failures = 0;
    if (this.state === "offline") this.listen();
    this.send();
  }
}

// What no text field makes and the server refuses; one unit for one, so that the cursor stays.
const clean = (text) => text.replace(/[\p{Cc}\p{Cs}]/gu, (it) => "\n\t".includes(it) ? it : "\ufffd");

/** Puts a text into a field without moving the cursor from what it stands at. */
const put = (area, text) => {
  const change = diff(clean(area.value), text);
  if (!change) return;
  const all = chars(clean(area.value));
  const [start, end] = [change.at, change.at + change.remove].map((it) => all.slice(0, it).join("").length);
  area.setRangeText(change.insert, start, end, "preserve");
};

const bind = (root) => {
  const area = root.querySelector("textarea");
  const { pad: stream, write, keep, own } = root.dataset;
  const prefix = `hopwise.pad.${keep}.`;
  const waiting = []; // news that came while a word is being composed
  let composing = false;
  const of = {
    stream, write, with: JSON.parse(root.dataset.with ?? "{}"), keep: own !== undefined,
    when: (act) => composing ? waiting.push(act) : act(),
  };
  const pads = [];
  const worst = () => ["closed", "full", "away", "offline", "saving"].find((it) => pads.some((pad) => pad.word === it)) ?? "saved";
  const say = () => {
    const word = worst();
    for (const it of root.querySelectorAll("[data-when]")) it.hidden = it.dataset.when !== word;
  };
  const pad = new Pad(of, prefix + newId(), () => {
    if (!composing) put(area, pad.shown);
    area.readOnly = !write || pad.rev === undefined || pad.state === "closed";
    say();
  });
  const start = () => {
    if (pads.includes(pad)) return;
    pads.push(pad);
    pad.listen();
  };

  // What a page has left that was closed, or lost the line: it is sent under the names it has, so that nothing comes twice.
  const left = write ? storage((it) => Object.keys(it).filter((key) => key.startsWith(prefix))) : [];
  for (const key of left ?? []) {
    const old = new Pad({ ...of, when: (act) => act() }, prefix + newId(), () => {
      if (!old.mine.length) old.close();
      say();
    });
    storage((it) => {
      old.resume(JSON.parse(it.getItem(key)));
      it.setItem(old.key, it.getItem(key));
      it.removeItem(key); // if that page lives after all, it writes it again with its next change
    });
    if (!old.mine.length) continue;
    pads.push(old);
    old.listen();
    old.send();
  }

  area.hidden = false;
  area.addEventListener("input", () => pad.type(clean(area.value)));
  area.addEventListener("compositionstart", () => (composing = true));
  area.addEventListener("compositionend", () => {
    composing = false;
    pad.type(clean(area.value));
    waiting.splice(0).forEach((act) => act());
  });
  area.addEventListener("blur", () => pad.send());
  addEventListener("pagehide", () => pad.send(true));
  document.addEventListener("visibilitychange", () => document.hidden && pad.send(true));
  addEventListener("online", () => pads.forEach((it) => it.retry()));
  if (root.localName !== "details" || root.open) start();
  else root.addEventListener("toggle", start, { once: true });
};

if (globalThis.document) for (const root of document.querySelectorAll("[data-pad]")) bind(root);
