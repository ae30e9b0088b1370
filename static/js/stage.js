// The MC's screen: while the server is out of reach it walks on through the script that the page
// holds, view by view. Each view's buttons say their own presses, so nothing is worked out here but
// which view stands after the presses that wait. `put away` hides a correction that was read.

import { begin } from "./presses.js";
import { kept } from "./presses_kept.js";

const SCRIPT_MS = 1000;
const SCRIPT_AGAIN_MS = 8000;
const RESUME_MS = 12000;
const stage = () => document.getElementById("stage");
const script = () => document.getElementById("stage-script");
let walked = false;
let later = null;
let written = 0;

// The cue on which the device stands: where the server stood, less or more the steps that wait. A
// step that the script does not hold leaves it where it was.
function cueAfter(presses) {
  const keys = [...script().querySelectorAll("[data-step]")].map((one) => one.dataset.step);
  let at = keys.indexOf(stage().dataset.cue);
  for (const { url, fields } of presses) {
    const named = keys.indexOf(fields.cue);
    if (named < 0) continue;
    if (url.endsWith("/cues")) at = named;
    else if (url.endsWith("/reversals")) at = Math.max(0, named - 1);
  }
  return keys[at];
}

function view(key) {
  return [...script().querySelectorAll("[data-step]")].find((one) => one.dataset.step === key);
}

function drawn(presses) {
  walked = presses.length > 0;
  if (!walked) return null;
  const found = view(cueAfter(presses));
  const shown = stage().querySelector(".stage-view");
  if (!found || !shown) return "";
  if (shown.dataset.step !== found.dataset.step) {
    const had = document.activeElement?.closest(".stage-view [data-remote], .stage-view [data-remote-back]");
    shown.dataset.step = found.dataset.step;
    const clock = shown.querySelector(".stage-clock");
    shown.replaceChildren(...found.cloneNode(true).childNodes);
    for (const place of shown.querySelectorAll("[data-row]")) {
      const row = script().querySelector(`[data-row-of="${place.dataset.row}"] > *`);
      if (row) place.replaceWith(row.cloneNode(true));
    }
    if (clock) shown.querySelector(".stage-clock").replaceWith(clock);
    window.htmx?.process(shown);
    if (had) shown.querySelector(had.matches("[data-remote]") ? "[data-remote]" : "[data-remote-back]")?.focus();
  }
  return found.dataset.words;
}

// Drawn apart from the view, once that has come to rest and now and then: a press draws the view alone.
function ahead() {
  clearTimeout(later);
  const rest = Math.max(SCRIPT_MS, written + SCRIPT_AGAIN_MS - performance.now());
  later = setTimeout(() => {
    if (kept().length || stage().dataset.position === script().dataset.position) return;
    written = performance.now();
    window.htmx?.trigger(script(), "ahead");
  }, rest);
}

// Presses that wait keep the device ahead of an older answer.
document.body.addEventListener("htmx:afterSwap", ({ detail }) => {
  if (detail.target.id !== "stage" && detail.elt.id !== "stage") return;
  if (walked) drawn(kept());
  putAway();
  missing();
  ahead();
});

// A redraw leaves what is closed closed; who is missing is shown once when the time has come for it.
let told = Boolean(document.getElementById("missing-now"));

function missing() {
  const list = document.getElementById("missing-now");
  if (list && !told) list.open = true;
  told = Boolean(list);
}

const AWAY = (section) => `le-dai-put-away ${section.dataset.run}`;

function putAway() {
  const section = document.getElementById("put-right");
  if (section) section.hidden = Number(sessionStorage.getItem(AWAY(section)) ?? 0) >= Number(section.dataset.putAway);
}

document.addEventListener("click", ({ target }) => {
  const section = target.closest("[data-away]")?.closest("#put-right");
  if (!section) return;
  sessionStorage.setItem(AWAY(section), section.dataset.putAway);
  putAway();
});

// Who comes back to a ceremony that has begun is told where it goes on.
document.addEventListener("connected", () => {
  const told = document.getElementById("stage-resume");
  if (!stage().dataset.turn) return;
  told.textContent = told.dataset.words.replace("%s", stage().dataset.turn);
  setTimeout(() => (told.textContent = ""), RESUME_MS);
});

putAway();
begin({ ahead: () => undefined, back: () => undefined, standing: drawn });
