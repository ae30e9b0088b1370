// A row's forms are fetched when it is opened: three hundred rows with all their forms are a page
// that nobody can wait for. Without scripts a link opens the one row.

const shown = () => document.getElementById("agenda").dataset.version;

document.addEventListener(
  "toggle",
  async ({ target: box }) => {
    const panel = box.querySelector?.("[data-panel]");
    if (!panel || !box.open || panel.dataset.loaded === shown()) return;
    const version = shown();
    await htmx.ajax("GET", panel.dataset.panel, { target: panel, swap: "innerHTML" });
    panel.dataset.loaded = version;
  },
  true,
);

// A redraw leaves an open panel as it is, unless the server fills it: that is a refusal's answer.
if (window.Idiomorph) {
  const others = Idiomorph.defaults.callbacks.beforeNodeMorphed ?? (() => true);
  const left = (old, fresh) =>
    old.dataset?.loaded && old.closest("[open]") && !fresh.querySelector?.("form");
  Idiomorph.defaults.callbacks.beforeNodeMorphed = (old, fresh) =>
    !left(old, fresh) && others(old, fresh);
}

// The forms of an open panel go with the agenda as it is after an act of one's own; not with what
// others did meanwhile, which they must not overwrite.
document.body.addEventListener("htmx:afterSwap", ({ detail }) => {
  const sent = detail.requestConfig?.parameters?.version;
  if (!sent || detail.target.id !== "agenda" || detail.xhr.status >= 400) return;
  for (const panel of document.querySelectorAll("[data-loaded]")) {
    for (const field of panel.querySelectorAll("[name=version]")) {
      if (field.value === sent) field.value = shown();
    }
  }
});
