// What became of presses that were not answered at once: waiting, under way, or not possible any
// more, each in one sentence.

import { standing } from "./presses_ahead.js";

const SLOW_MS = 1000;
const panel = document.getElementById("presses");

function line(words) {
  const item = document.createElement("li");
  item.textContent = words;
  return item;
}

// Under way without a word for a second; an answer of 0 means that the server was not reached.
export function show(presses, status = null) {
  if (!panel) return;
  const list = panel.querySelector("[data-waiting]");
  const { sending, queued, signIn, here } = panel.dataset;
  const state = status === 401 ? signIn : status === 0 ? queued : sending;
  const draw = () => {
    const now = presses.length ? standing(presses) : null;
    const title = now && (now.titles.get(now.running) ?? "");
    const shown = presses.map((one) => line(`${state}: ${one.words}`));
    list.replaceChildren(...shown, ...(title ? [line(`${here} ${title}`)] : []));
  };
  clearTimeout(show.later);
  if (presses.length && status === null) show.later = setTimeout(draw, SLOW_MS);
  else draw();
}

// A press that the server refused: its sentence stays until it is put away.
export function refused({ words, at }, { text }) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const why = page.querySelector(".notice-red, main p")?.textContent.trim() || panel.dataset.tooOld;
  const time = new Date(at).toTimeString().slice(0, 8);
  const told = line(`${time} ${words}: ${why}`);
  const away = document.createElement("button");
  away.className = "day-button";
  away.textContent = panel.dataset.away;
  away.addEventListener("click", () => told.remove());
  told.append(" ", away);
  if (Date.now() - at > SLOW_MS) panel.querySelector("[data-refused]").append(told);
}
