// The presses that wait, kept on the device in the order in which they were made.

import { show } from "./presses_shown.js";

export const NAME = `le-dai-presses ${document.getElementById("presses")?.dataset.day}`;

let memory = "[]";

// Where a browser keeps nothing, the page does, as long as it is open.
export function kept() {
  try {
    return JSON.parse(localStorage.getItem(NAME) ?? "[]");
  } catch {
    return JSON.parse(memory);
  }
}

export function keep(presses) {
  memory = JSON.stringify(presses);
  try {
    localStorage.setItem(NAME, memory);
  } catch {
    // Storage that is full or forbidden: what is in memory still goes out.
  }
  show(presses);
}
