// The list on the device: sealed cards by the hash of their code, as of a position of the log.

import { canOpen, nameOf, openCard } from "./code.js";

export class List {
  constructor(store, server) {
    this.store = store;
    this.server = server;
  }

  // What changed since our position; after that, whom we let in is in the list itself.
  async refresh() {
    const about = await this.store.value("about");
    const found = await this.server.snapshot(canOpen ? about?.position : undefined);
    const seen = await this.store.all("seen");
    await this.store.change(["list", "seen", "values"], (table) => {
      if (found.whole) table("list").clear();
      for (const row of found.list) table("list").put(row);
      for (const row of seen) if (row.position && row.position <= found.position) table("seen").delete(row.guest);
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
    const seen = await this.store.get("seen", card.id);
    if (seen && !seen.at) Object.assign(card, { entered_at: null, door: "", device: "" });
    else if (seen && !card.entered_at) Object.assign(card, { entered_at: seen.at, door: seen.door, device: seen.device });
    return card;
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
