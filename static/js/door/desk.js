// Where a scan is decided on: by the server while it answers, else here by the same table.

import { readCode } from "./code.js";
import { Away, Barred } from "./server.js";
import { verdict } from "./verdict.js";

const OWN_MS = 10_000; // the same guest at the same door within this time is a scan made twice
const AGAIN_MS = 3000; // until a server that was away is asked again
const FRESH_MS = 20_000; // how old a list may get while the server answers

export class Desk extends EventTarget {
  constructor(server, list, queue, where) {
    super();
    Object.assign(this, { server, list, queue, where, online: true, barred: false, last: 0 });
    this.letIn = new Map();
    this.live = new Set();
  }

  start() {
    addEventListener("online", () => this.sync());
    addEventListener("offline", () => this.reached(false));
    setInterval(() => this.sync(), AGAIN_MS);
    return this.sync();
  }

  // What was scanned or typed, or a guest found by name, to the verdict that is shown.
  async scan({ text = null, card = null }) {
    const token = text === null ? null : readCode(text);
    if (text !== null && !token) return { verdict: "unknown", guest: null, here: false };
    const scan = { token, guest: card?.id ?? null, scanned_at: new Date().toISOString(), shown: null, ...this.where };
    await this.queue.add(scan);
    const result = (await this.asked(scan)) ?? (await this.decided(scan, card));
    result.own = result.verdict === "already" && Date.now() - this.letIn.get(result.guest.id) < OWN_MS;
    if (result.verdict === "admitted") this.letIn.set(result.guest.id, Date.now());
    this.tell("counted");
    return result;
  }

  async asked(scan) {
    if (!this.online) return null;
    this.live.add(scan.number);
    try {
      const found = await this.queue.send(scan);
      this.reached(true);
      this.tell("standing", found);
      return { ...found.answers[0], here: false };
    } catch (error) {
      this.failed(error);
      return null;
    } finally {
      this.live.delete(scan.number);
    }
  }

  async decided(scan, card) {
    const guest = card ?? (await this.list.find(scan.token));
    const said = guest && {
      genuine: true,
      revision: scan.token ? guest.scanned : null,
      newest: guest.revision,
      withdrawn: guest.withdrawn,
      entered: Boolean(guest.entered_at),
    };
    const found = guest ? verdict(said) : "unlisted";
    if (found === "admitted") guest.entered_at = scan.scanned_at;
    await this.queue.shown(scan, found, guest, this.where);
    return { verdict: found, guest, here: true };
  }

  // Send what waits, then fetch what is new; each tick while something waits or the list is old.
  async sync(now = false) {
    const waiting = await this.queue.count();
    if (this.syncing || (!now && this.online && !waiting && Date.now() - this.last < FRESH_MS)) return;
    this.syncing = true;
    try {
      for (let left = waiting; left > 0; left = await this.queue.count()) {
        const sent = await this.queue.send(null, this.live);
        if (!sent.scans.length) break;
        this.tell("sent", sent);
      }
      this.tell("standing", await this.list.refresh());
      this.last = Date.now();
      this.barred = false;
      this.reached(true);
    } catch (error) {
      await this.failed(error);
    } finally {
      this.syncing = false;
    }
    this.tell("counted");
  }

  async failed(error) {
    if (error instanceof Barred) {
      this.barred = true;
      await this.list.forget();
    } else if (!(error instanceof Away)) throw error;
    this.reached(false);
  }

  reached(online) {
    this.online = online;
    this.tell("counted");
  }

  tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}
