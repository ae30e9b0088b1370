// The list on the device: sealed cards by the hash of their code, as of a position of the log.

import { canOpen, nameOf, openCard } from "./code.js";

// What this device knows of a guest that its list does not say yet.
function since(card, seen) {
  if (!seen) return {};
  const { at: entered_at, door = "", device = "", revision = card.revision, withdrawn = card.withdrawn } = seen;
  if (entered_at && card.entered_at) return { revision, withdrawn };
  return { revision, withdrawn, entered_at, door, device };
}

export class List {
  constructor(store, server) {
    this.store = store;
    this.server = server;
  }

  // What changed since our position; after that, whom we let in is in the list itself.
  async refresh() {
    const about = await this.store.value("about");
    const found = await this.server.snapshot(canOpen ? about?.position : undefined);
    await this.store.change(["list", "seen", "values"], (table) => {
      if (found.whole) table("list").clear();
      for (const row of found.list) table("list").put(row);
      const seen = table("seen").getAll();
      seen.onsuccess = () => {
        for (const row of seen.result) if (row.position <= found.position) table("seen").delete(row.guest);
      };
      const { position, at, server_at, counters, stairs } = found;
      table("values").put({ name: "about", value: { position, at, server_at, counters, stairs } });
    });
    return found;
  }

  about() {
    return this.store.value("about");
  }

  // The guest's card, and whether he or she is in as far as this device knows; null for a code that is not in the list.
  async find(code) {
    if (!canOpen) return null;
    const name = await nameOf(code);
    const row = await this.store.get("list", name);
    if (!row) return null;
    const card = await openCard(code, name, row.sealed);
    return { ...card, ...since(card, await this.store.get("seen", card.id)) };
  }

  // Whose entry it is, as far as this device can tell: a walk-in says it, a code opens its card.
  whose(entry) {
    if (entry.kind === "walk_in") return { ...entry, group: "walk_in" };
    return entry.token ? this.find(entry.token) : null;
  }

  // A device that is not trusted any longer keeps nobody's card.
  forget() {
    return this.store.change(["list", "seen", "values"], (table) => {
      table("list").clear();
      table("seen").clear();
      table("values").delete("about");
    });
  }
}
