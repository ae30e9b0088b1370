// Entries (scans, walk-ins, reversals) in the order in which they were made. Each is kept under an
// id of its own before it is sent, and until the server has acknowledged it: never dropped, and
// never counted twice.

import { unsettledOf } from "./unsettled.js";

const TOGETHER = 200;

export class Queue {
  constructor(store, server) {
    this.store = store;
    this.server = server;
  }

  // Which device, the how-manieth entry, and a random part: a copied profile is no second device.
  async add(entry) {
    await alone(async () => {
      const device = (await this.store.value("key")) ?? randomHex(8);
      const number = ((await this.store.value("number")) ?? 0) + 1;
      Object.assign(entry, { number, scan_id: `${device}-${number}-${randomHex(4)}` });
      await this.store.change(["queue", "values"], (table) => {
        table("queue").put(entry);
        table("values").put({ name: "key", value: device });
        table("values").put({ name: "number", value: number });
      });
    });
    return entry;
  }

  // What the device showed on its own goes along, so that the server can tell where it differs; and
  // whom it let in or took back is known to it until the list says so itself. Nobody's card is kept
  // beside the entry: what the list seals would lie open in the queue of a lost phone.
  shown(entry, verdict, guest, where) {
    entry.shown = ["admitted", "unlisted"].includes(verdict) ? verdict : null;
    entry.told = { verdict };
    const { number } = entry;
    return this.store.change(["queue", "seen"], (table) => {
      table("queue").put(entry);
      if (!guest?.id) return;
      if (verdict === "admitted") table("seen").put({ guest: guest.id, at: guest.entered_at, number, ...where });
      if (verdict === "reversed") table("seen").put({ guest: guest.id, at: null, number });
    });
  }

  count() {
    return this.store.count("queue");
  }

  // Send one entry, or the oldest ones; answers them with what the server said.
  async send(only = null, apart = new Set()) {
    const waiting = only ? [only] : await this.store.all("queue", TOGETHER);
    const scans = waiting.filter((scan) => !apart.has(scan.number));
    if (!scans.length) return { scans, answers: [] };
    const said = scans.map(({ number, told, ...rest }) => ({ ...rest, counter: number }));
    const found = await this.server.post({ scans: said });
    await this.store.change(["queue", "seen", "unsettled"], (table) => {
      for (const scan of scans) table("queue").delete(scan.number);
      if (!only) for (const left of unsettledOf(scans, found.answers)) table("unsettled").put(left);
      remember(table("seen"), new Set(scans.map((scan) => scan.number)), found);
    });
    return { ...found, scans };
  }
}

// What the server has just said of a guest is known here at once, not only with the next list: the
// network may go in between, and the same code would be let in again. An entry of this device that
// is not sent yet says more than the answer to an earlier one.
function remember(seen, sent, { answers, position }) {
  const rows = seen.getAll();
  rows.onsuccess = () => {
    const waiting = rows.result.filter((row) => !row.position && !sent.has(row.number));
    const later = new Set(waiting.map((row) => row.guest));
    for (const row of rows.result) if (sent.has(row.number)) seen.put({ ...row, position });
    for (const { guest } of answers) {
      if (!guest?.id || later.has(guest.id)) continue;
      const { entered_at: at, door, device, revision, withdrawn } = guest;
      seen.put({ guest: guest.id, at, door, device, revision, withdrawn, position });
    }
  };
}

// One entry at a time gets its number, in all tabs; a page without HTTPS has no such locks, and there
// at least one at a time in this page.
let before = Promise.resolve();
function alone(work) {
  if (navigator.locks) return navigator.locks.request("door-queue", work);
  const done = before.then(work);
  before = done.catch(() => {});
  return done;
}

function randomHex(bytes) {
  const made = crypto.getRandomValues(new Uint8Array(bytes));
  return [...made].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
