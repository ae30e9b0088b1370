// Presses of the day's screen: each is kept on the device under a key of its own before it is sent,
// and until the server has answered it. They go out one by one in the order in which they were made;
// the same key twice is one act. What the server cannot be told yet is shown as waiting.

import { ahead, back } from "./presses_ahead.js";
import { NAME, keep, kept, randomKey } from "./presses_kept.js";
import { refused, show } from "./presses_shown.js";

const panel = document.getElementById("presses");
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
let later = null;
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
  if (form.querySelector("[data-remote]")) return ahead(waiting, panel.dataset) ?? said(form);
  return (form.querySelector("[data-remote-back]") && back(waiting, panel.dataset)) || said(form);
}

// A press that waits already is not made a second time, nor one that is on its way, nor one right
// behind the last: who presses twice means once.
function press(form) {
  const waiting = kept();
  const button = form.querySelector("button");
  const entry = meant(form, waiting);
  const last = waiting.at(-1);
  const same = ({ url, fields }) => url === entry.url && JSON.stringify(fields) === JSON.stringify(entry.fields);
  if (button.getAttribute("aria-busy") || (last && (same(last) || Date.now() - last.at < DOUBLE_MS))) return;
  const key = randomKey();
  forms.set(key, form);
  keep([...waiting, { ...entry, key, at: Date.now() }]);
  button.setAttribute("aria-busy", "true");
  send();
}

document.addEventListener(
  "submit",
  (event) => {
    const form = event.target;
    if (!panel || !window.htmx || !form.matches("form.day-press")) return;
    event.preventDefault();
    event.stopPropagation();
    press(form);
  },
  true,
);

// One tab sends at a time; without locks the keys alone keep a press from being carried out twice.
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
  for (const busy of document.querySelectorAll("#day [aria-busy]")) busy.removeAttribute("aria-busy");
}

function retry() {
  idle();
  show(kept(), 0);
  later = setTimeout(send, wait * (0.75 + Math.random() / 2));
  wait = Math.min(wait * 2, LONGEST_MS);
}

// By htmx, whose answer is drawn as any other's: the page as it is now, and the sentence.
async function told({ url, fields, key, at }) {
  let answer = { status: 0, text: "" };
  const whole = (xhr) => xhr.responseText || xhr.status === 401;
  const heard = ({ detail: { xhr } }) => whole(xhr) && (answer = { status: xhr.status, text: xhr.responseText });
  panel.addEventListener("htmx:afterRequest", heard, { once: true });
  const headers = { "Idempotency-Key": key, "Pressed-Ago": String(Math.max(0, Math.round((Date.now() - at) / 1000))) };
  const how = { source: panel, target: "#day", swap: "morph:outerHTML", values: fields, headers };
  await htmx.ajax("POST", url, how).catch(() => {});
  panel.removeEventListener("htmx:afterRequest", heard);
  return answer;
}

if (panel) {
  document.addEventListener("connected", () => kept().length && send());
  addEventListener("online", () => send());
  addEventListener("storage", (event) => event.key === NAME && show(kept()));
  addEventListener("load", () => send());
  show(kept());
}
