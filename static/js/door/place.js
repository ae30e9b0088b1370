// At which door this device stands, where it was not paired to one: asked once, kept on the device.

const at = (id) => document.getElementById(id);
const dialog = at("place");
const LONGEST = 40; // characters of a door's name, as the server takes them

// The door's name now; calls `changed` with every other one that is chosen.
export function placeWith(key, given, changed) {
  if (!dialog) return given;
  const field = dialog.querySelector("input");
  const tell = (name) => {
    at("place-name").textContent = name;
    changed(name);
  };
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const name = field.value.trim().replace(/\s+/g, " ").slice(0, LONGEST);
    if (!name) return;
    localStorage.setItem(key, name);
    dialog.close();
    tell(name);
  });
  for (const button of dialog.querySelectorAll("[data-place]"))
    button.addEventListener("click", () => (field.value = button.dataset.place));
  at("place-open").addEventListener("click", () => {
    field.value = localStorage.getItem(key) ?? "";
    dialog.showModal();
  });
  const kept = localStorage.getItem(key) ?? "";
  at("place-name").textContent = kept || at("place-name").textContent;
  if (!kept) dialog.showModal();
  return kept;
}
