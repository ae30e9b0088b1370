// Where entries go: to the server while it answers, else into the queue until it does again.

import { Away, Barred } from "./server.js";

const AGAIN_MS = 3000; // until a server that was away is asked again
const FRESH_MS = 20_000; // how old a list may get while the server answers

export class Desk extends EventTarget {
  constructor(server, list, queue, where) {
    super();
    Object.assign(this, { server, list, queue, where, online: true, barred: false, last: 0 });
    this.live = new Set();
  }

  start() {
    addEventListener("online", () => this.sync());
    addEventListener("offline", () => this.reached(false));
    setInterval(() => this.sync(), AGAIN_MS);
    return this.sync();
  }

  // Keep an entry, then ask the server, or decide here where it does not answer.
  async entered(entry, here) {
    const synced_at = (await this.list.about())?.server_at ?? null;
    Object.assign(entry, { scanned_at: new Date().toISOString(), synced_at, shown: null, ...this.where });
    await this.queue.add(entry);
    const result = (await this.asked(entry)) ?? (await here());
    this.tell("counted");
    return { scan_id: entry.scan_id, at: Date.now(), ...result };
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

  // Send what waits, then fetch what is new; each tick while something waits or the list is old.
  // After an absence the list comes first as well: it brings the token of a session that was lost.
  async sync(now = false) {
    const waiting = await this.queue.count();
    if (this.syncing || (!now && this.online && !waiting && Date.now() - this.last < FRESH_MS)) return;
    this.syncing = true;
    try {
      if (!this.online) await this.list.refresh();
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
