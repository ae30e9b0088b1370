// The agenda's list editor: an item moves by drag, by its buttons, or by Alt with an arrow. The row
// stands in its new place at once; the server's answer then draws the times, or puts it back.

import Sortable from "../vendor/sortable.esm.js";
import { moves } from "./moves.js";

const list = () => document.getElementById("agenda-items");

const desk = moves({
  page: "#agenda",
  lists: () => [list()],
  url: (row) => row.dataset.position,
  title: (row) => row.dataset.title,
  values: (row) => ({ before: row.nextElementSibling?.dataset.id ?? "" }),
  version: () => document.querySelector("#agenda-move [name=version]").value,
  said: () => document.getElementById("agenda-said"),
  failed: () => list().dataset.failed,
});

function step(row, by) {
  const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (!other?.hasAttribute("data-position") || !row.hasAttribute("data-position")) return;
  const [focused, before] = [document.activeElement, desk.standing()];
  list().insertBefore(row, by < 0 ? other : other.nextElementSibling);
  focused.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  desk.moved(row, before);
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
    onStart: ({ item }) => {
      before = desk.standing();
      desk.hold(item);
    },
    onEnd: ({ item, oldIndex, newIndex }) => {
      desk.hold(null);
      if (oldIndex !== newIndex) desk.moved(item, before);
    },
  });
}

document.body.addEventListener("htmx:afterSwap", arm);
arm();
