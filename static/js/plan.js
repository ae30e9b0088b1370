// The plan's editor: turns, and recipients within and between them, move by drag, by their buttons,
// or by Alt with an arrow; with Shift a recipient goes to the next turn of the same award.

import Sortable from "../vendor/sortable.esm.js";
import { moves } from "./moves.js";

const form = () => document.getElementById("plan-move");
const rank = () => document.querySelector("#plan-turns, #precedence");
const rows = () => [...document.querySelectorAll("#plan [data-turn]")];
const field = (name) => form().elements[name]?.value ?? "";

// What goes along with every move: why it is made, where that has to be said.
const along = () => ({ amends: field("amends"), why: field("why") });

const desk = moves({
  page: "#plan",
  lists: () => [rank(), ...rows()],
  url: (row) => {
    const { turns, lines, query = "" } = rank().dataset;
    return `${row.parentElement.dataset.turn ? lines : turns}/${row.dataset.id}/position${query}`;
  },
  title: (row) => row.dataset.title ?? row.querySelector(".chip-name").firstChild.data.trim(),
  values: (row) => {
    const before = row.nextElementSibling?.dataset.id ?? "";
    const turn = row.parentElement.dataset.turn;
    return { ...along(), ...(turn ? { place: `${turn}/${before}` } : { before }) };
  },
  version: () => form().elements.version.value,
  said: () => document.getElementById("plan-said"),
  failed: () => form().dataset.failed,
});

// Behind a lock nothing moves before its reason is written.
function answered() {
  const reason = form().elements.amends;
  if (!reason || reason.value.trim()) return true;
  document.getElementById("plan-said").textContent = form().dataset.needed;
  reason.focus();
  return false;
}

function put(row, into, other) {
  if (!answered()) return;
  const [focused, before] = [document.activeElement, desk.standing()];
  into.insertBefore(row, other);
  focused.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
  desk.moved(row, before);
}

function step(row, by) {
  const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
  if (other) put(row, row.parentElement, by < 0 ? other : other.nextElementSibling);
}

// To the end of the turn before, or to the head of the one behind: of the same award alone.
function across(row, by) {
  const here = row.parentElement;
  const like = rows().filter((list) => list.dataset.like === here.dataset.like);
  const there = like[like.indexOf(here) + by];
  if (there) put(row, there, by < 0 ? null : there.firstElementChild);
}

document.addEventListener("keydown", (event) => {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const row = event.target.closest?.("#plan [data-id]");
  if (!by || !event.altKey || !row || event.target.matches("input, select, textarea")) return;
  event.preventDefault();
  if (event.shiftKey && row.parentElement.dataset.turn) across(row, by);
  else step(row, by);
});

document.addEventListener("submit", (event) => {
  const button = event.submitter;
  if (event.target.id !== "plan-move" || !button) return;
  event.preventDefault();
  if (button.dataset.step) step(button.closest("[data-id]"), Number(button.dataset.step));
  else if (answered()) {
    const chosen = button.name ? { [button.name]: button.value } : {};
    desk.ask({ url: button.getAttribute("formaction"), values: { ...along(), ...chosen } });
  }
});

function sortable(list, how) {
  let before = [];
  Sortable.create(list, {
    draggable: "[data-id]",
    filter: "input, select, textarea",
    preventOnFilter: false,
    ...how,
    onStart: ({ item }) => {
      before = desk.standing();
      desk.hold(item);
    },
    onEnd: ({ item, from, to, oldIndex, newIndex }) => {
      desk.hold(null);
      if (from === to && oldIndex === newIndex) return;
      if (answered()) desk.moved(item, before);
      else before.forEach(([known, children]) => known.append(...children));
    },
  });
}

// A recipient goes only to turns of the own instrument, award and placing.
function arm() {
  if (rank()?.hasAttribute("data-sortable") && !Sortable.get(rank())) {
    sortable(rank(), { handle: ".turn-number .grip, #precedence .grip" });
  }
  for (const list of rows()) {
    if (Sortable.get(list)) continue;
    sortable(list, { group: list.dataset.like, delay: 150, delayOnTouchOnly: true });
  }
}

document.body.addEventListener("htmx:afterSwap", arm);
arm();
