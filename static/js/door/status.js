// What the door says of itself: connected or not, what waits to be sent, how old its list is, the
// three figures, and what turned out otherwise than it was shown.

import { isUnsettled } from "./unsettled.js";
import { clock, nameOf, say } from "./words.js";

const at = (id) => document.getElementById(id);
const SOON_MS = 50; // from a ping until the list is asked for what is new: one fact makes several
const LIVE_MS = 700; // between two such questions: in a rush each tells of many guests

export class Status {
  constructor(desk, list) {
    Object.assign(this, { desk, list });
    desk.addEventListener("counted", () => this.draw());
    desk.addEventListener("standing", ({ detail }) => this.count(detail.counters));
    desk.addEventListener("sent", ({ detail }) => this.settle(detail));
    this.follow(document.body.dataset.liveUrl);
  }

  async draw() {
    const [about, waiting] = await Promise.all([this.list.about(), this.desk.queue.count()]);
    const { online, barred } = this.desk;
    const pill = at("pill");
    pill.dataset.state = barred ? "barred" : online ? "online" : "offline";
    const parts = [say(pill.dataset.state), waiting && say("waiting", { count: waiting })];
    pill.textContent = parts.filter(Boolean).join(" · ");
    at("age").textContent = about ? say("list_of", { time: clock(about.at) }) : say("no_list");
    if (about && !online) this.count(about.counters);
  }

  count(counters) {
    for (const [name, value] of Object.entries(counters)) at(`count-${name}`).textContent = value;
    const contested = at("count-contested")?.closest("a");
    if (contested) contested.dataset.some = counters.contested ? "yes" : "no";
  }

  // Of entries that the device decided alone: those that the server sees otherwise, and those that
  // could not be decided here, are told once more; and the seat that a walk-in has got meanwhile.
  async settle({ scans, answers }) {
    const made = new Map(scans.map((scan) => [scan.scan_id, scan]));
    for (const answer of answers) {
      const entry = made.get(answer.scan_id);
      const before = entry.told;
      if (!before || isUnsettled(entry, answer)) continue;
      const card = answer.guest ?? (await this.list.whose(entry));
      const name = card ? nameOf(card) : say("a_code");
      if (before.verdict === answer.verdict || answer.verdict === "kept") {
        if (card?.group === "walk_in" && card.seat) this.say("seated", { name, seat: card.seat });
        continue;
      }
      const after = answer.verdict ? say(answer.verdict) : answer.message;
      this.say("settled", { name, before: say(before.verdict, { time: "" }), after });
    }
  }

  say(name, facts) {
    const line = Object.assign(document.createElement("li"), { textContent: say(name, facts) });
    at("notes").prepend(line);
    at("notes-box").hidden = false;
  }

  // Pings of the live stream; without it the desk's own clock fetches what is new.
  follow(address) {
    let timer = 0;
    let asked = -LIVE_MS;
    const stream = new EventSource(address);
    const ask = () => {
      timer = 0;
      if (this.desk.syncing) return soon(); // it may have asked before this fact
      asked = performance.now();
      if (this.desk.online) this.desk.sync(true);
    };
    const soon = () => (timer ||= setTimeout(ask, Math.max(SOON_MS, asked + LIVE_MS - performance.now())));
    for (const name of ["attendance", "contests", "guest_list", "seating_plan", "awards"]) stream.addEventListener(name, soon);
    stream.onopen = soon;
    stream.onerror = () => {
      if (stream.readyState !== EventSource.CLOSED) return;
      setTimeout(() => this.follow(address), 5000 + Math.random() * 5000);
    };
    addEventListener("pagehide", () => stream.close());
  }
}
