// What a door does, scans, walk-ins and reversals: decided by the server while it answers, else here
// by the same table.

import { readCode } from "./code.js";
import { Desk } from "./desk.js";
import { verdict } from "./verdict.js";

const OWN_MS = 10_000; // the same guest at the same door within this time is a scan made twice

export class Entries extends Desk {
  letIn = new Map();

  // What was scanned or typed, or a guest found by name, to the verdict that is shown.
  async scan({ text = null, card = null }) {
    const token = text === null ? null : readCode(text);
    if (text !== null && !token) return { verdict: "unknown", guest: null, here: false };
    const scan = { kind: "scan", token, guest: card?.id ?? null };
    const result = await this.entered(scan, () => this.decided(scan, card));
    const before = this.letIn.get(result.guest?.id);
    result.own = result.verdict === "already" && Date.now() - before?.at < OWN_MS;
    if (result.own) result.scan_id = before.scan_id;
    if (result.verdict === "admitted") this.letIn.set(result.guest.id, { at: Date.now(), scan_id: result.scan_id });
    return result;
  }

  // Somebody without an invitation; a namesake of a guest is asked about, and then `sure`.
  walkIn(who) {
    const entry = { kind: "walk_in", ...who };
    const card = { id: null, group: "walk_in", seat: null, ...who };
    return this.entered(entry, async () => {
      await this.queue.shown(entry, "admitted", card, this.where);
      return { verdict: "admitted", guest: card, here: true, later: true };
    });
  }

  // An entry of this device does not count; a supervisor's reversal of another's needs the server.
  async undo({ of = null, card, reason }) {
    const entry = { kind: "reversal", of, guest: of ? null : (card?.id ?? null), reason };
    const result = await this.entered(entry, async () => {
      await this.queue.shown(entry, "reversed", card, this.where);
      return { verdict: "reversed", guest: card, here: true };
    });
    if (["reversed", "kept"].includes(result.verdict)) this.letIn.delete(card?.id);
    return { ...result, guest: result.guest ?? card };
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
}
