// Presses of a screen: each is kept on the device under a key of its own until the server has answered
// it. They go out one by one in order; the same key twice is one act. What the server cannot be told
// yet is shown as waiting; the screen's walker knows where the device stands then.

import { NAME, keep, kept, randomKey } from "./presses_kept.js";
import { told } from "./presses_sent.js";
import { refused, show, walkedBy } from "./presses_shown.js";

const panel = document.getElementById("presses");
const target = panel?.dataset.target;
const DOUBLE_MS = 400;
const SOONEST_MS = 1000;
const LONGEST_MS = 15000;
// The session is over: no token of this page is good any more.
const UNKNOWN = new Set([400, 401]);
const BUSY = new Set([0, 408, 429, 500, 502, 503, 504]);
// What nobody could be told of for half a day is of another day.
const LONGEST_KEPT_MS = 12 * 3600 * 1000;
const TOO_OLD = { status: 410, text: "" };

let wait = SOONEST_MS;
let later, walker;
let sending = false;
const forms = new Map();

function said(form) {
  const fields = new FormData(form);
  fields.delete("csrf_token");
  const words = form.querySelector("button").getAttribute("aria-label");
  return { url: form.getAttribute("action"), fields: Object.fromEntries(fields), words };
}

// What the button means once the presses that wait have been carried out.
function meant(form, waiting) {
  const way = form.querySelector("[data-remote]") ? walker.ahead : form.querySelector("[data-remote-back]") ? walker.back : null;
  return way?.(waiting, panel.dataset) ?? said(form);
}

// A press that waits already is not made a second time, nor one that is on its way, nor one of the
// main buttons or of the same button right behind the last: who presses twice means once.
function press(form) {
  const waiting = kept();
  const button = form.querySelector("button");
  const entry = meant(form, waiting);
  const last = waiting.at(-1);
  const same = ({ url, fields }) => url === entry.url && JSON.stringify(fields) === JSON.stringify(entry.fields);
  const alike = (one) => one.url === entry.url || form.querySelector("[data-remote], [data-remote-back]");
  const twice = last && (same(last) || (Date.now() - last.at < DOUBLE_MS && alike(last)));
  if (button.getAttribute("aria-busy") || twice) return;
  button.setAttribute("aria-busy", "true");
  forms.set(add(entry), form);
}

// What is sent as a press is, with `url`, `fields` and `words`; answers its key.
export function add(entry) {
  const key = randomKey();
  keep([...kept(), { ...entry, key, at: Date.now() }]);
  send();
  return key;
}

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!walker || !window.htmx || !form.matches("form.day-press")) return;
    event.preventDefault();
    event.stopPropagation();
    press(form);
  },
  true,
);

// One tab sends at a time; without locks the keys keep a press from being carried out twice.
const alone = (act) => (navigator.locks ? navigator.locks.request(NAME, act) : act());

async function send() {
  clearTimeout(later);
  if (sending) return;
  sending = true;
  await alone(sendAll).finally(() => (sending = false));
}

async function sendAll() {
  for (let one = kept()[0]; one; one = kept()[0]) {
    const answer = Date.now() - one.at > LONGEST_KEPT_MS ? TOO_OLD : await told(one);
    if (BUSY.has(answer.status)) return retry();
    wait = SOONEST_MS;
    if (UNKNOWN.has(answer.status)) return show(kept(), 401);
    keep(kept().filter((other) => other.key !== one.key));
    if (answer.status >= 400) refused(one, answer);
    else forms.get(one.key)?.closest("details.disclosure")?.removeAttribute("open");
    forms.delete(one.key);
    idle();
  }
}

function idle() {
  for (const busy of document.querySelectorAll(`${target} [aria-busy]`)) busy.removeAttribute("aria-busy");
}

function retry() {
  idle();
  show(kept(), 0);
  later = setTimeout(send, wait * (0.75 + Math.random() / 2));
  wait = Math.min(wait * 2, LONGEST_MS);
}

// `ahead` and `back` answer what the two main buttons press, or nothing where their forms say it;
// `standing` answers in words where the device stands.
export function begin(one) {
  if (!panel) return;
  walker = one;
  walkedBy(one.standing);
  document.addEventListener("connected", () => kept().length && send());
  addEventListener("online", () => send());
  addEventListener("storage", (event) => event.key === NAME && show(kept()));
  addEventListener("load", () => send());
  show(kept());
}
