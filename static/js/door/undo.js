// Taking an entry back right after it was given, with a reason: for who may do so.

import { showUndone } from "./show.js";

export function undoWith(server, done) {
  const box = document.getElementById("undo");
  box?.querySelector("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const reason = box.querySelector("input");
    const headers = { "X-CSRFToken": server.token, "HX-Request": "true" };
    const address = `${box.dataset.base}/${box.dataset.guest}/reversal`;
    const body = new URLSearchParams({ reason: reason.value });
    const response = await fetch(address, { method: "POST", headers, body }).catch(() => null);
    box.classList.toggle("is-refused", !response?.ok);
    if (!response?.ok) return;
    reason.value = "";
    showUndone();
    done();
  });
}
