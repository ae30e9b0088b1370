// Entries that came to nothing at the server though somebody at this door acted on them: a walk-in that
// it could not read, a reversal that came too late. Nobody else knows of them, so they leave the queue
// for a list that stays on the device until somebody says that it is dealt with.

import { clock, nameOf, say } from "./words.js";

const at = (id) => document.getElementById(id);
const TURNING = /[\p{Cc}\p{Cf}]/gu; // for such a character the server refuses an entry, and it turns the line
const KEPT_MS = 24 * 3600 * 1000; // how long what is dealt with can be taken up again

// What the door showed, and the answers that leave nothing to be done here: a contested entry stands
// in the supervisor's list, and whom the door did not know it sent to the supervisor at once.
const SETTLED = {
  admitted: ["admitted", "already", "replaced", "withdrawn", "closed", "contested"],
  unlisted: ["contested", "already", "replaced", "withdrawn", "closed", "other_conference", "unknown"],
  reversed: ["reversed", "kept", "not_in"],
};

// An entry whose answer nobody has seen yet: sent after a reload, it has not even been shown here. Of
// one that came after the closing the server keeps nothing.
export function isUnsettled({ told }, answer) {
  if (!told) return !answer.verdict || answer.verdict === "closed";
  const good = SETTLED[told.verdict];
  return Boolean(good) && !good.includes(answer.verdict);
}

export function unsettledOf(scans, answers) {
  const made = new Map(scans.map((scan) => [scan.scan_id, scan]));
  const left = answers.filter((answer) => isUnsettled(made.get(answer.scan_id), answer));
  return left.map(({ scan_id, verdict, message }) => ({ ...made.get(scan_id), verdict, message, dealt: null }));
}

export class Unsettled {
  constructor(store, list) {
    Object.assign(this, { store, list });
  }

  // Show what is left; what was dealt with long ago is forgotten.
  async draw() {
    const all = await this.store.all("unsettled");
    const old = all.filter(({ dealt }) => dealt && Date.now() - dealt > KEPT_MS);
    if (old.length) await this.store.change(["unsettled"], (table) => old.forEach((one) => table("unsettled").delete(one.scan_id)));
    const shown = all.filter((one) => !old.includes(one)).sort((a, b) => a.number - b.number);
    const lines = await Promise.all(shown.map((one) => this.line(one)));
    const part = (dealt) => lines.filter((_, n) => Boolean(shown[n].dealt) === dealt);
    at("unsettled").replaceChildren(...part(false));
    at("dealt").replaceChildren(...part(true));
    at("dealt-box").hidden = !part(true).length;
    at("unsettled-none").hidden = part(false).length > 0;
    at("unsettled-box").hidden = !lines.length;
  }

  async line(entry) {
    const made = at("unsettled-row").content.firstElementChild.cloneNode(true);
    const before = entry.told ? say(entry.told.verdict, { time: "" }) : say("not_shown");
    const after = entry.verdict ? say(entry.verdict) : entry.message;
    const name = (await this.about(entry)).replace(TURNING, "");
    const facts = { time: clock(entry.scanned_at), name, before, after };
    made.querySelector("span").textContent = say("unsettled", facts);
    const button = made.querySelector("button");
    button.textContent = say(entry.dealt ? "take_up" : "dealt");
    button.addEventListener("click", () => this.turn(entry));
    return made;
  }

  async about(entry) {
    if (entry.kind === "reversal") return say("a_reversal", { reason: entry.reason });
    if (entry.kind === "walk_in") return [nameOf(entry), entry.body, say("vouched", entry)].filter(Boolean).join(", ");
    const card = await this.list.whose(entry);
    return card ? nameOf(card) : say("a_code");
  }

  // Dealt with, or after all not.
  async turn(entry) {
    const turned = { ...entry, dealt: entry.dealt ? null : Date.now() };
    await this.store.change(["unsettled"], (table) => table("unsettled").put(turned));
    await this.draw();
    at(entry.dealt ? "unsettled-box" : "dealt-box").focus();
  }
}
