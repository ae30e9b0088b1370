// The agenda's list editor: an item moves by drag, by its buttons, or by Alt with an arrow. The row
// stands in its new place at once; the server's answer then draws the times, or puts it back.

import Sortable from "../vendor/sortable.esm.js";

const said = document.getElementById("agenda-said");
const list = () => document.getElementById("agenda-items");
const rows = () => [...list().querySelectorAll(":scope > .agenda-item")];

const waiting = []; // moves made meanwhile, in order
let flying = null; // the move that is on its way
let stood = []; // the rows as they stood before all of these
let dragging = false;
let missed = false;

function say(words, row) {
  const all = rows();
  const facts = { title: row?.dataset.title, number: all.indexOf(row) + 1, count: all.length };
  said.textContent = words.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
}

function number() {
  rows().forEach((row, index) => {
    const shown = row.querySelector(".row-number");
    if (shown.textContent !== `${index + 1}`) shown.textContent = index + 1;
  });
}

function moved(row, before) {
  number();
  say(list().dataset.moved, row);
  const move = { row, to: row.nextElementSibling?.dataset.id ?? "" };
  if (!flying) {
    stood = before;
    send(move);
  } else if (waiting.at(-1)?.row === row) waiting.at(-1).to = move.to;
  else waiting.push(move);
}

// No answer came: the list is as it was.
function putBack(row) {
  waiting.length = 0;
  list().append(...stood);
  number();
  say(list().dataset.failed, row);
}

async function send(move) {
  flying = move;
  list().setAttribute("aria-busy", "true");
  const version = move.version ?? document.querySelector("#agenda-move [name=version]").value;
  const values = { before: move.to, version };
  const how = { source: list(), target: "#agenda", swap: "morph:outerHTML", values };
  try {
    await htmx.ajax("POST", move.row.dataset.position, how);
  } catch {
    putBack(move.row);
  }
  flying = null;
  list()?.removeAttribute("aria-busy");
  if (waiting.length) send({ ...waiting.shift(), version: move.answered });
}

function step(row, by) {
  const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other?.hasAttribute("data-position") || !row.hasAttribute("data-position")) return;
  const [focused, before] = [document.activeElement, rows()];
  list().insertBefore(row, by < 0 ? other : other.nextElementSibling);
  focused.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  moved(row, before);
}

document.addEventListener("keydown", (event) => {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const row = event.target.closest?.("#agenda-items > .agenda-item");
  if (!by || !event.altKey || !row || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  step(row, by);
});

document.addEventListener("submit", (event) => {
  if (event.target.id !== "agenda-move" || !event.submitter) return;
  event.preventDefault();
  step(event.submitter.closest(".agenda-item"), Number(event.submitter.dataset.step));
});

function arm() {
  if (!list()?.hasAttribute("data-sortable") || Sortable.get(list())) return;
  let before = [];
  Sortable.create(list(), {
    handle: ".grip",
    draggable: ".agenda-item",
    onMove: ({ related }) => related.hasAttribute("data-position"),
    onStart: () => ([dragging, before] = [true, rows()]),
    onEnd: ({ item, oldIndex, newIndex }) => {
      dragging = false;
      if (oldIndex !== newIndex) moved(item, before);
      if (missed && !flying) htmx.trigger("#agenda", "live");
      missed = false;
    },
  });
}

// What others did comes with the answer to what is on its way, and must not tear a row from a hand.
document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (detail.target.id !== "agenda") return;
  const own = detail.requestConfig.elt === list();
  if (own && flying) flying.answered = /data-version="(\d+)"/.exec(detail.serverResponse)?.[1];
  if (own && detail.xhr.status >= 400) waiting.length = 0;
  // A ping of what one did oneself brings what is drawn already.
  const drawn = /data-drawn="([^"]+)"/.exec(detail.serverResponse)?.[1];
  const again = detail.requestConfig.verb === "get" && drawn === detail.target.dataset.drawn;
  if (again) detail.shouldSwap = false;
  if (dragging || (own ? waiting.length : flying)) [detail.shouldSwap, missed] = [false, dragging];
});

document.body.addEventListener("htmx:afterSwap", arm);
arm();
