// What every page needs of htmx: the CSRF token, and forms that stay open when a page is redrawn.

document.body.addEventListener("htmx:configRequest", (event) => {
  const token = document.querySelector('meta[name="csrf-token"]');
  if (token) event.detail.headers["X-CSRFToken"] = token.content;
});

// Over plain HTTP a browser takes an answer that broke off within its head for one without words. It
// is none: the page would be emptied, and what was sent would count as done.
document.body.addEventListener("htmx:beforeOnLoad", (event) => {
  const { xhr } = event.detail;
  if (!xhr.responseText && !xhr.getResponseHeader("HX-Redirect")) event.preventDefault();
});

// A redraw by another's change must not close what somebody has open, nor empty what is typed.
const kept = (name) => name === "open" || name === "data-connection";

// Nor take away what somebody was just told about an act of their own.
let byOthers = false;
let sent = null;
document.body.addEventListener("htmx:beforeSwap", (event) => {
  const cause = event.detail.requestConfig;
  byOthers = !cause?.triggeringEvent || cause.triggeringEvent.type === "live";
  sent = cause?.elt?.closest("form") ?? null;
});

// What is filled in stays until its own form is sent.
const filledIn = (field) =>
  field.type === "checkbox" || field.type === "radio"
    ? field.checked !== field.defaultChecked
    : field.localName === "select"
      ? field.selectedIndex !== Math.max(0, [...field.options].findIndex((one) => one.defaultSelected))
      : field.value !== field.defaultValue;

if (window.Idiomorph) {
  Idiomorph.defaults.ignoreActiveValue = true;
  Idiomorph.defaults.callbacks.beforeNodeMorphed = (node) =>
    !(node.matches?.("input, select, textarea") && filledIn(node) && !sent?.contains(node));
  // What has the focus keeps its words with its value: a button that was pressed would say for ever
  // what it did before.
  Idiomorph.defaults.callbacks.afterNodeMorphed = (node, fresh) => {
    if (node !== document.activeElement || !node.matches("button, summary, a")) return;
    node.replaceChildren(...fresh.cloneNode(true).childNodes);
  };
  Idiomorph.defaults.callbacks.beforeNodeRemoved = (node) =>
    !(byOthers && node.parentElement?.matches(".flashes"));
  Idiomorph.defaults.callbacks.beforeAttributeUpdated = (name, node) =>
    !(kept(name) && node.localName === "details");
}

// After a form was taken, close the disclosure it stood in; the focus stays where it was opened.
// A refusal is drawn like a success and keeps its form open.
document.body.addEventListener("htmx:afterRequest", (event) => {
  const box = event.detail.elt.closest?.("details.disclosure");
  if (!event.detail.successful || event.detail.xhr.status >= 400 || !box) return;
  const within = box.contains(document.activeElement);
  box.open = false;
  if (within) box.querySelector("summary").focus();
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const box = event.target.closest?.("details.disclosure[open]");
  if (box) {
    box.open = false;
    box.querySelector("summary").focus();
  }
});

// A form that takes a while says so; who comes back to the page finds its button as it was.
document.addEventListener("submit", (event) => {
  const words = event.target.dataset?.busy;
  const button = event.submitter ?? event.target.querySelector("button");
  if (!words || !button) return;
  button.dataset.words = button.textContent;
  button.textContent = words;
  setTimeout(() => (button.disabled = true));
});

addEventListener("pageshow", () => {
  for (const button of document.querySelectorAll("button[data-words]")) {
    button.textContent = button.dataset.words;
    button.disabled = false;
  }
});
