// The presses that wait, kept on the device in the order in which they were made, for who made them:
// somebody else who signs in on the device sends none of them.

import { show } from "./presses_shown.js";

const { screen, who } = document.getElementById("presses")?.dataset ?? {};
export const NAME = `le-dai-presses ${screen} ${who}`;

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

export const randomKey = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");
