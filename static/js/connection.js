// Whether what this page shows is as of now: the server gives a sign of life every two seconds; who
// has heard none for five says as of when, and dims the rest.

export const SILENT_MS = 5000;
const TICK_MS = 500;

let heardAt = performance.now();
const drawnAt = () => document.querySelector("[data-as-of]")?.textContent;
let asOf = drawnAt() ?? new Date().toTimeString().slice(0, 8);
let position = document.body.dataset.position ?? "";

const badge = document.createElement("p");
badge.id = "connection";
badge.setAttribute("role", "status");
if (document.body.dataset.liveUrl) document.body.append(badge);

const told = (selector, words) => {
  for (const one of document.querySelectorAll(selector)) one.textContent = words;
};

export function alive(said) {
  heardAt = performance.now();
  asOf = said.at ?? asOf;
  position = said.position ?? position;
  if (document.body.dataset.connection !== "up") document.dispatchEvent(new Event("connected"));
  document.body.dataset.connection = "up";
  badge.textContent = "";
  if (said.at) told("[data-as-of]", asOf);
  if (said.position) told("[data-position-shown]", position);
}

// A page that was fetched without a stream is as of when the server drew it.
export function fetched() {
  if (document.body.dataset.connection !== "lost") return;
  asOf = drawnAt() ?? new Date().toTimeString().slice(0, 8);
  position = document.querySelector("[data-position-shown]")?.textContent ?? position;
  lost();
}

export function lost() {
  const words = document.querySelector('meta[name="lost-words"]')?.content ?? "";
  document.body.dataset.connection = "lost";
  badge.textContent = `${words} ${asOf} · #${position}`;
}

// Calls `silent` each time that nothing has been heard for so long; a tab that slept is not blamed.
export function watch(silent) {
  let looked = performance.now();
  let called = 0;
  setInterval(() => {
    const now = performance.now();
    const slept = now - looked > SILENT_MS;
    looked = now;
    if (slept) called = now;
    if (now - Math.max(heardAt, called) < SILENT_MS) return;
    called = now;
    silent();
  }, TICK_MS);
}
