// Somebody without an invitation: name, post, body, and who vouches, in one small form. Where
// somebody invited is called so, it asks first. While it is open nothing is scanned.

import { say } from "./words.js";

const at = (id) => document.getElementById(id);
const dialog = at("walk-in");
const form = dialog.querySelector("form");
const question = at("walk-in-namesake");
const refusal = at("walk-in-refusal");

const said = () => Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim() || null]));

function ask(name) {
  question.hidden = !name;
  at("walk-in-question").textContent = name ? say("namesake", { name }) : "";
  at("walk-in-enter").hidden = Boolean(name);
  if (name) at("walk-in-sure").focus();
}

function refuse(words) {
  refusal.hidden = !words;
  refusal.textContent = words ?? "";
}

export function walkInsWith(desk, shown) {
  let busy = false;

  async function enter(sure) {
    for (const field of form.querySelectorAll("[required]")) field.value = field.value.trim();
    if (busy || !form.reportValidity()) return;
    busy = true;
    form.setAttribute("aria-busy", "true");
    refuse(null);
    try {
      const who = said();
      const result = await desk.walkIn({ ...who, sure });
      if (result.verdict === "namesake") return ask(who.name);
      if (!result.verdict) return refuse(result.message);
      close();
      shown(result);
    } finally {
      busy = false;
      form.removeAttribute("aria-busy");
    }
  }

  // Who vouches mostly vouches for the next one, too.
  function close() {
    dialog.close();
    const voucher = form.elements.voucher.value;
    form.reset();
    form.elements.voucher.value = voucher;
    ask(null);
    refuse(null);
  }

  at("walk-in-open").addEventListener("click", () => {
    dialog.showModal();
    form.elements.name.focus();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (question.hidden) enter(false);
  });
  form.elements.name.addEventListener("input", () => ask(null));
  at("walk-in-sure").addEventListener("click", () => enter(true));
  at("walk-in-back").addEventListener("click", () => ask(null));
  at("walk-in-close").addEventListener("click", close);
}
