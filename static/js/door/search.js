// Guests by name, for who may see the list. One of several with the same name is asked about twice.

import { aboutOf, clock, nameOf, say } from "./words.js";
import { Away } from "./server.js";
import { placeOf } from "./show.js";

const rows = document.getElementById("found");
const row = document.getElementById("found-row");
const PAUSE_MS = 250;

export function clearFound() {
  rows.replaceChildren();
}

function tell(words) {
  rows.replaceChildren(Object.assign(document.createElement("li"), { textContent: say(words) }));
}

function line(card, chosen) {
  const made = row.content.cloneNode(true);
  const button = made.querySelector("button");
  made.querySelector(".found-name").textContent = nameOf(card);
  made.querySelector(".found-about").textContent = aboutOf(card);
  const state = card.entered_at ? say("first", { time: clock(card.entered_at), where: placeOf(card) }) : "";
  made.querySelector(".found-state").textContent = card.homonym ? [say("homonym"), state].filter(Boolean).join(" · ") : state;
  let asked = !card.homonym;
  button.addEventListener("click", () => {
    if (asked) return chosen(card);
    asked = true;
    button.classList.add("is-asked");
    button.querySelector(".found-act").textContent = say("sure");
  });
  button.addEventListener("blur", () => {
    if (!card.homonym) return;
    asked = false;
    button.classList.remove("is-asked");
    button.querySelector(".found-act").textContent = say("let_in");
  });
  return made;
}

export function searchIn(field, server, chosen, failed) {
  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const wanted = field.value.trim();
      if (wanted.length < 2) return clearFound();
      try {
        const { guests } = await server.search(wanted);
        if (field.value.trim() !== wanted) return;
        rows.replaceChildren(...guests.map((card) => line(card, chosen)));
        if (!guests.length) tell("nobody");
      } catch (error) {
        if (error instanceof Away && field.value.trim() === wanted) tell("search_away");
        failed(error);
      }
    }, PAUSE_MS);
  });
}
