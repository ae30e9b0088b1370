// What became of presses that were not answered at once: waiting, under way, or not possible any
// more, each in one sentence.

const SLOW_MS = 1000;
const panel = document.getElementById("presses");

// What a screen makes of the presses that wait: it answers where the device stands, in words.
let walk = () => null;
export const walkedBy = (walker) => (walk = walker);

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
    const title = walk(presses);
    const shown = presses.map((one) => line(`${state}: ${one.words}`));
    list.replaceChildren(...shown, ...(title ? [line(`${here} ${title}`)] : []));
  };
  clearTimeout(show.later);
  if (presses.length && status === null) show.later = setTimeout(draw, SLOW_MS);
  else draw();
}

// Answers that draw the page anew, with their sentence on top; any other leaves it as it was.
const DRAWN = new Set([409, 422]);

// A press that the server refused: its sentence stays until it is put away.
export function refused({ words, at }, { status, text }) {
  const page = new DOMParser().parseFromString(text, "text/html");
  const said = page.querySelector(".notice-red, .refused h1") ?? page.querySelector("main p");
  const why = said?.textContent.trim() || panel.dataset.tooOld;
  const time = new Date(at).toTimeString().slice(0, 8);
  const told = line(`${time} ${words}: ${why}`);
  const away = document.createElement("button");
  away.className = "day-button";
  away.textContent = panel.dataset.away;
  away.addEventListener("click", () => told.remove());
  told.append(" ", away);
  if (Date.now() - at > SLOW_MS || !DRAWN.has(status)) panel.querySelector("[data-refused]").append(told);
}
