// The last verdict: word, icon, colour, and all that a steward needs to say to the guest.

import { signal } from "./signal.js";
import { aboutOf, clock, nameOf, say } from "./words.js";

const TONES = { admitted: "good", own: "good", already: "wait", replaced: "wait", unlisted: "wait", undecided: "wait" };
const UNDO_MS = 120_000; // as long as a mistake is noticed at once; later it is the supervisor's page

const panel = document.getElementById("verdict");
const part = (name) => panel.querySelector(`[data-part="${name}"]`);
const undo = document.getElementById("undo");

function put(name, text) {
  part(name).textContent = text ?? "";
  part(name).hidden = !text;
}

function seatOf(card, stairs) {
  const row = card.seat.split("-")[0];
  const where = row === "CT" ? say("on_stage") : say("row", { row });
  return card.turn && stairs ? `${where}\n${say(`stairs_${stairs}`)}` : where;
}

function why(kind, card) {
  if (kind === "already") return say("first", { time: clock(card.entered_at), where: placeOf(card) });
  return { own: say("twice"), unlisted: say("recorded"), ...ADVICE }[kind];
}

const ADVICE = Object.fromEntries(
  ["replaced", "withdrawn", "other_conference", "unknown"].map((kind) => [kind, say(`advice_${kind}`)]),
);

export const placeOf = (card) => [card.door, card.device].filter(Boolean).join(" · ") || say("somewhere");

// The kind of verdict as people are told it: one's own repeat within seconds is no warning; a scan
// that the server refuses has none, as after the closing.
export const kindOf = (result) => (result.own ? "own" : (result.verdict ?? "undecided"));

export function show(result, about) {
  const kind = kindOf(result);
  const card = result.guest;
  panel.dataset.tone = TONES[kind] ?? "stop";
  panel.dataset.verdict = kind;
  part("icon").setAttribute("href", `#icon-${kind}`);
  put("word", kind === "unlisted" ? say("unlisted", { time: clock(about?.at) }) : say(kind));
  put("name", card && nameOf(card));
  put("about", card && aboutOf(card));
  put("why", result.message || why(kind, card));
  part("vip").hidden = !card?.vip;
  const enters = card && ["admitted", "own", "already"].includes(kind);
  part("seated").hidden = !enters;
  if (card) {
    put("seat", card.seat ?? "–");
    put("where", card.seat ? seatOf(card, about?.stairs) : say("no_seat"));
  }
  put("stage", enters && [card.speech && say("speech", card), card.turn && say("turn", card)].filter(Boolean).join(" · "));
  put("foot", `${clock(new Date().toISOString(), true)} · ${say(result.here ? "here" : "there")}`);
  offerUndo(kind, card, result.here);
  // The same verdict again is seen as a new one: the panel jumps.
  panel.classList.remove("is-new");
  requestAnimationFrame(() => panel.classList.add("is-new"));
  signal(TONES[kind] ?? "stop");
}

let forgetUndo = 0;

function offerUndo(kind, card, here) {
  if (!undo) return;
  clearTimeout(forgetUndo);
  undo.open = false;
  undo.hidden = !["admitted", "own"].includes(kind) || here;
  undo.dataset.guest = card?.id ?? "";
  forgetUndo = setTimeout(() => (undo.hidden = true), UNDO_MS);
}

export function showUndone() {
  undo.hidden = true;
  panel.dataset.tone = "wait";
  panel.dataset.verdict = "undone";
  part("icon").setAttribute("href", "#icon-already");
  put("word", say("undone"));
  for (const name of ["seated", "vip", "stage"]) part(name).hidden = true;
  put("why", "");
}
