// The last verdict: word, icon, colour, and all that a steward needs to say to the guest.

import { reveal } from "./reveal.js";
import { signal } from "./signal.js";
import { offerUndo } from "./undo.js";
import { aboutOf, clock, nameOf, say } from "./words.js";

const GOOD = ["admitted", "own"];
const WAIT = ["already", "replaced", "unlisted", "contested", "closed", "undecided", "reversed", "kept", "not_in"];
const TONES = Object.fromEntries([...GOOD.map((kind) => [kind, "good"]), ...WAIT.map((kind) => [kind, "wait"])]);

const panel = document.getElementById("verdict");
const part = (name) => panel.querySelector(`[data-part="${name}"]`);

function put(name, text) {
  part(name).textContent = text ?? "";
  part(name).hidden = !text;
}

function seatOf(card, stairs) {
  const row = card.seat.split("-")[0];
  const where = row === "CT" ? say("on_stage") : say("row", { row });
  return card.turn && stairs ? `${where}\n${say(`stairs_${stairs}`)}` : where;
}

function why(kind, result) {
  if (result.note && ["reversed", "kept"].includes(kind)) return result.note;
  if (kind === "already") return say("first", { time: clock(result.guest.entered_at), where: placeOf(result.guest) });
  if (result.later) return say("seat_later");
  return { own: say("twice"), unlisted: say("recorded"), ...ADVICE }[kind];
}

const ADVICE = Object.fromEntries(
  ["replaced", "withdrawn", "closed", "contested", "other_conference", "unknown", "kept", "not_in", "not_yours", "too_late"].map((kind) => [kind, say(`advice_${kind}`)]),
);

export const placeOf = (card) => [card.door, card.device].filter(Boolean).join(" · ") || say("somewhere");

// The kind of verdict as people are told it: one's own repeat within seconds is no warning; an
// entry that the server refuses has none.
export const kindOf = (result) => (result.own ? "own" : (result.verdict ?? "undecided"));

let last = {};

// What is shown was recorded here alone: once the server has it, the panel says so, and the seat.
export function renew(answers, about) {
  const found = last.here && answers.find((one) => one.scan_id === last.scan_id);
  if (!found || found.verdict !== last.verdict || !found.guest) return;
  last = { ...last, here: false, later: false, guest: found.guest };
  draw(last, about);
}

export function show(result, about) {
  last = result;
  const kind = draw(result, about);
  offerUndo(kind, result);
  // The same verdict again is seen as a new one: the panel jumps.
  panel.classList.remove("is-new");
  scrollTo(0, 0);
  reveal(panel.querySelector(".verdict-body"));
  requestAnimationFrame(() => panel.classList.add("is-new"));
  signal(TONES[kind] ?? "stop");
}

function draw(result, about) {
  const kind = kindOf(result);
  const card = result.guest;
  panel.dataset.tone = TONES[kind] ?? "stop";
  panel.dataset.verdict = kind;
  part("icon").setAttribute("href", `#icon-${kind}`);
  put("word", kind === "unlisted" ? say("unlisted", { time: clock(about?.at) }) : say(kind));
  put("name", card && nameOf(card));
  put("about", card && aboutOf(card));
  put("why", result.message || why(kind, result));
  part("vip").hidden = !card?.vip;
  const enters = card && ["admitted", "own", "already"].includes(kind);
  part("seated").hidden = !enters;
  if (card) {
    put("seat", card.seat);
    put("where", card.seat ? seatOf(card, about?.stairs) : say("no_seat"));
  }
  put("stage", enters && [card.speech && say("speech", card), card.turn && say("turn", card)].filter(Boolean).join(" · "));
  const where = about?.door;
  put("foot", [clock(new Date(result.at ?? Date.now()).toISOString(), true), where, say(result.here ? "here" : "there")].filter(Boolean).join(" · "));
  return kind;
}
