// Taking an entry back, with a reason: a steward's own within two minutes, a supervisor's any.

import { reveal } from "./reveal.js";
import { say } from "./words.js";

const UNDO_MS = 120_000; // as long as a mistake is noticed at once; later it is the supervisor's

const box = document.getElementById("undo");
const any = box.dataset.any === "yes";
const reason = box.querySelector("input");
let forget = 0;
let offered = null;

// Under the verdict of an entry that can be taken back; `own`: this device made it.
export function offerUndo(kind, result) {
  clearTimeout(forget);
  box.open = false;
  reason.value = "";
  const own = ["admitted", "own"].includes(kind);
  box.hidden = !(own || (any && kind === "already" && !result.here));
  offered = box.hidden ? null : { of: own ? result.scan_id : null, card: result.guest };
  // A form that somebody is writing in stays; the server says where it came too late.
  if (!any) forget = setTimeout(() => (box.hidden = !box.open), UNDO_MS);
}

export function undoWith(desk, show) {
  box.addEventListener("toggle", () => {
    if (!box.open) return;
    reveal(box);
    reason.focus({ preventScroll: true });
  });
  box.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    if (!offered || !reason.value.trim()) return;
    const said = { ...offered, reason: reason.value.trim() };
    offered = null;
    box.hidden = true;
    show({ ...(await desk.undo(said)), note: say("undo_reason", { reason: said.reason }) });
  });
}
