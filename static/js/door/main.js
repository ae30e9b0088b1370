// The door: what is scanned, typed, photographed or found by name comes to one verdict on the screen.

import { listenForBursts } from "./burst.js";
import { hasCamera } from "./camera.js";
import { readCode } from "./code.js";
import { Entries } from "./entries.js";
import { eyeWith } from "./eye.js";
import { List } from "./list.js";
import { Queue } from "./queue.js";
import { clearFound, searchIn } from "./search.js";
import { Server } from "./server.js";
import { renew, show } from "./show.js";
import { signal } from "./signal.js";
import { Status } from "./status.js";
import { openStore } from "./store.js";
import { undoWith } from "./undo.js";
import { Unsettled } from "./unsettled.js";
import { placeWith } from "./place.js";
import { walkInsWith } from "./walk_in.js";
import { say } from "./words.js";

const at = (id) => document.getElementById(id);
const { base, door, device } = document.body.dataset;
const server = new Server(base, document.querySelector('meta[name="csrf-token"]').content);
const store = await openStore(`le-dai${base}`);
const list = new List(store, server);
// As long as the server takes: a name that is too long must not hold up every scan.
const where = { door: door.slice(0, 40), device: device.slice(0, 80) };
where.door = placeWith(`door-name ${base}`, where.door, (name) => (where.door = name));
const desk = new Entries(server, list, new Queue(store, server), where);
const status = new Status(desk, list);
const unsettled = new Unsettled(store, list);
desk.addEventListener("sent", () => unsettled.draw());

// One entry after the other: the verdict on the screen is always that of the last one. While a form
// is open nothing is scanned: who asks has to be answered first.
let turn = Promise.resolve();
function scanned(said) {
  const form = document.querySelector("dialog[open]");
  if (form) {
    signal("stop");
    form.querySelector("[data-scanned]").textContent = say("close_first");
    return turn;
  }
  const seen = said.seen ?? performance.now();
  turn = turn.then(async () => {
    await shown(await desk.scan(said));
    painted(seen);
  }).catch(failed);
  return turn;
}

// What could not be kept was not recorded: it says so, and the next scan works as ever.
function failed(error) {
  console.warn(error);
  signal("stop");
  status.say("not_recorded");
}

// How long a guest waited: from the camera's frame, or the scanner's last key, to what is painted.
function painted(start) {
  const told = () => {
    performance.clearMeasures("door-verdict");
    performance.measure("door-verdict", { start, end: performance.now() });
  };
  requestAnimationFrame(() => requestAnimationFrame(told));
}

const about = async () => ({ ...(await list.about()), door: where.door });
const shown = async (result) => show(result, await about());
desk.addEventListener("sent", async ({ detail }) => renew(detail.answers, await about()));

listenForBursts((text) => scanned({ text }));

const field = at("hand-text");
at("hand").addEventListener("submit", (event) => {
  event.preventDefault();
  const text = field.value.trim();
  if (!text || (field.dataset.search && !readCode(text))) return;
  field.value = "";
  clearFound();
  scanned({ text });
});
if (field.dataset.search) {
  const chosen = (card) => {
    field.value = "";
    clearFound();
    field.focus();
    scanned({ card });
  };
  searchIn(field, server, chosen, (error) => desk.failed(error));
}

const turnOn = eyeWith(scanned, status);
undoWith(desk, shown);
walkInsWith(desk, shown);

await unsettled.draw();
await desk.start();
document.body.dataset.ready = "yes";
navigator.storage?.persist?.();
navigator.serviceWorker?.register(`${base}/worker.js`, { scope: base }).then(() => navigator.serviceWorker.ready).then(
  () => (document.body.dataset.kept = "yes"),
  // So browsers refuse a worker whose HTTPS they do not trust; all else on the page they allow.
  (error) => status.say(error.name === "SecurityError" ? "not_trusted" : "not_kept"),
);
if (!navigator.serviceWorker) status.say("not_kept");
if (localStorage.getItem("door-camera") && hasCamera()) turnOn();
