// Moves of rows: a row stands in its new place at once, the server is told one move after the other,
// and its answer draws what follows from it, or puts the rows back.

// `page` is the partial's selector, `lists` finds all lists in which rows stand; a row has a `title`,
// and the `url` that is told the `values` of its place; `version` is what it was drawn from.
export function moves({ page, lists, url, title, values, version, said, failed }) {
  const waiting = []; // moves made meanwhile, in order
  let flying = null; // the move that is on its way
  let stood = []; // the rows as they stood before all of these
  let held = false; // a row is in somebody's hand
  let missed = false;

  const rows = (list) => [...list.querySelectorAll(":scope > [data-id]")];
  const standing = () => lists().map((list) => [list, rows(list)]);

  function say(words, row) {
    const all = rows(row.parentElement);
    const facts = { title: title(row), number: all.indexOf(row) + 1, count: all.length };
    said().textContent = words.replace(/\{(\w+)\}/g, (_, name) => facts[name]);
  }

  function number(list) {
    const first = Number(list.dataset.first ?? 1);
    rows(list).forEach((row, index) => {
      const shown = row.querySelector(".row-number");
      if (shown.textContent !== `${index + first}`) shown.textContent = index + first;
    });
  }

  function moved(row, before) {
    before.forEach(([list]) => number(list));
    say(row.parentElement.dataset.moved, row);
    ask({ row, url: url(row), values: values(row) }, before);
  }

  // Whatever changes the page goes one behind the other; a row moved again is told once.
  function ask(move, before = standing()) {
    if (!flying) {
      stood = before;
      send(move);
    } else if (move.row && waiting.at(-1)?.row === move.row) waiting.at(-1).values = move.values;
    else waiting.push(move);
  }

  // No answer came: the lists are as they were.
  function putBack(row) {
    waiting.length = 0;
    for (const [list, known] of stood) {
      list.append(...known);
      number(list);
    }
    if (row) say(failed(), row);
  }

  async function send(move) {
    flying = move;
    const source = lists()[0];
    lists().forEach((list) => list.setAttribute("aria-busy", "true"));
    const told = { ...move.values, version: move.version ?? version() };
    try {
      await htmx.ajax("POST", move.url, { source, target: page, swap: "morph:outerHTML", values: told });
    } catch {
      putBack(move.row);
    }
    flying = null;
    lists().forEach((list) => list.removeAttribute("aria-busy"));
    if (waiting.length) send({ ...waiting.shift(), version: move.answered });
  }

  // What others did comes with the answer to what is on its way, and must not tear a row from a hand.
  document.body.addEventListener("htmx:beforeSwap", ({ detail }) => {
    if (`#${detail.target.id}` !== page) return;
    const own = detail.requestConfig.elt === lists()[0];
    if (own && flying) flying.answered = /data-version="(\d+)"/.exec(detail.serverResponse)?.[1];
    if (own && detail.xhr.status >= 400) waiting.length = 0;
    // A ping of what one did oneself brings what is drawn already.
    const drawn = /data-drawn="([^"]+)"/.exec(detail.serverResponse)?.[1];
    const ping = detail.requestConfig.triggeringEvent?.type === "live";
    if (ping && drawn === detail.target.dataset.drawn) detail.shouldSwap = false;
    if (held || (own ? waiting.length : flying)) [detail.shouldSwap, missed] = [false, held];
  });

  function hold(row) {
    held = Boolean(row);
    if (!held && missed && !flying) htmx.trigger(page, "live");
    if (!held) missed = false;
  }

  return { ask, hold, moved, standing };
}
